"""JSON-LD scripts: the page's own article among what they say, told apart from the others."""

from collections.abc import Iterator
from itertools import islice
from typing import TypeAlias

from turbohtml import Element

from onrecord import limits
from onrecord.evidence import Evidence, Place, Source, Trouble
from onrecord.page import Page, collapse, words
from onrecord.readers.loosejson import Json, read_json
from onrecord.readers.vocabulary import (
    ARTICLE_TYPES,
    FIELDS,
    PAGE_TYPES,
    PUBLISHER_FIELDS,
    SITE_TYPES,
    THINGS,
    local_name,
    page_type_of,
)
from onrecord.values.addresses import same_page

_Object: TypeAlias = dict[str, Json]


class _Node:
    """An object of a script: where it stands, and whether it stands among others of a list."""

    def __init__(
        self, obj: _Object, path: str, script: Place, types: tuple[str, ...], *, listed: bool
    ) -> None:
        self.object, self.path, self.script, self.types, self.listed = obj, path, script, types, listed


_Known: TypeAlias = dict[str, _Node]
"""``@id`` → the node that tells about it."""


def read(page: Page) -> Iterator[Evidence | Trouble]:
    """What the page's own article says in JSON-LD, then what pages, videos and sites there say about it."""
    nodes: list[_Node] = []
    left = limits.JSON_CHARACTERS
    for number, element in enumerate(filter(is_jsonld, page.elements("script"))):
        if number == limits.SCRIPTS:
            yield Trouble(
                "too-many-scripts",
                f"read the first {limits.SCRIPTS} JSON-LD scripts",
                page.place_inside(element),
            )
            break
        text = element.text
        if len(text) > left:
            detail = (
                f"{len(text):,} characters were not read: at most {limits.JSON_CHARACTERS:,} of a page are"
            )
            yield Trouble("json-ld-too-large", detail, page.place_inside(element))
            continue
        left -= len(text)
        if trouble := _collect(page, element, text, nodes):
            yield trouble
    if not nodes:
        return
    known = {
        i: node for node in nodes if isinstance(i := node.object.get("@id"), str) and len(node.object) > 1
    }
    article, others = _own_article(page, [n for n in nodes if ARTICLE_TYPES.intersection(n.types)])
    if article:
        yield from _thing(article, Source.JSON_LD, known)
    for node in (*others, *(n for n in nodes if PAGE_TYPES.intersection(n.types) and not n.listed)):
        yield from _thing(node, Source.JSON_LD_PAGE, known)
    yield from _page_types(nodes, article)
    for node in nodes:
        if not node.listed and SITE_TYPES.intersection(node.types):
            yield from _site(node)


def is_jsonld(script: Element) -> bool:
    """Whether a script says that it is JSON-LD."""
    kind = script.attr("type")
    return kind is not None and "ld+json" in kind.lower()


def _collect(page: Page, element: Element, text: str, nodes: list[_Node]) -> Trouble | None:
    """Put the objects of one script into ``nodes``; the trouble with it, if any."""
    if not text or text.isspace():
        return None
    script = page.place_inside(element)
    reading = read_json(text)
    if reading is None:
        return Trouble("json-ld-unreadable", "the script is no JSON and cannot be mended", script)
    whole = _walk(reading.value, script, nodes)
    if not whole:
        return Trouble("json-ld-too-large", "too many objects, or too deep: not all were read", script)
    if reading.mended:
        return Trouble("json-ld-mended", reading.mended, script)
    return None


# Under these keys stand things about the page's article, or of a list; under any other, an article is somebody else's.
_LISTS = ("itemListElement", "item", "blogPost", "blogPosts", "hasPart", "liveBlogUpdate", "about", "subjectOf", "isPartOf", "relatedLink", "citation", "mentions", "isBasedOn", "associatedMedia", "video", "containsSeason", "dataFeedElement")  # fmt: skip
_MAIN = ("mainEntity", "mainEntityOfPage")
_WALKED = ("@graph", *_MAIN, *_LISTS)
_WALKS = frozenset(_WALKED)


