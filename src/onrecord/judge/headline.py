"""Which of the headlines a page gives is the article's.

No one place holds it on more than three pages in four, so every place has a voice: candidates that say the same,
a site's name at the end apart, count together, and `trust.HEADLINE_VOTES` says what each voice weighs.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.evidence import Evidence, Source
from onrecord.judge.sites import Sites, plain
from onrecord.judge.trust import HEADLINE_VOTES
from onrecord.judge.weighing import Reading, Verdict, clean, ordered, shown
from onrecord.readers.numerals import has_date
from onrecord.values.moments import find_moments

_SEPARATOR = re.compile(r"\s+(?:[|–—·•»«>-]+|::?)\s+|\s*[|｜»«•]\s*")
_SIGN = re.compile(r"[|｜–—·•»«>:-]")
"""What every separator has, and most headlines have not."""
_BAR = frozenset("|｜»«•")


@dataclass(slots=True)
class _Voice:
    """One wording, and who says it."""

    text: str
    plain: str
    words: frozenset[str]
    readings: list[Reading[str]]
    kinds: list[str]


def settle(found: Iterable[Evidence], sites: Sites) -> Verdict[str]:
    """The headline, without a site's name at its end; candidates in the order of their votes."""
    read = _readings(ordered("headline", found), sites)
    voices = _voices(read, sites)
    if not voices:
        return Verdict(None, shown(read, [], "", str))
    votes = {v.plain: _votes(v, voices) for v in voices}
    voices.sort(key=lambda v: -votes[v.plain])
    best = voices[0]
    rule = f"most votes ({votes[best.plain]:.1f}): said by {', '.join(dict.fromkeys(best.kinds))}"
    heard = [r for v in voices for r in v.readings]
    if len(heard) < len(read):
        known = set(map(id, heard))
        heard += [r for r in read if id(r) not in known]
    return Verdict(best.text, shown(heard, [best.readings[0]], rule, str, lambda a, b: plain(a) == plain(b)))


def _readings(evidence: Sequence[Evidence], sites: Sites) -> list[Reading[str]]:
    """What each place says, the site's name apart; most say the same, which is read once."""
    said = [clean(e.raw) for e in evidence]
    cut: dict[str, str | None] = dict.fromkeys(said)
    plains = set(map(plain, cut))
    for text in cut:
        cut[text] = _without_site(text, plains, sites) or None
    return [Reading(e, cut[text]) for e, text in zip(evidence, said, strict=True)]


def _without_site(text: str, others: set[str], sites: Sites) -> str:
    """``text`` without the site's name, or a section's, behind or before a bar or dash.

    Cut where what is left is what another place gives as headline, or what goes is the site's name. A name before it
    is the shorter part.
    """
    sign = _SIGN.search(text)
    if sign is None:
        return text
    start = len(text[: sign.start()].rstrip())  # of the first separator there may be
    cuts = list(_SEPARATOR.finditer(text, start))
    for cut in cuts:
        head = text[: cut.start()].rstrip()
        if len(head) > 10 and plain(head) in others:  # noqa: PLR2004  # shorter ones are sections
            return head
        if len(tail := text[cut.end() :]) > max(10, len(head)) and plain(tail) in others:
            return tail
    for cut in reversed(cuts):
        head, tail = text[: cut.start()].rstrip(), text[cut.end() :]
        if len(head) > 8 and sites.spells(tail, loosely=cut[0].strip() in _BAR):  # noqa: PLR2004
            text = head  # "» |" are two separators, with the space before the second one
        else:
            break
    if cuts and len(text) > (end := cuts[0].end()) and sites.spells(text[: cuts[0].start()]):
        return text[end:]
    return text


