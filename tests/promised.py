"""What every record promises, checked against the page itself and in other ways than the code does it."""

import hashlib
import html
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

import turbohtml
from turbohtml import Element

from onrecord.evidence import Place, Source
from onrecord.page import Page, PageKind
from onrecord.record import BlockKind, PageType, Record, Rel


def check(page: Page, record: Record) -> None:
    """Every promise that can be seen on one record."""
    evidence_backs(record)
    places_read(page, record)
    offsets_point(record)
    text_holds(record)
    conflicts_are_voices(record)
    json_keeps(record)
    identity_is_as_documented(record)


ONE = [
    "url",
    "canonical_url",
    "headline",
    "alternative_headline",
    "description",
    "standfirst",
    "genre",
    "dateline",
    "in_language",
    "is_accessible_for_free",
    "copyright_year",
    "credited_agency",
    "date_captured",
]
TIMES = ("date_published", "date_created", "date_modified")
PARTS = ("legal_name", "url", "email", "telephone")
SEVERAL = ("article_section", "keywords", "speakable", "author", "images", "corrections")


def evidence_backs(record: Record) -> None:
    """Every value stands among its field's candidates as the chosen one, and what has no value has none chosen."""
    for name, rows in record.evidence.items():
        assert rows, name
        chosen = [c.chosen for c in rows]
        assert chosen == sorted(chosen, reverse=True), f"{name}: the chosen stand first"
        assert all(c.rule for c in rows if c.chosen), f"{name}: why was it chosen?"
    for name, value in _single(record):
        said = [c.value for c in record.why(name) if c.chosen]
        assert said == ([] if value is None else [value]), name
    for name, values in _lists(record):
        assert list(dict.fromkeys(c.value for c in record.why(name) if c.chosen)) == values, name
    for author in record.author:
        assert any(c.chosen and c.value == author.name and c.raw == author.raw for c in record.why("author"))
    assert (
        record.page_type is PageType.ARTICLE
        or record.why("page_type")
        or record.is_accessible_for_free is False
    )
    for c in record.why("page_type"):
        assert not c.chosen or c.value == record.page_type
    assert bool(record.article_body) == any(c.chosen for c in record.why("article_body"))


def _single(record: Record) -> Iterator[tuple[str, object]]:
    yield from ((name, getattr(record, name)) for name in ONE)
    for name in TIMES:
        moment = getattr(record, name)
        yield name, moment and moment.value
    publisher = record.publisher
    yield "publisher", publisher and publisher.name
    yield from ((f"publisher.{part}", publisher and getattr(publisher, part)) for part in PARTS)
    logo = publisher.logo if publisher else None
    yield "publisher.logo", logo and (logo.url or f"{logo.width}x{logo.height}")


def _lists(record: Record) -> Iterator[tuple[str, list[str]]]:
    for name in SEVERAL:
        values = getattr(record, name)
        inner = {"author": "name", "images": "url", "corrections": "text"}.get(name)
        yield name, list(dict.fromkeys(getattr(v, inner) if inner else v for v in values))


# What stands in no one place of the page.
ELSEWHERE = frozenset((Source.CALLER, Source.URL, Source.HTTP, Source.TEXT, Source.BODY))


def places_read(page: Page, record: Record) -> None:
    """Every place is in the page and reads as the raw words of what stands there."""
    candidates = [c for rows in record.evidence.values() for c in rows]
    for place in (
        *(c.place for c in candidates),
        *(t.place for t in record.troubles),
        *(b.place for b in record.blocks),
    ):
        _inside(page, place)
    known: dict[str, bool] = {}
    for css in {c.place.css for c in candidates if c.place.css}:
        known[css] = page.tree.select_one(css) is not None
    assert all(known.values()), f"select nothing: {[css for css, found in known.items() if not found]}"
    for c in candidates:
        reads_as(page, c.raw, c.place, part=c.source is Source.BODY)
    for block in record.blocks:
        if block.place.start is not None and block.place.json is None:
            source = page.text[block.place.start : block.place.end]
            said = (record.article_body or "")[block.start : block.end]
            assert _same(source, said, page.kind), f"block: {source!r} does not read as {said!r}"


