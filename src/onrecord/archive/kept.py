"""Bytes and records as the archive keeps them: put in once, taken out whole or not at all."""

import contextlib
import hashlib
import os
import re
import sqlite3
import zlib
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from onrecord import limits
from onrecord.archive.dictionaries import dictionary
from onrecord.archive.packing import Damaged, pack, unpack, unpack_after
from onrecord.causes import in_words
from onrecord.record import Record
from onrecord.search import index
from onrecord.search.asking import cell
from onrecord.whole_file import sync, whole_file

_LEAST_TEXT = 64
"""Bytes of a text under which nothing is packed after it."""

_NONE: Mapping[int, Record] = MappingProxyType({})
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Bytes:
    """Captured bytes, ready to be kept."""

    digest: bytes
    size: int
    packed: bytes
    dictionary: int | None
    after_text: bool
    """Packed after the text of the one article in it."""


def digest_of(data: bytes) -> bytes:
    """What bytes are addressed by: their SHA-256, 32 bytes."""
    return hashlib.sha256(data).digest()


def _file_of(folder: Path, digest: bytes) -> Path:
    """Where bytes lie that are too large for the archive's file; ``zstd -d`` unpacks it."""
    name = digest.hex()
    return folder / name[:2] / f"{name}.zst"


def files(folder: Path) -> Iterator[tuple[bytes, Path]]:
    """The files that hold bytes, each with their digest; those that a killed process left half written too."""
    for path in folder.glob("??/*"):
        if digest := _DIGEST.search(path.name):
            yield bytes.fromhex(digest[0]), path


def leaning_text(record: Record) -> bytes:
    """The text that frames of a page and of its record leave out; empty where it is too short for that."""
    text = (record.article_body or "").encode()
    return text if len(text) >= _LEAST_TEXT else b""


def keep_bytes(connection: sqlite3.Connection, folder: Path, data: Bytes, version: int) -> int:
    """Keep packed bytes, unless they are kept already; the number of their row. ``version`` was read in them.

    Large ones are a file, which is there whole before the row is: written beside its place, synced, renamed.
    """
    if known := cell(connection, int, "SELECT number FROM bytes WHERE digest = ?", data.digest):
        return known
    inside = len(data.packed) <= limits.INLINE_BYTES
    if not inside:
        _write_whole(_file_of(folder, data.digest), data.packed)
    text = version if data.after_text else None
    cursor = connection.execute(
        "INSERT INTO bytes (digest, size, packed, dictionary, text) VALUES (?, ?, ?, ?, ?)",
        (data.digest, data.size, data.packed if inside else None, data.dictionary, text),
    )
    return cursor.lastrowid or 0


def _write_whole(path: Path, data: bytes) -> None:
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with whole_file(path) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    with contextlib.suppress(OSError):  # not every system can
        sync(path.parent)


def load_bytes(
    connection: sqlite3.Connection,
    folder: Path,
    number: int,
    fresh: Mapping[int, Record] = _NONE,
) -> bytes:
    """Kept bytes as they were captured; `Damaged` where they are not what their digest says.

    ``fresh`` are records of versions whose texts the index may not hold yet.
    """
    row = connection.execute(
        "SELECT digest, packed, dictionary, text FROM bytes WHERE number = ?", (number,)
    ).fetchone()
    if row is None:
        raise Damaged("bytes that a row speaks of are gone")
    digest, packed, shared, text = row
    if packed is None:
        try:
            packed = _file_of(folder, digest).read_bytes()
        except OSError as error:
            # Beside the archive, wherever that lies: who reads it through a server need not know where.
            place = _file_of(Path(folder.name), digest)
            raise Damaged(f"{place}: {in_words(error, 'unreadable')}") from error
    left_out = b"" if text is None else _text(connection, text, fresh)
    data = unpack(packed, None if shared is None else dictionary(connection, shared), left_out)
    if digest_of(data) != digest:
        raise Damaged(f"bytes {digest.hex()} are no longer what was captured")
    return data


def load_page(
    connection: sqlite3.Connection,
    folder: Path,
    version: int,
    fresh: Mapping[int, Record] = _NONE,
) -> bytes | None:
    """The bytes that the record of a version is packed after; None where they are not in the file.

    ``fresh`` as for `load_bytes`.
    """
    row = connection.execute("SELECT after FROM record WHERE version = ?", (version,)).fetchone()
    return None if row is None or row[0] is None else load_bytes(connection, folder, row[0], fresh)


def _text(connection: sqlite3.Connection, version: int, fresh: Mapping[int, Record] = _NONE) -> bytes:
    """The text of a version, which frames leave out."""
    if version in fresh:
        return leaning_text(fresh[version])
    try:
        found = index.text(connection, version)
    except (zlib.error, msgspec.DecodeError) as error:
        raise Damaged(f"the text of version {version} is damaged: {error}") from error
    if not found:
        raise Damaged(f"the text of version {version} is gone")
    return found.encode()


def stand_alone(connection: sqlite3.Connection, folder: Path, number: int, versions: Container[int]) -> None:
    """Pack bytes anew that are packed after the text of one of ``versions``: that is about to go, and they are not."""
    shared, text = connection.execute(
        "SELECT dictionary, text FROM bytes WHERE number = ?", (number,)
    ).fetchone()
    if text is not None and text in versions:
        data = load_bytes(connection, folder, number)
        packed = pack(data, None if shared is None else dictionary(connection, shared))
        connection.execute("UPDATE bytes SET packed = ?, text = NULL WHERE number = ?", (packed, number))


def load_record(connection: sqlite3.Connection, folder: Path, version: int) -> Record:
    """The record of a version, with its evidence; `Damaged` where it cannot be had."""
    return Record.from_json(_record_json(connection, folder, version))


def _record_json(connection: sqlite3.Connection, folder: Path, version: int) -> bytes:
    row = connection.execute(
        "SELECT packed, dictionary, after, text FROM record WHERE version = ?", (version,)
    ).fetchone()
    if row is None:
        raise Damaged(f"version {version} has no record")
    packed, shared, after, leaning = row
    page = b"" if after is None else load_bytes(connection, folder, after)
    text = _text(connection, version) if leaning else b""
    return unpack_after(packed, dictionary(connection, shared).data + page + text)


def load_own_record(
    connection: sqlite3.Connection,
    folder: Path,
    capture: int,
    version: int,
    fresh: Mapping[int, Record] = _NONE,
) -> Record:
    """The record as it was read in this very capture: the words are the version's, the places its own.

    ``fresh`` as for `load_bytes`.
    """
    row = connection.execute(
        "SELECT packed FROM reading WHERE capture = ? AND version = ?", (capture, version)
    ).fetchone()
    whole = fresh[version].to_json() if version in fresh else _record_json(connection, folder, version)
    if row is None or row[0] is None:
        return Record.from_json(whole)
    return Record.from_json(unpack_after(row[0], whole))


class Loading(NamedTuple):
    """Versions as they are kept."""

    connection: sqlite3.Connection
    folder: Path

    def record(self, version: int) -> Record:
        """The record of a version; `Damaged`."""
        return load_record(self.connection, self.folder, version)

    def page(self, version: int) -> bytes | None:
        """The bytes it was read from; None where they are not in the file."""
        return load_page(self.connection, self.folder, version)
