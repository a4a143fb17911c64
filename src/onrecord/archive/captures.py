"""Captures, taken out of the archive with their bytes: to hand on, or to be read anew."""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from onrecord.archive import kept
from onrecord.archive.packing import Damaged
from onrecord.archive.store import Store
from onrecord.capture import Captured, Lost
from onrecord.errors import ArchiveError
from onrecord.search.asking import column

Told = Callable[[Lost], object]
"""Called with a capture whose bytes are damaged or gone, which is then left out."""


def captures(
    store: Store, article: int | None = None, told: Told | None = None
) -> Iterator[tuple[int, Captured]]:
    """Captures with their bytes, each with its number; of one article or of all.

    Without ``told``, `ArchiveError` at one whose bytes are damaged.
    """
    return _whole(store, "WHERE ?1 IS NULL OR article = ?1", article, told)


def capture(store: Store, number: int) -> Captured | None:
    """Capture ``number`` with its bytes; None where it has none. `ArchiveError` where they are damaged."""
    return next((found for _, found in _whole(store, "WHERE number = ?1", number)), None)


def _whole(
    store: Store, condition: str, value: int | None, told: Told | None = None
) -> Iterator[tuple[int, Captured]]:
    for number, found in _found(store, condition, value):
        if not isinstance(found, Lost):
            yield number, found
        elif told is None:
            raise ArchiveError(store.name, f"{found.name}: {found.reason}")
        else:
            told(found)


def captures_to_read(store: Store, *, statements: bool) -> Iterator[tuple[int, Captured | Lost]]:
    """Captures that this extractor has not read; a `Lost` for each whose bytes are damaged.

    Without ``statements``, what was read with them is not read again: it would say less.
    """
    from onrecord.extraction import extract

    now_reading = extract(b"-", statements=statements).extractor
    models = msgspec.json.encode(now_reading.models, order="sorted").decode()
    condition = (
        "WHERE NOT EXISTS (SELECT 1 FROM reading r JOIN version v ON v.number = r.version JOIN extractor e"
        " ON e.number = v.extractor WHERE r.capture = capture.number AND e.version = ?1"
        " AND (e.models = ?2 OR json_remove(e.models, '$.\"statements-marks\"', '$.\"statements-tagger\"') = ?2))"
    )
    yield from _found(store, condition, now_reading.version, models)


def _found(store: Store, condition: str, *values: object) -> Iterator[tuple[int, Captured | Lost]]:
    with store.reading() as connection:
        numbers = f"SELECT number FROM capture {condition} ORDER BY number"  # noqa: S608  # our own words
        for number in column(connection, numbers, *values):
            row = connection.execute(
                'SELECT bytes, url, captured, headers, file, record_id, "offset", turn FROM capture WHERE number = ?',
                (number,),
            ).fetchone()
            if row is None or row[0] is None:
                continue
            try:
                data = kept.load_bytes(connection, store.folder, row[0])
            except Damaged as error:
                yield number, Lost(str(row[1] or row[4] or f"capture {number}"), str(error))
            else:
                yield number, _captured(data, row)


def _captured(data: bytes, row: tuple[Any, ...]) -> Captured:
    _, url, captured, headers, file, record_id, offset, turn = row
    pairs = msgspec.json.decode(headers, type=tuple[tuple[str, str], ...]) if headers else ()
    return Captured(
        url or file or "-", data, url=url, captured=captured, headers=pairs, file=file, record_id=record_id,
        offset=offset, turn=turn,
    )  # fmt: skip
