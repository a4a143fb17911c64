"""A segment of a byline cut into pieces, each of which may be one name."""

import enum
import re
from collections.abc import Iterator, Sequence

from onrecord.values import bylines as words_of
from onrecord.values.agencies import agency_of
from onrecord.values.byline_words import (
    AND,
    CJK,
    DESKS,
    DOMAIN,
    EAST_TITLES,
    GENERIC,
    MODIFIERS,
    NOBODY,
    ORGANISATIONS,
    PLACES,
    PREPOSITIONS,
    SURE,
    alternatives,
    is_title,
    key_of,
    title_end,
)
from onrecord.values.names import Kind, classify_name, is_plain

_CASED_AND = frozenset({"and", "und"})
_WORDS_AND = re.compile(rf"\s+({alternatives(AND)})\s+", re.IGNORECASE)
_AND_OPENS = frozenset(entry.split()[0] for entry in AND)
LEADING_AND = re.compile(rf"(?:{alternatives(AND)})\s+", re.IGNORECASE)
_SEMITIC = "[\u05d0-\u05ea\u0620-\u064a]"
_PREFIXED_AND = re.compile(
    rf"({_SEMITIC}{{1,20}} {_SEMITIC}{{1,20}} [ו\u0648])(?!(?:{'|'.join(name[1:] for name in sorted(words_of.NO_AND))}) )(?={_SEMITIC}{{2,}} {_SEMITIC}{{2}})"
)
"""In Arabic and Hebrew it is a letter of the next word, which begins a full name: ``أحمد سالم ومريم علي``."""
_INITIAL = re.compile(r"(?:[^\W\d_]\.?-?){1,3}")
EAST_HEAD = re.compile(
    rf"^(?:本报|本報|本社|本刊|本网|本網|实习|見習|见习|特约|首席)*(?:{EAST_TITLES})[:・\s]*"
)
EAST_TAIL = re.compile(rf"\s*(?:{EAST_TITLES}|[\u4e00-\u9fff]{{0,4}}(?:報導|报道|報道|电|電))$")
_KOREAN_TAIL = re.compile(
    rf"(?<=[\uac00-\ud7af])\s*(?:{alternatives(words_of.merged({'ko': words_of.TITLES['ko']}))})(?:(?:기사)?(?:입력|수정|승인|등록))?$"
)


class Link(enum.Enum):
    """What stood before a piece."""

    COMMA = enum.auto()
    """Or nothing."""
    AND = enum.auto()
    BREAK = enum.auto()


_AND, _COMMA = Link.AND, Link.COMMA


def pieces(segment: str) -> Iterator[tuple[Link, str]]:
    """Cut ``segment`` into what may each be a name, with what joins it to the one before."""
    parts = with_credentials([part.strip() for part in segment.split(",") if part.strip()])
    if turned := _turned(parts):
        parts = [turned]
    job = len(parts) > 1 and _is_nobody(parts[0])
    full = job or (len(parts) > 1 and _is_full_name(parts[0]))
    for i, part in _without_asides(parts):
        if i and job and not agency_of(part) and classify_name(part) is Kind.ORGANIZATION:
            continue  # "Senior Editor, Example Magazine": whom they work for
        lead = LEADING_AND.match(part) if i else None
        rest = part[lead.end() :] if lead else part
        for j, piece in enumerate(_joined(_before_role(rest))):
            if j or lead:
                yield _AND, piece
            elif not (full and i and is_lone(piece)):
                yield _COMMA, piece


