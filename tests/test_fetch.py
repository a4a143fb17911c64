"""One page by its address: what is refused, bounded and told; and the commands that take one."""

import gzip
import json
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from made_archive import page
from onrecord import Archive
from onrecord.capture import Captured, Lost, Redirected
from onrecord.cli import main
from onrecord.gather.fetch import Fetcher
from onrecord.gather.manners import Manners
from served import Answer, Site, self_signed, serve

BOMB = gzip.compress(page("Rain.") + b" " * 80_000_000)
MANNERS = Manners(allow=("127.0.0.2",), timeout_s=10, pause_s=0.5, max_bytes=300_000)


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site("127.0.0.2")
    with serve(made):
        made.routes |= {
            "/a": Answer(page()),
            "/packed": Answer(gzip.compress(page()), headers=(("Content-Encoding", "gzip"), ("Content-Type", "text/html"))),
            "/moved": Answer(b"", 301, (("Location", "/a#part"),)),
            "/moved-raw": Answer(b"", 301, (("Location", "/zürich".encode().decode("latin-1")),)),
            "/z%C3%BCrich": Answer(page()),
            "/circle": Answer(b"", 302, (("Location", "/circle"),)),
            "/private": Answer(b"", 302, (("Location", "http://127.0.0.9:9/"),)),
            "/named": Answer(b"", 302, (("Location", f"http://rebound.example:{made.port}/a"),)),
            "/large": Answer(b"x" * 400_000),
            "/short": Answer(b"<p>", announced=100),
            "/bomb": Answer(BOMB, headers=(("Content-Encoding", "gzip"), ("Content-Type", "text/html"))),
            "/gone": Answer(b"", 410),
            "/hinted": Answer(page(), before=b"HTTP/1.1 100 Continue\r\n\r\n" + b"HTTP/1.1 103 Early Hints\r\nLink: </s.css>\r\n\r\n" * 2),
            "/same": Answer(page(), headers=(("Content-Length", f"{len(page())}, {len(page())}"), ("Content-Type", "text/html"))),
            "/list": Answer(page(), headers=(("Content-Length", "9, 10"), ("Content-Type", "text/html")), announced=-1),
            "/lengths": Answer(page(), headers=(("Content-Length", "9"), ("Content-Type", "text/html"))),
            "/noise": Answer(page(), before=b"<p>what is this\r\n"),
            "/file": Answer(b"", 302, (("Location", "file:///etc/hosts"),)),
            "/secret": Answer(page()),
            "/robots.txt": Answer(b"User-agent: *\nDisallow: /secret\n"),
        }  # fmt: skip
        yield made


def fetch(url: str, fetcher: Fetcher | None = None) -> list[Captured | Redirected | Lost]:
    return list((fetcher or Fetcher(MANNERS)).fetch(url))


def reason(url: str, fetcher: Fetcher | None = None) -> str:
    got = fetch(url, fetcher)[-1]
    assert isinstance(got, Lost), got
    assert got.name == url
    return got.reason


def test_a_page_comes_with_how_it_came(site: Site) -> None:
    (got,) = fetch(f"{site.base}/packed")
    assert isinstance(got, Captured)
    assert (got.data, got.url, got.status) == (page(), f"{site.base}/packed", 200)
    assert ("content-encoding", "gzip") in got.headers
    assert (got.captured or "").endswith("Z")
    assert site.asked[-1].headers["user-agent"].startswith("onrecord/")
    assert "cookie" not in site.asked[-1].headers


def test_one_length_may_be_stated_twice(site: Site) -> None:
    (got,) = fetch(f"{site.base}/same")
    assert isinstance(got, Captured)
    assert got.data == page()


@pytest.mark.parametrize(("path", "target"), [("/moved", "/a"), ("/moved-raw", "/z%C3%BCrich")])
def test_redirects_are_followed_and_told(site: Site, path: str, target: str) -> None:
    moved, got = fetch(f"{site.base}{path}")
    assert moved == Redirected(f"{site.base}{path}", f"{site.base}{path}", f"{site.base}{target}")
    assert isinstance(got, Captured)
    assert got.url == f"{site.base}{target}"


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/circle", "redirects in a circle"),
        ("/private", "refused: 127.0.0.9 is a loopback address"),
        ("/large", "larger than 300,000 bytes"),
        ("/short", "the answer broke off"),
        ("/gone", "the server answered 410 Gone"),
        ("/file", "the server answered 302 Found, to no web address"),
        ("/lengths", "the answer states several lengths"),
        ("/list", "the answer states several lengths"),
        ("/noise", "no answer that can be read: it is not HTTP"),
        ("/nowhere", "the server answered 404 Not Found"),
        ("/secret", "robots.txt forbids it"),
    ],
)
def test_what_fails_says_why(site: Site, path: str, why: str) -> None:
    assert reason(site.base + path) == why
    assert path != "/secret" or path not in site.paths()


