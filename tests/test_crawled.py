"""``onrecord add OUT``: the archive is the one that adding the WARC files makes, their bytes apart."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyarrow import parquet

from made_warcs import http, record, response, write_warc_file
from onrecord.archive import Archive
from onrecord.bulk.folder import Folder
from onrecord.bulk.piece import do_piece
from onrecord.bulk.pieces import find_pieces
from onrecord.bulk.reading import Reader
from onrecord.bulk.wanted import Wanted
from onrecord.capture import Given, Lost
from onrecord.errors import InputError
from onrecord.gather.captures import find_captures

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    reader = Reader()
    yield reader
    reader.close()


@pytest.fixture(scope="module")
def warcs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three files: pages, one of them in two versions and one twice, and the pages of the cases."""
    folder = tmp_path_factory.mktemp("warcs")
    write_warc_file(folder / "a.warc.gz", *(response(n) for n in range(4)))
    write_warc_file(
        folder / "b.warc.gz", response(5), response(2, "A word more."), response(3), response(6, "And more.")
    )
    cases = sorted((ROOT / "cases").glob("*/page.html"))
    write_warc_file(
        folder / "c.warc.gz",
        *(
            record(
                http(path.read_bytes(), kind="text/html"), f"https://{path.parent.name}.example/a", 100 + n
            )
            for n, path in enumerate(cases)
        ),
    )
    return folder


@pytest.fixture(scope="module")
def out(warcs: Path, reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = Folder(tmp_path_factory.mktemp("bulk") / "out")
    wanted = Wanted(statements=True)
    with folder.opened(wanted):
        for piece in find_pieces([str(warcs)]):
            assert not isinstance(piece, InputError)
            assert do_piece(piece, folder, wanted, reader).failure is None
    return folder.path


def test_a_row_is_the_record_that_add_reads(warcs: Path, out: Path, tmp_path: Path) -> None:
    with Archive(tmp_path / "a.db") as archive:
        archive.add(warcs, statements=True)
        theirs = {record.to_json() for record in archive.records()}
        versions = {archive_versions(archive, record.url) for record in archive.records()}
    with Archive(tmp_path / "b.db") as archive:
        done = archive.add(out)
        assert done.failed == ()
        assert {record.to_json() for record in archive.records()} == theirs
        assert {archive_versions(archive, record.url) for record in archive.records()} == versions
        assert archive.add(out).added == 0


def archive_versions(archive: Archive, url: str | None) -> tuple[object, ...]:
    return tuple(
        (v.id, v.at, v.captures, v.changed, v.silent_edit, v.copy_of) for v in archive.versions(str(url))
    )


def test_one_file_of_it_can_be_added(out: Path) -> None:
    path = min(out.glob("a-*.parquet"))
    found = list(find_captures([str(path)]))
    assert [type(one) for one in found] == [Given] * 4


def test_what_is_no_such_parquet_is_told(out: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.parquet"
    parquet.write_table(parquet.read_table(min(out.glob("a-*.parquet")), columns=["id", "url"]), other)
    broken = tmp_path / "broken.parquet"
    broken.write_bytes(b"PAR1" + bytes(99))
    exported = tmp_path / "exported.parquet"
    with Archive(tmp_path / "press.db") as archive:
        archive.add(out)
        archive.export(exported, form="parquet")
    found = list(find_captures([str(other), str(broken), str(exported)]))
    assert [type(one) for one in found] == [Lost, Lost, Lost]
    assert "no column 'evidence'" in str(found[0])
    assert "evidence and models are no text there" in str(found[2])


def test_what_is_not_finished_is_no_part_of_it(out: Path, tmp_path: Path) -> None:
    folder = tmp_path / "half"
    with Folder(folder).opened(Wanted()):
        (folder / "_work" / "a.rows.1").write_bytes(b"half")
        assert [type(one) for one in find_captures([str(folder)])] == [Lost]
    assert [type(one) for one in find_captures([str(out)])].count(Given) > 8
