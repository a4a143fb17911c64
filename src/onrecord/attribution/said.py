"""An article's statements: who said what, each tied to its words."""

import re
from collections.abc import Sequence

from onrecord.attribution.attribution import Attribution, Span
from onrecord.attribution.linker import attributions
from onrecord.attribution.marks import spoken
from onrecord.attribution.quotations import Quotation, quotations
from onrecord.attribution.speakers import resolve
from onrecord.errors import MissingExtra
from onrecord.record import Statement, StatementKind
from onrecord.values.languages import identify, primary

__all__ = ["MODELS", "statements"]

MODELS = {"tagger": "english-1", "marks": "rules-1"}
"""What a statement's ``method`` may be → the version of what made it."""


def statements(text: str, *, language: str | None = None) -> tuple[Statement, ...]:
    """Who said what in ``text``, in its order; offsets in code points of it.

    ``text`` is an article's, its paragraphs parted by blank lines, as ``Record.article_body`` is. ``language``
    (BCP 47) is told from the text where it is None. English is read by a trained tagger, which finds indirect speech
    too (``method`` is ``"tagger"``); it needs the extra ``statements``. Without that, and in any other language, only
    what quotation marks and the words beside them settle is given (``method`` is ``"marks"``).

    The same text gives the same statements. Never raises on account of what the text holds.

    >>> from onrecord.attribution.said import statements
    >>> said = statements("»Es regnet«, sagte Imkerin Rosa Teschner am Montag.", language="de")
    >>> [(s.speaker.name, s.speaker.role, s.kind.value, s.method) for s in said]
    [('Rosa Teschner', 'Imkerin', 'direct', 'marks')]
    """
    code = primary(language or identify(text) or ("en" if _looks_english(text) else ""))
    marked = quotations(text, code)
    found, method = _attributed(text, marked, code)
    ordered = sorted(found, key=lambda a: (a.content[0], a.content[-1]))
    speakers = resolve(text, ordered, marked)
    return tuple(
        Statement(
            a.content,
            a.source,
            a.cue,
            _kind(text, a.content, marked),
            speaker,
            method,
            round(a.confidence, 3),
        )
        for a, speaker in zip(ordered, speakers, strict=True)
    )


def _attributed(text: str, marked: Sequence[Quotation], code: str) -> tuple[tuple[Attribution, ...], str]:
    if code == "en":
        try:
            return attributions(text, tuple(marked)), "tagger"
        except MissingExtra:
            pass
    return spoken(text, marked, code), "marks"


_ENGLISH = re.compile(r"\b(?:the|said|says|of|and|that|to)\b")


def _looks_english(text: str) -> bool:
    """For texts too short to be identified: whether two common English words stand in them."""
    return len({found[0] for found in _ENGLISH.finditer(text[:2000])}) > 1


_DIRECT = 0.9
"""Share of a content's letters that stand in quotation marks, from which it is direct."""


def _kind(text: str, content: Sequence[Span], marked: Sequence[Quotation]) -> StatementKind:
    letters = inside = 0
    for start, end in content:
        letters += sum(map(str.isalnum, text[start:end]))
        for q in marked:
            if q.depth == 0 and q.start < end and start < q.end:
                inside += sum(map(str.isalnum, text[max(start, q.inner_start) : min(end, q.inner_end)]))
    if not inside:
        return StatementKind.INDIRECT
    return StatementKind.DIRECT if inside >= _DIRECT * letters else StatementKind.MIXED