def test_what_a_server_says_before_its_answer_is_passed_over(site: Site) -> None:
    (got,) = fetch(f"{site.base}/hinted")
    assert isinstance(got, Captured)
    assert (got.data, got.status) == (page(), 200)


@pytest.mark.parametrize(
    ("body", "why"),
    [(b"", "empty"), (b" \n", "empty: nothing but white space"), (b"%PDF-1.4\n", "not a page: a PDF")],
)
def test_what_is_no_page_is_told_as_of_a_file(site: Site, body: bytes, why: str) -> None:
    site.routes["/odd"] = Answer(body)
    assert reason(f"{site.base}/odd") == why


def test_no_user_is_told_to_a_site(site: Site) -> None:
    with_user = site.base.replace("//", "//desk:secret@")
    site.routes["/on"] = Answer(b"", 302, (("Location", f"{with_user}/a"),))
    for url, asked in ((f"{with_user}/a", []), (f"{site.base}/on", ["/robots.txt", "/on"])):
        assert reason(url).startswith("no address that can be asked: a user's name or password")
        assert site.paths() == asked


def test_bombs_are_read_within_bounds(site: Site) -> None:
    (got,) = fetch(f"{site.base}/bomb")
    assert isinstance(got, Captured)
    assert len(got.data) <= 16_000_000


def test_where_robots_txt_cannot_be_had_nothing_is_asked(site: Site) -> None:
    site.routes["/robots.txt"] = Answer(b"", 503)
    assert reason(f"{site.base}/a") == "its robots.txt cannot be had, so nothing may be asked"
    assert site.paths() == ["/robots.txt"]


def test_of_a_large_robots_txt_the_beginning_is_read(site: Site) -> None:
    rules = b"User-agent: *\nDisallow: /secret\n" + b"# and so on\n" * 80_000
    for packed, headers in ((rules, ()), (gzip.compress(rules), (("Content-Encoding", "gzip"),))):
        site.routes["/robots.txt"] = Answer(packed, headers=headers)
        assert reason(f"{site.base}/secret") == "robots.txt forbids it"
        assert isinstance(fetch(f"{site.base}/a")[-1], Captured)


def test_why_robots_txt_cannot_be_had_is_told(site: Site) -> None:
    site.routes["/robots.txt"] = Answer(b"", 302, (("Location", "http://127.0.0.9/"),))
    why = "its robots.txt cannot be had: refused: 127.0.0.9 is a loopback address"
    assert reason(f"{site.base}/a") == why
    site.routes["/robots.txt"] = Answer(b"#", announced=9)
    assert reason(f"{site.base}/a") == "the answer broke off"


def test_a_server_that_never_ends_is_left(site: Site) -> None:
    site.routes["/drip"] = Answer(page() * 100, drip_s=0.05)
    site.routes["/no-length"] = Answer(page(), drip_s=0.05, announced=-1)
    site.routes["/mute"] = Answer(page(), wait_s=60)
    quick = Manners(allow=("127.0.0.2",), timeout_s=1)
    for path in ("/drip", "/no-length", "/mute"):
        began = time.monotonic()
        assert reason(site.base + path, Fetcher(quick)) == "took longer than 1 seconds"
        assert time.monotonic() - began < 30


def test_a_server_that_never_ends_is_left_behind_tls_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    certificate = self_signed(tmp_path / "key.pem", "127.0.0.2")
    monkeypatch.setenv("SSL_CERT_FILE", certificate)  # here somebody vouches for it
    site, quick = Site("127.0.0.2", certificate=certificate), Manners(allow=("127.0.0.2",), timeout_s=1)
    with serve(site):
        site.routes |= {"/a": Answer(page()), "/drip": Answer(b"<p>" * 100, drip_s=0.05)}
        (got,) = fetch(f"{site.base}/a", Fetcher(quick))
        began = time.monotonic()
        assert reason(f"{site.base}/drip", Fetcher(quick)) == "took longer than 1 seconds"
    assert isinstance(got, Captured)
    assert time.monotonic() - began < 10


