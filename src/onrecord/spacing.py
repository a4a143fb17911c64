"""White space in text: made single, and the words it parts counted; characters that no one sees.

Asked of every text of every page, so each question has two ways to one answer: a loop over the characters where this
module is compiled, else what Python's own string methods do fastest.
"""

import re

from onrecord.compiled import is_compiled
from onrecord.scripts import UNSPACED


def collapse(text: str) -> str:
    """``text`` with every run of white space made one space, none at the ends.

    >>> collapse(" Rain   in May ")
    'Rain in May'
    """
    if not _LOOPS:
        return " ".join(text.split())
    if _is_single(text) or _is_single(text := text.strip()):
        return text
    return _pieced(text)


def words_in(text: str) -> int:
    """Words of ``text``, as white space parts them; in scripts that have none there, such as Chinese and Thai, characters.

    >>> words_in("Three plain words"), words_in("雨が降る")
    (3, 4)
    """
    if _LOOPS:
        return _counted(text)
    if text.isascii() or not _CHARWISE.search(text):
        return len(text.split())
    return sum(len(run[0]) for run in _CHARWISE.finditer(text)) + len(_CHARWISE.sub(" ", text).split())


def is_seen(text: str) -> bool:
    """Whether all characters of ``text`` are seen, or are spaces; where in doubt not.

    >>> is_seen("Rain in May"), is_seen("\u202eyaM ni niaR")
    (True, False)
    """
    return _all_seen(text) if _LOOPS else text.isprintable()


_LOOPS = is_compiled(__name__)
_CHARWISE = re.compile(f"[{UNSPACED}]+")


def _is_single(text: str) -> bool:
    """Whether all white space of ``text`` is single spaces between other characters."""
    apart = True
    for c in text:
        blank = c == " "  # no branch: where words end is guessed wrong by processors
        if blank & apart or ((c < " " or c > "~") and _is_space(c)):
            return False
        apart = blank
    return not apart


def _pieced(text: str) -> str:
    """As `collapse`: of the pieces between white space that is more than a space, which are fewer than the words."""
    pieces: list[str] = []
    start = -1  # of the piece that is read
    apart = False
    for n, c in enumerate(text):
        if " " < c <= "\x7f" or not _is_space(c):
            apart = False
            if start < 0:
                start = n
        elif start >= 0:
            if c == " " and not apart:
                apart = True
                continue
            pieces.append(text[start : n - apart])
            start = -1
            apart = False
    if start >= 0:
        pieces.append(text[start : len(text) - apart])
    return " ".join(pieces)


def _counted(text: str) -> int:
    """As `words_in`."""
    count = 0
    apart = True
    for c in text:
        if " " <= c <= "~":
            blank = c == " "
            count += apart & (not blank)
            apart = blank
        elif c >= "\u0e00" and _is_charwise(c):
            count += 1
            apart = True
        elif _is_space(c):
            apart = True
        else:
            count += apart
            apart = False
    return count


def _all_seen(text: str) -> bool:
    """As `is_seen`: control characters are not, nor those near the ones that turn the direction of text."""
    for c in text:  # noqa: SIM110  # a generator is no loop of the processor's
        if not " " <= c < "\x7f" and (c < "\xa0" or "\u2028" <= c <= "\u206f"):
            return False
    return True


def _is_space(c: str) -> bool:
    """Whether ``c`` is white space, of which most scripts' characters are none by where they stand."""
    return (c <= " " or "\x7f" < c <= "\xa0" or c >= "\u1680") and c.isspace()


def _is_charwise(c: str) -> bool:
    """Whether ``c``, which stands behind the scripts of Europe, is one of `UNSPACED`."""
    if c < "\u3040":
        return c <= "\u0eff" or "\u1000" <= c <= "\u109f" or "\u1780" <= c <= "\u17ff"
    return c <= "\u30ff" or "\u3400" <= c <= "\u9fff" or "\uf900" <= c <= "\ufaff"
