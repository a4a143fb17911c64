"""A record, or one statement in it, as others refer to it: in words and for reference managers."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord.export.bibtex import to_bibtex
from onrecord.export.citation import Citation, cite
from onrecord.export.csl import csl_json
from onrecord.export.prose import to_html, to_text
from onrecord.export.ris import to_ris
from onrecord.web.drawing import archive_of, draw
from onrecord.web.parameters import is_for_htmx, number


def show(request: Request) -> Response:
    """``GET /record/ID/cite``: with ``statement=N``, from 1, that statement. To htmx the citations alone."""
    archive = archive_of(request)
    record = archive.get(request.path_params["key"])
    statement = number(request.query_params.get("statement"))
    try:
        citation = cite(record, statement=statement, archive=archive.path.name)
    except IndexError as error:
        raise HTTPException(404, str(error).capitalize() + ".") from error
    context = {"record": record, "statement": statement, "forms": _forms(citation), "citation": citation}
    return draw(request, "cite_forms.html" if is_for_htmx(request) else "cite.html", context)


def _forms(citation: Citation) -> tuple[tuple[str, str], ...]:
    return (
        ("In words", to_text(citation)),
        ("BibTeX", to_bibtex(citation)),
        ("RIS", to_ris(citation)),
        ("CSL-JSON", csl_json([citation])),
        ("HTML", to_html(citation)),
    )
