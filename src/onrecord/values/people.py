"""Bylines as pages print them, read into the names of persons, organisations and news agencies.

A byline is cleaned, cut into segments at strong breaks, each segment into pieces at commas and
"and", and each piece is peeled until a name is left or nothing is. All words by language stand
in `bylines`. Nothing is invented: every word of a name is a word of the byline.
"""

import enum
import functools
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from onrecord.values import bylines as words_of


class Kind(enum.StrEnum):
    """Whom a name stands for."""

    PERSON = "person"
    ORGANIZATION = "organization"


class Name(msgspec.Struct, frozen=True):
    """One author, as a reader would cite it."""

    name: str
    """NFC, white space collapsed; without "By", job title, address, handle, place or date."""
    kind: Kind


class Byline(msgspec.Struct, frozen=True):
    """Who is named in a byline, in the order of the byline."""

    authors: tuple[Name, ...]
    """Persons, and organisations credited as authors; an agency only where nobody else is named."""
    agencies: tuple[str, ...]
    """News agencies credited, in their usual written form ("dpa", "Reuters")."""


class Link(enum.Enum):
    """What stood before a piece."""

    FIRST = enum.auto()
    AND = enum.auto()
    COMMA = enum.auto()
    BREAK = enum.auto()


class Found(NamedTuple):
    """What one piece of a byline holds: a name, an agency (``credit``), or neither."""

    name: str = ""
    kind: Kind = Kind.PERSON
    link: Link = Link.FIRST
    credit: str = ""
    minor: bool = False
    """The photographer or the like: an author only if nobody else is."""
    stop: bool = False
    """The piece is a sentence: what follows it in its segment is no list of names."""


MAX_CHARS = 500
MAX_NAME_CHARS = 60
MAX_NAME_WORDS = 6

_MINOR = "\x01"
"""Put after a name whose role in parentheses is not the writing."""


def _alternatives(entries: frozenset[str]) -> str:
    """Give a regular expression for any of ``entries``, longest first."""
    return "|".join(re.escape(entry) for entry in sorted(entries, key=lambda e: (-len(e), e)))


_LABELS = words_of.merged(words_of.LABELS, words_of.BY)
_CREDITS = words_of.merged(words_of.CREDITS)
_PHRASES = words_of.merged(words_of.CREDIT_PHRASES)
_AND = words_of.merged(words_of.AND)
_TITLES = words_of.merged(words_of.TITLES)
_MODIFIERS = words_of.merged(words_of.TITLE_MODIFIERS)
_DESKS = words_of.merged(words_of.DESKS)
_ORGANISATIONS = words_of.merged(words_of.ORGANISATIONS) | _DESKS
_NOBODY = words_of.merged(words_of.NOBODY)
_SENTENCE = words_of.merged(words_of.SENTENCE_WORDS)
_PLACES = words_of.merged(words_of.PLACES)
_SURE = words_of.merged({"sure": words_of.PLACE_PREPOSITIONS["sure"]})
_PREPOSITIONS = words_of.merged(words_of.PLACE_PREPOSITIONS)
_GENERIC = _NOBODY | _TITLES | _MODIFIERS | _DESKS | _LABELS
_AGENCY_WORDS = frozenset(word for key in words_of.AGENCIES for word in key.split())
_ARTICLES = frozenset({"the", "la", "le", "el", "der", "die", "das", "den", "dem", "il", "o", "a"})
_CASED_AND = frozenset({"and", "und"})

_KNOWN = frozenset(
    word
    for table in (_GENERIC, _CREDITS, _AND, _ORGANISATIONS, _SENTENCE, _PLACES, _PREPOSITIONS, _PHRASES)
    for entry in table
    for word in entry.split()
) | (_AGENCY_WORDS | words_of.CREDENTIALS | words_of.HONORIFICS)
"""Every word of every table: a plain name without any of them needs no parsing."""

