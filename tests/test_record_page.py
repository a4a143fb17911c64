"""docs/record.md names what the code can say: every trouble's code, every source, every kind of block and page."""

import ast
import enum
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.evidence import Source
from onrecord.record import BlockKind, PageType, StatementKind

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "onrecord"
PAGE = (ROOT / "docs" / "record.md").read_text("utf-8")


def section(heading: str) -> str:
    """The words under a heading, up to the next."""
    return PAGE.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]


def said(tree: ast.AST) -> Iterator[str | None]:
    """Codes that a module gives to troubles, or keeps by code until they are made; None where one is not spelt out."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "Trouble":
            code = node.args[0] if node.args else None
            yield code.value if isinstance(code, ast.Constant) and isinstance(code.value, str) else None
        elif (
            isinstance(node, ast.Subscript)
            and isinstance(node.ctx, ast.Store)
            and ast.unparse(node.value).endswith("troubles")
            and isinstance(node.slice, ast.Constant)
        ):
            yield str(node.slice.value)


def test_the_table_of_troubles_names_every_code_once_and_no_other() -> None:
    codes: set[str] = set()
    unspelt = []
    for path in sorted(SOURCE.rglob("*.py")):
        for code in said(ast.parse(path.read_text("utf-8"))):
            if code is None:
                unspelt.append(str(path.relative_to(SOURCE)))
            else:
                codes.add(code)
    assert unspelt == ["body/blocks.py"], "a code that is no literal cannot be looked up: spell it out"
    named = re.findall(r"^\| `([a-z-]+)` \|", section("Troubles"), re.MULTILINE)
    assert named == sorted(named), "in the order of the alphabet"
    assert named == sorted(codes)


def test_the_list_of_sources_names_all_and_no_other() -> None:
    rows = re.findall(r"^\| (`[^|]+) \|", section("Sources"), re.MULTILINE)
    named = [name for row in rows for name in re.findall(r"`([a-z-]+)`", row)]
    assert sorted(named) == sorted(source.value for source in Source)


@pytest.mark.parametrize(
    ("row", "kinds"),
    [("`article_body`", BlockKind), ("`page_type`", PageType), ("`statements`", StatementKind)],
    ids=["blocks", "pages", "statements"],
)
def test_the_table_of_fields_names_every_kind(row: str, kinds: type[enum.StrEnum]) -> None:
    line = next(line for line in PAGE.splitlines() if line.startswith(f"| {row}"))
    assert not [kind.value for kind in kinds if not re.search(rf"\b{kind.value}\b", line)]
