"""Pages made for the promises, from the readers' own vocabulary: random bytes alone are almost never a news page.

A new kind of place that a reader looks at belongs into `PIECES`, so that every promise is tried on it.
"""

import datetime as dt
import gzip
import html
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from onrecord.readers import metatags, opengraph, vocabulary

CASES = tuple(
    path.read_bytes() for path in sorted((Path(__file__).parent.parent / "cases").glob("*/page.html"))
)

META_NAMES = sorted(
    {*metatags._FIELDS, *opengraph.FIELDS, *opengraph._IMAGES, *opengraph._BESIDE}  # noqa: SLF001  # their own words
    | {"dc:date", "dcterms.created", "twitter:label1", "twitter:data1", "og:image:type", "viewport"}
)
PROPERTIES = sorted(
    {*vocabulary.FIELDS, "author", "creator", "name", "image", "url", "publisher", "logo", "telephone"}
)
DUBLIN_CORE = [name.replace(".", ":", 1) for name in META_NAMES if name.startswith("dc.")]
RDFA_NAMES = sorted({*DUBLIN_CORE, "dcterms:issued", "dcterms:title", *(f"schema:{p}" for p in PROPERTIES)})
TYPES = sorted(
    {*vocabulary.ARTICLE_TYPES, *vocabulary.PAGE_TYPES, *vocabulary.SITE_TYPES, "CollectionPage", "Nonsense"}
)
CLASSES = [
    "byline",
    "author",
    "article-author",
    "posted-by",
    "date",
    "published",
    "updated",
    "entry-meta",
    "dateline",
    "headline",
    "entry-title",
    "standfirst",
    "caption",
    "credit",
    "correction",
    "editors-note",
    "related",
    "sidebar",
    "comments",
    "footer",
    "newsletter",
    "paywall",
    "article-body",
    "content",
]

DATES = (
    "2024-05-03T15:42:07+01:00", "2024-05-03", "2024-05", "3 May 2024", "03/04/2024 10:00", "1714747327", "last Friday",
    "Fri, 03 May 2024 14:42:07 GMT", "2024年5月3日 15時42分", "3 พฤษภาคม 2567", "٣ مايو ٢٠٢٤", "0000-00-00", "9999-12-31T23:59:60Z",
    "Updated 4 May 2024, 08:15", "10. Februar 2022, 09:13 Uhr MEZ", "2024-02-30", "12:00", "2024-05-03T24:00:00-99:99",
)  # fmt: skip
NAMES = (
    "By Ana Roe", "Ana Roe and Bo Byrne, Reporter", "Von Dr. Ute Klein (dpa)", "Reuters", "高瀬みなみ記者", "הדס לוי",
    "Por María José de la Cruz", "Staff", "The Daily Example", "", "By", "https://news.example/author/ana", "@ana",
)  # fmt: skip
ADDRESSES = (
    "https://news.example/2024/05/03/world/rain-in-may", "//cdn.example/a.jpg", "/img/lead-1200x800.jpg", "javascript:alert(1)",
    "https://[::1", "http://news.example:port/", "mailto:a@news.example", "#top", "data:image/gif;base64,AAAA", "rain.html?utm_source=x",
    "https://xn--80ak6aa92e.example/", "https://news.example/\u202egpj", "http://", "https://news.example/a b|c", "",
)  # fmt: skip
PROSE = (
    "It rained on the third of May, all day long, in Harrow Bay, and the ferries stayed where they were until the evening. ",
    "“Nobody went home,” said the harbour master, who had lit a lamp. ", "Am Freitag regnete es in der Bucht den ganzen Tag. ",
    "五月三日、湾では一日中雨が降り、渡し船は夕方まで動かなかった。", "Correction, 4 May 2024: it rained on Friday. ", "Photograph: Bo Byrne ",
    "HARROW BAY (Reuters) – ", "Read more", "We value your privacy", "Subscribe to continue reading", "404", "Just a moment...",
)  # fmt: skip
ODD = ("\0", "\r\n", "\r", "\x0b", "\u202e", "\u200f", "\ufeff", "\ud83d", "\U0001f327", "\u2028", "a\u0301", "&", "<", ">", '"', "]]>", "\\", "\x85", "\u00ad")  # fmt: skip
ENTITIES = ("&amp;", "&lt;b&gt;", "&nbsp;", "&#0;", "&#x1F327;", "&#xD800;", "&copy=1", "&notit;", "&#128;", "&quot;", "&;", "&#13;", "&ThickSpace;")  # fmt: skip

words = st.one_of(
    st.sampled_from((*DATES, *NAMES, *ADDRESSES, *PROSE)),
    st.lists(st.sampled_from((*PROSE, *ODD, *ENTITIES, *DATES, *NAMES)), max_size=6).map("".join),
    st.text(max_size=30),
)
long_words = st.lists(st.sampled_from((*PROSE[:4], *ENTITIES[:4])), min_size=1, max_size=8).map("".join)


