"""Files, folders and standard input: what is read, in which order, and what each wrong thing is told."""

import gzip
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord import limits
from onrecord.errors import InputError
from onrecord.gather.sources import Input, find_inputs

PAGE = b"<!DOCTYPE html><title>Eels</title><p>The season opened."


def names(*paths: Path | str) -> list[str]:
    return [source.name for source in find_inputs(map(str, paths))]


def why(path: Path | str) -> str:
    (source,) = find_inputs([str(path)])
    with pytest.raises(InputError) as caught:
        source.read()
    assert caught.value.source == str(path)
    assert "\n" not in caught.value.reason
    return caught.value.reason


def file(folder: Path, name: str, data: bytes = PAGE) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_a_file_whatever_its_name(tmp_path: Path) -> None:
    path = file(tmp_path, "index.php")
    (source,) = find_inputs([str(path)])
    assert source.read() == PAGE
    assert source.repeatable


def test_a_folder_in_sorted_order(tmp_path: Path) -> None:
    for name in (
        "b.html",
        "a/z.htm",
        "a/b/c.xhtml.gz",
        "c.txt",
        "A.SHTML",
        "page",
        "d.css",
        ".hidden.html",
        ".git/x.html",
    ):
        file(tmp_path, name, b"p{}" if name == "d.css" else PAGE)
    found = [Path(name).relative_to(tmp_path).as_posix() for name in names(tmp_path)]
    assert found == ["A.SHTML", "a/b/c.xhtml.gz", "a/z.htm", "b.html", "c.txt", "page"]


def test_files_without_a_page_s_name_are_told_by_their_first_bytes(tmp_path: Path) -> None:
    file(tmp_path, "1", b"\xef\xbb\xbf\n<!-- saved --><HTML>")
    file(tmp_path, "2", b"<?xml version='1.0'?>\n<html xmlns='x'>")
    file(tmp_path, "3.gz", gzip.compress(PAGE))
    file(tmp_path, "4", b"{}")
    file(tmp_path, "5", b"<rss>")
    assert [Path(name).name for name in names(tmp_path)] == ["1", "2", "3.gz"]


def test_loops_and_second_ways_are_left_out(tmp_path: Path) -> None:
    file(tmp_path, "a/page.html")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (tmp_path / "c").symlink_to(tmp_path / "c")
    os.mkfifo(tmp_path / "pipe")
    assert names(tmp_path) == [str(tmp_path / "a" / "page.html")]


def test_a_very_deep_folder(tmp_path: Path) -> None:
    deep = tmp_path / "deep"
    for _ in range(1_200):
        deep.mkdir()
        deep /= "d"
    file(tmp_path, "z.html")
    try:
        assert names(tmp_path) == [str(tmp_path / "z.html")]
    finally:
        subprocess.run(["rm", "-rf", tmp_path / "deep"], check=True)  # too deep for Python's own rmtree


def test_inputs_come_as_given_and_nothing_is_read_ahead(tmp_path: Path) -> None:
    sources = find_inputs([str(file(tmp_path, "b")), "-", str(tmp_path / "later")])
    assert next(sources).name.endswith("b")
    assert next(sources) == Input("-", None)
    file(tmp_path, "later")
    assert next(sources).read() == PAGE


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE)))
    (source,) = find_inputs(["-"])
    assert not source.repeatable
    assert source.read() == PAGE


def test_empty_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    assert why("-") == "empty"


def test_gzip_is_handed_on_packed(tmp_path: Path) -> None:
    packed = gzip.compress(PAGE)
    (source,) = find_inputs([str(file(tmp_path, "page.html.gz", packed))])
    assert source.read() == packed


def test_missing(tmp_path: Path) -> None:
    assert why(tmp_path / "nosuch.html") == "no such file"
    assert why(file(tmp_path, "a.html") / "b.html") == "no such file"
    (tmp_path / "link.html").symlink_to(tmp_path / "gone.html")
    assert why(tmp_path / "link.html") == "a link to a file that is gone"
    assert why("no\0name") == "no file can have this name"
    assert why("x" * 5000) == "file name too long"


def test_an_address_is_told_which_commands_fetch_it() -> None:
    assert "onrecord extract and onrecord add fetch it" in why("https://tarnpost.example/a")


