"""A name beside a date, in a line of its own or with it, and nothing else: how many sites sign."""

import re
from collections.abc import Sequence

from onrecord.body.blocks import cut
from onrecord.page import Page
from onrecord.readers.head import Line
from onrecord.readers.names import are_capitalised
from onrecord.readers.numerals import has_date
from onrecord.readers.shown import Shown
from onrecord.readers.surroundings import Setting
from onrecord.readers.wording import tells_update
from onrecord.scripts import COLONS, DENSE
from onrecord.values import bylines
from onrecord.values.agencies import agency_of
from onrecord.values.byline_words import is_title, key_of
from onrecord.values.forenames import is_forename
from onrecord.values.people import Kind, parse_byline


def read_by_a_date(
    shown: Shown, lines: Sequence[Line], setting: Setting, under: Setting, *, sure: bool = False
) -> bool:
    """A name beside a date, or in one line with it and nothing else: how many sites sign. Whether there is one.

    In Latin letters two to four capitalised words; in other scripts what `parse_byline` takes for one person. Where it is
    to be ``sure``, it begins with a common first name: above a headline stand sections, too, of two words in capitals.
    """
    title = shown.page.title or ""
    dated = [i for i, line in enumerate(lines) if len(line.text) < _SIGNED and has_date(line.text)]
    for i in dated[:2]:
        for line in (lines[i], *reversed(lines[max(0, i - 2) : i]), *lines[i + 1 : i + 3]):
            if line.element.tag in _NO_NAMES:
                continue
            name = _name_in(line.text, title)
            if not name or line.element.select_one(_FILES) is not None:
                continue
            known = is_forename((line.text if sure else name).partition(" ")[0])
            if not known and (sure or _is_of_words(shown.page, name) or is_title(key_of(name.split()[-1]))):
                continue
            if not (under if line.under else setting).holds(line.element):
                shown.byline(line.element, "date", line.own)
                return True
    return False


def _is_of_words(page: Page, name: str) -> bool:
    """Whether a word of a name stands in small letters on the page: so it is one that means something.

    Not the last: surnames mean much, such as Young and Town. Teams are called by such words, too.
    """
    if name.endswith(_TEAMS):
        return False
    said = " ".join([block.text for block in cut(page).blocks])
    small = [word.lower() for word in _WORD.findall(name)[:-1] if word != word.lower()]  # no particles
    return any(w in said and re.search(rf"(?<![^\W_]){re.escape(w)}(?![^\W_])", said) for w in small)


_TEAMS = (" Desk", " Newsroom", " Staff", " Team")
_NO_NAMES = frozenset(("dd", "h1", "h2", "h3", "h4"))
"""What holds no name that nothing but a date beside it tells: facts, and headings."""
_FILES = "a[rel~=tag],a[href*='/category/'],a[href*='/tag/'],[class*=categor i]"
"""What the article is filed under."""


def is_button(text: str) -> bool:
    """Whether a line is a sign, a count or what can be pressed: "·", "14", "Follow"."""
    return len(text) <= _PRESSED and (key_of(text) in bylines.BUTTONS or not _WORD.search(text))


_PRESSED = 12
"""Code points of the longest such line."""


def _name_in(text: str, title: str) -> str:
    """The name that a line is, or is with a date; empty where it is none. What costs least, and most lines are not, is asked first."""
    if len(text) > _SIGNED or "©" in text:
        return ""
    capitalised = are_capitalised(text) or _is_credited(text)
    if not capitalised and (not (has_date(text) or _EASTERN.search(text)) or _LABELLED.search(text)):
        return ""
    if (text in title and f"by {text}" not in title) or tells_update(text):
        return ""
    if capitalised:
        return _PARTING.split(text)[0].strip()
    titled = _TITLED.search(text) is not None
    if (
        not titled
        and sum(1 for word in _WORD.findall(text) if word[0].isupper() or word in bylines.SURE_PARTICLES)
        < _TWO
    ):
        return ""
    people = parse_byline(text).authors
    name = people[0].name if len(people) == 1 and people[0].kind is Kind.PERSON else ""
    eastern = titled and _EASTERN.fullmatch(name) is not None
    return name if name != text and (eastern or are_capitalised(name) or _INITIALLED.fullmatch(name)) else ""


def _is_credited(text: str) -> bool:
    """Whether a line is a name and an agency's behind a sign: "Jane Doe / dpa"."""
    name, *rest = _PARTING.split(text)
    return len(rest) == 1 and agency_of(rest[0].strip(" )")) != "" and are_capitalised(name.strip())


_PARTING = re.compile(r"[/–—|(]")
_LABELLED = re.compile(rf"[{COLONS}]\s*\D")
_WORD = re.compile(r"[^\W\d_]+")
_TWO = 2
"""Words of the shortest name, which need not be asked for where there are not as many that may be of one."""
_TITLED = re.compile("기자|記者|记者|文[・/]|撮影")
_EASTERN = re.compile(f"[{DENSE}]{{2,5}}")
"""Names in scripts without capitals; one counts only where a word such as 記者 or 기자 was read off it."""
_INITIALLED = re.compile(r"[^\W\d_]{1,2}\.[^\W\d_]{3,}")
"""A name with its initial, as Mongolian papers write all of them."""


_SIGNED = 70
"""Code points of a line that holds a date and little else."""
