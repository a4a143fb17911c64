"""The record: what a page says was published, by whom and when, with the evidence for every field.

Names are schema.org's in snake_case, the same in Python and in JSON. None (null) means that the page does not
say. Offsets are code points, end exclusive; those of blocks, links and statements count in ``article_body``,
those of a `Place` in the decoded page.
"""

import enum
from collections.abc import Iterator
from typing import Any

import msgspec

from onrecord.evidence import Place, Source, Trouble
from onrecord.values.moments import Moment
from onrecord.values.names import Kind

SCHEMA_VERSION = "1.0"
"""Of the record's names and shapes: the second number grows when a field is added, the first when one changes."""


class PageType(enum.StrEnum):
    """What kind of page this is; in doubt an article."""

    ARTICLE = "article"
    LIVEBLOG = "liveblog"
    LISTING = "listing"
    CONSENT = "consent"
    PAYWALL = "paywall"
    ERROR = "error"
    BOT_CHECK = "bot-check"
    OTHER = "other"


READABLE = frozenset((PageType.ARTICLE, PageType.LIVEBLOG))
"""Pages that hold an article: the others are kept and labelled, and are no versions of it."""


class BlockKind(enum.StrEnum):
    """What a block of the article's text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    QUOTATION = "quotation"
    PREFORMATTED = "preformatted"
    TABLE_ROW = "table-row"
    LIVE_ENTRY = "live-entry"


class Rel(enum.StrEnum):
    """How a link relates to the article: in its text, or beside it."""

    INLINE = "inline"
    RELATED = "related"


class StatementKind(enum.StrEnum):
    """How words are attributed: as spoken, as reported, or reported with quoted pieces."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Extractor(msgspec.Struct, frozen=True):
    """What made the record."""

    version: str
    models: dict[str, str]
    """Name of each model asked, whether it found anything or not → its version. Rules count as a model."""


class Author(msgspec.Struct, frozen=True, gc=False):
    """A person or organisation that wrote the article."""

    name: str
    """Without job title, place, ``By`` or the site's name."""
    type: Kind
    url: str | None
    raw: str
    """The page's own words the name was read from."""


class Logo(msgspec.Struct, frozen=True, gc=False):
    """A publisher's logo; ``width`` and ``height`` in pixels, as the page states them."""

    url: str | None = None
    width: int | None = None
    height: int | None = None


class Publisher(msgspec.Struct, frozen=True, gc=False):
    """Who published the page."""

    name: str | None = None
    legal_name: str | None = None
    url: str | None = None
    email: str | None = None
    telephone: str | None = None
    logo: Logo | None = None


class Size(msgspec.Struct, frozen=True, gc=False):
    """Width and height of one rendition of an image, in pixels."""

    width: int | None
    height: int | None


class Image(msgspec.Struct, frozen=True, gc=False):
    """An image of the article."""

    url: str
    width: int | None = None
    height: int | None = None
    sizes: tuple[Size, ...] = ()
    """Every size the page states for it, in the order of the page; ``width`` and ``height`` are the largest's."""
    caption: str | None = None
    credit: str | None = None


class Block(msgspec.Struct, frozen=True, gc=False):
    """A stretch of ``article_body`` of one kind; blocks are parted by one blank line."""

    kind: BlockKind
    level: int | None
    """Of a heading 1 to 6, of a list item its depth from 1; else None."""
    time: str | None
    """Of a live-blog entry: when it was posted, ISO 8601; else None."""
    start: int
    end: int
    place: Place


class Link(msgspec.Struct, frozen=True, gc=False):
    """A link of the article; ``start`` and ``end`` are None where it has no place in ``article_body``."""

    url: str
    text: str
    start: int | None
    end: int | None
    rel: Rel


class Correction(msgspec.Struct, frozen=True):
    """A correction or an editor's note."""

    text: str
    place: Place


class Capture(msgspec.Struct, frozen=True):
    """Where the bytes came from and how they were read."""

    file: str | None = None
    record_id: str | None = None
    """Of the WARC record."""
    offset: int | None = None
    """Bytes from the start of the WARC file."""
    digest: str | None = None
    """``sha256:`` and the hex digest of the bytes as given; None where text was given, not bytes."""
    status: int | None = None
    """The HTTP status."""
    encoding: str | None = None
    """The name by which Python decodes it. None where text was given."""
    encoding_source: str | None = None
    """What told the encoding: ``bom``, ``bytes`` (valid UTF-8), ``http``, ``meta``, ``xml``, ``guess``, ``caller``."""


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """What one place on the page says of a field, and what became of it."""

    value: str | int | bool | None
    """What was read from ``raw``; None where it could not be read. A date is ISO 8601, an author the name."""
    raw: str
    source: Source
    place: Place
    chosen: bool
    rule: str
    """Why it was chosen or left, for a person to read."""


class Conflict(msgspec.Struct, frozen=True, gc=False):
    """Sources that cannot all be right. ``values`` and ``places`` go together, one for each voice."""

    field: str
    what: str
    values: tuple[str, ...]
    places: tuple[Place, ...]


class Speaker(msgspec.Struct, frozen=True):
    """Who made a statement: the fullest name and role the article gives, and the words used here."""

    name: str | None
    role: str | None
    mention: str | None


