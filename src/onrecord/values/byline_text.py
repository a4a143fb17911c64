"""A byline's text made ready for cutting: one kind of each mark, and what is never a name set apart or cut out."""

import re
import unicodedata
from collections.abc import Callable

from onrecord import limits
from onrecord.needles import small
from onrecord.scripts import COLONS
from onrecord.values import bylines as words_of
from onrecord.values import calendars
from onrecord.values.agencies import AGENCIES, AGENCY_LEADS, agency_of
from onrecord.values.byline_words import (
    AND,
    CJK,
    CREDITS,
    EAST_TITLES,
    GENERIC,
    LABELS,
    PHRASES,
    WORD,
    alternatives,
    key_of,
    telling_words,
)
from onrecord.values.moments import find_moments

_DIGITS = frozenset(
    "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯੦੧੨੩੪੫੬੭੮੯૦૧૨૩૪૫૬૭૮૯௦௧௨௩௪௫௬௭௮௯౦౧౨౩౪౫౬౭౮౯"
    "೦೧೨೩೪೫೬೭೮೯൦൧൨൩൪൫൬൭൮൯๐๑๒๓๔๕๖๗๘๙໐໑໒໓໔໕໖໗໘໙၀၁၂၃၄၅၆၇၈၉០១២៣៤៥៦៧៨៩０１２３４５６７８９"
)
MINOR = "\x01"
"""Put after a name whose role in parentheses is not the writing."""
DATED = "\x03"
"""Put in the place of a date."""
_ONE_KIND = str.maketrans("／，、،；｜丨（）［］【】〔〕＝＠　", "/,,,;||()[][][]=@ ") | dict.fromkeys(
    map(ord, COLONS), ":"
)
_INVISIBLE = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_TAG = re.compile(r"<[^<>]{0,200}>")
_ADDRESS = re.compile(
    r"(?:https?:|(?<!\w)www\.)\S*|(?<!\S)[\w.-]+\.[a-z]{2,6}/(?![a-z]{1,4}(?!\S))\S*|[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+|@[\w.]+",
    re.IGNORECASE,
)
_ON = r"(?:\b(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim)\b[.,]?\s+)?(?:\b(?:on|am|um|vom|le|el|il|den|at|à|às|alle|a l[ae]s|a la/s|stand:?|kl\.?)\s+)?"
_DATE_WORDS = f"{calendars.LITTLE_WORDS} {calendars.LABELS} {calendars.BEFORE_A_TIME}"
_NOON_WORDS = f"{calendars.BEFORE_NOON} {calendars.AFTER_NOON}"
_ON_WORDS = frozenset({"on", "le", "la", "den", "at", "alle", "kl"})
_NOON = re.compile(r" ?(\S+)")
_NEXT_WORD = re.compile(r"[ ,(]{0,2}([^\W\d]+)")
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"\b(?=\w){_ON}(?:"
    rf"\b\d{{1,2}}(?:st|nd|rd|th|er|º|\.)?[\s.-]*(?:de\s+)?(?:{words_of.MONTHS})\b\.?(?:,?\s*(?:de\s+|del\s+)?(?:{_YEAR}|\d\d)\b)?"
    rf"|\b(?=[^\W\d_]{{3,12}}\b\.?,?\s+\d)(?:{words_of.MONTHS})\b(?:\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?!:)(?:,?\s*{_YEAR}\b)?|\.?,?\s+{_YEAR}\b)"
    r"|\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?!\d)(?:[T ]?\d\d:\d\d\S*(?:\s*[ap]\.?\s?m\b\.?)?)?"
    r"|\b\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?\s?m\b\.?|uhr|hrs\.?|h\b)?(?:\s*(?:e[sd]t|p[sd]t|gmt|utc|cest|cet|ist)\b)?"
    rf"|\b\d+[\s-]*(?:min(?:ute[ns]?|uto[s]?|uti)?|mins|hours?|days?|weeks?|stunden?|tagen?|horas?|heures?|articles?|分钟|분)\b\.?(?:\s*(?:read|ago|de lectura|de lecture|lesezeit|di lettura|de leitura))?"
    rf"|(?<!\S){_YEAR}(?!\S))",
    re.IGNORECASE,
)
"""Tried where a word begins, and the names of months only where a number is next: there are too many to try at each letter."""
_SPACES = re.compile(r"[^\S\n]+")
_TEXT = re.compile(r".+", re.DOTALL)
"""All of it: dates are found by reading, not by one pattern, and labels in small letters."""
_PARENS = re.compile(r"[(\[]([^()\[\]]*)[)\]]?")
_DATELINE = re.compile(r"(?:(?<=[|(\[\n\x03])|^)\s*[^=|()\[\]\n\x03]{1,12}=")
_WORK_BY = frozenset(phrase for phrase in PHRASES if phrase.endswith(("ed by", "ing by")))
"""Of the work that is not the writing that with a colon, too: "Edited By: Jane Doe"."""
_LABELLING = CREDITS | LABELS | _WORK_BY


