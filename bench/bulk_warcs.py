"""WARC files for ``make bench-bulk``: the data folder's pages where there is one, else a made-up press."""

import itertools
import random
from collections.abc import Iterator
from pathlib import Path

from data_folder import DATA
from made_articles import articles, html
from onrecord.capture import Captured
from onrecord.warc import write_warc
from pages import known_pages

__all__ = ["DEADLY", "page_source", "write_files"]

DEADLY = b"<!-- a page that ends its process -->"
"""Of a page that the planted child dies of (`bulk.py`)."""

HEADERS = ((":status", "200"), ("content-type", "text/html"))
MADE = 2_000


def page_source() -> tuple[str, list[bytes]]:
    """What the pages are, and their bytes, in an order without meaning."""
    if (DATA / "truth.jsonl").is_file():
        what, pages = "pages of the data folder", [page.data for page in known_pages(DATA)]
    else:
        what, pages = "made-up pages (bench/made_articles.py)", [html(record) for record in articles(MADE)]
    random.Random(5).shuffle(pages)
    return what, pages


def write_files(folder: Path, pages: list[bytes], *, files: int, each: int, deadly: bool = False) -> Path:
    """``files`` WARC files of ``each`` pages, which come again under other addresses where there are too few."""
    folder.mkdir()
    endless = itertools.count()
    for number in range(files):
        captures = itertools.islice(_captures(pages, endless), each)
        first = [_capture(-1, DEADLY + pages[0])] if deadly and number == 0 else []
        with (folder / f"{number:03}.warc.gz").open("wb") as file:
            file.writelines(write_warc(itertools.chain(first, captures)))
    return folder


def _captures(pages: list[bytes], numbers: Iterator[int]) -> Iterator[Captured]:
    for number in numbers:
        yield _capture(number, pages[number % len(pages)])


def _capture(number: int, data: bytes) -> Captured:
    url = f"https://press{number % 97}.example/2024/05/{number}"
    return Captured(url, data, url=url, captured="2024-05-03T10:00:00Z", headers=HEADERS)
