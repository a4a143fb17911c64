"""The result of a search to take away: CSV, JSON lines, or a feed to follow."""

import codecs
import datetime as dt
import itertools
import tempfile
from collections.abc import Iterator
from typing import IO

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from onrecord import limits
from onrecord.export.feeds import Feed
from onrecord.export.trimming import Kept
from onrecord.export.writing import Format, pieces
from onrecord.web import terms
from onrecord.web.drawing import archive_of
from onrecord.web.parameters import words

_TYPES = {
    Format.CSV: ("text/csv; charset=utf-8", "csv"),
    Format.JSONL: ("application/jsonl; charset=utf-8", "jsonl"),
}
_IN_MEMORY = 4_000_000
"""Bytes of a download that are held in memory; the rest lies in a file without a name."""
_CHUNK = 65_536


def download(request: Request) -> Response:
    """``GET /export?q=QUERY&form=csv|jsonl``: the newest `limits.EXPORTED` articles that answer."""
    told = request.query_params
    form = next((form for form in _TYPES if form == told.get("form", "csv")), None)
    if form is None:
        raise HTTPException(404, "There is CSV (form=csv) and JSON lines (form=jsonl).")
    kind, ending = _TYPES[form]
    file = _written(request, form, limits.EXPORTED)
    headers = {"Content-Disposition": f'attachment; filename="onrecord.{ending}"'}
    return StreamingResponse(_chunks(file), media_type=kind, headers=headers)


def feed(request: Request) -> Response:
    """``GET /feed.rss?q=QUERY``: the newest `limits.FED` articles that answer, as RSS."""
    with _written(request, Format.RSS, limits.FED) as file:
        return Response(file.read(), media_type="application/rss+xml; charset=utf-8")


def _written(request: Request, form: Format, most: int) -> IO[bytes]:
    """The document, whole: what goes wrong goes wrong before the first byte is sent, and in one thread."""
    query = words(request, "q") or ""
    records = itertools.islice(archive_of(request).records(query or terms.ALL), most)
    about = Feed(f"onrecord: {query or 'all articles'}", dt.datetime.now(dt.UTC))
    file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  # closed by who sends it
    try:
        if form is Format.CSV:
            # Spreadsheets that open a file by a click take it for UTF-8 by this mark alone.
            file.write(codecs.BOM_UTF8)
        file.writelines(pieces(records, form, kept=Kept.FULL, feed=about))
        file.seek(0)
    except BaseException:
        file.close()
        raise
    return file


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while data := file.read(_CHUNK):
            yield data
