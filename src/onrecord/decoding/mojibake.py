"""Mojibake: UTF-8 that somebody read in another encoding and wrote down as UTF-8 again.

It is on the page itself, so no declaration tells of it. Each letter became two or more: ``é`` is ``Ã©``. Where every
letter on the page that could begin such a sequence does begin one, the repair is certain; else it is only reported.
"""

import codecs
import re
from collections.abc import Mapping
from itertools import islice
from typing import NamedTuple

from onrecord.evidence import Place, Trouble

_MOST = 100_000
"""Runs of such letters that are looked at; a page with more is not repaired."""


class Unscrambled(NamedTuple):
    """A text, repaired where that was certain."""

    text: str
    troubles: tuple[Trouble, ...]


_LEAST = 5
"""Sequences under which nothing is certain: an article may show one or two of them on purpose."""

_REPORTED = 3
"""Sequences from which a page is reported, repaired or not."""


_LAYERS = 3
"""How often a text may have been read wrong: each time its letters grow by half, or twofold."""


def unscramble(text: str, first: str | None = None) -> Unscrambled:
    """``text`` without mojibake where the repair is certain, one layer after another; a trouble where there is any.

    ``first`` is the first letter of ``À`` to ``ÿ`` in it and the one behind that, for who knows them. Where these are
    scrambled all others may be, of any script; else only the commonest are looked for.

    >>> unscramble("cafÃ© crÃ¨me, Ã©tÃ©, dÃ©cÃ¨s").text
    'café crème, été, décès'
    """
    troubles: tuple[Trouble, ...] = ()
    for _ in range(_LAYERS):
        plain = _unscrambled(text, _first_of(text) if first is None else first)
        if plain.text == text:
            return Unscrambled(text, (*troubles, *plain.troubles))
        (text, troubles), first = plain, None
    return Unscrambled(text, troubles)


def _first_of(text: str) -> str:
    found = None if text.isascii() else _LETTER.search(text)
    return text[found.start() : found.start() + 2] if found else ""


_LETTER = re.compile("[À-ÿ]")


def _unscrambled(text: str, first: str) -> Unscrambled:
    for scrambled in _SCRAMBLED:
        if (first[:1] in scrambled.bytes and first[1:2] in scrambled.tail) or _may_hold(text, scrambled):
            found = list(islice(scrambled.sequence.finditer(text), _MOST))
            if sum(len(scrambled.lead.findall(m[0])) for m in found[:_REPORTED]) >= _REPORTED:
                return _repaired(text, scrambled, found)
    return Unscrambled(text, ())


def _may_hold(text: str, scrambled: "_Scrambled") -> bool:
    """Whether one of the signs stands before a letter that may go on with it: a circumflex, as in "château", mostly does not."""
    for sign in scrambled.signs:
        at = text.find(sign)
        while at >= 0:
            if text[at + 1 : at + 2] in scrambled.tail:
                return True
            at = text.find(sign, at + 1)
    return False


class _Scrambled(NamedTuple):
    """What UTF-8 looks like when it is read in an encoding."""

    encoding: str
    signs: tuple[str, ...]
    """Letters of which such a text holds one, before one of ``tail``. To look for two at once takes twenty times as long."""
    tail: frozenset[str]
    """Letters that all but the first of a sequence are."""
    usual: str
    """The letters that begin a sequence which may stand alone, for an accented letter or a sign: those of other scripts are words."""
    sequence: re.Pattern[str]
    """A run of letters that may be UTF-8."""
    lead: re.Pattern[str]
    """The letters that begin a sequence."""
    bytes: Mapping[str, int]


def _repaired(text: str, scrambled: _Scrambled, found: list[re.Match[str]]) -> Unscrambled:
    plain = [_plain(m[0], scrambled.bytes) for m in found]
    begun = sum(len(p) for p in plain if p)
    # One alone may be right: "20 Å²", "3 × 4" or "tombé »" with a hard space read as a letter of another script each.
    sure = sum(
        len(p) for m, p in zip(found, plain, strict=True) if p and (len(p) > 1 or m[0][0] in scrambled.usual)
    )
    if sure < _REPORTED:
        return Unscrambled(text, ())
    if begun < _LEAST or len(found) == _MOST or begun < len(scrambled.lead.findall(text)):
        detail = f"{begun} letters look like UTF-8 read as {scrambled.encoding}; left as they are"
        return Unscrambled(text, (Trouble("mojibake", detail, Place(*found[0].span())),))
    out: list[str] = []
    at = 0
    for match, words in zip(found, plain, strict=True):
        out += (text[at : match.start()], words or match[0])
        at = match.end()
    out.append(text[at:])
    place = Place(len(out[0]), len(out[0]) + len(out[1]))
    detail = f"{begun} letters of UTF-8 that had been read as {scrambled.encoding} were read anew"
    return Unscrambled("".join(out), (Trouble("mojibake-repaired", detail, place),))


def _plain(sequence: str, bytes_: Mapping[str, int]) -> str | None:
    """What a sequence was before; None where it is no UTF-8."""
    try:
        return bytes(bytes_[c] for c in sequence).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return None


def _made(encoding: str, signs: str, usual: str) -> _Scrambled:
    table: dict[str, int] = {}
    for byte in range(0x80, 0x100):
        if byte < 0xA0:  # noqa: PLR2004  # what an encoding leaves undefined is a C1 control on the web
            table[chr(byte)] = byte
        table[codecs.decode(bytes([byte]), encoding, "ignore") or chr(byte)] = byte
    tail, two, three, four = (
        "".join(re.escape(c) for c, byte in table.items() if low <= byte < high)
        for low, high in ((0x80, 0xC0), (0xC2, 0xE0), (0xE0, 0xF0), (0xF0, 0xF5))
    )
    one = f"[{two}][{tail}]|[{three}][{tail}]{{2}}|[{four}][{tail}]{{3}}"
    # A set of letters first: the search passes over what is none of them five times as fast.
    first = (
        f"[{two}{three}{four}](?:(?<=[{two}])[{tail}]|(?<=[{three}])[{tail}]{{2}}|(?<=[{four}])[{tail}]{{3}})"
    )
    run, lead = re.compile(f"{first}(?:{one})*+"), re.compile(f"[{two}{three}{four}]")
    goes_on = frozenset(c for c, byte in table.items() if 0x80 <= byte < 0xC0)  # noqa: PLR2004  # as UTF-8 has it
    return _Scrambled(encoding, tuple(signs), goes_on, usual, run, lead, table)


_SCRAMBLED = (_made("windows-1252", "ÃâÐ", "ÃÂâ"), _made("windows-1251", "Ђ", "вРС"))
