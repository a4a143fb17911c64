"""A file is there whole or as it was, whoever else writes it."""

from pathlib import Path

import pytest

from onrecord.whole_file import whole_file


def test_it_is_whole_or_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_bytes(b"before")
    with pytest.raises(TypeError), whole_file(path) as file:
        file.writelines((b"half", None))  # type: ignore[arg-type]
    assert path.read_bytes() == b"before"
    with whole_file(path) as file:
        file.write(b"after")
        assert path.read_bytes() == b"before"
    assert path.read_bytes() == b"after"
    assert list(tmp_path.iterdir()) == [path]


def test_of_two_that_write_at_once_the_last_to_end_is_there_whole(tmp_path: Path) -> None:
    path = tmp_path / "out"
    with whole_file(path) as first:
        first.write(b"first, ")
        with whole_file(path) as second:
            second.write(b"second")
        assert path.read_bytes() == b"second"
        first.write(b"whole")
    assert path.read_bytes() == b"first, whole"
    assert list(tmp_path.iterdir()) == [path]
