"""Which source and which cue each content belongs to.

Contents look for the nearest cue, cues for the nearest source; near is measured in code points, with a toll for each
end of a sentence and of a paragraph between. Spoken words that open a paragraph and name nobody are the last
speaker's. What layout or form alone can tell (`layouts`, `claims`) is settled before.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from onrecord.attribution.asides import narrated
from onrecord.attribution.attribution import BY_FORM, Attribution, Span
from onrecord.attribution.claims import nested
from onrecord.attribution.edges import SENTENCE_END, mended
from onrecord.attribution.layouts import laid_out
from onrecord.attribution.pieces import CONTENT, CUE, SOURCE, Piece
from onrecord.attribution.quotations import Quotation
from onrecord.attribution.tokens import tokens
from onrecord.errors import MissingExtra

# The costs and tolls were chosen on every fourth article of train.jsonl with its true pieces, November 2026.
_FAR = 700
"""Cost from which nothing is linked."""
_SENTENCE = 60
_PARAGRAPH = 300
"""Code points that the end of a sentence, and of a paragraph, count for between a content and its cue."""
_OTHER_SENTENCE = _FAR
"""And the end of a sentence between a cue and its source: a verb's subject stands in its own sentence, and where the
tagger missed it, that of another sentence is none."""
_SOURCE_AFTER = 40
"""What a source after its cue costs more than one before it."""
_CUE_AFTER = 20
"""What a cue after its content costs more, where the content begins as an object does (`_OBJECT`)."""
_LOOK = 4
"""Candidates looked at on each side."""
_UNSOURCED = 0.3
"""Probability from which a statement is taken to name no source. Chosen on dev.jsonl, November 2026."""

_BREAK = re.compile(r"\n\s*")
_OBJECT = re.compile(r"(?:that|to|whether|if|how|why|of|about|as|for|what|who|which|where)\b")
_MARKS = frozenset("\"“„«‘'‚‹「『”»")


def attributions(text: str, quotations: Sequence[Quotation]) -> tuple[Attribution, ...]:
    """What is attributed to whom in an English text, in the order of the contents.

    ``quotations`` are those of the text. Time and memory are linear in the text; the same text gives the same
    answer. Raises MissingExtra where what runs the tagger is not installed.
    """
    try:
        from onrecord.attribution import labelling, tagger
    except ImportError as error:  # ONNX Runtime or numpy, which comes with it
        raise MissingExtra(
            "who said what is told by a model that needs onnxruntime: pip install 'onrecord[statements]'"
        ) from error
    spans = tokens(text)
    pieces = labelling.pieces(text, spans, quotations, tagger.logits(text, spans, quotations))
    return tuple(linked(text, pieces, quotations))


def linked(text: str, pieces: Sequence[Piece], quotations: Sequence[Quotation]) -> list[Attribution]:
    """What layout and form say, and what the pieces say of the rest of the text."""
    pieces = mended(text, pieces, quotations)
    told = [*laid_out(text, quotations)]
    taken = _Taken(told)
    told += [a for a in nested(text, pieces) if (a.cue[0][0], a.content[0][1]) not in taken]
    if told:
        taken = _Taken(told)
        pieces = [p for p in pieces if _span(p) not in taken]
    return sorted((*told, *_nearest_linked(text, pieces, quotations)), key=lambda a: a.content[0])


class _Taken:
    """Words that are settled, to be asked about."""

    def __init__(self, told: Iterable[Attribution]) -> None:
        self._spans = sorted(span for a in told for span in (*a.content, *a.source, *a.cue))
        self._ends = [end for _, end in self._spans]

    def __contains__(self, span: Span) -> bool:
        """Whether the span shares words with any that is settled (those do not overlap one another)."""
        at = bisect_right(self._ends, span[0])
        return at < len(self._spans) and self._spans[at][0] < span[1]


class _Ground(NamedTuple):
    """Where sentences and paragraphs of a text end."""

    sentences: list[int]
    paragraphs: list[int]


def _within(places: list[int], low: int, high: int) -> int:
    return max(0, bisect_left(places, high) - bisect_left(places, low))


def _span(piece: Piece) -> Span:
    return piece.start, piece.end


def _nearest_linked(text: str, pieces: Sequence[Piece], quotations: Sequence[Quotation]) -> list[Attribution]:
    ground = _Ground(
        [m.start() for m in SENTENCE_END.finditer(text)], [m.start() for m in _BREAK.finditer(text)]
    )
    sources, cues, contents = ([p for p in pieces if p.role == role] for role in (SOURCE, CUE, CONTENT))
    groups, alone = _grouped(text, ground, contents, cues, sources)
    made = [
        _attribution(group, cues[cue], _source_of(text, ground, cues[cue], sources), sources)
        for cue, group in groups.items()
    ]
    made += [Attribution((_span(content),), (), (), round(content.sure, 3)) for content in alone]
    made = [_completed(text, a, quotations) for a in sorted(made, key=lambda a: a.content[0])]
    return [*_with_last_speaker(text, made)]


def _grouped(
    text: str, ground: _Ground, contents: Sequence[Piece], cues: Sequence[Piece], sources: Sequence[Piece]
) -> tuple[dict[int, list[Piece]], list[Piece]]:
    """The contents of each cue, by its index, and those that have none."""
    groups: dict[int, list[Piece]] = {}
    alone: list[Piece] = []
    spoken: tuple[Piece, int] | None = None
    for content in contents:
        cue = _cue_of(text, ground, content, cues)
        if cue is None:
            alone.append(content)
            continue
        if text[content.start] in _MARKS:
            if (
                spoken
                and _is_interrupted(text, _span(spoken[0]), _span(content))
                and _speakers(sources, spoken[0].end, content.start) < 2  # noqa: PLR2004 (one more speaks than the narrator names)
            ):
                groups[spoken[1]].append(content)
                spoken = content, spoken[1]
                continue
            speaks = any(not _MARKS.isdisjoint(text[p.start : p.end]) for p in groups.get(cue, ()))
            if (
                spoken
                and not speaks
                and _goes_on(text, ground, spoken[0], (cues[spoken[1]], cues[cue]), content)
            ):
                cue = spoken[1]
            spoken = content, cue
        groups.setdefault(cue, []).append(content)
    return groups, alone


def _speakers(sources: Sequence[Piece], low: int, high: int) -> int:
    """How many sources begin between two offsets."""
    return bisect_left(sources, high, key=_START) - bisect_left(sources, low, key=_START)


def _goes_on(text: str, ground: _Ground, before: Piece, cues: tuple[Piece, Piece], content: Piece) -> bool:
    """Whether spoken words go on with those before, though another cue is nearer, in another sentence.

    So in: “No,” Holt said. Brandt nodded. “Never again.” Lind thanked him. ``cues`` are the one of the words before, which
    then stands right after them, and the nearer one, which has no spoken words of its own.
    """
    its, nearer = cues
    if nearer.start < content.start:
        apart = nearer.end <= content.start and _within(ground.sentences, nearer.end, content.start) > 0
    else:
        apart = text[content.start : content.end].rstrip(_CLOSING).endswith(".")
    return (
        before.end <= its.start < nearer.start
        and apart
        and _within(ground.paragraphs, before.end, content.start) == 0
    )


_CLOSING = "\"”’'»"
"""Marks behind the full stop of a quotation: whoever says it is named before a full stop, or behind a comma."""


def _is_interrupted(text: str, before: Span, content: Span) -> bool:
    """Whether only a narrator stands between spoken words.

    So in: “I saw,” Holt said, smiling, “that it was gone.”
    """
    between = text[before[1] : content[0]]
    return (
        text[content[0] + 1 : content[0] + 2].islower()
        and between.endswith(", ")
        and "\n" not in between
        and text[before[1] - 1] in _MARKS
        and not SENTENCE_END.search(between)
    )


_START = attrgetter("start")


def _nearest(
    ground: _Ground, piece: Piece, others: Sequence[Piece], *, after: int, sentence: int
) -> int | None:
    """The index of the other piece that costs least to reach; None where all are far.

    One that follows costs ``after`` more, each end of a sentence between ``sentence``.
    """
    start, end = piece.start, piece.end
    at = bisect_right(others, start, key=_START)
    best, least = None, _FAR
    for index in range(max(0, at - _LOOK), min(len(others), at + _LOOK)):
        other = others[index]
        low, high = min(end, other.end), max(start, other.start)
        cost = (high - low if high > low else 0) + after * (index >= at)
        if cost < least:
            cost += sentence * _within(ground.sentences, low, high)
            cost += _PARAGRAPH * _within(ground.paragraphs, low, high)
            if cost < least:
                best, least = index, cost
    return best


def _source_of(text: str, ground: _Ground, cue: Piece, sources: Sequence[Piece]) -> int | None:
    at = bisect_right(sources, cue.start, key=_START)
    if at < len(sources) and _is_inverted(text, cue, sources[at]):
        return at
    return _nearest(ground, cue, sources, after=_SOURCE_AFTER, sentence=_OTHER_SENTENCE)


def _is_inverted(text: str, cue: Piece, source: Piece) -> bool:
    """Whether the cue stands between the quotation and whoever speaks: “No,” wrote Holt."""
    return source.start == cue.end + 1 and text[max(0, cue.start - 2) : cue.start - 1] in _MARKS


def _cue_of(text: str, ground: _Ground, content: Piece, cues: Sequence[Piece]) -> int | None:
    is_object = _OBJECT.match(text, content.start, content.end)
    best = _nearest(ground, content, cues, after=_CUE_AFTER if is_object else 0, sentence=_SENTENCE)
    if best is None:
        return None
    cue = cues[best]
    if _within(ground.paragraphs, min(content.end, cue.end), max(content.start, cue.start)):
        # Only a quotation may stand in a paragraph of its own, and then its cue is before it.
        alone = text[content.start] in _MARKS and not _AND_A_NARRATOR.match(text, content.end - 2)
        opens = not text[text.rfind("\n", 0, content.start) + 1 : content.start].strip()
        return best if alone and opens and cue.start < content.start else None
    return best


_AND_A_NARRATOR = re.compile(r",[”\"’'»] \w")


def _attribution(
    contents: Sequence[Piece], cue: Piece, nearest: int | None, sources: Sequence[Piece]
) -> Attribution:
    said = [*contents, cue]
    letters = sum(p.end - p.start for p in said)
    unsourced = sum(p.unsourced * (p.end - p.start) for p in said) / letters
    source = None if nearest is None or unsourced > _UNSOURCED else sources[nearest]
    sure = min(p.sure for p in (*said, *([source] if source else [])))
    return Attribution(
        tuple(map(_span, contents)), (_span(source),) if source else (), (_span(cue),), round(sure, 3)
    )


def _completed(text: str, found: Attribution, quotations: Sequence[Quotation]) -> Attribution:
    """``found`` with the speaker of a quotation beside which the tagger saw nobody, but a narrator's clause stands."""
    start = found.content[-1][0]
    if found.source or text[start] not in _MARKS:
        return found
    at = bisect_left(quotations, start, key=_START)
    if at == len(quotations) or quotations[at].start != start:
        return found
    beside = narrated(text, quotations, at, found.cue)
    if not beside:
        return found
    source, cue = beside
    return Attribution(found.content, source, found.cue or cue, min(found.confidence, BY_FORM))


def _with_last_speaker(text: str, made: Iterable[Attribution]) -> Iterator[Attribution]:
    """The attributions; those without a cue, between marks, are the last speaker's, or go on with the one before."""
    last: tuple[Span, ...] = ()
    for found in made:
        if found.source:
            last = found.source
            yield found
        elif found.cue or text[found.content[0][0]] not in _MARKS:
            yield found
        else:
            yield Attribution(found.content, last, (), found.confidence)
