"""A captured page as text, with the place of a value marked: what a person checks a record against."""

from typing import NamedTuple

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord import limits
from onrecord.archive import Archive
from onrecord.capture import page_of
from onrecord.errors import ArchiveError
from onrecord.harmless import visible
from onrecord.page import Page
from onrecord.record import Record
from onrecord.web.drawing import archive_of, draw
from onrecord.web.parameters import number
from onrecord.whereabouts import Span, find_span, position


class Stretch(NamedTuple):
    """A part of a captured page, as text."""

    before: str
    here: str
    """What is asked for; empty where nothing is."""
    after: str
    line: int
    """Of its first character, from 1."""
    cut_before: bool
    cut_after: bool


def opened(archive: Archive, key: str) -> Page | None:
    """The page that a record was read from; None where it is not kept, or no longer whole."""
    try:
        captured = archive.page(key)
    except ArchiveError:
        return None
    return None if captured is None else page_of(captured)


def show(request: Request) -> Response:
    """``GET /record/ID/source``: with ``field`` and ``n`` a candidate's place, with ``trouble`` that of what is odd."""
    archive = archive_of(request)
    key = request.path_params["key"]
    record, captured = archive.get(key), archive.page(key)
    if captured is None:
        return draw(request, "source.html", {"record": record, "stretch": None, "what": None}, status=404)
    page = page_of(captured)
    what, span = _asked(request, record, page)
    context = {
        "record": record,
        "what": what,
        "found": span is not None,
        "at": position(page, span.start) if span else None,
        "exact": span is None or span.exact,
        "stretch": stretch(page.text, span),
        "size": len(captured.data),
        "captured": captured,
    }
    return draw(request, "source.html", context)


def _asked(request: Request, record: Record, page: Page) -> tuple[str | None, Span | None]:
    told = request.query_params
    at = number(told.get("n") or told.get("trouble")) or 0
    if "trouble" in told:
        if at >= len(record.troubles):
            raise HTTPException(404, "No such trouble.")
        trouble = record.troubles[at]
        return trouble.code, find_span(page, trouble.place, "")
    field = told.get("field")
    if field is None:
        return None, None
    candidates = record.evidence.get(field, ())
    if at >= len(candidates):
        raise HTTPException(404, "The page says no such thing.")
    return field, find_span(page, candidates[at].place, candidates[at].raw)


def stretch(text: str, span: Span | None) -> Stretch:
    """What is shown of ``text``: `limits.SOURCE_SHOWN` code points at most, ``span`` in their middle."""
    start, end = (span.start, span.end) if span else (0, 0)
    end = min(end, start + limits.SOURCE_SHOWN)
    around = (limits.SOURCE_SHOWN - (end - start)) // 2
    low = max(0, start - around)
    high = min(len(text), end + around + max(0, around - start))
    # From the beginning of a line, if one begins near by.
    newline = text.rfind("\n", max(0, low - _LINE), low) + 1
    low = newline or low
    return Stretch(
        before=visible(text[low:start]),
        here=visible(text[start:end]),
        after=visible(text[end:high]),
        line=text.count("\n", 0, low) + 1,
        cut_before=low > 0,
        cut_after=high < len(text),
    )


_LINE = 500
"""Code points in which the beginning of a line is looked for."""
