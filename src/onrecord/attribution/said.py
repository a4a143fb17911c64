"""An article's statements: who said what, each tied to its words."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from onrecord.attribution.attribution import Attribution, Span
from onrecord.attribution.dialogues import with_narrators
from onrecord.attribution.linker import attributions
from onrecord.attribution.marks import spoken
from onrecord.attribution.quotations import Quotation, quotations
from onrecord.attribution.silences import is_silence
from onrecord.attribution.speakers import resolve
from onrecord.errors import MissingExtra
from onrecord.record import Statement, StatementKind
from onrecord.values.languages import identify, primary

_MODELS = {"tagger": "english-1", "marks": "rules-5"}
"""What a statement's ``method`` may be → the version of what makes it."""


def models() -> dict[str, str]:
    """What statements are asked of here, and its version: the same for every article, whatever is found in it.

    The tagger is among them where it is installed.
    """
    try:
        from onrecord.attribution import tagger  # noqa: F401
    except ImportError:
        return {"marks": _MODELS["marks"]}
    return _MODELS


def told(text: str, language: str | None) -> tuple[Statement, ...]:
    """What `onrecord.statements` promises."""
    code = primary(language or identify(text) or ("en" if _looks_english(text) else ""))
    marked = with_narrators(text, quotations(text, code), code)
    found, method = _attributed(text, marked, code)
    ordered = sorted(found, key=lambda a: (a.content[0], a.content[-1]))
    speakers = resolve(text, ordered, marked, code)
    outer = [q for q in marked if q.depth == 0]
    return tuple(
        Statement(
            a.content, a.source, a.cue, _kind(text, a.content, outer), speaker, method, round(a.confidence, 3)
        )
        for a, speaker in zip(ordered, speakers, strict=True)
    )


def _attributed(text: str, marked: Sequence[Quotation], code: str) -> tuple[tuple[Attribution, ...], str]:
    if code == "en":
        try:
            told = attributions(text, tuple(marked))
            return tuple(a for a in told if not is_silence(text, a)), "tagger"
        except MissingExtra:
            pass
    return spoken(text, marked, code), "marks"


_ENGLISH = re.compile(r"\b(?:the|said|says|of|and|that|to)\b")


def _looks_english(text: str) -> bool:
    """For texts too short to be identified: whether two common English words stand in them."""
    return len({found[0] for found in _ENGLISH.finditer(text[:2000])}) > 1


_START = attrgetter("start")
_DIRECT = 0.9
"""Share of a content's letters that stand in quotation marks, from which it is direct."""


def _kind(text: str, content: Sequence[Span], outer: Sequence[Quotation]) -> StatementKind:
    letters = inside = 0
    for start, end in content:
        letters += sum(map(str.isalnum, text[start:end]))
        for at in range(max(0, bisect_right(outer, start, key=_START) - 1), len(outer)):
            q = outer[at]
            if q.start >= end:
                break
            if start < q.end:
                inside += sum(map(str.isalnum, text[max(start, q.inner_start) : min(end, q.inner_end)]))
    if not inside:
        return StatementKind.INDIRECT
    return StatementKind.DIRECT if inside >= _DIRECT * letters else StatementKind.MIXED
