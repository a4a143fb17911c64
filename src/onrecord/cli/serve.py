"""``onrecord serve``: the reading room, pages over an archive."""

import socket
from typing import TYPE_CHECKING

import click

from onrecord.causes import in_words
from onrecord.cli import terminal
from onrecord.cli.archives import archive_option, opened
from onrecord.errors import MissingExtra

if TYPE_CHECKING:
    from starlette.applications import Starlette

    from onrecord.archive import Archive

_AT_ONCE = 100
"""Connections that are served at once; further ones are told to come again."""


@click.command("serve")
@archive_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="N",
    default=8010,
    show_default=True,
    help="0: any free one.",
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Where to listen. Others than this machine can then read it.",
)
@click.option("--name", "names", multiple=True, metavar="HOST", help="A further host name it answers under.")
def command(file: str, port: int, host: str, names: tuple[str, ...]) -> None:
    """Show the archive as pages in a browser.

    Search, records with their evidence, versions, who said what, people, stories.

    It listens to this machine alone, unless --host says otherwise. Stop it with Ctrl-C.
    """
    with opened(file) as archive:
        app, loopback = _application(archive, host, names)
        with _listening(host, port) as sock:
            _announce(sock, loopback=loopback)
            _run(app, sock)


def _application(archive: "Archive", host: str, names: tuple[str, ...]) -> "tuple[Starlette, bool]":
    try:
        from onrecord.web.guard import Door
        from onrecord.web.room import make_app
    except ImportError:
        raise MissingExtra("pages need the extra 'web': pip install 'onrecord[web]'") from None
    door = Door(host, names)
    return make_app(archive, door), door.is_loopback


def _listening(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except OSError as error:
        reason = in_words(error, str(error)).partition(" (while")[0]  # the rest names the place again
        raise terminal.Failure(f"cannot listen at {host}, port {port}: {reason}") from error


def _announce(sock: socket.socket, *, loopback: bool) -> None:
    host, port = sock.getsockname()[:2]
    named = f"[{host}]" if ":" in host else host
    terminal.complain(f"reading room at http://{named}:{port}/ (Ctrl-C stops it)")
    if not loopback:
        terminal.complain(
            f"it is open to every machine that reaches {host}: whoever does may read all of the archive, tag it and write notes"
        )


def _run(app: "Starlette", sock: socket.socket) -> None:
    import uvicorn

    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ws="none",
        limit_concurrency=_AT_ONCE,
        timeout_keep_alive=10,
        timeout_graceful_shutdown=5,
    )
    uvicorn.Server(config).run(sockets=[sock])
