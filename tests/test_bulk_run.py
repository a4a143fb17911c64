"""A run over pieces: what fails is tried three times, who dies harms no other, and nothing is done twice."""

import errno
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

import pytest
from pyarrow import parquet

from made_warcs import response, write_warc_file
from onrecord import limits
from onrecord.bulk.dataflow import Engine, Work, WorkersDied
from onrecord.bulk.folder import Folder
from onrecord.bulk.piece import Done, counted, do_piece
from onrecord.bulk.pieces import Piece, find_pieces
from onrecord.bulk.reading import Reader
from onrecord.bulk.run import Outcome, run
from onrecord.bulk.wanted import Wanted
from onrecord.errors import InputError


class OneByOne:
    """Does pieces here, and dies at those whose name begins with ``deadly``, as often as told."""

    def __init__(self, folder: Folder, deaths: int) -> None:
        self.folder, self.deaths, self.done = folder, deaths, list[str]()
        self.reader = Reader()

    def run(self, pieces: Iterable[Piece], work: Work) -> Iterator[Done]:
        for piece in pieces:
            self.folder.begin(piece)
            if piece.name.startswith("deadly") and self.deaths:
                self.deaths -= 1
                raise WorkersDied("killed")
            self.done.append(piece.name[:-9])
            done = do_piece(piece, self.folder, work.wanted, self.reader)
            self.folder.end(piece)
            yield done


@pytest.fixture
def warcs(tmp_path: Path) -> Path:
    folder = tmp_path / "warcs"
    folder.mkdir()
    for number, name in enumerate(("a", "deadly", "z")):
        write_warc_file(folder / f"{name}.warc.gz", response(number))
    return folder


def do(out: Path, deaths: int, *inputs: Path) -> tuple[Outcome, OneByOne]:
    folder, wanted = Folder(out), Wanted()
    with folder.opened(wanted):
        engine = OneByOne(folder, deaths)
        pieces = [piece for piece in find_pieces(map(str, inputs)) if isinstance(piece, Piece)]
        work = Work(folder=str(out), wanted=wanted)
        outcome = run(pieces, cast("Engine", engine), work, lambda _: None)
        engine.reader.close()
    return outcome, engine


def test_a_worker_that_dies_once_costs_nothing(warcs: Path, tmp_path: Path) -> None:
    outcome, engine = do(tmp_path / "out", 1, warcs)
    assert (outcome.done, outcome.rows, outcome.aside) == (3, 3, ())
    assert engine.done == ["a", "deadly", "z"]


def test_a_piece_that_always_ends_its_worker_is_set_aside_and_the_rest_is_done(
    warcs: Path, tmp_path: Path
) -> None:
    outcome, engine = do(tmp_path / "out", 99, warcs)
    assert (outcome.done, outcome.rows) == (2, 2)
    assert [(Path(where).name, why) for where, why in outcome.aside] == [
        ("deadly.warc.gz", "its worker died: killed")
    ]
    assert sorted(engine.done) == ["a", "z"]
    assert do(tmp_path / "out", 99, warcs)[1].done == []


def test_a_run_that_was_killed_is_gone_on_with(warcs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    do(out, 0, warcs / "a.warc.gz")
    (out / "_work" / "deadly-1.rows.77").write_bytes(b"half")
    outcome, engine = do(out, 0, warcs)
    assert (outcome.done, outcome.before, outcome.rows) == (2, 1, 2)
    assert engine.done == ["deadly", "z"]
    assert not list((out / "_work").iterdir())
    assert len(list(out.glob("*.parquet"))) == len(list((out / "_manifest").iterdir())) == 3


def test_two_runs_do_not_write_into_one_folder(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "out")
    with (
        folder.opened(Wanted()),
        pytest.raises(InputError, match="another run"),
        Folder(folder.path).opened(Wanted()),
    ):
        pass


def test_a_folder_of_other_parquet_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "theirs.parquet").write_bytes(b"PAR1")
    with pytest.raises(InputError, match="not of onrecord bulk"), Folder(tmp_path).opened(Wanted()):
        pass


class Failing:
    """An engine with which nothing is ever read."""

    def __init__(self, *, stop: bool = False, dies: bool = False) -> None:
        self.rounds, self.stop, self.dies = 0, stop, dies

    def run(self, pieces: Iterable[Piece], _: Work) -> Iterator[Done]:
        self.rounds += 1
        if self.dies:
            raise WorkersDied("none could be started")
        for piece in pieces:
            yield Done(piece, failure=f"try {self.rounds}", stop=self.stop)


def tried(engine: Failing, out: Path, warcs: Path) -> tuple[Outcome | None, str, list[str | None]]:
    """What it came to, what it ended of, and what was told on the way."""
    told: list[str | None] = []
    (piece,) = find_pieces([str(warcs / "a.warc.gz")])
    assert isinstance(piece, Piece)
    folder = Folder(out)
    with folder.opened(Wanted()):
        try:
            outcome = run([piece, piece], cast("Engine", engine), Work(folder=str(out), wanted=Wanted()), lambda done: told.append(done.failure))  # fmt: skip
        except (OSError, WorkersDied) as error:
            return None, str(error), [*told, *folder.failures(piece)]
    return outcome, "", told


