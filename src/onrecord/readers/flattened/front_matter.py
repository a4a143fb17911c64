"""YAML front matter: what stands between two lines of dashes over a text in Markdown, a field a line."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from onrecord.evidence import Evidence
from onrecord.readers.flattened import prose
from onrecord.readers.flattened.lines import Line, evidence
from onrecord.readers.flattened.shapes import URL

_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        name: field
        for field, names in {
            "headline": "headline title",
            "alternative_headline": "alternative_headline subtitle subheadline",
            "description": "description summary excerpt",
            "standfirst": "standfirst dek",
            "author": "author authors byline",
            "publisher": "publisher publication source site site_name",
            "date_published": "date_published date published pubdate publishdate publish_date",
            "date_created": "date_created",
            "date_modified": "date_modified updated modified lastmod last_modified last_modified_at",
            "article_section": "article_section section category categories",
            "keywords": "keywords tags",
            "url": "url link canonical_url original_url source_url",
            "in_language": "in_language language lang",
            "dateline": "dateline",
            "genre": "genre",
            "credited_agency": "credited_agency agency",
            "copyright_year": "copyright_year",
            "is_accessible_for_free": "is_accessible_for_free",
            "corrections": "corrections",
        }.items()
        for name in names.split()
    }
)
_KEY = re.compile(r"([A-Za-z][\w-]{0,40})\s*:(?:\s+|$)")
_ITEM = re.compile(r"-\s+")
_OPEN, _CLOSE = "---", frozenset(("---", "..."))
_LONGEST = 200
"""Lines of the longest front matter."""
_IN_LIST = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|[^,\[\]\"'][^,\[\]]*")
_HEADLINE = re.compile(r"#\s+")


def end_of(lines: Sequence[Line]) -> int:
    """How many lines are front matter; 0 where a text has none."""
    if not lines or lines[0].text != _OPEN:
        return 0
    end = next((i for i, line in enumerate(lines[1:_LONGEST], 1) if line.text in _CLOSE), 0)
    return end + 1 if end > 1 and _KEY.match(lines[1].text) else 0


def read(lines: Sequence[Line]) -> Iterator[Evidence]:
    """What the front matter of a text says; all below it is the article's."""
    end = end_of(lines)
    field, key, given = None, "", set()
    for line in lines[1 : end - 1]:
        if found := _KEY.match(line.text):
            key = found[1]
            field = _FIELDS.get(key.casefold().replace("-", "_"))
            value = line.part(found.end(), len(line.text))
        elif item := _ITEM.match(line.text):
            value = line.part(item.end(), len(line.text))
        else:
            continue
        for part in _values(value) if field else ():
            given.add(part.text)
            linked = field == "publisher" and URL.match(part.text)
            yield evidence("url" if linked else str(field), part, f"behind the key {key!r}")
    below = lines[end:]
    if below and (found := _HEADLINE.match(below[0].text)):
        yield evidence(
            "headline", below[0].part(found.end(), len(below[0].text)), "the heading over the text"
        )
        below = below[1:]
    if below and below[0].text.strip("*_") in given:  # the standfirst once more
        below = below[1:]
    yield from prose.body_of(below, keep=True)


def _values(value: Line) -> Iterator[Line]:
    """A scalar, or each of a list in square brackets, without quotation marks."""
    listed = value.text.startswith("[") and value.text.endswith("]")
    parts = [value.part(*m.span()) for m in _IN_LIST.finditer(value.text)] if listed else [value]
    for part in parts:
        quoted = len(part.text) > 1 and part.text[0] == part.text[-1] and part.text[0] in "\"'"
        bare = part.part(1, len(part.text) - 1) if quoted else part
        if bare.text:
            yield _read(bare) if quoted and "\\" in bare.text and part.text[0] == '"' else bare


def _read(bare: Line) -> Line:
    """What stands between quotation marks, its escapes read as JSON's, which YAML shares; as it is where they are none."""
    try:
        return bare._replace(text=str(json.loads(f'"{bare.text}"', strict=False)))
    except ValueError:
        return bare
