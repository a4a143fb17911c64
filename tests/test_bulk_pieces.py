"""What a person hands over, as WARC files with names of their own."""

import gzip
from pathlib import Path

import pytest
from backports import zstd

from made_warcs import response, write_warc_file
from onrecord.bulk.pieces import Piece, find_pieces
from onrecord.errors import InputError


def located(*inputs: object, base: str | None = None) -> list[str]:
    return [p.location if isinstance(p, Piece) else p.reason for p in find_pieces(map(str, inputs), base)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "deep").mkdir()
    for name in ("b.warc.gz", "deep/a.WARC.GZ", "plain"):
        write_warc_file(tmp_path / name, response(1))
    (tmp_path / "notes.md").write_text("nothing")
    return tmp_path


def test_files_folders_patterns(folder: Path) -> None:
    b, a = f"{folder}/b.warc.gz", f"{folder}/deep/a.WARC.GZ"
    assert located(folder) == [b, a]
    assert located(folder / "*.gz") == [b]
    assert located(folder / "**/*.*") != [b]
    (folder / "c.warc.zst").write_bytes(zstd.compress(response(1)))
    c = f"{folder}/c.warc.zst"
    assert (located(folder), located(c)) == ([b, c, a], [c])
    assert located(folder / "plain") == [f"{folder}/plain"]  # told from its bytes
    assert located(folder / "nosuch.warc.gz") == ["no such file or directory"]
    assert located(folder / "*.zip") == ["no WARC files there (*.warc, *.warc.gz, *.warc.zst)"]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_lists(folder: Path, pack: type[bytes]) -> None:
    lines = folder / "warc.paths"
    lines.write_bytes(pack(b"# of May\ncrawl-data/x.warc.gz\n\nhttps://other.example/y.warc.gz\n"))
    assert located(lines, base="https://data.example/") == [
        "https://data.example/crawl-data/x.warc.gz",
        "https://other.example/y.warc.gz",
    ]
    for mark in ("", "\ufeff"):
        lines.write_bytes(pack(f"{mark}{folder}/b.warc.gz\n".encode()))
        assert located(lines) == [f"{folder}/b.warc.gz"]
    lines.write_bytes(pack(b"\n"))
    assert located(lines) == ["an empty list"]


def test_a_bad_line_of_a_list_costs_no_other(folder: Path) -> None:
    lines = folder / "warc.paths"
    lines.write_text(f"{folder}/gone.warc.gz\n{folder}/notes.md\n{folder}/*.zip\n\0\n{folder}/b.warc.gz\n")
    *faults, last = find_pieces([str(lines)])
    assert [str(fault) for fault in faults] == [
        f"{lines}: {folder}/gone.warc.gz: no such file or directory",
        f"{lines}: {folder}/notes.md: a list in a list",
        f"{lines}: {folder}/*.zip: no WARC files there (*.warc, *.warc.gz, *.warc.zst)",
        f"{lines}: \0: no file can have this name",
    ]
    assert isinstance(last, Piece)
    assert last.location == f"{folder}/b.warc.gz"


def test_what_is_neither_a_warc_nor_a_list(folder: Path) -> None:
    (folder / "given").write_bytes(b"\x89PNG\xff\xfe")
    assert located(folder / "given") == ["neither a WARC file nor a list of them"]
    (folder / "given").write_bytes(b"\n<!DOCTYPE html>\nhttps://tarnpost.example/ is read\n")
    assert located(folder / "given") == ["neither a WARC file nor a list of them"]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_an_arc_file_is_no_list_of_what_was_captured(folder: Path, pack: type[bytes]) -> None:
    head = b"filedesc://x.arc 0.0.0.0 20040503100000 text/plain 9\n1 0 Press\n\nhttps://tarnpost.example/ 127.0.0.1 20040503100000 text/html 0\n"
    (folder / "old").write_bytes(pack(head))
    (told,) = located(folder / "old")
    assert told.startswith("an ARC file")


def test_a_list_that_names_itself_ends(folder: Path) -> None:
    lines = folder / "loop.txt"
    lines.write_text(f"{lines}\n")
    assert located(lines) == ["a list in a list"]


def test_names_tell_files_apart_and_stay(folder: Path) -> None:
    pieces = find_pieces([f"{folder}", "https://a.example/b.warc.gz", "https://b.example/b.warc.gz"])
    names = [p.name for p in pieces if not isinstance(p, InputError)]
    assert len(set(names)) == 4
    assert all(name.startswith(("a-", "b-")) for name in names)
    again = next(find_pieces(["https://a.example/b.warc.gz"]))
    assert isinstance(again, Piece)
    assert again.name == names[2]
