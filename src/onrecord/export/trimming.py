"""How much of a record's evidence goes out with it."""

import enum

import msgspec

from onrecord.record import Record


class Kept(enum.StrEnum):
    """What is kept of the evidence."""

    FULL = "full"
    """Every candidate of every field."""
    CHOSEN = "chosen"
    """Of each field only what was chosen."""
    NONE = "none"


def trim(record: Record, kept: Kept) -> Record:
    """``record`` with that much evidence; conflicts and troubles stay, for they are about the values."""
    if kept is Kept.FULL:
        return record
    chosen = {
        field: found
        for field, candidates in record.evidence.items()
        if kept is Kept.CHOSEN and (found := tuple(c for c in candidates if c.chosen))
    }
    return msgspec.structs.replace(record, evidence=chosen)
