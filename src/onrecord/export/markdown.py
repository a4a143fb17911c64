"""A record as Markdown (CommonMark with tables) under YAML front matter: for people, notes and static sites."""

import itertools
import json
import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType

from onrecord.evidence import NOWHERE
from onrecord.record import Block, BlockKind, Link, Record
from onrecord.values.addresses import is_web
from onrecord.values.moments import value_of


def to_markdown(record: Record) -> str:
    """Front matter, headline, standfirst, and the article with its headings, lists, quotations, tables and links.

    Nothing on the page can become mark-up by itself: what reads as Markdown in its words is escaped, and only web
    and mail addresses become links. Ends with one line break.
    """
    parts = [_front_matter(record)]
    if record.headline:
        parts.append("# " + _one_line(_escape(record.headline)))
    if record.standfirst:
        parts.append("*" + _one_line(_escape(record.standfirst)) + "*")
    parts.extend(_body(record))
    return "\n\n".join(parts) + "\n"


def _front_matter(record: Record) -> str:
    """What the page says about itself, as YAML between two lines of dashes; what it does not say is left out."""
    lines = (f"{name}: {_yaml(value)}" for name, value in _fields(record) if value not in (None, []))
    return "\n".join(("---", *lines, "---"))


_SCALARS_FIRST = (
    "id",
    "url",
    "canonical_url",
    "headline",
    "alternative_headline",
    "description",
    "standfirst",
)
_SCALARS_LAST = (
    "credited_agency",
    "dateline",
    "genre",
    "in_language",
    "is_accessible_for_free",
    "copyright_year",
)


def _fields(record: Record) -> Iterator[tuple[str, object]]:
    yield from ((name, getattr(record, name)) for name in _SCALARS_FIRST)
    yield "author", [author.name for author in record.author]
    yield "publisher", record.publisher and record.publisher.name
    yield "date_published", value_of(record.date_published)
    yield "date_created", value_of(record.date_created)
    yield "date_modified", value_of(record.date_modified)
    yield "date_captured", record.date_captured
    yield from ((name, getattr(record, name)) for name in _SCALARS_LAST)
    yield "article_section", list(record.article_section)
    yield "keywords", list(record.keywords)
    yield "page_type", record.page_type.value
    yield "word_count", record.word_count
    yield "corrections", [correction.text for correction in record.corrections]
    yield "conflicts", list(dict.fromkeys(conflict.field for conflict in record.conflicts))
    yield "troubles", list(dict.fromkeys(trouble.code for trouble in record.troubles))
    yield "extractor", f"onrecord {record.extractor.version}"


# JSON is YAML, save for characters YAML does not print or takes for line breaks (YAML 1.2, 5.1 and 5.4).
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def _yaml(value: object) -> str:
    """A scalar or a list on one line; strings always in quotation marks, so that none reads as a number or a date."""
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


def _body(record: Record) -> Iterator[str]:
    """The parts of the text; items of one list, rows of one table and parts of one quotation belong together."""
    body = record.article_body or ""
    placed = (link for link in record.links if link.start is not None and _leads_somewhere(link))
    links = sorted(placed, key=lambda link: link.start or 0)
    time = None
    for kind, blocks in itertools.groupby(record.blocks or _paragraphs(body), key=lambda block: block.kind):
        if kind in _TOGETHER:
            rows = [(block, _inline(body, block, links)) for block in blocks]
            yield _TOGETHER[kind](rows)
            continue
        for block in blocks:
            if block.time and block.time != time:
                time = block.time
                yield f"**{_escape(time)}**"
            yield _alone(body, block, links)


def _paragraphs(body: str) -> tuple[Block, ...]:
    """The blocks of a text that came without any."""
    found = re.finditer(r"(?:(?!\n\n).)+", body, re.DOTALL)
    return tuple(
        Block(BlockKind.PARAGRAPH, None, None, m.start(), m.end(), NOWHERE) for m in found if m[0].strip()
    )


