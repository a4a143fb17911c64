"""What is asked of a connection in one value, or in one column."""

import sqlite3
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


def cell(connection: sqlite3.Connection, kind: Callable[[Any], T], sql: str, *values: object) -> T | None:
    """The first column of the first row, made a ``kind``; None where there is no row, or NULL in it."""
    row = connection.execute(sql, values).fetchone()
    return None if row is None or row[0] is None else kind(row[0])


def column(connection: sqlite3.Connection, sql: str, *values: object) -> list[Any]:
    """The first column of all rows."""
    return [row[0] for row in connection.execute(sql, values)]
