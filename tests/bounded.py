"""What takes for ever is stopped."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn


class TooLongError(Exception):
    """What is not done in time."""


@contextmanager
def stopped_after(seconds: float, what: str) -> Iterator[None]:
    """By CPU time, so that a busy machine does not matter."""

    def stop(*_: object) -> NoReturn:
        raise TooLongError(what)

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