def _inside(page: Page, place: Place) -> None:
    assert (place.start is None) == (place.end is None)
    if place.start is not None and place.end is not None:
        assert 0 <= place.start <= place.end <= len(page.text)
    assert place.json is None or place.start is not None


def _same(source: str, raw: str, kind: PageKind) -> bool:
    """Whether mark-up reads as ``raw``, white space apart: as it is, as text between tags, or as an attribute."""
    wanted = _bare(raw)
    if _bare(source) == wanted:
        return True
    if kind is PageKind.TEXT:
        return _bare(html.unescape(source)) == wanted or _bare(_unmarked(source)) == _bare(_unmarked(raw))
    readings = (_text(source, _SILENT), _text(source, _SILENT | _CONTROLS), _attribute(source))
    return any(_bare(reading) == wanted for reading in readings)


def _unmarked(source: str) -> str:
    """A text without what it writes for mark-up: words parted at line ends, tags, breaks and backslashes of JSON.

    And without the marks of direction that nobody sees: those around a line are none of its words.
    """
    source = "".join(c for c in source if unicodedata.category(c) != "Cf")
    source = re.sub(r"-\n\s*(?=[a-z])", "", source)
    return re.sub(r"</?[a-z][^<>]*>", "", html.unescape(source)).replace("\\n", "").replace("\\", "")


def _bare(text: str) -> str:
    return "".join(text.split())


_SILENT = frozenset(["script", "style", "noscript", "template"])
_CONTROLS = frozenset(
    [
        "svg",
        "iframe",
        "button",
        "select",
        "textarea",
        "video",
        "audio",
        "object",
        "label",
        "nav",
        "math",
        "rt",
        "rp",
    ]
)
"""What a person may see but does not read as words of a text."""


def _text(source: str, unread: frozenset[str]) -> str:
    tree = turbohtml.parse_fragment(source.replace("\0", ""))
    return "".join(_texts(tree, unread))


def _texts(node: Any, unread: frozenset[str]) -> Iterator[str]:  # noqa: ANN401  # turbohtml's nodes share no useful type
    for child in node.children:
        if isinstance(child, turbohtml.Text):
            yield child.data
        elif isinstance(child, Element) and child.tag not in unread:
            yield from _texts(child, unread)


def _attribute(source: str) -> str:
    quote = "'" if '"' in source else '"'
    if quote in source:
        return source
    element = turbohtml.parse_fragment(f"<i x={quote}{source}{quote}>").select_one("i")
    return (element.attr("x") or "") if element is not None else source


def reads_as(page: Page, raw: str, place: Place, *, part: bool = False) -> None:
    """The place reads as ``raw``, or leads in JSON to it or to a text it is ``part`` of.

    A place without offsets claims nothing.
    """
    if place.json is not None:
        _leads_to(page, raw, place, part=part)
    elif place.start is not None:
        source = page.text[place.start : place.end]
        assert _same(source, raw, page.kind), f"{source!r} does not read as {raw!r}"


def _leads_to(page: Page, raw: str, place: Place, *, part: bool) -> None:
    """The place spans a JSON-LD script, and where that is strict JSON the path in it leads to the raw words."""
    assert place.json is not None
    source = page.text[place.start : place.end]
    try:
        data = json.loads(source)
        source.encode()
    except (ValueError, RecursionError):
        assert place.json.startswith("$")
        return
    found = follow(data, place.json)
    if isinstance(found, list):  # a text that a script keeps in pieces
        pieces = json.dumps(found, ensure_ascii=False)
        assert all(json.dumps(words, ensure_ascii=False)[1:-1] in pieces for words in raw.split("\n\n"))
        return
    told = found if isinstance(found, str) else str(found)
    assert told == raw or (part and raw in told) or "\\ud" in source.lower()


