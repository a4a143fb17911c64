"""Speakers, kept: each once under its key, and every statement tied to the one who made it."""

import sqlite3
from collections.abc import Iterable

from onrecord.attribution.pronouns import PLURALS, SELVES, THINGS, pronoun_gender
from onrecord.search.asking import cell
from onrecord.values.speakers import speaker_key

SPEAKERS = """
CREATE TABLE speaker (
    -- Who speaks, each once: names that differ in case, accents, a leading article or an honorific are one.
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE  -- the name, folded; two people of one name are one
);
ALTER TABLE statement ADD COLUMN who INTEGER REFERENCES speaker (number);
CREATE INDEX statement_of_speaker ON statement (who, version) WHERE who IS NOT NULL;
"""


def number_of(connection: sqlite3.Connection, name: str | None, mention: str | None) -> int | None:
    """The number of a speaker, made where there is none; of one without a name, of the words that describe them.

    None where nobody is named or described: "she" is another speaker in every article.
    """
    key = speaker_key(name or _described(mention or ""))
    if not key:
        return None
    known = cell(connection, int, "SELECT number FROM speaker WHERE key = ?", key)
    return known or connection.execute("INSERT INTO speaker (key) VALUES (?)", (key,)).lastrowid


def _described(mention: str) -> str:
    low = mention.strip(' ,.“”"').casefold()
    stands_for_another = pronoun_gender(low)[0] or low in PLURALS or low in SELVES or low in THINGS
    return "" if stands_for_another else mention


def tie_all(connection: sqlite3.Connection) -> None:
    """Tie the statements of an archive that was made before there were speakers."""
    rows = connection.execute("SELECT DISTINCT speaker, mention FROM statement").fetchall()
    connection.execute("CREATE TEMP TABLE named (speaker TEXT, mention TEXT, who INTEGER)")
    connection.executemany(
        "INSERT INTO named VALUES (?, ?, ?)", ((*row, number_of(connection, *row)) for row in rows)
    )
    connection.execute("CREATE INDEX temp.by_name ON named (speaker, mention)")
    connection.execute(
        "UPDATE statement SET who = (SELECT who FROM named n"
        " WHERE n.speaker IS statement.speaker AND n.mention IS statement.mention)"
    )
    connection.execute("DROP TABLE temp.named")


def drop_speakers(connection: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Forget those of ``numbers`` who have no statement left."""
    connection.executemany(
        "DELETE FROM speaker WHERE number = ?1 AND NOT EXISTS (SELECT 1 FROM statement WHERE who = ?1)",
        ((number,) for number in numbers),
    )
