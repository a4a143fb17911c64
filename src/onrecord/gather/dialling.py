"""A socket to a host, opened to the address that was checked: there is no second look-up in which its name could lead elsewhere."""

import socket
import time
from collections.abc import Sequence

from onrecord.gather.reach import Reach


class RefusedAddress(OSError):  # noqa: N818  # reads as what it says
    """All that a name leads to and could be connected to may not be asked; says one of them, and why."""


def look_up(host: str, port: int) -> list[str]:
    """The addresses of a host, in the order of the system's preference; `OSError` where there are none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def dial(addresses: Sequence[str], port: int, reach: Reach | None, until: float) -> socket.socket:
    """A connection to the first of ``addresses`` that may be asked and answers; `OSError`. Without ``reach`` all may be.

    ``until`` is told by `time.monotonic`; one that is silent leaves the next its share of the time.
    """
    refused: RefusedAddress | None = None
    fault = OSError("no address")
    for tried, address in enumerate(addresses):
        if reach and (why := reach.refusal(address)):
            refused = RefusedAddress(f"refused: {address} is {why}")
            continue
        try:
            share = (until - time.monotonic()) / (len(addresses) - tried)
            return socket.create_connection((address, port), timeout=max(0.01, share))
        except OSError as error:
            fault = error
    raise refused or fault
