"""The pages that ``make fuzz`` starts from: the cases, and those of the data folder where there is one."""

import functools
import gzip
from pathlib import Path

from data_folder import DATA

__all__ = ["corpus", "read"]

CASES = Path(__file__).parent.parent / "cases"


@functools.cache
def corpus() -> tuple[tuple[Path, ...], ...]:
    """Groups of pages, each as likely as another: our own, and the data folder's by kind."""
    own = tuple(sorted(CASES.glob("**/*.html")))
    folder = DATA / "pages"
    kinds = (tuple(sorted(folder.glob(f"{kind}-*.html.gz"))) for kind in ("news", "article", "snippet"))
    return (own, own, *(paths for paths in kinds if paths))


@functools.lru_cache(maxsize=200)
def read(path: Path) -> bytes:
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data
