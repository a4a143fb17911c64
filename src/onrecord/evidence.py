"""What a reader saw: the raw words, the field they speak for, and where they stand on the page."""

import enum

import msgspec


class Source(enum.StrEnum):
    """The kinds of place a page speaks from. `judge.TRUST` says how far each is believed, field by field."""

    CALLER = "caller"
    """Given with the page: the URL it was fetched from, when it was captured."""
    JSON_LD = "json-ld"
    """The page's own article in a JSON-LD script."""
    JSON_LD_PAGE = "json-ld-page"
    """A WebPage, video or other thing about the page in a JSON-LD script."""
    JSON_LD_SITE = "json-ld-site"
    """A WebSite or Organization that stands by itself in a JSON-LD script."""
    MICRODATA = "microdata"
    RDFA = "rdfa"
    OPEN_GRAPH = "opengraph"
    """``og:`` and ``article:`` properties."""
    TWITTER = "twitter"
    DUBLIN_CORE = "dublin-core"
    PARSELY = "parsely"
    SAILTHRU = "sailthru"
    META = "meta"
    """Other meta names: ``author``, ``description``, ``date``, ``news_keywords`` and the like."""
    LINK = "link"
    """A ``<link>`` element: canonical, amphtml, shortlink."""
    TITLE = "title"
    """The ``<title>`` element."""
    LANG = "lang"
    """The ``lang`` of the ``html`` or ``body`` element."""
    HEADING = "heading"
    """A visible heading."""
    BYLINE = "byline"
    """A visible byline, or what stands where a byline stands."""
    TIME = "time"
    """A ``<time>`` element."""
    VISIBLE = "visible"
    """Other words a reader of the page sees."""
    STATE = "state"
    """Data in a script that an application draws the page from."""
    BODY = "body"
    """The blocks of the article's text."""
    TEXT = "text"
    """Told from the words of the article themselves, such as their language."""
    FLATTENED = "flattened"
    """A line, or a piece of one, of a text whose mark-up is gone."""
    URL = "url"
    HTTP = "http"
    """An HTTP header."""
    COMMENT = "comment"
    """A comment that a browser or an archiving tool left: ``saved from url``."""


class Place(msgspec.Struct, frozen=True, gc=False):
    """Where something stands. Parts that do not apply are None.

    ``start`` and ``end`` are code points of the decoded page, end exclusive: the page after decoding, without
    BOM, with CRLF and CR made LF. What stands there is the raw form: entities unread, tags still in it.
    """

    start: int | None = None
    end: int | None = None
    css: str | None = None
    """A CSS selector of the element."""
    json: str | None = None
    """For JSON-LD: the JSONPath (RFC 9535) of the value inside the script that ``start`` and ``end`` span."""


NOWHERE = Place()
"""The place of what is not on the page, such as a URL the caller gave."""


class Trouble(msgspec.Struct, frozen=True, gc=False):
    """Something odd about the page. ``code`` is for programs, ``detail`` for people."""

    code: str
    detail: str
    place: Place = NOWHERE


class Evidence(msgspec.Struct, frozen=True, gc=False):
    """What one reader saw. A reader reports; it does not choose."""

    field: str
    """The record's field this speaks for, such as ``headline``; parts of one are dotted: ``publisher.logo``."""
    raw: str
    """The page's own words, before any parsing or cleaning, entities read."""
    source: Source
    place: Place
    said: tuple[tuple[str, str], ...] = ()
    """What the source says beside it: an author's ``type`` and ``url``, an image's ``width`` and ``caption``."""

    def beside(self, name: str) -> str | None:
        """What the source says under ``name`` beside the value; None where it does not."""
        for key, value in self.said:
            if key == name:
                return value
        return None
