"""What Datasette is told of an archive, so that its pages explain themselves."""

import re

from onrecord.archive.schema import ADDED, LATER, TABLES
from onrecord.search import index

_VIEWS = {
    "articles": "One row an article: its newest version.",
    "versions": "Every version of every article, in time.",
    "statements": "Who said what in the newest version of each article.",
    "people": "Who wrote and who is quoted, by name as written.",
    "speakers": "Who is quoted, however the name is written.",
}


def metadata(name: str) -> dict[str, object]:
    """Datasette's metadata for an archive whose file is ``name`` without its suffix (docs.datasette.io/metadata)."""
    tables: dict[str, object] = {table: _about(table, body) for table, body in _TABLE.findall(TABLES + ADDED)}
    tables.update({name: {"hidden": True} for name in index.TABLES})
    tables.update({view: {"description": text} for view, text in _VIEWS.items()})
    return {
        "title": "onrecord archive",
        "description": "News pages as records that can be cited. The views articles, versions, statements, people and"
        " speakers are where to look first.",
        "databases": {name: {"tables": tables}},
    }


_TABLE = re.compile(r"CREATE TABLE (\w+) \(\n(.*?)\n\)", re.DOTALL)
_COLUMN = re.compile(r'^ {4}"?(\w+)"? [A-Z][^\n]*?--\s*([^\n]+)$', re.MULTILINE)
_FIRST = re.compile(r"\s*-- (.+)")


def _about(table: str, body: str) -> dict[str, object]:
    """A table's comments: of the whole, and of its columns."""
    said = _FIRST.match(body)
    about: dict[str, object] = {
        "hidden": True,
        "columns": {
            **dict(_COLUMN.findall(body)),
            **{column: said for (of, column), (_, said) in LATER.items() if of == table},
        },
    }
    if said:
        about["description"] = said[1]
    return about
