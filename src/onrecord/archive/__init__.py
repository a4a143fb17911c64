"""Captures and records, kept: one file that remembers every version."""

from onrecord.archive.adding import Fate, Outcome
from onrecord.archive.answers import Version
from onrecord.archive.archive import Added, Archive
from onrecord.archive.care import Fault, Status
from onrecord.archive.changes import Change, Diff, Field, Kind, Word
from onrecord.archive.coverage import Coverage, Report, SharedStatement, Story
from onrecord.archive.people import Person, Remark
from onrecord.archive.retold import Retold, Telling
from onrecord.archive.sharing import Copy

__all__ = [
    "Added",
    "Archive",
    "Change",
    "Copy",
    "Coverage",
    "Diff",
    "Fate",
    "Fault",
    "Field",
    "Kind",
    "Outcome",
    "Person",
    "Remark",
    "Report",
    "Retold",
    "SharedStatement",
    "Status",
    "Story",
    "Telling",
    "Version",
    "Word",
]
