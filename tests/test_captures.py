"""What a person hands over: each input told from its bytes, saved pages with what they note of themselves."""

import gzip
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from backports import zstd
from hypothesis import given
from hypothesis import strategies as st

from made_archive import page
from onrecord.capture import Captured, Given, Lost, Said
from onrecord.extraction import extract
from onrecord.gather.captures import Found, find_captures
from onrecord.gather.saved import read_mhtml, read_note
from test_warc import http, record, wacz

URL = "https://tarnpost.example/eels"
PAGE = page()


def found(path: Path | str, said: Said = Said()) -> list[Found]:  # noqa: B008  # frozen
    return list(find_captures([str(path)], said))


def file(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def test_a_folder_of_everything(tmp_path: Path) -> None:
    file(tmp_path, "a.html", PAGE)
    file(tmp_path, "b.warc.gz", gzip.compress(record(http())))
    file(tmp_path, "c.wacz", wacz({"archive/x.warc": record(http())}).read())
    file(tmp_path, "d.mhtml", MHTML)
    file(tmp_path, "e.jsonl", extract(PAGE, url=URL).to_json() + b"\n")
    file(tmp_path, "f.jsonl.gz", gzip.compress(extract(PAGE, url=URL).to_json()))
    file(tmp_path, "g.css", b"p {}")
    kinds = [type(one).__name__ for one in found(tmp_path)]
    assert kinds == ["Captured", "Captured", "Captured", "Captured", "Given", "Given"]


@pytest.mark.parametrize("name", ["x", "x.html", "x.bin"])
def test_the_name_does_not_matter(tmp_path: Path, name: str) -> None:
    (one,) = found(file(tmp_path, name, record(http())))
    assert isinstance(one, Captured)
    assert one.url == URL


@pytest.mark.parametrize(
    ("pack", "ending"),
    [(bytes, ""), (gzip.compress, ".gz"), (zstd.compress, ".zst")],
    ids=["plain", "gzip", "zstd"],
)
def test_a_warc_file_whose_beginning_is_lost_is_read_as_one(
    tmp_path: Path, pack: Callable[[bytes], bytes], ending: str
) -> None:
    name = f"x.WARC{ending}"
    lost, one = found(file(tmp_path, name, pack(record(http()))[40:] + pack(record(http()))))
    assert isinstance(lost, Lost)
    assert isinstance(one, Captured)
    assert one.url == URL
    assert found(tmp_path) == [lost, one]
    (empty,) = found(file(tmp_path, name, b""))
    assert empty == Lost(str(tmp_path / name), "empty")


def test_standard_input_of_any_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    line = extract(PAGE, url=URL).to_json()
    for data, kind in (
        (PAGE, Captured),
        (gzip.compress(record(http())), Captured),
        (line + b"\n" + line, Given),
        (MHTML, Captured),
    ):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert {type(one) for one in found("-")} == {kind}


def test_records_over_several_lines(tmp_path: Path) -> None:
    made = extract(PAGE, url=URL)
    pretty = json.dumps(json.loads(made.to_json()), indent=2).encode()
    array = b"[\n" + made.to_json() + b",\n" + made.to_json() + b"\n]\n"
    assert found(file(tmp_path, "a.json", pretty)) == [Given(str(tmp_path / "a.json"), made)]
    assert [one.record for one in found(file(tmp_path, "b.json", array)) if isinstance(one, Given)] == [
        made,
        made,
    ]


def test_an_array_of_no_records_holds_none(tmp_path: Path) -> None:
    assert found(file(tmp_path, "none.json", b"[]\n")) == found(file(tmp_path, "none.jsonl", b"[\n]\n")) == []


def test_records_of_a_torn_file_are_given_up_to_the_tear(tmp_path: Path) -> None:
    lines = b"".join(extract(page(f"Tide {n * 7919} came."), url=URL).to_json() + b"\n\n" for n in range(300))
    packed = gzip.compress(lines)
    *whole, torn = found(file(tmp_path, "a.jsonl.gz", packed[: len(packed) // 2]))
    assert {type(one) for one in whole} == {Given}
    assert isinstance(torn, Lost)
    assert torn.name.endswith(f", line {2 * len(whole) + 1}")
    assert torn.reason.startswith("broken: ")
    for data in (packed[:40], packed[:11] + b"\xff" * 40):
        assert {type(one) for one in found(file(tmp_path, "b.jsonl.gz", data))} <= {Lost, Captured}


@pytest.mark.parametrize("closed", [None, io.TextIOWrapper(io.BytesIO())])
def test_standard_input_may_be_closed(
    closed: io.TextIOWrapper | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if closed is not None:
        closed.close()
    monkeypatch.setattr(sys, "stdin", closed)
    assert [one.reason for one in found("-") if isinstance(one, Lost)] == ["standard input is closed"]


def test_what_is_said_holds_where_the_page_is_silent(tmp_path: Path) -> None:
    said = Said(url=URL, captured="2024-05-03T10:00:00+00:00")
    (one,) = found(file(tmp_path, "a.html", PAGE), said)
    assert isinstance(one, Captured)
    assert (one.url, one.captured) == (said.url, said.captured)


# Saved pages

SINGLE_FILE = b"""<!DOCTYPE html> <html lang=en><!--
 Page saved with SingleFile
 url: https://tarnpost.example/eels?page=2
 saved date: Fri May 03 2024 15:42:07 GMT+0100 (British Summer Time)
--><meta charset=utf-8><title>Eels</title>"""


@pytest.mark.parametrize(
    ("data", "url", "time"),
    [
        (SINGLE_FILE, "https://tarnpost.example/eels?page=2", "2024-05-03T15:42:07+01:00"),
        (SINGLE_FILE.replace(b"May 03", b"Mai 03"), "https://tarnpost.example/eels?page=2", None),
        (SINGLE_FILE.replace(b"May 03", b"May 39"), "https://tarnpost.example/eels?page=2", None),
        (b"<!-- saved from url=(0029)https://tarnpost.example/eels -->", URL, None),
        (b"\xef\xbb\xbf<!DOCTYPE html>\r\n<!-- saved from url=(0014)about:internet -->", None, None),
        (b"<!-- saved from url=(0029)file:///C:/a.html -->", None, None),
        (PAGE, None, None),
        (b"", None, None),
    ],
)
def test_the_note_of_a_saved_page(data: bytes, url: str | None, time: str | None) -> None:
    assert read_note(data) == (url, time)


MHTML = b"""From: <Saved by Blink>
Snapshot-Content-Location: https://tarnpost.example/eels
Subject: Eels
Date: Fri, 3 May 2024 14:42:07 -0000
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----x"

------x
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://tarnpost.example/eels

<!DOCTYPE html><html><head><meta charset=3D"utf-8"></head><h1>L=C3=A4rm in=
 the harbour</h1></html>
------x
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------x--
"""


@pytest.mark.parametrize("data", [MHTML, MHTML.replace(b"\n", b"\r\n")])
def test_mhtml(data: bytes) -> None:
    one = read_mhtml(data, "a.mhtml")
    assert isinstance(one, Captured)
    assert "Lärm in the harbour" in one.data.decode()
    assert (one.url, one.file) == (URL, "a.mhtml")
    assert one.captured is not None
    assert one.captured.startswith("2024-05-03T14:42:07")


def test_mhtml_without_a_page() -> None:
    assert isinstance(read_mhtml(MHTML.replace(b"text/html", b"text/css"), "a"), Lost)


@given(st.lists(st.tuples(st.integers(0, len(MHTML)), st.binary(max_size=9)), max_size=6))
def test_no_mutation_of_mhtml_fails(changes: list[tuple[int, bytes]]) -> None:
    data = bytearray(MHTML)
    for at, change in changes:
        data[at : at + len(change)] = change
    assert isinstance(read_mhtml(bytes(data), "a"), Captured | Lost)


def test_mail_nested_without_end_is_refused() -> None:
    deep = (
        b"Content-Type: multipart/related; boundary=a\n\n"
        + b"--a\nContent-Type: multipart/mixed; boundary=a\n\n" * 5_000
    )
    assert isinstance(read_mhtml(deep, "a"), Lost)


def test_a_text_beside_web_archives_is_no_page(tmp_path: Path) -> None:
    for folder, name in ((tmp_path / "crawl", "a.warc.gz"), (tmp_path / "texts", "a.html")):
        folder.mkdir()
        (folder / name).write_bytes(b"")
        (folder / "README.txt").write_text("Collected in May.")
    assert [Path(one.name).name for one in found(tmp_path)] == ["a.warc.gz", "README.txt", "a.html"]
