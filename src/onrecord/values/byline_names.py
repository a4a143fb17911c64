"""The names in a byline's pieces: each piece is peeled until a name is left, or nothing is."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.needles import small
from onrecord.values import bylines as words_of
from onrecord.values.agencies import AGENCIES, NEVER_LAST, agency_of
from onrecord.values.byline_pieces import EAST_HEAD, EAST_TAIL, LEADING_AND, Link, is_lone, pieces
from onrecord.values.byline_text import DATED, MINOR, clean
from onrecord.values.byline_words import (
    AND,
    ARTICLES,
    CREDITS,
    GENERIC,
    LABELS,
    ORGANISATIONS,
    PHRASES,
    PLACES,
    PREPOSITIONS,
    SURE,
    WORD,
    alternatives,
    is_title,
    key_of,
    opening_words,
    title_end,
)
from onrecord.values.names import (
    Kind,
    cased,
    classify_name,
    is_bare,
    is_name,
    is_numbered,
    is_plain,
    is_sentence,
    is_site,
)

_MAX_NAME_WORDS = 6
_SET_ASIDE = re.compile(rf"(?:(?:{alternatives(CREDITS)})\s*[:/]|(?:{alternatives(PHRASES)})(?!\w))")
_BREAKS = re.compile(
    r"[\n|;·⋅∙•●■»→>\x02]+|\s[–—―-]+(?=\s|$)|(?<=\s)//+|\s*/\s*|\s*=\s*|\.{3,}|…|\s:\s|(?<=[\u0620-\u06d3]):\s"
)
_BREAKING = frozenset("\n|;·⋅∙•●■»→>\x02–—―-/=…:")
"""Signs one of which is in every break, but for three dots: the pattern takes longer to say that none is there."""
_BY = re.compile(
    rf"(?:(?:{alternatives(LABELS)})\s*:|(?:{alternatives(words_of.merged(words_of.BY))}|aus [^\W\d_][\w-]* (?:berichtet|berichten))(?=\s))\s*"
)
"""These two are of a text in small letters, as `byline_text` looks for labels."""
_BY_OPENS, _ASIDE_OPENS = opening_words(LABELS) | {"aus"}, opening_words(CREDITS | PHRASES)
_DESK = re.compile(r"\s?[a-z]{1,4}\s?")
_BIO = re.compile(rf"([^,]{{2,60}}?)(?:\s*,[^,]{{2,40}},)?\s+(?:{words_of.BIO_VERBS})\s+\S")

_PERSON, _ORGANIZATION = Kind.PERSON, Kind.ORGANIZATION


class Found(NamedTuple):
    """What one piece of a byline holds: a name, an agency (``credit``), or neither."""

    name: str = ""
    kind: Kind = Kind.PERSON
    link: Link = Link.COMMA
    credit: str = ""
    minor: bool = False
    """The photographer or the like: an author only if nobody else is."""
    stop: bool = False
    """The piece is a sentence: what follows it in its segment is no list of names."""


def read_names(raw: str, site: str | None) -> list[Found]:
    """Every name and credit in the byline, in its order, whoever of them may be the author."""
    found: list[Found] = []
    signed = over = False
    for stretch in clean(raw).split(DATED):
        for segment in _segments(stretch):
            if found and found[-1].kind is _ORGANIZATION and _DESK.fullmatch(segment):
                continue  # "dpa/xyz": the organisation's own desk
            lead = LEADING_AND.match(segment.strip()) if found else None
            opens = opens_byline(segment)
            read = list(_read_segment(segment.strip()[lead.end() :] if lead else segment, site))
            if found and not (opens or lead) and (over or _is_about_page(segment, found[0])):
                read = [f for f in read if f.credit]
            if found and read:
                read[0] = read[0]._replace(link=Link.AND if lead else Link.BREAK)
            signed = signed or (opens and any(f.name and not f.credit for f in read))
            found += read
        over = signed  # "By Jane Doe / 3 May 2024 / Roads": what stands behind the date is about the page
    return found


def opens_byline(segment: str) -> bool:
    """Whether a segment begins as bylines do: "By", "Text:", 文・写真：."""
    segment = _trim(segment)
    return _opens(segment, _BY_OPENS) and _BY.match(small(segment)) is not None


def _is_about_page(segment: str, first: Found) -> bool:
    """Whether a segment behind a name has a label that is none of an author's, "Topics: Roads, Ports", or is one word: a section or a place."""
    label, colon, _ = segment.strip().partition(":")
    labelled = colon != "" and len(label.split()) <= _LABEL_WORDS and not is_plain(label)
    return labelled or (" " in first.name and is_lone(_trim(segment)))


_LABEL_WORDS = 2


def _segments(text: str) -> list[str]:
    return [text] if _BREAKING.isdisjoint(text) and "..." not in text else _BREAKS.split(text)


