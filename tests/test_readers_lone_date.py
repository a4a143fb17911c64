"""A day told far from the headline: believed where the page's lines name no other."""

import pytest

import onrecord
from onrecord.page import open_page
from onrecord.readers.dated import holder
from seen import PROSE


def published(after: str) -> str | None:
    record = onrecord.extract(
        f"<title>Harbour closed</title><article><h1>Harbour closed</h1>{PROSE * 4}{after}</article>"
    )
    return record.date_published.value if record.date_published else None


@pytest.mark.parametrize(
    "after",
    [
        "<footer><span>3 May 2024</span></footer>",
        "<div><p>Ida Holm</p><p>May 3, 2024</p></div>",
        "<aside><time datetime='2024-05-03T08:00:00Z'>a while ago</time></aside>",
        "<p>3 May 2024</p><p>by Ida Holm, 3 May 2024</p>",
    ],
)
def test_a_page_that_names_one_day_was_published_then(after: str) -> None:
    assert (published(after) or "").startswith("2024-05-03")


@pytest.mark.parametrize(
    "after",
    [
        "<div><p>3 May 2024</p><p>4 May 2024</p></div>",
        "<div class='comments'><p>3 May 2024</p></div>",
        "<div class='related-posts'><p>3 May 2024</p></div>",
        "<nav><time datetime='2024-05-03'></time></nav>",
        "<p>Updated 3 May 2024</p>",
        "<p>Today is Friday, 3 May 2024</p>",
        "<p>Deadline: 3 May 2024</p>",
        "<p>Event: <time datetime='2024-05-03'>3 May</time></p>",
        "<div><h3>2 comments</h3><p>Ida Holm</p><p>3 May 2024</p></div>",
        "<p>The next fair in the town is on 3 May 2024</p>",
        "<p>May 2024</p>",
    ],
)
def test_a_day_of_something_else_is_left(after: str) -> None:
    assert published(after) is None


def test_the_day_has_its_place() -> None:
    page = f"<h1>Harbour closed</h1>{PROSE * 4}<div><i>3 May 2024</i></div>"
    (told,) = onrecord.extract(page).why("date_published")
    assert page[told.place.start : told.place.end] == told.raw == "3 May 2024"


def test_a_day_in_pieces_has_the_place_of_the_line_around_them() -> None:
    page = open_page("<div><p>On <i>3</i> <b>May</b> 2024, in Harrow Bay</p></div>")
    piece = next(page.elements("i"))
    assert holder(piece, "3 May 2024").tag == "p"
    assert holder(piece, "4 May 2024") == piece


def test_a_line_that_opens_as_bylines_do_says_when() -> None:
    line = "<p>By Ida Holm|<span class=updated>2024-05-03T10:02:11+00:00</span>May 3rd, 2024|Categories: Ports|0 Comments</p>"
    assert (published(f"{line}<div class='related-posts'>4 May 2023</div>") or "").startswith("2024-05-03")
    assert published(f"{line}<p>By Max Roe | 4 May 2023 | Categories: Ports</p>") is None
