"""What kind of page it is, by what it is made of: trained trees over the numbers of `makeup`.

The trees stand in `page_kinds.msgpack` beside this module, made by ``make train-kinds``; their card is
docs/models/page-kinds.md. Most pages are not asked about: those with prose enough, and nothing that a live blog or a
listing has, are articles.
"""

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

import msgspec
from turbohtml import Element

from onrecord.body.blocks import cut
from onrecord.body.numbers import Numbers
from onrecord.evidence import Evidence, Place, Source
from onrecord.page import Page
from onrecord.readers import consent, live_blogs, notices, teasers, votes
from onrecord.readers.makeup import COLUMNS, Told, measured
from onrecord.readers.votes import Votes

MODEL = "kinds-4"
"""Which model it is, as ``Extractor.models`` says."""
ARTICLE = "article"


class Model(msgspec.Struct, frozen=True):
    """Trees for all kinds of pages."""

    names: tuple[str, ...]
    """The columns that they ask about."""
    votes: Votes
    """What speaks for each kind, as `PageType` is written. The probabilities of all kinds add up to one."""
    doubt: float
    """What is added to what speaks for an article."""


def read(page: Page, told: Told, found: Iterable[Evidence]) -> Iterator[Evidence]:
    """The kind of the page where it is none of an article: what shows it, and by what it was told."""
    if not is_open(page, told):
        return
    model, numbers = shipped(), measured(page, told, found)
    said = sums(model, numbers)
    kind = max(said, key=said.__getitem__)
    share = 1 / sum(math.exp(other - said[kind]) for other in said.values())
    doubtful = (
        share < _LIKELY if kind == "paywall" else kind in _IN_PLACE and (share < _SURE or _tells(numbers))
    )
    unlikely = kind in _IN_PLACE and share < _EVEN
    left = kind == ARTICLE or unlikely or (doubtful and not _is_said(page, kind, numbers))
    if (left or kind != "error") and told.words < _NOTICE and (missing := _called_missing(page)) is not None:
        yield missing
        return
    if left:
        if told.words < _NEXT_TO_NONE:
            yield from _of_another_page(page)
        return
    shown = _shown(page, kind)
    if shown is None:
        return
    how = f"made up like one, likely by {share:.2f}: {'; '.join(_reasons(model, kind, numbers))}"
    raw, place = shown
    yield Evidence("page_type", raw, Source.VISIBLE, place, (("type", kind), ("how", how)))


def _called_missing(page: Page) -> Evidence | None:
    """That the page's software names it one that was not found, or a search without a result, in the class of its body."""
    body = next(page.elements("body"), None)
    named = _MISSING.search(body.attr("class") or "") if body is not None else None
    if body is None or named is None:
        return None
    how = (("type", "error"), ("how", "its software names it a page that is not there"))
    return Evidence("page_type", named[0], Source.VISIBLE, page.attribute(body, "class", named[0]), how)


_MISSING = re.compile(
    r"(?<!\S)(?:error-?404|(?:page-)?404(?:-page)?|page-not-found|search-no-results)(?!\S)", re.IGNORECASE
)
_NOTICE = 100
"""Words of the longest page of that kind, but for what else there is to read."""


_IN_PLACE = frozenset(("bot-check", "consent", "error"))
"""Kinds that stand in place of an article: of such a page no headline and no text is kept, so it must be surer."""
_SURE = 0.7
"""Probability from which it need not say so itself. Tried in folds: of 1,588 tellings of made-up pages that are none it loses
nine, of articles, made-up and of the data folder, it wins four."""

_EVEN = 0.5
"""Below this nothing that the page says makes it one: many an article stands beside the words of a consent manager."""


_LIKELY = 0.65
"""The same of a wall, behind which the text that is shown is kept: a subscription is offered under many a brief. Tried in folds:
up from 0.6 it wins two tellings of 266 articles that look like such, and loses one of a wall that is saved as a file."""


def _is_said(page: Page, kind: str, numbers: Numbers) -> bool:
    """Whether words on the page say of what kind it is, or its HTTP status does, or it is made of a challenge."""
    if next(_SHOWS[kind](page), None) is not None or (page.status or 0) >= _FAILED:
        return True
    return kind == "bot-check" and numbers[_CHECKS] > 0


def _of_another_page(page: Page) -> Iterator[Evidence]:
    """That a page with next to no text is made of other pages in frames, or sends whoever opens it on to one at once."""
    frames = next(page.elements("frame"), None)
    if frames is not None:
        how = (("type", "other"), ("how", "made of other pages, in frames"))
        yield Evidence(
            "page_type", frames.attr("src") or "", Source.VISIBLE, page.attribute(frames, "src"), how
        )
        return
    for element in page.elements("meta"):
        if (element.attr("http-equiv") or "").strip().lower() == "refresh" and not _is_for_browsers_without(
            element
        ):
            found = _SENDS.match((element.attr("content") or "")[:_ADDRESS])
            if found and int(found[1]) <= _AT_ONCE and page.resolve(found[2]) != page.url:
                how = (("type", "error"), ("how", "sends its reader on to another page"))
                yield Evidence("page_type", found[2], Source.VISIBLE, page.attribute(element, "content"), how)
                return


