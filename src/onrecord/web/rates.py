"""How many requests each client may make: buckets that fill with time."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from onrecord import limits

__all__ = ["Rates"]


class Rates:
    """A bucket for each client: a request takes from it what it costs, time fills it again.

    At most `limits.CLIENTS` are remembered; one that is forgotten begins with a full bucket.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """``now``: a clock, in seconds."""
        self._now = now
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._guard = threading.Lock()

    def wait(self, client: str, cost: float = 1.0) -> float:
        """Take ``cost`` from the client's bucket: 0 if it held that much, else the seconds until it will."""
        with self._guard:
            now = self._now()
            left, at = self._left.pop(client, (float(limits.REQUESTS_AT_ONCE), now))
            left = min(float(limits.REQUESTS_AT_ONCE), left + (now - at) * limits.REQUESTS_PER_SECOND)
            enough = left >= cost
            self._left[client] = (left - cost if enough else left, now)
            if len(self._left) > limits.CLIENTS:
                self._left.popitem(last=False)
            return 0.0 if enough else (cost - left) / limits.REQUESTS_PER_SECOND