_PLAIN = re.compile(r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+(?: [A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+){1,2}")

_FULLWIDTH = str.maketrans("：／，、،；｜（）［］【】〔〕＝＠　", ":/,,,;|()[][][]=@ ")
_INVISIBLE = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_TAG = re.compile(r"<[^<>]{0,200}>")
_ADDRESS = re.compile(
    r"(?:https?:|(?<!\w)www\.)\S*|(?<!\S)[\w.-]+\.[a-z]{2,6}/(?![a-z]{1,4}(?!\S))\S*|[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+|(?<!\w)@[\w.]+",
    re.IGNORECASE,
)
_ON = r"(?:\b(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim)\b[.,]?\s+)?(?:\b(?:on|am|um|vom|le|el|il|den|at|à|às|alle|a las|stand:?|kl\.?)\s+)?"
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"{_ON}(?:"
    rf"\b\d{{1,2}}(?:st|nd|rd|th|er|º|\.)?[\s.-]*(?:de\s+)?(?:{words_of.MONTHS})\b\.?(?:,?\s*(?:de\s+|del\s+)?(?:{_YEAR}|\d\d)\b)?"
    rf"|\b(?:{words_of.MONTHS})\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?!:)(?:,?\s*{_YEAR}\b)?"
    rf"|\b(?:{words_of.MONTHS})\b\.?,?\s+{_YEAR}\b"
    rf"|{_YEAR}\s*[年년]\s*\d+\s*[月월]\s*\d+\s*[日일]"
    r"|\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?!\d)(?:[T ]?\d\d:\d\d\S*(?:\s*[ap]\.?\s?m\b\.?)?)?"
    r"|\b\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?\s?m\b\.?|uhr|hrs\.?|h\b)?(?:\s*(?:e[sd]t|p[sd]t|gmt|utc|cest|cet|ist)\b)?"
    rf"|\b\d+[\s-]*(?:min(?:ute[ns]?|uto[s]?|uti)?|mins|hours?|days?|weeks?|stunden?|tagen?|horas?|heures?|articles?|分钟|분)\b\.?(?:\s*(?:read|ago|de lectura|de lecture|lesezeit|di lettura|de leitura))?"
    rf"|(?<!\S){_YEAR}(?!\S))",
    re.IGNORECASE,
)
_PARENS = re.compile(r"[(\[]([^()\[\]]*)[)\]]?")
_DATELINE = re.compile(r"(?:(?<=[|(\[\n])|^)\s*[^=|()\[\]\n]{1,12}=")
_CREDIT_LABEL = re.compile(
    rf"(?<!\w)(?:{_alternatives(_CREDITS | _LABELS)})\s*(?::(?!//)|(?<=[图圖文影])\s*/)", re.IGNORECASE
)
_CREDIT_PHRASE = re.compile(rf"(?<!\w)(?:{_alternatives(_PHRASES)})(?!\w)", re.IGNORECASE)
_SET_ASIDE = re.compile(
    rf"(?:(?:{_alternatives(_CREDITS)})\s*[:/]|(?:{_alternatives(_PHRASES)})(?!\w))", re.IGNORECASE
)
_BREAKS = re.compile(r"[\n|;·⋅∙•●■»→>\x02]+|\s[–—―-]+(?=\s|$)|(?<=\s)//+|\s*/\s*|\s*=\s*|\.{3,}|…|\s:\s")
_BY = re.compile(
    rf"(?:(?:{_alternatives(_LABELS)})\s*:|(?:{_alternatives(words_of.merged(words_of.BY))})(?=\s))\s*",
    re.IGNORECASE,
)
_BIO = re.compile(rf"([^,]{{2,60}}?)(?:\s*,[^,]{{2,40}},)?\s+(?:{words_of.BIO_VERBS})\s+\S")
_WORDS_AND = re.compile(rf"\s+({_alternatives(_AND)})\s+", re.IGNORECASE)
_LEADING_AND = re.compile(rf"(?:{_alternatives(_AND)})\s+", re.IGNORECASE)
_CJK = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_EAST_TITLES = _alternatives(
    frozenset(t for lang in ("zh", "ja") for t in words_of.merged({lang: words_of.TITLES[lang]}))
)
_EAST_HEAD = re.compile(
    rf"^(?:本报|本報|本社|本刊|本网|本網|实习|見習|见习|特约|首席)*(?:{_EAST_TITLES})[:\s]*"
)
_EAST_TAIL = re.compile(rf"\s*(?:{_EAST_TITLES}|[\u4e00-\u9fff]{{0,4}}(?:報導|报道|報道|电|電))$")
_KOREAN_TAIL = re.compile(
    rf"(?<=[\uac00-\ud7af])\s*(?:{_alternatives(words_of.merged({'ko': words_of.TITLES['ko']}))})$"
)
_EAST_AGENCY = re.compile(
    rf"({_alternatives(frozenset(a for a in words_of.AGENCIES if _CJK.search(a)))})(?=\s*(?:{_EAST_TITLES}|[\u4e00-\u9fff]{{1,3}}[电電]))"
)
_DOMAIN = re.compile(
    r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|news|de|at|ch|fr|es|it|uk|nl|be|br|ar|tv|eu|no|dk|se|fi|pl|cz|ru|ua|tr|gr|il|in|jp|cn|kr|is|pt|us|ca|au|ro|hu|blog|online)",
    re.IGNORECASE,
)
_HEX = re.compile(r"(?=.*\d)[0-9a-f]{4,}(?:-[0-9a-f]{2,})*|\W*\d[\d\W]*", re.IGNORECASE)
_INITIAL = re.compile(r"(?:[^\W\d_]\.?-?){1,3}")


