"""Where two paragraphs were joined with nothing between: places in a text that no sentence of one paragraph holds.

Written text has white space behind a sentence. Where a full stop, a closing mark or a small letter touches the
capital of another word, a break was lost, unless it is an abbreviation, a number, an address or a name written so.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from onrecord.body.quotation_marks import CLOSERS, MARKS, OPENERS, Open

__all__ = ["breaks_lost"]

_STOPS: Final = ".?!…।॥؟။"
_RUN = re.compile(r"""[.?!…।॥؟။:;"'“”„‟«»‹›‘’‚()\[\]¿¡]+""")
_BULLETS: Final = frozenset("•●■▪►▶◆")
_DASHES: Final = frozenset("–—-")
_LETTERS = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s\"“”«»<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)[@#]\w+", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:com|org|net|edu|gov|info|tv|co|io|eu)\b", re.IGNORECASE)
_JOINED_NAMES: Final = ("Mc", "Mac", "Mag", "De", "Di", "Du", "La", "Le", "Van", "Von", "Fitz", "Al", "El", "Ibn", "Ben", "Da", "Do", "Lo", "Li")
"""First parts of names whose second part keeps its capital: McAdam, DeRossi."""
_JOINED_WORDS: Final = frozenset(
    "YouTube LinkedIn TikTok WhatsApp FaceTime FaceBook PayPal OpenAI ChatGPT SpaceX PlayStation BioNTech DoorDash GitHub "
    "CrowdStrike WordPress AirBnB JavaScript PowerPoint MasterCard GoFundMe DeepMind DeepSeek SoundCloud SoftBank EuroMillions "
    "MotoGP iPhone iPad eBay BuzzFeed FedEx HarperCollins UnitedHealth AstraZeneca GlaxoSmithKline ThyssenKrupp WeChat "
    "WikiLeaks VivaTech YouGov InfoWars StubHub TripAdvisor PricewaterhouseCoopers ExxonMobil ConocoPhillips AccuWeather "
    "ArcelorMittal TotalEnergies NewsGuard TechCrunch".split()
)
"""Names of things that are written with a capital inside, wherever news is written."""
_ENDINGS: Final = ("Innen", "Phone", "Pad", "Tube", "Pay", "Bank", "Tech", "Net", "Link", "Live", "Cars", "Fox", "Art", "Watch", "Book", "Soft", "Ware")
"""Second parts of such words, German's ``KollegInnen`` among them."""


class _Text(NamedTuple):
    """A text, and the words in it by how often they stand alone."""

    text: str
    words: Counter[str]

    def at(self, index: int) -> str:
        return self.text[index] if 0 <= index < len(self.text) else "\0"

    def word_before(self, end: int) -> str:
        start = end
        while start > 0 and end - start < _WORD and self.text[start - 1].isalnum():
            start -= 1
        return self.text[start:end]

    def word_after(self, start: int) -> str:
        found = _LETTERS.match(self.text, start, start + _WORD)
        return found[0] if found else ""

    def knows(self, word: str) -> bool:
        """Whether ``word`` stands elsewhere in the text by itself, small or capital."""
        return word in self.words or word.lower() in self.words or word.capitalize() in self.words


_WORD: Final = 60
"""Code points of a word that are looked at."""


def breaks_lost(text: str) -> tuple[int, ...]:
    """Where a paragraph begins that touches the one before it: indexes into ``text``, in order.

    Says nothing of Chinese, Japanese and Thai, whose sentences touch as a rule.
    """
    source = _Text(text, Counter(m[0] for m in _LETTERS.finditer(text)))
    spared = [m.span() for m in _ADDRESS.finditer(text)]
    found: list[int] = []
    for at, sure in _candidates(source):
        while spared and spared[0][1] < at:
            spared.pop(0)
        if spared and spared[0][0] < at <= spared[0][1] and not _ends_address(text, spared[0], at):
            continue
        if sure or _is_heading(text, found[-1] if found else 0, at):
            found.append(at)
    return tuple(found)