def quoted(text: str) -> str:
    """``text`` as an attribute's value: mostly escaped as it should be, for tags are broken elsewhere."""
    return '"' + text.replace('"', "&quot;") + '"'


@st.composite
def elements(draw: st.DrawFn, inside: st.SearchStrategy[str]) -> str:
    """An element with names that mean something to a reader, closed or not."""
    tag = draw(st.sampled_from(["p", "div", "span", "h1", "h2", "time", "a", "figure", "figcaption", "article", "section", "aside", "ul", "li", "table", "tr", "td", "blockquote", "pre", "b", "i", "br", "header", "footer", "nav", "cite", "address", "details"]))  # fmt: skip
    attributes = draw(st.lists(st.sampled_from(("class", "id", "rel", "href", "datetime", "lang", "hidden", "itemprop", "property", "itemscope", "itemtype", "typeof", "content", "src", "style")), max_size=3))  # fmt: skip
    written = " ".join(f"{name}={quoted(draw(VALUES.get(name, words)))}" for name in attributes)
    return f"<{tag} {written}>{draw(inside)}{draw(st.sampled_from((f'</{tag}>', f'</{tag}>', f'</{tag}>', '', '</p>', '</div></i>')))}"


VALUES: dict[str, st.SearchStrategy[str]] = {
    "class": st.sampled_from(CLASSES),
    "id": st.sampled_from(CLASSES),
    "rel": st.sampled_from(("author", "schema:author", "schema:publisher", "nofollow")),
    "href": st.sampled_from(ADDRESSES),
    "src": st.sampled_from(ADDRESSES),
    "datetime": st.sampled_from(DATES),
    "itemprop": st.sampled_from(PROPERTIES),
    "property": st.sampled_from(RDFA_NAMES),
    "itemtype": st.sampled_from(TYPES).map("https://schema.org/{}".format),
    "typeof": st.sampled_from(TYPES).map("schema:{}".format),
    "lang": st.sampled_from(("en-GB", "de_DE", "en_EN", "x", "zh-Hant-TW")),
    "style": st.sampled_from(("display:none", "color:red")),
}


@st.composite
def metas(draw: st.DrawFn) -> str:
    key = draw(st.sampled_from(("name", "property", "http-equiv", "NAME")))
    return f"<meta {key}={quoted(draw(st.sampled_from(META_NAMES)))} content={quoted(draw(words))}>"


@st.composite
def figures(draw: st.DrawFn) -> str:
    source, size = (
        draw(st.sampled_from(ADDRESSES)),
        draw(st.sampled_from(("1200", "80%", "0", "-1", "99999999"))),
    )
    return (
        f"<figure><img src={quoted(source)} width={size}><figcaption>{draw(words)} <span class=credit>{draw(words)}</span>"
        "</figcaption></figure>"
    )


values: st.SearchStrategy[Any] = st.recursive(
    words | st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(("@id", "name", "@value", "url")), inner, max_size=3),
    max_leaves=4,
)  # fmt: skip
people: st.SearchStrategy[Any] = st.fixed_dictionaries(
    {"name": words},
    optional={
        "@type": st.sampled_from(("Person", "Organization")),
        "@id": st.just("#a"),
        "url": words,
        "logo": values,
    },
)
articles: st.SearchStrategy[Any] = st.deferred(lambda: _article)
_article: st.SearchStrategy[Any] = st.fixed_dictionaries(
    {"@type": st.sampled_from(TYPES) | st.lists(st.sampled_from(TYPES), max_size=2)},
    optional={
        **dict.fromkeys(PROPERTIES, values),
        "@id": st.sampled_from(("#a", "#b", "https://news.example/a")),
        "author": values | people,
        "publisher": values | people,
        "image": values | st.fixed_dictionaries({"url": words, "width": values}),
        "@graph": st.lists(articles, max_size=2),
        "mainEntity": articles,
        "itemListElement": st.lists(articles, max_size=2),
        "mainEntityOfPage": values,
        "speakable": st.fixed_dictionaries({"xpath": values}),
        "relatedLink": values,
        "odd 'key'": articles,
    },
)