def _key(word: str) -> str:
    """How ``word`` stands in a table."""
    return word.strip(".,:;!?\"“”„'‘’*").casefold()


def _fold(text: str) -> str:
    """``text`` without case, punctuation and article, to compare names of sites."""
    flat = re.sub(r"[\W_]+", " ", text.casefold()).strip()
    return flat.removeprefix("the ").removeprefix("die ").removeprefix("www ")


def _is_site(name: str, site: str | None) -> bool:
    return bool(site) and bool(_fold(name)) and _fold(name) == _fold(site or "")


def parse_byline(raw: str, *, site: str | None = None) -> Byline:
    """Read the names in a byline or in an author string of a page's metadata.

    Never raises; reads no more than 500 characters. ``site`` is the publisher's name: it is no
    author beside persons. No name, no author:

    >>> [a.name for a in parse_byline("By JANE DOE and John Smith | Staff Writers").authors]
    ['Jane Doe', 'John Smith']
    >>> parse_byline("Jana Meier (dpa)").agencies
    ('dpa',)
    >>> parse_byline("Staff")
    Byline(authors=(), agencies=())
    """
    if _is_plain(raw) and not (site and _is_site(raw, site)):
        return Byline((Name(raw, Kind.PERSON),), ())
    return _chosen(_read(raw, site), site)


def classify_name(name: str, *, site: str | None = None) -> Kind:
    """Whether ``name`` is a person's or an organisation's; in doubt a person's.

    >>> str(classify_name("Example Editorial Team"))
    'organization'
    """
    words = name.split()
    keys = {_key(word) for word in words}
    person = words and words[0].endswith(".") and _key(words[0]) in words_of.HONORIFICS
    organisation = (
        _is_site(name, site)
        or _agency(name) != ""
        or (not person and not keys.isdisjoint(_ORGANISATIONS))
        or (len(words) > 1 and _key(name.split(maxsplit=1)[0]) == "the")
        or any(_key(word).endswith(words_of.ORGANISATION_ENDINGS) for word in words)
        or any(_DOMAIN.fullmatch(word) for word in words)
    )
    return Kind.ORGANIZATION if organisation else Kind.PERSON


def _is_plain(raw: str) -> bool:
    """Two or three capitalised words, none of them in a table: a name as it stands."""
    return (
        len(raw) <= MAX_NAME_CHARS
        and _PLAIN.fullmatch(raw) is not None
        and _KNOWN.isdisjoint(raw.casefold().split(" "))
    )


# From the byline to its pieces


def _clean(raw: str) -> str:
    """Give the start of ``raw``, in NFC, with one kind of each mark and without what is never a name."""
    text = raw
    if len(raw) > MAX_CHARS:
        text = raw[:MAX_CHARS]
        cut = max(text.rfind(mark) for mark in ",;|\n ")
        text = text[: max(0, cut)]
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", _CONTROL.sub(" ", text)))
    text = re.sub(r"[^\S\n]+", " ", text.translate(_FULLWIDTH))
    for marks, pattern, instead in _SET_APART:
        if not marks or not marks.isdisjoint(text):
            text = pattern.sub(instead, text)
    return text


def _unbracket(match: re.Match[str]) -> str:
    """Give what a parenthesis leaves: an agency, the mark of a minor role, a nickname, or nothing."""
    inside, text = match[1].strip(), match.string
    if not re.search(r"[^\W\d_]", text[: match.start()] + text[match.end() :]):
        return f" {inside} "
    if any(_agency(word) for word in re.split(r"[/,]| mit | with ", inside)):
        return f"\x02{inside}\x02"
    keys = {_key(word) for word in re.split(r"[\s/,&+]+", inside)}
    if not keys.isdisjoint(_CREDITS) and keys.isdisjoint(_LABELS):
        return _MINOR
    nickname = text[: match.start()].endswith(" ") and re.match(r" [^\W\d_]", text[match.end() :])
    if nickname and inside.istitle() and " " not in inside and keys.isdisjoint(_GENERIC | _AND | _CREDITS):
        return match[0]
    return " "


