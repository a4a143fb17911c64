"""The same job with trafilatura and warcio: ``.peers/bin/python bench/bulk_peer.py PROCESSES OUT WARC...``.

WARC files read with warcio, each page by trafilatura with its metadata, in a pool that takes a file at a time; JSON
lines out, one file for each WARC. Prints how many pages.
"""

import json
import logging
import sys
from multiprocessing import Pool
from pathlib import Path

from command import run_command


def main() -> None:
    processes, out = int(sys.argv[1]), Path(sys.argv[2])
    out.mkdir()
    with Pool(processes) as pool:
        done = pool.imap_unordered(
            _one, [(path, str(out / f"{Path(path).name}.jsonl")) for path in sys.argv[3:]]
        )
        print(sum(done))


def _one(task: tuple[str, str]) -> int:
    from trafilatura import bare_extraction
    from warcio.archiveiterator import ArchiveIterator

    logging.disable(logging.CRITICAL)
    path, out = task
    number = 0
    with Path(path).open("rb") as file, Path(out).open("w", encoding="utf-8") as lines:
        for record in ArchiveIterator(file):
            if record.rec_type != "response" or record.http_headers.get_statuscode() != "200":
                continue
            url = record.rec_headers.get_header("WARC-Target-URI")
            found = bare_extraction(record.content_stream().read(), url=url, with_metadata=True)
            number += 1
            row = (
                {}
                if found is None
                else {k: v for k, v in found.as_dict().items() if k not in ("body", "commentsbody")}
            )
            lines.write(json.dumps({"url": url, **row}, default=str) + "\n")
    return number


if __name__ == "__main__":
    run_command(main)
