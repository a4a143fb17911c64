"""Links that lead to words: the text fragments of the web (wicg.github.io/scroll-to-text-fragment).

``#:~:text=[prefix-,]start[,end][,-suffix]``: a browser scrolls to the first place where the words stand and marks them.
So a term must be the first of its like on the page; where the words alone are not, words before and after are added.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import quote

_LONG = 150
"""Code points past which words are named by their beginning and their end."""
_ENDS = 5
"""Words of such a beginning and end, at first."""
_CONTEXT = 12
"""Most words before and after that are added; beyond them the place is named as well as it can be."""
_RUN = 30
"""Code points that count as one word where nothing parts them, as in Chinese."""

_WORD = re.compile(rf"\S{{1,{_RUN}}}")
_LETTER = re.compile(r"\w")


class _Terms(NamedTuple):
    """The parts of a directive, as they stand on the page."""

    prefix: str
    start: str
    end: str
    suffix: str

    def encoded(self) -> str:
        said = (
            self.prefix and _encode(self.prefix) + "-",
            _encode(self.start),
            self.end and _encode(self.end),
            self.suffix and "-" + _encode(self.suffix),
        )
        return "text=" + ",".join(part for part in said if part)


def fragment_link(url: str, text: str, spans: Iterable[tuple[int, int]]) -> str:
    """``url`` with a directive for each of ``spans``, (start, end) in ``text``, the words of the page in their order.

    >>> fragment_link("https://news.example/a", "It rained. “Well-timed, that,” said Roe.", [(12, 28)])
    'https://news.example/a#:~:text=Well%2Dtimed%2C%20that'
    """
    directives = "&".join(
        _text_directive(text, start, end) for start, end in spans if text[start:end].strip()
    )
    if not directives:
        return url
    before, mark, fragment = url.partition("#")
    return f"{before}#{fragment.partition(':~:')[0] if mark else ''}:~:{directives}"


def _text_directive(text: str, start: int, end: int) -> str:
    """``text=…`` for ``text[start:end]``; the words around it are added where they stand elsewhere in ``text`` too."""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end = start + len(text[start:end].rstrip())
    exact = end - start <= _LONG and "\n\n" not in text[start:end]
    terms = _exact(text, start, end) if exact else _range(text, start, end)
    return terms.encoded()


def _exact(text: str, start: int, end: int) -> _Terms:
    whole = _plain(text)
    made = _Terms("", text[start:end], "", "")
    for before, after in _contexts(text, start, end):
        made = _Terms(text[before:start].strip(), text[start:end], "", text[end:after].strip())
        if _once(_plain(text[before:after]), whole):
            break
    return made


def _range(text: str, start: int, end: int) -> _Terms:
    """The first words and the last; more of them until they name the place, then words around it."""
    whole = _plain(text)
    words = [(start + m.start(), start + m.end()) for m in _WORD.finditer(text[start:end])]
    head, tail = start, end
    for size in range(_ENDS, max(_ENDS, min(len(words) // 2, _ENDS + _CONTEXT)) + 1):
        head, tail = _within_block(
            text, start, end, words[size - 1 : size], words[-size : len(words) - size + 1]
        )
        first = _once(_plain(text[start:head]), whole)
        last = _once(_plain(text[tail:end]), _plain(text[head:end]))
        if first and last:
            return _Terms("", text[start:head], text[tail:end], "")
    made = _Terms("", text[start:head], text[tail:end], "")
    for before, after in _contexts(text, start, end):
        made = _Terms(text[before:start].strip(), text[start:head], text[tail:end], text[end:after].strip())
        if _once(_plain(text[before:head]), whole) and _once(
            _plain(text[tail:after]), _plain(text[head:after])
        ):
            break
    return made


def _within_block(
    text: str, start: int, end: int, head: list[tuple[int, int]], tail: list[tuple[int, int]]
) -> tuple[int, int]:
    """Where the beginning ends and the end begins: neither goes on into another block, which a browser would not find."""
    stop = head[0][1] if head else end
    begin = tail[0][0] if tail else start
    gap = text.find("\n\n", start, stop)
    last = text.rfind("\n\n", begin, end)
    return (gap if gap >= 0 else stop), max(last + 2 if last >= 0 else begin, gap if gap >= 0 else stop)


def _contexts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """None, then ever more words before and after, inside the block."""
    block_start = max(text.rfind("\n\n", 0, start), -2) + 2
    block_end = text.find("\n\n", end)
    block_end = block_end if block_end >= 0 else len(text)
    # A mark alone is no context: browsers compare words.
    before = [
        block_start + m.start() for m in _WORD.finditer(text[block_start:start]) if _LETTER.search(m[0])
    ]
    after = [end + m.end() for m in _WORD.finditer(text[end:block_end]) if _LETTER.search(m[0])]
    yield start, end
    for size in range(1, _CONTEXT + 1):
        yield (before[-size:][0] if before else start), (after[:size][-1] if after else end)


def _once(term: str, whole: str) -> bool:
    at = whole.find(term)
    return at >= 0 and whole.find(term, at + 1) < 0


def _plain(text: str) -> str:
    """As browsers compare: case and white space do not count."""
    return " ".join(text.casefold().split())


def _encode(term: str) -> str:
    """Percent-encoded, the dash, comma and ampersand too: they part the terms."""
    return quote(" ".join(term.split()), safe="").replace("-", "%2D")
