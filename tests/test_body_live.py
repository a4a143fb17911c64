"""Entries of live blogs, each with its own time."""

from collections.abc import Callable

import pytest

from onrecord import extract
from onrecord.body.text import read_article
from onrecord.page import open_page
from onrecord.record import BlockKind

ENTRY = "<div class='entry'><time datetime='{time}'>{shown}</time><h2>{head}</h2>{text}</div>"
LINES = (
    "Returning officers in all nine districts report steady queues, with the longest at the grammar school in Thorncliffe.",
    "Two polling places in Lessing ran out of ballot papers shortly after five, and a van has brought fresh ones from the hall.",
    "By three o’clock 41 per cent of those on the register had voted, the electoral office says, six points more than before.",
    "Mayor Winifred Stroud and her challenger, Joel Abara, both cast their votes this morning, and neither spoke to reporters.",
)


def blog(name: str, *times: str, root: str = "") -> str:
    entries = "".join(
        ENTRY.format(
            time=time,
            shown=time[11:16] or "now",
            head=f"Entry number {n}",
            text=f"<p>{LINES[n]}</p><p>{LINES[n - 1]}</p>",
        )
        for n, time in enumerate(times)
    )
    return f"<title>Vale votes – live</title><main {root}><h1>Vale votes</h1><div class='{name}'>{entries}</div></main>"


TIMES = ("2024-10-17T18:40:00+01:00", "2024-10-17T17:55:00+01:00", "2024-10-17T15:10:00+01:00")


@pytest.mark.parametrize(
    ("name", "root"), [("liveblog-feed", ""), ("f", "itemtype='https://schema.org/LiveBlogPosting'")]
)
def test_paragraphs_of_entries_have_their_times(name: str, root: str) -> None:
    article = read_article(open_page(blog(name, *TIMES, root=root), kind="html"))
    entries = [b for b in article.blocks if b.kind is BlockKind.LIVE_ENTRY]
    assert entries
    assert {b.time for b in entries} == set(TIMES)
    text = article.text or ""
    first = next(b for b in entries if text[b.start : b.end] == LINES[0])
    assert first.time in TIMES[:2]
    assert all(b.time is None for b in article.blocks if b.kind is BlockKind.HEADING)


def test_a_page_that_nothing_calls_a_live_blog_has_no_entries() -> None:
    article = read_article(open_page(blog("feed", *TIMES), kind="html"))
    assert article.blocks
    assert all(b.kind is not BlockKind.LIVE_ENTRY and b.time is None for b in article.blocks)


def test_one_timed_part_is_no_entry() -> None:
    article = read_article(open_page(blog("liveblog", TIMES[0]), kind="html"))
    assert all(b.kind is not BlockKind.LIVE_ENTRY for b in article.blocks)


ALIKE: dict[str, Callable[[int], tuple[str, str]]] = {
    "a class of their own first": lambda n: (f"<article class='post-{n} post'>", "</article>"),
    "one that is pinned": lambda n: (f"<div class='{'pinned ' if not n else ''}post'>", "</div>"),
    "items of a list": lambda _: ("<li>", "</li>"),
    "a quoted post first": lambda _: (f"<div><blockquote><time datetime='2020-01-01'></time><p>{LINES[3]}</p></blockquote>", "</div>"),
    "in days": lambda _: (f"<div class='day'><div class='post'><time datetime='2020-01-01'></time><p>{LINES[3]}</p></div><div class='post'>", "</div></div>"),
}  # fmt: skip


@pytest.mark.parametrize("how", ALIKE)
def test_entries_are_alike_in_one_way_and_their_time_is_their_own(how: str) -> None:
    entries = ""
    for n, time in enumerate(TIMES):
        begin, end = ALIKE[how](n)
        entries += f"{begin}<time datetime='{time}'></time><p>{LINES[n]}</p>{end}"
    article = read_article(
        open_page(f"<main><h1>Vale votes</h1><div class='liveblog'>{entries}</div></main>")
    )
    text = article.text or ""
    told = [(b.kind, b.time, text[b.start : b.end]) for b in article.blocks]
    assert [(k, t, w) for k, t, w in told if w in LINES[:3]] == [
        (BlockKind.LIVE_ENTRY, time, line) for time, line in zip(TIMES, LINES, strict=False)
    ]


def test_a_time_that_cannot_be_read_alone_is_none() -> None:
    article = read_article(open_page(blog("liveblog", "two hours ago", *TIMES[1:]), kind="html"))
    times = {b.time for b in article.blocks if b.kind is BlockKind.LIVE_ENTRY}
    assert times == {None, *TIMES[1:]}


@pytest.mark.parametrize(
    ("above", "date"),
    [
        ("", None),
        ("<p>Published <time datetime='2024-10-17T18:40:00+01:00'>18:40</time></p>", TIMES[0]),
        ("<script>state = {publishedAt: '2024-10-17T09:00:00+01:00'}</script>", "2024-10-17T09:00:00+01:00"),
    ],
)
@pytest.mark.parametrize("times", [TIMES, (*TIMES[:2], "2024-10-16T15:10:00+01:00")])
def test_the_time_of_an_entry_is_not_the_pages(above: str, date: str | None, times: tuple[str, ...]) -> None:
    page = blog("liveblog-feed", *times).replace("</h1>", f"</h1>{above}")
    record = extract(page)
    assert [b.time for b in record.blocks if b.time]
    assert (record.date_published and record.date_published.value) == date
    assert record.date_modified is None
