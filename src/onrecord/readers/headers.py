"""HTTP headers of the response, and what the caller knows of the capture."""

from collections.abc import Iterator

from onrecord.evidence import NOWHERE, Evidence, Source
from onrecord.page import Page

_FIELDS = (("date", "date_captured"), ("content-language", "in_language"))


def read(page: Page) -> Iterator[Evidence]:
    """What the headers say. ``Last-Modified`` is left alone: it tells of a file or a cache, not of an article."""
    if page.captured is not None:
        yield Evidence("date_captured", page.captured, Source.CALLER, NOWHERE)
    if not page.headers and page.status is None:
        return
    for name, field in _FIELDS:
        value = page.headers.get(name)
        if name == "date":
            # Of a web archive's answer: when it took the copy, not when it gave it (RFC 7089, 2.1.1).
            value = page.headers.get("memento-datetime") or value
        if value and value.strip():
            yield Evidence(field, value, Source.HTTP, NOWHERE)
    if page.status is not None and page.status >= 400:  # noqa: PLR2004  # RFC 9110, 15.5: errors
        yield Evidence("page_type", str(page.status), Source.HTTP, NOWHERE)
    link = page.headers.get("link", "")
    for part in link.split(","):
        address, _, rest = part.partition(";")
        if 'rel="canonical"' in rest.replace(" ", "") and address.strip()[:1] == "<":
            yield Evidence("canonical_url", address.strip().strip("<>"), Source.HTTP, NOWHERE)
