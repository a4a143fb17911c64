"""Which kind of text it is, and what it says."""

from collections.abc import Iterator

from onrecord.evidence import Evidence, Trouble
from onrecord.page import Page
from onrecord.readers.flattened import schema
from onrecord.readers.flattened.block import is_block
from onrecord.readers.flattened.lines import lines_of

__all__ = ["articles_of", "read"]


def articles_of(page):
    return ()


def read(page: Page) -> Iterator[Evidence | Trouble]:
    lines = lines_of(page.text, 0, len(page.text))
    if is_block(lines):
        yield from schema.read(lines)
