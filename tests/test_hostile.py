"""Pages that mean harm, or are merely enormous: each gives a record in time, without much memory, and says what was left out."""

import gzip
import json
import resource
import signal
import time
import tracemalloc
from collections.abc import Callable, Iterator
from typing import NamedTuple, NoReturn

import pytest

from onrecord import Record, limits
from onrecord.extraction import extract

ARTICLE = (
    "<h1>Rain in May</h1><p>By Ana Roe</p><p>It rained on the third of May, all day long, in Harrow Bay.</p>"
)
SECONDS = 20
"""Far more than any of these takes on a free core; a loop that is quadratic in the page takes hours."""


class Hostile(NamedTuple):
    """How such a page is made, what trouble must be said of it, and whether its article must still be found."""

    make: Callable[[], bytes]
    trouble: str | None = None
    found: bool = False


def page(before: str = "", after: str = "") -> bytes:
    return f"<!doctype html><title>Rain in May</title>{before}{ARTICLE}{after}".encode()


def script(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


ONE = script('{"@type": "NewsArticle", "headline": "Rain in May", "author": {"name": "Ana Roe"}}')

PAGES: dict[str, Hostile] = {
    "200,000 nested divs": Hostile(lambda: page("<div>" * 200_000)),
    "200,000 nested divs behind the article": Hostile(lambda: page(after="<div>" * 200_000), found=True),
    "100,000 unclosed <b>": Hostile(lambda: page("<b>" * 100_000)),
    "100,000 unclosed <b> and <p> by turns": Hostile(lambda: page("<p><b>" * 50_000)),
    "20,000 nested tables": Hostile(lambda: page("<table><tr><td>" * 20_000)),
    "20,000 nested lists": Hostile(lambda: page("<ul><li>a" * 20_000)),
    "50,000 metas": Hostile(lambda: page('<meta name="keywords" content="rain">' * 50_000), "too-many-metas", found=True),
    "20,000 JSON-LD scripts": Hostile(lambda: page(ONE * 20_000), "too-many-scripts", found=True),
    "JSON nested 100,000 deep": Hostile(lambda: page(script("[" * 100_000 + "]" * 100_000)), "json-ld-unreadable", found=True),
    "JSON nested 100,000 deep in objects": Hostile(
        lambda: page(script('{"@graph":' * 100_000 + "1" + "}" * 100_000)), "json-ld-unreadable", found=True
    ),
    "JSON nested 300 deep": Hostile(lambda: page(script('{"@graph":[' * 300 + "]}" * 300)), "json-ld-too-large", found=True),
    "JSON of 5 MB": Hostile(lambda: page(script(json.dumps({"@type": "NewsArticle", "headline": "x" * 5_000_000}))), "json-ld-too-large"),
    "broken JSON of open strings": Hostile(lambda: page(script('{"a":"' + '\\"' * 300_000)), found=True),
    "broken JSON of commas": Hostile(lambda: page(script("[" + ", " * 300_000)), found=True),
    "broken JSON of comments": Hostile(lambda: page(script("[" + "/*" * 300_000)), found=True),
    "broken JSON of comments never closed": Hostile(lambda: page(script("[" + ",/* " * 200_000)), found=True),
    "broken JSON of blanks behind a bracket": Hostile(lambda: page(script("{}" + " " * 300_000 + "x")), found=True),
    "broken JSON of escapes": Hostile(lambda: page(script('{"a":"' + "\\" * 300_001)), found=True),
    "broken JSON of quotes": Hostile(lambda: page(script("{" + '"' * 200_001)), found=True),
    "broken JSON of blanks": Hostile(lambda: page(script('{"a":1,' + " " * 300_000 + "x")), found=True),
    "100,000 articles in a graph": Hostile(
        lambda: page(script(json.dumps({"@graph": [{"@type": "NewsArticle", "headline": "Rain in May"}] * 100_000}))), "json-ld-too-large", found=True
    ),
    "an article with 100,000 authors": Hostile(
        lambda: page(script(json.dumps({"@type": "NewsArticle", "author": [{"name": f"Ana Roe {i}"} for i in range(100_000)]}))), found=True
    ),
    "a 5 MB attribute": Hostile(lambda: page(f'<div class="{"author " * 700_000}">x</div>'), found=True),
    "5 MB of content": Hostile(lambda: page(f'<meta name="description" content="{"rain " * 1_000_000}">'), "value-too-long", found=True),
    "an element with 100,000 attributes": Hostile(lambda: page("<p " + " ".join(f"a{i}=1" for i in range(100_000)) + ">x</p>")),
    "10,000 figures": Hostile(lambda: page(after='<figure><img src="/a.jpg"><figcaption>Rain<span class=credit>Bo</span></figcaption></figure>' * 10_000), found=True),
    "10,000 h1": Hostile(lambda: page(after="<h1>Rain again</h1>" * 10_000)),
    "10,000 times": Hostile(lambda: page(after='<time datetime="2024-05-03">3 May 2024</time>' * 10_000), found=True),
    "10,000 authors": Hostile(lambda: page(after='<div class="author">By Bo Byrne</div>' * 10_000), found=True),
    "10,000 links": Hostile(lambda: page(after='<p><a href="/a">more on the rain of the third of May</a></p>' * 10_000)),
    "10,000 microdata items": Hostile(
        lambda: page(after='<div itemscope itemtype="https://schema.org/NewsArticle"><b itemprop="headline">Rain</b></div>' * 10_000)
    ),
    "10,000 RDFa things, one in another": Hostile(
        lambda: page('<div typeof="schema:Person" rel="schema:author"><i property="schema:name">Bo</i>' * 10_000)
    ),
    "100,000 paragraphs": Hostile(lambda: page(after="<p>It rained again, and nobody in the harbour was surprised by that.</p>" * 100_000)),
    "5 MB in one line": Hostile(lambda: page(after=f"<p>{'It rained. ' * 450_000}</p>")),
    "a million <br>": Hostile(lambda: page(after="<p>" + "a<br>" * 1_000_000)),
    "2 MB of entities": Hostile(lambda: page(after="<p>" + "&amp;" * 400_000)),
    "2 MB of numbers": Hostile(lambda: page(after="<p class=byline>" + "2024-05-03 " * 200_000), found=True),
    "2 MB of comments": Hostile(lambda: page(after="<!--x-->" * 250_000), found=True),
    "a comment never closed": Hostile(lambda: page(after="<!-- " + "-" * 2_000_000), found=True),
    "2 MB of open tags in the head": Hostile(lambda: page("<meta " * 300_000)),
    "30 MB of <": Hostile(lambda: b"<" * 30_000_001, "page-too-large"),
    "40 MB of text": Hostile(lambda: b"rain " * 8_000_000, "page-too-large"),
    "21 million characters": Hostile(lambda: page(after="<p>" + "a " * 10_500_000), "page-too-large"),
    "a gzip bomb": Hostile(lambda: gzip.compress(b"\0" * 200_000_000, 9, mtime=0), "page-too-large"),
    "gzip cut short": Hostile(lambda: gzip.compress(page(), mtime=0)[:-20], "compression-broken"),
    "gzip with a fault": Hostile(lambda: gzip.compress(page(), mtime=0)[:60] + b"\xff" * 60, "compression-broken"),
    "only nul bytes": Hostile(lambda: b"\0" * 1_000_000),
    "UTF-16 cut in a letter": Hostile(lambda: page().decode().encode("utf-16")[:-1], found=True),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _stopped() -> Iterator[None]:
    """What takes for ever is a failure, not a test run that never ends."""

    def stop(*_: object) -> NoReturn:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(6 * SECONDS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_page_gives_a_record_in_time(name: str) -> None:
    hostile = PAGES[name]
    body = hostile.make()
    before = _memory()
    start = time.process_time()
    record = extract(body, url="https://news.example/rain")
    assert time.process_time() - start < SECONDS
    assert _memory() - before < 1_000_000, "KiB"
    if hostile.trouble:
        assert hostile.trouble in {t.code for t in record.troubles}
    if hostile.found:
        assert record.headline == "Rain in May"
        assert "Ana Roe" in " ".join(a.name for a in record.author)
    _within_limits(record)


def _memory() -> int:
    """The most this process has used so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _within_limits(record: Record) -> None:
    assert len(record.blocks) <= limits.BLOCKS
    assert len(record.images) <= limits.IMAGES
    assert len(record.links) <= limits.LINKS
    for name, rows in record.evidence.items():
        # A byline may name several people: a candidate each.
        assert len(rows) <= limits.CANDIDATES * (20 if name == "author" else 1), name
        assert all(len(c.raw) <= limits.RAW_CHARACTERS for c in rows if name != "article_body"), name
    assert all(
        len(c.place.css or "") <= limits.CSS_CHARACTERS for rows in record.evidence.values() for c in rows
    )


def test_many_pages_take_no_more_memory_than_few() -> None:
    """Nothing of a page outlives it: the caches are bounded, and hold no page."""

    def read(numbers: range) -> None:
        for i in numbers:
            words = " ".join(f"word{i}x{k}" for k in range(20))
            extract(
                f'<html lang=en-{i}><h1 class="c{i}">Rain {i}</h1><div class="by{i}">By Ana Roe{i}</div><p>{words}</p>'
            )

    tracemalloc.start()
    try:
        read(range(3_000))
        first = tracemalloc.get_traced_memory()[0]
        read(range(3_000, 6_000))
        assert tracemalloc.get_traced_memory()[0] - first < 1_000_000
    finally:
        tracemalloc.stop()
