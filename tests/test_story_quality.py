"""The labelled articles of cases/stories are put together at least as well as when they were last looked at."""

import pytest

import stories
from story_cases import labelled

FLOORS = {"first": (0.95, 0.87), "unseen": (0.93, 0.89)}
"""B-cubed precision and recall, the mean over ten orders: a margin under what docs/decisions/0025-stories.md names."""


@pytest.mark.parametrize("half", FLOORS)
def test_no_figure_falls(half: str) -> None:
    mean, _, number, events = stories.measure(half)
    assert number >= 38
    assert events >= 16
    precision, recall = FLOORS[half]
    assert mean.precision >= precision
    assert mean.recall >= recall


def test_the_halves_share_no_event_and_every_article_is_whole() -> None:
    halves = {half: list(labelled(half)) for half in FLOORS}
    assert not {case.event for case in halves["first"]} & {case.event for case in halves["unseen"]}
    for case in (case for cases in halves.values() for case in cases):
        assert case.record.headline
        assert case.record.article_body
        assert case.record.date_published is not None


def test_the_score_is_b_cubed() -> None:
    cases = list(labelled("first"))[:4]
    made = [case._replace(event=event) for case, event in zip(cases, "aabb", strict=True)]
    assert tuple(stories.score(made, [1, 1, 2, 2])) == (1, 1, 1, 1)
    assert list(stories.score(made, [1, 1, 1, 1])) == pytest.approx([0.5, 1, 1 / 3, 1])
    assert tuple(stories.score(made, [1, 2, 3, 4])) == (1, 0.5, 1, 0)
