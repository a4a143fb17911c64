"""Connections to the file, to write or only to read, wherever it lies."""

import sqlite3
from pathlib import Path

from onrecord.values.addresses import bare_host

BUSY_S = 60.0
"""How long one process waits for another's transaction, which takes well under a second."""


def connect(path: Path) -> sqlite3.Connection:
    """A connection to write with; to read where the file or its folder may not be written to."""
    connection = _connect(path, "rwc")
    try:
        connection.execute("PRAGMA schema_version")
    except sqlite3.OperationalError:
        connection.close()
        return connect_to_read(path)
    return connection


def connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection that never writes."""
    connection = _connect(path, "ro")
    try:
        connection.execute("PRAGMA schema_version")
    except sqlite3.OperationalError:
        # A write-ahead log needs files beside it, which a folder that may not be written to has no place for.
        if path.with_name(path.name + "-wal").exists():
            raise
        connection.close()
        connection = _connect(path, "ro&immutable=1")
    return connection


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.as_uri()}?mode={mode}", uri=True, timeout=BUSY_S, isolation_level=None,
        check_same_thread=False,  # closed by whoever closes the archive; used by one thread each
    )  # fmt: skip
    connection.create_function("bare_host", 1, bare_host, deterministic=True)
    return connection