_SET_APART: tuple[tuple[frozenset[str], re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (frozenset("<"), _TAG, "|"),
    (frozenset("@/."), _ADDRESS, "|"),
    (frozenset("="), _DATELINE, " "),
    (frozenset("0123456789"), _DATE, "|"),
    (frozenset("(["), _PARENS, _unbracket),
    (frozenset(":/"), _CREDIT_LABEL, lambda match: "\n" + match[0].replace("/", ":")),
    (frozenset(), _CREDIT_PHRASE, r"\n\g<0>"),
    (frozenset(), _EAST_AGENCY, r"|\1|"),
)
"""In this order: a mark one of which must be there, what to look for, what to put in its place."""


def _read(raw: str, site: str | None) -> list[Found]:
    found: list[Found] = []
    for segment in _BREAKS.split(_clean(raw)):
        if found and found[-1].kind is Kind.ORGANIZATION and re.fullmatch(r"\s?[a-z]{1,4}\s?", segment):
            continue  # "dpa/xyz": the organisation's own desk
        lead = _LEADING_AND.match(segment.strip()) if found else None
        read = list(_read_segment(segment.strip()[lead.end() :] if lead else segment, site))
        if found and read:
            read[0] = read[0]._replace(link=Link.AND if lead else Link.BREAK)
        found += read
    return found


def _read_segment(segment: str, site: str | None) -> Iterator[Found]:
    segment = _trim(segment)
    if not segment or _SET_ASIDE.match(segment):
        return
    segment = _without_by(segment)
    if bio := _BIO.match(segment):
        segment = bio[1] if len(bio[1].split()) <= MAX_NAME_WORDS and bio[1][0].isupper() else ""
    for link, piece in _pieces(segment):
        found = _read_piece(piece, link, site)
        if found.stop:
            return
        if found.name or found.credit:
            yield found


def _without_by(text: str) -> str:
    """``text`` without the words that open a byline, as often as they stand there."""
    while match := _BY.match(text):
        rest = text[match.end() :]
        if not rest.strip() or (
            match[0].strip().casefold() in {"di", "el", "του"} and " " not in rest.strip()
        ):
            break
        text = rest
    return text


def _trim(text: str) -> str:
    """``text`` without the marks around it; a full stop stays where it ends an initial or a title."""
    text = text.strip(' \n\t,:;-–—_*#~|<>•·"“”„«»‚‘†‡^`×✓✔▸►▶!?&+/\\()[]{}©').removesuffix("'s").rstrip("'")
    text = text.lstrip(".'’").strip()
    last = text.rsplit(" ", 1)[-1]
    ends = _key(last) in words_of.CREDENTIALS or last.count(".") > 1 or len(last) <= 3  # noqa: PLR2004 (an initial: "C.", "St.")
    return text if ends and not text.endswith("..") else text.rstrip(". ")


def _pieces(segment: str) -> Iterator[tuple[Link, str]]:
    """Cut ``segment`` into what each be a name, with what joins it to the one before."""
    parts = _with_credentials([part.strip() for part in segment.split(",") if part.strip()])
    if turned := _turned(parts):
        parts = [turned]
    after_aside = False
    for i, part in enumerate(parts):
        aside = i > 0 and (_is_aside(part) or (_is_code(part) and " " in parts[0] and not parts[0].isupper()))
        employer = after_aside and i == len(parts) - 1 and not _LEADING_AND.match(part)
        after_aside = aside and _key(part) not in _PLACES
        if aside or (employer and _key(part.split()[0]) not in words_of.GIVEN_NAMES):
            continue
        link = Link.COMMA if i else Link.FIRST
        lead = _LEADING_AND.match(part) if i else None
        rest = part[lead.end() :] if lead else part
        for j, piece in enumerate(_joined(_before_role(rest))):
            yield Link.AND if j or lead else link, piece


def _before_role(part: str) -> str:
    """``part`` up to "reporter for politics and sport", whose "and" joins no names."""
    words = part.split()
    keys = [_key(word) for word in words]
    for i in range(2, len(words) - 1):
        if _is_title(keys[i]) and keys[i + 1] in _PREPOSITIONS | {"of"} and keys[i - 1] not in _AND:
            return " ".join(words[: i + 1])
    return part


def _with_credentials(parts: list[str]) -> list[str]:
    """``parts`` with "PhD" or "Jr." put back to the name before it."""
    whole: list[str] = []
    for part in parts:
        head = _WORDS_AND.split(part, maxsplit=1)[0]
        if whole and " " in whole[-1] and _are_credentials(head, follow="," in whole[-1]):
            whole[-1] += ", " + part
        else:
            whole.append(part)
    return whole


def _are_credentials(text: str, *, follow: bool) -> bool:
    """Whether ``text`` is letters after a name; unknown capitals only where known ones stand before."""
    words = [word for word in re.sub("[®™]", "", text).split() if word != "."]
    known = [_key(word).replace(".", "") in words_of.CREDENTIALS for word in words]
    letters = all(k or word.isupper() or word.isdigit() for k, word in zip(known, words, strict=True))
    return letters and (any(known) or (follow and not _agency(text)))


def _turned(parts: Sequence[str]) -> str:
    """Turn "Doe, Jane" into "Jane Doe"; empty where ``parts`` are anything else."""
    if len(parts) != 2:  # noqa: PLR2004 (two halves)
        return ""
    family, given = (part.split() for part in parts)
    if not all(word[:1].isupper() or word.casefold() in words_of.PARTICLES for word in [*family, *given]):
        return ""
    surname = [word for word in family if word.casefold() not in words_of.PARTICLES]
    first, *initials = given
    if (
        len(surname) != 1
        or not all(_INITIAL.fullmatch(word) for word in initials)
        or _CJK.search(parts[0] + parts[1])
    ):
        return ""
    both_given = (
        _key(surname[0]) in words_of.GIVEN_NAMES and _key(first) in words_of.GIVEN_NAMES and not initials
    )
    known = any(_key(word) in _ORGANISATIONS | _GENERIC for word in [*family, *given]) or any(
        map(_is_taken, parts)
    )
    shouted = len(surname[0]) <= 4 and surname[0].isupper() and first.isupper() and not initials  # noqa: PLR2004 ("NDR, WDR")
    return "" if both_given or known or shouted else f"{parts[1]} {parts[0]}"


def _is_taken(part: str) -> bool:
    return _agency(part) != "" or _key(part) in _PLACES or _DOMAIN.fullmatch(part) is not None


def _is_aside(part: str) -> bool:
    """Whether a part after a comma says what or where the person before it is."""
    words = part.split()
    keys = [_key(word) for word in words]
    if _key(part) in _PLACES or keys[0] in _SURE:
        return True
    title = any(map(_is_title, keys)) and not _CJK.search(part)
    return title and (keys[0] not in words_of.GIVEN_NAMES) and not _WORDS_AND.match(f" {part} ")


def _is_code(part: str) -> bool:
    """Whether ``part`` is an employer's or author's short form, "ABC"."""
    return part.isupper() and len(part) <= 5 and part.isalpha() and not _agency(part)  # noqa: PLR2004 (letters)


def _joined(part: str) -> list[str]:
    """``part`` cut at its "and"; surnames ("Ortega y Gasset") and firms keep theirs."""
    pieces = [""]
    for i, token in enumerate(re.split(_WORDS_AND, part)):
        if i % 2 == 0:
            pieces[-1] += token
        elif _parts_names(token, pieces[-1], part, i):
            pieces.append("")
        else:
            pieces[-1] += f" {token} "
    return [name for piece in pieces for name in _side_by_side(piece)]


def _parts_names(token: str, left: str, part: str, i: int) -> bool:
    """Whether ``token`` stands between two names."""
    if token != token.lower() and token.casefold() not in _CASED_AND and not part.isupper():
        return False
    right = re.split(_WORDS_AND, part)[i + 1]
    keys = [_key(word) for word in right.split()]
    located = token.casefold() in _PREPOSITIONS and right.casefold() in _PLACES
    if located or (keys and _title_end(keys) == len(keys)):
        return False
    single = " " not in left.strip(), " " not in right.strip()
    if len(token) == 1 and token.isalpha() and not _CJK.match(token):
        return single[0] or not single[1]
    if token.casefold() == "en" and single[1] and not single[0]:
        return False
    if _agency(left) or _agency(right):
        return True
    left_is_firm, right_is_firm = (classify_name(side) is Kind.ORGANIZATION for side in (left, right))
    return not ((left_is_firm and single[1]) or (right_is_firm and single[0]))


def _side_by_side(piece: str) -> list[str]:
    """Chinese and Korean names with only a space between them, each by itself."""
    mainland = "记者" in piece
    piece = _KOREAN_TAIL.sub("", _EAST_HEAD.sub("", piece, count=1) if _EAST_HEAD.match(piece) else piece)
    words = piece.split()
    korean = all(re.fullmatch(r"[\uac00-\ud7af]{3}", word) for word in words)
    chinese = piece != "" and all(re.fullmatch(r"[\u4e00-\u9fff]{2,3}", word) for word in words)
    if len(words) > 1 and (korean or (chinese and (mainland or any(len(word) == 3 for word in words)))):  # noqa: PLR2004 (syllables)
        return words
    return [piece]


# From a piece to a name


def _agency(text: str) -> str:
    """Give the usual form of the agency ``text`` names; empty if it names none."""
    key = text.strip(" .,:;()©").casefold()
    usual = words_of.AGENCIES.get(key, "")
    return usual if key not in words_of.UPPER_ONLY or text.strip(" .,:;()©").isupper() else ""


def _read_piece(piece: str, link: Link, site: str | None) -> Found:
    minor = _MINOR in piece
    text = _trim(_without_by(_trim(piece.replace(_MINOR, " "))))
    if credit := _agency(text):
        return Found(text, Kind.ORGANIZATION, link, credit)
    words, agency = _without_agency(_without_site(text.split(), site))
    words = _without_title(_without_place(_without_tail(words)))
    words = _trim(_EAST_TAIL.sub("", _EAST_HEAD.sub("", " ".join(words), count=1))).split()
    half = len(words) // 2
    if half > 1 and words[:half] == words[half:]:
        words = words[:half]
    if len(words) > MAX_NAME_WORDS or _is_sentence(words):
        return Found(stop=True)
    name = _cased(words)
    if not _is_name(name, words):
        return Found(agency, Kind.ORGANIZATION, link, _agency(agency))
    return Found(name, classify_name(name, site=site), link, _agency(agency), minor)


def _without_agency(words: list[str]) -> tuple[list[str], str]:
    """``words`` without an agency at their end or start, and that agency as written."""
    for n in (3, 2, 1):
        for piece, rest in ((words[-n:], words[:-n]), (words[:n], words[n:])):
            text = " ".join(piece)
            usual = _agency(text) if len(words) > n else ""
            if usual and _key(text) not in words_of.NEVER_LAST and _may_lose_agency(rest, n):
                return rest, text
    return words, ""


def _without_site(words: list[str], site: str | None) -> list[str]:
    """``words`` without the site's name after a person's."""
    for n in range(2, len(words) if site else 0):
        if _is_site(" ".join(words[n:]), site):
            return words[:n]
    return words


def _may_lose_agency(rest: list[str], n: int) -> bool:
    """Whether ``rest`` is a person or nobody: "Bloomberg Opinion" keeps its agency's name."""
    generic = all(_key(word) in _GENERIC for word in rest)
    return generic or ((len(rest) > 1 or n > 1) and not any(_key(word) in _ORGANISATIONS for word in rest))


def _without_tail(words: list[str]) -> list[str]:
    """``words`` up to "Updated", "Categories:" or a lone number."""
    for i in range(1, len(words)):
        label = i > 1 and words[i].endswith(":")
        if label or _key(words[i]) in words_of.TAILS or (i > 1 and words[i].isdigit()):
            return words[:i]
    return words


def _without_place(words: list[str]) -> list[str]:
    """``words`` up to "in Berlin" or "for The Example"; place names after a name go too."""
    keys = [_key(word) for word in words]
    for i in range(1, len(words)):
        if (
            keys[i] not in _PREPOSITIONS
            or (words[i] != words[i].lower() and words[i] != "For")
            or i + 1 == len(words)
        ):
            continue
        known = " ".join(keys[i + 1 :]) in _PLACES
        sure = keys[i] in _SURE or (keys[i] == "en" and len(words) == i + 2)
        person = i > 1 and not any(key in _ORGANISATIONS for key in keys[:i])
        opens = words[i + 1][:1].isupper() or keys[i + 1] in _ARTICLES
        if known or (sure and person and opens):
            return words[:i]
    return words


def _without_title(words: list[str]) -> list[str]:
    """``words`` without the job title before or after the name."""
    keys = [_key(word) for word in words]
    start = _title_end(keys)
    if start and start < len(words):
        rest = words[start:]
        opens_name = rest[0][:1].isupper() or not rest[0][:1].islower()
        return _without_title(rest) if opens_name and keys[start] not in _PREPOSITIONS | _AND | {"of"} else []
    for i in range(1, len(words)):
        if _title_end(keys[i:], gap=2):
            named = i > 1 or keys[0] in words_of.GIVEN_NAMES
            firm = classify_name(" ".join(words[:i])) is Kind.ORGANIZATION
            return words[:i] if named and not firm else words
    return words


def _title_end(keys: Sequence[str], gap: int = 0) -> int:
    """How many of ``keys`` are a job title standing at their start.

    After a word such as "senior" up to ``gap`` unknown words may come before "reporter".
    """
    i = 0
    while i < len(keys) and _may_open_title(keys, i):
        i += 1
    unknown = 0
    while i and unknown < gap and i < len(keys) and not _is_title(keys[i]):
        i, unknown = i + 1, unknown + 1
    end = i
    while end < len(keys) and _is_title(keys[end]):
        end += 1
    return end if end > i else 0


def _may_open_title(keys: Sequence[str], i: int) -> bool:
    joins = i > 0 and keys[i] in _AND
    place = keys[i] in _PLACES and i + 1 < len(keys)
    return (keys[i] in _MODIFIERS or joins or place) and not _is_title(keys[i])


def _is_title(key: str) -> bool:
    return key in _TITLES or ("-" in key and key.rsplit("-", 1)[-1] in _TITLES)


def _is_sentence(words: Sequence[str]) -> bool:
    """Whether ``words`` hold what no name holds: verbs, pronouns, ordinary words in lower case."""
    if len(words) < 2:  # noqa: PLR2004 (a single word is no sentence)
        return False
    if any(word in _SENTENCE for word in words) or (words[0].casefold() in _SENTENCE and len(words[0]) > 1):
        return True
    plain = [
        w
        for w in words[1:]
        if w[:1].islower() and w.casefold() not in words_of.PARTICLES and "-" not in w and not w.endswith(".")
    ]
    keys = {_key(word) for word in words}
    return len(words) > 2 and len(plain) > 0 and keys.isdisjoint(_ORGANISATIONS)  # noqa: PLR2004 ("jane doe" may be a name)


def _is_name(name: str, words: Sequence[str]) -> bool:
    """Whether something stands there, and more than words that fit anybody."""
    if not name or len(name) > MAX_NAME_CHARS or _HEX.fullmatch(name) or not re.search(r"[^\W\d_]", name):
        return False
    if any(_DOMAIN.fullmatch(word) for word in words):
        return True
    if len(name) == 1 and not _CJK.match(name):
        return False
    keys = [_key(word) for word in re.split(r"[\s/]+", name)]
    if keys[0] in _PREPOSITIONS and name[0].islower() and len(keys) > 1:
        return False
    bare = all(key in _GENERIC or key in words_of.HONORIFICS or not key or key.isdigit() for key in keys)
    if bare and keys[0] == "the" and len(keys) == 2:  # noqa: PLR2004 ("The Economist" is a title, "The Editors" is not)
        return keys[1] not in _DESKS | _NOBODY | _LABELS and words[1][:1].isupper()
    return not bare and _key(name) not in _GENERIC and not _is_lone_particle(keys)


def _is_lone_particle(keys: Sequence[str]) -> bool:
    return all(key in _AND or key in _PREPOSITIONS or key in _CREDITS for key in keys)


def _cased(words: Sequence[str]) -> str:
    """``words`` with shouted names in title case; acronyms, initials and credentials as they are."""
    name = " ".join(words)
    if len(words) < 2 or classify_name(name) is Kind.ORGANIZATION:  # noqa: PLR2004 (one word may be an acronym)
        return name
    shouted = name.isupper()
    turkish = any(letter in name for letter in "İĞ")
    tail = all(word.isupper() for word in words[1:]) and words[0].istitle()
    if not shouted and not tail:
        return name
    if not any(len(word) > 3 and "." not in word for word in words[0 if shouted else 1 :]) and not shouted:  # noqa: PLR2004
        return name
    return " ".join(word if _keeps_case(word) else _title_case(word, turkish=turkish) for word in words)


def _keeps_case(word: str) -> bool:
    bare = word.strip(",")
    return (
        not bare.isupper()
        or bare.count(".") > 1
        or len(bare.rstrip(".")) < 2  # noqa: PLR2004 (an initial)
        or _key(bare).replace(".", "") in words_of.INVARIABLE
    )


def _title_case(word: str, *, turkish: bool) -> str:
    """``word`` in title case, letter for letter: "O'NEILL-MCDONALD" to "O'Neill-McDonald"."""
    if word.casefold() in words_of.PARTICLES and len(word) > 1:
        return word.lower()
    if turkish:
        word = word.replace("I", "ı") if word[0] != "I" else "I" + word[1:].replace("I", "ı")
    parts = re.split(r"([-'’.])", word)
    return "".join(_capital(part) for part in parts)


def _capital(part: str) -> str:
    lower = part[:1] + part[1:].lower().replace("i̇", "i")
    if re.fullmatch(r"Mc[a-z]{3,}", lower):
        return "Mc" + part[2] + lower[3:]
    return lower


# From the pieces to the byline


def _chosen(found: Sequence[Found], site: str | None) -> Byline:
    agencies = tuple(dict.fromkeys(f.credit for f in found if f.credit))
    people = [f for f in found if f.name and f.kind is Kind.PERSON and not _is_loose_place(f, found)]
    people = [f for f in people if not f.minor] or people
    people = [f for f in people if not f.name.islower()] or people
    others = [f for f in found if f.name and f.kind is Kind.ORGANIZATION]
    named = [f for f in others if not _agency(f.name)] or others
    if people:
        chosen = [
            f
            for f in found
            if f in people or (f in named and f.link is Link.AND and not _is_set_apart(f, site))
        ]
    else:
        chosen = named
    return Byline(_settled(chosen), agencies)


def _is_loose_place(one: Found, found: Sequence[Found]) -> bool:
    return _key(one.name) in _PLACES and any(f.name and f is not one for f in found)


def _is_set_apart(one: Found, site: str | None) -> bool:
    return _agency(one.name) != "" or _is_site(one.name, site)


def _settled(chosen: Sequence[Found]) -> tuple[Name, ...]:
    """Give the names, each once, and each such that reading it again gives it again."""
    names: dict[str, Name] = {}
    for one in chosen:
        name = one.name if one.kind is Kind.ORGANIZATION else _stable(one.name)
        if name:
            names.setdefault(name.casefold(), Name(name, one.kind))
    return tuple(names.values())


def _stable(name: str) -> str:
    """``name`` as a second reading leaves it; empty where readings do not come to rest."""
    if _is_plain(name):
        return name
    for _ in range(3):
        again = [f for f in _read(name, None) if f.name]
        if len(again) != 1 or again[0].kind is not Kind.PERSON or any(f.credit for f in again):
            return ""
        if again[0].name == name:
            return name
        name = again[0].name
    return ""


# Comparing

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})


