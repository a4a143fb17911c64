"""What ``onrecord bulk`` made of a crawl: its folder, or one Parquet file of it → records."""

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from onrecord.capture import Given, Lost
from onrecord.causes import one_line
from onrecord.errors import MissingExtra
from onrecord.export.columns import read_records


def is_crawl(path: str) -> bool:
    """Whether ``path`` is such a folder (it holds ``_bulk.json``), or a file that begins as Parquet does."""
    if os.path.isdir(path):  # noqa: PTH112  # a path too long or with a NUL must not raise here
        return (Path(path) / "_bulk.json").exists()
    if not os.path.isfile(path):  # noqa: PTH113  # the same
        return False
    try:
        with Path(path).open("rb") as file:
            return file.read(4) == b"PAR1"
    except OSError:  # whoever reads it will say so
        return False


def read_crawl(path: str) -> Iterator[Given | Lost]:
    """The records, file by file in the order of their names, row by row; what is broken is a `Lost`.

    `MissingExtra` where pyarrow is not installed.
    """
    files = sorted(Path(path).glob("[!_.]*.parquet")) if Path(path).is_dir() else [Path(path)]
    if not files:
        yield Lost(path, "no finished Parquet files in this folder")
    for file in files:
        number = 0
        try:
            for record in read_records(file):
                number += 1
                yield Given(f"{file}, row {number}", record)
        except MissingExtra:
            raise
        except (OSError, ValueError, msgspec.ValidationError) as error:  # pyarrow's are of these
            yield Lost(f"{file}, after row {number}", f"no Parquet of onrecord bulk: {one_line(error)}")
