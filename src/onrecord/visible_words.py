"""The words of an element as a person reads them: asked of every line that may be a byline, a date or a headline."""

from turbohtml import Element, Text

from onrecord.spacing import collapse


def lines(element: Element) -> list[str]:
    """The lines of ``element``, each as `words` reads it: blocks and line breaks end one."""
    parts: list[str] = []
    _gather(element, parts, 0, _BREAK)
    return [line for line in map(collapse, _joined(parts).split(_BREAK)) if line]


_BREAK, _MEETING = "\x1e", "\x1f"
"""No page has them in its text: they are control characters, which the parser leaves out or no one sees.

The second stands where one element with a class follows another.
"""


def words(element: Element) -> str:
    """What a person reads in ``element``, white space collapsed; scripts, buttons, drawings and how a word is said (ruby) are not read.

    Blocks and line breaks part words even where the mark-up has no white space between them; so does the border
    of an inline element where a small letter meets a capital or a letter a digit: style sheets set these apart. In
    scripts that have no capitals but space between words, any two words meeting there are two. So are they anywhere where
    the elements that meet have classes.
    """
    parts: list[str] = []
    _gather(element, parts, 0, " ")
    if len(parts) < 2:  # noqa: PLR2004
        return collapse(parts[0]) if parts else ""
    return collapse(_joined(parts))


def _joined(parts: list[str]) -> str:
    out: list[str] = []
    before = ""
    meeting = False
    for part in parts:
        if part == _MEETING:
            meeting = True
            continue
        if before and part:
            letters = meeting and before[-1].isalpha() and part[0].isalpha()
            if letters or _set_apart(before[-1], part[0]) or _are_words(before, part):
                out.append(" ")
        out.append(part)
        before = part
        meeting = False
    return "".join(out)


def _set_apart(before: str, after: str) -> bool:
    if before.isalpha():
        return (before.islower() and after.isupper()) or after.isdigit()
    return before.isdigit() and after.isalpha()


def _are_words(before: str, after: str) -> bool:
    """Whether two words meet in Hebrew, Arabic, a script of India, Ethiopic or Georgian.

    The first has four letters or signs at the least: fewer may be an article, or a letter that is drawn large.
    """
    if len(before) < 4 or len(after) < 2 or not (_is_caseless(before[-1]) and _is_caseless(after[0])):  # noqa: PLR2004
        return False
    return (
        _is_caseless(before[-2])
        and _is_caseless(before[-3])
        and _is_caseless(before[-4])
        and _is_caseless(after[1])
    )


def _is_caseless(c: str) -> bool:
    return "\u0590" <= c <= "\u0dff" or "\u10d0" <= c <= "\u10ff" or "\u1200" <= c <= "\u135a"


def _gather(element: Element, parts: list[str], depth: int, sign: str) -> None:
    if depth > _DEEPEST:
        return
    classed = False  # the element before, if nothing is between
    for child in element.children:
        if type(child) is Text:
            parts.append(child.data)
            classed = False
        elif type(child) is Element:
            tag = child.tag
            if tag in _UNREAD or child.attr("hidden") is not None:
                continue
            name = child.attr("class")
            if classed and name is not None:
                parts.append(_MEETING)
            classed = name is not None
            if tag in _BREAKS:
                parts.append(sign)
                _gather(child, parts, depth + 1, sign)
                parts.append(sign)
            else:
                _gather(child, parts, depth + 1, sign)


_DEEPEST = 60
"""Words for a metadata value do not stand deeper."""

_UNREAD = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "button",
        "select",
        "textarea",
        "object",
        "rt",
        "rp",
    )
)
_BREAKS = frozenset(("br", "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "section", "header", "footer", "dd", "dt", "figcaption", "address", "time"))  # fmt: skip
