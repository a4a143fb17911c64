"""The exceptions a caller may catch.

::

    OnRecordError
    ├── ArchiveError      the archive cannot do what was asked
    │   └── NotFound      it holds nothing of that name, or more than one thing
    ├── InputError        what was given cannot be read as a page
    ├── MissingExtra      a command needs a part that is not installed
    ├── PeriodError       what was to be a day, a month or a year is none; a ValueError too
    ├── QueryError        a query cannot be read; says where
    └── QueryTooSlow      a query was stopped because it took too long

What is odd about a page is never an exception: it is a `Trouble` in its record.
"""


class OnRecordError(Exception):
    """The root: catch this to catch everything onrecord raises on purpose."""


class InputError(OnRecordError):
    """What was given cannot be read as a page.

    ``source`` names the input as the caller gave it; ``reason`` is for a person to read.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class MissingExtra(OnRecordError):  # noqa: N818  # reads as what it says: an extra is missing
    """A command needs a part of onrecord that is not installed; the message says how to install it."""


class ArchiveError(OnRecordError):
    """The archive cannot do what was asked: it is none, it is locked, read-only or damaged, or the disk is full.

    ``archive`` is its path as the caller gave it; ``reason`` is for a person to read.
    """

    def __init__(self, archive: str, reason: str) -> None:
        super().__init__(f"{archive}: {reason}")
        self.archive = archive
        self.reason = reason


class NotFound(ArchiveError):  # noqa: N818  # reads as what it says
    """Nothing in the archive has this id, prefix or address; or several have the prefix."""


class PeriodError(OnRecordError, ValueError):
    """What was to be a day, a month or a year is none; ``name`` is that of what was asked: ``since``, ``until``."""

    def __init__(self, name: str, value: str) -> None:
        super().__init__(f"{name}: {value!r} is no day (2024-05-03), month (2024-05) or year (2024)")
        self.name = name


class QueryError(OnRecordError):
    """A query cannot be read.

    ``reason`` is for a person to read; ``position`` is the code point of ``query``, from 0, that it is about.
    """

    def __init__(self, query: str, position: int, reason: str) -> None:
        super().__init__(f"query, column {position + 1}: {reason}")
        self.query = query
        self.position = position
        self.reason = reason


class QueryTooSlow(OnRecordError):  # noqa: N818  # reads as what it says: the query is too slow
    """A query was stopped because it took longer than ``limits.QUERY_SECONDS``."""
