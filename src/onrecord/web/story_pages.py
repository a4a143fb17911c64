"""One event as several publishers tell it: who was first, what all of them quote and what only one does."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord.archive import Archive, Story
from onrecord.web.drawing import archive_of, draw
from onrecord.web.turning import page_number, turns

__all__ = ["show_stories", "show_story", "told_elsewhere"]

PAGE = 30
"""Stories of one page."""


def show_stories(request: Request) -> Response:
    """``GET /stories``: events that two or more articles tell of, the newest first; ``since`` and ``until`` narrow it."""
    given = request.query_params
    since, until = (given.get(name, "").strip() or None for name in ("since", "until"))
    number = page_number(request)
    try:
        found = list(
            archive_of(request).stories(since=since, until=until, limit=PAGE + 1, offset=(number - 1) * PAGE)
        )
    except ValueError as error:
        raise HTTPException(400, str(error)) from error
    context = {
        "stories": found[:PAGE],
        "since": since,
        "until": until,
        **turns(request, number, more=len(found) > PAGE),
    }
    return draw(request, "stories.html", context)


def show_story(request: Request) -> Response:
    """``GET /story/NUMBER``."""
    raw = request.path_params["number"]
    if not (raw.isascii() and raw.isdigit() and len(raw) < 20):  # noqa: PLR2004  # as many as SQLite's numbers have
        raise HTTPException(404, "There is no such story.")
    coverage = archive_of(request).story(int(raw))
    quoting = sum(report.statements > 0 for report in coverage.reports)
    context = {
        "coverage": coverage,
        "story": coverage.story,
        "in_all": [said for said in coverage.statements if said.in_all and said.reports > 1],
        "in_some": [said for said in coverage.statements if said.reports > 1 and not said.in_all],
        "in_one": [said for said in coverage.statements if said.reports == 1],
        "quoting": quoting,
    }
    return draw(request, "story.html", context)


def told_elsewhere(archive: Archive, key: str) -> Story | None:
    """The story of an article, if others tell it too."""
    story = archive.story(key).story
    return story if story.articles > 1 else None
