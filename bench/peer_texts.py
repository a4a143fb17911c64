"""What the peers read from the known pages: run once for each version of a tool and each page, then kept."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from pages import Known

__all__ = ["PYTHON", "texts_of_peers"]

PYTHON = Path(".peers/bin/python")
PROGRAM = Path(__file__).with_name("peers.py")
KEPT = Path("build/peers")


def texts_of_peers(path: Path, pages: Sequence[Known]) -> dict[str, list[str]]:
    """Tool and version → the text of each page; nothing where the peers are not installed."""
    if not PYTHON.exists():
        return {}
    done = subprocess.run([PYTHON, PROGRAM, "versions"], capture_output=True, text=True, check=True)
    versions: dict[str, str] = json.loads(done.stdout)
    return {f"{tool} {version}": _texts(path, pages, tool, version) for tool, version in versions.items()}


def _texts(path: Path, pages: Sequence[Known], tool: str, version: str) -> list[str]:
    """The texts of one tool: those kept from earlier runs, and those of pages it has not read yet."""
    digests = [hashlib.sha256(page.data).hexdigest()[:24] for page in pages]
    file = KEPT / f"{tool}-{version}.jsonl"
    known: dict[str, str] = {}
    if file.exists():
        with file.open(encoding="utf-8", newline="\n") as lines:
            known = dict(map(json.loads, lines))
    wanted = [n for n, digest in enumerate(digests) if digest not in known]
    if wanted:
        print(f"{tool} {version} reads {len(wanted)} pages, once", file=sys.stderr)
        asked = "".join(
            json.dumps([str(path / "pages" / f"{pages[n].id}.html.gz"), pages[n].url]) + "\n" for n in wanted
        )
        done = subprocess.run(
            [PYTHON, PROGRAM, tool], input=asked, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            check=True,
        )  # fmt: skip
        new = {digests[n]: json.loads(line) for n, line in zip(wanted, done.stdout.splitlines(), strict=True)}
        KEPT.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as out:
            out.writelines(json.dumps(pair) + "\n" for pair in new.items())
        known |= new
    return [known[digest] for digest in digests]
