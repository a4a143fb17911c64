"""One event as several publishers tell it: who was first, what all of them quote and what only one does."""

import functools

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord.archive import Archive, Story
from onrecord.web.drawing import archive_of, draw
from onrecord.web.parameters import number, words
from onrecord.web.turning import paged

_PAGE = 30
"""Stories of one page."""
_DIGITS = 19
"""Of the largest number that SQLite has."""


def show_stories(request: Request) -> Response:
    """``GET /stories``: events that two or more articles tell of, the newest first; ``since`` and ``until`` narrow it."""
    since, until = words(request, "since"), words(request, "until")
    found, turns = paged(
        request, _PAGE, functools.partial(archive_of(request).stories, since=since, until=until)
    )
    context = {"stories": found, "since": since, "until": until, **turns}
    return draw(request, "stories.html", context)


def show_story(request: Request) -> Response:
    """``GET /story/NUMBER``."""
    story = number(request.path_params["number"], _DIGITS)
    if story is None:
        raise HTTPException(404, "There is no such story.")
    coverage = archive_of(request).story(story)
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
    story = archive.story_of(key)
    return story if story and story.articles > 1 else None