def test_what_fails_is_tried_three_times_in_all(warcs: Path, tmp_path: Path) -> None:
    outcome, _, told = tried(Failing(), tmp_path / "out", warcs)
    assert outcome is not None
    assert (outcome.done, outcome.before, outcome.rows, outcome.fates) == (0, 0, 0, {})
    assert [why for _, why in outcome.aside] == ["try 3"]
    assert told == ["try 1", "try 2", "try 3"]
    assert tried(Failing(), tmp_path / "out", warcs)[2] == []


@pytest.mark.parametrize(("place", "pauses"), [("https://crawl.example/", [5, 20]), ("/crawl/", [])])
def test_a_server_that_stumbles_is_given_time(
    place: str, pauses: list[float], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    monkeypatch.setattr(time, "sleep", waited.append)
    work = Work(folder=str(tmp_path / "out"), wanted=Wanted())
    with Folder(tmp_path / "out").opened(Wanted()):
        run([Piece("a", f"{place}a.warc.gz")], cast("Engine", Failing()), work, lambda _: None)
    assert waited == pauses


def test_a_run_ends_where_nothing_can_be_written_and_blames_no_piece(warcs: Path, tmp_path: Path) -> None:
    engine = Failing(stop=True)
    assert tried(engine, tmp_path / "out", warcs) == (None, "try 1", [])
    assert engine.rounds == 1


def test_a_run_ends_where_no_worker_lives_and_blames_no_piece(warcs: Path, tmp_path: Path) -> None:
    engine = Failing(dies=True)
    assert tried(engine, tmp_path / "out", warcs) == (None, "none could be started", [])
    assert engine.rounds == limits.TRIES


def test_a_folder_is_one_run_s_and_goes_on_as_it_was_begun(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "out")
    with pytest.raises(InputError, match="no folder of onrecord bulk"), folder.opened(None):
        pass
    assert not folder.path.exists()
    with folder.opened(Wanted()):
        folder.work("half").touch()
    for wanted in (None, Wanted()):
        with folder.opened(wanted):
            assert list((folder.path / "_work").iterdir()) == []
    with pytest.raises(InputError, match="was begun with other options"), folder.opened(Wanted(statements=True)):  # fmt: skip
        pass
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="cannot write there: not a directory"):
        do(tmp_path / "file" / "out", 0, tmp_path)


def test_failures_are_remembered_from_run_to_run(warcs: Path, tmp_path: Path) -> None:
    folder = Folder(tmp_path / "out")
    (piece,) = find_pieces([str(warcs / "a.warc.gz")])
    assert isinstance(piece, Piece)
    for number in (1, 2):
        with folder.opened(Wanted()):
            folder.fail(piece, f"try {number}")
    assert folder.failures(piece) == ("try 1", "try 2")
    (broken,) = (folder.path / "_failures").iterdir()
    broken.write_bytes(b"{")
    assert folder.failures(piece) == ()


@pytest.mark.parametrize(("number", "stop"), [(errno.ENOSPC, True), (errno.EROFS, True), (errno.EIO, False)])
def test_what_cannot_be_written_leaves_nothing(
    number: int,
    stop: bool,  # noqa: FBT001
    warcs: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> None:
        raise OSError(number, "it is full")

    folder, reader = Folder(tmp_path / "out"), Reader()
    (piece,) = find_pieces([str(warcs / "a.warc.gz")])
    assert isinstance(piece, Piece)
    with folder.opened(Wanted()):
        with monkeypatch.context() as patch:
            patch.setattr("onrecord.bulk.piece._Table._flush", full)
            done = do_piece(piece, folder, Wanted(), reader)
        assert (done.stop, done.rows, folder.finished(piece)) == (stop, 0, False)
        assert "it is full" in (done.failure or "")
        assert list((folder.path / "_work").iterdir()) == []
        done = do_piece(piece, folder, Wanted(), reader)
        assert (done.rows, done.failure, folder.finished(piece)) == (1, None, True)
        assert counted(piece, folder) == done
    reader.close()


def test_rows_are_written_a_group_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ROW_GROUP", 2)
    write_warc_file(tmp_path / "five.warc.gz", *(response(number) for number in range(5)))
    folder, reader = Folder(tmp_path / "out"), Reader()
    (piece,) = find_pieces([str(tmp_path / "five.warc.gz")])
    assert isinstance(piece, Piece)
    with folder.opened(Wanted()):
        assert do_piece(piece, folder, Wanted(), reader).rows == 5
    reader.close()
    about = parquet.read_metadata(folder.rows(piece))
    assert (about.num_rows, about.num_row_groups) == (5, 3)
