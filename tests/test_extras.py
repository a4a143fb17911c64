"""What needs an extra that is not installed says in one line how to install it; nothing else fails."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from made_archive import captured, page
from onrecord.archive import Archive
from onrecord.bulk.dataflow import Engine
from onrecord.cli.serve import _application
from onrecord.errors import MissingExtra
from onrecord.export.columns import columns
from onrecord.export.parquet import schema
from onrecord.gather.crawl import need_extra
from onrecord.gather.robots import read_robots
from onrecord.warc import read_wacz, read_warc, write_warc
from test_cli_archive import run


def hits() -> object:
    with Archive(Path("press.db")) as archive:
        archive.add(captured(page()))
        assert [hit.headline for hit in archive.search("nets")]
        return archive.search("nets").to_arrow()


@pytest.mark.parametrize(
    ("extra", "missing", "use"),
    [
        ("warc", "fastwarc", lambda: list(read_warc(io.BytesIO(b""), "a"))),
        ("warc", "fastwarc", lambda: list(read_wacz(io.BytesIO(b""), "a"))),
        ("warc", "warcio", lambda: list(write_warc([captured(page())]))),
        ("gather", "protego", lambda: read_robots(200, b"")),
        ("gather", "scrapy", need_extra),
        ("gather", "feedparser", need_extra),
        ("gather", "lxml", need_extra),
        ("gather", "warcio", need_extra),
        ("parquet", "pyarrow", columns),
        ("parquet", "pyarrow", schema),
        ("parquet", "pyarrow", hits),
        ("bulk", "daft", lambda: Engine(1)),
        ("web", "onrecord.web.room", lambda: _application(Archive(Path("press.db")), "127.0.0.1", ())),
    ],
)
def test_an_extra_that_is_missing_is_named(
    extra: str, missing: str, use: Callable[[], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in (missing, *(name for name in sys.modules if name.startswith(missing + "."))):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingExtra, match=rf"pip install 'onrecord\[{extra}\]'$"):
        use()


def test_gathering_names_its_extra_before_it_reads_or_makes_anything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("feeds.opml").write_text(
        "<opml><body><outline xmlUrl='https://a.example/feed'/></body></opml>", "utf-8"
    )
    monkeypatch.setitem(sys.modules, "lxml", None)
    monkeypatch.setitem(sys.modules, "lxml.etree", None)
    done = run("gather", "--contact", "me@a.example", "feeds.opml")
    needed = "onrecord: gather needs the extra 'gather': pip install 'onrecord[gather]'\n"
    assert (done.exit_code, done.stderr) == (1, needed)
    assert [path.name for path in tmp_path.iterdir()] == ["feeds.opml"]
