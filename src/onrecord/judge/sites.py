"""The names a site goes by: its publisher's, and those its host spells."""

import functools
import re
import unicodedata
from collections.abc import Iterable

from onrecord.values.addresses import in_host, undressed

_SIGNS = {"’": "'", "‘": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "‑": "-", "\u00ad": "", "\u200b": ""}  # fmt: skip


@functools.lru_cache(maxsize=128)  # pure; a page's few headlines are compared again and again
def plain(text: str) -> str:
    """``text`` for comparing: case, typographic signs and spaces apart."""
    if text.isascii():
        return " ".join(text.casefold().split())
    text = unicodedata.normalize("NFKC", text)
    for sign, instead in _SIGNS.items():  # translating takes as long for each letter that is none of them
        if sign in text:
            text = text.replace(sign, instead)
    return " ".join(text.casefold().split())


_WORD = re.compile("[a-z0-9]+")
_LEAST = 3
"""Letters of a name that are enough to know it in a host: ``BBC`` in ``bbc.co.uk``."""


class Sites:
    """Names of one site."""

    def __init__(self, names: Iterable[str], host: str | None) -> None:
        """The site with these names, the publisher's own first, at this host."""
        self.known = tuple(dict.fromkeys(n for n in names if n))
        self.host = in_host(undressed(host or ""))
        """The letters and digits of the page's host, without ``www`` or ``m``; empty where there is no URL."""
        self._plain = tuple(map(plain, self.known))
        self._names: dict[str, bool] = {}

    def names(self, words: str) -> bool:
        """Whether ``words`` are one of the site's names, or its host spelt out."""
        known = self._names.get(words)
        if known is None:  # a page's few names are asked again and again
            said = plain(words)
            letters = in_host(said)
            known = said in self._plain or (len(letters) >= _LEAST and self.host.startswith(letters))
            self._names[words] = known
        return known

    def is_one(self, said: str) -> bool:
        """Whether ``said``, as `plain` writes it, is one of the names the page gives the site."""
        return said in self._plain

    def spells(self, words: str, *, loosely: bool = False) -> bool:
        """Whether ``words`` contain the site's name: ``The Daily Example | Sport``; ``loosely``: a word of its host."""
        said = plain(words)
        if any(
            said == s or (len(s) > _LEAST and s in said and len(said) < 2 * len(s) + 10) for s in self._plain
        ):
            return True
        letters = in_host(said)
        if len(letters) >= _LEAST and letters in self.host:
            return True
        return (
            loosely
            and len(said) < _LONG
            and any(len(w) > _LEAST and w in self.host for w in _WORD.findall(said))
        )


_LONG = 40
"""Characters from which what stands behind a bar is no site's name."""
