"""The application: which page answers which address, and what stands before them all."""

import contextlib
import threading
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import anyio.to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from onrecord import limits
from onrecord.errors import ArchiveError, NotFound, PeriodError, QueryError, QueryTooSlow
from onrecord.web import (
    api,
    cite_page,
    export_page,
    help_page,
    keeping,
    people_pages,
    record_page,
    search_page,
    source_page,
    story_pages,
    try_page,
    version_pages,
)
from onrecord.web.counted import Counted
from onrecord.web.drawing import STATIC, draw
from onrecord.web.guard import Door, Guard
from onrecord.web.problem import problem
from onrecord.web.rates import Rates

if TYPE_CHECKING:
    from onrecord.archive import Archive


def make_app(
    archive: "Archive",
    door: Door = Door(),  # noqa: B008  # frozen
    rates: Rates | None = None,
) -> Starlette:
    """The reading room over ``archive``, which stays the caller's to close.

    ``door`` says under which names it answers. Reading changes nothing; tags, notes and saved searches are changed by
    forms of its own pages.
    """
    app = Starlette(
        routes=[
            *_PAGES,
            *api.routes(archive),
            Mount("/static", StaticFiles(directory=STATIC), name="static"),
        ],
        middleware=[Middleware(Guard, door=door, rates=rates or Rates())],
        exception_handlers=dict.fromkeys(
            (HTTPException, ArchiveError, PeriodError, QueryError, QueryTooSlow, Exception), _went_wrong
        ),
        lifespan=_lifespan,
    )
    app.state.archive = archive
    app.state.counted = Counted(archive)
    app.state.turns = threading.BoundedSemaphore(limits.PAGES_TRIED)
    app.state.parts = _PARTS
    return app


_PARTS = (
    ("/", "Search"),
    ("/people", "People"),
    ("/stories", "Stories"),
    ("/try", "Try a page"),
    ("/help", "Help"),
)
"""What stands at the head of every page."""

_PAGES: tuple[BaseRoute, ...] = (
    Route("/", search_page.show),
    Route("/help", help_page.show),
    Route("/export", export_page.download),
    Route("/feed.rss", export_page.feed),
    Route("/record", record_page.find),
    Route("/record/{key}", record_page.show),
    Route("/record/{key}/source", source_page.show),
    Route("/record/{key}/cite", cite_page.show),
    Route("/record/{key}/copies", record_page.show_copies),
    Route("/record/{key}/versions", version_pages.show_versions),
    Route("/record/{key}/tags", keeping.tag, methods=["POST"]),
    Route("/record/{key}/tags/drop", keeping.untag, methods=["POST"]),
    Route("/record/{key}/notes", keeping.note, methods=["POST"]),
    Route("/record/{key}/notes/drop", keeping.drop_note, methods=["POST"]),
    Route("/diff/{before}/{after}", version_pages.show_diff),
    Route("/people", people_pages.show_people),
    Route("/person", people_pages.show_person),
    Route("/stories", story_pages.show_stories),
    Route("/story/{number}", story_pages.show_story),
    Route("/searches", keeping.save_search, methods=["POST"]),
    Route("/searches/drop", keeping.drop_search, methods=["POST"]),
    Route("/try", try_page.show),
    Route("/try", try_page.read, methods=["POST"]),
)


@contextlib.asynccontextmanager
async def _lifespan(_app: Starlette) -> AsyncIterator[None]:
    # Each thread has a connection to the archive, and each connection its memory.
    anyio.to_thread.current_default_thread_limiter().total_tokens = limits.WORKERS
    yield


# What goes wrong, said in one line on a page of its own; never how


def _went_wrong(request: Request, error: Exception) -> Response:
    """The answer to what went wrong; of a fault in onrecord the server's own log tells, not the answer."""
    match error:
        case HTTPException(status_code=status, detail=reason):
            title = "Not found" if status == 404 else "That was not done"  # noqa: PLR2004
        case NotFound(reason=reason):
            status, title, reason = 404, "Not in this archive", f"The archive answers: {reason}."
        case PeriodError():
            status, title, reason = 400, "That was not done", str(error)
        case QueryError():
            status, title, reason = 400, "The query cannot be answered", str(error)
        case QueryTooSlow():
            status, title, reason = 503, "The query cannot be answered", str(error)
        case ArchiveError(reason=reason):
            status, title, reason = 503, "The archive cannot answer", f"{reason[:1].upper()}{reason[1:]}."
        case _:
            status, title, reason = 500, "Something went wrong here", "The server's log says what."
    if request.url.path.startswith("/api/"):
        response = problem(status, title, detail=reason)
    else:
        response = draw(request, "wrong.html", {"title": title, "reason": reason}, status=status)
    if isinstance(error, HTTPException):
        response.headers.update(error.headers or {})
    return response
