"""Quotation marks: which stretches of a text stand between them, in any language that pairs them.

Marks are paired by a stack for each paragraph. What a mark does is told by its own form, by what is open, and by
what stands beside it: a space, a letter, punctuation. So mixed pairs, marks that close with the wrong form and
texts whose paragraphs were glued together still pair up; apostrophes, inches and decades are no marks.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

import msgspec

from onrecord import limits


class Quotation(msgspec.Struct, frozen=True):
    """One stretch between quotation marks. All offsets in code points of the text, ends exclusive."""

    start: int
    """Of the opening mark; where that is missing, of the paragraph (then equal to ``inner_start``)."""
    end: int
    """After the closing mark; where that is missing, equal to ``inner_end``."""
    inner_start: int
    inner_end: int
    """The words without the marks and without the spaces beside them."""
    closed: bool
    """Whether a closing mark stands in the same paragraph. A quotation that goes on in the next paragraph, which
    opens with a mark again, is two, the first of them not closed."""
    depth: int
    """0 outside any other quotation, 1 inside one, and so on."""


# Opening mark → what closes it: first its own partner, then what is put in its place by mistake or by custom
# (German „ “, Polish and Hungarian „ ”, Swedish and Finnish ” ”, Danish » «, Finnish » »). Source: Unicode CLDR,
# delimiters of each locale, and the marks that typewriters and old mark-up left (`` '' << >> ,,).
_CLOSERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        opening: tuple(closing.split())
        for opening, closing in {
            '"': '" ” “ 〞 ＂', "“": '” " “', "”": '” "', "„": '“ ” "', "‟": '” "', "＂": '＂ "', "〝": "〟 〞 ”", "״": '״ "',
            "«": '» " ”', "»": "« »", "``": "'' \" ”", ",,": "'' \" ” “", "''": "'' \" ”", "<<": ">>",
            "「": "」", "『": "』", "﹁": "﹂", "﹃": "﹄", "｢": "｣", "‘": "’ '", "’": "’", "‚": "‘ ’ '", "'": "' ’",
            "‹": "›", "›": "‹ ›",
        }.items()
    }
)  # fmt: skip

_BRACKETS = frozenset("「『﹁﹃｢„‚〝")
"""Forms that can only open, whatever stands beside them."""
_SINGLE = frozenset("'‘’‚‹›")
_APOSTROPHES = frozenset("'’‘")
_TOO_COMMON = _SINGLE | {"<<", ",,", "''", "״"}
"""Forms that stand for other things too: one that is never closed was no mark."""

_UNSPACED = "\u3040-\u9fff\uac00-\ud7af"
_LETTER = rf"[^\W{_UNSPACED}]"
_MARK = re.compile(
    # What any of them begins with is asked first: most letters begin none.
    r"(?=[\n`',<>\"“”„‟＂〝〟〞«»「」『』﹁﹂﹃﹄｢｣‹›‚״‘’])(?:"
    r"(?P<line>\n\s*)|``|''|,,(?=\w)|<<|>>|[\"“”„‟＂〝〟〞«»「」『』﹁﹂﹃﹄｢｣‹›‚״]"
    # An apostrophe between letters is none that matters; Chinese and Japanese put marks between letters.
    rf"|(?<!{_LETTER})['‘’]|['‘’](?!{_LETTER}))"
)

_OPENERS = frozenset("([{<¿¡（") | frozenset("—–―/:=>|：")
"""What stands before an opening mark without a space between. A dash or a colon may end a quotation, too."""
_FULL_STOP = re.compile(r"\.(?!\.)")
_NEVER_LAST = frozenset("([{<¿¡（")
_ENDERS = frozenset(")]}>.,:;!?…—–-/|،؟؛。，、！？：；）।")
"""What stands after a closing mark without a space between."""
_LEADERS = frozenset(".…-—–")
"""Of these, what the words of a quotation may begin with."""
_LAST = frozenset(".,!?…。！？،؟।")
"""What a quotation whose opening mark is missing ends with."""

_ELISION = re.compile(
    r"(?:\d0(?:s|er)|tis|twas|em|til|till|cause|cos|bout|n|neath|round|s|t)\b", re.IGNORECASE
)
"""What is written with an apostrophe before it: '90s, 'em, 'til, rock 'n' roll, Dutch 's avonds and 't."""

_REVERSED = frozenset({"de", "da", "no", "nb", "sl", "hr", "sr", "cs", "sk", "hu", "pl", "sv", "fi"})
"""Languages in which » may open (Unicode CLDR; German books, Danish)."""

_LONG = 2000
"""Code points beyond which a paragraph is no quotation whose opening mark was forgotten, but text run together."""

_AHEAD = 24
"""Marks that are looked at to tell the apostrophe of "players' union" from the end of a quotation."""


