"""Addresses that need no taking apart are told as those that are taken apart."""

from urllib.parse import urljoin, urlsplit

import pytest

from onrecord.values.addresses import host_of, is_front, page_key, redirect_target, resolve, same_page

URLS = (
    "https://news.example/a/b?x=1", "https://news.example", "http://www.a-b.co.uk/#top", "https://news.example/a;#b",
    "https://news.example/a?#b", "https://news.example:8080/a", "//cdn.example/a.png", "/", "/a/b.html?q=1", "/a?", "/a;",
    "/a/../b", "/./a", "/a b", "b.html", "?q=1", "/wiki/Ä",
)  # fmt: skip


@pytest.mark.parametrize(
    "base", ["https://news.example", "https://news.example/x/y?z", "http://news.example:80/x"]
)
@pytest.mark.parametrize("url", URLS)
def test_an_address_is_resolved_as_the_standard_has_it(url: str, base: str) -> None:
    whole = urljoin(base, url).replace(" ", "%20")
    told = resolve(url, base)
    assert told == whole
    assert host_of(told or "") == urlsplit(whole).hostname


@pytest.mark.parametrize(
    ("location", "target"),
    [
        (b"/z%C3%BCrich?q=\xc3\xa9#\xc3\xa9", "https://news.example/z%C3%BCrich?q=%C3%A9"),
        (b"r\xe9sum\xe9 1", "https://news.example/x/r%E9sum%E9%201"),
        (b"http://z\xc3\xbcrich.example/\xe2\x80\xa6", "http://zürich.example/%E2%80%A6"),
        (b"http://[::1]:80/a|b?c[]=%", "http://[::1]:80/a|b?c[]=%"),
        (b"http://\xff.example/", "http://%FF.example/"),
        (b"", None),
        (b"mailto:z\xc3\xbcrich@news.example", None),
    ],
)
def test_redirects_lead_to_the_bytes_that_the_server_named(location: bytes, target: str | None) -> None:
    assert redirect_target(location.decode("latin-1"), "https://news.example/x/y") == target


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("http://news.example:80/a", "news.example/a"),
        ("https://www.news.example:443/a/?id=7", "news.example/a?id=7"),
        ("http://127.0.0.1:9030/same", "127.0.0.1:9030/same"),
        ("https://m.news.example:8443/a", "news.example:8443/a"),
        ("http://news.example:443/a", "news.example:443/a"),
        ("https://news.example:/a", "news.example/a"),
        ("https://news.example:port/a", None),
    ],
)
def test_a_port_of_its_own_is_part_of_a_page_s_key(url: str, key: str | None) -> None:
    assert page_key(url) == key


def test_two_ports_of_one_host_are_two_sites() -> None:
    assert not same_page("http://127.0.0.1:9030/same", "http://127.0.0.1:9031/same")
    assert same_page("http://news.example:80/same", "https://news.example:443/same")
    assert is_front("http://127.0.0.1:9030/")
