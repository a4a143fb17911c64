"""All that the reading room changes: tags, notes, saved searches. Each by a form of its own, by POST."""

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord import limits
from onrecord.archive import Archive
from onrecord.search.query import parse
from onrecord.web.drawing import archive_of
from onrecord.web.search_page import address


async def tag(request: Request) -> Response:
    """``POST /record/ID/tags`` with ``tag``; several are parted by commas."""
    form = await _form(request)
    names = [name for part in _text(form, "tag", limits.NAME_CHARACTERS).split(",") if (name := part.strip())]
    return await _done(request, lambda key: archive_of(request).tag(key, *names))


async def untag(request: Request) -> Response:
    """``POST /record/ID/tags/drop`` with ``tag``."""
    return await _with_text(request, "tag", limits.NAME_CHARACTERS, Archive.untag)


async def note(request: Request) -> Response:
    """``POST /record/ID/notes`` with ``text``."""
    return await _with_text(request, "text", limits.NOTE_CHARACTERS, Archive.note)


async def drop_note(request: Request) -> Response:
    """``POST /record/ID/notes/drop`` with ``text``: the note that says this."""
    return await _with_text(request, "text", limits.NOTE_CHARACTERS, Archive.drop_note)


async def save_search(request: Request) -> Response:
    """``POST /searches`` with ``name`` and ``query``: kept under that name, in place of another one."""
    form = await _form(request)
    name = _text(form, "name", limits.NAME_CHARACTERS)
    query = _text(form, "query", limits.QUERY_CHARACTERS)
    parse(query)  # what cannot be asked is not kept
    await run_in_threadpool(archive_of(request).save_search, name, query)
    return RedirectResponse(address(query), 303)


async def drop_search(request: Request) -> Response:
    """``POST /searches/drop`` with ``name``."""
    form = await _form(request)
    await run_in_threadpool(archive_of(request).drop_search, _text(form, "name", limits.NAME_CHARACTERS))
    return RedirectResponse("/", 303)


async def _form(request: Request) -> FormData:
    return await request.form(max_files=0, max_fields=8)


def _text(form: FormData, name: str, most: int) -> str:
    """What stands in a field of the form; 400 where it is empty or too long."""
    said = form.get(name)
    text = said.replace("\r\n", "\n").strip() if isinstance(said, str) else ""
    if not text:
        raise HTTPException(400, f"The form names no {name}.")
    if len(text) > most:
        raise HTTPException(400, f"The {name} is longer than {most:,} characters.")
    return text


async def _with_text(
    request: Request, field: str, most: int, change: Callable[[Archive, str, str], object]
) -> Response:
    """Change something about a record with what one field of the form says."""
    text = _text(await _form(request), field, most)
    return await _done(request, lambda key: change(archive_of(request), key, text))


async def _done(request: Request, change: Callable[[str], object]) -> Response:
    """Change something about a record, then show it."""
    key = request.path_params["key"]
    await run_in_threadpool(change, key)
    return RedirectResponse(f"/record/{key}#beside", 303)
