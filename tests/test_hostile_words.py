"""Regular expressions: none of the package's takes long on strings made to make it take for ever."""

from typing import TYPE_CHECKING, Any

import pytest

import onrecord
from bounded import stopped_after
from pathological import STRINGS, expressions

if TYPE_CHECKING:
    import re

LONG = 200_000
SECONDS = 4

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


SHORT = 2_000
"""Code points on which an expression that is cubic in them takes a billion steps, and a quadratic one two million."""

# What is quadratic in a search (`\s*x` is, on blanks) takes less than a tenth of this on a slow machine; whether a page
# can bring that about is tried below, with pages on which it would take minutes.
ALLOWED = 1
"""CPU seconds."""

# Searched in what their callers cut to a few hundred code points; the pages below try them there.
CUT = frozenset(
    f"onrecord.{name}[0]"
    for name in (
        "judge.pictures._CREDIT_AT_END",  # 200 characters at the end of a caption
        "readers.loosejson._WRAP_END",  # the last 60 of a script
        "readers.opening._DATELINE",  # matched at the start of the text alone
        "values.byline_names._BIO",  # bylines are cut at 500, and these read pieces of them
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
        with stopped_after(ALLOWED, f"{name} on {unit!r}"):
            for _ in pattern.finditer(text):
                pass


def test_what_is_not_tried_alone_is_still_there() -> None:
    assert {name for name, _ in expressions()} >= CUT


@pytest.mark.parametrize("unit", [u for n, u in enumerate(UNITS) if n % 3 == 0 or "<" in u], ids=repr)
def test_no_words_of_a_page_take_long(unit: str) -> None:
    """Every place at once, each with 200,000 characters of the same."""
    words = (unit * (LONG // len(unit)))[:LONG]
    page = "".join(place.replace("{}", words).replace("{{", "{").replace("}}", "}") for place in PLACES)
    with stopped_after(SECONDS, f"a page of {unit!r}"):
        record = onrecord.extract(
            f"<!doctype html><html><body>{page}", kind="html", url="https://news.example/a"
        )
        onrecord.extract(words, kind="text")
    assert record.to_json()
