"""A schema.org block as crawlers flatten it: the values alone, one a line, without the names of their properties.

Which line is what is told from its shape and from the order in which schema.org's properties are usually written:
address, headline, description, times, keywords, speakable parts, image, text, related links, holder and year of the
copyright, genre, language, and what belongs to the image and the publisher. Lines may be missing or in another order.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.evidence import Evidence
from onrecord.readers import address
from onrecord.readers.flattened import naming, owners, timing
from onrecord.readers.flattened.block import Block, block_of
from onrecord.readers.flattened.lines import Line, evidence
from onrecord.readers.flattened.shapes import SIZE, URL, Shape
from onrecord.values.addresses import same_page


def read(lines: Sequence[Line]) -> Iterator[Evidence]:
    """All that a flattened block says."""
    block = block_of(lines)
    page = next((line for _, line in _pages(block)), None)
    if page:
        yield evidence("url", page, "the first address")
    named = naming.of(block, page.text if page else None)
    yield from named.evidence
    yield from timing.read(block)
    taken = {i for i in (named.headline, named.description, block.body) if i >= 0}
    yield from _keywords(block, taken)
    said = [*address.said_in(page.text)] if page else []
    yield from (e for e in said if e.field != "date_published")
    for _, line in block.of(Shape.PATHS):
        yield from (evidence("speakable", part, "the shape of a path") for part in _paths(line))
    yield from _images(block)
    if block.body >= 0:
        yield evidence("article_body", block.lines[block.body], "the longest line")
    yield from _related(block, page)
    yield from owners.read(block, taken)
    for _, line in block.of(Shape.YEAR):
        yield evidence("copyright_year", line, "the shape of a year")
    yield from _language(block)
    yield from _genre(block, taken)
    for _, line in block.of(Shape.BOOLEAN):
        yield evidence("is_accessible_for_free", line, "true or false")
    yield from (e for e in said if e.field == "date_published")


def _pages(block: Block) -> Iterator[tuple[int, Line]]:
    """Lines that are an address of a page; that of a site's front comes last."""
    found = list(block.of(Shape.ADDRESS))
    return iter(sorted(found, key=lambda row: row[1].text.rstrip("/").count("/") < 3))


def _keywords(block: Block, taken: set[int]) -> Iterator[Evidence]:
    """Short words behind the times and before the image, the speakable parts or the text: section, then keywords."""
    times = [i for i, _ in timing.times_of(block)]
    if not times:
        return
    said = {block.lines[i].text for i in taken}
    stops = [i for i, _ in block.of(Shape.PICTURE, Shape.PATHS) if i > times[0]]
    end = min([*stops, block.body if block.body > times[0] else len(block.lines)])
    people, publisher = owners.named(block)
    said |= {block.lines[i].text for i in (*people, *([publisher] if publisher >= 0 else ()))}
    rows = [
        block.lines[i]
        for i in range(times[0], end)
        if block.lines[i].text not in said
        and not owners.is_type(block.lines[i].text)
        and block.shapes[i] in {Shape.WORDS, Shape.LANGUAGE}
        and len(block.lines[i].text) <= _LIST
    ]
    rows = [row for row in rows if row.text.count(". ") == 0]
    if len(rows) > 1 and "," not in rows[0].text:
        yield evidence("article_section", rows.pop(0), "the first short line behind the times")
    for row in rows:
        yield evidence("keywords", row, "a short line behind the times")


_LIST = 600
"""Code points of the longest list of keywords."""


def _paths(line: Line) -> Iterator[Line]:
    """The paths in a line: each begins with a slash, a dot or a hash behind white space outside brackets."""
    depth = start = 0
    for at, char in enumerate(line.text):
        depth += (char == "[") - (char == "]")
        if char.isspace() and depth <= 0:
            if at > start:
                yield line.part(start, at)
            start = at + 1
    if start < len(line.text):
        yield line.part(start, len(line.text))


def _images(block: Block) -> Iterator[Evidence]:
    """Each image; the sizes that stand in lines of their own are the first one's."""
    sizes = [size for _, line in block.of(Shape.SIZE) if (size := _size(line.text))]
    seen: Counter[str] = Counter()
    for _, line in block.of(Shape.PICTURE):
        url = URL.search(line.text)
        if url is None or owners.is_logo(url[0]):
            continue
        part = line.part(*url.span())
        seen[part.text] += 1
        own = [size] if (size := _size(line.text[url.end() :])) else []
        first = len(seen) == 1 and seen[part.text] == 1
        for size in [*own, *(sizes if first else ())] or [()]:
            yield evidence("images", part, "the shape of an image's address", *size)


def _size(text: str) -> tuple[tuple[str, str], ...] | None:
    found = SIZE.search(text)
    return (("width", found[1]), ("height", found[2])) if found else None


def _related(block: Block, page: Line | None) -> Iterator[Evidence]:
    """Addresses of pages behind the text, other than this page's own."""
    for i, line in block.of(Shape.ADDRESS):
        deep = line.text.rstrip("/").count("/") > 3 or len(line.text) > _DEEP
        if i > block.body >= 0 and deep and not (page and same_page(line.text, page.text)):
            yield evidence("links", line, "an address behind the text")


_DEEP = 60
"""Length from which an address is no front page's and no profile's."""


def _language(block: Block) -> Iterator[Evidence]:
    """Tags with a region, then two letters that stand behind the text: before it they are a keyword's as well."""
    rows = list(block.of(Shape.LANGUAGE))
    full = [line for _, line in rows if len(line.text) > 3]
    before = {line.text for i, line in rows if i < block.body}
    bare = [line for i, line in rows if i > block.body and line.text not in before]
    for line in full or bare:
        yield evidence("in_language", line, "the shape of a language tag")


def _genre(block: Block, taken: set[int]) -> Iterator[Evidence]:
    """A word or two behind the year of the copyright and right before the language."""
    years = [i for i, _ in block.of(Shape.YEAR) if i > block.body]
    tags = {i for i, _ in block.of(Shape.LANGUAGE) if years and i > years[0]}
    for i, line in block.of(Shape.WORDS):
        short = len(line.text) <= 30 and len(line.text.split()) <= 2
        if i + 1 in tags and i > years[0] and i not in taken and short:
            yield evidence("genre", line, "a word before the language")
