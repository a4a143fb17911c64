"""JSON under ``/api/``: search, records, versions, copies, statements, people, stories. It only reads.

Every address answers GET with parameters in the query string. What goes wrong is a problem document (RFC 9457):
a parameter or query that cannot be read is 400 and says where, what is not here is 404, what takes too long 503.
"""

import functools
import re
from typing import TYPE_CHECKING

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import Receive, Scope, Send

from onrecord.archive.coverage import Coverage
from onrecord.errors import ArchiveError, NotFound, OnRecordError, PeriodError, QueryError, QueryTooSlow
from onrecord.record import Record
from onrecord.search.periods import whole_days
from onrecord.web import api_answers as answers
from onrecord.web.openapi import Operation, document
from onrecord.web.problem import problem

if TYPE_CHECKING:
    from onrecord.archive import Archive

OPERATIONS = (
    Operation("/api/search", answers.AskedSearch, answers.found, answers.Found),
    Operation("/api/record", answers.AskedRecord, answers.record, Record),
    Operation("/api/versions", answers.AskedArticle, answers.versions, answers.Versions),
    Operation("/api/copies", answers.AskedArticle, answers.copies, answers.Copies),
    Operation("/api/statements", answers.AskedArticle, answers.statements, answers.Statements),
    Operation("/api/cite", answers.AskedCitation, answers.cited, answers.Cited),
    Operation("/api/people", answers.AskedPeople, answers.people, answers.People),
    Operation("/api/person", answers.AskedPerson, answers.person, answers.PersonTold),
    Operation("/api/stories", answers.AskedStories, answers.stories, answers.Stories),
    Operation("/api/story", answers.AskedStory, answers.story, Coverage),
)


def routes(archive: "Archive") -> list[BaseRoute]:
    """The API over ``archive``, which stays the caller's to close: everything under ``/api``, what is unknown too."""
    prefix = len("/api")
    return [
        Mount(
            "/api",
            routes=[
                *(Route(one.path[prefix:], _Answering(archive, one)) for one in OPERATIONS),
                Route("/openapi.json", _Describing()),
                Route("/{rest:path}", _Missing()),
            ],
        )
    ]


class _Endpoint:
    """Answers GET and HEAD, and whatever else with a problem."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        if request.method in {"GET", "HEAD"}:
            response = await self.answer(request)
        else:
            response = problem(405, "Method not allowed", detail="Everything here answers GET.")
            response.headers["allow"] = "GET, HEAD"
        await response(scope, receive, send)

    async def answer(self, request: Request) -> Response:
        """The response to a GET."""
        raise NotImplementedError


class _Answering(_Endpoint):
    """One operation."""

    def __init__(self, archive: "Archive", operation: Operation) -> None:
        self._archive, self._operation = archive, operation

    async def answer(self, request: Request) -> Response:
        try:
            asked = _read(request.query_params, self._operation.asked)
            data = await run_in_threadpool(self._work, asked)
        except (OnRecordError, _Unreadable) as error:
            return _went_wrong(error)
        return Response(data, media_type="application/json")

    def _work(self, asked: msgspec.Struct) -> bytes:
        return msgspec.json.encode(self._operation.answer(self._archive, asked))


def _went_wrong(error: Exception) -> Response:
    """What a caller is told; of a fault in onrecord nothing is told, so it is not caught."""
    match error:
        case _Unreadable() | PeriodError():
            return _unreadable(str(error), error.name)
        case QueryError():
            return problem(
                400,
                "The query cannot be read",
                "query",
                detail=error.reason,
                parameter="q",
                position=error.position,
            )
        case NotFound():
            return problem(404, "Not in this archive", "not-found", detail=error.reason)
        case QueryTooSlow():
            return problem(503, "The query took too long", "too-slow", detail=str(error))
        case ArchiveError():
            return problem(503, "The archive cannot answer", "archive", detail=error.reason)
        case _:
            raise error


def _unreadable(reason: str, name: str | None) -> Response:
    return problem(400, "A parameter cannot be read", "parameter", detail=reason, parameter=name)


class _Describing(_Endpoint):
    """The OpenAPI document."""

    async def answer(self, request: Request) -> Response:
        for name in request.query_params:
            return _unreadable(f"there is no parameter {name}", name)
        return Response(_description(), media_type="application/json")


@functools.cache
def _description() -> bytes:
    return msgspec.json.encode(document(OPERATIONS))


class _Missing(_Endpoint):
    """Everything else under /api."""

    async def answer(self, request: Request) -> Response:
        return problem(
            404, "No such address", detail=f"/api/openapi.json names those there are, not {request.url.path}"
        )


class _Unreadable(Exception):  # noqa: N818  # reads as what it says
    """A parameter that cannot be read; ``name`` is None where it is missing from what was said."""

    def __init__(self, reason: str, name: str | None) -> None:
        super().__init__(reason)
        self.name = name


_NAMED = re.compile(r" - at `\$\.(\w+)`$")
_MISSING = re.compile(r"field `(\w+)`")


def _read(given: QueryParams, kind: type[msgspec.Struct]) -> msgspec.Struct:
    """The parameters as ``kind``; `_Unreadable`, `PeriodError` where one is unknown, missing, said twice or out of its bounds."""
    told = dict(given)
    if len(told) < len(given.multi_items()):
        twice = next(name for name in told if len(given.getlist(name)) > 1)
        raise _Unreadable(f"{twice} is given twice", twice)
    for name in ("since", "until"):  # their form is told by the type, the calendar is not
        if name in told and not whole_days(told[name]):
            raise PeriodError(name, told[name])
    try:
        return msgspec.convert(told, kind, strict=False)
    except msgspec.ValidationError as error:
        reason = str(error)
        named = _NAMED.search(reason) or _MISSING.search(reason)
        raise _Unreadable(_NAMED.sub("", reason), named[1] if named else None) from error
