"""``make accept CASE=NAME``: what a case gives now becomes its expected record, and the change is shown."""

import difflib
import json
import sys
from pathlib import Path

import msgspec

from onrecord.extraction import extract

CASES = Path(__file__).parent.parent / "cases"


def main() -> int:
    names = [path.parent.name for path in sorted(CASES.glob("*/case.json"))]
    if len(sys.argv) != 2 or sys.argv[1] not in names:
        print(f"usage: make accept CASE=NAME, where NAME is one of: {' '.join(names)}", file=sys.stderr)
        return 2
    folder = CASES / sys.argv[1]
    expected = folder / "expected.json"
    before = expected.read_text("utf-8") if expected.exists() else ""
    after = made(folder)
    diff = difflib.unified_diff(
        before.splitlines(), after.splitlines(), "expected before", "expected now", lineterm=""
    )
    print("\n".join(diff) or "no change")
    expected.write_text(after, "utf-8")
    return 0


def made(folder: Path) -> str:
    """The record of a case's page, as it is kept: pretty, without onrecord's version, so that a change can be read."""
    case = json.loads((folder / "case.json").read_text("utf-8"))
    headers = {
        ":status" if name == "status" else name: str(value) for name, value in case.get("headers", {}).items()
    }
    data = (folder / "page.html").read_bytes()
    record = msgspec.to_builtins(
        extract(data, url=case["url"], headers=headers, captured=case.get("captured"))
    )
    del record["extractor"]["version"]
    return msgspec.json.format(msgspec.json.encode(record), indent=1).decode() + "\n"


if __name__ == "__main__":
    sys.exit(main())
