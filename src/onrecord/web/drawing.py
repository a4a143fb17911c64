"""Templates: drawn with everything escaped, and with what every page needs."""

import functools
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from onrecord.archive.answers import ALIKE
from onrecord.export.dates import in_words
from onrecord.quantities import quantity
from onrecord.record import READABLE
from onrecord.values.addresses import is_web
from onrecord.values.languages import parse_language
from onrecord.values.speakers import role_beside
from onrecord.version import __version__
from onrecord.web.counted import Counted

if TYPE_CHECKING:
    from onrecord.archive import Archive

_HERE = Path(__file__).parent
STATIC = _HERE / "static"
"""The files of our own that a browser loads."""


def archive_of(request: Request) -> "Archive":
    """The archive that the application shows."""
    archive: Archive = request.app.state.archive
    return archive


def counted_of(request: Request) -> Counted:
    """Its facets, remembered."""
    counted: Counted = request.app.state.counted
    return counted


def draw(
    request: Request, template: str, context: Mapping[str, object], *, status: int = 200
) -> HTMLResponse:
    """A page; ``context`` is what its template names."""
    common = {
        "path": request.url.path,
        "key": request.path_params.get("key"),
        "query": "",
        "archive_name": request.app.state.archive.path.name,
        "parts": request.app.state.parts,
    }
    text = _environment().get_template(template).render({**common, **context})
    # A lone surrogate, which JSON on a page may name, is no character that can be sent.
    return HTMLResponse(text.encode("utf-8", "replace"), status)


def person(name: str) -> str:
    """The address of a speaker's page."""
    return f"/person?{urlencode({'name': name})}"


@functools.cache  # templates are files of the package: they do not change while it runs
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["words"] = in_words
    made.filters["count"] = quantity
    made.filters["beside"] = role_beside
    made.filters["seg"] = functools.partial(quote, safe="")
    made.filters["params"] = urlencode
    made.tests["web"] = is_web
    made.tests["readable"] = READABLE.__contains__
    made.globals["alike"] = ALIKE
    made.globals["asset"] = _asset
    made.globals["release"] = __version__
    made.globals["direction"] = direction
    made.globals["person"] = person
    made.globals["lang"] = _language
    return made


@functools.cache
def _asset(name: str) -> str:
    """The address of a file of ours; it changes with the file, so that a browser may keep it."""
    return f"/static/{name}?{sha256((STATIC / name).read_bytes()).hexdigest()[:10]}"


_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi"})


def direction(language: str | None) -> str:
    """How a text in ``language`` runs: ``rtl`` or ``ltr``; ``auto``, by its first letter, where nobody says."""
    if not language:
        return "auto"
    return "rtl" if language.partition("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


def _language(language: str | None) -> str:
    """What may stand in ``lang``: empty (unknown) where it is no tag of BCP 47."""
    return (language and parse_language(language)) or ""