def _walk(value: Json, script: Place, nodes: list[_Node]) -> bool:
    """Objects that may be an article, a page or a site, breadth by breadth; whether the limits let it see all."""
    queue: list[tuple[Json, str, bool, int]] = [(value, "$", False, 0)]
    for item, where, inside, depth in queue:
        if len(queue) > limits.JSON_NODES or depth > limits.JSON_DEPTH:
            return False
        if isinstance(item, list):
            for i, child in enumerate(item):
                queue.append((child, f"{where}[{i}]", inside, depth + 1))
        elif isinstance(item, dict):
            if types := _types(item):
                nodes.append(_Node(item, where, script, types, listed=inside))
            if _WALKS.isdisjoint(item):
                continue
            for key in _WALKED:
                child = item.get(key)
                if isinstance(child, (dict, list)):
                    queue.append((child, step(where, key), inside or key in _LISTS, depth + 1))
    return True


def _types(item: _Object) -> tuple[str, ...]:
    kind = item.get("@type")
    if isinstance(kind, str):
        return (local_name(kind),)
    names = kind if isinstance(kind, list) else ()
    return tuple([local_name(n) for n in names if isinstance(n, str)])


def step(path: str, key: str) -> str:
    """A JSONPath one member further (RFC 9535: other names than plain ones are quoted)."""
    if key.isascii() and key.isidentifier():
        return f"{path}.{key}"
    quoted = key.replace("\\", "\\\\").replace("'", "\\'")
    return f"{path}['{quoted}']"


def _own_article(page: Page, articles: list[_Node]) -> tuple[_Node | None, list[_Node]]:
    """The article that is this page's, and others that speak of this page too.

    One whose address is the page's; else, among those that stand outside lists, one whose headline the title
    holds, or the first. An article of another address inside a list is another page's, and so is one without an
    address whose headline is plainly another.
    """
    if not articles:
        return None, []
    title = (page.title or "").casefold()
    if len(articles) == 1 and not articles[0].listed and _titled(articles[0], title):
        return articles[0], []  # as on most pages: whatever its address is, there is no other
    addresses = _addresses(page)
    own = [n for n in articles if any(same_page(a, b) for a in _urls(page, n) for b in addresses)]
    free = [n for n in articles if not n.listed]
    if not own and not free:
        return None, []
    ranked = sorted(own or free, key=lambda n: (n.listed, not _titled(n, title), not _telling(n)))
    if not own and addresses and _is_teased(page, ranked[0], title):
        return None, []
    rest = [n for n in free if n is not ranked[0] and (n in own or not _urls(page, n))]
    return ranked[0], [n for n in rest if n in own or _titled(n, title) or not _is_another(n, ranked[0])]


def _is_another(node: _Node, own: _Node) -> bool:
    """Whether a node's headline is plainly not that of the ``own`` article, told in other words.

    Pairs of letters are compared, as some scripts part no words. What else has a name, such as a recipe, is a thing
    that the article is about.
    """
    said, headline = node.object.get("headline"), own.object.get("headline") or own.object.get("name")
    if not isinstance(said, str) or not isinstance(headline, str):
        return False
    first, second = _pairs(said), _pairs(headline)
    return len(first & second) < _ALIKE * min(len(first), len(second))


def _pairs(headline: str) -> set[str]:
    letters = "".join(c for c in headline[:_COMPARED].casefold() if c.isalnum())
    return {letters[i : i + 2] for i in range(len(letters) - 1)}


_ALIKE = 0.5
"""Of the pairs of the shorter headline; under it are 97% of any two articles, and 8% of one article's two headlines
(measured pages, 2026-11)."""
_COMPARED = 300


def _is_teased(page: Page, node: _Node, title: str) -> bool:
    """Whether an article is one that the page links: its headline heads a teaser there, and neither title nor page."""
    headline = node.object.get("headline")
    if not isinstance(headline, str) or not headline.strip() or _titled(node, title):
        return False
    plain = collapse(headline)
    if any(words(h) == plain for h in page.elements("h1")):
        return False
    heads = islice(page.elements("h2", "h3", "h4"), _HEADS)
    return any(
        words(h) == plain and (next(h.iter_elements(("a",)), None) or h.closest("a")) is not None
        for h in heads
    )


_HEADS = 100


def _addresses(page: Page) -> list[str]:
    known = [page.url] if page.url else []
    if page.canonicals and (url := page.resolve(page.canonicals[0].attr("href") or "")):
        known.append(url)
    return known


