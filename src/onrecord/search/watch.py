"""A query that takes too long is stopped."""

import sqlite3
from collections.abc import Callable, Iterator
from typing import TypeVar

from onrecord import limits
from onrecord.errors import QueryTooSlow

T = TypeVar("T")

_STEPS = 1_000
"""Of SQLite's virtual machine, between two looks at the clock."""


class Watch:
    """Time for one step of a query; each step has `limits.QUERY_SECONDS` of ``now``, a clock."""

    def __init__(self, connection: sqlite3.Connection, now: Callable[[], float]) -> None:
        self._connection = connection
        self._now = now
        self._deadline = 0.0

    def look(self) -> None:
        """Raise `QueryTooSlow` where the step's time is over: for loops between SQLite's answers."""
        if self._late():
            raise _too_slow()

    def once(self, step: Callable[["Watch"], T]) -> T:
        """What ``step`` gives, if it gives it in time. SQLite is watched too, but not between steps."""
        self._deadline = self._now() + limits.QUERY_SECONDS
        self._connection.set_progress_handler(self._late, _STEPS)
        try:
            return step(self)
        except sqlite3.OperationalError as error:
            if "interrupted" in str(error):
                raise _too_slow() from error
            raise
        finally:
            self._connection.set_progress_handler(None, 0)

    def over(self, rows: Iterator[T]) -> Iterator[T]:
        """``rows``, each in time."""
        end = object()
        while (row := self.once(lambda _: next(rows, end))) is not end:
            yield row  # type: ignore[misc]  # not the end, so a T

    def _late(self) -> bool:
        return self._now() > self._deadline


def _too_slow() -> QueryTooSlow:
    return QueryTooSlow(f"the query took longer than {limits.QUERY_SECONDS:g} seconds and was stopped")
