"""The JSON API: what it answers, how it says what went wrong, and that its own description is true."""

import re
from collections.abc import Iterator
from typing import Any

import jsonschema
import msgspec
import openapi_spec_validator
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from onrecord import limits
from onrecord.archive import Archive, Coverage
from onrecord.errors import ArchiveError, QueryTooSlow
from onrecord.record import Record
from onrecord.web.api import OPERATIONS, routes
from onrecord.web.openapi import document
from onrecord.web.problem import Problem
from onrecord.web.rates import Rates
from onrecord.web.room import make_app
from test_stories import records

SMOKE = "https://alpinewire.example/smoke"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive(tmp_path_factory.mktemp("api") / "press.db") as made:
        made.add(*records())
        yield made


@pytest.fixture(scope="module")
def client(archive: Archive) -> Iterator[TestClient]:
    with TestClient(Starlette(routes=routes(archive))) as made:
        yield made


def ask(client: TestClient, path: str, **asked: object) -> dict[str, Any]:
    """The answer, which is as the description says, read as JSON."""
    response = client.get(f"/api/{path}", params={name: str(value) for name, value in asked.items()})
    assert (response.status_code, response.headers["content-type"]) == (200, "application/json"), (
        response.text
    )
    described = document(OPERATIONS)
    told = described["paths"][f"/api/{path}"]["get"]["responses"]["200"]["content"]["application/json"][
        "schema"
    ]
    jsonschema.validate(response.json(), {**told, "components": described["components"]})
    answer: dict[str, Any] = response.json()
    return answer


def refused(client: TestClient, path: str, **asked: object) -> Problem:
    response = client.get(f"/api/{path}", params={name: str(value) for name, value in asked.items()})
    assert response.headers["content-type"] == "application/problem+json", response.text
    problem = msgspec.json.decode(response.content, type=Problem)
    assert problem.status == response.status_code
    return problem


def test_search_gives_hits_by_page_and_counts(client: TestClient) -> None:
    whole = ask(client, "search", q="Sarn", order="date", facets="true")
    assert [hit["url"].rpartition("/")[2] for hit in whole["hits"]] == ["brand", "smoke", "fire"]
    assert (whole["more"], whole["facets"]["total"]) == (False, 3)
    pages = [ask(client, "search", q="Sarn", order="date", limit=1, offset=n) for n in range(3)]
    assert [page["hits"][0]["id"] for page in pages] == [hit["id"] for hit in whole["hits"]]
    assert [page["more"] for page in pages] == [True, True, False]
    assert ask(client, "search", q="nowhere") == {"hits": [], "more": False, "facets": None}
    marked = whole["hits"][1]
    assert {marked["snippet"][start:end] for start, end in marked["marks"]} == {"Sarn"}


def test_a_record_is_the_archives_own(client: TestClient, archive: Archive) -> None:
    told = ask(client, "record", key=SMOKE)
    assert Record.from_json(msgspec.json.encode(told)) == archive.get(SMOKE)
    assert ask(client, "record", key=told["id"][:8], evidence="none")["id"] == told["id"]


def test_versions_copies_and_statements_of_an_article(client: TestClient) -> None:
    assert [version["current"] for version in ask(client, "versions", key=SMOKE)["versions"]] == [True]
    assert [copy["asked"] for copy in ask(client, "copies", key=SMOKE)["copies"]] == [True]
    said = ask(client, "statements", key=SMOKE)
    assert [(one["number"], one["speaker"]) for one in said["statements"]] == [(1, "Reto Hasler"), (2, "he")]
    assert ask(client, "statements", key=SMOKE, limit=1)["more"] is True
    assert ask(client, "statements", key=SMOKE, offset=2) == {"statements": [], "more": False}
    cited = ask(client, "cite", key=SMOKE, statement=1)
    assert cited["citation"]["url"] == said["statements"][0]["link"]
    assert "walls saved lives" in cited["text"]