BREAKS: tuple[Callable[[str], str], ...] = (
    str,
    str,
    str,
    lambda s: s.replace("}", ",}"),
    lambda s: s.replace(",", ", // so\n", 1),
    lambda s: s.replace(",", "/* so */,", 1),
    lambda s: s.replace("\\n", "\n").replace(" ", "\n\t", 2),
    lambda s: f"//<![CDATA[\n{s}\n//]]>",
    lambda s: f"<!-- {s} -->",
    html.escape,
    lambda s: s[: len(s) * 2 // 3],
    lambda s: s.replace('\\"', '"'),
    lambda s: f"{s}\n{s}",
    lambda s: f"{s};",
    lambda s: s.replace('"', "'"),
    lambda s: s.replace(": ", ": \\x", 1),
    lambda s: f"\ufeff{s}",
    lambda _: "[" * 60 + "]" * 60,
    lambda _: '{"@type": "Article", "headline": "half \\ud83d"}',
    lambda _: "NaN",
)


@st.composite
def scripts(draw: st.DrawFn) -> str:
    """A JSON-LD script, valid or broken in one of the ways that pages break them."""
    data = draw(articles | st.lists(articles, max_size=3))
    text = json.dumps(data, ensure_ascii=draw(st.booleans()))
    kind = draw(
        st.sampled_from(
            ('"application/ld+json"', "application/ld+json", '"application/LD+JSON; charset=utf-8"')
        )
    )
    broken = draw(st.sampled_from(BREAKS))(text.replace("</", "<\\/"))
    return f"<script type={kind}>{broken}</script>"


PIECES: st.SearchStrategy[str] = st.recursive(
    st.one_of(
        words,
        metas(),
        scripts(),
        figures(),
        long_words.map("<p>{}</p>".format),
        words.map("<h1>{}</h1>".format),
        words.map("<title>{}</title>".format),
        words.map(lambda w: f"<link rel=canonical href={quoted(w)}>"),
        words.map(lambda w: f"<base href={quoted(w)}>"),
        words.map("<div class=byline>{}</div>".format),
        st.sampled_from(DATES).map("<time datetime='{0}'>{0}</time>".format),
        words.map("<!-- saved from url=(0021)https://news.example/ {} -->".format),
        words.map("<style>{}</style>".format),
        words.map("<ul><li>{0}<li>{0}</ul><table><tr><td>{0}<td>{0}</table>".format),
        st.sampled_from(
            (
                "<!--",
                "</html>",
                "<svg><title>x</title>",
                "<template>",
                "<textarea>",
                "<plaintext>",
                "<b><p><b>",
            )
        ),
        st.integers(1, 300).map(lambda n: "<div>" * n),
    ),
    elements,
    max_leaves=6,
)

markup = st.lists(PIECES, max_size=10).map("".join)
whole = st.builds(
    "<!DOCTYPE html><html lang={}><head>{}</head><body>{}</body></html>".format,
    VALUES["lang"],
    st.lists(st.one_of(metas(), scripts(), words.map("<title>{}</title>".format)), max_size=5).map("".join),
    markup,
)
texts = markup | whole

ENCODINGS = ("utf-8", "utf-8", "windows-1252", "windows-1251", "shift_jis", "euc_kr", "gb18030", "big5", "utf-16", "utf-16-le", "utf-8-sig", "iso2022_jp")  # fmt: skip


@st.composite
def encoded(draw: st.DrawFn) -> bytes:
    """A page as bytes, in an encoding that it declares or not, rightly or not, packed or not."""
    text, encoding = draw(texts), draw(st.sampled_from(ENCODINGS))
    said = draw(st.sampled_from((encoding, "utf-8", "x-unknown", "rot13")))
    text = draw(st.sampled_from((text, f"<meta charset={said}>{text}", text.replace("\n", "\r\n"))))
    data = text.encode(encoding, "replace")
    return gzip.compress(data, 1, mtime=0) if draw(st.integers(0, 9)) == 0 else data


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A case's page, cut, doubled in part, or with a piece of another put in."""
    data, other = draw(st.sampled_from(CASES)), draw(st.sampled_from(CASES))
    for _ in range(draw(st.integers(1, 4))):
        start, end = sorted(draw(st.tuples(st.integers(0, len(data)), st.integers(0, len(data)))))
        end = min(end, start + draw(st.sampled_from((1, 40, 4_000))))
        at = draw(st.integers(0, len(other)))
        put = draw(
            st.sampled_from(
                (b"", data[start:end] * 2, other[at : at + 300], b"<", b"\0", b'"', b"\xff", b"</div>")
            )
        )
        data = data[:start] + put + data[end:]
    return data


bodies: st.SearchStrategy[bytes] = st.one_of(encoded(), encoded(), mutated(), st.binary(max_size=400))
pages: st.SearchStrategy[bytes | str] = st.one_of(bodies, bodies, texts)

_header_values = st.one_of(words, st.sampled_from(("text/html; charset=shift_jis", "404", "200", '<https://news.example/a>; rel="canonical"', "de-DE")))  # fmt: skip

given_with = st.fixed_dictionaries(
    {},
    optional={
        "url": words | st.sampled_from(ADDRESSES),
        "headers": st.dictionaries(
            st.sampled_from(("Content-Type", ":status", "Link", "date", "Content-Language")) | words,
            _header_values,
            max_size=4,
        )
        | st.lists(st.tuples(st.sampled_from(("Link", "link", "Date")), _header_values), max_size=3),
        "captured": words | st.datetimes() | st.datetimes(timezones=st.just(dt.UTC)),
        "kind": st.sampled_from((None, "html", "text")),
    },
)
"""What a caller may say beside a page."""
