"""A record: its text, who said what in it, the evidence of every field, and what the archive knows beside it."""

import itertools
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.record import Record
from onrecord.web.drawing import archive_of, draw
from onrecord.web.evidence import backed, clashes, odd
from onrecord.web.parameters import is_for_htmx, words
from onrecord.web.reading import groups, said
from onrecord.web.source_page import opened
from onrecord.web.story_pages import told_elsewhere

_COPIES = 200
"""Copies that are listed, the first published."""


def show(request: Request) -> Response:
    """``GET /record/ID``; a prefix of an id leads to it."""
    archive = archive_of(request)
    key = request.path_params["key"]
    record, version = archive.get(key), archive.version(key)
    if version.key != key:
        return RedirectResponse(f"/record/{quote(version.key)}", 303)
    page = opened(archive, key)
    context = {
        **parts(record),
        "fields": backed(record, page),
        "kept": page is not None,
        "version": version,
        "versions": tuple(archive.versions(key)),
        "left": archive.uncompared(key),
        "copied": archive.has_copies(key),
        "story": told_elsewhere(archive, key),
        "tags": archive.tags(key),
        "notes": archive.notes(key),
    }
    return draw(request, "record.html", context)


def show_copies(request: Request) -> Response:
    """``GET /record/ID/copies``: who else ran it; to htmx the list alone. Apart, since each copy is read for it."""
    archive = archive_of(request)
    key = request.path_params["key"]
    found = tuple(itertools.islice(archive.copies(key), _COPIES))
    template = "copies_list.html" if is_for_htmx(request) else "copies.html"
    return draw(request, template, {"record": archive.get(key), "copies": found})


def parts(record: Record) -> dict[str, object]:
    """What is shown of a record whether it is kept or not."""
    return {
        "record": record,
        "groups": groups(record),
        "said": said(record),
        "clashes": clashes(record),
        "odd": odd(record),
    }


def find(request: Request) -> Response:
    """``GET /record?url=ADDRESS``: the newest version at an address."""
    url = words(request, "url")
    if url is None:
        raise HTTPException(404, "Name an address.")
    return RedirectResponse(f"/record/{archive_of(request).get(url).id}", 303)
