"""A record as schema.org JSON-LD: the record's own names, snake_case made camelCase.

What the page does not say is left out, never written as null. Six fields have no word of their own in schema.org
and go where it keeps such things: ``id`` → ``identifier``, ``canonical_url`` → ``mainEntityOfPage``, ``standfirst`` →
``abstract``, ``credited_agency`` → ``creditText``, ``images`` → ``image``, ``corrections`` → ``correction``. How it was
read (capture, evidence, conflicts, troubles) is the record's alone.
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from onrecord.record import Author, BlockKind, Image, Logo, PageType, Publisher, Record, Rel, Size
from onrecord.values.moments import value_of

_Node = dict[str, object]

# A page that is no article must not be called one.
_TYPES: Mapping[PageType, str] = MappingProxyType(
    {
        PageType.ARTICLE: "NewsArticle",
        PageType.PAYWALL: "NewsArticle",
        PageType.LIVEBLOG: "LiveBlogPosting",
        PageType.LISTING: "CollectionPage",
        PageType.CONSENT: "WebPage",
        PageType.ERROR: "WebPage",
        PageType.BOT_CHECK: "WebPage",
        PageType.OTHER: "WebPage",
    }
)

# Properties that schema.org gives to articles, and to news articles, alone.
_OF_ARTICLES = frozenset(("articleBody", "articleSection", "wordCount"))
_OF_NEWS = frozenset(("dateline",))


def to_jsonld(record: Record) -> dict[str, object]:
    """``record`` as a schema.org node that stands by itself, ready for ``json.dumps``.

    Dates are as precise as the page made them: a page that names a day gives a day.
    """
    kind = _TYPES[record.page_type]
    node = {"@context": "https://schema.org", "@type": kind, **_plain(record), **_nested(record)}
    foreign = _foreign(kind)
    return {name: value for name, value in node.items() if _said(value) and name not in foreign}


def _said(value: object) -> bool:
    return value is not None and value not in ([], {})


def _foreign(kind: str) -> frozenset[str]:
    if kind == "NewsArticle":
        return frozenset()
    return _OF_NEWS if kind == "LiveBlogPosting" else _OF_NEWS | _OF_ARTICLES


_PLAIN = (
    "url", "headline", "alternative_headline", "description", "genre", "dateline", "in_language",
    "is_accessible_for_free", "copyright_year", "word_count", "article_body",
)  # fmt: skip


def _plain(record: Record) -> _Node:
    return {
        "identifier": record.id,
        **{_camel(name): getattr(record, name) for name in _PLAIN},
        "abstract": record.standfirst,
        "creditText": record.credited_agency,
        "articleSection": list(record.article_section),
        "keywords": list(record.keywords),
        "datePublished": value_of(record.date_published),
        "dateCreated": value_of(record.date_created),
        "dateModified": value_of(record.date_modified),
    }


def _nested(record: Record) -> _Node:
    return {
        "author": [_author(author) for author in record.author],
        "publisher": _publisher(record.publisher),
        "mainEntityOfPage": _page(record),
        "image": [node for image in record.images for node in _image(image)],
        "speakable": _speakable(record.speakable),
        "correction": [_node("CorrectionComment", text=correction.text) for correction in record.corrections],
        "liveBlogUpdate": list(_updates(record)) if record.page_type is PageType.LIVEBLOG else None,
    }


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(map(str.capitalize, others))


def _node(kind: str, **properties: object) -> _Node:
    said = {_camel(name): value for name, value in properties.items() if _said(value)}
    return {"@type": kind, **said}


def _author(author: Author) -> _Node:
    return _node(author.type.value.capitalize(), name=author.name, url=author.url)


def _publisher(publisher: Publisher | None) -> _Node | None:
    if publisher is None:
        return None
    return _node(
        "Organization",
        name=publisher.name,
        legal_name=publisher.legal_name,
        url=publisher.url,
        email=publisher.email,
        telephone=publisher.telephone,
        logo=_logo(publisher.logo),
    )


def _logo(logo: Logo | None) -> _Node | None:
    return _node("ImageObject", url=logo.url, width=logo.width, height=logo.height) if logo else None


def _page(record: Record) -> _Node | None:
    """The page the article stands on, which is what schema.org lets have related links."""
    related = [link.url for link in record.links if link.rel is Rel.RELATED]
    if record.canonical_url is None and not related:
        return None
    address = {"@id": record.canonical_url} if record.canonical_url else {}
    return {**_node("WebPage", related_link=related), **address}


def _image(image: Image) -> Iterator[_Node]:
    """One node for each size of the picture, as pages write it."""
    for size in image.sizes or (Size(image.width, image.height),):
        yield _node(
            "ImageObject",
            url=image.url,
            width=size.width,
            height=size.height,
            caption=image.caption,
            credit_text=image.credit,
        )


def _speakable(paths: Iterable[str]) -> _Node | None:
    css: list[str] = []
    xpath: list[str] = []
    for path in paths:
        (xpath if path.startswith(("/", "(")) else css).append(path)
    return _node("SpeakableSpecification", xpath=xpath, css_selector=css) if css or xpath else None


def _updates(record: Record) -> Iterator[_Node]:
    """The entries of a live blog: blocks that follow one another and were posted at one time."""
    body = record.article_body or ""
    entries = (block for block in record.blocks if block.kind is BlockKind.LIVE_ENTRY)
    for time, blocks in itertools.groupby(entries, key=lambda block: block.time):
        text = "\n\n".join(body[block.start : block.end] for block in blocks)
        yield _node("BlogPosting", date_published=time, article_body=text)
