"""Statements that the layout of a page attributes, not a sentence: transcripts, and quotations signed by a name.

::

    MAREN HOLT: Why was the bridge closed?        “We were never asked.” ― Ida Brandt
    OLSEN: We found cracks in two of the piers.    “Nobody wrote to us.” ― Per Lind

A tagger that reads words is at a loss there, and needs not be asked.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.attribution.attribution import Attribution, Span
from onrecord.attribution.quotations import Quotation

_TURN = re.compile(
    r"^[\"“”]?(?P<name>[QA](?=:)|[A-Z][A-Z .’'-]{2,40}|(?:[A-Z][\w.’'-]{0,20} ){0,3}[A-Z][\w’'-]{1,20})"
    r"(?: \([^()\n]{1,40}\))?(?P<colon>:)[^\S\n]+(?P<words>\S[^\n]*)",
    re.MULTILINE,
)
"""A paragraph that begins with who speaks. Capitals, or up to four words that begin with one; question and answer."""
_TURNS = 3
"""Paragraphs of that form that make a transcript, of two speakers or more, one of whom speaks twice."""
_WORDS = 5
"""Words after the colon from which it is a turn; "Total: 14" is none."""

_PARAGRAPH = re.compile(r"\S[^\n]*")
_PARAGRAPHS = 12
"""Paragraphs of one turn."""
_MARKS = '"“”'
_AROUND = " \t\r\xa0" + _MARKS
_ASIDE = re.compile(r"[\"“”]?[(\[]|[\"“”]?[A-Z][\w .'’-]{0,40}:")
"""A stage direction, or somebody else's words too short for a turn."""

_SIGNED = re.compile(
    r"[^\S\n]*(?P<dash>[―—–]|--?)[^\S\n]*(?P<name>[A-Z][^\n!?:;\"“”]{1,60}?)\.?[^\S\n]*$", re.MULTILINE
)
"""The rest of a paragraph after a quotation that fills it: a dash and a name."""

_SURE = 0.9
"""Confidence of what layout says."""


def laid_out(text: str, quotations: Sequence[Quotation]) -> tuple[Attribution, ...]:
    """What transcripts and signed quotations in ``text`` say, in the order of the text."""
    turns = [*_turns(text)]
    spoken = {_line(text, start) for turn in turns for start, _ in turn.content}
    signed = (a for a in _signed(text, quotations) if _line(text, a.content[0][0]) not in spoken)
    return tuple(sorted((*turns, *signed), key=lambda a: a.content[0]))


def _line(text: str, at: int) -> int:
    """Where the paragraph begins that holds a place."""
    return text.rfind("\n", 0, at) + 1


def _turns(text: str) -> Iterator[Attribution]:
    found = [turn for turn in _TURN.finditer(text) if len(turn["words"].split(None, _WORDS)) >= _WORDS]
    speakers = Counter(turn["name"] for turn in found)
    if len(found) < _TURNS or len(speakers) == 1 or max(speakers.values()) == 1:
        return
    for turn, following in zip(found, [*found[1:], None], strict=True):
        quoted = text[turn.start()] in _MARKS
        contents = [_words(text, *turn.span("words"))]
        for paragraph in _PARAGRAPH.finditer(text, turn.end(), following.start() if following else len(text)):
            # What stands between two turns is still the speaker's; after the last turn only marks can tell.
            if len(contents) == _PARAGRAPHS or (paragraph[0][0] not in _MARKS and (quoted or not following)):
                break
            if not _ASIDE.match(paragraph[0]):
                contents.append(_words(text, *paragraph.span()))
        contents = [span for span in contents if span[0] < span[1]]
        if contents:
            yield Attribution(tuple(contents), (turn.span("name"),), (turn.span("colon"),), _SURE)


def _words(text: str, start: int, end: int) -> Span:
    """A paragraph without the spaces and marks of quotation around it."""
    inner = text[start:end].strip(_AROUND)
    start += len(text[start:end]) - len(text[start:end].lstrip(_AROUND))
    return start, start + len(inner)


def _signed(text: str, quotations: Sequence[Quotation]) -> Iterator[Attribution]:
    for quotation in quotations:
        opens = quotation.start == 0 or text[quotation.start - 1] == "\n"
        if quotation.depth or not quotation.closed or not opens:
            continue
        signature = _SIGNED.match(text, quotation.end)
        if signature:
            content = (quotation.start, quotation.end)
            yield Attribution((content,), (signature.span("name"),), (signature.span("dash"),), _SURE)
