"""Lines that press archives set over an article, without labels: source, day, page, section and count of words.

In one line, ``Uferbote vom 04.06.2024, Nr. 128, S. 11 / Lokales``, or each in its own, the count of words first.
"""

import re
from collections.abc import Iterator, Sequence

from onrecord.evidence import Evidence
from onrecord.readers.flattened.lines import Line, evidence
from onrecord.readers.teasers import weight
from onrecord.readers.wording import opens_byline
from onrecord.values.moments import find_moments

_COUNT = re.compile(
    r"(?<![\w.,])\d{1,6}\s(?:words?|wörter|mots|palabras|palavras|paraules|parole|woorden|ord|sanaa|słów|slov|szó|слов[аo]?|слів|kelime)\b"
    r"|(?<!\w)\d{1,6}\s?(?:字|文字|자)(?!\w)",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"(?<!\w)(?:pg|pages?|seiten?|s|pp?|pag|pág|págs|blz|sid|side|str|стр|с)\b\.?\s?[A-Z]?\d{1,4}[A-Z]?(?:\s?[-–]\s?\w?\d{1,4})?(?!\w)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<!\w)(?:no|nr|num|núm|n°|nº|№)\.?\s?\d{1,6}(?:/\d{2,4})?(?!\w)", re.IGNORECASE)
_PARTED = re.compile(r"\s*[|·•;]\s*|\s[/–—-](?:\s|$)|,\s*(?![^()]*\))")
_SIGNS = re.compile(r"[|·•]|\s[–—-]\s")
BEFORE_DAY = re.compile(r"[\s,;(]{1,9}(?:vom|of|dated|du|del|di|van|av|od|от)?[\s,;(]{0,9}$", re.IGNORECASE)
_OF_A_PLACE = re.compile(r"[^\W\d_][^()]{1,60}\s\([^\W\d_][^()\d]{1,40}\)")
"""A newspaper and where it is published: ``Harrow Post (Harrow Bay, MA)``."""
_EDITION = re.compile(
    r"(?:\w+\s){0,3}(?:edition|ausgabe|édition|edición|edizione|edição|editie|upplaga|wydanie|выпуск)(?:\s\w+){0,2}",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?:[^\W\d_]{3}|\d{4})[.!?…][\"'”’»]?$")
_LONGEST = 160
"""Code points of the longest such line."""


def is_count(text: str) -> bool:
    """Whether a line is a count of words and nothing else."""
    return len(text) <= _SHORT and _COUNT.fullmatch(text) is not None


_SHORT = 20


def is_edition(text: str) -> bool:
    """Whether a line only says which edition it was, ``First Edition``."""
    return len(text) <= _LONGEST // 2 and _EDITION.fullmatch(text) is not None


def said(line: Line, above: Line | None = None) -> tuple[Evidence, ...] | None:
    """What such a line says; None where it is no such line. ``above`` is the line that stands right over it, if any.

    It has two at least of day, page, number and count of words; or a day and, behind a sign, a newspaper with its place.
    The first name in it is the source's, the next one the section's; below a line that names the source, the section's.
    """
    text = line.text
    if len(text) > _LONGEST or not any(map(str.isdigit, text)) or _SENTENCE.search(text):
        return None
    marks = [(m.start(), m.end()) for p in (_COUNT, _PAGE, _NUMBER) for m in p.finditer(text)]
    days = [(start, end) for start, end, _ in find_moments(text)[:1]]
    marks = [m for m in marks if not any(s < m[1] and m[0] < e for s, e in days)]
    parts = list(_parts(line, sorted(marks + days)))
    numbers = [p for p in parts if p.text.isdigit()]
    told = len(marks) + len(days) + bool(numbers and _SIGNS.search(text))
    names = [p for p in parts if _is_name(p.text)]
    placed = days and any(_OF_A_PLACE.fullmatch(p.text) for p in names) and _SIGNS.search(text)
    if (told < _ENOUGH and not placed) or sum(len(p.text) for p in parts) > _NAMES:
        return None
    headed = above if marks and not placed else None
    return tuple(_read(line, days, names, headed))


_ENOUGH = 2
_NAMES = 110
"""Code points of all names in such a line: what has more is a sentence."""


def _parts(line: Line, marks: Sequence[tuple[int, int]]) -> Iterator[Line]:
    """What stands between marks and signs."""
    at = 0
    for start, end in (*marks, (len(line.text), len(line.text))):
        between = line.text[at:start]
        if found := BEFORE_DAY.search(between):
            between = between[: found.start()]
        begin = 0
        for sign in (*_PARTED.finditer(between), None):
            stop = sign.start() if sign else len(between)
            part = line.part(at + begin, at + stop)
            if part.text.strip(" ,;()[]."):
                yield part
            begin = sign.end() if sign else stop
        at = max(at, end)


def _is_name(text: str) -> bool:
    first = text[0]
    return first.isalpha() and not first.islower() and weight(text) > 2 and not is_edition(text)


def _read(
    line: Line, days: Sequence[tuple[int, int]], names: Sequence[Line], above: Line | None
) -> Iterator[Evidence]:
    how = "in a line of source, day and page"
    for start, end in days:
        yield evidence("date_published", line.part(start, end), how)
    by = [n for n in names if opens_byline(n.text)]
    yield from (evidence("author", n, how) for n in by)
    rest = [n for n in names if n not in by and ":" not in n.text]
    if above is not None and rest and days and rest[0].start < line.start + days[0][0]:
        rest.insert(0, above)
    for field, name in zip(("publisher", "article_section"), rest, strict=False):
        yield evidence(field, name, how)
