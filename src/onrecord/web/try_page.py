"""A page that is pasted or dropped: its record and evidence at once, and nothing of it kept."""

import itertools
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord import limits
from onrecord.extraction import extract_all
from onrecord.page import open_page
from onrecord.values.addresses import is_web
from onrecord.web.drawing import draw
from onrecord.web.evidence import backed
from onrecord.web.record_page import parts

if TYPE_CHECKING:
    import threading

_SEVERAL = 20
"""Articles of one text that are named; the first is shown."""
_BUSY_S = 5.0
"""How long a page waits for others to be read."""


def show(request: Request) -> Response:
    """``GET /try``: the form."""
    return draw(request, "try.html", {"reason": None, "url": ""})


async def read(request: Request) -> Response:
    """``POST /try`` with ``page`` (text) or ``file``, and ``url`` if it is known: the record, which is not kept."""
    async with request.form(max_files=1, max_fields=8, max_part_size=limits.PAGE_BYTES) as form:
        data = await _handed_over(form)
        url = str(form.get("url") or "").strip()
    if not data:
        context = {"reason": "Paste a page, or choose a file.", "url": url}
        return draw(request, "try.html", context, status=400)
    return await run_in_threadpool(_answer, request, data, url if is_web(url) else None)


async def _handed_over(form: FormData) -> bytes:
    file = form.get("file")
    if isinstance(file, UploadFile) and file.size:
        return await file.read()
    pasted = form.get("page")
    return pasted.strip().encode("utf-8", "replace") if isinstance(pasted, str) else b""


def _answer(request: Request, data: bytes, url: str | None) -> Response:
    turns: threading.BoundedSemaphore = request.app.state.turns
    if not turns.acquire(timeout=_BUSY_S):
        raise HTTPException(503, "Other pages are being read; try again in a moment.")
    try:
        records = tuple(itertools.islice(extract_all(data, url=url, statements=True), _SEVERAL))
        context = {
            **parts(records[0]),
            "fields": backed(records[0], open_page(data, url=url)),
            "others": records[1:],
            "kept": False,
        }
    finally:
        turns.release()
    return draw(request, "tried.html", context)
