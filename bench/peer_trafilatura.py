"""The peer's side of ``make speed``: for each line ``[path, url]`` on stdin, CPU milliseconds on stdout.

Runs in an environment of its own (``.peers``), so that its dependencies are none of ours.
"""

import gzip
import json
import logging
import sys
import time
from pathlib import Path

import trafilatura  # type: ignore[import-not-found,unused-ignore]  # lives in .peers

logging.disable(logging.CRITICAL)

for line in sys.stdin:
    path, url = json.loads(line)
    data = gzip.decompress(Path(path).read_bytes())
    start = time.process_time()
    trafilatura.bare_extraction(data, url=url, with_metadata=True)
    spent = (time.process_time() - start) * 1e3
    print(spent, flush=True)
