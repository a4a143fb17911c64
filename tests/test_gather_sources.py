"""What sources lead to: feeds, sitemaps, lists, front pages; well formed, broken and hostile."""

import gzip
import time
from collections.abc import Callable

import brotli
import msgspec
import pytest
from backports import zstd

from onrecord import limits
from onrecord.errors import InputError
from onrecord.gather.listing import Kind, Listed
from onrecord.gather.plan import Plan, Source, joined, read_plan, read_plan_file
from onrecord.gather.reading import read_listing

BASE = "https://tarnpost.example"
DAY = 86_400.0


def urls(body: bytes, url: str = f"{BASE}/x", **headers: str) -> list[str]:
    return [one.url for one in read_listing(body, url, headers).pages]


RSS = f"""<?xml version="1.0" encoding="ISO-8859-1"?>
<rss version="2.0"><channel><title>Tarn</title><link>{BASE}/</link>
<item><title>\xc9t\xe9</title><link>{BASE}/a#top</link><pubDate>Fri, 02 Jan 1970 00:00:00 GMT</pubDate></item>
<item><guid isPermaLink="true">{BASE}/b</guid></item><item><link>/c</link></item><item><title>no link</title></item>
</channel></rss>""".encode("latin-1")


def test_rss() -> None:
    found = read_listing(RSS, f"{BASE}/feed", {})
    assert found.kind is Kind.FEED
    assert found.pages == (Listed(f"{BASE}/a", DAY), Listed(f"{BASE}/b"), Listed(f"{BASE}/c"))


def test_rss_1_and_atom() -> None:
    rdf = f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item rdf:about="{BASE}/a"><link>{BASE}/a</link></item></rdf:RDF>'
    atom = f'<!-- made by hand --><feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="alternate" href="{BASE}/b"/><published>1970-01-02T01:00:00+01:00</published></entry></feed>'
    assert urls(rdf.encode()) == [f"{BASE}/a"]
    assert read_listing(atom.encode(), f"{BASE}/x", {}).pages == (Listed(f"{BASE}/b", DAY),)
    changed = atom.replace("published", "updated").encode()
    assert read_listing(changed, f"{BASE}/x", {}).pages == (Listed(f"{BASE}/b", DAY),)


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-16-le", "utf-32"])
def test_a_feed_is_read_in_the_encoding_that_the_server_states(encoding: str) -> None:
    rss = f"<rss version='2.0'><channel><item><link>{BASE}/été</link></item></channel></rss>".encode(encoding)
    stated = {"content-type": f"application/rss+xml; charset={encoding}"}
    (one,) = read_listing(rss, f"{BASE}/x", stated).pages
    assert one.url in {f"{BASE}/été", f"{BASE}/%C3%A9t%C3%A9"}


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
@pytest.mark.parametrize(
    "xml",
    [
        f"<rss version='2.0'><channel><item><link>{BASE}/été</link></item></channel></rss>",
        f"\n<urlset><url><loc>{BASE}/été</loc></url></urlset>",
        f"<?xml version='1.0'?><opml><body><outline xmlUrl='{BASE}/été'/></body></opml>",
    ],
)
def test_xml_is_read_in_the_encoding_that_its_bytes_show(encoding: str, xml: str) -> None:
    found = read_listing(xml.encode(encoding), f"{BASE}/x", {})
    assert [one.url for one in found.pages + found.sources] == [f"{BASE}/été"]


def test_a_feed_without_entries_is_one_and_what_is_none_is_told() -> None:
    assert read_listing(b"<rss version='2.0'><channel/></rss>", f"{BASE}/x", {}).fault is None
    for torn in (
        b"<rdf><<<",
        b"<rss version='2.0'><channel><title>Ta",
        b"<feed xmlns='http://www.w3.org/2005/Atom'>",
    ):
        broken = read_listing(torn, f"{BASE}/x", {})
        assert (broken.fault or "").startswith("not a readable feed: "), torn
    begun = b"<rss version='2.0'><channel><item><link>https://tarnpost.example/a</link></item><item><li"
    assert read_listing(begun, f"{BASE}/x", {})[1:] == ((Listed(f"{BASE}/a"),), (), None)
    deep = b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * 100_000
    assert (read_listing(deep, f"{BASE}/x", {}).fault or "").startswith("not a readable JSON Feed")


