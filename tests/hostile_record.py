"""A page, and a record, with something that would run in every field: nothing of it may."""

import json

from onrecord.evidence import Place, Source, Trouble
from onrecord.record import (
    Author,
    Block,
    BlockKind,
    Candidate,
    Capture,
    Conflict,
    Correction,
    Extractor,
    Image,
    Link,
    Logo,
    Publisher,
    Record,
    Rel,
    Speaker,
    Statement,
    StatementKind,
)
from onrecord.values.moments import Moment, Precision, Zone
from onrecord.values.people import Kind

POISON = (
    '"\'></title></script></textarea></style><poison><img src=x onerror="window.harmed=1">'
    "<script>window.harmed=1;alert(1)</script><a href='javascript:alert(1)'>x</a><svg onload=alert(1)><!-- <b"
)
RUNS = "javascript:window.harmed=1//"
PLACE = Place(start=0, end=20, css=POISON, json=None)


def hostile_record() -> Record:
    """A record made elsewhere, every string of it poison."""
    body = f"{POISON}\n\n{POISON} said x.\n\n{POISON}"
    size = len(POISON)
    candidate = Candidate(
        value=POISON, raw=POISON + "!", source=Source.META, place=PLACE, chosen=True, rule=POISON
    )
    fields = ("headline", "author", "images", "article_body", "publisher.logo", POISON)
    starts = (
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.TABLE_ROW, size + 2),
        (BlockKind.LIVE_ENTRY, 2 * size + 12),
    )
    return Record(
        id="abcdef0123456789abcd",
        extractor=Extractor(POISON, {POISON: POISON}),
        url="https://evil.example/record",
        canonical_url=RUNS,
        headline=POISON, alternative_headline=POISON, description=POISON, standfirst=POISON, genre=POISON,
        article_section=(POISON,), keywords=(POISON,), dateline=POISON, in_language=POISON, speakable=(POISON,),
        author=(Author(POISON, Kind.PERSON, RUNS, POISON),),
        publisher=Publisher(POISON, POISON, RUNS, POISON, POISON, Logo(RUNS, 1, 1)),
        credited_agency=POISON,
        date_published=Moment(value="2024-05-03", precision=Precision.DAY, zone=Zone.NONE, raw=POISON),
        date_modified=Moment(value=POISON, precision=Precision.MINUTE, zone=Zone.NONE, raw=POISON),
        date_captured=POISON,
        article_body=body,
        blocks=tuple(Block(kind, 1, POISON, at, at + size, PLACE) for kind, at in starts),
        images=(Image(RUNS, 1, 1, (), POISON, POISON), Image("data:text/html," + POISON, caption=POISON)),
        links=(Link(RUNS, POISON, 0, 5, Rel.INLINE), Link("https://x.example/" + POISON, POISON, 6, 9, Rel.INLINE), Link(RUNS, POISON, None, None, Rel.RELATED)),
        corrections=(Correction(POISON, PLACE),),
        word_count=3,
        capture=Capture(file=POISON, digest=POISON),
        evidence=dict.fromkeys(fields, (candidate,)),
        conflicts=(Conflict("headline", POISON, (POISON, POISON), (PLACE, PLACE)),),
        troubles=(Trouble(POISON, POISON, PLACE),),
        statements=(Statement(((0, 9), (12, 30)), (), (), StatementKind.DIRECT, Speaker(POISON, POISON, POISON), POISON, 1.0),),
    )  # fmt: skip


def hostile_page() -> bytes:
    """A page as a crawler may meet it, which runs whatever a browser lets it."""
    data = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": POISON, "description": POISON,
        "author": {"@type": "Person", "name": "Ann <script>alert(1)</script> Roe", "url": RUNS},
        "publisher": {"@type": "Organization", "name": "Post <img src=x onerror=alert(1)>", "logo": RUNS},
        "image": [RUNS, "https://evil.example/<script>.png"], "datePublished": "2024-05-03T10:00:00Z",
        "articleSection": POISON, "keywords": [POISON], "inLanguage": "en",
    }  # fmt: skip
    escaped = POISON.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    told = json.dumps(data).replace("<", "\\u003c")
    words = "It rained in the harbour all of Monday and the boats stayed in. " * 4
    return f"""<!DOCTYPE html><html lang="en"><head><title>{escaped}</title>
<meta property="og:title" content="{escaped}"><meta property="og:site_name" content="{escaped}">
<meta name="author" content="{escaped}"><meta http-equiv="refresh" content="0;url=https://evil.example/gone">
<base href="https://evil.example/base/"><script type="application/ld+json">{told}</script>
<script>window.harmed=1;alert(1)</script><style>body{{display:none}}</style></head>
<body onload="alert(1)"><article><h1>{escaped}</h1><p class="byline">By {escaped}</p>
<p>{words}{escaped}</p><p>“{escaped} {words}” said {escaped}.</p><p>“We shall run it,” said Ann Roe, <a href="{RUNS}">who runs</a> it.</p>
<ul><li>{escaped}</li></ul><blockquote>{escaped}</blockquote><table><tr><td>{escaped}</td><td>{words}</td></tr></table>
<figure><img src="https://evil.example/pixel.png" onerror="alert(1)"><figcaption>{escaped}</figcaption></figure>
<iframe src="https://evil.example/frame"></iframe><form action="https://evil.example/form"><button autofocus onfocus="alert(1)">x</button></form>
<p>{words}<b><i><div><table><tr><p>unclosed <script>alert(1)""".encode()
