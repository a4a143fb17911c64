"""What became of every record of a WARC: a row each, beside the rows that were made of them."""

import enum

import msgspec


class Fate(enum.StrEnum):
    """What became of a record of a WARC."""

    KEPT = "kept"
    """It is a row, or rows."""
    LEFT_OUT = "left-out"
    """No page, no 2xx response, a redirect, a revisit; with ``--articles-only`` a page without an article."""
    DAMAGED = "damaged"
    """It, or what should have stood there, could not be read."""
    SET_ASIDE = "set-aside"
    """Reading it ended the process, took too long, or showed a fault in onrecord."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One record of a WARC. None: the WARC does not say, or nobody got so far."""

    file: str
    offset: int | None = None
    """Bytes from the start of the file."""
    record_id: str | None = None
    url: str | None = None
    fate: Fate
    reason: str | None = None
    """Why it is no row, for a person to read."""
    status: int | None = None
    """Of HTTP."""
    page_type: str | None = None
    id: str | None = None
    """Of the row; of a page of several articles the first one's."""
    rows: int = 0
    cpu_ms: float | None = None
    """Milliseconds of CPU time that went into its record, from its bytes on."""
