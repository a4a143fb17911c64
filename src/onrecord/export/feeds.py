"""Records as a feed: Atom (RFC 4287) or RSS 2.0, to follow a search in a feed reader."""

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Iterator
from email.utils import format_datetime
from xml.sax.saxutils import escape, quoteattr

import msgspec

from onrecord.export.dates import date_parts
from onrecord.record import Record
from onrecord.values.moments import value_of


class Feed(msgspec.Struct, frozen=True):
    """What a feed says of itself."""

    title: str
    updated: dt.datetime
    """Aware. When the feed was made."""


_SUMMARY = 500
"""Code points of the text that stand for an article without a standfirst or description."""


def atom(records: Iterable[Record], feed: Feed) -> Iterator[str]:
    """An Atom document, piece by piece: one entry a record, with a summary, not the text."""
    updated = feed.updated.isoformat(timespec="seconds")
    yield '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
    yield f"{_element('title', feed.title)}{_element('id', _address(feed))}"
    yield f"{_element('updated', updated)}<generator>onrecord</generator>\n"
    for record in records:
        yield "<entry>" + "".join(_atom_entry(record, feed)) + "</entry>\n"
    yield "</feed>\n"


def _atom_entry(record: Record, feed: Feed) -> Iterator[str]:
    published = _instant(value_of(record.date_published))
    modified = _instant(value_of(record.date_modified))
    yield _element("id", f"urn:onrecord:{record.id}")
    yield _element("title", record.headline or record.url or record.id)
    # The format wants a time: the page's own, else when the feed was made.
    yield _element("updated", (modified or published or feed.updated).isoformat(timespec="seconds"))
    if published:
        yield _element("published", published.isoformat(timespec="seconds"))
    for author in record.author or ():
        yield f"<author>{_element('name', author.name)}</author>"
    if not record.author:  # an entry needs one
        yield f"<author>{_element('name', (record.publisher and record.publisher.name) or 'unknown')}</author>"
    if url := record.canonical_url or record.url:
        yield f'<link rel="alternate" href={_attribute(url)}/>'
    for keyword in record.keywords:
        yield f"<category term={_attribute(keyword)}/>"
    if summary := _summary(record):
        yield _element("summary", summary)


def rss(records: Iterable[Record], feed: Feed) -> Iterator[str]:
    """An RSS 2.0 document, piece by piece."""
    yield '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>\n'
    yield f"{_element('title', feed.title)}{_element('link', _address(feed))}"
    yield f"{_element('description', feed.title)}{_element('lastBuildDate', format_datetime(feed.updated))}\n"
    for record in records:
        yield "<item>" + "".join(_rss_item(record)) + "</item>\n"
    yield "</channel></rss>\n"


def _rss_item(record: Record) -> Iterator[str]:
    yield f'<guid isPermaLink="false">urn:onrecord:{escape(record.id)}</guid>'
    yield _element("title", record.headline or record.url or record.id)
    if url := record.canonical_url or record.url:
        yield _element("link", url)
    if published := _instant(value_of(record.date_published)):
        yield _element("pubDate", format_datetime(published))
    yield from (_element("dc:creator", author.name) for author in record.author)
    yield from (_element("category", keyword) for keyword in record.keywords)
    if summary := _summary(record):
        yield _element("description", escape(_clean(summary)))  # readers take it for HTML


def _instant(value: str | None) -> dt.datetime | None:
    """An aware datetime, as feeds want one: where the page names no time of day midnight, where no zone UTC."""
    parts = date_parts(value)
    if not parts or value is None:
        return None
    year, month, day = (*parts, 1, 1)[:3]
    try:
        found = (
            dt.datetime.fromisoformat(value) if "T" in value else dt.datetime(year, month, day, tzinfo=dt.UTC)
        )
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)


def _summary(record: Record) -> str | None:
    said = record.standfirst or record.description
    if said or not record.article_body:
        return said
    body = record.article_body
    return body if len(body) <= _SUMMARY else body[:_SUMMARY].rpartition(" ")[0] + " …"


# What XML 1.0 has no way to write.
_IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _clean(text: str) -> str:
    return _IMPOSSIBLE.sub("", text)


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(_clean(text))}</{name}>"


def _attribute(text: str) -> str:
    return quoteattr(_clean(text))


def _address(feed: Feed) -> str:
    """What names the feed, and no feed of another title (RFC 4287, 4.2.6), in any script and to the last sign."""
    return "urn:onrecord:feed:" + hashlib.sha256(_clean(feed.title).encode()).hexdigest()[:20]
