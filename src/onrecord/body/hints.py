"""What class names and ids say a part of a page is: families of hints, one bit each."""

import re

from turbohtml import Element

from onrecord.body.stems import READ, Stems
from onrecord.needles import holds_any

(
    COMMENT, RELATED, FOOTER, NAV, CAPTION, BYLINE, NEWSLETTER, AD, SHARE, BIO, TAGS, DATE, LEAD, CORRECTION, LIVE,
    SIDEBAR, HIDDEN, BODY, TITLE, FIGURE, UNSEEN, BOX,
) = (1 << n for n in range(22))  # fmt: skip

_BITS = {
    "comment": COMMENT, "related": RELATED, "footer": FOOTER, "nav": NAV, "caption": CAPTION, "byline": BYLINE,
    "newsletter": NEWSLETTER, "ad": AD, "share": SHARE, "bio": BIO, "tags": TAGS, "date": DATE, "lead": LEAD,
    "correction": CORRECTION, "live": LIVE, "sidebar": SIDEBAR, "hidden": HIDDEN, "body": BODY, "title": TITLE,
    "figure": FIGURE, "unseen": UNSEEN, "box": BOX,
}  # fmt: skip
"""The bit of each family named in `words`."""

_TAGS = {
    "nav": NAV, "footer": FOOTER, "aside": SIDEBAR, "figure": FIGURE, "figcaption": CAPTION | FIGURE, "caption": CAPTION,
    "dialog": HIDDEN, "address": BYLINE, "menu": NAV, "h1": TITLE,
}  # fmt: skip

_ROLES = {
    "navigation": NAV, "contentinfo": FOOTER, "complementary": SIDEBAR, "dialog": HIDDEN, "alertdialog": HIDDEN, "search": NAV,
    "menu": NAV, "menubar": NAV, "tablist": NAV, "banner": NAV,
}  # fmt: skip

_LEAVES = frozenset(("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th", "tbody"))
"""Tags whose ids name one place on one page and say nothing."""


_STEMS = Stems(_BITS)
UNSHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_UNSHOWN = ("none", "dden")
"""Letters of which a style that it finds holds some: an ``i`` may be another one there."""


def of_tag(tag: str) -> int:
    """What a tag alone says."""
    return _TAGS.get(tag, 0)


def of_element(element: Element, tag: str) -> int:
    """What an element's tag, class, id and other attributes say it is."""
    name = element.attr("class")
    bits = of_name(name) if name is not None else 0
    return of_tag(tag) | bits | beside_class(element, tag)


def beside_class(element: Element, tag: str) -> int:
    """What an element's attributes but its class say it is."""
    bits = 0
    for name in element.attrs:
        if name in _ASKED:
            bits |= _said(name, element.attr(name) or "", tag)
    return bits


_ASKED = frozenset(("id", "role", "itemprop", "hidden", "style"))


def _said(attribute: str, value: str, tag: str) -> int:
    """What one attribute says an element is."""
    if attribute == "id":
        return of_name(value) if tag not in _LEAVES else 0
    if attribute == "role":
        return _ROLES.get(value, 0)
    if attribute == "itemprop":
        return BODY if value == "articleBody" else COMMENT if value == "comment" else 0
    if attribute == "style":
        return HIDDEN if holds_any(value.lower(), _UNSHOWN) and UNSHOWN.search(value) else 0
    return HIDDEN


def of_name(name: str) -> int:
    """The hints of a class attribute or an id. A pure function: what it keeps changes speed alone.

    >>> of_name("article-comments wide") == COMMENT
    True
    >>> of_name("article__body") == BODY
    True
    """
    name = name[:_READ]  # what is not read is not kept
    bits = _TOLD.get(name)
    if bits is None:
        if len(_TOLD) >= _MOST:
            _TOLD.clear()
        bits = _TOLD[name] = _STEMS.bits_of(name)
    return bits


_TOLD: dict[str, int] = {}
"""What names were found to say: most stand more than once on a page. To let go of the least used took as long as to tell."""
_MOST, _READ = 1024, READ


def names_of(bits: int) -> str:
    """The families in ``bits``, for a person to read: ``comment, footer``."""
    return ", ".join(name for name, bit in _BITS.items() if bits & bit)
