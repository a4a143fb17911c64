"""A run over pieces: what fails is tried three times, who dies harms no other, and nothing is done twice."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

import pytest

from made_warcs import response, write_warc_file
from onrecord.bulk.dataflow import Engine, Work, WorkersDied
from onrecord.bulk.folder import Folder
from onrecord.bulk.piece import Done, do_piece
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