class _Mark(msgspec.Struct):
    """A mark as it stands, and what its neighbours say it does; neither of both is usual in glued texts."""

    form: str
    start: int
    end: int
    before: str
    after: str
    leads: bool
    """Whether what stands after it may be the beginning of words: dots or a dash, but no full stop."""
    opens: bool = False
    closes: bool = False


def quotations(text: str, language: str | None = None) -> tuple[Quotation, ...]:
    r"""Every stretch of ``text`` between quotation marks, in the order in which they open.

    Paragraphs are parted by line breaks; no quotation crosses one. Of an opening mark without a closing one all
    words to the end of the paragraph (or to the next such mark) are given, of a closing one without an opening
    one all from its beginning. ``language`` (BCP 47) only settles what the marks leave open. Takes time linear
    in the text.

    >>> [text[q.start : q.end] for text in ["„Ach“, sagte sie, «ça va»."] for q in quotations(text)]
    ['„Ach“', '«ça va»']
    """
    code = language or ""
    reverses = code.partition("-")[0] in _REVERSED and not code.startswith(("de-CH", "de-LI"))
    paragraphs = [*_paragraphs(text)]
    found: list[Quotation] = []
    for at, (start, end, marks) in enumerate(paragraphs):
        goes_on = False
        if at + 1 < len(paragraphs):
            following, _, others = paragraphs[at + 1]
            goes_on = others[0].start == following and text[end:following].isspace()
        spans = _paired(text, (start, end), marks, goes_on=goes_on, reverses=reverses)
        found += _nested(text, spans)
    return tuple(found)


def _paragraphs(text: str) -> Iterator[tuple[int, int, list[_Mark]]]:
    """Start, end and marks of each paragraph that has any."""
    start, marks = len(text) - len(text.lstrip()), list[_Mark]()
    for found in _MARK.finditer(text):
        at, end = found.span()
        if found["line"] is not None:
            if marks:
                yield start, at, marks
                marks = []
            start = end
        else:
            before = text[at - 1] if at > start else "\n"
            marks.append(
                _Mark(found[0], at, end, before, text[end : end + 1] or "\n", not _FULL_STOP.match(text, end))
            )
    if marks:
        yield start, len(text.rstrip()), marks


class _Span(msgspec.Struct):
    """A pair of marks; ``last`` is None where the closing one is missing, ``first`` where the opening one is."""

    start: int
    end: int
    first: _Mark | None
    last: _Mark | None


def _paired(
    text: str, paragraph: tuple[int, int], marks: Sequence[_Mark], *, goes_on: bool, reverses: bool
) -> list[_Span]:
    _look_past(marks)
    spans: list[_Span] = []
    stack: list[_Mark] = []
    previous: _Mark | None = None
    opened = False
    for at, mark in enumerate(marks):
        touching = previous is not None and previous.end == mark.start
        _weigh(mark, opened=opened if touching else None)
        previous, opened = mark, False
        if _within_a_word(mark):
            continue
        level = _closed_by(mark, stack)
        if level is not None:
            if not (_is_apostrophe(text, marks, at) if mark.form in _APOSTROPHES else _is_measure(marks, at)):
                first = stack[level]
                del stack[level:]  # what was opened inside and not closed was no quotation
                spans.append(_Span(first.start, mark.end, first, mark))
        elif _may_open(text, mark, stack, reverses=reverses):
            stack.append(mark)
            opened = True
        elif not stack and not spans and _lacks_its_opener(mark, paragraph[0]):
            spans.append(_Span(paragraph[0], mark.end, None, mark))
    spans += [*_unclosed(stack, spans, paragraph[1], paragraph[0], goes_on=goes_on)]
    spans.sort(key=lambda span: (span.start, -span.end))
    return spans


def _look_past(marks: Sequence[_Mark]) -> None:
    """Let each mark see what stands after the marks that follow it without a space."""
    for at in range(len(marks) - 2, -1, -1):
        if marks[at].end == marks[at + 1].start:
            marks[at].after, marks[at].leads = marks[at + 1].after, marks[at + 1].leads


def _weigh(mark: _Mark, *, opened: bool | None) -> None:
    """Settle what its neighbours say; ``opened`` tells of a mark that it touches whether that one opened."""
    if opened is not None:
        mark.before = " " if opened else "."
    before, after = mark.before, mark.after
    spaced = before.isspace()
    leads = mark.leads and after in _LEADERS and (spaced or before in _OPENERS) and before not in _LEADERS
    ended = after.isspace() or (after in _ENDERS and not leads)
    mark.opens = not ended and (spaced or before in _OPENERS)
    mark.closes = ended and not spaced and before not in _NEVER_LAST


