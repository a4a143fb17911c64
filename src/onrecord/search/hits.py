"""What a search gives back."""

import msgspec


class Hit(msgspec.Struct, frozen=True):
    """A version that answers a query."""

    number: int
    """The archive's own key of the version."""
    id: str
    url: str | None
    headline: str | None
    date_published: str | None
    """ISO 8601, as precise as the page is."""
    publisher: str | None
    """Its name, else the host of the address."""
    language: str | None
    snippet: str
    """A stretch of the article around the words of the query, line breaks made blanks; empty where it has no text."""
    marks: tuple[tuple[int, int], ...]
    """Where words of the query stand in ``snippet``: code points, end exclusive, in order, never overlapping."""
    headline_marks: tuple[tuple[int, int], ...]
    """The same in ``headline``."""
    score: float | None
    """How well it answers, the larger the better: bm25 with a word in the headline worth eight in the text. None
    where hits come by date. To be compared within one search only."""


class Facets(msgspec.Struct, frozen=True):
    """How many of the versions that answer a query have what; the most frequent first, months in their order."""

    total: int
    complete: bool
    """False where only the newest were looked at, because each had to be read: ``total`` and the others count
    those."""
    publisher: tuple[tuple[str, int], ...]
    language: tuple[tuple[str, int], ...]
    month: tuple[tuple[str, int], ...]
    """``2022-02``; versions without a month are in none."""
    day: tuple[tuple[str, int], ...]
    """``2022-02-10``, in their order, where all lie within `limits.FACET_DAYS` of one another; else empty."""
    speaker: tuple[tuple[str, int], ...]
    """An article counts once for each of its speakers. Of the newest `limits.READ_FOR_SPEAKERS` where there are more."""