def _read_segment(segment: str, site: str | None) -> Iterator[Found]:
    segment = _trim(segment)
    if not segment or (_opens(segment, _ASIDE_OPENS) and _SET_ASIDE.match(small(segment))):
        return
    segment = _without_by(segment)
    if not words_of.BIO_WORDS.isdisjoint(segment.split()) and (bio := _BIO.match(segment)):
        segment = bio[1] if len(bio[1].split()) <= _MAX_NAME_WORDS and bio[1][0].isupper() else ""
    cut = False
    for link, piece in pieces(segment):
        if cut and link is Link.AND and is_lone(piece):
            continue  # "Jane Doe in Fairs & Markets"
        found = _read_piece(piece, link, site)
        if found.stop:
            return
        cut = found.name != "" and piece.startswith(f"{found.name} ")
        if found.name or found.credit:
            yield found


def _opens(text: str, words: frozenset[str]) -> bool:
    first = WORD.search(text)
    return first is not None and first[0].casefold() in words


def _without_by(text: str) -> str:
    """``text`` without the words that open a byline, as often as they stand there."""
    while _opens(text, _BY_OPENS) and (match := _BY.match(small(text))):
        rest = text[match.end() :]
        if not rest.strip() or (match[0].strip() in _NAMELIKE and not _is_full_name(rest)):
            break
        text = rest
    return text


_NAMELIKE = frozenset(("di", "el", "per", "του"))
"""Words for "by" that open names, too: Per Hansen, Di Pietro."""


def _is_full_name(text: str) -> bool:
    """Whether two words with capitals stand first."""
    words = text.split(maxsplit=2)
    return len(words) > 1 and words[0][-1] != "," and words[1][0].isupper()


def _trim(text: str) -> str:
    """``text`` without the marks around it; a full stop stays where it ends an initial or a title."""
    text = text.strip(' \n\t,:;-–—_*#~|<>•·"“”„«»‚‘†‡^`×✓✔▸►▶!?&+/\\()[]{}©').removesuffix("'s")
    if text.endswith("'") and not _GERESH.search(text):
        text = text.rstrip("'")
    text = text.lstrip(".'’").strip()
    if not text.endswith("."):
        return text
    last = text.rsplit(" ", 1)[-1]
    ends = key_of(last) in words_of.CREDENTIALS or last.count(".") > 1 or len(last) <= 3  # noqa: PLR2004 (an initial: "C.", "St.")
    return text if ends and not text.endswith("..") else text.rstrip(". ")


_GERESH = re.compile("[\u05d0-\u05ea]'$")
"""In Hebrew it is of the letter before it: ביץ' is the end of many a surname."""


def _read_piece(piece: str, link: Link, site: str | None) -> Found:
    if is_plain(piece) and not (site and holds_site(piece, site)):
        return Found(piece, _PERSON, link)
    minor = MINOR in piece
    text = _trim(_without_by(_trim(piece.replace(MINOR, " "))))
    if is_bare(text) and not (site and holds_site(text, site)):
        return Found(text, _PERSON, link, "", minor)
    if credit := agency_of(text):
        return Found(text, _ORGANIZATION, link, credit)
    words, agency = _without_agency(_without_site(text.split(), site))
    words = _without_title(_without_place(_without_tail(_while_shouted(_without_the(words)))))
    text = " ".join(words)
    if not text.isascii():
        text = EAST_TAIL.sub("", EAST_HEAD.sub("", text, count=1))
    words = _trim(text).split()
    half = len(words) // 2
    if half > 1 and words[:half] == words[half:]:
        words = words[:half]
    button = words and key_of(words[0]) in words_of.BUTTONS
    if button or len(words) > _MAX_NAME_WORDS or is_sentence(words):
        return Found(stop=True)
    name = " ".join(words)
    kind = classify_name(name, site=site)
    person = kind is _PERSON
    if not is_name(name, words) or (person and is_numbered(name)):
        return Found(agency, _ORGANIZATION, link, agency_of(agency))
    return Found(cased(words) if person else name, kind, link, agency_of(agency), minor)


def _without_the(words: list[str]) -> list[str]:
    """``words`` without the article before "Rev."."""
    titled = len(words) > 2 and words[0].casefold() == "the" and key_of(words[1]) in words_of.HONORIFICS  # noqa: PLR2004 (a name)
    return words[1:] if titled else words


def _while_shouted(words: list[str]) -> list[str]:
    """``words`` up to where the capitals of a name end, "ANNA ROE Gazette Staff Writer": there its paper or job begins."""
    end = next((n for n, word in enumerate(words) if not word.isupper()), 0)
    if end < 2 or words[end][:1] in "(&" or key_of(words[end]) in AND:  # noqa: PLR2004 (a full name)
        return words
    name = words[:end]
    shouted = all(map(_SHOUTED.fullmatch, name)) and max(map(len, name)) > len("ABC")
    return name if shouted and ORGANISATIONS.isdisjoint(map(key_of, name)) else words


