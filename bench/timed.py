"""One side of ``make speed``: for each line ``[path, url]`` on stdin, CPU milliseconds of one tool on stdout.

    python bench/timed.py onrecord|trafilatura

Each side is a process of its own, in the environment of its own tool, and holds one page at a time.
"""

import gzip
import json
import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path

from command import run_command

Extract = Callable[[bytes, str | None], object]


def onrecord() -> Extract:
    from onrecord import extract

    return lambda data, url: extract(data, url=url).to_json()


def trafilatura() -> Extract:
    from trafilatura import bare_extraction  # type: ignore[import-not-found,unused-ignore]  # lives in .peers

    logging.disable(logging.CRITICAL)
    return lambda data, url: bare_extraction(data, url=url, with_metadata=True)


def main() -> None:
    extract = {"onrecord": onrecord, "trafilatura": trafilatura}[sys.argv[1]]()
    for line in sys.stdin:
        path, url = json.loads(line)
        data = gzip.decompress(Path(path).read_bytes())
        start = time.process_time()
        extract(data, url)
        print((time.process_time() - start) * 1e3, flush=True)


if __name__ == "__main__":
    run_command(main)
