"""The development pages with known answers: found, read, and turned into predictions for their scorer."""

import gzip
import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import onrecord
from data_folder import DATA, needed

__all__ = ["Known", "folder", "known_pages", "prediction", "scorer"]


class Known(NamedTuple):
    """A page and what is known of it."""

    id: str
    kind: str
    truth: dict[str, Any]
    data: bytes

    @property
    def url(self) -> str | None:
        url = self.truth.get("url")
        return url if isinstance(url, str) else None


def folder() -> Path:
    """The data folder; exits with 2 and one line where there is none."""
    return needed(DATA, "truth.jsonl")


def scorer(path: Path) -> ModuleType:
    """The data folder's own scorer, or that of a folder in it, as a module."""
    spec = importlib.util.spec_from_file_location("score", path / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer in {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def known_pages(path: Path) -> Iterator[Known]:
    """Every page of the folder, in the order of its list of truths."""
    with (path / "truth.jsonl").open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            truth = json.loads(line)
            data = gzip.decompress((path / "pages" / f"{truth['id']}.html.gz").read_bytes())
            yield Known(truth["id"], truth["kind"], truth, data)


def prediction(page: Known) -> dict[str, Any]:
    """What the scorer compares: news text with the standfirst, other text without."""
    record = onrecord.extract(page.data, url=page.url)
    published = record.date_published
    return {
        "id": page.id,
        "text": record.text(standfirst=page.kind == "news"),
        "headline": record.headline,
        "authors": [a.name for a in record.author],
        "published": published.value if published else None,
    }
