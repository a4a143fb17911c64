"""A query that cannot be read, or takes too long: one line that says where and why."""

import contextlib
from collections.abc import Iterator

from onrecord.cli import terminal
from onrecord.errors import QueryError, QueryTooSlow

_SHOWN = 30


@contextlib.contextmanager
def readable() -> Iterator[None]:
    """Exit code 2 where the query cannot be read, 1 where it was stopped."""
    try:
        yield
    except QueryError as error:
        rest = error.query[error.position : error.position + _SHOWN + 1]
        cut = rest[:_SHOWN] + "…" * (len(rest) > _SHOWN)
        said = f"{error}, here: {cut}" if rest.strip() else f"{error} (at its end)"
        raise terminal.Misuse(said) from error
    except QueryTooSlow as error:
        raise terminal.Failure(str(error)) from error
