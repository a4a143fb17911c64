"""Where WARC files lie: on this machine, in S3, on a web server. What is elsewhere is fetched whole before it is read."""

import contextlib
import fnmatch
import http.client
import os
import re
import socket
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from email.message import Message
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from urllib.parse import urlsplit

from onrecord import limits
from onrecord.gather.dialling import RefusedAddress, dial, look_up
from onrecord.gather.reach import Reach
from onrecord.values.addresses import is_web
from onrecord.warc import WARCS

if TYPE_CHECKING:
    from pyarrow import fs

_STEP = 1 << 20


def is_elsewhere(location: str) -> bool:
    """Whether it must be fetched."""
    return location.startswith("s3://") or is_web(location)


@contextlib.contextmanager
def local(location: str) -> Iterator[Path]:
    """A path on this machine to read it from, there while the context lasts; `OSError` where it cannot be had.

    Fetched whole, not read as it comes: a file is read again from the middle when a page has ended its reader, and a
    server that stumbles is then nobody's page's fault. It takes the file's size on the disk that holds ``TMPDIR``.
    """
    if not is_elsewhere(location):
        yield Path(location)
        return
    with tempfile.TemporaryDirectory(prefix="onrecord-") as folder:
        path = Path(folder) / "piece.warc.gz"
        try:
            with path.open("wb") as file, _opened(location) as (stream, size):
                _copy(stream, file, size)
        except urllib.error.HTTPError:
            raise
        except urllib.error.URLError as error:
            if isinstance(error.reason, RefusedAddress):
                raise error.reason from None
            why = getattr(error.reason, "strerror", None) or str(error.reason)
            raise OSError(f"cannot be connected to: {why.lower()}") from error
        except (http.client.HTTPException, ValueError) as error:  # a server's or an address's fault, too
            raise OSError(f"no answer that can be read: {str(error) or type(error).__name__}") from error
        yield path


@contextlib.contextmanager
def _opened(location: str) -> Iterator[tuple[IO[bytes], int | None]]:
    """What lies there, and its size where that is told."""
    if location.startswith("s3://"):
        files, path = s3(location)
        with files.open_input_stream(path, compression=None) as stream:
            yield stream, files.get_file_info(path).size
        return
    request = urllib.request.Request(location, headers={"User-Agent": "onrecord bulk"})  # noqa: S310  # http(s), see above
    opener = urllib.request.build_opener(_Onward, _Checked)
    with opener.open(request, timeout=limits.FETCH_SECONDS) as response:
        told = response.headers.get("Content-Length", "")
        yield response, int(told) if told.isascii() and told.isdigit() else None


class _Onward(urllib.request.HTTPRedirectHandler):
    """Follows redirects to web addresses."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> urllib.request.Request | None:
        """What is asked next; `OSError` where that is refused."""
        if not is_web(newurl):
            fp.close()
            raise OSError(f"redirects to {newurl}, no web address")
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]  # as it came


class _Checked(urllib.request.HTTPHandler, urllib.request.HTTPSHandler):
    """Connects where somebody said, and on from there as redirects say: from a public address to public ones alone."""

    def __init__(self) -> None:
        super().__init__()
        self._reach: Reach | None = None

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        """As urllib asks."""
        return self.do_open(self._made(http.client.HTTPConnection, req), req)

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        """As urllib asks."""
        return self.do_open(self._made(http.client.HTTPSConnection, req), req)

    def _made(
        self, kind: type[http.client.HTTPConnection], req: urllib.request.Request
    ) -> Callable[..., http.client.HTTPConnection]:
        asked = urlsplit(req.full_url)
        if by_proxy := req.host != asked.netloc:
            self._check_name(asked.hostname or "")

        def made(host: str, **more: Any) -> http.client.HTTPConnection:  # noqa: ANN401  # the library's
            connection = kind(host, **more)
            if not by_proxy:
                connection._create_connection = self._connected  # type: ignore[attr-defined]  # noqa: SLF001  # it has no other way
            return connection

        return made

    def _check_name(self, host: str) -> None:
        """Check what a proxy will connect to by the addresses of its name, as far as they are known here."""
        try:
            found = look_up(host, 0)
        except (OSError, UnicodeError):
            found = []
        told = ((address, Reach().refusal(address)) for address in found)
        refused = next((f"refused: {address} is {why}" for address, why in told if why), None)
        if refused and self._reach:
            raise RefusedAddress(refused)
        if not refused:
            self._reach = Reach()

    def _connected(self, where: tuple[str, int], seconds: float, *_: object) -> socket.socket:
        connected = dial(look_up(*where), where[1], self._reach, time.monotonic() + seconds)
        connected.settimeout(seconds)  # from now on, of its silence
        if Reach().refusal(connected.getpeername()[0]) is None:
            self._reach = Reach()
        return connected


def _copy(stream: IO[bytes], file: IO[bytes], size: int | None) -> None:
    """All of it: less than was told is a server that stumbled, more than `limits.WARC_BYTES` is no WARC file of ours."""
    copied = 0
    while piece := stream.read(_STEP):
        file.write(piece)
        copied += len(piece)
        if copied > limits.WARC_BYTES:
            raise OSError(f"more than {limits.WARC_BYTES:,} bytes")
    if size is not None and copied != size:
        raise OSError(f"only {copied:,} of {size:,} bytes came")


def listed(location: str) -> Iterator[str]:
    """The WARC files under an ``s3://`` address that ends in ``/`` or holds ``*`` or ``?``, in order; `OSError`."""
    from pyarrow.fs import FileSelector

    fixed = re.split(r"[*?\[]", location, maxsplit=1)[0].rpartition("/")[0]
    files, path = s3(fixed)
    found = sorted(f"s3://{info.path}" for info in files.get_file_info(FileSelector(path, recursive=True)))
    for one in found:
        matches = one.startswith(location) if location.endswith("/") else fnmatch.fnmatchcase(one, location)
        if matches and one.lower().endswith(WARCS):
            yield one


def s3(location: str) -> "tuple[fs.S3FileSystem, str]":
    """The store, by what the AWS variables of the environment say, and the path in it."""
    from pyarrow import fs

    endpoint = os.environ.get("AWS_ENDPOINT_URL_S3") or os.environ.get("AWS_ENDPOINT_URL")
    region = os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION") or "us-east-1"
    return fs.S3FileSystem(endpoint_override=endpoint, region=region), location.removeprefix("s3://")