def test_a_name_is_resolved_once_and_what_was_checked_is_connected_to(site: Site) -> None:
    """A name that leads to an allowed address when it is checked and elsewhere a moment later."""
    answers = iter([["127.0.0.2"], ["127.0.0.9"], ["127.0.0.9"]])
    fetcher = Fetcher(MANNERS, resolve=lambda _host, _port: next(answers))
    # The first look-up is for robots.txt, the second for the page: each is checked anew, and the second refused.
    assert (
        reason(f"http://rebound.example:{site.port}/a", fetcher) == "refused: 127.0.0.9 is a loopback address"
    )
    assert site.paths() == ["/robots.txt"]
    both = Fetcher(MANNERS, resolve=lambda _host, _port: ["10.0.0.1", "127.0.0.2"])
    (got,) = fetch(f"http://rebound.example:{site.port}/a", both)
    assert isinstance(got, Captured)
    assert site.asked[-1].headers["host"] == f"rebound.example:{site.port}"


def test_a_redirect_to_a_name_of_a_private_address_is_refused(site: Site) -> None:
    names = {"127.0.0.2": ["127.0.0.2"], "rebound.example": ["192.168.0.1"]}
    fetcher = Fetcher(MANNERS, resolve=lambda host, _port: names[host])
    assert reason(f"{site.base}/named", fetcher) == "refused: 192.168.0.1 is a private address"