def _ends_address(text: str, span: tuple[int, int], at: int) -> bool:
    """Whether what looks like an address runs into the next sentence: a full stop, then a capital and small letters."""
    return at == span[1] or (text[at - 1] in ".”“" and text[at : at + 1].isupper() and text[at + 1 : at + 3].islower())


_HEADING = 160
"""Code points of the longest line that is taken for a heading."""
_SENTENCE = re.compile(rf"(?<!\b\d)(?<!\b\d\d)[{re.escape(_STOPS)}][\"'”’»)]?\s")


def _is_heading(text: str, start: int, at: int) -> bool:
    """Whether the words since the last break may be a line by themselves: short, and no sentence ends in them."""
    return 1 < at - start <= _HEADING and not _SENTENCE.search(text, start, at)


def _candidates(source: _Text) -> Iterator[tuple[int, bool]]:
    """Every place that may be one, in order; whether it is one whatever stands before it."""
    marks = _at_marks(source)
    letters = _at_letters(source)
    ours, theirs = next(marks, None), next(letters, None)
    while ours or theirs:
        if theirs is None or (ours and ours[0] <= theirs[0]):
            assert ours is not None  # noqa: S101  # told by the loop's condition
            yield ours
            ours = next(marks, None)
        else:
            yield theirs
            theirs = next(letters, None)


def _at_marks(source: _Text) -> Iterator[tuple[int, bool]]:
    text, quotes = source.text, Open(source.text)
    for run in _RUN.finditer(text):
        start, end = run.span()
        border, was_open = end, bool(quotes)
        for at in range(start, end):
            char = text[at]
            if (char in MARKS or char in OPENERS or char in CLOSERS) and quotes.opens(
                char, source.at(at - 1), source.at(at + 1)
            ):
                border = min(border, at)
        before, after = source.at(start - 1), source.at(end)
        if text[border:end] == "«" and after.isspace() and border > start:  # French: ``études.« Nous``
            if source.at(end + 1).isupper() and (text[start] in _STOPS or not before.isspace()):
                yield border, True
            continue
        if after.isspace() or after == "\0" or before == "\0" or (before.isspace() and border == start):
            continue
        if (sure := _parts(source, (start, border, end), inside=was_open)) is not None:
            yield border, sure


def _parts(source: _Text, run: tuple[int, int, int], *, inside: bool) -> bool | None:  # noqa: C901, PLR0911  # a list of cases
    """Whether paragraphs part at the border of a run of marks: surely, perhaps, or not (None)."""
    start, border, end = run
    closed = source.text[start:border]
    after = source.at(end)
    if border < end and not closed:  # an opening mark touches a word
        return False if after.isupper() and source.text[border] not in "(['’‘" and not inside else None
    stop = next((c for c in closed if c in _STOPS), "")
    if after in _DASHES:
        return True if (stop or ":" in closed) and source.at(end + 1).isspace() else None
    if after in _BULLETS:
        return True
    if source.text.startswith(("http://", "https://"), end) and closed:
        return True
    if after.isdigit():
        return True if _before_number(source, start, stop, closed) else None
    if not (after.isupper() or _caseless(after)):
        return None
    if stop:
        return True if _ends_sentence(source, start, border, end) else None
    if closed[-1] in ":;":
        long = len(source.word_before(start)) > 2 and len(source.word_after(end)) > 1  # noqa: PLR2004
        return True if long and not source.word_after(end).endswith("nnen") else None
    right = source.word_after(end)
    if len(right) < 2 or not after.isupper() or source.at(end + 1).isupper():  # noqa: PLR2004
        return None
    if closed[0] in "'’" and len(closed) == 1 and source.at(start - 1).isalnum():
        return False if _SINGLE.search(source.text, max(0, start - _HEADING), start) else None
    return True if closed[-1] in CLOSERS or closed[-1] in MARKS else None


_SINGLE = re.compile(r"(?:^|[\s(“\"])[‘'](?=\w)(?!\w{1,2}['’])")
"""A single mark that opens."""


