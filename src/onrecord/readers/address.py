"""The page's URL: the date and the section that stand in its path, and when a web archive took its copy."""

import re
from collections.abc import Iterator

from onrecord.evidence import NOWHERE, Evidence, Source
from onrecord.page import Page, words
from onrecord.readers.numerals import has_date
from onrecord.values.addresses import host_of, in_host, is_unspelt, spelt
from onrecord.values.wordlists import listed

_YEAR = r"(?:19[89]|20[0-4])\d"
_MONTHS = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_DATE = re.compile(
    rf"(?<!\d)(?:{_YEAR}"
    r"(?:([/_-])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])|-(?:0[1-9]|1[0-2])/(?:0[1-9]|[12]\d|3[01])(?=/)|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    rf"|([/-]){_MONTHS}\2(?:0?[1-9]|[12]\d|3[01]))(?!\d)"
    rf"|(?<=/)(?:0[1-9]|[12]\d|3[01])-(?:0[1-9]|1[0-2])-{_YEAR}(?![\d]))",
    re.IGNORECASE,
)
"""Also with the month's name, and, where a part of the path begins with it, day first: nobody writes an address so with
the month first."""
_MONTH = re.compile(_MONTHS, re.IGNORECASE)
"""Names a part of a date, no section, where it is all of a part of a path."""
_SECTION = re.compile(r"[^\W\d_]{3,24}(?:-[^\W\d_]{2,24}){0,2}")

# First parts of a path that are no section of a newspaper.
_NO_SECTION = listed(
    "news article articles artikel story stories post posts blog blogs archive archives archiv content index page "
    "pages amp html www web site node detail item items view video videos audio nachrichten noticias actualites "
    "actu actualite notizie nieuws nyheter wiadomosci aktuell aktuelles category categories tag tags author live de "
    "en fr id read show print mobile press magazine media home haber haberi haberler entry bbs board novosti berita habari "
    "urdu hindi bangla tamil arabic farsi amharic"
)


def read(page: Page) -> Iterator[Evidence]:
    """The URL as the caller gave it, and what its path says; the section as the page links it."""
    if page.copy is not None:
        yield Evidence("date_captured", page.copy.taken, Source.URL, NOWHERE)
    if page.url is None:
        return
    yield Evidence("url", page.url, Source.CALLER, NOWHERE)
    for e in said_in(page.copy.of if page.copy else page.url):
        yield _as_linked(page, e) if e.field == "article_section" else e


def _as_linked(page: Page, section: Evidence) -> Evidence:
    """The section as a link on the page spells it, with capitals and accents, or all the words that an address joins."""
    letters = in_host(section.raw.lower()) or section.raw
    for link in page.elements("a"):
        text = link.text
        if len(text) < _LABEL and _may_spell(text, letters) and letters in spelt(text):
            said = words(link).strip(_AROUND)
            return Evidence("article_section", said, Source.URL, page.place(link, said))
    return _as_led_to(page, section)


def _as_led_to(page: Page, section: Evidence) -> Evidence:
    """The section as the first link to it reads, where that is in a script that no address spells."""
    part = section.raw
    ends = f'a[href$="/{part}"],a[href$="/{part}/"]'
    for link in page.tree.select(ends)[:_LED]:
        said = words(link).strip(_AROUND)
        if len(said) < _SECTION_NAME and is_unspelt(said):
            return Evidence("article_section", said, Source.URL, page.place(link, said))
    return section


_LED = 5
_SECTION_NAME = 25
"""Code points of a section's name."""


def _may_spell(text: str, letters: str) -> bool:
    """Whether a link's first letter may be that of ``letters``; it is asked of all links of a page, and costs little."""
    first = _FIRST.search(text)
    return first is not None and (first[0] > "z" or first[0].lower() == letters[0])


_FIRST = re.compile("[A-Za-z0-9\u00aa-\u024f\u1d00-\u24ff\ufb00-\uffff]")
"""Of letters those that an address may have, with accents or without: Latin ones, and signs that stand for such."""
_LABEL = 60
"""Code points of a link that may be a section's name, with the white space around it."""


_AROUND = " ›»«‹<>→|/·•:#!…"
"""What may stand before a link's words, or behind."""


def said_in(url: str) -> Iterator[Evidence]:
    """The date and the section that stand in an address."""
    host = host_of(url)
    path = url.partition(host)[2] if host else url
    path = path.partition("?")[0].partition("#")[0]
    if has_date(path) and (found := _DATE.search(path)):
        yield Evidence("date_published", found[0], Source.URL, NOWHERE)
    parts = [part for part in path.split("/") if part][:-1]
    asked = [part for part in parts if not (part.isdigit() or _MONTH.fullmatch(part))][:_ASKED]
    for part in asked:
        if part.lower() not in _NO_SECTION and _SECTION.fullmatch(part):
            yield Evidence("article_section", part, Source.URL, NOWHERE)
            return


_ASKED = 2
"""Parts of a path, dates aside, of which one may be a section."""