_SHOUTED = re.compile(r"[^\W\d_][^\W\d_.'’-]*(?:[.'’-][^\W\d_]*)*")


def _without_agency(words: list[str]) -> tuple[list[str], str]:
    """``words`` without an agency at their end or start, and that agency as written."""
    if _AGENCY_WORDS.isdisjoint([word.strip(" .,:;()©").casefold() for word in words]):
        return words, ""
    for n in (3, 2, 1):
        for piece, rest in ((words[-n:], words[:-n]), (words[:n], words[n:])):
            text = " ".join(piece)
            if agency_of(text) and key_of(text) not in NEVER_LAST and _may_lose_agency(rest, n):
                return rest, text
    return words, ""


_AGENCY_WORDS = frozenset(word for agency in AGENCIES for word in agency.split())


def _without_site(words: list[str], site: str | None) -> list[str]:
    """``words`` without the site's name after a person's, and without the "for" before it."""
    for n in range(2, len(words) if site else 0):
        if is_site(" ".join(words[n:]), site):
            return words[: n - 1] if n > 2 and key_of(words[n - 1]) in PREPOSITIONS else words[:n]  # noqa: PLR2004 (a name)
    return words


def holds_site(name: str, site: str) -> bool:
    """Whether ``name`` is the site's, or ends with it after a person's."""
    words = name.split()
    return is_site(name, site) or _without_site(words, site) != words


def _may_lose_agency(rest: list[str], n: int) -> bool:
    """Whether ``rest`` is a person or nobody: "Bloomberg Opinion" keeps its agency's name."""
    generic = all(key_of(word) in GENERIC for word in rest)
    return generic or ((len(rest) > 1 or n > 1) and not any(key_of(word) in ORGANISATIONS for word in rest))


def _without_tail(words: list[str]) -> list[str]:
    """``words`` up to "Updated", "Share", "Categories:", "As founder of", "text och bild", a lone number or the class of '99."""
    for i in range(1, len(words)):
        label = i > 1 and words[i].endswith(":")
        career = i > 1 and words[i] == "As" and words[i + 1 :] and words[i + 1].islower()
        year = i > 1 and (words[i].isdigit() or _CLASS.fullmatch(words[i]))
        key = key_of(words[i])
        work = i > 1 and words[i].islower() and key in LABELS and not is_title(key)
        if label or career or year or work or key in _TAILS:
            return words[:i]
    return words


_CLASS = re.compile(r"['’‘]\d\d")


_TAILS = words_of.TAILS | words_of.BUTTONS


def _without_place(words: list[str]) -> list[str]:
    """``words`` up to "in Berlin" or "for The Example"; place names after a name go too."""
    keys = [key_of(word) for word in words]
    for i in range(1, len(words)):
        if (
            keys[i] not in PREPOSITIONS
            or (words[i] != words[i].lower() and words[i] != "For")
            or i + 1 == len(words)
        ):
            continue
        known = " ".join(keys[i + 1 :]) in PLACES
        sure = keys[i] in SURE or (keys[i] == "en" and len(words) == i + 2)
        person = i > 1 and not any(key in ORGANISATIONS for key in keys[:i])
        nobody = all(key in GENERIC for key in keys[:i])  # "Staff and agencies in Harrow Bay"
        opens = words[i + 1][:1].isupper() or keys[i + 1] in ARTICLES
        if known or (sure and (person or nobody) and opens):
            return words[:i]
    return words


_JOINTS = PREPOSITIONS | AND | {"of"}


def _without_title(words: list[str]) -> list[str]:
    """``words`` without the job title before or after the name."""
    keys = [key_of(word) for word in words]
    start = title_end(keys)
    if start and start < len(words):
        rest = words[start:]
        opens_name = rest[0][:1].isupper() or not rest[0][:1].islower()
        return _without_title(rest) if opens_name and keys[start] not in _JOINTS else []
    if len(words) == 2 and words[1].islower() and is_title(keys[1]) and keys[0] not in words_of.GIVEN_NAMES:  # noqa: PLR2004
        return [] if words[0][:1].isupper() else words  # "Product marketer"
    for i in range(1, len(words)):
        if title_end(keys[i:], gap=2):
            named = i > 1 or keys[0] in words_of.GIVEN_NAMES
            firm = classify_name(" ".join(words[:i])) is _ORGANIZATION
            if firm and i > 2 and keys[0] in words_of.GIVEN_NAMES and ORGANISATIONS.isdisjoint(keys[:2]):  # noqa: PLR2004
                return words[:2]  # "Jane Doe Daily News staff writer"
            return words[:i] if named and not firm else words
    return words