_STEP = re.compile(r"\.([A-Za-z_]\w*)|\[(\d+)\]|\['((?:[^'\\]|\\.)*)'\]", re.ASCII)


def follow(data: Any, path: str) -> Any:  # noqa: ANN401  # JSON
    r"""The value a JSONPath leads to: the subset of RFC 9535 that names one place.

    >>> follow({"a": [{"b's": 1}]}, "$.a[0]['b\\'s']")
    1
    """
    assert path.startswith("$")
    at = 1
    while at < len(path):
        step = _STEP.match(path, at)
        assert step, f"{path}: no JSONPath from character {at}"
        name, index, quoted = step.groups()
        if index is not None:
            data = data[int(index)]
        else:
            data = data[name if name is not None else re.sub(r"\\(.)", r"\1", quoted)]
        at = step.end()
    return data


_INDENTED = (BlockKind.PREFORMATTED, BlockKind.TABLE_ROW)


def offsets_point(record: Record) -> None:
    """Blocks fill the body one after another, a blank line between; links stand where they say."""
    body = record.article_body
    assert (body is None) == (not record.blocks)
    if body is None:
        assert all(link.start is None for link in record.links)
        assert record.word_count is None
        return
    at = 0
    for number, block in enumerate(record.blocks):
        if number:
            assert body[at : at + 2] == "\n\n"
            at += 2
        said = body[block.start : block.end]
        assert block.start == at
        assert said
        # The first line of preformatted text keeps its indent, a row its empty cells.
        assert said == (said.rstrip() if block.kind in _INDENTED else said.strip())
        assert not said.startswith("\n")
        assert block.kind is BlockKind.PREFORMATTED or "\n\n" not in said
        assert (block.level is not None) == (block.kind in {BlockKind.HEADING, BlockKind.LIST_ITEM})
        at = block.end
    assert at == len(body)
    for link in record.links:
        assert (link.start is None) == (link.end is None)
        assert link.rel is Rel.RELATED or link.start is not None
        assert link.start is None or body[link.start : link.end] == link.text


def text_holds(record: Record) -> None:
    """The text is the body, with the standfirst before it and each caption once where they are asked for."""
    body = record.article_body or ""
    assert record.text() == body
    assert record.text(standfirst=True) == "\n\n".join(filter(None, (record.standfirst, body)))
    captions = [image.caption for image in record.images if image.caption] if record.blocks else []
    parts = [body[b.start : b.end] for b in record.blocks]
    told = record.text(captions=True).split("\n\n") if body else []
    assert sorted(told) == sorted(piece for part in (*parts, *captions) for piece in part.split("\n\n"))


def conflicts_are_voices(record: Record) -> None:
    """A conflict has a place for each of its values, no value twice, and each is what some candidate says."""
    for conflict in record.conflicts:
        assert len(conflict.values) == len(conflict.places) > 1
        assert len(set(conflict.values)) == len(conflict.values)
        if conflict.field != "author":
            said = {
                str(c.value) for name in (conflict.field, "date_published", "url") for c in record.why(name)
            }
            assert said.issuperset(conflict.values) or conflict.field == "canonical_url"


def json_keeps(record: Record) -> None:
    """JSON is UTF-8, one line, and gives the same record again."""
    line = record.to_json()
    assert isinstance(json.loads(line.decode("utf-8")), Mapping)
    assert b"\n" not in line
    assert Record.from_json(line) == record


def identity_is_as_documented(record: Record) -> None:
    """The id is the hash that DESIGN and the field's own words say."""
    times = (m.value if m else None for m in (record.date_published, record.date_modified))
    parts = (record.canonical_url or record.url, record.headline, record.article_body, *times)
    whole = b"".join((part or "").encode() + b"\0" for part in parts)
    assert record.id == hashlib.sha256(whole).hexdigest()[:20]
