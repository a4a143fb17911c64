"""How many requests each client may make: buckets that fill with time."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from onrecord import limits


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
            left = self._take(client, 0)
            if left < cost:
                return (cost - left) / limits.REQUESTS_PER_SECOND
            self._take(client, cost)
            return 0.0

    def charge(self, client: str, seconds: float) -> None:
        """Take from the client's bucket what ``seconds`` of work are worth: as much as time fills it meanwhile.

        So nobody keeps more than one worker busy for long, however dear what is asked for.
        """
        with self._guard:
            self._take(client, seconds * limits.REQUESTS_PER_SECOND)

    def _take(self, client: str, cost: float) -> float:
        """What is left once ``cost`` is taken; it may be less than nothing."""
        now = self._now()
        left, at = self._left.pop(client, (float(limits.REQUESTS_AT_ONCE), now))
        left = min(float(limits.REQUESTS_AT_ONCE), left + (now - at) * limits.REQUESTS_PER_SECOND) - cost
        self._left[client] = (left, now)
        if len(self._left) > limits.CLIENTS:
            self._left.popitem(last=False)
        return left
