"""What went wrong, as the API tells it: problem documents (RFC 9457)."""

import msgspec
from starlette.responses import Response


class Problem(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What went wrong (RFC 9457)."""

    type: str
    """``urn:onrecord:problem:`` and query, parameter, not-found, too-slow or archive; or about:blank."""
    title: str
    status: int
    detail: str | None = None
    """For a person to read."""
    parameter: str | None = None
    """The parameter it is about."""
    position: int | None = None
    """Where in the query: code points, from 0."""


def problem(  # the members of RFC 9457
    status: int, title: str, kind: str | None = None, *, detail: str | None = None, parameter: str | None = None,
    position: int | None = None,
) -> Response:  # fmt: skip
    """The answer; ``kind`` is the end of its type."""
    what = Problem(
        type=f"urn:onrecord:problem:{kind}" if kind else "about:blank",
        title=title, status=status, detail=detail, parameter=parameter, position=position,
    )  # fmt: skip
    return Response(msgspec.json.encode(what), status, media_type="application/problem+json")
