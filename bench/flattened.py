"""News pages as a crawler flattens them, and what is read back from them; ``make quality`` prints it.

    python bench/flattened.py [PAGE]

A page's schema.org block becomes its values, one a line, blank lines between, without the names of the properties; the
paragraphs of the known text are joined with nothing between. Four ways are tried: a crawler's order (``seed``), that
of the page's own JSON-LD, the alphabet's, and the page's own with every value inside another one, types too, on a line
of its own and no blank lines. Languages written without spaces are left out.

Rules read these texts, no model: nothing was fitted to the pages, but the rules were mended with them in view.
"""

import html
import re
import statistics
import sys
from collections.abc import Iterator
from typing import Any

import onrecord
from command import run_command
from onrecord.page import open_page
from onrecord.readers.loosejson import Json, read_json
from onrecord.readers.vocabulary import ARTICLE_TYPES, local_name
from pages import Known, folder, known_pages, scorer

__all__ = ["figures", "flattened"]

CHARWISE = frozenset({"ja", "zh", "th"})
SEED_ORDER = (
    "url", "mainEntityOfPage", "headline", "name", "alternativeHeadline", "description", "dateCreated", "datePublished",
    "dateModified", "articleSection", "keywords", "speakable", "image", "articleBody", "relatedLink", "copyrightHolder",
    "copyrightYear", "creator", "author", "genre", "inLanguage", "isAccessibleForFree", "publisher", "sourceOrganization",
)  # fmt: skip
ORDERS = ("seed", "own", "alphabet", "leaves")
INSIDE = ("name", "url", "email", "telephone", "legalName", "logo", "width", "height")
"""What is written of an object inside a value; an image or logo begins with its address."""


def main() -> int:
    wanted = sys.argv[1] if len(sys.argv) > 1 else None
    for page in known_pages(folder()):
        if page.id == wanted and (text := flattened(page, "seed")):
            print(text)
            return 0
    if wanted is None:
        for name, rows in figures().items():
            print(name, *(f"{key} {value:.4f}" for key, value in rows.items()), sep="\n  ")
    return 0


def figures() -> dict[str, dict[str, float]]:
    """Order of the fields → figure → value: means over pages; ``pooled`` takes all pages' breaks as one page's.

    The plain rule cuts where a full stop, exclamation or question mark touches a capital.
    """
    pages = [p for p in known_pages(folder()) if p.kind == "news" and p.truth.get("language") not in CHARWISE]
    return {order: scored(pages, order) for order in ORDERS}


def flattened(page: Known, order: str) -> str | None:
    """The page's block as a crawler flattens it; None where the page has none."""
    article = article_of(page)
    if article is None:
        return None
    names = {
        "seed": [*SEED_ORDER, *(n for n in article if n not in SEED_ORDER)],
        "alphabet": sorted({*article, "articleBody"}),
    }.get(order, list(dict.fromkeys([*article, "articleBody"])))
    if "url" not in article and page.url:
        article = {"url": page.url, **article}
        names = ["url", *(n for n in names if n != "url")]
    lines = []
    for name in names:
        if name == "articleBody":
            lines.append(joined(page))
        elif not name.startswith("@") and name in article:
            lines += leaves(article[name]) if order == "leaves" else values(article[name])
    return ("\n" if order == "leaves" else "\n\n").join(line for line in lines if line) + "\n"


def joined(page: Known) -> str:
    return "".join(paragraphs(page))


def paragraphs(page: Known) -> list[str]:
    return [words for p in page.truth["paragraphs"] if (words := " ".join(p.split()))]


def article_of(page: Known) -> dict[str, Any] | None:
    """The fullest article that a JSON-LD script of the page gives."""
    if page.id not in _ARTICLES:
        _ARTICLES[page.id] = _article_of(page)
    return _ARTICLES[page.id]


_ARTICLES: dict[str, dict[str, Any] | None] = {}


def _article_of(page: Known) -> dict[str, Any] | None:
    found: list[dict[str, Any]] = []
    for element in open_page(page.data, url=page.url).elements("script"):
        if "ld+json" in (element.attr("type") or "") and (reading := read_json(element.text)):
            found += articles(reading.value)
    return max(
        found, key=lambda a: ("datePublished" in a) + ("headline" in a) + ("articleBody" in a), default=None
    )