def test_names_that_lead_nowhere_are_told() -> None:
    def resolve(_host: str, _port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    assert reason("http://tarnpost.example/", Fetcher(MANNERS, resolve=resolve)) == "cannot be connected to: name or service not known"  # fmt: skip
    assert reason("http://[::1/", Fetcher(MANNERS, resolve=resolve)) == "no web address"
    assert reason("http://a:99999/", Fetcher(MANNERS, resolve=resolve)) == "no web address"
    assert (
        reason("http://a..example/")
        == reason(f"http://{'a' * 70}.example/")
        == "no address that can be asked"
    )


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    site = Site("127.0.0.2", certificate=self_signed(tmp_path / "key.pem", "127.0.0.2"))
    with serve(site):
        assert reason(f"{site.base}/a").startswith("its certificate or encryption is not right: ")
    assert site.asked == []


def test_pages_of_one_host_are_asked_for_with_a_pause(site: Site) -> None:
    waits: list[float] = []
    fetcher = Fetcher(MANNERS, sleep=waits.append)
    for _ in range(3):
        fetch(f"{site.base}/a", fetcher)
    assert len(waits) == 2
    assert all(0 < wait <= 0.5 for wait in waits)
    assert site.paths() == ["/robots.txt", "/a", "/a", "/a"]


# The commands


def run(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(main, [*arguments])
    return done.exit_code, done.stdout, done.stderr


ALLOW = ("--allow-private", "127.0.0.2")


def test_extract_takes_an_address_among_files(site: Site, tmp_path: Path) -> None:
    (tmp_path / "b.html").write_bytes(page(headline="On disk"))
    code, out, err = run(
        "extract", f"{site.base}/moved", str(tmp_path / "b.html"), f"{site.base}/gone", *ALLOW
    )
    records = [json.loads(line) for line in out.splitlines()]
    assert [record["headline"] for record in records] == ["Eel season opens in Tarnmouth", "On disk"]
    assert records[0]["url"] == f"{site.base}/a"
    assert records[0]["date_captured"]
    assert records[0]["capture"]["status"] == 200
    assert (code, err) == (1, f"onrecord: {site.base}/gone: the server answered 410 Gone\n")


def test_explain_and_statements_take_an_address(site: Site) -> None:
    code, out, _ = run("explain", f"{site.base}/packed", "headline", *ALLOW)
    assert code == 0
    assert "Eel season opens in Tarnmouth" in out
    code, out, _ = run("statements", f"{site.base}/a", *ALLOW, "--jsonl")
    assert code == 0
    assert "Odile Brandt" in {json.loads(line)["speaker"]["name"] for line in out.splitlines()}
    code, out, err = run("explain", f"{site.base}/gone", *ALLOW)
    assert (code, out, err) == (1, "", f"onrecord: {site.base}/gone: the server answered 410 Gone\n")


def test_add_takes_an_address_and_its_redirects(site: Site, tmp_path: Path) -> None:
    archive = str(tmp_path / "a.db")
    code, out, err = run("add", f"{site.base}/moved", "http://127.0.0.9:9/x", "--archive", archive, *ALLOW)
    assert (code, out) == (1, "1 added, 1 redirect noted, 1 failed\n")
    assert err == "onrecord: http://127.0.0.9:9/x: refused: 127.0.0.9 is a loopback address\n"
    with Archive(archive) as opened:
        assert opened.get(f"{site.base}/moved").url == f"{site.base}/a"


def test_private_addresses_are_refused_unless_allowed(site: Site) -> None:
    code, _, err = run("extract", f"{site.base}/a")
    assert (code, err) == (1, f"onrecord: {site.base}/a: refused: 127.0.0.2 is a loopback address\n")
    assert site.asked == []
    code, _, err = run("extract", f"{site.base}/a", "--allow-private", "all")
    assert code == 2
    assert "'all' is no address or network, such as 127.0.0.1 or 10.0.0.0/8" in err


def test_without_the_extra_one_line_says_so(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for part in ("scrapy", "protego"):
        monkeypatch.setitem(sys.modules, part, None)
    code, out, err = run(
        "gather", f"{site.base}/a", "--contact", "desk@tarnpost.example", "--archive", str(tmp_path / "a.db")
    )
    assert (code, out, err) == (
        1,
        "",
        "onrecord: gather needs the extra 'gather': pip install 'onrecord[gather]'\n",
    )
    code, out, err = run("extract", f"{site.base}/a", *ALLOW)
    assert (code, out, err) == (
        1,
        "",
        "onrecord: fetching needs the extra 'gather': pip install 'onrecord[gather]'\n",
    )


# What gather wants before it asks anyone


def test_gather_wants_a_contact(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ONRECORD_CONTACT", raising=False)
    archive = tmp_path / "a.db"
    code, out, err = run("gather", "https://tarnpost.example/feed", "--archive", str(archive))
    assert (code, out) == (2, "")
    assert err.splitlines()[-1] == (
        "onrecord: say who gathers, so that sites can reach you: --contact MAIL|URL, ONRECORD_CONTACT, or contact in a TOML file (onrecord gather --help says more)"
    )
    assert not archive.exists()
    code, _, err = run("gather", "https://tarnpost.example/feed", "--contact", "nobody")
    assert code == 2
    assert "'nobody' is neither an e-mail address nor a web address" in err


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('contact = "desk@tarnpost.example"\n[[sources]]\nurl = "https://tarnpost.example/"\nintervall = 3\n', "plan.toml: Object contains unknown field `intervall` - at `$.sources[0]`"),
        ('contact = "nobody"\n[[sources]]\nurl = "https://tarnpost.example/"\n', "contact 'nobody' is neither an e-mail address nor a web address"),
    ],
)  # fmt: skip
def test_gather_says_what_is_wrong_with_a_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, reason: str) -> None:  # fmt: skip
    monkeypatch.delenv("ONRECORD_CONTACT", raising=False)
    monkeypatch.chdir(tmp_path)
    Path("plan.toml").write_text(text)
    code, _, err = run("gather", "plan.toml")
    assert (code, err.splitlines()[-1]) == (2, f"onrecord: {reason} (onrecord gather --help says more)")


@pytest.mark.parametrize("url", ["http://127.0.0.1:99999/a", "http://[::1/a", "https://" + "a" * 4_000])
def test_gather_says_that_an_address_is_none(tmp_path: Path, url: str) -> None:
    code, _, err = run(
        "gather", url, "--contact", "desk@tarnpost.example", "--archive", str(tmp_path / "a.db")
    )
    assert (code, err.splitlines()[-1]) == (
        2,
        f"onrecord: {url}: no web address (onrecord gather --help says more)",
    )


def test_gather_says_that_a_file_is_not_there(tmp_path: Path) -> None:
    code, _, err = run("gather", str(tmp_path / "no.toml"), "--contact", "desk@tarnpost.example")
    assert code == 2
    assert err.splitlines()[-1].endswith(
        "no.toml: no such file or directory (onrecord gather --help says more)"
    )
