"""Files, folders and standard input as inputs, one at a time: nothing is read before it is asked for."""

import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord import limits
from onrecord.causes import in_words
from onrecord.decoding import opening
from onrecord.errors import InputError
from onrecord.values.addresses import is_web

STDIN = "-"
"""The name that stands for standard input."""

_PAGES = (".html", ".htm", ".xhtml", ".shtml", ".txt")
_ARCHIVES = (".warc", ".warc.zst", ".wacz")
_COLLECTIONS = (*_ARCHIVES, ".mhtml", ".mht", ".jsonl", ".ndjson")
_HEAD = 8_192


@dataclass(frozen=True)
class Input:
    """Something that may hold a page; only `read` finds out."""

    name: str
    """As the caller gave it; for a file found in a folder, the folder as given and the path inside it."""
    path: Path | None
    """None for standard input."""
    given: bytes | None = None
    """What was read of it already."""

    @property
    def repeatable(self) -> bool:
        """Whether another process could read it: a file yes, standard input and pipes no."""
        return self.path is not None and not self.path.is_fifo()

    def read(self) -> bytes:
        """The bytes, as they lie there (gzip is not unpacked); `InputError` says why they cannot be a page."""
        try:
            data = (
                _bounded(self.given)
                if self.given is not None
                else _standard_input()
                if self.path is None
                else _file(self.path, self.name)
            )
        except OSError as error:
            reason = "no permission to read it" if isinstance(error, PermissionError) else in_words(error)
            raise InputError(self.name, reason) from error
        except _NoPage as error:
            raise InputError(self.name, str(error)) from None
        if fault := not_a_page(data):
            raise InputError(self.name, fault)
        return data


class _NoPage(Exception):  # noqa: N818  # never leaves this module: becomes an InputError with a name
    """Why something is not read."""


def find_inputs(paths: Iterable[str], *, collections: bool = False) -> Iterator[Input]:
    """An input for each of ``paths``, and for each page in those that are folders, in sorted order.

    Never fails: what is wrong with an input, ``read`` says. Of folders, the files named as pages are (also with
    ``.gz``) and those that begin as HTML does; hidden ones are left out, folders seen before, and texts beside web archives. With ``collections``
    also the files named as those that hold many pages or records: WARC, WACZ, MHTML, JSON lines.
    """
    names = _PAGES + _COLLECTIONS if collections else _PAGES
    for path in paths:
        if path == STDIN:
            yield Input(STDIN, None)
        elif os.path.isdir(path):  # noqa: PTH112  # a path too long or with a NUL must not raise here
            yield from _folder(path, names)
        else:
            yield Input(_printable(path), Path(path))


def _folder(path: str, names: tuple[str, ...]) -> Iterator[Input]:
    found = None
    for found in _walk(path, names):
        yield found
    if found is None:
        yield Input(_printable(path), Path(path))


def _walk(folder: str, names: tuple[str, ...]) -> Iterator[Input]:
    seen: set[tuple[int, int]] = set()
    try:
        waiting = _entries(folder, seen)
    except OSError:
        return
    while waiting:
        entry = waiting.pop()
        if _is_folder(entry):
            try:
                waiting += _entries(entry.path, seen)
            except OSError:
                # Its `read` meets the same error, and says so.
                yield Input(_printable(entry.path), Path(entry.path))
        elif _named_as(entry.name, names) or _begins_as_page(entry):
            yield Input(_printable(entry.path), Path(entry.path))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _entries(folder: str, seen: set[tuple[int, int]]) -> list[os.DirEntry[str]]:
    """What lies in ``folder``, last first; nothing where a link led to it a second time."""
    about = Path(folder).stat()
    if (about.st_dev, about.st_ino) in seen:
        return []
    seen.add((about.st_dev, about.st_ino))
    with os.scandir(folder) as entries:
        shown = [entry for entry in entries if not entry.name.startswith(".")]
    if any(_named_as(entry.name, _ARCHIVES) for entry in shown):
        # A text beside them tells of them: README.txt.
        shown = [entry for entry in shown if not _named_as(entry.name, (".txt",))]
    return sorted(shown, key=lambda entry: entry.name, reverse=True)


def _printable(path: str) -> str:
    """A path as text that can be written and seen: bytes that are no UTF-8 become U+FFFD, an empty one is quoted."""
    return os.fsencode(path).decode("utf-8", "replace") if not path.isascii() else path or "''"


def _named_as(name: str, names: tuple[str, ...]) -> bool:
    return name.lower().removesuffix(".gz").endswith(names)


