"""The server for assistants, asked over standard input and output by the official SDK's own client."""

import json
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import anyio
import jsonschema
import msgspec
import pytest
from mcp import Client, StdioServerParameters
from mcp.types import CallToolResult, TextContent, Tool

from onrecord.archive import Archive
from onrecord.capture import Captured
from onrecord.mcp import tools
from test_cli_archive import run
from test_stories import records
from told import article

SMOKE = "https://alpinewire.example/smoke"
LONG = "https://tarnpost.example/long"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("mcp") / "press.db"
    words = " ".join(f"word{n}" for n in range(20_000))
    with Archive(path) as archive:
        archive.add(
            *records(), article("long", words, ("Bo Roe", None, words[:100_000]), headline="H" * 5_000)
        )
    return path


def spoken(file: Path, talk: Callable[[Client], Awaitable[None]]) -> None:
    """Talk with a server in a process of its own."""
    arguments = ["-m", "onrecord", "mcp", "--archive", str(file)]

    async def main() -> None:
        with anyio.fail_after(120):
            async with Client(StdioServerParameters(command=sys.executable, args=arguments)) as client:
                await talk(client)

    anyio.run(main)


def text_of(result: CallToolResult) -> str:
    (content,) = result.content
    assert isinstance(content, TextContent)
    return content.text


async def answer(client: Client, tools: dict[str, Tool], name: str, **arguments: object) -> dict[str, Any]:
    """What a tool answers: as its schema says, and the same as text."""
    result = await client.call_tool(name, arguments)
    assert not result.is_error, text_of(result)
    told = result.structured_content
    jsonschema.validate(told, tools[name].output_schema or {"not": {}})
    assert msgspec.json.decode(text_of(result)) == told
    assert isinstance(told, dict)
    return told


async def known(client: Client) -> dict[str, Tool]:
    return {tool.name: tool for tool in (await client.list_tools()).tools}


def test_an_assistant_finds_reads_and_cites(file: Path) -> None:
    async def talk(client: Client) -> None:
        tools = await known(client)
        found = await answer(client, tools, "search", query="walls NEAR/3 saved", order="date")
        assert [one["url"] for one in found["articles"]] == [SMOKE, "https://valleycourier.example/fire"]
        read = await answer(client, tools, "record", key=found["articles"][0]["id"], why="headline")
        assert (read["publisher"], read["statements"], read["next_start"], read["why"]) == (
            "Alpine Wire",
            2,
            None,
            [],
        )
        assert read["text"].startswith("Motorists fled the smoke")
        said = await answer(client, tools, "statements", key=SMOKE)
        assert [(one["number"], one["speaker"]) for one in said["statements"]] == [
            (1, "Reto Hasler"),
            (2, "he"),
        ]
        cited = await answer(client, tools, "cite", key=SMOKE, statement=1)
        assert said["statements"][0]["words"] in cited["citation"]
        assert cited["url"] == said["statements"][0]["link"]
        assert "@" in (await answer(client, tools, "cite", key=SMOKE, style="bibtex"))["citation"]
        over = await answer(client, tools, "statements", speaker="the reto hasler", newest=True, limit=1)
        assert ([one["publisher"] for one in over["statements"]], over["more"]) == (["Alpine Wire"], True)
        one = await answer(client, tools, "statements", speaker="Reto Hasler", publisher="Valley Courier")
        assert [quote["publisher"] for quote in one["statements"]] == ["Valley Courier"]

    spoken(file, talk)


def test_what_is_wrong_is_said_so_that_it_can_be_asked_otherwise(file: Path) -> None:
    async def talk(client: Client) -> None:
        for name, arguments, says in (
            ("search", {"query": "rain AND ("}, "column"),
            ("search", {"query": "rain", "limit": 1_000}, "<= 25"),
            ("search", {}, "missing required field `query`"),
            ("search", {"query": "rain", "colour": "red"}, "unknown field `colour`"),
            ("record", {"key": "https://news.example/none"}, "no article of the address"),
            ("record", {"key": SMOKE, "why": "nosuch"}, "no field 'nosuch'; there are: url, "),
            ("record", {"key": SMOKE, "why": "published"}, "date_published"),
            ("statements", {}, "give key"),
            ("statements", {"key": SMOKE, "speaker": "Hasler"}, "not both"),
            ("statements", {"key": SMOKE, "since": "2024"}, "go with speaker"),
            ("statements", {"speaker": "Hasler", "since": "2024-13"}, "no day"),
            ("cite", {"key": SMOKE, "statement": 7}, "has 2 statements"),
            ("delete", {}, "there is no tool delete"),
        ):
            result = await client.call_tool(name, arguments)
            assert result.is_error, name
            assert says in text_of(result)
            assert str(file.parent) not in text_of(result)

    spoken(file, talk)


def test_answers_are_bounded_and_long_texts_come_in_parts(file: Path) -> None:
    async def talk(client: Client) -> None:
        tools = await known(client)
        for name, arguments in (
            ("record", {"key": LONG}),
            ("statements", {"key": LONG}),
            ("search", {"query": "word7"}),
        ):
            result = await client.call_tool(name, arguments)
            assert not result.is_error
            assert len(text_of(result)) < 12_000, name
        whole, start = "", 0
        while start is not None:
            part = await answer(client, tools, "record", key=LONG, start=start, characters=30_000)
            whole += part["text"]
            start = part["next_start"]
        assert len(whole) == part["text_length"]
        assert whole.endswith("word19999")

    spoken(file, talk)


