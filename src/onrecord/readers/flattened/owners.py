"""Publisher and author of a flattened block: a name, and behind it e-mail, telephone, legal name, addresses, a logo."""

import re
from collections.abc import Iterator

from onrecord.evidence import Evidence
from onrecord.readers.flattened.block import Block
from onrecord.readers.flattened.lines import Line, evidence
from onrecord.readers.flattened.shapes import EMAIL, SIZE, TELEPHONE, URL, Shape, is_picture
from onrecord.readers.names import is_name

_TYPE = re.compile(r"^(?:Person|(?:NewsMedia)?Organization|ImageObject|Corporation|WebPage|Brand)\s+(?=\S)")
"""A type that was flattened with the values."""
_OWN_LINE = re.compile(r"(?:https?://schema\.org/)?(?:(Person)|(?:NewsMedia)?Organization|Corporation)")
"""The same in a line of its own, above the name."""
_LOGO = re.compile(r"(?<![^\W\d_])logos?(?![^\W\d_])", re.IGNORECASE)


def read(block: Block, taken: set[int]) -> Iterator[Evidence]:
    """The publisher's parts from each line that has any, then authors where a line is sure to name one."""
    seen = {block.lines[i].text for i in taken}
    people: list[Line] = []
    for _, line in block.of(Shape.ORGANIZATION, Shape.NAMED):
        if line.text in seen:
            continue
        seen.add(line.text)
        if _is_person(line.text):
            people.append(line)
        else:
            yield from _organization(line)
    persons, publisher = named(block)
    people += [block.lines[i] for i in persons if block.lines[i].text not in seen]
    seen |= {line.text for line in people}
    if publisher >= 0 and publisher not in taken:
        yield evidence(
            "publisher", block.lines[publisher], "below the type of an organisation, or above a logo"
        )
    for _, line in block.of(Shape.PICTURE):
        if is_logo(line.text):
            yield evidence("publisher.logo", line, "the address of a logo")
    yield from _press(block)
    if block.body >= 0 and (people or any(s in _OWNERS for s in block.shapes)):
        seen |= {line.text for line in block.lines[: block.body]}
        behind = [line for i, line in block.of(Shape.WORDS) if i > block.body]
        people += [line for line in behind[:_ROWS] if line.text not in seen and is_name(line.text)]
    for line in people:
        yield from _author(line)


def _press(block: Block) -> Iterator[Evidence]:
    for i, line in block.of(Shape.WORDS):
        if i > block.body >= 0 and len(line.text) <= _NAME and _PRESS.search(line.text):
            yield evidence("publisher", line, "a word for a newspaper ends it")


def named(block: Block) -> tuple[list[int], int]:
    """Lines that names stand in by themselves, of persons and of the publisher (-1: none), and no other lines say so.

    They stand below their type, or the publisher's right above a logo and the persons' above that.
    """
    people, publisher = [], -1
    for i, line in block.of(Shape.WORDS):
        found = _OWN_LINE.fullmatch(line.text) if len(line.text) <= _TYPED else None
        if found is None or i + 1 == len(block.lines) or block.shapes[i + 1] is not Shape.WORDS:
            continue
        if found[1]:
            people.append(i + 1)
        elif publisher < 0:
            publisher = i + 1
    logo = next((i for i, line in block.of(Shape.PICTURE) if i and is_logo(line.text)), 0)
    if (
        publisher < 0
        and logo
        and block.shapes[logo - 1] is Shape.WORDS
        and len(block.lines[logo - 1].text) <= _NAME
    ):
        publisher = at = logo - 1
        while (
            at
            and not people[5:]
            and block.shapes[at - 1] is Shape.WORDS
            and is_name(block.lines[at - 1].text)
        ):
            at -= 1
            people.append(at)
    return sorted(people), publisher


def is_type(text: str) -> bool:
    """Whether a line is the name of a type of schema.org."""
    return len(text) <= _TYPED and (
        _OWN_LINE.fullmatch(text) is not None or _OTHER_TYPE.fullmatch(text) is not None
    )