def _without_asides(parts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The parts that may name somebody, each with its number: none that says what or where the person before is, or for whom."""
    after_aside = False
    for i, whole in enumerate(parts):
        part = _behind_role(whole) if i else whole
        aside = i > 0 and (_is_aside(part) or (_is_code(part) and " " in parts[0] and not parts[0].isupper()))
        employer = after_aside and i == len(parts) - 1 and not LEADING_AND.match(part)
        after_aside = aside and key_of(part) not in PLACES
        if not aside and not (employer and key_of(part.split()[0]) not in words_of.GIVEN_NAMES):
            yield i, part


def _is_full_name(part: str) -> bool:
    return " " in part and not CJK.search(part) and classify_name(part) is Kind.PERSON


def _is_nobody(part: str) -> bool:
    """Whether a part is a job title alone: behind "Staff Reporter" a lone word is where they are."""
    keys = [key_of(word) for word in part.split()]
    return len(keys) > 1 and title_end(keys) == len(keys)


def is_lone(piece: str) -> bool:
    """Whether a piece is a word that is no first name: behind a full name a place or a desk, and nobody."""
    first = key_of(piece) in words_of.GIVEN_NAMES
    return " " not in piece and not first and not agency_of(piece) and not CJK.search(piece)


def _behind_role(part: str) -> str:
    """``part`` from "& John Roe" on, where that stands behind the job title of the person before."""
    for joint in _WORDS_AND.finditer(part):
        left, right = part[: joint.start()], part[joint.end() :]
        if is_title(key_of(left.rsplit(maxsplit=1)[-1])) and is_plain(right):
            return part[joint.start() :].lstrip()
    return part


def _before_role(part: str) -> str:
    """``part`` up to "reporter for politics and sport", whose "and" joins no names."""
    words = part.split()
    for i in range(2, len(words) - 1):
        if (
            key_of(words[i + 1]) in _BEHIND_ROLE
            and is_title(key_of(words[i]))
            and key_of(words[i - 1]) not in AND
        ):
            return " ".join(words[: i + 1])
    return part


_BEHIND_ROLE = PREPOSITIONS | {"of"}


def with_credentials(parts: list[str]) -> list[str]:
    """``parts`` with "PhD" or "Jr." put back to the name before it."""
    whole: list[str] = []
    for part in parts:
        if whole and " " in whole[-1] and _open_with_credentials(part, follow="," in whole[-1]):
            whole[-1] += ", " + part
        else:
            whole.append(part)
    return whole


def _open_with_credentials(part: str, *, follow: bool) -> bool:
    """Whether ``part`` up to an "and" is letters after a name; unknown capitals only where known ones stand before."""
    text = _WORDS_AND.split(part, maxsplit=1)[0]
    words = [word for word in re.sub("[®™]", "", text).split() if word != "."]
    known = [key_of(word).replace(".", "") in words_of.CREDENTIALS for word in words]
    letters = all(k or word.isupper() or word.isdigit() for k, word in zip(known, words, strict=True))
    return letters and (any(known) or (follow and not agency_of(text)))


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
        or CJK.search(parts[0] + parts[1])
    ):
        return ""
    both_given = (
        key_of(surname[0]) in words_of.GIVEN_NAMES and key_of(first) in words_of.GIVEN_NAMES and not initials
    )
    known = any(key_of(word) in _NO_NAME for word in [*family, *given]) or any(map(_is_taken, parts))
    shouted = len(surname[0]) <= 4 and surname[0].isupper() and first.isupper() and not initials  # noqa: PLR2004 ("NDR, WDR")
    return "" if both_given or known or shouted else f"{parts[1]} {parts[0]}"


_NO_NAME = ORGANISATIONS | GENERIC


def _is_taken(part: str) -> bool:
    return agency_of(part) != "" or key_of(part) in PLACES or DOMAIN.fullmatch(part) is not None


def _is_aside(part: str) -> bool:
    """Whether a part after a comma says what or where the person before it is."""
    words = part.split()
    keys = [key_of(word) for word in words]
    head_of = len(keys) > 1 and keys[1] == "of" and keys[0] in MODIFIERS
    if key_of(part) in PLACES or keys[0] in SURE or head_of:
        return True
    title = any(map(is_title, keys)) and not CJK.search(part)
    return title and (keys[0] not in words_of.GIVEN_NAMES) and not _WORDS_AND.match(f" {part} ")


def _is_code(part: str) -> bool:
    """Whether ``part`` is an employer's or author's short form, "ABC"."""
    return part.isupper() and len(part) <= 5 and part.isalpha() and not agency_of(part)  # noqa: PLR2004 (letters)


def _joined(part: str) -> list[str]:
    """``part`` cut at its "and"; surnames ("Ortega y Gasset") and firms keep theirs."""
    if not part.isascii():
        part = _PREFIXED_AND.sub(r"\1 ", part)
    if _AND_OPENS.isdisjoint(part.casefold().split()):  # as in most; the pattern takes longer to say so
        return _side_by_side(part)
    first, *rest = _WORDS_AND.split(part)
    names = [first]
    for joint, right in zip(rest[::2], rest[1::2], strict=True):
        may_join = joint == joint.lower() or joint.casefold() in _CASED_AND or part.isupper()
        if may_join and _parts_names(joint.casefold(), names[-1], right):
            names.append(right)
        else:
            names[-1] += f" {joint} {right}"
    return [name for piece in names for name in _side_by_side(piece)]


def _parts_names(joint: str, left: str, right: str) -> bool:
    """Whether ``joint`` stands between two names."""
    if left.casefold() == right.casefold():
        return False  # a firm: "Doe & Doe"
    keys = [key_of(word) for word in right.split()]
    nobody = NOBODY.issuperset(keys) or (right.islower() and DESKS.issuperset(keys))  # "Ana Roe y agencias"
    if nobody or (is_plain(left) and is_plain(right)):
        return True
    located = joint in PREPOSITIONS and right.casefold() in PLACES
    if located or (keys and title_end(keys) == len(keys)):
        return False
    single = " " not in left.strip(), " " not in right.strip()
    if len(joint) == 1 and joint.isalpha() and not CJK.match(joint):
        return single[0] or not single[1]
    if joint == "en" and single[1] and not single[0]:
        return False
    left_is_firm, right_is_firm = (classify_name(side) is Kind.ORGANIZATION for side in (left, right))
    of_firm = (left_is_firm and single[1]) or (right_is_firm and single[0])
    return agency_of(left) != "" or agency_of(right) != "" or not of_firm


def _side_by_side(piece: str) -> list[str]:
    """Chinese and Korean names with only a space between them, each by itself."""
    if piece.isascii() or not CJK.search(piece):
        return [piece]
    mainland = "记者" in piece
    piece = _KOREAN_TAIL.sub("", EAST_HEAD.sub("", piece, count=1) if EAST_HEAD.match(piece) else piece)
    words = piece.split()
    korean = all(re.fullmatch(r"[\uac00-\ud7af]{3}", word) for word in words)
    chinese = piece != "" and all(re.fullmatch(r"[\u4e00-\u9fff]{2,3}", word) for word in words)
    if len(words) > 1 and (korean or (chinese and (mainland or any(len(word) == 3 for word in words)))):  # noqa: PLR2004 (syllables)
        return words
    return [piece]