_BEGINNING = re.compile(rb"\s*+(?:<!--(?:[^-]|-(?!->)){0,2000}+-->\s*+)*+(?:<\?xml[^>]*+>\s*+)?<(?:!doctype\s+html|html|head)\b", re.DOTALL | re.IGNORECASE)  # fmt: skip


def _begins_as_page(entry: os.DirEntry[str]) -> bool:
    try:
        if not entry.is_file():  # opening a pipe would wait for ever
            return False
        with Path(entry.path).open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    return bool(_BEGINNING.match(opening(head).removeprefix(b"\xef\xbb\xbf")))


def _standard_input() -> bytes:
    if sys.stdin is None or sys.stdin.closed:
        raise _NoPage("standard input is closed")
    return _bounded(sys.stdin.buffer.read(limits.FILE_BYTES + 1))


def _file(path: Path, name: str) -> bytes:
    if name == _printable(""):  # as a path it would be the folder one is in
        raise _NoPage("no file can have this name")
    try:
        about = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise _NoPage(_missing(path, name)) from None
    except ValueError:
        raise _NoPage("no file can have this name") from None
    if stat.S_ISDIR(about.st_mode):
        next(os.scandir(path), None)  # raises where it may not be read
        raise _NoPage(
            "no pages in this folder (looked for " + " ".join("*" + suffix for suffix in _PAGES) + ")"
        )
    if not (stat.S_ISREG(about.st_mode) or stat.S_ISFIFO(about.st_mode)):
        raise _NoPage("not a file")
    _check_size(about.st_size)
    with path.open("rb") as file:
        return _bounded(file.read(limits.FILE_BYTES + 1))


def _missing(path: Path, name: str) -> str:
    if is_web(name):
        return "a web address, and this reads files; the commands onrecord extract and onrecord add fetch it"
    return "a link to a file that is gone" if path.is_symlink() else "no such file"


def _bounded(data: bytes) -> bytes:
    _check_size(len(data))
    return data


def _check_size(size: int) -> None:
    if size > limits.FILE_BYTES:
        raise _NoPage(f"too large for a page ({size:,} bytes; at most {limits.FILE_BYTES:,} are read)")


def not_a_page(data: bytes) -> str | None:
    """Why these bytes cannot be a page; None where they may be one."""
    if not data:
        return "empty"
    head = opening(data[:_HEAD])
    if not head:
        return "gzip data that holds nothing, or is broken"
    if not head.strip() and not data.strip():
        return "empty: nothing but white space"
    if what := _signature(head):
        return f"not a page: {what}"
    return "not a page: binary data" if _binary(head) else None


# What people hand over by mistake, by its first bytes.
_SIGNATURES = (
    (re.compile(rb"%PDF-"), "a PDF"),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP|BM.{4}\0{4}|II\*\0|MM\0\*", re.DOTALL), "an image"),
    (re.compile(rb"....ftyp|\x1aE\xdf\xa3|OggS|ID3|RIFF....(?:AVI |WAVE)", re.DOTALL), "a video or sound"),
    (re.compile(rb"PK\x03\x04|PK\x05\x06"), "a ZIP archive, or a document or book kept in one; unpack it first"),
    (re.compile(rb"7z\xbc\xaf|Rar!|BZh[1-9]1AY|\xfd7zXZ\0|\x28\xb5\x2f\xfd"), "an archive; unpack it first"),
    (re.compile(rb"\x7fELF|MZ.{0,200}\0|\xcf\xfa\xed\xfe", re.DOTALL), "a program"),
    (re.compile(rb"SQLite format 3\0"), "a database"),
    (re.compile(rb"bplist00"), "a Safari web archive; save the page as page source instead"),
    (re.compile(rb"(?s:(?!<).{0,600})^Content-Type: multipart/related", re.MULTILINE | re.IGNORECASE), "an MHTML archive; onrecord add reads it, or save the page as HTML only"),
    (re.compile(rb"WARC/[01]\.\d"), "a WARC file, and this reads single pages; onrecord add reads it"),
    (re.compile(rb"filedesc://"), "an ARC file, which is older than WARC; warcio recompress makes WARC of it"),
)  # fmt: skip


def _signature(head: bytes) -> str | None:
    return next((what for pattern, what in _SIGNATURES if pattern.match(head)), None)


_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\0\t\n\x0b\f\r\x1b\x1a"))


def _binary(head: bytes) -> bool:
    """Whether these are no letters in any encoding: many NULs that are not UTF-16's, or many control characters.

    Escape stays: ISO-2022-JP is written with it. A stray NUL or two stand in real pages.
    """
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    if (nulls := head.count(0)) * 20 > len(head):
        even = head[::2].count(0)
        return max(even, nulls - even) < nulls * 0.9
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls * 20 > len(head)
