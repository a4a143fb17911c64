"""Who may ask the reading room, how much, and that no page of the archive can do anything in it."""

import itertools
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from hostile_record import POISON, hostile_page, hostile_record
from onrecord import limits
from onrecord.archive import Archive
from onrecord.capture import Captured
from onrecord.web import record_page
from onrecord.web.guard import CONTENT_SECURITY_POLICY, Door
from onrecord.web.rates import Rates
from onrecord.web.room import make_app
from reading_room import OWN, WALL, application, client


@pytest.fixture
def archive(room_file: Path, tmp_path: Path) -> Iterator[Archive]:
    with Archive(shutil.copy(room_file, tmp_path / "own.db")) as opened:
        yield opened


@pytest.fixture
def room(archive: Archive) -> Iterator[TestClient]:
    with client(application(archive)) as made:
        yield made


ADDRESSES = ("/", "/?q=((", "/nothing", "/help", "/try", "/static/room.css", "/export", "/feed.rss")


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_the_policy(room: TestClient, address: str) -> None:
    headers = room.get(address).headers
    assert headers["content-security-policy"] == CONTENT_SECURITY_POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"


def test_the_policy_allows_nothing_inline_and_nothing_evaluated() -> None:
    assert "unsafe" not in CONTENT_SECURITY_POLICY
    assert "http" not in CONTENT_SECURITY_POLICY
    assert CONTENT_SECURITY_POLICY.startswith("default-src 'none';")
    assert "*" not in CONTENT_SECURITY_POLICY


def test_refusals_carry_the_policy_too(room: TestClient) -> None:
    answer = room.get("/", headers={"Host": "evil.example"})
    assert answer.headers["content-security-policy"] == CONTENT_SECURITY_POLICY


def test_our_own_pages_need_nothing_inline(room: TestClient) -> None:
    """A style or script in the page would be refused by the policy: there is none to refuse."""
    for address in ("/", "/help", "/try", f"/record?url={WALL}"):
        page = room.get(address, follow_redirects=True).text
        assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\bsrc=)", page)
        assert set(re.findall(r'<(?:script|link|img)[^>]*(?:src|href)="([^"?]+)', page)) <= {
            "/static/icon.svg", "/static/room.css", "/static/htmx.min.js", "/static/room.js", "/feed.rss",
        }  # fmt: skip


# The Host


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "10.0.0.1",
        "",
        "[",
        "127.0.0.1@evil.example",
        "evil.example:80",
    ],
)
def test_another_host_is_refused(room: TestClient, host: str) -> None:
    answer = room.get("/", headers={"Host": host})
    assert answer.status_code == 400
    assert "Port Ellery" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8010", "127.0.0.1:8010", "127.9.9.9", "[::1]:8010"])
def test_this_machine_is_answered(room: TestClient, host: str) -> None:
    assert room.get("/", headers={"Host": host}).status_code == 200


def test_an_open_door_answers_numbers_and_its_own_names() -> None:
    door = Door("0.0.0.0", ("press.example",))  # noqa: S104  # it is what is tested
    assert not door.is_loopback
    assert door.answers("192.168.1.4:8010")
    assert door.answers("press.example")
    assert not door.answers("evil.example")
    assert not Door("press.example").is_loopback
    assert Door("::1").is_loopback


# Who asks

FORMS = (
    "/searches",
    "/searches/drop",
    "/try",
    "/record/ID/tags",
    "/record/ID/tags/drop",
    "/record/ID/notes",
    "/record/ID/notes/drop",
)
SAID = {"name": "n", "query": "wall", "tag": "t", "text": "t", "page": "<h1>Rain"}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "null"},
        {"Origin": "http://evil.example"},
        {"Origin": "http://127.0.0.1:99"},
        {"Origin": "http://["},
        {"Origin": "http://127.0.0.1", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://127.0.0.1", "Sec-Fetch-Site": "same-site"},
        {"Origin": "http://127.0.0.1", "Sec-Fetch-Site": "none"},
        {"Referer": "http://127.0.0.1/"},
    ],
    ids=str,
)
def test_a_form_of_another_page_changes_nothing(
    room: TestClient, archive: Archive, form: str, headers: dict[str, str]
) -> None:
    key = archive.get(WALL).id
    answer = room.post(form.replace("ID", key), data=SAID, headers=headers)
    assert answer.status_code == 403
    assert (archive.tags(key), archive.notes(key), archive.saved_searches()) == ((), (), {})


