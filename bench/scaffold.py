"""Make ``src/onrecord/archive/scaffold.jsonl``: the words that records share, which a packed record leaves out.

    python bench/scaffold.py

The records of the project's own cases without their texts, the shortest first, up to `SIZE`. An archive takes it along
when it is made, so another one later changes nothing in archives that are there.
"""

from pathlib import Path

import msgspec

import onrecord
from command import run_command

SIZE = 24_000
CASES = Path(__file__).parent.parent / "cases"
MADE = Path(__file__).parent.parent / "src" / "onrecord" / "archive" / "scaffold.jsonl"


def main() -> None:
    lines = []
    for path in sorted(CASES.glob("*/page.html")):
        record = onrecord.extract(
            path.read_bytes(), url=f"https://www.news.example/2024/05/03/{path.parent.name}"
        )
        said = {field: found for field, found in record.evidence.items() if field != "article_body"}
        bare = msgspec.structs.replace(record, article_body=None, blocks=record.blocks[:4], evidence=said)
        lines.append(bare.to_json())
    lines.sort(key=len)
    kept, size = [], 0
    for line in lines[len(lines) // 4 :]:
        if size + len(line) > SIZE:
            break
        kept.append(line)
        size += len(line) + 1
    MADE.write_bytes(b"\n".join(kept) + b"\n")
    print(f"{MADE.name}: {len(kept)} records, {size:,} bytes")


if __name__ == "__main__":
    run_command(main)
