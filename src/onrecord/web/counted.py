"""Facets of the queries that were asked last: a page of hits turned, or the first page opened again, counts nothing anew."""

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING

from onrecord.search.hits import Facets

if TYPE_CHECKING:
    from onrecord.archive import Archive

__all__ = ["Counted"]

_KEPT = 64
"""Queries whose facets are remembered: each a few kilobytes."""


class Counted:
    """The facets of an archive, remembered until something comes into it or leaves it."""

    def __init__(self, archive: "Archive") -> None:
        """``archive`` stays the caller's."""
        self._archive = archive
        self._known: OrderedDict[tuple[str, tuple[int, ...]], Facets] = OrderedDict()
        self._guard = threading.Lock()

    def facets(self, query: str) -> Facets:
        """What `Archive.facets` gives, and raises."""
        key = (query, self._archive.edition())
        with self._guard:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key]
        found = self._archive.facets(query)
        with self._guard:
            self._known[key] = found
            if len(self._known) > _KEPT:
                self._known.popitem(last=False)
        return found
