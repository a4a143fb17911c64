"""The name of the site that a page stands on, as the page shows it: who publishes it, where no data says so.

What links to the front page is the site's name where the title ends or begins with it, where the mark-up says that it is
the site's title, or where the host spells it. Without such a link it is the part of the title that the host spells;
before a colon, to the letter. Where the host spells none, as in other scripts than ours, or is not known, it is the part of
the title that the page says it is the copyright of.
"""

import re
from collections.abc import Iterable, Iterator

from turbohtml import Element

from onrecord.evidence import Evidence, Source
from onrecord.page import Page, collapse, words
from onrecord.scripts import DENSE
from onrecord.values.addresses import host_of, in_host, is_unspelt, spells_site, spelt


def read(page: Page) -> Iterator[Evidence]:
    """``publisher``, once: from a link to the front page, or else from the title."""
    labels, title = _labels(page.url), page.title or ""
    link = page.tree.select_one(_home_links(page.url))
    if link is not None:
        image = None if (name := words(link)) else link.select_one("img[alt]")
        if image is not None:
            name = _LOGO.sub("", collapse(image.attr("alt") or "")).strip(_AROUND)
        name = _own_part(name, labels)
        if name and (_is_in_title(title, name) or _is_names(link, name, labels)):
            place = page.place(link, name) if image is None else page.attribute(image, "alt", name)
            yield Evidence("publisher", name, Source.VISIBLE, place)
            return
    element = page.title_element
    if element is None:
        return
    if part := (_spelt_part(title, page.url, labels) if labels else "") or _owning_part(title, page.text):
        yield Evidence("publisher", part, Source.TITLE, page.place(element, part))


_LOGO = re.compile(r"\A(?:the )?logo(?: of|:)? |(?:\b|_)logo\b.*", re.IGNORECASE)
"""What is said of a picture of a name before it, or behind it."""


def _own_part(name: str, labels: list[str]) -> str:
    """The first part of a name that the host spells, without what the site says of itself behind a sign; all where none is."""
    parts = TITLE_PARTS.split(name) if len(name) <= _NAME_AND_MORE else ()
    return next((part for part in parts if part != name and _spells(labels, part)), name)


_NAME_AND_MORE = 120
"""Code points of the longest name with such words."""


def _home_links(url: str | None) -> str:
    """A selector of links to the front page of the site that ``url`` is on."""
    origin = _ORIGIN.match(url) if url else None
    own = f',a[href="{origin[0]}"],a[href="{origin[0]}/"]' if origin else ""
    return f'a[rel~=home],a[href="/"],a[href="/index.html"],a[href="/index.php"]{own}'


_ORIGIN = re.compile(r"https?://[\w.:-]+")


def _is_in_title(title: str, name: str) -> bool:
    title, name = title.casefold(), name.casefold()
    return _ends(title, name) or _ends(title[::-1], name[::-1])


def _ends(title: str, name: str) -> bool:
    """Whether a title ends with a name behind a sign; turned round, whether it begins so."""
    rest = title.removesuffix(name)
    return rest != title and (
        _SEPARATOR.search(rest) is not None or (" " in name and rest.rstrip().endswith(":"))
    )


_SEPARATOR = re.compile(rf"(?:\s[–—·-]\s|[|｜»«•]\s?|(?<=[{DENSE}])(?:[_:：]|--?))\Z")
"""Chinese sites set no spaces around theirs."""


def _is_names(link: Element, name: str, labels: list[str]) -> bool:
    """Whether a link to the front page, which reads as ``name``, is named the site's title, or is what the host spells."""
    if len(name) > _LONGEST or name.casefold() in _FRONT:
        return False
    parent = link.parent
    said = f"{link.attr('class') or ''} {parent.attr('class') or '' if isinstance(parent, Element) else ''}"
    if _TITLED.search(said) is not None or _spells(labels, name):
        return True
    return "logo" in said.lower() and is_unspelt(name)


_TITLED = re.compile(r"(?:site|blog)[-_]{0,2}(?:title|name)", re.IGNORECASE)
_FRONT = frozenset(
    (
        "home", "homepage", "front page", "start", "blog", "news", "main page", "back", "首页", "首頁", "主页", "홈", "главная",
        "الرئيسية", "ホーム", "トップ",
    )
)  # fmt: skip
_LONGEST = 40
"""Code points of the longest name."""