def test_json_feed() -> None:
    feed = f'{{"version": "https://jsonfeed.org/version/1", "items": [{{"url": "{BASE}/a", "date_published": "1970-01-02T00:00:00Z", "more": []}}, {{"external_url": "https://other.example/b", "date_modified": "1970-01-01"}}, {{"id": "1"}}, {{"id": "{BASE}/c"}}]}}'
    found = read_listing(feed.encode(), f"{BASE}/feed.json", {})
    assert found.pages == (
        Listed(f"{BASE}/a", DAY),
        Listed("https://other.example/b", 0.0),
        Listed(f"{BASE}/c", None),
    )
    broken = read_listing(feed[:-1].encode(), f"{BASE}/feed.json", {})
    assert broken.pages == ()
    assert (broken.fault or "").startswith("not a readable JSON Feed")


def test_feeds_give_the_newest_first() -> None:
    days = (1, 3, None, 2)
    rss = "".join(
        f"<item><link>{BASE}/{day}</link>{f'<pubDate>0{day} Jan 1970 00:00:00 GMT</pubDate>' if day else ''}</item>" for day in days
    )  # fmt: skip
    items = [{"url": f"{BASE}/{day}", **({"date_published": f"1970-01-0{day}T00:00:00Z"} if day else {})} for day in days]  # fmt: skip
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": items}
    feed = {"feed_url": "x" * 9_000, **feed}  # whose version may come last
    newest = [f"{BASE}/{day}" for day in (3, 2, 1, None)]
    assert urls(f"<rss version='2.0'><channel>{rss}</channel></rss>".encode()) == newest
    assert urls(msgspec.json.encode(feed)) == newest


@pytest.mark.parametrize(
    ("base", "entry", "url"),
    [
        ("", "", f"{BASE}/news/a"),
        ("xml:base='/old/'", "", f"{BASE}/old/a"),
        ("xml:base='https://other.example/b/'", "xml:base='c/'", "https://other.example/b/c/a"),
        ("xml:base='http://[/'", "", f"{BASE}/news/a"),
    ],
)
def test_relative_addresses_are_read_against_xml_base_or_the_feed_itself(base: str, entry: str, url: str) -> None:  # fmt: skip
    atom = f'<feed xmlns="http://www.w3.org/2005/Atom" {base}><link href="/"/><entry {entry}><title>É</title><link href="a"/></entry></feed>'
    assert urls(atom.encode(), f"{BASE}/news/feed") == [url]


@pytest.mark.parametrize("wrong", ['{"url": 5}', '"b"', "null", '{"url": "/b", "url": []}'])
def test_a_wrong_item_of_a_json_feed_spoils_no_other(wrong: str) -> None:
    feed = f'{{"version": "https://jsonfeed.org/version/1", "items": [{{"url": "/a", "date_published": 1714000000}}, {wrong}, {{"url": "/c"}}]}}'
    found = read_listing(feed.encode(), f"{BASE}/feed.json", {})
    assert found == (Kind.FEED, (Listed(f"{BASE}/a"), Listed(f"{BASE}/c")), (), None)