_NEXT_TO_NONE = 60
_AT_ONCE = 10
"""Seconds: pages that show themselves anew wait for minutes."""
_ADDRESS = 2_000
_SENDS = re.compile(r"\s*(\d{1,3})[\d.]*\s*[;,]\s*url\s*=\s*[\"']?([^\"'\s]+)", re.IGNORECASE)


def _is_for_browsers_without(element: Element) -> bool:
    """Whether an element is for browsers that run no scripts alone."""
    parent = element.parent
    return isinstance(parent, Element) and parent.tag == "noscript"


def _tells(numbers: Numbers) -> bool:
    """Whether the text is a few sentences long, as a brief is."""
    return numbers[_WEIGHT] >= _BRIEF and numbers[_ENDS] >= _MOSTLY


_BRIEF, _MOSTLY = 250, 0.6
"""Characters, and the share of long lines that end as sentences do, up to which a page may be a notice though it does not say
so. In folds this loses three of 841 made-up pages that are none of an article's, and wins briefs that no fold had."""
_WEIGHT, _ENDS = ([name for name, _ in COLUMNS].index(name) for name in ("text_weight", "text_ends"))
_FAILED = 400
_CHECKS = [name for name, _ in COLUMNS].index("marks_check")


def is_open(page: Page, told: Told) -> bool:
    """Whether a page may be anything but an article, at a glance.

    It is not where its text is long, of long lines, not under headings that link elsewhere, without more than a few
    lines that begin with a time, and neither title nor address speak of live coverage or a listing.
    """
    blocks = cut(page).blocks
    text = [blocks[n].text for n in told.text]
    least = _LINE * (len(text) + 1)
    if told.words < _WORDS or (sum(map(len, text)) < least and sum(map(teasers.weight, text)) < least):
        return True
    if teasers.is_named(page):
        return True
    main, stamps = live_blogs.marks(blocks)
    if live_blogs.are_timed(blocks, stamps, _TIMES):
        return True
    if live_blogs.titled(page) is not None or live_blogs.headed(blocks, main) is not None:
        return True
    return teasers.stands_under(blocks, told.text, teasers.linked_heads(blocks))


_WORDS = 250
_LINE = 100
_TIMES = 4


def sums(model: Model, numbers: Numbers) -> dict[str, float]:
    """What speaks for each kind, in log odds up to what all have alike."""
    said = votes.sums(model.votes, numbers)
    said[ARTICLE] += model.doubt
    return said


def _reasons(model: Model, kind: str, numbers: Numbers) -> Iterator[str]:
    """The numbers that speak most for a kind and against an article."""
    adds = votes.shares(model.votes, kind, numbers)
    for column, less in votes.shares(model.votes, ARTICLE, numbers).items():
        adds[column] = adds.get(column, 0.0) - less
    for column in sorted(adds, key=lambda c: (-adds[c], c))[:_REASONS]:
        yield f"{COLUMNS[column][1]} {numbers[column]:.3g}"


_REASONS = 3


def _shown(page: Page, kind: str) -> tuple[str, Place] | None:
    """What on the page shows its kind best, and where; else its title, its first line, or its script; None of an empty page."""
    found = next(_SHOWS[kind](page), None)
    if found is None and page.title_element is not None and page.title:
        found = page.title_element, page.title
    if found is None:
        first = cut(page).blocks[:1]
        found = next(((b.first.parent, b.text) for b in first if isinstance(b.first.parent, Element)), None)
    if found is not None:
        element, raw = found
        return raw, page.place(element, raw)
    script = next((e for e in page.elements("script") if e.attr("src")), None)
    return (script.attr("src") or "", page.attribute(script, "src")) if script is not None else None


_SHOWS: Mapping[str, Callable[[Page], Iterator[tuple[Element, str]]]] = {
    "bot-check": lambda page: notices.said(page, "bot-check"),
    "consent": consent.asked,
    "error": lambda page: notices.said(page, "error"),
    "listing": teasers.headlines,
    "liveblog": live_blogs.called,
    "other": notices.named,
    "paywall": lambda page: notices.said(page, "paywall"),
}


def load(data: bytes) -> Model:
    """A model from its file; ValueError where it is none, or was made for other columns than `COLUMNS`."""
    model = msgspec.msgpack.decode(data, type=Model)
    if model.names != tuple(name for name, _ in COLUMNS):
        raise ValueError("the model of page kinds was trained on other columns: run make train-kinds")
    return model


@cache
def shipped() -> Model:
    """The model of the package."""
    return load(files("onrecord.readers").joinpath("page_kinds.msgpack").read_bytes())
