"""A record as an IPTC ninjs 3.1 news object (iptc.org/std/ninjs), for news systems.

What ninjs has no field for is left out: links, statements, evidence. ``uri`` is the address of the article, else
``urn:onrecord:`` and its id. Dates without a time or without an offset stay out of the fields that ask for both.
"""

import re
from collections.abc import Iterator
from urllib.parse import quote

from onrecord.record import Image, Publisher, Record
from onrecord.values.moments import Moment, instant
from onrecord.values.names import Kind

_Node = dict[str, object]
_STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
}
_RELATION = "https://cv.iptc.org/newscodes/contentprodpartytype/"


def to_ninjs(record: Record) -> _Node:
    """``record`` as a news object; what the page does not say is left out, never null."""
    node: _Node = {
        "uri": _address(record.canonical_url or record.url) or f"urn:onrecord:{record.id}",
        "standard": _STANDARD,
        "type": "text",
        "representationType": "full",
        "language": record.in_language,
        "versionCreated": _time(record.date_modified) or _time(record.date_published),
        "contentCreated": _time(record.date_created) or _time(record.date_published),
        "headlines": _plain(main=record.headline, alternative=record.alternative_headline),
        "descriptions": _plain(standfirst=record.standfirst, summary=record.description),
        "bodies": _bodies(record),
        "by": ", ".join(author.name for author in record.author),
        "located": record.dateline,
        "people": [{"name": a.name, "rel": "author"} for a in record.author if a.type is Kind.PERSON],
        "organisations": [
            {"name": a.name, "rel": "author"} for a in record.author if a.type is not Kind.PERSON
        ],
        "infoSources": list(_sources(record)),
        "subjects": list(_subjects(record)),
        "genres": [{"name": record.genre}] if record.genre else [],
        "associations": [_picture(n, image) for n, image in enumerate(record.images, 1)],
        "altIds": [{"role": "onrecord", "value": record.id}],
        "copyrightHolder": record.publisher and record.publisher.legal_name,
        "copyrightNotice": f"© {record.copyright_year}" if record.copyright_year else None,
        "edNote": "\n".join(correction.text for correction in record.corrections),
    }
    return {name: value for name, value in node.items() if value not in (None, [], "")}


_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def _address(url: str | None) -> str | None:
    """``url`` as RFC 3986 writes it, which allows ASCII only; None where it is no whole address."""
    if not url or not _ADDRESS.match(url):
        return None
    return quote(url, safe="%/:?#[]@!$&'()*+,;=-._~").replace("[", "%5B").replace("]", "%5D")


def _time(moment: Moment | None) -> str | None:
    """RFC 3339 asks for a time and an offset: what has none is not made one."""
    return moment.value if moment and instant(moment) else None


def _plain(**texts: str | None) -> list[_Node]:
    """Texts by their role."""
    return [
        {"role": role, "contentType": "text/plain", "value": text} for role, text in texts.items() if text
    ]


def _bodies(record: Record) -> list[_Node]:
    body = record.article_body
    if not body:
        return []
    count = {"wordCount": record.word_count} if record.word_count is not None else {}
    return [{"role": "main", "contentType": "text/plain", "charCount": len(body), **count, "value": body}]


def _sources(record: Record) -> Iterator[_Node]:
    publisher = record.publisher
    if publisher and publisher.name:
        address = _address(publisher.url)
        yield {
            "name": publisher.name,
            "role": f"{_RELATION}publisher",
            **({"uri": address} if address else {}),
            **_contact(publisher),
        }
    if record.credited_agency:
        yield {"name": record.credited_agency, "role": f"{_RELATION}provider"}


def _contact(publisher: Publisher) -> _Node:
    said = (("email", publisher.email), ("phone", publisher.telephone))
    found = [{"type": kind, "value": value} for kind, value in said if value]
    return {"contactInfo": found} if found else {}


def _subjects(record: Record) -> Iterator[_Node]:
    for relation, names in (("section", record.article_section), ("keyword", record.keywords)):
        for name in names:
            yield {"name": name, "rel": relation}


def _picture(number: int, image: Image) -> _Node:
    address = _address(image.url)
    sizes = [(size.width, size.height) for size in image.sizes] or [(image.width, image.height)]
    node: _Node = {
        "name": f"image {number}",
        "rel": "image",
        "uri": address or f"urn:onrecord:image:{number}",
        "type": "picture",
        "descriptions": [{"role": "caption", "value": image.caption}] if image.caption else [],
        "by": image.credit,
        "renditions": [
            {
                "name": f"{width}x{height}" if width and height else "main",
                **({"href": address} if address else {}),
                **({"width": width} if width else {}),
                **({"height": height} if height else {}),
            }
            for width, height in sizes
        ],
    }
    return {name: value for name, value in node.items() if value not in (None, [])}
