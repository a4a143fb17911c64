"""What links lead to, and which of them are kept."""

import pytest

from onrecord.body.blocks import cut
from onrecord.body.links import Addresses, links_beside, links_inside
from onrecord.page import Page, open_page
from onrecord.record import Link, Rel


def opened(html: str) -> Page:
    return open_page(html, url="https://quell.example/town/page", kind="html")


@pytest.mark.parametrize(
    "href",
    [
        "https://other.example/a?b=1#c", "http://OTHER.example:80/", "https://other.example", "https:///x", "https://", "//other.example/a",
        "/a/b?c=d", "/", "/a/./b", "/a/../b", "/a b", "/é", "a/b", "../a", "?a=b", "a\\b", "mailto:a@b.example", "javascript:void(0)",
        "https://other.example/a b", "https://user@other.example/", "https://other_site.example/x", "",
    ],
)  # fmt: skip
@pytest.mark.parametrize("base", ["", "<base href='https://base.example/x/'>", "<base href='/'>"])
def test_addresses_are_those_that_the_page_resolves(base: str, href: str) -> None:
    page = opened(base + "<p>words</p>")
    addresses = Addresses(page)
    assert addresses.of(href) == page.resolve(href)
    assert addresses.of(href) == page.resolve(href)


def test_places_on_the_page_are_no_addresses() -> None:
    assert Addresses(opened("<p>words</p>")).of("#note") is None


def test_without_an_address_of_the_page_links_stay_as_they_are() -> None:
    page = open_page("<p>words</p>", kind="html")
    assert Addresses(page).of("/a") == page.resolve("/a")


def test_an_address_is_kept_once_beside_the_text() -> None:
    page = opened("<p><a href=/a>one</a> <a href=/b>two</a> <a href=/b>three</a></p>")
    inside = (Link("https://quell.example/a", "one", 0, 3, Rel.INLINE),)
    found = links_beside(Addresses(page), cut(page).blocks, inside)
    assert [(link.url, link.text, link.start, link.rel) for link in found] == [
        ("https://quell.example/b", "two", None, "related")
    ]


def test_links_beside_the_text_are_few() -> None:
    page = opened("".join(f"<p><a href=/{n}>more</a></p>" for n in range(50)))
    assert len(links_beside(Addresses(page), cut(page).blocks, ())) == 20


def test_blocks_without_links_have_none() -> None:
    page = opened("<p>one<br>two</p>")
    assert links_inside(Addresses(page), (), ()) == ()
    assert cut(page).blocks[0].anchors == ()