def test_a_record_without_a_text_is_read_as_an_empty_one(tmp_path: Path) -> None:
    with Archive(tmp_path / "press.db") as archive:
        archive.add(Captured("a", b"<title>Rain in May</title>", url="https://tarnpost.example/rain"))
        read = tools.record(archive, tools.RecordCall(key="https://tarnpost.example/rain"))
    assert (read.text, read.text_length, read.next_start) == ("", 0, None)


def test_an_assistant_is_told_all_that_a_record_says(tmp_path: Path) -> None:
    case = Path(__file__).parents[1] / "cases" / "conflicting-sources" / "page.html"
    with Archive(tmp_path / "press.db") as archive:
        archive.add(Captured("a", case.read_bytes(), url="https://news.example/wall", captured="2024-05-04"))
        (key,) = (version.id for version in archive.versions("https://news.example/wall"))
        found = archive.get(key)
        read = tools.record(archive, tools.RecordCall(key=key, why="date_published", start=10, characters=20))
    assert (read.id, read.url, read.headline, read.standfirst) == (found.id, found.canonical_url, found.headline, found.standfirst)  # fmt: skip
    assert (read.language, read.page_type, read.word_count) == (
        found.in_language,
        "article",
        found.word_count,
    )
    assert read.date_captured == found.date_captured is not None
    assert (read.authors, read.publisher) == ([one.name for one in found.author], found.publisher and found.publisher.name)  # fmt: skip
    assert [read.date_published, read.date_modified] == [one and one.value for one in (found.date_published, found.date_modified)]  # fmt: skip
    assert (read.text, read.next_start, read.text_length) == ((found.article_body or "")[10:30], 30, len(found.article_body or ""))  # fmt: skip
    assert read.statements is None
    assert [(one.field, one.values) for one in read.conflicts] == [(one.field, list(map(str, one.values))) for one in found.conflicts]  # fmt: skip
    assert read.conflicts
    assert read.why is not None
    assert [(one.value, one.raw, one.chosen, one.rule) for one in read.why] == [(one.value, one.raw, one.chosen, one.rule) for one in found.why("date_published")]  # fmt: skip


def test_answers_come_a_page_at_a_time(file: Path) -> None:
    with Archive(file) as archive:

        def searched(offset: int, limit: int = 1) -> tuple[list[str | None], bool]:
            done = tools.search(
                archive, tools.SearchCall(query="walls", limit=limit, offset=offset, order="date")
            )
            return [one.url for one in done.articles], done.more

        whole, more = searched(0, 25)
        assert (len(whole), more) == (2, False)
        assert [searched(at) for at in range(3)] == [(whole[:1], True), (whole[1:], False), ([], False)]

        def said(**call: Any) -> tuple[list[str], bool]:  # noqa: ANN401  # what a tool is asked
            done = tools.statements(archive, tools.StatementsCall(**call))
            return [one.words for one in done.statements], done.more

        for of in ({"key": SMOKE}, {"speaker": "Reto Hasler"}):
            words, more = said(**of)
            assert (len(words), more) == (2, False), of
            assert [said(**of, limit=1, offset=at) for at in range(3)] == [(words[:1], True), (words[1:], False), ([], False)]  # fmt: skip
        assert said(speaker="Reto Hasler", newest=True)[0] == said(speaker="Reto Hasler")[0][::-1]
        assert said(speaker="Reto Hasler", since="2024-03-12") == said(speaker="Reto Hasler", until="2024-03-10") == ([], False)  # fmt: skip
        with pytest.raises(tools.WrongCall, match="newest go with speaker"):
            said(key=SMOKE, newest=True)


def test_tools_tell_what_they_are_for_and_only_read(file: Path) -> None:
    async def talk(client: Client) -> None:
        found = await known(client)
        assert list(found) == ["search", "record", "statements", "cite"]
        for tool in found.values():
            assert len(tool.description or "") > 80
            assert tool.annotations is not None
            assert tool.annotations.read_only_hint is True
            jsonschema.Draft202012Validator.check_schema(tool.input_schema)
            assert tool.input_schema["type"] == tool.output_schema["type"] == "object"  # type: ignore[index]
            assert tool.input_schema["additionalProperties"] is False

    spoken(file, talk)


def test_every_argument_says_what_it_is() -> None:
    for tool in tools.TOOLS:
        schema = msgspec.json.schema_components([tool.call])[1][tool.call.__name__]
        for name, told in schema["properties"].items():
            assert told.get("description") or name == "limit", f"{tool.name} {name}"


def test_without_an_archive_it_says_so(tmp_path: Path) -> None:
    done = run("mcp", "--archive", str(tmp_path / "none.db"))
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.endswith("no such archive; onrecord add makes one\n")


ABOUT = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "a", "version": "1"}}
BEGIN = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": ABOUT})


def test_what_was_asked_before_the_input_ended_is_answered(file: Path) -> None:
    call = {"method": "tools/call", "params": {"name": "search", "arguments": {"query": "walls"}}}
    asked = [{"jsonrpc": "2.0", "id": number, **call} for number in range(2, 8)]
    begun = {"jsonrpc": "2.0", "method": "notifications/initialized"}
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "mcp", "--archive", str(file)],
        input="\n".join((BEGIN, *map(json.dumps, (begun, *asked)), "")),
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    assert sorted(json.loads(line)["id"] for line in done.stdout.splitlines()) == list(range(1, 8))


def test_it_can_be_stopped_while_it_waits(file: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "onrecord", "mcp", "--archive", str(file)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, bufsize=1,
    ) as server:  # fmt: skip
        assert server.stdin
        assert server.stdout
        assert server.stderr
        try:
            server.stdin.write(BEGIN + "\n")
            assert server.stdout.readline()
            server.send_signal(signal.SIGINT)
            assert server.wait(timeout=60) == 130
            assert server.stderr.read() == "onrecord: stopped\n"
        finally:
            server.kill()
