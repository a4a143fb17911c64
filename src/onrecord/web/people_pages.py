"""People and organisations: who is quoted most, what each said and where, and the same words told in other words."""

import functools
import itertools
from typing import TypedDict

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord.archive import Archive
from onrecord.web.drawing import archive_of, draw
from onrecord.web.parameters import words
from onrecord.web.turning import paged

_PAGE = 50
"""Speakers, or statements, of one page."""
_RETOLD = 20
"""Groups of words that several publishers report; the newest."""


def show_people(request: Request) -> Response:
    """``GET /people``: who is quoted most; ``publisher``, ``since`` and ``until`` narrow it, ``kind`` those who are only described."""
    archive, told = archive_of(request), _told(request)
    described = request.query_params.get("kind") == "described"
    found, turns = paged(request, _PAGE, functools.partial(archive.people, **told, named=not described))
    context = {
        "people": found,
        "told": told,
        "described": described,
        "most": max((one.statements for one in found), default=1),
        **turns,
    }
    return draw(request, "people.html", context)


def show_person(request: Request) -> Response:
    """``GET /person?name=NAME``: their statements in order of time, and the same words as others report them."""
    archive, told = archive_of(request), _told(request)
    name = words(request, "name")
    if name is None:
        raise HTTPException(404, "Name somebody.")
    one = archive.person(name, **told)
    said, turns = paged(request, _PAGE, functools.partial(archive.remarks, one.key, **told))
    told_again = archive.retold(one.key, since=told["since"], until=told["until"])
    context = {
        "one": one,
        "said": said,
        "retold": tuple(itertools.islice(told_again, _RETOLD)),
        "told": told,
        "publishers": _publishers(archive, one.name),
        **turns,
    }
    return draw(request, "person.html", context)


class _Told(TypedDict):
    publisher: str | None
    since: str | None
    until: str | None


def _told(request: Request) -> _Told:
    """What narrows the statements: publisher, first and last day."""
    return {
        "publisher": words(request, "publisher"),
        "since": words(request, "since"),
        "until": words(request, "until"),
    }


def _publishers(archive: Archive, name: str) -> tuple[str, ...]:
    """Who quotes them, of the newest statements; the most frequent first."""
    counts: dict[str, int] = {}
    for remark in archive.remarks(name, newest=True, limit=_LOOKED_AT):
        if remark.publisher:
            counts[remark.publisher] = counts.get(remark.publisher, 0) + 1
    return tuple(sorted(counts, key=lambda publisher: (-counts[publisher], publisher)))


_LOOKED_AT = 200
"""Statements whose publishers are named as a choice."""