_OTHER_TYPE = re.compile(r"(?:[A-Z][a-z]+){0,3}(?:Article|Posting|Object|Page|Work)|Product|Thing|ListItem")
_TYPED = 45
"""Code points of the longest type."""


_PRESS = re.compile(
    r"(?:[日晚早新][报報]|新聞社?|新闻网?|通信社|通讯社|通訊社|テレビ|放送|电视台|電視台|일보|신문|방송)$"
)
_NAME = 60
"""Code points of the longest name of a publisher in a line of its own."""


def is_logo(url: str) -> bool:
    """Whether an image's address says that it is a logo."""
    return _LOGO.search(url) is not None


_ROWS = 200
"""Lines behind the text in which authors are looked for."""
_OWNERS = frozenset((Shape.ORGANIZATION, Shape.NAMED))


def _marks(line: Line) -> list[tuple[str, int, int]]:
    """What in a line is no name: (kind, start, end), in order."""
    text = line.text
    marks = [("url", m.start(), m.end()) for m in URL.finditer(text)]
    covered = [(s, e) for _, s, e in marks]
    if size := SIZE.search(text):
        covered.append(size.span())
        marks.append(("size", *size.span()))
    for kind, pattern in (("email", EMAIL), ("telephone", TELEPHONE)):
        for found in pattern.finditer(text):
            if not any(s < found.end() and found.start() < e for s, e in covered):
                marks.append((kind, *found.span()))
                covered.append(found.span())
    return sorted(marks, key=lambda mark: mark[1])


def _organization(line: Line) -> Iterator[Evidence]:
    marks = _marks(line)
    bare = line.text
    start = found.end() if (found := _TYPE.match(bare)) else 0
    names = []
    for _, at, end in [*marks, ("end", len(bare), len(bare))]:
        part = line.part(start, at)
        if part.text.strip(" ,;|"):
            names.append(part)
        start = end
    for field, name in zip(("publisher", "publisher.legal_name"), names, strict=False):
        yield evidence(field, name, "a name with what belongs to an organisation")
    for kind in ("email", "telephone"):
        span = next((m[1:] for m in marks if m[0] == kind), None)
        if span:
            yield evidence(f"publisher.{kind}", line.part(*span), f"the shape of a {kind}")
    yield from _addresses(line, marks)


def _addresses(line: Line, marks: list[tuple[str, int, int]]) -> Iterator[Evidence]:
    size = next((SIZE.search(line.text[s:e]) for kind, s, e in marks if kind == "size"), None)
    said = (("width", size[1]), ("height", size[2])) if size else ()
    urls = [line.part(s, e) for kind, s, e in marks if kind == "url"]
    logo = next((part for part in urls if is_picture(part.text)), None)
    own = next((part for part in urls if part is not logo and part.text.rstrip("/").count("/") <= 3), None)
    if logo:
        yield evidence("publisher.logo", logo, "an image's address behind a name", *said)
    elif size:
        found = next(line.part(s, e) for kind, s, e in marks if kind == "size")
        yield evidence("publisher.logo", found, "a width and a height behind a name", *said)
    if own:
        yield evidence("publisher.url", own, "the address of a site behind a name")


_AUTHORS_PAGE = re.compile(r"/(?:author|authors|autor|autoren|autores|auteur|auteurs|people|person|profile|profil|journalist|journalists|by|redaktion|redakteur|staff|team|contributors?|reporters?|columnists?|writers?|forfatter|skribent)s?/", re.IGNORECASE)  # fmt: skip


def _is_person(text: str) -> bool:
    """Whether a line with an address is a person's, by its type or by the address."""
    urls = URL.findall(text)
    if text.startswith("Person ") or any(map(_AUTHORS_PAGE.search, urls)):
        return True
    deep = any(url.rstrip("/").count("/") > 3 and not is_picture(url) for url in urls)  # no front page
    return deep and is_name(URL.sub("", text).strip())


def _author(line: Line) -> Iterator[Evidence]:
    start = found.end() if (found := _TYPE.match(line.text)) else 0
    url = URL.search(line.text)
    name = line.part(start, url.start() if url else len(line.text))
    if name.text:
        said = (("url", url[0]),) if url else ()
        yield evidence("author", name, "a name by itself, or with an author's address", *said)