def _labels(entries: frozenset[str]) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{alternatives(entries)})\s*(?::(?!//)|(?<=[图圖文影図真訳手])\s*[/・]|(?<=[\u4e00-\u9fff])\s*\|)"
    )


_CREDIT_LABEL, _ASCII_LABEL = _labels(_LABELLING), _labels(frozenset(filter(str.isascii, _LABELLING)))
"""Of a text in small letters: hundreds of words are told apart by their first ones, which passing over case would compare in full.
Most texts are in ASCII, and so are half of the words."""
_OF_BOTH = frozenset(by for by in LABELS if any(by.endswith(f" {phrase}") for phrase in PHRASES))
"""What opens a byline of who took the pictures, too: "Story and photos by", "Tekst og foto:"."""
_CREDIT_PHRASE = re.compile(rf"(?<!\w)(?:{alternatives(PHRASES | _OF_BOTH)})(?!\w)", re.IGNORECASE)
_AGENCY_CREDIT = re.compile(
    rf"(?<!\w)(?:{alternatives(words_of.merged(AGENCY_LEADS))})(?:\s*:\s*|\s+|(?<=©))"
    rf"({alternatives(frozenset(AGENCIES))})(?=\W*$|\s*[,;/|&\n()\[\]\x02\x03]|\s+(?:{alternatives(AND)})\s)",
    re.IGNORECASE,
)
_EAST_AGENCIES = frozenset(agency for agency in AGENCIES if CJK.search(agency))
_EAST_AGENCY = re.compile(
    rf"({alternatives(_EAST_AGENCIES)})(?=\s*(?:{EAST_TITLES}|[\u4e00-\u9fff]{{1,3}}[电電]))"
)


def clean(raw: str) -> str:
    """The start of ``raw``, in NFC, with one kind of each mark and without what is never a name."""
    text = raw
    if len(raw) > limits.BYLINE_CHARACTERS:
        text = raw[: limits.BYLINE_CHARACTERS]
        cut = max(text.rfind(mark) for mark in ",;|\n ")
        text = text[: max(0, cut)]
    if not text.isprintable():
        text = _CONTROL.sub(" ", text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).translate(_ONE_KIND)
    if "  " in text or not text.isprintable():  # what can be printed has no other white space
        text = _SPACES.sub(" ", text)
    folded = text.casefold()
    signs = {*folded, *WORD.findall(folded)}
    if _TELLING.isdisjoint(signs):
        return text
    for of, pattern, instead in _SET_APART:
        if not of.isdisjoint(signs):
            text = pattern.sub(instead, text)
    return text


def _undated(match: re.Match[str]) -> str:
    """A text with a digit in it, a mark in the place of each date and time, and of each "5 min read"."""
    text, kept, done = match[0], "", 0
    for start, end, _ in find_moments(text):
        kept += _without_lead(text[done:start]) + DATED
        done = end + _weekday_size(text[end:])
    text = kept + text[done:]
    if _DIGITS.isdisjoint(text):
        return text
    kept, done = "", 0
    for date in _DATE.finditer(text):
        kept += _without_lead(text[done : date.start()]) + DATED
        done = date.end() + _noon_size(text[date.end() :])
    return kept + text[done:]


def _without_lead(text: str) -> str:
    """``text`` without "on", "Stand:" or "ngày" at its end; a capital may be a surname's ("Le") in a short word."""
    while True:
        head, _, last = text.rstrip(" ,:(").rpartition(" ")
        word = calendars.fold(last.strip(f"|,:{DATED}"))
        known = word in _ON_WORDS or word in calendars.weekday_words() or word in calendars.words(_DATE_WORDS)
        named = word in calendars.words(calendars.BEFORE_A_TIME) or len(word) <= len("mon")
        if not known or (named and last != last.lower()):
            return text
        text = head


def _noon_size(text: str) -> int:
    """How long the word for a half of the day is that ``text`` starts with, "μ.μ."; 0 where it does not."""
    word = _NOON.match(text)
    return word.end() if word and calendars.fold(word[1]) in calendars.words(_NOON_WORDS) else 0


def _weekday_size(text: str) -> int:
    """How long the name of a weekday is that ``text`` starts with; 0 where it does not."""
    word = _NEXT_WORD.match(text)
    known = word is not None and calendars.fold(word[1]) in calendars.weekday_words()
    return word.end() if word and known and len(word[1]) > len("mon") else 0


def _labelled(match: re.Match[str]) -> str:
    """A text with each credit's label on a line of its own."""
    text, kept, done = match[0], "", 0
    labels = _ASCII_LABEL if text.isascii() else _CREDIT_LABEL
    for label in labels.finditer(small(text)):
        start, end = label.span()
        kept += f"{text[done:start]}\n{text[start : end - 1].rstrip()}:"
        done = end
    return kept + text[done:]


def _credited(match: re.Match[str]) -> str:
    """The agency behind "mit Material von", or the words as they are where none stands there."""
    return f"\x02{match[1]}" if agency_of(match[1]) else match[0]


def _unbracket(match: re.Match[str]) -> str:
    """What a parenthesis leaves: an agency, the mark of a minor role, a nickname, or nothing."""
    inside, text = match[1].strip(), match.string
    if not _LETTER.search(text[: match.start()] + text[match.end() :]):
        return f" {inside} "
    if "\x02" in inside or any(agency_of(word) for word in _CREDITED.split(inside)):
        return f"\x02{inside}\x02"
    keys = {key_of(word) for word in _APART.split(inside)}
    if not keys.isdisjoint(CREDITS) and keys.isdisjoint(LABELS):
        return MINOR
    nickname = text[: match.start()].endswith(" ") and _LETTER_BEHIND.match(text[match.end() :])
    if nickname and inside.istitle() and " " not in inside and keys.isdisjoint(GENERIC | AND | CREDITS):
        return match[0]
    return " "


_LETTER, _LETTER_BEHIND = re.compile(r"[^\W\d_]"), re.compile(r" [^\W\d_]")
_CREDITED, _APART = re.compile(r"[/,]| mit | with "), re.compile(r"[\s/,&+]+")
_SET_APART: tuple[tuple[frozenset[str], re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (frozenset("<"), _TAG, "|"),
    (frozenset(("@", "/", "http", "https", "www")), _ADDRESS, "|"),
    (frozenset("="), _DATELINE, " "),
    (_DIGITS, _TEXT, _undated),
    (telling_words(AGENCIES), _AGENCY_CREDIT, _credited),
    (frozenset("(["), _PARENS, _unbracket),
    (frozenset(":/・|"), _TEXT, _labelled),
    (telling_words(PHRASES), _CREDIT_PHRASE, r"\n\g<0>"),
    (frozenset(CJK.findall(agency)[-1] for agency in _EAST_AGENCIES), _EAST_AGENCY, r"|\1|"),
)
"""In this order: signs and words one of which must be there, what to look for, what to put in its place."""
_TELLING = frozenset(sign for of, _, _ in _SET_APART for sign in of)