def _caseless(char: str) -> bool:
    return char.isalpha() and not char.islower() and not char.isupper()


def _before_number(source: _Text, start: int, stop: str, closed: str) -> bool:
    """Whether a number after a full stop opens a paragraph: ``in China.2. Evergrande``, but not ``3.5`` or ``No.5``."""
    before = source.word_before(start)
    if closed != ".":
        return bool(stop)
    return before.isalpha() and (_caseless(before[-1]) or (len(before) > 3 and before[1:].islower()))  # noqa: PLR2004


def _ends_sentence(source: _Text, start: int, border: int, end: int) -> bool:
    """Whether a full stop that touches a capital ends a sentence: not an initial, a domain, an ordinal."""
    closed, right = source.text[start:border], source.word_after(end)
    if closed != ".":
        return True
    left = source.word_before(start)
    common = right.lower() in source.words and len(right) > 1
    if border < end:
        return True
    if not left:  # white space before the full stop, or a sign
        return len(right) > 2 and right[1:].islower()  # noqa: PLR2004
    if len(left) == 1 and left.isalpha() and source.at(start - 2) not in "'’":  # an initial, but for a word of the text
        return common and right[1:].islower()
    if len(right) == 1 and source.at(end + 1) == "." and left.isupper() and len(left) < 3:  # noqa: PLR2004
        return False
    if _DOMAIN.match(source.text, end) and not right[1:].islower():
        return False
    if left.isdigit() and len(left) < 3:  # noqa: PLR2004  # an ordinal, as in 1.FC
        return common
    return True


def _at_letters(source: _Text) -> Iterator[tuple[int, bool]]:
    """Places inside a word where a small letter, a digit or capitals meet the capital of another word."""
    for word in _WORDS.finditer(source.text):
        token, start = word[0], word.start()
        if token.islower() or (token[1:].islower() and not token[0].isdigit()) or token.isdigit():
            continue
        for at in range(1, len(token)):
            if token[at].isupper() and (sure := _meets(source, start, token, at)) is not None:
                yield start + at, sure
            elif token[at].isdigit() and token[at - 1].islower() and _counts(source, start, token, at):
                yield start + at, False


_WORDS = re.compile(r"[^\W_]{2,200}")


def _counts(source: _Text, start: int, token: str, at: int) -> bool:
    """Whether a number that touches a word begins a line: ``told them1. The first``."""
    rest = token[at:]
    return at > 3 and rest.isdigit() and bool(re.match(r"[.)]\s", source.text[start + len(token) :][:2]))  # noqa: PLR2004


def _meets(source: _Text, start: int, token: str, at: int) -> bool | None:  # noqa: PLR0911  # a list of cases
    """Whether two paragraphs meet at a capital inside a word: surely, perhaps (a heading before it), or not (None)."""
    left, right = token[:at], source.word_after(start + at)
    before = token[at - 1]
    own = _LETTERS.findall(left)[-1] if before.isalpha() else left
    if before.isdigit():
        return False if len(left) > 1 and right[1:].islower() and len(right) > 1 and left.isdigit() else None
    if before.isupper():
        tail = token[at + 1 : at + 3]
        known = source.knows(own) or own in source.words
        plain = own.isupper() and tail.islower() and len(tail) > 1
        return False if plain and len(own) > 1 and (known or len(own) > 4) else None  # noqa: PLR2004
    if token in _JOINED_WORDS or source.words[token] > 1 or right.endswith("nnen") or right in _ENDINGS:
        return None
    if left in _JOINED_NAMES:
        return None
    if not source.knows(own) and (len(own) < 3 or (len(own) < 5 and right.lower() not in source.words)):  # noqa: PLR2004
        return None
    if right.isupper() and (len(right) > 1 or token[at + 1 :]) and own[0].isupper() and len(own) < 4:  # noqa: PLR2004
        return None
    return source.words[own] > 0 and len(own) > 2 and source.knows(right) and len(right) > 1 and right[1:].islower()  # noqa: PLR2004
