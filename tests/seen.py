"""What one reader sees on a page, each place checked against the page."""

from collections.abc import Callable, Iterator, Mapping

from onrecord.evidence import Evidence, Trouble
from onrecord.page import Page, open_page
from promised import reads_as

PROSE = "<p>" + "The harbour was closed all day and nobody in the town could say for how long. " * 8 + "</p>"
"""The text of an article that says nothing of who wrote it, or when."""

Reader = Callable[[Page], Iterator[Evidence | Trouble]] | Callable[[Page], Iterator[Evidence]]
Headers = Mapping[str, str]


def evidence_of(
    read: Reader,
    page: str,
    *,
    url: str | None = None,
    headers: Headers | None = None,
    captured: str | None = None,
) -> list[Evidence]:
    """The evidence that ``read`` reports; whatever has a place must read there as its raw words."""
    opened = open_page(page, url=url, headers=headers, captured=captured, kind="html")
    found = [e for e in read(opened) if isinstance(e, Evidence)]
    for e in found:
        reads_as(opened, e.raw, e.place)
    return found


def seen(
    read: Reader,
    page: str,
    *,
    url: str | None = None,
    headers: Headers | None = None,
    captured: str | None = None,
) -> list[tuple[str, str]]:
    """Field and raw words of all that ``read`` reports, in its order."""
    found = evidence_of(read, page, url=url, headers=headers, captured=captured)
    return [(e.field, e.raw) for e in found]


def troubles_of(read: Reader, page: str) -> list[str]:
    """The codes of the troubles that ``read`` reports."""
    return [t.code for t in read(open_page(page, kind="html")) if isinstance(t, Trouble)]
