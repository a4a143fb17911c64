"""The forms a record is printed in, and what stands before, between and after several."""

import enum
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from onrecord.export.jsonld import to_jsonld
from onrecord.export.markdown import to_markdown
from onrecord.export.table import header, row
from onrecord.record import Record


class Form(enum.StrEnum):
    """What ``onrecord extract`` prints."""

    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "markdown"
    JSONLD = "jsonld"
    CSV = "csv"
    TEXT = "text"
    """For a person to read: of statements alone."""


class Frame(NamedTuple):
    """What is written around records, so that the whole is one document."""

    before: bytes = b""
    between: bytes = b""
    after: bytes = b""
    end: bytes = b""
    """After each record."""


_ARRAY = Frame(b"[\n", b",\n", b"\n]\n")
_SEVERAL: Mapping[Form, Frame] = MappingProxyType({Form.JSON: _ARRAY, Form.JSONLD: _ARRAY})
_FRAMES: Mapping[Form, Frame] = MappingProxyType(
    {Form.CSV: Frame(before=header().encode()), Form.MARKDOWN: Frame(between=b"\n")}
)


def frame(form: Form, *, several: bool) -> Frame:
    """Several records of JSON are one array; of CSV one table; of Markdown parted by an empty line."""
    if several and form in _SEVERAL:
        return _SEVERAL[form]
    return _FRAMES.get(form, Frame(end=b"\n"))


def render(record: Record, form: Form, *, indent: bool = False) -> bytes:
    """One record, without what its frame puts around it; JSON on one line unless ``indent``."""
    if form is Form.MARKDOWN:
        return to_markdown(record).encode("utf-8", "replace")
    if form is Form.CSV:
        return row(record).encode("utf-8", "replace")
    data = msgspec.json.encode(to_jsonld(record)) if form is Form.JSONLD else record.to_json()
    return msgspec.json.format(data, indent=2) if indent else data
