"""Lines that a page draws anew at every visit: stamps, counts, teasers and calls to subscribe. They are no edit.

Only a whole line is one, and only one that holds nothing else. "Updated 5 minutes ago" tells of the page; a sentence
that opens with the same word, "Updated figures put the toll at 12", tells of the world.
"""

import re

from onrecord.needles import holds_any
from onrecord.readers.wording import tells_update
from onrecord.values import calendars
from onrecord.values.tokens import Reading

_LONGEST = 150
"""Code points of such a line, at most: they are short."""


def is_passing(line: str) -> bool:
    """Whether ``line``, a whole one, is drawn anew at every visit.

    >>> is_passing("Last updated 5 minutes ago"), is_passing("Updated figures put the toll at 12.")
    (True, False)
    >>> is_passing("Read more: Ferries"), is_passing("Related charges were dropped.")
    (True, False)
    """
    return len(line) <= _LONGEST and (_CALL.fullmatch(line) is not None or _is_stamp(line))


_CALL = re.compile(
    r"\d{1,4} (?:min(?:ute)?s?(?: read| ago)?|hours? ago|days? ago|comments?|shares?|views?|likes?|Kommentare?)\.?|"
    # What they name is a letter or a paper: with a number it may be a place to sign up at on some day.
    r"(?:sign up (?:for|to)|subscribe to)\b\D*+|"
    r"(?:read more|read also|see also|lire aussi|lea también)\b.*+|"
    r"(?:newsletter|more on this(?: story)?|mehr zum thema|advertisement|anzeige|related(?: \w+){0,2})"
    r"(?:[^\w.!?]*+| ?[:|>»→].*+| - .*+)",
    re.IGNORECASE,
)


def _is_stamp(line: str) -> bool:
    """Whether it says when the page was published or updated, and nothing but that: in all languages of `calendars`."""
    if not (holds_any(line.lower(), _PUBLISHED) or tells_update(line)):
        return False  # "Date: 8 June" may be of anything
    read = Reading(line, None, None, whole=True)
    if _LABEL.match(read.signature) is None:
        return False
    words = [calendars.fold(read.text(at)) for at in range(len(read.signature))]
    unknown = {word for word, kind in zip(words, read.signature, strict=True) if kind == "x"}
    return not unknown or (unknown <= _AGO | _UNITS and not _AGO.isdisjoint(words))


_PUBLISHED = ("publi", "pubbli", "posted", "veröffentlicht", "erschienen")
_LABEL = re.compile(r"\W*+L(?=\W*+\Z|.*[2468#x])")
"""In a signature: a label first, and behind it nothing, or a number or word."""

_AGO = calendars.words("ago today yesterday now vor heute gestern y aujourd hier hace hoy ayer fa oggi ieri")
"""What counts back from now: "y" is of "il y a"."""
_UNITS = calendars.words(
    "min mins minute minutes hour hours day days just minuten stunde stunden tag tagen heure heures jour jours hui "
    "minuto minutos hora horas día días minuti ora ore giorno giorni"
)
