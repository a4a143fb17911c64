"""Bytes and records as the archive keeps them: put in once, taken out whole or not at all."""

import contextlib
import hashlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from onrecord import limits
from onrecord.archive.dictionaries import dictionary
from onrecord.archive.packing import Damaged, Dictionary, pack_after, unpack, unpack_after
from onrecord.record import Record

__all__ = [
    "digest_of",
    "drop_bytes",
    "file_of",
    "keep_bytes",
    "load_bytes",
    "load_own_record",
    "load_record",
    "pack_own",
]


def digest_of(data: bytes) -> bytes:
    """What bytes are addressed by: their SHA-256, 32 bytes."""
    return hashlib.sha256(data).digest()


def file_of(folder: Path, digest: bytes) -> Path:
    """Where bytes lie that are too large for the archive's file; ``zstd -d`` unpacks it."""
    name = digest.hex()
    return folder / name[:2] / f"{name}.zst"


def keep_bytes(  # a row has many columns
    connection: sqlite3.Connection,
    folder: Path,
    digest: bytes,
    *,
    size: int,
    packed: bytes,
    shared: int | None,
) -> int:
    """Keep packed bytes, unless they are kept already; the number of their row. ``shared``: their dictionary.

    Large ones are a file, which is there whole before the row is: written beside its place, synced, renamed.
    """
    row = connection.execute("SELECT number FROM bytes WHERE digest = ?", (digest,)).fetchone()
    if row:
        return int(row[0])
    inside = len(packed) <= limits.INLINE_BYTES
    if not inside:
        _write_whole(file_of(folder, digest), packed)
    cursor = connection.execute(
        "INSERT INTO bytes (digest, size, packed, dictionary) VALUES (?, ?, ?, ?)",
        (digest, size, packed if inside else None, shared),
    )
    return cursor.lastrowid or 0


def _write_whole(path: Path, data: bytes) -> None:
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name as lasting as the bytes, where the system can."""
    with contextlib.suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def load_bytes(connection: sqlite3.Connection, folder: Path, number: int) -> bytes:
    """Kept bytes as they were captured; `Damaged` where they are not what their digest says."""
    row = connection.execute(
        "SELECT digest, packed, dictionary FROM bytes WHERE number = ?", (number,)
    ).fetchone()
    if row is None:
        raise Damaged("bytes that a row speaks of are gone")
    digest, packed, shared = row
    if packed is None:
        try:
            packed = file_of(folder, digest).read_bytes()
        except OSError as error:
            raise Damaged(f"{file_of(folder, digest)}: {(error.strerror or 'unreadable').lower()}") from error
    data = unpack(packed, None if shared is None else _dictionary(connection, shared))
    if digest_of(data) != digest:
        raise Damaged(f"bytes {digest.hex()} are no longer what was captured")
    return data


def drop_bytes(connection: sqlite3.Connection, folder: Path, number: int) -> Iterator[Path]:
    """Forget kept bytes; gives the file to delete once the transaction is done, where there is one."""
    row = connection.execute(
        "DELETE FROM bytes WHERE number = ? RETURNING digest, packed IS NULL", (number,)
    ).fetchone()
    if row and row[1]:
        yield file_of(folder, row[0])


def load_record(connection: sqlite3.Connection, folder: Path, version: int) -> Record:
    """The record of a version, with its evidence; `Damaged` where it cannot be had."""
    return Record.from_json(_record_json(connection, folder, version))


def _record_json(connection: sqlite3.Connection, folder: Path, version: int) -> bytes:
    row = connection.execute(
        "SELECT packed, dictionary, after FROM record WHERE version = ?", (version,)
    ).fetchone()
    if row is None:
        raise Damaged(f"version {version} has no record")
    packed, shared, after = row
    before = _dictionary(connection, shared).data
    return unpack_after(packed, before if after is None else before + load_bytes(connection, folder, after))


def _dictionary(connection: sqlite3.Connection, number: int) -> Dictionary:
    (_, _, path), *_ = connection.execute("PRAGMA database_list").fetchall()
    return dictionary(path, number)


def load_own_record(connection: sqlite3.Connection, folder: Path, capture: int, version: int) -> Record:
    """The record as it was read in this very capture: the words are the version's, the places its own."""
    row = connection.execute(
        "SELECT packed FROM reading WHERE capture = ? AND version = ?", (capture, version)
    ).fetchone()
    whole = _record_json(connection, folder, version)
    if row is None or row[0] is None:
        return Record.from_json(whole)
    return Record.from_json(unpack_after(row[0], whole))


def pack_own(record: bytes, whole: bytes) -> bytes:
    """A capture's record, as the difference to its version's."""
    return pack_after(record, whole)