def _labels(url: str | None) -> list[str]:
    """The parts of the host that may be a site's name."""
    return [label for label in (host_of(url) or "").split(".")[:-1] if label not in _NO_NAME] if url else []


_NO_NAME = frozenset(
    ("www", "blog", "blogs", "news", "newsroom", "media", "press", "magazine", "shop", "store", "web", "com", "co", "org", "net")
)  # fmt: skip


def is_spelt(url: str | None, name: str) -> bool:
    """Whether the host of ``url`` spells a name.

    >>> is_spelt("https://news.baycourier.example/1", "The Bay Courier"), is_spelt(None, "The Bay Courier")
    (True, False)
    """
    return len(name) <= _LONGEST and _spells(_labels(url), name)


def _spelt_part(title: str, url: str | None, labels: list[str]) -> str:
    """The part of a title, from its end, that the host spells; empty where none does.

    The longest is the headline, and so is what stands behind a colon, unless the other is all of the site's name.
    """
    parts = TITLE_PARTS.split(title)
    longest = max(parts, key=len)
    for part in reversed(parts):
        name = part.partition(": ")[0].strip(_AROUND)
        whole = name != title and spells_site(name, url)
        if whole or (part is not longest and 0 < len(name) <= _LONGEST and _spells(labels, name)):
            return name
    return ""


def _owning_part(title: str, text: str) -> str:
    """The last part of a title, if a sign of copyright stands right before it in ``text``."""
    *before, name = TITLE_PARTS.split(title)
    if not before or not 1 < len(name) <= _LONGEST:
        return ""
    at = len(text)
    for _ in range(_TIMES):
        at = text.rfind(name, 0, at)
        if at < 0:
            return ""
        if _COPYRIGHT.search(text, max(0, at - _SIGN), at) and _GOES_ON.match(text, at + len(name)) is None:
            return name
    return ""


_COPYRIGHT = re.compile(r"(?:©|&copy;|\([cC]\)|[cC]opyright)[^<>]*\Z")
_GOES_ON = re.compile(
    r"\s*(?!(?:all rights|inc|ltd|limited|llc|plc|corp|gmbh|ag|kg|s\.?a|sas|srl|s\.?p\.?a|b\.?v|n\.?v|oy|ab)\b)[^\W\d]",
    re.IGNORECASE,
)
"""A word behind it: the name is a longer one, unless it says which kind of company."""
_SIGN = 30
"""Code points of the sign with the years behind it."""
_TIMES = 20
"""Places, from the page's end, at which it is looked for."""


_AROUND = " –—-·_"
TITLE_PARTS = re.compile(r"\s[–—·-]\s|\s*[|｜»«•]\s*")
"""What stands between a headline, a section and a site's name in a title."""


def _spells(labels: list[str], name: str) -> bool:
    """Whether a host of these parts is called by a name: by all of its letters, its initials, or the first of its words.

    The last is asked of the part that is registered.
    """
    if "." in name or name.casefold() in _FRONT:
        return False
    said = name.casefold().removeprefix("the ")
    host = "".join(labels)
    own = {*spelt(said), *spelt(said.replace("&", "and"))}
    pieces = [in_host(word) for word in _WORDS.findall(said)]
    if " " in said and sum(map(len, pieces)) > _ENOUGH and all(word and word in host for word in pieces):
        return True
    initials = "".join(word[:1] for word in pieces)
    for label in labels:
        bare = in_host(label).removeprefix("the")
        if len(bare) >= _ENOUGH and (bare in own or (label is labels[-1] and _is_much_of(bare, own))):
            return True
        if len(bare) > 2 and bare == initials:  # noqa: PLR2004
            return True
    return False


def _is_much_of(label: str, own: Iterable[str]) -> bool:
    """Whether a name's letters begin with the registered part of a host, or are much of it."""
    return any(
        letters.startswith(label) or (letters in label and 2 * len(letters) >= len(label))
        for letters in own
        if letters
    )


_WORDS = re.compile(r"[^\W_]+")
_ENOUGH = 4
"""Letters that are not there by chance."""