def same_person(a: str, b: str) -> bool:
    """Whether two spellings may well be one person's name.

    Case, diacritics, punctuation, honorifics, credentials and the order of "Doe, Jane" do not
    count; an initial agrees with a name it begins. A surname alone is not enough.

    >>> same_person("J. Doe", "Doe, Jane"), same_person("Jane Doe", "John Doe")
    (True, False)
    """
    if a == b:
        return bool(_tokens(a))
    one, two = _tokens(a), _tokens(b)
    if not one or not two:
        return False
    return one == two or (one[-1] == two[-1] and _agree(one[:-1], two[:-1]))


@functools.lru_cache(maxsize=512)
def _tokens(name: str) -> tuple[str, ...]:
    """Give the words of ``name`` to compare by, surname last. (Pure; the names of one page are asked many times.)"""
    parts = _with_credentials([part.strip() for part in _clean(name).split(",") if part.strip()])
    if len(parts) == 2:  # noqa: PLR2004 (two halves)
        parts.reverse()
    flat = unicodedata.normalize("NFKD", " ".join(parts).casefold().translate(_LETTERS))
    flat = re.sub("[\u0300-\u036f]", "", flat)
    flat = re.sub(r"(?<=\w)['’.]+(?=\w\w)", "", flat)
    words = re.sub(r"[\W_]+", " ", unicodedata.normalize("NFC", flat)).split()
    rank = words_of.HONORIFICS | (words_of.CREDENTIALS - {"jr", "sr", "ii", "iii", "iv", "ba", "ma"})
    return tuple(word for i, word in enumerate(words) if not (word in rank and (i == 0 or i > 1))) or tuple(
        words
    )


def _agree(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether first names agree, up to initials and middle initials left out."""
    if not one or not two:
        return False
    pairs = all(x == y or (min(len(x), len(y)) == 1 and x[0] == y[0]) for x, y in zip(one, two, strict=False))
    short = min(len(one), len(two))
    return pairs and all(len(word) == 1 for word in [*one[short:], *two[short:]])
