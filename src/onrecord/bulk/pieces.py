"""From what a person hands over to the WARC files that are meant, each with the name of what is made of it."""

import glob
import gzip
import hashlib
import os
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from onrecord.bulk.places import is_elsewhere, listed
from onrecord.causes import in_words
from onrecord.decoding import opening
from onrecord.errors import InputError
from onrecord.warc import WARCS


class Piece(msgspec.Struct, frozen=True, order=True):
    """One WARC file: the unit of work."""

    name: str
    """Of its Parquet file, without the ending: told from ``location`` alone, whatever else is given beside it."""
    location: str
    """A path from the root, or an address."""


def find_pieces(inputs: Iterable[str], base: str | None = None) -> Iterator[Piece | InputError]:
    """Every WARC file in ``inputs``; what cannot be read is an `InputError`, not raised.

    An input is a WARC file, a folder of them, a pattern, an ``s3://`` address of one or (ended by ``/`` or with ``*``)
    of many, an ``http(s)://`` address of one, or a list: a text, also in gzip, with one of these a line, ``#`` before
    remarks. ``base`` stands before the lines of lists.
    """
    for given in inputs:
        for found in _tried(given, _locations(given, base)):
            yield found if isinstance(found, InputError) else Piece(_name(found), found)


def _tried(name: str, found: Iterable[str | InputError]) -> Iterator[str | InputError]:
    """What is ``found``, and where that ends early, why, told of ``name``."""
    try:
        yield from found
    except OSError as error:
        yield InputError(name, in_words(error, str(error)))
    except InputError as error:
        yield InputError(name, error.reason)
    except ValueError:  # a NUL
        yield InputError(name, "no file can have this name")


def _locations(given: str, base: str | None) -> Iterator[str | InputError]:
    if is_elsewhere(given):
        many = given.startswith("s3://") and re.search(r"[*?\[]|/$", given)
        yield from _some(given, listed(given)) if many else (given,)
        return
    if os.path.isdir(given):  # noqa: PTH112  # a path too long or with a NUL must not raise here
        yield from _some(given, _folder(Path(given)))
    elif not os.path.exists(given) and re.search(r"[*?\[]", given):  # noqa: PTH110  # the same
        yield from _some(given, sorted(glob.glob(given, recursive=True)))  # noqa: PTH207  # a pattern may begin at the root
    elif _is_warc(Path(given)):
        yield os.path.abspath(given)  # noqa: PTH100  # links stay, as the person named it
    else:
        for line in _lines(given):
            yield from _tried(f"{given}: {line}", _listed(_joined(base, line)))


def _listed(line: str) -> Iterator[str | InputError]:
    """A line of a list: all that an input may be, but for another list."""
    if not is_elsewhere(line) and os.path.isfile(line) and not _is_warc(Path(line)):  # noqa: PTH113  # see above
        raise InputError(line, "a list in a list")
    yield from _locations(line, None)


def _some(given: str, found: Iterable[str]) -> Iterator[str]:
    none = True
    for location in found:
        none = False
        yield location if is_elsewhere(location) else os.path.abspath(location)  # noqa: PTH100
    if none:
        raise InputError(given, "no WARC files there (*.warc, *.warc.gz, *.warc.zst)")


def _folder(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.name.lower().endswith(WARCS) and path.is_file():
            yield str(path)


def _is_warc(path: Path) -> bool:
    """Told from its first bytes; one that bears the name is one, whatever it holds: that is for its reader to say."""
    with path.open("rb") as file:
        head = opening(file.read(4_096))
    return head.startswith(b"WARC/") or path.name.lower().endswith(WARCS)


def _lines(given: str) -> Iterator[str]:
    with Path(given).open("rb") as file:
        head = file.read(4_096)
    begins = opening(head).lstrip()
    if begins.startswith(b"filedesc:"):
        raise InputError(given, "an ARC file, which is older than WARC; warcio recompress makes WARC of it")
    if begins.startswith((b"<", b"{")):  # whose lines, a page's, might be taken for addresses
        raise InputError(given, _NEITHER)
    none = True
    try:
        with (
            gzip.open(given, "rt", encoding="utf-8-sig")
            if head.startswith(b"\x1f\x8b")
            else Path(given).open(encoding="utf-8-sig") as lines
        ):
            for line in lines:
                text = line.strip()
                if text and not text.startswith("#"):
                    none = False
                    yield text
    except (UnicodeDecodeError, EOFError, zlib.error):
        raise InputError(given, _NEITHER) from None
    if none:
        raise InputError(given, "an empty list")


_NEITHER = "neither a WARC file nor a list of them"


def _joined(base: str | None, line: str) -> str:
    return line if base is None or is_elsewhere(line) else f"{base.rstrip('/')}/{line.lstrip('/')}"


def _name(location: str) -> str:
    """The file's own name, for a person, and a hash of where it lies, for there are many of a name."""
    last = location.rsplit("/", 1)[-1]
    stem = re.sub(r"(?i)\.warc(\.gz|\.zst)?$", "", last)
    plain = re.sub(r"[^0-9A-Za-z.-]+", "-", stem).strip("-.")[:100] or "piece"
    return (
        f"{plain}-{hashlib.blake2b(location.encode('utf-8', 'surrogateescape'), digest_size=4).hexdigest()}"
    )