SITEMAP = f"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><image:image><image:loc>{BASE}/picture.jpg</image:loc></image:image><loc> {BASE}/old </loc><lastmod>1970-01-01</lastmod></url>
<url><loc>{BASE}/undated</loc></url>
<url><loc>{BASE}/new</loc><lastmod>1999-01-01</lastmod><news:news><news:publication_date>1970-01-02T00:00:00Z</news:publication_date></news:news></url>
</urlset>""".encode()


@pytest.mark.parametrize("body", [SITEMAP, gzip.compress(SITEMAP), gzip.compress(gzip.compress(SITEMAP))])
def test_sitemaps_give_the_newest_first_by_publication(body: bytes) -> None:
    found = read_listing(body, f"{BASE}/sitemap.xml", {})
    assert found.kind is Kind.SITEMAP
    assert found.pages == (Listed(f"{BASE}/new", DAY), Listed(f"{BASE}/old", 0.0), Listed(f"{BASE}/undated"))


def test_an_index_leads_to_its_newest_sitemaps() -> None:
    entries = "".join(f"<sitemap><loc>{BASE}/{n}.xml</loc><lastmod>2000-01-{n % 28 + 1:02}</lastmod></sitemap>" for n in range(limits.SITEMAPS + 100))  # fmt: skip
    found = read_listing(f"<sitemapindex>{entries}</sitemapindex>".encode(), f"{BASE}/i.xml", {})
    assert found.kind is Kind.INDEX
    assert len(found.sources) == limits.SITEMAPS
    assert found.sources[0].moment == max(one.moment or 0 for one in found.sources)


def test_what_came_before_a_fault_is_given() -> None:
    found = read_listing(
        SITEMAP[: SITEMAP.index(b"<url><loc>https://tarnpost.example/new")], f"{BASE}/s.xml", {}
    )
    assert [one.url for one in found.pages] == [f"{BASE}/old", f"{BASE}/undated"]
    assert (found.fault or "").startswith("broken XML")


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">' + "".join(
    f'<!ENTITY {chr(99 + n)} "{f"&{chr(98 + n)};" * 10}">' for n in range(8)
) + "]>"  # fmt: skip
OUTSIDE = '<!DOCTYPE x [<!ENTITY j SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("doctype", [LAUGHS, OUTSIDE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "body",
    [
        "<urlset><url><loc>https://tarnpost.example/&j;</loc></url></urlset>",
        "<sitemapindex><sitemap><loc>https://tarnpost.example/&j;</loc></sitemap></sitemapindex>",
        "<rss version='2.0'><channel><item><link>https://tarnpost.example/&j;</link></item></channel></rss>",
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='https://tarnpost.example/&j;'/></entry></feed>",
        "<opml><body><outline xmlUrl='https://tarnpost.example/&j;'/></body></opml>",
    ],
)
def test_entities_are_not_read(doctype: str, encoding: str, body: str) -> None:
    began = time.monotonic()
    found = read_listing(
        f'<?xml version="1.0" encoding="{encoding}"?>{doctype}{body}'.encode(encoding), f"{BASE}/x", {}
    )
    assert found.kind is not Kind.PAGE
    assert (found.pages, found.sources) == ((), ())
    assert found.fault
    assert time.monotonic() - began < 20


def test_a_feed_of_old_may_name_its_document_type() -> None:
    old = RSS.replace(
        b"<rss", b'<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://127.0.0.1:9/rss.dtd"><rss'
    )
    assert urls(old) == urls(RSS)


@pytest.mark.parametrize("head", ["<!DOCTYPE urlset>", "<?xml version='1.0' encoding='big5'?>", "\ufeff\ufeff", f"<!--{'-' * 20_000}-->"])  # fmt: skip
def test_what_stands_before_a_sitemap_is_passed_over(head: str) -> None:
    assert urls(f"{head}<urlset><url><loc>{BASE}/a</loc></url></urlset>".encode()) == [f"{BASE}/a"]


@pytest.mark.parametrize(
    "fault", ["<t>a & b</t>", "<t>&nbsp;</t>", "<media:t>x</media:t>", "<t>a<br>b</t>", "<t>\xe9</t>", "<t>a < b"]
)  # fmt: skip
@pytest.mark.parametrize(
    "xml",
    [
        "<urlset><url><loc>/a?x=1&copy=2</loc>{}</url><url><loc>/b</loc></url></urlset>",
        "<rss><channel><item><link>/a?x=1&copy=2</link>{}</item><item><link>/b</link></item></channel></rss>",
        "<feed><entry><link href='/a?x=1&copy=2'/>{}</entry><entry><link href='/b'/></entry></feed>",
        "<opml><body><outline text='a > b' xmlUrl='/a?x=1&copy=2'/>{}<outline xmlUrl='/b'/></body></opml>",
    ],
)  # fmt: skip
def test_a_fault_in_xml_costs_nothing_but_itself(xml: str, fault: str) -> None:
    found = read_listing(xml.format(fault).encode("latin-1"), f"{BASE}/x", {})
    assert [one.url for one in found.pages + found.sources] == [f"{BASE}/a?x=1&copy=2", f"{BASE}/b"]


def test_a_sitemap_may_be_a_list() -> None:
    found = read_listing(f"{BASE}/a\r\n{BASE}/b\n".encode(), f"{BASE}/sitemap.txt", {"content-type": "text/plain"})  # fmt: skip
    assert (found.kind, [one.url for one in found.pages]) == (Kind.SITEMAP, [f"{BASE}/a", f"{BASE}/b"])
    assert read_listing(f"{BASE}/a is ours".encode(), f"{BASE}/a.txt", {}).kind is Kind.PAGE


@pytest.mark.parametrize("packed", [brotli.compress, zstd.compress])
def test_a_source_may_be_packed_as_nobody_asked(packed: Callable[[bytes], bytes]) -> None:
    told = {"content-encoding": "br" if packed is brotli.compress else "zstd"}
    assert len(read_listing(packed(RSS), f"{BASE}/x", told).pages) == 3


@pytest.mark.parametrize(
    "when",
    ["Fri, 02 Jan 1970 00:00:00 GMT", "2 Jan 1970 01:00 +0100", "1970-01-02", "ven, 02 janvier 1970 01:00:00 +0100"],
)  # fmt: skip
@pytest.mark.parametrize("name", ["pubDate", "dc:date", "issued", "updated", "a10:published"])
def test_what_entries_say_of_when(name: str, when: str) -> None:
    rss = f"<rss xmlns:a10='http://www.w3.org/2005/Atom'><channel><item><link>/a</link><{name}>{when}</{name}></item></channel></rss>"
    assert read_listing(rss.encode(), f"{BASE}/x", {}).pages == (Listed(f"{BASE}/a", DAY),)


def test_of_the_links_of_an_entry_the_page_is_taken() -> None:
    links = "<link rel='self' href='/s'/><link rel='alternate' type='application/json' href='/j'/><source><link href='/o'/></source><link rel='enclosure' href='/e'/>"
    assert urls(f"<feed><entry>{links}<link href='/a'/></entry></feed>".encode()) == [f"{BASE}/a"]  # fmt: skip
    guids = ("<guid>https://tarnpost.example/g</guid>", "<guid isPermaLink='false'>https://tarnpost.example/h</guid>")  # fmt: skip
    items = "".join(f"<item>{guid}</item>" for guid in guids)
    assert urls(f"<rss><channel>{items}</channel></rss>".encode()) == [f"{BASE}/g"]


def test_hostile_sizes_and_depths_are_bounded() -> None:
    deep = b"<urlset>" + b"<a>" * 500_000
    for body in (deep, deep.replace(b">", b" ")):
        assert "broken XML: " in (read_listing(body, f"{BASE}/x", {}).fault or "")
    many = (
        b"<urlset>"
        + b"<url><loc>https://tarnpost.example/a</loc></url>" * (limits.LISTING + 10)
        + b"</urlset>"
    )
    found = read_listing(many, f"{BASE}/x", {})
    assert (len(found.pages), found.fault) == (limits.LISTING, None)
    feeds = b"".join(
        b"<link rel=alternate type=application/rss+xml href=/%d>" % n for n in range(limits.DISCOVERED + 10)
    )
    assert len(read_listing(feeds, f"{BASE}/", {}).sources) == limits.DISCOVERED
    bomb = gzip.compress(SITEMAP.replace(b"<urlset", b" " * 50_000_000 + b"<urlset"))
    assert read_listing(bomb, f"{BASE}/x", {}).pages == ()


@pytest.mark.parametrize("again", ["<a>", "<item>", "<a ", '<a "', "<!--", "<?", "<![CDATA[", "<", "&", "a='b' ", "<a/>"])  # fmt: skip
@pytest.mark.parametrize(
    "head", ["<rss><channel><item ", "<rss><channel><item>", "<urlset><url ", "<urlset><url>"]
)
def test_hostile_sources_take_no_longer_than_is_allowed(
    head: str, again: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "FEED_SECONDS", 1.0)
    began = time.monotonic()
    found = read_listing(f"{head}{again * (2_000_000 // len(again))}".encode(), f"{BASE}/x", {})
    assert found.kind is not Kind.PAGE
    assert time.monotonic() - began < 8  # feedparser by itself: 15 seconds to many minutes


def test_a_feed_that_is_given_up_is_told_and_harms_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FEED_SECONDS", 0.5)
    slow = f"<rss><channel><item><author>{'a' * 60_000}</author>".encode()
    assert "it takes more than 0.5 seconds" in (read_listing(slow, f"{BASE}/x", {}).fault or "")
    assert len(urls(RSS)) == 3


FRONT = b"""<html><head><base href="/news/"><link rel="alternate stylesheet" href="a.css">
<link rel="ALTERNATE" type="Application/RSS+XML; charset=utf-8" href="feed.rss"><link rel=alternate type=application/json href=/feed.json>
<link rel=alternate type=application/rss+xml href=feed.rss><link rel=sitemap href=/map.xml><link rel=alternate hreflang=de href=/de>
<link rel=alternate type=application/atom+xml href="javascript:alert(1)"><link rel=manifest type=application/json href=/app.json>
<link rel=alternate type=application/json href="https://tarnpost.example/"></head>"""


def test_a_front_page_names_its_feeds_and_sitemaps() -> None:
    found = read_listing(FRONT, f"{BASE}/", {})
    assert found.kind is Kind.FRONT
    assert [one.url for one in found.sources] == [
        f"{BASE}/news/feed.rss",
        f"{BASE}/feed.json",
        f"{BASE}/map.xml",
    ]
    assert read_listing(FRONT, f"{BASE}/2024/a.html", {}).kind is Kind.PAGE
    assert read_listing(FRONT, f"{BASE}/2024/", {}, front=True).kind is Kind.FRONT
    assert read_listing(FRONT, f"{BASE}/", {}, front=False).kind is Kind.PAGE


# What is followed


PLAN = f"""contact = "desk@tarnpost.example"
[limits]
pause_s = 5
[revisits]
youngest_minutes = 30
[[sources]]
name = "Tarn Post"
url = "{BASE}/feed"
interval_minutes = 5
max_pages = 10
max_age_days = 2
"""


def test_a_plan_is_read() -> None:
    plan = read_plan("plan.toml", PLAN.encode("utf-8-sig"))
    assert plan.contact == "desk@tarnpost.example"
    assert (plan.limits.pause_s, plan.revisits.youngest_minutes) == (5, 30)
    assert plan.sources == (Source(url=f"{BASE}/feed", name="Tarn Post", interval_minutes=5, max_pages=10, max_age_days=2),)  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("max_pages = 10", "max_pages = 0", "Expected `int` >= 1 - at `$.sources[0].max_pages`"),
        ("max_pages = 10", "pages = 10", "Object contains unknown field `pages` - at `$.sources[0]`"),
        ("pause_s = 5", 'pause_s = "5"', "Expected `float`, got `str` - at `$.limits.pause_s`"),
        ("https://", "ftp://", "at `$.sources[0].url`"),
        (f"{BASE}/feed", "http://127.0.0.1:99999/a", "`url` is no web address - at `$.sources[0]`"),
        (f"{BASE}/feed", "http://[::1/b", "`url` is no web address - at `$.sources[0]`"),
        (f"{BASE}/feed", "https:///b", "`url` is no web address - at `$.sources[0]`"),
        (
            "pause_s = 5",
            "allow = ['127.0.0.1', 'nonsense']",
            "'nonsense' is no address or network, such as 127.0.0.1 or 10.0.0.0/8 - at `$.limits`",
        ),
        ("[[sources]]", "[sources]", "Expected `array`, got `object` - at `$.sources`"),
        ("[limits]", "[limits", "line 2"),
        (
            "[limits]",
            "[[sources]]\nname = 'Tarn Post'\nurl = 'https://tarnpost.example/'\n[limits]",
            "two sources are named 'Tarn Post'",
        ),
        ("youngest_minutes = 30", "youngest_minutes = -1", "at `$.revisits.youngest_minutes`"),
        ("pause_s = 5", "pause_s = inf", "at `$.limits.pause_s`"),
        ("pause_s = 5", "timeout_s = nan", "at `$.limits.timeout_s`"),
    ],
)
def test_what_is_wrong_with_a_plan_is_told_with_its_path(old: str, new: str, reason: str) -> None:
    with pytest.raises(InputError) as failure:
        read_plan("plan.toml", PLAN.replace(old, new).encode())
    assert reason in failure.value.reason


def test_lists_and_opml() -> None:
    listed = f"\ufeff# mine\n\n{BASE}/a\n  {BASE}/b  \n".encode()
    assert [source.url for source in read_plan("list.txt", listed).sources] == [f"{BASE}/a", f"{BASE}/b"]
    opml = f'<?xml version="1.0"?><opml version="2.0"><body><outline text="t" xmlURL="{BASE}/feed"/></body></opml>'
    assert [source.url for source in read_plan("-", opml.encode()).sources] == [f"{BASE}/feed"]
    with pytest.raises(InputError, match="line 2 is no web address"):
        read_plan("list.txt", f"{BASE}/a\nnot one\n".encode())
    with pytest.raises(InputError, match="holds no addresses"):
        read_plan("list.txt", b"# nothing\n")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("plan.toml", b"contact = 'me'", "names no sources: each begins with [[sources]]"),
        ("plan.toml", b"contact = '\xff'", "utf-8"),
        ("feeds.opml", b"<opml><body><outline text='none'/></body></opml>", "OPML that names no feeds"),
        ("feeds.opml", b"<opml><body><outline xmlUrl='https", "broken XML"),
        ("list.txt", f"{BASE}/a {BASE}/b".encode(), "line 1 is no web address"),
        ("list.txt", f"{BASE}/{'a' * 9_000}".encode(), "line 1 is no web address"),
        (
            "list.txt",
            f"{BASE}/a\n".encode() * (limits.LISTING + 1),
            f"more than {limits.LISTING:,} addresses",
        ),
    ],
)
def test_what_is_no_plan_is_told(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(InputError) as failure:
        read_plan(name, data)
    assert reason in failure.value.reason


def test_a_plan_may_not_be_there() -> None:
    for path, reason in (
        ("nosuch.toml", "no such file or directory"),
        ("a\0b", "no file can have this name"),
        ("", "no file can have this name"),
    ):
        with pytest.raises(InputError) as failure:
            read_plan_file(path)
        assert failure.value.reason == reason


def test_several_plans_make_one() -> None:
    one = joined((Plan(sources=(Source(url=f"{BASE}/a"),)), read_plan("plan.toml", PLAN.encode())))
    assert [source.url for source in one.sources] == [f"{BASE}/a", f"{BASE}/feed"]
    assert (one.contact, one.limits.pause_s, one.revisits.youngest_minutes) == (
        "desk@tarnpost.example",
        5,
        30,
    )