def _alone(body: str, block: Block, links: Sequence[Link]) -> str:
    if block.kind is BlockKind.PREFORMATTED:
        return _fenced(body[block.start : block.end])
    text = _inline(body, block, links)
    if block.kind is BlockKind.HEADING:
        # One # is the headline's.
        return "#" * max(2, min(block.level or 2, 6)) + " " + _one_line(text)
    return _broken(text)


def _fenced(text: str) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"


_Rows = Sequence[tuple[Block, str]]


def _list(rows: _Rows) -> str:
    """Items at their depth. No item may stand two levels below the one before it: that would read as code."""
    lines, depth = [], 0
    for block, text in rows:
        depth = min(block.level or 1, depth + 1)
        indent = "  " * (depth - 1)
        lines.append(f"{indent}- " + _broken(text).replace("\n", f"\n{indent}  "))
    return "\n".join(lines)


def _quotation(rows: _Rows) -> str:
    return "\n>\n".join("> " + _broken(text).replace("\n", "\n> ") for _, text in rows)


def _table(rows: _Rows) -> str:
    """The first row heads the table: Markdown has no table without a head."""
    cells = [_one_line(text, keep="\t").split("\t") for _, text in rows]
    width = max(map(len, cells))
    lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in cells]
    return "\n".join((lines[0], "|" + " --- |" * width, *lines[1:]))


_TOGETHER = MappingProxyType(
    {BlockKind.LIST_ITEM: _list, BlockKind.QUOTATION: _quotation, BlockKind.TABLE_ROW: _table}
)


def _inline(body: str, block: Block, links: Sequence[Link]) -> str:
    """The words of ``block``, escaped, with its links; of links that overlap, the first."""
    parts: list[str] = []
    at = block.start
    for link in links:
        start, end = link.start, link.end
        if start is None or end is None or start < at or end > block.end or start >= end:
            continue
        before = _escape(body[at:start])
        if before.endswith("!"):  # else the link would read as an image
            before = before[:-1] + "\\!"
        parts += (before, f"[{_escape(body[start:end])}]({_target(link.url)})")
        at = end
    return "".join((*parts, _escape(body[at : block.end])))


def _leads_somewhere(link: Link) -> bool:
    return is_web(link.url) or link.url.lower().startswith("mailto:")


def _target(url: str) -> str:
    """An address inside the round brackets of a link."""
    printable = "".join(c for c in url if c.isprintable())
    return _ENTITY.sub("&amp;", re.sub(r"[ ()<>\\|`]", lambda found: f"%{ord(found[0]):02X}", printable))


_ENTITY = re.compile(r"&(?=#?\w+;)")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SPECIAL = re.compile(r"[\\`*_\[\]<>~|]|&(?=#?\w+;)")
# What makes a heading, list, rule or table of a line that begins with it.
_AT_START = re.compile(r"\d{1,9}(?=[.)](?:\s|$))|(?=#{1,6}(?:\s|$)|[-+](?:\s|$)|-{2,}\s*$|=+\s*$|:-)")


def _escape(text: str) -> str:
    """``text`` so that Markdown reads it as these words and nothing else; control characters are left out."""
    return _SPECIAL.sub(r"\\\g<0>", _CONTROL.sub("", text))


def _broken(text: str) -> str:
    """Escaped text as a paragraph: each line break stays one, no line starts what Markdown knows by its start."""
    lines = (_guarded(line.strip()) for line in text.split("\n"))
    return "\\\n".join(line for line in lines if line)


def _guarded(line: str) -> str:
    found = _AT_START.match(line)
    return f"{found[0]}\\{line[found.end() :]}" if found else line


def _one_line(text: str, keep: str = "") -> str:
    """Escaped text where Markdown allows no line break: a heading, a cell."""
    line = re.sub(f"[^\\S{keep}]+", " ", text).strip(" ")
    return re.sub(r"(#+)$", r"\\\1", line)
