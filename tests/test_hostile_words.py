"""Regular expressions: none of the package's takes long on strings made to make it take for ever."""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

import onrecord
from pathological import STRINGS, expressions

if TYPE_CHECKING:
    import re

LONG = 200_000
SECONDS = 2

PLACES = (
    "<title>{}</title>",
    "<h1>{}</h1>",
    "<div class=byline>By {}</div>",
    "<div class='{}'>x</div>",
    '<meta name=author content="{}">',
    '<meta property=article:published_time content="{}">',
    "<time datetime='{}'>{}</time>",
    '<link rel=canonical href="{}">',
    '<script type="application/ld+json">{}</script>',
    '<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{}"}}</script>',
    '<a href="{}">x</a>',
    "<p>{}",
    "<!-- {} -->",
    "<article><pre>{}</pre></article>",
)
"""Where words stand that a reader takes from a page."""

UNITS = tuple(STRINGS)


class TooLongError(Exception):
    """What is not done in time."""


@contextmanager
def stopped_after(seconds: float) -> Iterator[None]:
    """By CPU time, so that a busy machine does not matter."""

    def stop(*_: object) -> NoReturn:
        raise TooLongError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


SHORT = 3_000
"""Code points on which an expression that is quadratic in them shows it already: it takes ten million steps."""

ALLOWED = 0.1
"""CPU seconds. One that is linear takes a hundredth of this; what `re` itself does with 200 units is in it."""

# Searched in what their callers cut to a few hundred code points; the pages below try them there.
CUT = frozenset(
    f"onrecord.{name}[0]"
    for name in (
        "judge.pictures._CREDIT_AT_END",  # 200 characters at the end of a caption
        "readers.loosejson._WRAP_END",  # the last 60 of a script
        "readers.opening._DATELINE",  # matched at the start of the text alone
        "values.byline_names.EAST_TAIL",  # bylines are cut at 500, and these read pieces of them
        "values.byline_names._BIO",
        "values.byline_pieces.DOMAIN",
        "values.byline_pieces._WORDS_AND",
        "values.names._HEX",
        "values.names._NUMBERED",
    )
)


@pytest.mark.parametrize(
    ("name", "pattern"), [pytest.param(n, p, id=n) for n, p in expressions() if n not in CUT]
)
def test_no_expression_is_caught_in_a_trap(name: str, pattern: "re.Pattern[Any]") -> None:
    for unit, long in STRINGS.items():
        words = long[:SHORT] + "\x01z"
        text = words.encode() if isinstance(pattern.pattern, bytes) else words
        start = time.process_time()
        with stopped_after(SECONDS):
            for _ in pattern.finditer(text):
                pass
        spent = time.process_time() - start
        assert spent < ALLOWED, f"{name}: {spent:.2f} s on {unit!r}"


def test_what_is_not_tried_alone_is_still_there() -> None:
    assert {name for name, _ in expressions()} >= CUT


@pytest.mark.parametrize("unit", [u for n, u in enumerate(UNITS) if n % 3 == 0 or "<" in u], ids=repr)
def test_no_words_of_a_page_take_long(unit: str) -> None:
    """Every place at once, each with 200,000 characters of the same."""
    words = (unit * (LONG // len(unit)))[:LONG]
    page = "".join(place.replace("{}", words).replace("{{", "{").replace("}}", "}") for place in PLACES)
    with stopped_after(2 * SECONDS):
        record = onrecord.extract(
            f"<!doctype html><html><body>{page}", kind="html", url="https://news.example/a"
        )
        onrecord.extract(words, kind="text")
    assert record.to_json()