@pytest.mark.parametrize("form", FORMS)
def test_a_form_of_our_own_is_taken(room: TestClient, archive: Archive, form: str) -> None:
    for headers in (OWN, {"Sec-Fetch-Site": "same-origin"}):
        answer = room.post(form.replace("ID", archive.get(WALL).id), data=SAID, headers=headers)
        assert answer.status_code in (200, 303), answer.text


@pytest.mark.parametrize("form", [form for form in FORMS if form != "/try"])
def test_nothing_changes_by_get(room: TestClient, archive: Archive, form: str) -> None:
    key = archive.get(WALL).id
    before = archive.path.read_bytes()
    assert room.get(form.replace("ID", key), params=SAID).status_code == 405
    assert (archive.tags(key), archive.notes(key), archive.saved_searches()) == ((), (), {})
    assert archive.path.read_bytes() == before


def test_reading_every_page_leaves_the_archive_as_it_was(room: TestClient, archive: Archive) -> None:
    key = archive.get(WALL).id
    first, *_, last = (version.id for version in archive.versions(key))
    logs = [archive.path, archive.path.with_name(archive.path.name + "-wal")]
    before = [log.read_bytes() if log.exists() else b"" for log in logs]
    for address in (*ADDRESSES, f"/record/{key}", f"/record/{key}/source", f"/record/{key}/cite", f"/record/{key}/versions", f"/diff/{first}/{last}"):  # fmt: skip
        assert room.get(address).status_code in (200, 400, 404)
    assert [log.read_bytes() if log.exists() else b"" for log in logs] == before


def test_another_site_may_link_here_and_not_look_inside(room: TestClient) -> None:
    followed = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    assert room.get("/", headers=followed).status_code == 200
    for mode, dest in (
        ("no-cors", "image"),
        ("cors", "empty"),
        ("navigate", "iframe"),
        ("no-cors", "script"),
    ):
        headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": dest}
        assert room.get("/?q=wall", headers=headers).status_code == 403


# How much


def test_a_body_is_bounded_whether_its_size_is_said_or_not(room: TestClient, archive: Archive) -> None:
    key = archive.get(WALL).id
    large = b"text=" + b"x" * limits.REQUEST_BYTES
    kind = {**OWN, "Content-Type": "application/x-www-form-urlencoded"}
    address = f"/record/{key}/notes"
    assert room.post(address, content=large, headers=kind).status_code == 413
    assert room.post(address, content=iter([large]), headers=kind).status_code == 413
    for said in ("-1", "1e9", "9" * 40, "x"):
        assert (
            room.post(address, content=b"text=a", headers={**kind, "Content-Length": said}).status_code == 413
        )
    assert archive.notes(key) == ()


