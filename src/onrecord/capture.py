"""Captures: bytes of a page with what is known of how they came, before anything is read in them."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec

from onrecord.decoding import is_text
from onrecord.evidence import Trouble
from onrecord.page import Page, PageKind, open_page
from onrecord.record import Record


class Said(msgspec.Struct, frozen=True):
    """What the user says about the pages."""

    kind: PageKind | None = None
    url: str | None = None
    captured: str | None = None


@dataclass(frozen=True)
class Captured:
    """The bytes of one page."""

    name: str
    """For messages: the input, and inside a WARC the record."""
    data: bytes = field(repr=False)
    url: str | None = None
    captured: str | None = None
    """ISO 8601."""
    headers: tuple[tuple[str, str], ...] = ()
    """Of HTTP, as they came; the status as ``:status``."""
    file: str | None = None
    record_id: str | None = None
    offset: int | None = None
    """Bytes from the start of ``file``, as it lies on disk."""
    kind: PageKind | None = None
    """Told from the bytes where None."""
    turn: int | None = None
    """Of a text that holds several articles this one alone is meant, counted from 0; None: all there are."""
    troubles: tuple[Trouble, ...] = ()
    """What is odd about how they were kept."""

    @property
    def status(self) -> int | None:
        """The HTTP status."""
        told = next((value for key, value in self.headers if key == ":status"), "")
        return int(told) if told.isascii() and told.isdigit() else None

    @property
    def page_headers(self) -> tuple[tuple[str, str], ...]:
        """``headers`` as far as they hold of ``data``: without the packing it came in, where that is undone."""
        if not is_text(self.data):
            return self.headers
        return tuple(pair for pair in self.headers if pair[0] != "content-encoding")


@dataclass(frozen=True)
class Given:
    """A record made elsewhere, without the bytes it was read from."""

    name: str
    record: Record


@dataclass(frozen=True)
class Revisited:
    """A capture that found the bytes of an earlier one: a ``revisit`` of a WARC."""

    name: str
    url: str
    captured: str | None
    earlier_url: str
    earlier_captured: str | None
    """None where the WARC names none: the address's last capture before this one is meant."""
    headers: tuple[tuple[str, str], ...] = ()
    file: str | None = None
    record_id: str | None = None
    offset: int | None = None


@dataclass(frozen=True)
class Redirected:
    """An address that the server answered with another one."""

    name: str
    url: str
    target: str


@dataclass(frozen=True)
class Lost:
    """What was to hold a page and could not be read."""

    name: str
    reason: str
    """For a person to read."""
    failed: bool = True
    """False for what is no page and was not meant as one, such as the pictures in a WARC: left out, not amiss."""


def page_of(captured: Captured) -> Page:
    """The page that a capture holds: what places in its records count in."""
    return open_page(
        captured.data,
        url=captured.url,
        headers=captured.page_headers,
        captured=captured.captured,
        kind=captured.kind,
    )


def read_capture(captured: Captured, *, statements: bool = False) -> Iterator[Record]:
    """The record of each article in a capture, in order: of a page one, of a text it may be several.

    Where it was kept stands in ``capture``, what is odd about that in ``troubles``. ``statements`` asks for who said
    what too.
    """
    from onrecord.extraction import extract_all  # the whole library: who only lists captures needs none of it

    replace = msgspec.structs.replace
    records = extract_all(
        captured.data,
        url=captured.url,
        headers=captured.page_headers,
        captured=captured.captured,
        kind=captured.kind,
        statements=statements,
    )
    for record in itertools.islice(
        records, captured.turn or 0, None if captured.turn is None else captured.turn + 1
    ):
        place = replace(
            record.capture, file=captured.file, record_id=captured.record_id, offset=captured.offset
        )
        yield replace(record, capture=place, troubles=(*captured.troubles, *record.troubles))
