"""The links of an article: those in its text, and those in blocks beside it that point to related articles."""

from collections.abc import Iterable, Sequence

from onrecord import limits
from onrecord.body.blocks import TextBlock
from onrecord.page import Page
from onrecord.record import Block, Link, Rel


class Addresses:
    """What the links of a page lead to."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.root: str | None = None
        """What stands before an address that begins at the site's root; empty where that takes more to tell."""

    def of(self, href: str) -> str | None:
        """As `Page.resolve`, at a tenth of the cost for the forms that need no thought; None for places on the page."""
        if href.startswith("#"):
            return None
        if "/." not in href and "\\" not in href and self.page.copy is None:
            if _is_absolute(href):
                return href
            if href.startswith("/") and not href.startswith("//") and _is_written(href, 1):
                return self._from_root(href)
        return self.page.resolve(href)

    def _from_root(self, href: str) -> str | None:
        if self.root is None:
            if not self.page.base:
                return None
            root = self.page.resolve("/")
            self.root = root[:-1] if root and root.endswith("/") else ""
        return self.root + href if self.root else self.page.resolve(href)


def links_inside(
    addresses: Addresses, pieces: Sequence[TextBlock], blocks: Sequence[Block]
) -> tuple[Link, ...]:
    """The links in the blocks of a text, in order, given the blocks of the page that these are.

    At most one more than a record keeps: that tells that there are more.
    """
    links: list[Link] = []
    for piece, block in zip(pieces, blocks, strict=True):
        if not piece.marks:
            continue
        words, at = piece.text, block.start
        for anchor in piece.anchors:
            url = addresses.of(anchor.href)
            if url:
                start, end = anchor.start, anchor.end
                links.append(Link(url, words[start:end], at + start, at + end, _INLINE))
                if len(links) > limits.LINKS:
                    return tuple(links)
    return tuple(links)


def links_beside(addresses: Addresses, pieces: Iterable[TextBlock], inside: Sequence[Link]) -> list[Link]:
    """One link to each address, where it stands first; none to an address that the text itself links to."""
    seen = {link.url for link in inside}
    links: list[Link] = []
    for piece in pieces:
        for anchor in piece.anchors:
            url = addresses.of(anchor.href)
            if url and url not in seen:
                seen.add(url)
                links.append(Link(url, piece.text[anchor.start : anchor.end], None, None, _RELATED))
                if len(links) == _MOST:
                    return links
    return links


_INLINE, _RELATED = Rel.INLINE, Rel.RELATED

_MOST = 20
"""Links to related articles that are kept."""


def _is_absolute(href: str) -> bool:
    """Whether an address has a scheme, a host and a path, written as they should be."""
    start = at = 7 if href.startswith("http://") else 8 if href.startswith("https://") else len(href)
    while at < len(href) and _is_of_host(href[at]):
        at += 1
    return start < at < len(href) and href[at] == "/" and _is_written(href, at)


def _is_of_host(c: str) -> bool:
    return "a" <= c <= "z" or c in ".-" or "0" <= c <= "9" or "A" <= c <= "Z" or c == "_"


def _is_written(href: str, at: int) -> bool:
    """Whether an address has only characters from ``at`` on that may stand in one."""
    while at < len(href):
        if not "!" <= href[at] <= "~":
            return False
        at += 1
    return True
