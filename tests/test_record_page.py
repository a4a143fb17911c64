"""docs/record.md names what the code can say: every field and its type, every trouble's code, every source."""

import ast
import enum
import re
import types
from collections.abc import Iterator
from pathlib import Path
from typing import get_args, get_origin, get_type_hints

import pytest

from onrecord.evidence import Source
from onrecord.record import Record
from test_schema import SHAPES, WORDS

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


SIMPLE = {str: "string", int: "integer", bool: "boolean", float: "number"}


def type_name(kind: object) -> str:
    """A field's type as the tables write it."""
    of = tuple(type_name(inner) for inner in get_args(kind) if inner not in (type(None), ...))
    if isinstance(kind, types.UnionType):
        return f"{of[0]}?" if len(of) == 1 else f"{', '.join(of)} or null"
    if get_origin(kind) is tuple:
        return f"[{', '.join(of)}]"
    if get_origin(kind) is dict:
        return f"{{{': '.join(of)}}}"
    assert isinstance(kind, type)
    return SIMPLE.get(kind, kind.__name__)


def fields_of(part: type) -> list[tuple[str, str]]:
    return [(name, type_name(kind)) for name, kind in get_type_hints(part).items()]


def test_the_table_of_fields_names_each_with_its_type() -> None:
    rows = re.findall(r"^\| `(\w+)` \| ([^|]+?) \|", PAGE.split("\n## Parts\n")[0], re.MULTILINE)
    assert rows == fields_of(Record)


def test_the_table_of_parts_names_each_of_their_fields_with_its_type() -> None:
    parts: dict[str, list[tuple[str, str]]] = {}
    rows: list[tuple[str, str]] = []
    for part, field, kind in re.findall(
        r"^\| (\w*) ?\| `(\w+)` \| ([^|]+?) \|", section("Parts"), re.MULTILINE
    ):
        rows = parts.setdefault(part, []) if part else rows
        rows.append((field, kind))
    assert parts == {part.__name__: fields_of(part) for part in SHAPES}


@pytest.mark.parametrize("kinds", WORDS, ids=lambda kinds: kinds.__name__)
def test_the_tables_name_every_word_of_a_closed_set(kinds: type[enum.StrEnum]) -> None:
    line = next(line for line in PAGE.splitlines() if f"| {kinds.__name__} |" in line)
    assert not [kind.value for kind in kinds if not re.search(rf"\b{kind.value}\b", line)]
