"""onrecord turns news pages into records you can cite.

>>> import onrecord
>>> record = onrecord.extract(b"<h1>Rain in May</h1><p>By Ana Roe</p>", url="https://news.example/rain")
>>> record.headline, [a.name for a in record.author]
('Rain in May', ['Ana Roe'])
>>> record.why("headline")[0].source
<Source.HEADING: 'heading'>
"""

import importlib as _importlib
import typing as _typing

from onrecord import compiled as _compiled  # noqa: F401  # first: it finds what of the rest is compiled
from onrecord.errors import (
    ArchiveError,
    InputError,
    MissingExtra,
    NotFound,
    OnRecordError,
    QueryError,
    QueryTooSlow,
)
from onrecord.evidence import Evidence, Place, Source, Trouble
from onrecord.record import (
    Author,
    Block,
    BlockKind,
    Candidate,
    Conflict,
    Image,
    Link,
    PageType,
    Publisher,
    Record,
    Speaker,
    Statement,
    StatementKind,
    json_schema,
)
from onrecord.values.moments import Moment
from onrecord.version import __version__

if _typing.TYPE_CHECKING:
    from onrecord.archive import Archive
    from onrecord.extraction import extract, extract_all, statements

__all__ = [
    "Archive",
    "ArchiveError",
    "Author",
    "Block",
    "BlockKind",
    "Candidate",
    "Conflict",
    "Evidence",
    "Image",
    "InputError",
    "Link",
    "MissingExtra",
    "Moment",
    "NotFound",
    "OnRecordError",
    "PageType",
    "Place",
    "Publisher",
    "QueryError",
    "QueryTooSlow",
    "Record",
    "Source",
    "Speaker",
    "Statement",
    "StatementKind",
    "Trouble",
    "__version__",
    "extract",
    "extract_all",
    "json_schema",
    "statements",
]


_LATE = {
    "Archive": "onrecord.archive",
    "extract": "onrecord.extraction",
    "extract_all": "onrecord.extraction",
    "statements": "onrecord.extraction",
}
"""What is had at first use, and where: who searches an archive reads no pages, and who extracts needs no SQLite."""


def __getattr__(name: str) -> object:
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = found = getattr(_importlib.import_module(_LATE[name]), name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *_LATE})
