"""Meta elements by name: Dublin Core, parsely, sailthru and the many others that sites write; link elements too."""

import functools
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from onrecord import limits
from onrecord.evidence import Evidence, Place, Source, Trouble
from onrecord.page import Meta, Page
from onrecord.readers import opengraph

_FIELDS: Mapping[str, tuple[str, Source]] = MappingProxyType(
    {name: (field, source) for source, fields in {
        Source.META: {
            "headline": "title hdl headline article_title page-title cxenseparse:recs:title mediator_title",
            "description": "description summary abstract lp article:description",
            "author": "author authors byl byline article:author_name article.author article-author cxenseparse:author "
                      "citation_author author_name dcsext.author mediator_author creator article_author sitename_author "
                      "content-author articleauthor vr:author shareaholic:article_author_name dable:author author-name bt:author",
            "date_published": "date pubdate publishdate publish-date publish_date published published_date published-date "
                      "publication_date publication-date ptime dcsext.articlefirstpublished article.published "
                      "article_date_original article:post_published cxenseparse:recs:publishtime citation_publication_date "
                      "citation_date rnews:datepublished date.release originalpublicationdate displaydate sitedate "
                      "article-published-date mediator_published_time article:publicationdate bt:pubdate pdate "
                      "datepublished date_published datepublic time_published cxenseparse:publishtime vr:published_time",
            "date_created": "created creation_date date.created datecreated",
            "date_modified": "last-modified lastmod modified revised article.updated utime dcsext.articlelastmodified "
                      "article:post_modified last_modified lastmodified modified_time rnews:datemodified "
                      "article-modified-date date.modified cxenseparse:modtime bt:moddate datemodified updated updated_time "
                      "date_modified",
            "keywords": "keywords news_keywords article:keywords cxenseparse:keywords",
            "article_section": "section articlesection article.section article:section_name cg category article_section "
                      "cxenseparse:section content-section vr:category",
            "in_language": "language content-language lang",
            "publisher": "application-name publisher source cre copyright-holder site_name apple-mobile-web-app-title",
            "genre": "genre article.type tone",
            "is_accessible_for_free": "article:content_tier og:article:content_tier",
        },
        Source.DUBLIN_CORE: {
            "headline": "dc.title", "author": "dc.creator dc.contributor",
            "date_published": "dc.date dc.date.issued dc.issued dc.date.published",
            "date_created": "dc.date.created dc.created", "date_modified": "dc.date.modified dc.modified",
            "description": "dc.description", "keywords": "dc.subject", "in_language": "dc.language",
            "publisher": "dc.publisher",
        },
        Source.PARSELY: {
            "headline": "parsely-title", "author": "parsely-author", "date_published": "parsely-pub-date",
            "article_section": "parsely-section", "keywords": "parsely-tags", "canonical_url": "parsely-link",
            "images": "parsely-image-url",
        },
        Source.SAILTHRU: {
            "headline": "sailthru.title", "author": "sailthru.author", "date_published": "sailthru.date",
            "description": "sailthru.description", "keywords": "sailthru.tags", "images": "sailthru.image.full",
        },
    }.items() for field, names in fields.items() for name in names.split()}
)  # fmt: skip


def read(page: Page) -> Iterator[Evidence | Trouble]:
    """What meta elements, ``<title>``, ``<html lang>`` and ``<link rel=canonical>`` say."""
    others: list[Meta] = []
    for meta in page.metas:
        name = meta.name
        told = _FIELDS.get(name)
        if told is None:
            others.append(meta)
            told = dublin_core(name)
        if told is not None:
            field, source = told
            yield Evidence(field, meta.content, source, page.attribute(meta.element, "content"))
    yield from _own_dates(page, others)
    yield from _title(page)
    yield from _lang(page)
    yield from _links(page)
    yield from _saved_from(page)
    if page.long_meta is not None or len(page.metas) > limits.METAS:
        yield from _left_out(page)


def dublin_core(name: str) -> tuple[str, Source] | None:
    """The field that a name of Dublin Core speaks for, however it is written: ``dc:title``, ``dcterms.title``; None of others."""
    if not name.startswith(("dc.", "dc:", "dcterms")):
        return None
    return _FIELDS.get(name.replace(":", ".").replace("dcterms.", "dc.", 1))


_PUBLISHED = re.compile(r"(?<!last)(?<!re)(?:publish|published|publication|pub)(?:date|time|at|on)$|(?:date|time)(?:published|publish)$")  # fmt: skip
_MODIFIED = re.compile(r"(?:modified|lastupdated|updated|modification)(?:date|time|at|on)$|lastmodified$")
_ENDS = ("date", "time", "at", "on", "publish", "published", "modified")
"""How all ends that one of them finds."""
_DIGIT = re.compile(r"\d\d")
_SIGNS = re.compile(r"[\W\d_]+")


@functools.lru_cache(maxsize=1024)  # pure; a site's names are few
def _date_named(name: str) -> str | None:
    """The date that a name of the site's own making speaks for, by its last words, however they are joined.

    >>> _date_named("acme:first-published-time"), _date_named("x_lastModifiedDate"), _date_named("republish_date")
    ('date_published', 'date_modified', None)
    """
    if name in opengraph.FIELDS:
        return None
    letters = _SIGNS.sub("", name.lower())
    if not letters.endswith(_ENDS):
        return None
    if _PUBLISHED.search(letters):
        return "date_published"
    return "date_modified" if _MODIFIED.search(letters) else None


def _own_dates(page: Page, metas: list[Meta]) -> Iterator[Evidence]:
    """Dates under names of a site's own making, after all others: some say when the site was built."""
    for meta in metas:
        if (field := _date_named(meta.name)) and _DIGIT.search(meta.content):
            yield Evidence(field, meta.content, Source.META, page.attribute(meta.element, "content"))


def _title(page: Page) -> Iterator[Evidence]:
    if page.title and page.title_element is not None:
        place = page.place(page.title_element, page.title_element.text.strip())
        yield Evidence("headline", page.title, Source.TITLE, place)


def _left_out(page: Page) -> Iterator[Trouble]:
    """Meta elements that were not read: too many, or too long."""
    if len(page.metas) > limits.METAS:
        yield Trouble("too-many-metas", f"read the first {limits.METAS:,} meta elements")
    if (element := page.long_meta) is not None:
        size = len(element.attr("content") or "")
        name = (element.attr("property") or element.attr("name") or "")[:60]
        detail = f"{size:,} characters of meta {name!r} were not read"
        yield Trouble("value-too-long", detail, page.attribute(element, "content"))


def _lang(page: Page) -> Iterator[Evidence]:
    for element in (*page.elements("html"), *page.elements("body")):
        for name in ("lang", "xml:lang"):
            value = element.attr(name)
            if value and value.strip():
                yield Evidence("in_language", value, Source.LANG, page.attribute(element, name))
                return


def _links(page: Page) -> Iterator[Evidence]:
    for element in page.canonicals:
        href = element.attr("href") or ""
        yield Evidence("canonical_url", href, Source.LINK, page.attribute(element, "href"))


_SAVED = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s>]+)"
)


def _saved_from(page: Page) -> Iterator[Evidence]:
    """The address that a browser or SingleFile wrote into a comment when it saved the page."""
    comment = page.text.find("<!--", 0, _HEAD)
    if comment >= 0 and (found := _SAVED.search(page.text, comment, _HEAD)):
        yield Evidence("url", found[1], Source.COMMENT, Place(found.start(1), found.end(1)))


_HEAD = 4_000
"""Code points at the start of the page in which such a comment stands."""
