"""Records as a folder of Markdown files, one a record: for notes, static sites and reading."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from onrecord.export.markdown import to_markdown
from onrecord.record import Record
from onrecord.whole_file import whole_file

_LONGEST = 60
_LONGEST_BYTES = 180
"""Of a headline in a name. File systems take 255, of which the date, the id and a hidden name beside it need some 50."""


def file_name(record: Record) -> str:
    """``2022-02-10-headline-in-a-few-words-3f9a2c41.md``: sorts by date, differs by id, and no page can choose where it lies.

    Letters of every script stay, with their vowel signs and accents; all else becomes a dash.
    """
    date = record.date_published.value[:10] if record.date_published else "undated"
    headline = unicodedata.normalize("NFC", (record.headline or "").casefold())
    words = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in headline).split()
    slug = "-".join(words)[:_LONGEST].encode()[:_LONGEST_BYTES].decode("utf-8", "ignore")
    date, told = (re.sub(r"[^0-9a-z-]", "", part) for part in (date, record.id[:8]))
    return "-".join(part for part in (date, slug.strip("-"), told) if part) + ".md"


def write_folder(folder: Path, records: Iterable[Record]) -> None:
    """Write one file a record into ``folder``, made where it is not; files of these names are replaced, others stay."""
    folder.mkdir(parents=True, exist_ok=True)
    for record in records:
        with whole_file(folder / file_name(record)) as file:
            file.write(to_markdown(record).encode("utf-8", "replace"))
