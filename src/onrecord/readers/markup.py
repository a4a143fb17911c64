"""What an element that carries a property says, in microdata and RDFa alike."""

from collections.abc import Iterator

from turbohtml import Element

from onrecord import limits
from onrecord.evidence import Evidence, Source
from onrecord.page import Page, words


def said(page: Page, element: Element, field: str, source: Source) -> Iterator[Evidence]:
    """The value of a property: its ``content``, its ``datetime``, what an ``abbr`` is short for, else the words a person reads."""
    for name in ("content", "datetime", "title") if element.tag == "abbr" else ("content", "datetime"):
        value = element.attr(name)
        if value and value.strip():
            yield Evidence(field, value, source, page.attribute(element, name))
            return
    if raw := words(element)[: limits.RAW_CHARACTERS]:
        yield Evidence(field, raw, source, page.place(element, raw))
