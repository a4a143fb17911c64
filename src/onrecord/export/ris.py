"""Citations as RIS, which reference managers import: ``NEWS`` entries."""

from collections.abc import Iterator

from onrecord.export.citation import Citation
from onrecord.export.csl import note
from onrecord.export.dates import date_parts


def to_ris(citation: Citation) -> str:
    """One entry, its lines ended by CRLF as the format asks."""
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in _fields(citation) if value]
    return "\r\n".join(["TY  - NEWS", *lines, "ER  - ", ""])


def _fields(citation: Citation) -> Iterator[tuple[str, str | None]]:
    yield "ID", citation.key
    yield "TI", citation.headline
    yield from (("AU", _whole(author.name)) for author in citation.author)
    yield "T2", citation.publisher
    yield "PY", str(parts[0]) if (parts := date_parts(citation.published)) else None
    yield "DA", _slashed(citation.published)
    yield "Y2", _slashed(citation.accessed)
    yield "UR", citation.url
    yield "LA", citation.language
    yield "SE", citation.section
    yield "AB", citation.abstract
    yield "DB", citation.archive
    yield "AN", citation.id if citation.archive else None
    yield "N1", note(citation)


def _whole(name: str) -> str:
    """A name without its commas: behind one RIS has first names, so ``Lund & Söhne, GmbH`` would be one Lund & Söhne."""
    return name.replace(",", " ")


def _slashed(value: str | None) -> str | None:
    """``YYYY/MM/DD/`` and what else is known: the slashes are there always."""
    parts = date_parts(value)
    if not parts:
        return None
    year, month, day = (*(f"{part:02}" for part in parts), "", "")[:3]
    return f"{year}/{month}/{day}/"