def _urls(page: Page, node: _Node) -> list[str]:
    main = node.object.get("mainEntityOfPage")
    said = [
        node.object.get("url"),
        main,
        main.get("@id") if isinstance(main, dict) else None,
        node.object.get("@id"),
    ]
    resolved = (page.resolve(s) for s in said if isinstance(s, str) and not s.startswith(("#", "_:")))
    return [url for url in resolved if url]


def _titled(node: _Node, title: str) -> bool:
    said = node.object.get("headline") or node.object.get("name")
    return isinstance(said, str) and bool(said) and collapse(said).casefold() in title


def _telling(node: _Node) -> bool:
    """Whether a node says what an article says, and is no mere mention of one."""
    return "datePublished" in node.object or "author" in node.object


def _page_types(nodes: list[_Node], article: _Node | None) -> list[Evidence]:
    found: list[Evidence] = []
    for node in nodes:
        if node is article or (not node.listed and not ARTICLE_TYPES.intersection(node.types)):
            for name, where in _strings(node.object.get("@type"), step(node.path, "@type")):
                if page_type_of(name) and not (local_name(name) in THINGS and (article or node.listed)):
                    found.append(Evidence("page_type", name, Source.JSON_LD, _place(node, where)))
    return found


def _place(node: _Node, path: str) -> Place:
    script = node.script
    return Place(script.start, script.end, script.css, path)


def _thing(node: _Node, source: Source, known: _Known) -> list[Evidence]:
    """All that one article, page or video says for the record."""
    obj, path = node.object, node.path
    found = _plain(node, source)
    for name in ("author", "creator"):
        if name in obj:
            found += _people(obj[name], step(path, name), node, source, known)
            break
    for name in ("publisher", "sourceOrganization"):
        if name in obj:
            found += _publishers(obj[name], step(path, name), node, source, known)
            break
    for name in ("image", "thumbnailUrl", "primaryImageOfPage"):
        if name in obj:
            found += _images(obj[name], step(path, name), node, source, known)
    if "relatedLink" in obj:
        for raw, where in _strings(obj["relatedLink"], step(path, "relatedLink")):
            found.append(Evidence("links", raw, source, _place(node, where)))
    found += _identity(node, source)
    if "speakable" in obj:
        found += _speakable(obj["speakable"], step(path, "speakable"), node, source, known)
    return found


def _plain(node: _Node, source: Source) -> list[Evidence]:
    """Properties whose value is a plain word; a thing without a headline may have its name for one."""
    found: list[Evidence] = []
    obj, of = node.object, (("of", node.types[0]),)
    for name, field in _PLAIN if "headline" in obj else _NAMED:
        if name in obj:
            for raw, where in _strings(obj[name], step(node.path, name)):
                found.append(Evidence(field, raw, source, _place(node, where), of))
    return found


_PLAIN = tuple(FIELDS.items())
_NAMED = (*_PLAIN, ("name", "headline"))


def _strings(value: Json, path: str) -> list[tuple[str, str]]:
    """The words in a value that may be a word, a number, a list of them, or an object that holds one; each with its path."""
    if isinstance(value, str):
        return [(value, path)] if value.strip() else []
    if isinstance(value, (bool, int, float)):
        return [(str(value), path)]
    found: list[tuple[str, str]] = []
    if isinstance(value, list):
        for i, item in enumerate(value[: limits.CANDIDATES]):
            if not isinstance(item, list):
                found += _strings(item, f"{path}[{i}]")
    elif isinstance(value, dict):
        for key in ("@value", "name", "text", "url"):
            if isinstance(value.get(key), str):
                return _strings(value[key], step(path, key))
    return found


def _objects(value: Json, path: str, node: _Node, known: _Known) -> list[tuple[_Object | str, str, _Node]]:
    """The people, publishers or images in a value of ``node``: objects, and bare words.

    Each with its path and the node it stands in, which is another one where a reference was followed.
    """
    found: list[tuple[_Object | str, str, _Node]] = []
    if isinstance(value, list):
        for i, item in enumerate(value[: limits.CANDIDATES]):
            if not isinstance(item, list):
                found += _objects(item, f"{path}[{i}]", node, known)
    elif isinstance(value, dict):
        reference = value.get("@id")
        if "name" not in value and "url" not in value and isinstance(reference, str) and reference in known:
            there = known[reference]
            found.append((there.object, there.path, there))
        else:
            found.append((value, path, node))
    elif isinstance(value, str) and value.strip():
        found.append((value, path, node))
    return found


