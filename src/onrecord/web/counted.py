"""Facets of the queries that were asked last: a page of hits turned, or the first page opened again, counts nothing anew."""

import functools
from typing import TYPE_CHECKING

from onrecord.search.hits import Facets

if TYPE_CHECKING:
    from onrecord.archive import Archive

_KEPT = 64
"""Queries whose facets are remembered: each a few kilobytes."""


class Counted:
    """The facets of an archive, remembered until something comes into it or leaves it."""

    def __init__(self, archive: "Archive") -> None:
        """``archive`` stays the caller's."""
        self._edition = archive.edition
        self._counted = functools.lru_cache(maxsize=_KEPT)(lambda query, _edition: archive.facets(query))

    def facets(self, query: str) -> Facets:
        """What `Archive.facets` gives, and raises."""
        return self._counted(query, self._edition())
