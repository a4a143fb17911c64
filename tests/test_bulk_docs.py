"""The examples of docs/bulk.md, over a small folder."""

import doctest
import re
import warnings
from pathlib import Path

import pytest

from made_warcs import response, write_warc_file
from onrecord.bulk.folder import Folder
from onrecord.bulk.piece import do_piece
from onrecord.bulk.pieces import Piece, find_pieces
from onrecord.bulk.reading import Reader
from onrecord.bulk.wanted import Wanted
from onrecord.cli.bulk import command

DOC = (Path(__file__).parent.parent / "docs" / "bulk.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```python\n(.*?)^```$", DOC, re.MULTILINE | re.DOTALL)


def test_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_warc_file(
        tmp_path / "a.warc.gz", response(1), response(2), response(3), response(4, status="404 Gone")
    )
    folder, reader = Folder(tmp_path / "out"), Reader()
    with folder.opened(Wanted()):
        for piece in find_pieces([str(tmp_path / "a.warc.gz")]):
            assert isinstance(piece, Piece)
            assert do_piece(piece, folder, Wanted(), reader).failure is None
    reader.close()
    monkeypatch.chdir(tmp_path)
    assert len(EXAMPLES) == 2
    for example in EXAMPLES:
        said: list[str] = []
        test = doctest.DocTestParser().get_doctest(example, {}, "bulk.md", "bulk.md", None)
        with warnings.catch_warnings():
            doctest.DocTestRunner().run(test, out=said.append)
        assert not said, "".join(said)


def test_every_option_is_named() -> None:
    names = {name for option in command.params for name in option.opts if name.startswith("--")}
    assert not [name for name in names - {"--output"} if f"`{name}" not in DOC]
