"""Citations as CSL-JSON, which Zotero, pandoc and citeproc read: ``article-newspaper`` items."""

import json
from collections.abc import Iterable

from onrecord.export.citation import Citation
from onrecord.export.dates import date_parts


def to_csl(citation: Citation) -> dict[str, object]:
    """One item; what the page does not say is left out. Names are given whole: no page says which part is the family's."""
    item: dict[str, object] = {
        "id": citation.key,
        "type": "article-newspaper",
        "title": citation.headline,
        "author": [{"literal": author.name} for author in citation.author],
        "container-title": citation.publisher,
        "issued": _date(citation.published),
        "accessed": _date(citation.accessed),
        "URL": citation.url,
        "language": citation.language,
        "section": citation.section,
        "abstract": citation.abstract,
        "archive": citation.archive,
        "archive_location": citation.id if citation.archive else None,
        "note": note(citation),
    }
    return {name: value for name, value in item.items() if value}


def csl_json(citations: Iterable[Citation]) -> str:
    """The items as one JSON array, which is what is imported."""
    return json.dumps([to_csl(citation) for citation in citations], ensure_ascii=False, indent=2)


def note(citation: Citation) -> str:
    """What other formats have no field for: the statement, the exact times, the digest of the capture."""
    quoted = citation.quoted
    said = quoted and quoted.marked + (f" ({quoted.speaker})" if quoted.speaker else "")
    parts = (
        said,
        citation.published and f"published {citation.published}",
        citation.modified and f"modified {citation.modified}",
        citation.accessed and f"captured {citation.accessed}",
        citation.digest and f"capture {citation.digest}",
    )
    return "; ".join(part for part in parts if part)


def _date(value: str | None) -> dict[str, object] | None:
    parts = date_parts(value)
    return {"date-parts": [list(parts)]} if parts else None
