"""What stands on both pages, and what stands in boxes, is no change; what is written into the text is one."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from made_archive import PARAGRAPHS, captured, page
from onrecord.archive import Archive
from onrecord.archive.beside import around
from onrecord.archive.changes import Diff
from onrecord.archive.differences import Around, compare
from onrecord.extraction import extract
from onrecord.record import PageType, Record

URL = "https://tarnpost.example/eels"
LAST = "Nobody was hurt."


def read(data: bytes) -> Record:
    return extract(data, url=URL)


def without_last_block(record: Record) -> Record:
    """As the text would be judged where its last block was left out."""
    assert record.blocks is not None
    kept = record.blocks[:-1]
    body = (record.article_body or "")[: kept[-1].end]
    return msgspec.structs.replace(record, blocks=kept, article_body=body)


def compared(before: Record, first: bytes, after: Record, second: bytes) -> Diff:
    return compare(before, after, around(before, lambda: first), around(after, lambda: second))


def test_a_line_that_stands_on_both_pages_did_not_come_or_go() -> None:
    data = page(*PARAGRAPHS, LAST)
    whole = read(data)
    assert (whole.article_body or "").endswith(LAST)
    short = without_last_block(whole)
    assert compare(short, whole).changed
    assert not compared(short, data, whole, data).changed
    assert not compared(whole, data, short, data).changed


def test_a_line_that_stands_on_one_page_did() -> None:
    data, longer = page(), page(*PARAGRAPHS, LAST)
    (added,) = compared(read(data), data, read(longer), longer).sentences
    (removed,) = compared(read(longer), longer, read(data), data).sentences
    assert (added.kind, added.after, removed.kind, removed.before) == ("added", LAST, "removed", LAST)


def test_a_second_one_of_a_line_that_stood_there_once_is_told() -> None:
    once, twice = page(*PARAGRAPHS, LAST), page(LAST, *PARAGRAPHS, LAST)
    assert compared(read(once), once, read(twice), twice).changed


def boxed(box: str) -> bytes:
    """A page with a box behind its second paragraph."""
    return page().replace(f"{PARAGRAPHS[1]}</p>".encode(), f"{PARAGRAPHS[1]}</p>{box}".encode())


def amid(record: Record, data: bytes) -> Record:
    """The record with all that is in its box taken for text, as a model may do."""
    words = [*PARAGRAPHS[:2], *_box_words(data), *PARAGRAPHS[2:]]
    plain = read(page(*words))
    return msgspec.structs.replace(plain, id=record.id)


def _box_words(data: bytes) -> list[str]:
    return [part.split(b"<")[0].decode() for part in data.split(b"<p class=x>")[1:]]


CARD = "<div><a href=/n/7>Harbour shut while divers search for an anchor</a>{}</div>"


@pytest.mark.parametrize(
    "box",
    ["<div class=newsletter>{}</div>", "<div>{}<button>Yes</button></div>", "<aside>{}</aside>", CARD, f"<div>{CARD * 6}</div>"],
)  # fmt: skip
def test_a_box_is_drawn_anew_for_every_visitor(box: str) -> None:
    said = "<p class=x>Do you agree? More than {0} readers voted on this question so far.</p>"
    poll = box.replace("{}", said)
    first, second = boxed(poll.format(412)), boxed(poll.format(977))
    before, after = amid(read(first), first), amid(read(second), second)
    assert compare(before, after).changed
    assert not compared(before, first, after, second).changed


@pytest.mark.parametrize("box", ["<div>{}</div>", "<div><a href=/n/7>Harbour shut</a>{}</div>"])
def test_a_box_that_only_looks_like_one_is_compared(box: str) -> None:
    said = "<p class=x>The board counted {0} boats in the harbour on the first day of the season.</p>"
    fact = box.replace("{}", said)
    first, second = boxed(fact.format(412)), boxed(fact.format(977))
    before, after = amid(read(first), first), amid(read(second), second)
    assert compared(before, first, after, second).changed


def test_entries_that_all_have_a_button_are_compared() -> None:
    def entries(*said: str) -> bytes:
        parts = "".join(f"<div class=entry><p>{one}</p><button>Share</button></div>" for one in said)
        return page("{}").replace(b"<p>{}</p>", parts.encode())

    first, second = entries(*PARAGRAPHS), entries(*PARAGRAPHS[:3])
    before, after = read(page()), read(page(*PARAGRAPHS[:3]))
    assert compared(before, first, after, second).changed


def test_the_same_words_on_a_page_taken_for_none_of_an_article_are_the_same() -> None:
    record = read(page())
    wall = msgspec.structs.replace(record, page_type=PageType.PAYWALL, headline=None, author=())
    assert not compare(record, wall).changed
    live = msgspec.structs.replace(record, page_type=PageType.LIVEBLOG, headline="Eels: live")
    assert compare(record, live).changed


def test_the_archive_asks_the_pages_it_keeps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of one batch too, whose texts are not in the index yet."""
    asked: list[bytes | None] = []

    def watched(record: Record, load: Callable[[], bytes | None]) -> Around:
        asked.append(load())
        return around(record, load)

    monkeypatch.setattr("onrecord.archive.beside.around", watched)
    first, second = page(), page(*PARAGRAPHS[:3])
    with Archive(tmp_path / "press.db") as archive:
        archive.add(
            captured(first, when="2024-05-03T08:00:00Z"), captured(second, when="2024-05-04T08:00:00Z")
        )
        assert asked == [first, second]
        assert [version.silent_edit for version in archive.versions(URL)] == [False, True]
        (step,) = archive.changes(URL)
        assert step.changed
        assert asked == [first, second, first, second]