def test_not_files(tmp_path: Path) -> None:
    assert why("/dev/zero") == "not a file"
    assert why(tmp_path).startswith("no pages in this folder (looked for *.html")


def test_too_large_is_told_without_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file(tmp_path, "large.html")
    with path.open("r+b") as sparse:
        sparse.truncate(500_000_000)
    monkeypatch.setattr(Path, "open", None)
    assert why(path) == f"too large for a page (500,000,000 bytes; at most {limits.FILE_BYTES:,} are read)"


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file(tmp_path, "page.html")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # the tests may run as root, who may read all
    assert why(path) == "no permission to read it"


def test_a_folder_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file(tmp_path, "a/page.html")
    file(tmp_path, "b/page.html")
    real = os.scandir

    def refuse(path: str) -> "os._ScandirIterator[str]":
        if Path(path).name == "a":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert names(tmp_path) == [str(tmp_path / "a"), str(tmp_path / "b" / "page.html")]
    assert why(tmp_path / "a") == "no permission to read it"


@pytest.mark.parametrize("data", [b"", b" \n\t ", gzip.compress(b"", mtime=0), b"\x1f\x8b\x08broken"])
def test_empty(tmp_path: Path, data: bytes) -> None:
    reason = why(file(tmp_path, "page.html", data))
    assert "empty" in reason or "holds nothing" in reason


ARCHIVE = b"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\n<html>"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "an image"),
        (b"\xff\xd8\xff\xe0", "an image"),
        (b"GIF89a", "an image"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "an image"),
        (b"\0\0\0\x20ftypisom", "a video or sound"),
        (b"PK\x03\x04\x14\0", "a ZIP archive"),
        (b"\x7fELF\x02\x01", "a program"),
        (b"SQLite format 3\0", "a database"),
        (b"bplist00\xd1", "a Safari web archive"),
        (ARCHIVE, "an MHTML archive"),
        (b"WARC/1.1\r\n", "a WARC file"),
        (b"filedesc://a.arc 0.0.0.0 20020101000000 text/plain 76\n", "an ARC file"),
        (bytes(range(256)) * 8, "binary data"),
        (os.urandom(4096), "binary data"),
        (b"text\0\0\0\0\0\0" * 40, "binary data"),
    ],
)
def test_binary_is_told_from_the_bytes_also_inside_gzip(tmp_path: Path, data: bytes, what: str) -> None:
    assert why(file(tmp_path, "page.html", data)).startswith(f"not a page: {what}")
    assert why(file(tmp_path, "page.html.gz", gzip.compress(data))).startswith(f"not a page: {what}")


@pytest.mark.parametrize(
    "data",
    [
        PAGE.decode().encode("utf-16"),
        PAGE.decode().encode("utf-16-le"),
        ("<html><p>" + "漁の季節が始まった。" * 3).encode("utf-16-be"),
        ("<p>" + "漁の季節が始まった。" * 30).encode("iso-2022-jp"),
        ("<p>" + "漁の季節が始まった。" * 30).encode("shift-jis"),
        ("<p>" + "Сезон открыт. " * 30).encode("windows-1251"),
        PAGE + b"\0" + PAGE,
        b"x",
        b"<p>BM, II*, PK and %PDF are only words here",
        b"<p>Content-Type: multipart/related",
    ],
)
def test_pages_in_any_encoding_are_no_binary(tmp_path: Path, data: bytes) -> None:
    (source,) = find_inputs([str(file(tmp_path, "page.html", data))])
    assert source.read() == data


def test_a_pipe_is_read_once_and_here() -> None:
    read, write = os.pipe()
    os.write(write, PAGE)
    os.close(write)
    (source,) = find_inputs([f"/dev/fd/{read}"])
    assert not source.repeatable
    assert source.read() == PAGE
    os.close(read)


def test_a_name_that_is_no_utf_8_can_be_written(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.html"
    Path(os.fsdecode(path)).write_bytes(PAGE)
    (source,) = find_inputs([str(tmp_path)])
    assert source.name.encode().endswith("caf\N{REPLACEMENT CHARACTER}.html".encode())
    assert source.read() == PAGE