class Statement(msgspec.Struct, frozen=True):
    """Who said what. Spans are (start, end) in ``article_body``."""

    content: tuple[tuple[int, int], ...]
    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    kind: StatementKind
    speaker: Speaker
    method: str
    confidence: float


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One page as a record that can be cited."""

    id: str
    """The first 20 hex digits of SHA-256 over canonical URL (else URL), headline, article_body, published and
    modified time, each ended by NUL: the same words at the same address have the same id, however captured. Of a page with neither
    address, headline nor text it is made of ``capture.digest``."""
    schema_version: str = SCHEMA_VERSION
    extractor: Extractor
    url: str | None = None
    canonical_url: str | None = None

    headline: str | None = None
    alternative_headline: str | None = None
    description: str | None = None
    standfirst: str | None = None
    genre: str | None = None
    article_section: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    dateline: str | None = None
    in_language: str | None = None
    """BCP 47."""
    is_accessible_for_free: bool | None = None
    copyright_year: int | None = None
    speakable: tuple[str, ...] = ()
    """XPaths or CSS selectors of the parts fit to be read aloud."""
    page_type: PageType = PageType.ARTICLE

    author: tuple[Author, ...] = ()
    publisher: Publisher | None = None
    credited_agency: str | None = None

    date_published: Moment | None = None
    date_created: Moment | None = None
    date_modified: Moment | None = None
    date_captured: str | None = None
    """ISO 8601."""

    article_body: str | None = None
    """The article's own words: no headline, standfirst, byline, captions or teasers."""
    blocks: tuple[Block, ...] = ()
    images: tuple[Image, ...] = ()
    links: tuple[Link, ...] = ()
    corrections: tuple[Correction, ...] = ()
    word_count: int | None = None
    """Words of ``article_body``, as white space parts them; in Chinese, Japanese and Thai, which do not, characters."""

    capture: Capture = Capture()
    evidence: dict[str, tuple[Candidate, ...]] = {}
    """Field → every candidate, the chosen first, then from the most trusted down."""
    conflicts: tuple[Conflict, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    statements: tuple[Statement, ...] | None = None
    """None unless asked for."""

    def __hash__(self) -> int:
        """Equal records have the same id."""
        return hash(self.id)

    def __repr__(self) -> str:
        """What tells it from others: the whole, with its evidence, would fill many screens."""
        return f"<Record {self.id} {self.headline!r} {self.canonical_url or self.url or ''}".rstrip() + ">"

    def why(self, field: str) -> tuple[Candidate, ...]:
        """Every candidate for ``field``, winner first; empty where no place on the page speaks of it.

        `ValueError` where a record has no such field. A part of the publisher is dotted: ``publisher.logo``.
        """
        if field not in self.evidence and field.partition(".")[0] not in self.__struct_fields__:
            raise ValueError(f"a record has no field {field!r}")
        return self.evidence.get(field, ())

    def text(self, standfirst: bool = False, captions: bool = False) -> str:  # noqa: FBT001, FBT002  # DESIGN's
        """The article's text, paragraphs parted by a blank line; empty where it has none.

        ``standfirst`` puts the standfirst before it. ``captions`` puts each caption before the first block that
        stands after its image on the page; a caption without a place comes last.
        """
        body = self.article_body or ""
        parts = [body[b.start : b.end] for b in self.blocks] if self.blocks else [body]
        if captions and self.blocks:
            parts = list(self._with_captions(parts))
        if standfirst and self.standfirst:
            parts.insert(0, self.standfirst)
        return "\n\n".join(p for p in parts if p)

    def _with_captions(self, parts: list[str]) -> Iterator[str]:
        named = self.why("images")
        starts = {c.value: c.place.start for c in named if c.chosen}
        # Data may name an image from the page's head: where it is seen is where it stands.
        starts |= {c.value: c.place.start for c in reversed(named) if c.source is Source.VISIBLE}
        waiting = [(starts.get(i.url), i.caption) for i in self.images if i.caption]
        for block, part in zip(self.blocks, parts, strict=True):
            here = block.place.start
            for at, caption in tuple(waiting):
                if at is not None and here is not None and at < here:
                    waiting.remove((at, caption))
                    yield caption
            yield part
        yield from (caption for _, caption in waiting)

    def to_json(self) -> bytes:
        """The record as one line of JSON, UTF-8."""
        return _ENCODER.encode(self)

    @classmethod
    def from_json(cls, line: bytes | str) -> "Record":
        """A record from its JSON; `msgspec.ValidationError` names the path of what does not fit, and is a `msgspec.DecodeError`.

        What is no JSON is a `msgspec.DecodeError` alone.
        """
        return _DECODER.decode(line)


_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Record)


def json_schema() -> dict[str, Any]:
    """The record's JSON Schema (2020-12)."""
    from inspect import cleandoc  # much to load, for this alone

    schema = msgspec.json.schema(Record)
    for part in schema["$defs"].values():
        if "description" in part:  # before msgspec 0.23 as it stands in the source, indented
            part["description"] = cleandoc(part["description"])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "onrecord record", **schema}
