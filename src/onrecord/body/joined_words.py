"""Where two paragraphs meet inside a word: a small letter, a digit or capitals touch the capital of another word."""

import re
from collections.abc import Iterator
from typing import Final

from onrecord.body.joined_text import LETTERS, JoinedText

_JOINED_NAMES: Final = frozenset(("Mc", "Mac", "Mag", "De", "Di", "Du", "La", "Le", "Van", "Von", "Fitz", "Al", "El", "Ibn", "Ben", "Da", "Do", "Lo", "Li"))  # fmt: skip
"""First parts of names whose second part keeps its capital: McAdam, DeRossi."""
_JOINED_WORDS: Final = frozenset(
    (
        "YouTube", "LinkedIn", "TikTok", "WhatsApp", "FaceTime", "FaceBook", "PayPal", "OpenAI", "ChatGPT", "SpaceX", "PlayStation",
        "BioNTech", "DoorDash", "GitHub", "CrowdStrike", "WordPress", "AirBnB", "JavaScript", "PowerPoint", "MasterCard", "GoFundMe",
        "DeepMind", "DeepSeek", "SoundCloud", "SoftBank", "EuroMillions", "MotoGP", "iPhone", "iPad", "eBay", "BuzzFeed", "FedEx",
        "HarperCollins", "UnitedHealth", "AstraZeneca", "GlaxoSmithKline", "ThyssenKrupp", "WeChat", "WikiLeaks", "YouGov", "StubHub",
        "TripAdvisor", "PricewaterhouseCoopers", "ExxonMobil", "ConocoPhillips", "AccuWeather", "ArcelorMittal", "TotalEnergies",
    )
)  # fmt: skip
"""Names of things that are written with a capital inside, wherever news is written."""
_ENDINGS: Final = frozenset(("Phone", "Pad", "Tube", "Pay", "Bank", "Tech", "Net", "Link", "Live", "Cars", "Fox", "Art", "Watch", "Book", "Soft", "Ware"))  # fmt: skip
"""Second parts of such words."""
_GENDER: Final = "nnen"
"""The end of German's ``KollegInnen``."""
_ABBREVIATION: Final = 4
"""Letters of the longest run of capitals that needs to stand elsewhere in the text: ``EUDie`` parts, ``AFDie`` may not."""
_PREFIX: Final = 5
"""Letters from which what stands before a capital is a word, and no prefix as Zulu and Xhosa write them: ``yaseMbali``."""
_SHORTEST: Final = 3
"""Letters of the shortest word that counts as one though it stands nowhere else."""


def inside_words(source: JoinedText) -> Iterator[tuple[int, bool]]:
    """Places where paragraphs may meet inside a word, in order; whether they surely do, or only behind a heading."""
    for word in _WORDS.finditer(source.text):
        token, start = word[0], word.start()
        if token.islower() or token.isupper() or (token[1:].islower() and not token[0].isdigit()):
            continue
        for at in range(1, len(token)):
            if token[at].isupper() and (sure := _meets(source, start, token, at)) is not None:
                yield start + at, sure
            elif token[at].isdigit() and token[at - 1].islower() and _counts(source, start, token, at):
                yield start + at, False


_WORDS = re.compile(r"[^\W_]{2,80}")


def _counts(source: JoinedText, start: int, token: str, at: int) -> bool:
    """Whether a number that touches a word begins a line: ``told them1. The first``."""
    behind = source.text[start + len(token) : start + len(token) + 2]
    return at >= _SHORTEST and token[at:].isdigit() and behind[:1] in {".", ")"} and behind[1:].isspace()


def _meets(source: JoinedText, start: int, token: str, at: int) -> bool | None:
    """Whether two paragraphs meet at a capital inside a word: surely, perhaps (a heading before it), or not (None)."""
    right = source.word_after(start + at)
    if token[at - 1].isdigit():
        return False if at > 1 and len(right) > 1 and right[1:].islower() and token[:at].isdigit() else None
    own = LETTERS.findall(token[:at])[-1]
    if own[-1].isupper():
        tail = token[at + 1 : at + 3]
        plain = len(own) > 1 and own.isupper() and len(tail) > 1 and tail.islower()
        return False if plain and (len(own) > _ABBREVIATION or source.knows(own)) else None
    if token[:at] in _JOINED_NAMES or _is_one_word(source, token, own, right):
        return None
    sure = len(own) >= _SHORTEST and own in source.words and source.knows(right)
    return sure and len(right) > 1 and right[1:].islower()


def _is_one_word(source: JoinedText, token: str, own: str, right: str) -> bool:
    """Whether a word with a capital inside is written so: it is known for it, stands again, or its parts are no words."""
    if token in _JOINED_WORDS or source.words[token] > 1 or right.endswith(_GENDER) or right in _ENDINGS:
        return True
    if own[0].isupper() and right.isupper() and len(own) <= _SHORTEST and not token.endswith(own + right[:1]):
        return True
    if source.knows(own):
        return False
    return len(own) < _SHORTEST or (len(own) < _PREFIX and right.lower() not in source.words)
