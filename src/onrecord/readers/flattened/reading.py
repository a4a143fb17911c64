"""Which kind of text it is, and what it says."""

import re
from collections.abc import Iterator, Sequence

from onrecord import limits
from onrecord.evidence import Evidence, Place, Trouble
from onrecord.page import Page
from onrecord.readers.flattened import dumps, exports, front_matter, parting, schema
from onrecord.readers.flattened.block import is_block
from onrecord.readers.flattened.labels import each_label, is_export, is_mail, labelled
from onrecord.readers.flattened.lines import Line, lines_of
from onrecord.readers.flattened.prose import is_prose


def articles_of(page: Page) -> tuple[tuple[int, int], ...]:
    """The stretches of ``page.text`` that hold an article each; none where the page holds one, or is no text."""
    known = page.kept.get(ARTICLES)
    if known is None:
        known = page.kept[ARTICLES] = tuple(parting.articles_in(page.text))
    return known  # type: ignore[return-value]  # what was kept above


ARTICLES = "flattened articles"
"""Under this name a page keeps where all its articles stand."""
ARTICLE = "flattened article"
"""Under this name a page keeps which of its articles is read, a (start, end); the first where it keeps none."""


def read(page: Page) -> Iterator[Evidence | Trouble]:
    """What the text says, or of several articles the first; a trouble says how many more there are."""
    span, several = page.kept.get(ARTICLE), articles_of(page)
    if len(several) > 1 and span in {None, several[-1]} and _is_cut(page.text, several):
        yield Trouble("too-many-articles", f"only the first {len(several):,} articles are read")
    if span is None and len(several) > 1:
        span = several[0]
        detail = f"the text holds {len(several)} articles; this is the first"
        yield Trouble("several-articles", detail, Place(*span))
    start, end = span if isinstance(span, tuple) else (0, len(page.text))
    lines = lines_of(page.text, start, end)
    if len(lines) == limits.LINES:
        yield Trouble("too-many-lines", f"read the first {limits.LINES:,} lines")
    yield from _said(lines) if lines else ()


def _said(lines: Sequence[Line]) -> Iterator[Evidence]:
    """What lines say by their kind."""
    if front_matter.end_of(lines):
        return front_matter.read(lines)
    mail = is_mail(lines)
    if not mail and is_block(lines):
        return schema.read(lines)
    parts = [part for line in lines for part in each_label(line)]
    first = next(
        (n for n, line in enumerate(parts) if is_prose(line.text) and not labelled(line)), len(parts)
    )
    parts[first + 1 :] = [line._replace(below=True) for line in parts[first + 1 :]]
    return exports.read(parts, mail=mail) if mail or is_export(parts) else dumps.read(parts)


def _is_cut(text: str, several: Sequence[tuple[int, int]]) -> bool:
    """Whether a text goes on behind the last of its articles because no more of them, or of its lines, are read."""
    end = several[-1][1]
    most = len(several) == limits.ARTICLES or text.count("\n", 0, end) >= limits.LINES - 1
    return most and _WORD.search(text, end) is not None


_WORD = re.compile(r"\w")
