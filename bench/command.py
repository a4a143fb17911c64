"""How a script of bench/ ends where it is cut short: nobody reads on (``| head``), or Ctrl-C."""

import os
import sys
from collections.abc import Callable

__all__ = ["run_command"]

_STOPPED = 130
"""128 and the number of SIGINT, as a shell tells it."""


def run_command(main: Callable[[], int | None]) -> None:
    """Run ``main`` and exit with what it gives; without a traceback where it was cut short."""
    try:
        status = main()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what waits there still goes nowhere
        status = 0
    except KeyboardInterrupt:
        status = _STOPPED
    sys.exit(status)
