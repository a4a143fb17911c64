"""``make accept CASE=NAME``: what a case gives now becomes its expected record, and the change is shown."""

import difflib
import json
import sys
from pathlib import Path

import msgspec

from command import run_command
from onrecord.extraction import extract_all

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
    """The record of a case's page, a list where it holds several articles, as it is kept: pretty, without onrecord's version, so that a change can be read."""
    case = json.loads((folder / "case.json").read_text("utf-8"))
    headers = {
        ":status" if name == "status" else name: str(value) for name, value in case.get("headers", {}).items()
    }
    told = extract_all(
        page_of(folder).read_bytes(), url=case["url"], headers=headers, captured=case.get("captured")
    )
    records = [msgspec.to_builtins(record) for record in told]
    for record in records:
        del record["extractor"]["version"]
    whole = records if len(records) > 1 else records[0]
    return msgspec.json.format(msgspec.json.encode(whole), indent=1).decode() + "\n"


def page_of(folder: Path) -> Path:
    """The page of a case: mark-up, or text whose mark-up is gone."""
    markup = folder / "page.html"
    return markup if markup.exists() else folder / "page.txt"


if __name__ == "__main__":
    run_command(main)