def _within_a_word(mark: _Mark) -> bool:
    """Hebrew marks an acronym by a double mark before its last letter."""
    return mark.form in '"”“״' and "א" <= mark.before <= "ת" and "א" <= mark.after <= "ת"


def _closed_by(mark: _Mark, stack: Sequence[_Mark]) -> int | None:
    """The level of the open mark that ``mark`` closes: its own partner on any level, else the innermost it may."""
    if mark.opens and mark.form in _CLOSERS and not (mark.form == "”" and any(m.form == "“" for m in stack)):
        return None
    if mark.form in _APOSTROPHES and not (mark.closes or mark.before in _LAST or _is_unspaced(mark.before)):
        return None
    for level in range(len(stack) - 1, -1, -1):
        if _CLOSERS[stack[level].form][0] == mark.form:
            return level
    if stack and mark.form in _CLOSERS[stack[-1].form] and (mark.closes or mark.form not in "“‘«»"):
        return len(stack) - 1
    return None


def _is_unspaced(letter: str) -> bool:
    return "\u3040" <= letter <= "\u9fff" or "\uac00" <= letter <= "\ud7af"


def _is_apostrophe(text: str, marks: Sequence[_Mark], at: int) -> bool:
    """Whether this is the apostrophe of "the players' union" inside single marks: a better end is still to come."""
    mark = marks[at]
    if not (
        mark.before.isalnum()
        and text[mark.end : mark.end + 1] == " "
        and text[mark.end + 1 : mark.end + 2].islower()
    ):
        return False
    for other in marks[at + 1 : at + 1 + _AHEAD]:
        if other.form in _APOSTROPHES:
            if other.before.isspace():
                return False
            if other.before in _LAST or not other.after.isspace():
                return True
    return False


def _is_measure(marks: Sequence[_Mark], at: int) -> bool:
    """Whether this stands for inches or seconds: after a digit, with another mark to come that can only close."""
    mark = marks[at]
    if not mark.before.isdigit() or mark.form not in {'"', "”", "''"}:
        return False
    following = next((m for m in marks[at + 1 : at + 1 + _AHEAD] if m.form not in _SINGLE), None)
    return following is not None and not following.before.isspace() and following.form in _CLOSERS['"']


def _may_open(text: str, mark: _Mark, stack: Sequence[_Mark], *, reverses: bool) -> bool:
    form = mark.form
    if form not in _CLOSERS or len(stack) >= limits.QUOTATION_DEPTH:
        return False
    if form in _APOSTROPHES:
        return (mark.opens or _is_unspaced(mark.before)) and not _ELISION.match(text, mark.end)
    if form == "«":
        return mark.opens or not reverses
    if form in {"»", "›"}:
        return mark.opens or (reverses and not mark.closes)
    if mark.before.isdigit() and not mark.opens:
        return mark.after.isupper() or form in _BRACKETS
    return form in _BRACKETS or mark.opens or not (mark.closes or form in {"”", "''"})


def _lacks_its_opener(mark: _Mark, start: int) -> bool:
    double = mark.form in '"”»“' or mark.form == "''"
    return double and mark.closes and mark.before in _LAST and mark.start - start < _LONG


def _unclosed(
    stack: Sequence[_Mark], spans: Sequence[_Span], end: int, start: int, *, goes_on: bool
) -> Iterator[_Span]:
    """What becomes of marks that nothing closed: those that are mostly other things are dropped.

    The words run to the end of the paragraph. Where the quotation does not go on in the next one and the same mark
    opens again, the closing mark was forgotten before that.
    """
    reach: list[int] = []
    for mark in stack:
        if mark.form in _TOO_COMMON and not (goes_on and mark.start == start and mark.form in _APOSTROPHES):
            continue
        stop = min((e for e in reach if mark.start < e), default=end)
        again = min(
            (s.start for s in spans if s.start > mark.start and s.first and s.first.form == mark.form),
            default=end,
        )
        if again < stop and not goes_on:  # and not into the middle of another quotation
            stop = min(s.start for s in spans if s.start > mark.start and s.end > again)
        reach.append(stop)
        yield _Span(mark.start, stop, mark, None)


def _nested(text: str, spans: Sequence[_Span]) -> Iterator[Quotation]:
    """The spans that hold words, without the spaces inside their marks, each with its depth."""
    around: list[int] = []
    for span in spans:
        start = span.first.end if span.first else span.start
        end = span.last.start if span.last else span.end
        inner = text[start:end]
        words = inner.strip()
        if not words:
            continue
        start += len(inner) - len(inner.lstrip())
        end = start + len(words)
        while around and around[-1] <= span.start:
            around.pop()
        yield Quotation(
            span.start, span.end if span.last else end, start, end, span.last is not None, len(around)
        )
        around.append(span.end)
