"""Pages that mean harm, or are merely enormous, and what a record of each must say."""

import gzip
import json
from collections.abc import Callable
from typing import NamedTuple

ARTICLE = (
    "<h1>Rain in May</h1><p>By Ana Roe</p><p>It rained on the third of May, all day long, in Harrow Bay.</p>"
)


class Hostile(NamedTuple):
    """How such a page is made, what trouble must be said of it, and whether its article must still be found."""

    make: Callable[[], bytes]
    trouble: str | None = None
    found: bool = False


def page(before: str = "", after: str = "") -> bytes:
    return f"<!doctype html><title>Rain in May</title>{before}{ARTICLE}{after}".encode()


def script(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


ONE = script('{"@type": "NewsArticle", "headline": "Rain in May", "author": {"name": "Ana Roe"}}')

PAGES: dict[str, Hostile] = {
    "200,000 nested divs": Hostile(lambda: page("<div>" * 200_000)),
    "200,000 nested divs behind the article": Hostile(lambda: page(after="<div>" * 200_000), found=True),
    "100,000 unclosed <b>": Hostile(lambda: page("<b>" * 100_000)),
    "100,000 unclosed <b> and <p> by turns": Hostile(lambda: page("<p><b>" * 50_000)),
    "20,000 nested tables": Hostile(lambda: page("<table><tr><td>" * 20_000)),
    "20,000 nested lists": Hostile(lambda: page("<ul><li>a" * 20_000)),
    "50,000 metas": Hostile(lambda: page('<meta name="keywords" content="rain">' * 50_000), "too-many-metas", found=True),
    "7,000 links in the text": Hostile(lambda: page(after="".join(f"<p>On day {n} it rained <a href=https://a.example/{n}>in bay {n}</a>, and in the hills behind it.</p>" for n in range(7_000))), "too-many-links", found=True),
    "20,000 JSON-LD scripts": Hostile(lambda: page(ONE * 20_000), "too-many-scripts", found=True),
    "JSON nested 100,000 deep": Hostile(lambda: page(script("[" * 100_000 + "]" * 100_000)), "json-ld-unreadable", found=True),
    "JSON nested 100,000 deep in objects": Hostile(
        lambda: page(script('{"@graph":' * 100_000 + "1" + "}" * 100_000)), "json-ld-unreadable", found=True
    ),
    "JSON nested 300 deep": Hostile(lambda: page(script('{"@graph":[' * 300 + "]}" * 300)), "json-ld-too-large", found=True),
    "JSON of 5 MB": Hostile(lambda: page(script(json.dumps({"@type": "NewsArticle", "headline": "x" * 5_000_000}))), "json-ld-too-large"),
    "broken JSON of open strings": Hostile(lambda: page(script('{"a":"' + '\\"' * 300_000)), found=True),
    "broken JSON of commas": Hostile(lambda: page(script("[" + ", " * 300_000)), found=True),
    "broken JSON of comments": Hostile(lambda: page(script("[" + "/*" * 300_000)), found=True),
    "broken JSON of commas and comments": Hostile(lambda: page(script("[" + ",/*a*/" * 300_000)), found=True),
    "broken JSON of comments never closed": Hostile(lambda: page(script("[" + ",/* " * 200_000)), found=True),
    "broken JSON of blanks behind a bracket": Hostile(lambda: page(script("{}" + " " * 300_000 + "x")), found=True),
    "broken JSON of escapes": Hostile(lambda: page(script('{"a":"' + "\\" * 300_001)), found=True),
    "broken JSON of quotes": Hostile(lambda: page(script("{" + '"' * 200_001)), found=True),
    "broken JSON of blanks": Hostile(lambda: page(script('{"a":1,' + " " * 300_000 + "x")), found=True),
    "100,000 articles in a graph": Hostile(
        lambda: page(script(json.dumps({"@graph": [{"@type": "NewsArticle", "headline": "Rain in May"}] * 100_000}))), "json-ld-too-large", found=True
    ),
    "an article with 100,000 authors": Hostile(
        lambda: page(script(json.dumps({"@type": "NewsArticle", "author": [{"name": f"Ana Roe {i}"} for i in range(100_000)]}))), found=True
    ),
    "a 5 MB attribute": Hostile(lambda: page(f'<div class="{"author " * 700_000}">x</div>'), found=True),
    "5 MB of content": Hostile(lambda: page(f'<meta name="description" content="{"rain " * 1_000_000}">'), "value-too-long", found=True),
    "an element with 100,000 attributes": Hostile(lambda: page("<p " + " ".join(f"a{i}=1" for i in range(100_000)) + ">x</p>")),
    "10,000 figures": Hostile(lambda: page(after='<figure><img src="/a.jpg"><figcaption>Rain<span class=credit>Bo</span></figcaption></figure>' * 10_000), found=True),
    "10,000 h1": Hostile(lambda: page(after="<h1>Rain again</h1>" * 10_000)),
    "10,000 times": Hostile(lambda: page(after='<time datetime="2024-05-03">3 May 2024</time>' * 10_000), found=True),
    "10,000 authors": Hostile(lambda: page(after='<div class="author">By Bo Byrne</div>' * 10_000), found=True),
    "10,000 links": Hostile(lambda: page(after='<p><a href="/a">more on the rain of the third of May</a></p>' * 10_000)),
    "10,000 microdata items": Hostile(
        lambda: page(after='<div itemscope itemtype="https://schema.org/NewsArticle"><b itemprop="headline">Rain</b></div>' * 10_000)
    ),
    "10,000 RDFa things, one in another": Hostile(
        lambda: page('<div typeof="schema:Person" rel="schema:author"><i property="schema:name">Bo</i>' * 10_000)
    ),
    "100,000 paragraphs": Hostile(lambda: page(after="<p>It rained again, and nobody in the harbour was surprised by that.</p>" * 100_000)),
    "5 MB in one line": Hostile(lambda: page(after=f"<p>{'It rained. ' * 450_000}</p>")),
    "a million <br>": Hostile(lambda: page(after="<p>" + "a<br>" * 1_000_000)),
    "2 MB of entities": Hostile(lambda: page(after="<p>" + "&amp;" * 400_000)),
    "2 MB of numbers": Hostile(lambda: page(after="<p class=byline>" + "2024-05-03 " * 200_000), found=True),
    "2 MB of comments": Hostile(lambda: page(after="<!--x-->" * 250_000), found=True),
    "a comment never closed": Hostile(lambda: page(after="<!-- " + "-" * 2_000_000), found=True),
    "comments never closed in a title": Hostile(lambda: b"<title>" + b"<!-- " * 100_000 + b"</title>"),
    "tags never closed in a title": Hostile(lambda: b"<title>" + b"<script a" * 60_000 + b"</title>"),
    "2 MB of open tags in the head": Hostile(lambda: page("<meta " * 300_000)),
    "30 MB of <": Hostile(lambda: b"<" * 30_000_001, "page-too-large"),
    "40 MB of text": Hostile(lambda: b"rain " * 8_000_000, "page-too-large"),
    "21 million characters": Hostile(lambda: page(after="<p>" + "a " * 10_500_000), "page-too-large"),
    "a gzip bomb": Hostile(lambda: gzip.compress(b"\0" * 200_000_000, 9, mtime=0), "page-too-large"),
    "gzip cut short": Hostile(lambda: gzip.compress(page(), mtime=0)[:-20], "compression-broken"),
    "gzip with a fault": Hostile(lambda: gzip.compress(page(), mtime=0)[:60] + b"\xff" * 60, "compression-broken"),
    "only nul bytes": Hostile(lambda: b"\0" * 1_000_000),
    "UTF-16 cut in a letter": Hostile(lambda: page().decode().encode("utf-16")[:-1], found=True),
    "a million nested divs": Hostile(lambda: page("<div>" * 1_000_000), "too-many-tags"),
    "a million nested divs, closed": Hostile(lambda: page("<div>" * 1_000_000 + "x" + "</div>" * 1_000_000), "too-many-tags"),
    "a million nested divs behind the article": Hostile(lambda: page(after="<div>" * 1_000_000), "too-deep", found=True),
    "five million <b>": Hostile(lambda: page("<b>" * 5_000_000), "too-many-tags"),
    "a million <p><b>": Hostile(lambda: page("<p><b>" * 500_000), "too-many-tags"),
    "links and paragraphs that are moved into one another": Hostile(lambda: page("<a><b><i><p></a>" * 300_000), "too-many-tags"),
    "a table's text moved before it": Hostile(lambda: page("<table>x" * 500_000), "too-many-tags"),
    "formatting opened again in each paragraph": Hostile(lambda: page("".join(f"<b a{i}>" for i in range(3_000)) + "<p>" * 100_000)),
    "a million nested tags of one's own": Hostile(lambda: page("<x-a>" * 200_000 + "<p>x"), "too-deep"),
    "templates in templates": Hostile(lambda: page("<template>" * 500_000), "too-many-tags"),
    "drawings in drawings": Hostile(lambda: page("<svg>" * 1_000_000), "too-many-tags"),
    "options never closed": Hostile(lambda: page("<select><option>" * 500_000), "too-many-tags"),
    "50 MB of divs": Hostile(lambda: page("<div>" * 10_000_000), "page-too-large"),
    "50 MB of paragraphs": Hostile(lambda: page(after="<p>It rained again, and nobody in the harbour was surprised.</p>" * 800_000), "page-too-large", found=True),
    "50 MB of short paragraphs": Hostile(lambda: page(after="<p>a" * 12_500_000), "page-too-large"),
    "50 MB of links": Hostile(lambda: page(after="<a href=/a>b</a>" * 3_300_000), "page-too-large"),
    "50 MB of <br>": Hostile(lambda: page(after="<br>" * 12_500_000), "page-too-large"),
    "50 MB of attributes": Hostile(lambda: page("<p " + " ".join(f"a{i}=1" for i in range(4_500_000)) + ">x</p>"), "too-many-attributes"),
    "a million attributes": Hostile(lambda: page("<p " + " ".join(f"a{i}=1" for i in range(1_000_000)) + ">x</p>"), "too-many-attributes"),
    "a million attributes with > in their values": Hostile(
        lambda: page("<p " + " ".join(f"{chr(0x4E00 + i // 1000)}{chr(0x4E00 + i % 1000)}='>'" for i in range(1_000_000)) + ">x</p>")
    ),
    "four million attributes, 26 to an element": Hostile(lambda: page("<a b c d e f g h i j k l m n o p q r s t u v w x y z>" * 150_000), "page-too-large"),
    "an address of two million letters": Hostile(lambda: page('<img src="data:image/png;base64,' + "aB/" * 700_000 + '">'), found=True),
    "a million blocks": Hostile(lambda: page(after="<p>It rained.</p>" * 1_000_000), "too-many-tags"),
    "40,000 quotations": Hostile(
        lambda: page(after="<article>" + "".join(f"<blockquote><p>It rained for the {n} days of that year, and the boats lay in the bay.</p></blockquote>" for n in range(40_000)) + "</article>"), "too-many-blocks"
    ),
    "a million list items": Hostile(lambda: page(after="<ul>" + "<li>It rained." * 1_000_000), "too-many-tags"),
    "a million cells": Hostile(lambda: page(after="<table>" + "<tr><td>It<td>rained." * 500_000), "too-many-tags"),
    "a million headings": Hostile(lambda: page(after="<h1>Rain again</h1>" * 1_000_000), "too-many-tags"),
    "a million titles": Hostile(lambda: page("<title>a</title>" * 1_000_000), "too-many-tags"),
    "700,000 metas": Hostile(lambda: page('<meta name="keywords" content="rain">' * 700_000), "too-many-metas"),
    "half a million addresses of the page": Hostile(lambda: page('<link rel=canonical href="https://n.example/a">' * 500_000), "page-too-large"),
    "JSON nested a million deep": Hostile(lambda: page(script("[" * 1_000_000)), "json-ld-unreadable", found=True),
    "JSON nested 100,000 deep under other names": Hostile(lambda: page(script('{"a":[' * 100_000 + "1" + "]}" * 100_000)), "json-ld-unreadable", found=True),
    "JSON of 30 MB": Hostile(lambda: page(script(json.dumps({"@type": "NewsArticle", "headline": "x" * 30_000_000}))), "page-too-large"),
    "two million JSON numbers": Hostile(lambda: page(script("[" + "1," * 990_000 + "1]")), "json-ld-too-large"),
    "600,000 empty JSON objects": Hostile(lambda: page(script("[" + "{}," * 650_000 + "1]")), "json-ld-too-large"),
    "600,000 empty JSON objects and a fault": Hostile(lambda: page(script("[" + "{}," * 650_000 + "x]")), "json-ld-unreadable"),
    "a body of 2 MB in JSON": Hostile(lambda: page(script(json.dumps({"@type": "NewsArticle", "articleBody": "It rained.\n" * 160_000}))), "too-many-blocks"),
    "a body of 2 MB of mark-up in JSON": Hostile(lambda: page(script(json.dumps({"@type": "NewsArticle", "articleBody": "<p>a" * 480_000}))), "body-from-data"),
    "100,000 JSON-LD scripts": Hostile(lambda: page(ONE * 100_000), "page-too-large"),
    "100,000 JSON-LD scripts that are broken": Hostile(lambda: page(script("{'a':") * 100_000), "json-ld-unreadable"),
    "200 JSON-LD scripts of 100 kB": Hostile(
        lambda: page(script(json.dumps({"@graph": [{"@type": "NewsArticle", "headline": "Rain"}] * 1_800})) * 200), "json-ld-too-large"
    ),
    "200 JSON-LD scripts of 100 kB that are broken": Hostile(lambda: page(script("{" + '"a":"b\n",' * 10_000) * 200), "json-ld-too-large"),
    "30 MB of entities": Hostile(lambda: page(after="<p>" + "&amp;" * 6_000_000), "page-too-large"),
    "entities that are none": Hostile(lambda: page(after="<p>" + "&notit;" * 4_000_000), "page-too-large"),
    "16 MB of ampersands": Hostile(lambda: page(after="<p>" + "&" * 16_000_000), "page-too-large"),
    "a bomb of mark-up": Hostile(lambda: gzip.compress(b"<p>x" * 50_000_000, 9, mtime=0), "page-too-large"),
    "a bomb in a bomb": Hostile(lambda: gzip.compress(gzip.compress(b"<p>x" * 50_000_000, 9, mtime=0), 9, mtime=0), "compressed-twice"),
    "30 MB of nul": Hostile(lambda: b"\0" * 30_000_000, "page-too-large"),
    "30 MB of 0xFF": Hostile(lambda: b"\xff" * 30_000_000, "page-too-large"),
    "halves of letters as UTF-8": Hostile(lambda: b"<p>" + b"\xed\xa0\xbd" * 9_000_000, "page-too-large"),
    "first halves of UTF-8": Hostile(lambda: b"<p>" + b"\xc3 " * 14_000_000, "page-too-large"),
    "halves of letters in UTF-16": Hostile(lambda: page().decode().encode("utf-16-le") + b"\x3d\xd8" * 5_000_000, "undecodable-bytes"),
    "GB18030 of four bytes": Hostile(lambda: b"<p>" + b"\x81\x30\x81\x30" * 3_900_000),
    "ISO-2022-JP never ended": Hostile(lambda: b"<p>\x1b$B" + b'$"$' * 5_000_000),
    "mojibake of 16 MB": Hostile(lambda: b"<p>" + "Ã© é ".encode() * 2_000_000, "mojibake"),
    "a text of Chinese without end": Hostile(lambda: b"<p>" + "雨".encode() * 9_000_000, "page-too-large"),
    "words of two letters without end": Hostile(lambda: b"<p>" + "жы ".encode() * 3_000_000, "page-too-large"),
    "letters beyond the first plane": Hostile(lambda: b"<p>" + "\U0001f327".encode() * 7_000_000, "page-too-large"),
    "marks without letters": Hostile(lambda: b"<p>" + "a\u0301".encode() * 9_000_000, "page-too-large"),
    "the direction turned nine million times": Hostile(lambda: b"<p>" + "\u202e".encode() * 9_000_000, "page-too-large"),
    "six million lines": Hostile(lambda: b"rain\n" * 6_000_000, "page-too-large"),
    "six million paragraphs of text": Hostile(lambda: b"rain\n\n" * 5_000_000, "too-many-lines"),
    "30 MB of carriage returns": Hostile(lambda: b"<p>" + b"\r" * 30_000_000, "page-too-large"),
    "300,000 figures": Hostile(lambda: page(after='<figure><img src="/a.jpg"><figcaption>Rain<span class=credit>Bo</span></figcaption></figure>' * 300_000), "page-too-large"),
    "300,000 microdata items, one in another": Hostile(
        lambda: page(after='<div itemprop=author itemscope itemtype="https://schema.org/NewsArticle">' * 300_000), "page-too-large", found=True
    ),
    "800,000 authors in one item": Hostile(
        lambda: page(after='<div itemscope itemtype="https://schema.org/NewsArticle">' + '<b itemprop="author">Ana Roe</b>' * 800_000), "page-too-large"
    ),
    "300,000 RDFa things": Hostile(lambda: page('<div typeof="schema:Person" rel="schema:author"><i property="schema:name">Bo</i>' * 300_000), "page-too-large"),
    "400 class names of 70 kB": Hostile(lambda: page(('<div class="' + "author " * 10_000 + '">x</div>') * 400), "page-too-large"),
    "700,000 class names": Hostile(lambda: page("".join(f'<div class="c{i} x{i}">rain {i}</div>' for i in range(700_000))), "page-too-large"),
    "a state of ten million letters": Hostile(
        lambda: page('<script>window.__STATE__={"a":[' + '{"datePublished":"x"},' * 500_000 + "1]}</script>"), "page-too-large"
    ),
    "half a million lines in <pre>": Hostile(lambda: page(after="<pre>" + "a\n<b>x</b>" * 500_000), "too-many-tags"),
}  # fmt: skip
