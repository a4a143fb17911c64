"""The forms in which the statements of a record are printed by themselves."""

from collections.abc import Iterator

import msgspec

from onrecord.cli import terminal
from onrecord.cli.forms import Form, Frame
from onrecord.export.sayings import Saying, header, rows, sayings
from onrecord.record import Record


def statement_frame(form: Form) -> Frame:
    """JSON is one array over all pages, CSV one table; in text pages are parted by an empty line."""
    if form is Form.JSON:
        return Frame(before=b"[\n", between=b",\n", after=b"\n]\n")
    if form is Form.CSV:
        return Frame(before=header().encode())
    return Frame(between=b"\n" * (form is Form.TEXT))


def render_statements(record: Record, form: Form) -> bytes:
    """The statements of one record; nothing where it has none."""
    if form is Form.CSV:
        return "".join(rows(record)).encode("utf-8", "replace")
    if form is Form.TEXT:
        return "".join(_as_text(record)).encode("utf-8", "replace")
    lines = [msgspec.json.encode(said) for said in sayings(record)]
    return b",\n".join(lines) if form is Form.JSON else b"".join(line + b"\n" for line in lines)


def _as_text(record: Record) -> Iterator[str]:
    found = tuple(sayings(record))
    if found:
        yield (
            terminal.visible(_flat(record.headline or record.url or record.capture.file or "no headline"))
            + "\n"
        )
    for said in found:
        yield f"\n{terminal.visible(_who(said))}\n    {terminal.visible(_flat(said.words))}\n"


def _who(said: Saying) -> str:
    """The line over the words: "Ana Roe, mayor · said · direct"."""
    speaker = said.speaker
    known = ", ".join(filter(None, (speaker.name, speaker.role))) or speaker.mention or "not named"
    return _flat(" · ".join(filter(None, (known, said.verb, said.kind.value))))


def _flat(words: str) -> str:
    return " ".join(words.split())