def articles(value: Json) -> Iterator[dict[str, Any]]:
    waiting: list[Json] = [value]
    for item in waiting:
        if isinstance(item, list):
            waiting += item
        elif isinstance(item, dict):
            kind = item.get("@type")
            kinds = kind if isinstance(kind, list) else [kind]
            if ARTICLE_TYPES.intersection(local_name(k) for k in kinds if isinstance(k, str)):
                yield item
            waiting += [
                item[k]
                for k in ("@graph", "mainEntity", "mainEntityOfPage")
                if isinstance(item.get(k), (dict, list))
            ]


def values(value: Json) -> Iterator[str]:
    """A value's lines: a list of words is one line, each object one of its own."""
    if isinstance(value, list) and all(isinstance(v, str) for v in value):
        text = ", ".join(" ".join(str(v).split()) for v in value)
        yield text if not text.startswith(("http", "/", ".", "#")) else text.replace(", ", " ")
    elif isinstance(value, list):
        for item in value:
            yield from values(item)
    elif isinstance(value, dict):
        yield " ".join(part for part in parts(value) if part)
    elif value is not None:
        yield " ".join(str(value).split())


def leaves(value: Json) -> Iterator[str]:
    """Every word and number inside a value, each a line."""
    if isinstance(value, (list, dict)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from leaves(inner)
    elif value is not None:
        yield " ".join(str(value).split())


def parts(value: dict[str, Json]) -> Iterator[str]:
    if not value.keys() & set(INSIDE):
        yield from (str(v) for k in ("xpath", "cssSelector", "@id") for v in listed(value.get(k)))
    for name in INSIDE:
        inner = value.get(name)
        if isinstance(inner, dict):
            yield from parts({k: inner[k] for k in ("url", "width", "height") if k in inner})
        elif isinstance(inner, (str, int)):
            yield " ".join(str(inner).split())


def listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [] if value is None else [value]


def scored(pages: list[Known], order: str) -> dict[str, float]:
    """The figures of one order. ``headline of the block`` counts what the text was given, ``as known`` the truth.

    The truth stands in no line of some texts: ``known, at most`` is the share of those that hold it.
    """
    score = scorer(folder())
    into: dict[str, list[float]] = {}
    hits = wrong = missed = 0
    for page in pages:
        text = flattened(page, order)
        if text is None:
            continue
        record, article = onrecord.extract(text.encode()), article_of(page) or {}
        given = score.plain(html.unescape(str(article.get("headline") or article.get("name"))))
        known, got = score.plain(page.truth["headline"]), score.plain(record.headline)
        published = record.date_published and record.date_published.value
        true, found = breaks(paragraphs(page)), breaks((record.article_body or "").split("\n\n"))
        hits, wrong, missed = hits + len(true & found), wrong + len(found - true), missed + len(true - found)
        row = {
            "headline of the block": got in {given, known} or without_site(given, got),
            "headline as known": got == known,
            "headline known, at most": known in map(score.plain, html.unescape(text).splitlines())
            or got == known,
            "published day": score.same_day(published, page.truth["published"]),
            "published instant": score.same_instant(published, page.truth["published"]),
            "words F1": score.word_scores(record.article_body, page.truth["text"])[2],
            "breaks F1": f1(true, found),
            "breaks F1, plain rule": f1(true, plain_breaks(joined(page))),
        }
        if not score.has_time(page.truth["published"]):
            del row["published instant"]
        for name, value in row.items():
            into.setdefault(name, []).append(float(value))
    rows = {name: statistics.fmean(given) for name, given in into.items()}
    rows["breaks F1, pooled"] = 2 * hits / max(1, 2 * hits + wrong + missed)
    return rows


def without_site(given: str, got: str) -> bool:
    """Whether a headline was read without the site's name behind it."""
    return len(got) > 10 and bool(re.match(r"\s+[|–-]\s+", given.removeprefix(got)))


def breaks(parts: list[str]) -> set[int]:
    """Where paragraphs meet, counted in letters: white space is no part of the question."""
    at, found = 0, set()
    for part in parts[:-1]:
        at += len("".join(part.split()))
        found.add(at)
    return found


def plain_breaks(text: str) -> set[int]:
    cuts = [m.end() for m in re.finditer(r"[.!?](?=[^\W\d_])", text) if text[m.end()].isupper()]
    return breaks([text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)])


def f1(true: set[int], found: set[int]) -> float:
    return 2 * len(true & found) / (len(true) + len(found)) if true or found else 1.0


if __name__ == "__main__":
    run_command(main)