def _people(value: Json, path: str, node: _Node, source: Source, known: _Known) -> list[Evidence]:
    found: list[Evidence] = []
    for person, where, holder in _objects(value, path, node, known):
        if isinstance(person, str):
            found.append(Evidence("author", person, source, _place(holder, where)))
            continue
        kind = (_types(person) or ("",))[0]
        said = [("type", kind)] if kind else []
        if url := _first(person.get("url")) or _first(person.get("sameAs")):
            said.append(("url", url))
        for raw, at in _strings(person.get("name"), step(where, "name")):
            found.append(Evidence("author", raw, source, _place(holder, at), tuple(said)))
    return found


def _publishers(value: Json, path: str, node: _Node, source: Source, known: _Known) -> list[Evidence]:
    for publisher, where, holder in _objects(value, path, node, known):
        if isinstance(publisher, str):
            return [Evidence("publisher", publisher, source, _place(holder, where))]
        return _organization(publisher, where, holder, source)
    return []


def _organization(obj: _Object, path: str, node: _Node, source: Source) -> list[Evidence]:
    found: list[Evidence] = []
    for name, field in PUBLISHER_FIELDS.items():
        if name in obj and (said := _strings(obj[name], step(path, name))):
            raw, at = said[0]
            found.append(Evidence(field, raw, source, _place(node, at)))
    if "logo" not in obj:
        return found
    logo, where = obj.get("logo"), step(path, "logo")
    if isinstance(logo, list) and logo:
        logo, where = logo[0], where + "[0]"
    if isinstance(logo, str):
        found.append(Evidence("publisher.logo", logo, source, _place(node, where)))
    elif isinstance(logo, dict):
        found += _picture("publisher.logo", logo, where, node, source)
    return found


def _images(value: Json, path: str, node: _Node, source: Source, known: _Known) -> list[Evidence]:
    found: list[Evidence] = []
    for image, where, holder in _objects(value, path, node, known):
        if isinstance(image, str):
            found.append(Evidence("images", image, source, _place(holder, where)))
        else:
            found += _picture("images", image, where, holder, source)
    return found


_PICTURE = ("width", "height", "caption", "creditText", "author", "copyrightHolder")
"""What is said beside a picture."""


def _picture(field: str, obj: _Object, path: str, node: _Node, source: Source) -> list[Evidence]:
    for key in ("url", "contentUrl", "@id"):
        if key in obj and (addresses := _strings(obj[key], step(path, key))):
            raw, where = addresses[0]
            said = tuple([(k, v) for k in _PICTURE if (v := _first(obj.get(k)))])
            return [Evidence(field, raw, source, _place(node, where), said)]
    return []


def _first(value: Json) -> str | None:
    if value is None or isinstance(value, str):
        return value if value and value.strip() else None
    said = _strings(value, "")
    return said[0][0] if said else None


def _identity(node: _Node, source: Source) -> list[Evidence]:
    """The address a node gives for itself, as a candidate for the canonical one."""
    if source is not Source.JSON_LD:
        return []
    found: list[Evidence] = []
    main, path = node.object.get("mainEntityOfPage"), step(node.path, "mainEntityOfPage")
    if isinstance(main, dict):
        key = "@id" if main.get("@id") else "url"
        main, path = main.get(key), step(path, key)
    for value, where in ((node.object.get("url"), step(node.path, "url")), (main, path)):
        if isinstance(value, str) and value.startswith(("http", "/")):
            found.append(Evidence("canonical_url", value, source, _place(node, where)))
    return found


def _speakable(value: Json, path: str, node: _Node, source: Source, known: _Known) -> list[Evidence]:
    found: list[Evidence] = []
    for part, where, holder in _objects(value, path, node, known):
        if isinstance(part, str):
            found.append(Evidence("speakable", part, source, _place(holder, where)))
            continue
        for key in ("cssSelector", "xpath", "xPath"):
            for raw, at in _strings(part.get(key), step(where, key)):
                found.append(Evidence("speakable", raw, source, _place(holder, at)))
    return found


def _site(node: _Node) -> list[Evidence]:
    """A site or organisation that stands by itself: who it is, if no article names its publisher."""
    if "Person" in node.types:
        return []
    return _organization(node.object, node.path, node, Source.JSON_LD_SITE)
