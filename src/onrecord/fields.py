"""The fields of a record that evidence may speak for, in the record's order."""

from onrecord.record import Publisher, Record

FIELDS = (
    "url", "canonical_url", "headline", "alternative_headline", "description", "standfirst", "genre",
    "article_section", "keywords", "dateline", "in_language", "is_accessible_for_free", "copyright_year", "speakable",
    "page_type", "author", "publisher", "credited_agency", "date_published", "date_created", "date_modified",
    "date_captured", "article_body", "images", "links", "corrections",
)  # fmt: skip
_PARTS = tuple(f"publisher.{part}" for part in Publisher.__struct_fields__ if part != "name")
"""What evidence may speak for beside them; ``publisher`` itself is the name."""


def known(record: Record) -> tuple[str, ...]:
    """All of them and their parts, and what this page speaks of."""
    return in_order({*FIELDS, *_PARTS, *record.evidence})


def in_order(names: set[str]) -> tuple[str, ...]:
    """``names`` as the record has them; those it does not have come last."""
    return tuple(sorted(names, key=lambda name: (_rank(name.partition(".")[0]), name)))


def _rank(field: str) -> int:
    return FIELDS.index(field) if field in FIELDS else len(FIELDS)
