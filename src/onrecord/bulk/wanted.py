"""What a run is to make of its pages: the same for all of a folder."""

import msgspec

from onrecord.export.trimming import Kept


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What is made of each page."""

    statements: bool = False
    """Whether who said what is read too."""
    articles_only: bool = False
    """Whether pages that hold no article are left out, and stand in the manifest alone."""
    evidence: Kept = Kept.FULL


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """A WARC file, or what is left of it, for a child to read."""

    path: str
    """Where it lies on this machine."""
    file: str
    """What the records' ``capture.file`` says."""
    wanted: Wanted
    start: int = 0
    """Byte from which it is read."""
    passing: int = 0
    """How many records from there on the children before have told of (`Walk.passing`)."""
    again: bool = False
    """Whether the last of them, which was the end of a child, is tried once more."""
