"""Addresses that need no taking apart are told as those that are taken apart."""

from urllib.parse import urljoin, urlsplit

import pytest

from onrecord.values.addresses import host_of, resolve

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
