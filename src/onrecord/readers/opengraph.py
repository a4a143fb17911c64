"""OpenGraph: ``og:`` and ``article:`` properties of meta elements (ogp.me), and Twitter's cards."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from onrecord import limits
from onrecord.evidence import Evidence, Source
from onrecord.page import Page

FIELDS: Mapping[str, tuple[str, Source]] = MappingProxyType(
    {name: (field, source) for source, fields in {
        Source.OPEN_GRAPH: {
            "headline": "og:title",
            "description": "og:description",
            "canonical_url": "og:url",
            "in_language": "og:locale",
            "page_type": "og:type",
            "publisher": "og:site_name",
            "date_published": "og:published_time og:article:published_time og:pubdate og:publish_date og:release_date "
                "article:published_time article:published article:published:time",
            "date_modified": "og:updated_time og:modified_time og:article:modified_time article:modified_time "
                "article:modified article:modified:time",
            "author": "og:author og:article:author article:author article:author:name",
            "article_section": "article:section og:article:section",
            "keywords": "article:tag og:article:tag",
            "publisher.url": "article:publisher",
        },
        Source.TWITTER: {
            "headline": "twitter:title",
            "description": "twitter:description",
        },
    }.items() for field, names in fields.items() for name in names.split()}
)  # fmt: skip

_IMAGES = frozenset(("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src"))
_BESIDE = MappingProxyType({"og:image:width": "width", "og:image:height": "height", "og:image:alt": "alt"})


def read(page: Page) -> Iterator[Evidence]:
    """What the meta elements of OpenGraph and Twitter say."""
    for i, meta in enumerate(page.metas):
        name = meta.name
        if told := FIELDS.get(name):
            field, source = told
            yield Evidence(field, meta.content, source, page.attribute(meta.element, "content"))
        elif name in _IMAGES:
            source = Source.TWITTER if name.startswith("twitter") else Source.OPEN_GRAPH
            yield Evidence(
                "images", meta.content, source, page.attribute(meta.element, "content"), _beside(page, i)
            )
        elif name == "twitter:label1" and i + 1 < len(page.metas):
            yield from _written_by(page, i)


def _beside(page: Page, image: int) -> tuple[tuple[str, str], ...]:
    """Width, height and words of an image: the structured properties that follow it, up to the next image."""
    said = []
    for meta in page.metas[image + 1 : image + 8]:
        if meta.name == "og:image":
            break
        if key := _BESIDE.get(meta.name):
            said.append((key, meta.content[: limits.RAW_CHARACTERS]))
    return tuple(said)


_WRITTEN_BY = frozenset(("written by", "verfasst von", "écrit par", "escrito por", "scritto da", "geschreven door", "skrevet av", "skriven av", "napisane przez", "geschrieben von", "автор", "posted by", "by", "yazan", "napsal(a)", "author"))  # fmt: skip


def _written_by(page: Page, label: int) -> Iterator[Evidence]:
    """The pair ``twitter:label1``, ``twitter:data1`` that WordPress writes for the author."""
    if page.metas[label].content.strip().casefold() not in _WRITTEN_BY:
        return
    for meta in page.metas[label + 1 : label + 3]:
        if meta.name == "twitter:data1":
            yield Evidence("author", meta.content, Source.TWITTER, page.attribute(meta.element, "content"))