def _voices(read: Sequence[Reading[str]], sites: Sites) -> list[_Voice]:
    """Each wording once, with all who say it; a site's bare name is no headline where there is another."""
    voices: dict[str, _Voice] = {}
    counts: Counter[Source] = Counter()
    for reading in read:
        if reading.value is None:
            continue
        source = reading.evidence.source
        counts[source] += 1
        kind = _kind(reading, counts[source])
        wording = plain(reading.value)
        voice = voices.get(wording)
        if voice is None:
            voice = voices[wording] = _Voice(reading.value, wording, frozenset(wording.split()), [], [])
        voice.readings.append(reading)
        voice.kinds.append(kind)
    named = [v for v in voices.values() if v.plain and not sites.is_one(v.plain)]
    if len(named) > 1:
        named = [v for v in named if v.kinds != _TITLE_ALONE or not _is_issues(v, named, sites)]
    return named or list(voices.values())


_TITLE_ALONE = ["title"]


def _is_issues(title: _Voice, voices: Sequence[_Voice], sites: Sites) -> bool:
    """Whether a title is that of a file, ``Microsoft Word - report.docx``, or of a whole issue: the site's name, with a day or a number, or without: ``Bay Post Online, 3 May 1999``.

    Also any name with a day behind a sign, where a line that is set as a heading says quite other words.
    """
    text = title.text
    days = find_moments(text) if has_date(text) else []
    for start, end, _ in reversed(days):
        text = f"{text[:start]} {text[end:]}"
    text = _ONLINE.sub("", text.strip(_AROUND))
    if not text or sites.names(text) or _FILE.fullmatch(text):
        return True
    apart = (
        len(days) == 1
        and title.text[: days[0][0]].rstrip()[-1:] in _SIGNS
        and not title.text[days[0][1] :].strip()
    )
    return apart and any(not v.words & title.words and _is_set(v) for v in voices)


def _is_set(voice: _Voice) -> bool:
    """Whether a line says it that nothing but its letters marks as a heading."""
    return any(r.evidence.source is _HEADING and r.evidence.beside("main") == "set" for r in voice.readings)


_FILE = re.compile(r"(?:microsoft \w+ - )?[^.]{1,80}\.(?:pdf|docx?|odt|rtf|indd|qxd|html?)", re.IGNORECASE)
_SIGNS = tuple("-–—|,:·")
_AROUND = " .,:;-–—|·•"
_ONLINE = re.compile(
    r"\W+(?:on[- ]?line|mobile|pda|wap|home ?page|web ?site|(?:nr|no|n[°º]|č|№|issue)\.? ?\d[\d/]*)\Z",
    re.IGNORECASE,
)


def _kind(reading: Reading[str], count: int) -> str:
    """The voice's name in the table of votes: a source's second candidate is ``other``."""
    source = reading.evidence.source
    if source is _HEADING and reading.evidence.beside("main") != "yes":
        return "heading other"
    return str(source) if count == 1 else f"{source} other"


_HEADING = Source.HEADING
_STRONG = frozenset(("title", "opengraph", "json-ld", "twitter", "heading"))
_MAIN = frozenset(("title", "opengraph", "json-ld"))
_UNKNOWN_VOICE = -0.6
"""Of a source's second candidate, and of a source too rare to measure."""
_SHORT = 15
"""Characters under which a heading is more often a section than a headline."""


def _votes(voice: _Voice, voices: Sequence[_Voice]) -> float:
    kinds = set(voice.kinds)
    sources = {k.removesuffix(" other") for k in kinds}
    # Sorted: floats added in another order may differ in the last digit.
    total = (
        sum([HEADLINE_VOTES.get(k, _UNKNOWN_VOICE) for k in sorted(kinds)])
        + 0.7 * len(sources)
        + 0.85 * (len(sources) > 1)
    )
    mains: list[str] = []
    for other in voices:
        if other is not voice and (strong := len(_STRONG.intersection(other.kinds))):
            shared = len(voice.words & other.words)
            total += 0.6 * strong * shared / max(1, len(voice.words) + len(other.words) - shared)
            if not _MAIN.isdisjoint(other.kinds):
                mains.append(other.plain)
    if mains:
        total += 0.9 * any(voice.plain in m for m in mains) - 0.7 * any(m in voice.plain for m in mains)
    return total - 1.2 * (len(voice.plain) < _SHORT)