def test_a_page_to_try_is_bounded(room: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PAGE_BYTES", 1_000)
    page = b"<h1>Rain in May</h1>" + b" " * (limits.PAGE_BYTES + limits.REQUEST_BYTES)
    assert room.post("/try", files={"file": ("a.html", page)}, headers=OWN).status_code == 413


def test_a_long_address_is_refused(room: TestClient) -> None:
    assert room.get("/", params={"q": "a" * limits.ADDRESS_BYTES}).status_code == 414
    assert room.get("/", params={"q": "a" * (limits.QUERY_CHARACTERS + 1)}).status_code == 400


def test_who_asks_too_often_waits_and_others_do_not(archive: Archive) -> None:
    moment = itertools.repeat(0.0)
    app = make_app(archive, rates=Rates(lambda: next(moment)))
    with client(app) as room:
        answers = [room.get("/try").status_code for _ in range(limits.REQUESTS_AT_ONCE // 5 + 1)]
        assert 0 < answers.count(200) <= limits.REQUESTS_AT_ONCE // 5
        assert set(answers) == {200, 429}
        refused = room.get("/try")
        assert refused.status_code == 429
        assert int(refused.headers["retry-after"]) >= 1
        assert room.get("/static/room.css").status_code == 200
    with TestClient(app, base_url="http://127.0.0.1", client=("10.0.0.9", 1)) as other:
        assert other.get("/try").status_code == 200


def test_a_bucket_fills_with_time_and_few_are_kept() -> None:
    now = [0.0]
    rates = Rates(lambda: now[0])
    assert rates.wait("a", limits.REQUESTS_AT_ONCE) == 0
    assert rates.wait("a") == pytest.approx(1 / limits.REQUESTS_PER_SECOND)
    now[0] += 1.01 / limits.REQUESTS_PER_SECOND
    assert rates.wait("a") == 0
    rates.charge("a", 2.0)
    assert rates.wait("a") == pytest.approx(2.05, abs=0.01)
    for n in range(limits.CLIENTS + 5):
        rates.wait(str(n))
    assert len(rates._left) == limits.CLIENTS  # noqa: SLF001


def test_work_is_charged_to_who_asked_for_it(archive: Archive) -> None:
    charged: list[tuple[str, float]] = []

    class Counting(Rates):
        def charge(self, client: str, seconds: float) -> None:
            charged.append((client, seconds))

    with client(make_app(archive, rates=Counting())) as room:
        room.get("/", params={"q": "wall"})
        room.get("/", headers={"Host": "evil.example"})
    ((who, seconds),) = charged
    assert who == "testclient"
    assert 0 < seconds <= 2 * limits.QUERY_SECONDS


def test_what_breaks_tells_the_client_nothing(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> None:
        raise RuntimeError("the secret of line 12")

    monkeypatch.setattr(record_page, "parts", breaks)
    with client(application(archive)) as room:
        answer = room.get(f"/record/{archive.get(WALL).id}")
    assert answer.status_code == 500
    assert "Something went wrong here" in answer.text
    assert not re.search(r"secret|Traceback|RuntimeError|\.py", answer.text)


def test_a_damaged_archive_answers_in_one_line(archive: Archive, room: TestClient) -> None:
    archive.close()
    answer = room.get("/")
    assert answer.status_code == 503
    assert "Closed." in answer.text
    assert str(archive.path.parent) not in answer.text


def test_only_our_files_are_served(room: TestClient) -> None:
    for address in (
        "/static/../room.py",
        "/static/%2e%2e/room.py",
        "/static/..%2froom.py",
        "/static/",
        "/static/nothing",
    ):
        assert room.get(address).status_code == 404


# A page that means harm


def poisoned(tmp_path: Path) -> Iterator[tuple[Starlette, Archive]]:
    with Archive(tmp_path / "poison.db") as archive:
        archive.add(hostile_record())
        archive.add(Captured("p", hostile_page(), url="https://evil.example/page"), statements=True)
        yield application(archive), archive


def test_no_field_of_a_page_becomes_markup(tmp_path: Path) -> None:
    for app, archive in poisoned(tmp_path):
        archive.tag("https://evil.example/page", POISON)
        archive.note("https://evil.example/page", POISON)
        archive.save_search(POISON, '"x"')
        with client(app) as room:
            for record in archive.records():
                key = record.id
                for address in ("/", "/?q=x", f"/?q={POISON}", f"/record/{key}", f"/record/{key}/source", f"/record/{key}/cite", f"/record/{key}/cite?statement=1", f"/record/{key}/versions", "/help", "/people", "/stories", "/person?name=Ann+Roe", f"/person?name={quote(POISON)}", f"/record/{POISON}"):  # fmt: skip
                    answer = room.get(address)
                    assert answer.status_code in ((400, 404) if POISON in address else (200, 404)), address
                    check_harmless(answer.text)
            check_harmless(room.post("/try", files={"file": ("a", hostile_page())}, headers=OWN).text)


def check_harmless(page: str) -> None:
    assert "<img" not in page
    assert "<poison" not in page
    assert not re.search(
        r"""(?:href|src|action)\s*=\s*["']?\s*(?:javascript|data|vbscript):""", page, re.IGNORECASE
    )
    assert not re.search(r"<[a-z][^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*\son[a-z]+\s*=", page)
    assert len(re.findall(r"<script", page)) == len(re.findall(r"<script src=\"/static/", page))