def test_people_and_stories(client: TestClient) -> None:
    assert [one["key"] for one in ask(client, "people", named="true")["people"]] == ["reto hasler"]
    assert ask(client, "people", since="2024-03-12")["people"] == []
    told = ask(client, "person", name="RETO HASLER")
    assert (told["person"]["statements"], len(told["statements"]), len(told["retold"])) == (2, 2, 1)
    assert ask(client, "person", name="Reto Hasler", publisher="alpine wire")["person"]["statements"] == 1
    (story,) = ask(client, "stories", since="2024-03")["stories"]
    covered = msgspec.convert(ask(client, "story", key=SMOKE), Coverage)
    assert (covered.story.number, len(covered.reports)) == (story["number"], 3)


@pytest.mark.parametrize(
    ("path", "asked", "parameter", "says"),
    [
        ("search", {"q": "rain AND (snow"}, "q", "bracket"),
        ("search", {}, "q", "missing"),
        ("search", {"q": ""}, "q", "length >= 1"),
        ("search", {"q": "x" * (limits.QUERY_CHARACTERS + 1)}, "q", "length <= 4000"),
        ("search", {"q": "rain", "limit": "101"}, "limit", "<= 100"),
        ("search", {"q": "rain", "limit": "many"}, "limit", "int"),
        ("search", {"q": "rain", "offset": "-1"}, "offset", ">= 0"),
        ("search", {"q": "rain", "order": "worst"}, "order", "worst"),
        ("search", {"q": "rain", "colour": "red"}, "colour", "unknown"),
        ("people", {"since": "May"}, "since", "day"),
        ("stories", {"until": "2024-13"}, "until", "2024-13"),
        ("record", {"key": "ab", "evidence": "some"}, "evidence", "some"),
        ("openapi.json", {"q": "x"}, "q", "no parameter"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_name(
    client: TestClient, path: str, asked: dict[str, str], parameter: str, says: str
) -> None:
    problem = refused(client, path, **asked)
    assert (problem.status, problem.parameter) == (400, parameter)
    assert says in (problem.detail or "")


def test_a_query_that_cannot_be_read_says_where(client: TestClient) -> None:
    problem = refused(client, "search", q="rain NEAR/x snow (")
    assert problem.type == "urn:onrecord:problem:query"
    assert problem.position is not None
    assert 0 < problem.position <= 18


def test_every_list_comes_a_page_at_a_time(client: TestClient) -> None:
    for path, name, asked in (
        ("people", "people", {}),
        ("stories", "stories", {}),
        ("person", "statements", {"name": "Reto Hasler"}),
        ("statements", "statements", {"key": SMOKE}),
    ):
        whole = ask(client, path, **asked)
        assert whole[name], path
        assert whole["more"] is False, path
        count = len(whole[name])
        pages = [ask(client, path, **asked, limit=1, offset=at) for at in range(count + 1)]
        assert [page[name] for page in pages] == [[one] for one in whole[name]] + [[]], path
        assert [page["more"] for page in pages] == [True] * (count - 1) + [False, False], path


def test_days_bound_what_is_told_of_people_and_stories(client: TestClient) -> None:
    for path, name, asked in (("people", "people", {}), ("stories", "stories", {}), ("person", "statements", {"name": "Reto Hasler"})):  # fmt: skip
        whole = ask(client, path, **asked)
        assert ask(client, path, **asked, since="2024-03", until="2024-03") == whole
        for outside in ({"since": "2024-03-15"}, {"until": "2024-03-10"}):
            if path == "person":
                assert refused(client, path, **asked, **outside).status == 404, outside
            else:
                assert ask(client, path, **asked, **outside)[name] == [], (path, outside)
    assert ask(client, "person", name="Reto Hasler")["retold"]


def test_a_parameter_given_twice_is_refused(client: TestClient) -> None:
    response = client.get("/api/search?order=date&q=rain&q=snow")
    assert (response.status_code, response.json()["parameter"]) == (400, "q")


def test_what_is_not_there_is_404(client: TestClient) -> None:
    for path in ("record", "versions", "copies", "statements", "cite", "story"):
        problem = refused(client, path, key="https://news.example/none")
        assert (problem.status, problem.type) == (404, "urn:onrecord:problem:not-found"), path
    assert refused(client, "cite", key=SMOKE, statement=9).detail == "the record has 2 statements"
    assert refused(client, "person", name="Nobody Known").status == 404
    for path in ("nothing", "", "search/deeper", "record/abcd"):
        assert refused(client, path).status == 404, path


def test_only_get_is_answered(client: TestClient) -> None:
    for path in ("search?q=rain", "openapi.json", "nothing"):
        response = client.post(f"/api/{path}", content=b"{}")
        assert (response.status_code, response.headers["allow"]) == (405, "GET, HEAD")
        assert response.json()["status"] == 405
    assert client.head("/api/search?q=rain").status_code == 200


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (QueryTooSlow("too long"), "too-slow"),
        (ArchiveError("press.db", "the device fails to read or write"), "archive"),
    ],
)
def test_what_cannot_be_done_now_is_503(
    client: TestClient, archive: Archive, monkeypatch: pytest.MonkeyPatch, error: Exception, kind: str
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(archive, "search", fails)
    problem = refused(client, "search", q="rain")
    assert (problem.status, problem.type) == (503, f"urn:onrecord:problem:{kind}")
    assert problem.detail == str(error).removeprefix("press.db: ")


def test_a_fault_of_ours_is_not_told_as_the_callers(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ValueError("secret")

    monkeypatch.setattr(archive, "search", fails)
    with TestClient(Starlette(routes=routes(archive)), raise_server_exceptions=False) as client:
        response = client.get("/api/search?q=rain")
    assert response.status_code == 500
    assert "secret" not in response.text


def test_the_description_names_every_address_and_type(client: TestClient) -> None:
    described = ask_description(client)
    assert set(described["paths"]) == {one.path for one in OPERATIONS} | {"/api/openapi.json"}
    for one in OPERATIONS:
        told = described["paths"][one.path]["get"]
        names = {parameter["name"] for parameter in told["parameters"]}
        assert names == set(one.asked.__struct_fields__)
        assert all(parameter["schema"] for parameter in told["parameters"])
        assert (
            told["responses"]["200"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
            in described["components"]["schemas"]
        )
        assert told["description"]
    text = msgspec.json.encode(described).decode()
    for name in re.findall(r'"#/components/schemas/([^"]+)"', text):
        assert name in described["components"]["schemas"]


def ask_description(client: TestClient) -> dict[str, Any]:
    response = client.get("/api/openapi.json")
    assert response.headers["content-type"] == "application/json"
    described: dict[str, Any] = response.json()
    return described


def test_the_description_is_openapi(client: TestClient) -> None:
    """By the reader of another project; each schema in it is JSON Schema 2020-12."""
    described = ask_description(client)
    openapi_spec_validator.validate(described)
    for schema in described["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)


def test_what_the_reading_room_refuses_is_a_problem_too(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(archive, rates=Rates(lambda: 0.0))
    with TestClient(app, base_url="http://127.0.0.1", raise_server_exceptions=False) as room:
        assert refused(room, "search", q="x" * limits.ADDRESS_BYTES).status == 414
        with monkeypatch.context() as patched:
            patched.setattr(Archive, "search", lambda *_, **__: 1 / 0)
            assert refused(room, "search", q="rain").status == 500
        answers = [room.get("/api/nothing") for _ in range(limits.REQUESTS_AT_ONCE)]
        assert answers[-1].status_code == 429
        assert int(answers[-1].headers["retry-after"]) >= 1
        assert refused(room, "nothing").detail == "Too many requests; wait a moment."
