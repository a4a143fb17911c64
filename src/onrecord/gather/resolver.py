"""Names to addresses for Scrapy: only addresses that may be asked are handed on, so only they are connected to.

What is checked is what is connected to: there is no second look-up in which a name could lead elsewhere.
"""

from typing import Any

from twisted.internet.interfaces import IHostnameResolver, IResolutionReceiver
from zope.interface import implementer

from onrecord.gather.reach import Reach, is_name


@implementer(IHostnameResolver)
class CheckedResolver:
    """Scrapy's ``TWISTED_DNS_RESOLVER``, within a reach."""

    def __init__(self, reactor: Any, reach: Reach, refused: dict[str, str]) -> None:  # noqa: ANN401  # Twisted's, without a type
        """``refused`` is told of each name whose addresses are all refused, and why."""
        self._reactor, self._reach, self._refused = reactor, reach, refused
        self._below = reactor.nameResolver

    def install_on_reactor(self) -> None:
        """Become the resolver of all that connects."""
        self._reactor.installNameResolver(self)

    def resolveHostName(self, receiver: Any, host: str, *more: Any, **named: Any) -> Any:  # noqa: ANN401, N802  # Twisted's
        """As Twisted asks: names and literal addresses alike come through here."""
        checked = _Checked(receiver, self._reach, host, self._refused)
        if not is_name(host):  # Twisted's would raise in its thread, and never end
            checked.resolutionBegan(None)
            checked.resolutionComplete()
            return None
        return self._below.resolveHostName(checked, host, *more, **named)


@implementer(IResolutionReceiver)
class _Checked:
    """Hands on what may be asked."""

    def __init__(
        self, receiver: IResolutionReceiver, reach: Reach, name: str, refused: dict[str, str]
    ) -> None:
        self._receiver: Any = receiver
        self._reach, self._name, self._refused = reach, name, refused
        self._told: str | None = None
        self._passed = False

    def resolutionBegan(self, resolution: Any) -> None:  # noqa: N802, ANN401  # Twisted's
        self._receiver.resolutionBegan(resolution)

    def addressResolved(self, address: Any) -> None:  # noqa: N802, ANN401  # Twisted's
        refusal = self._reach.refusal(address.host)
        if refusal is None:
            self._passed = True
            self._receiver.addressResolved(address)
        else:
            self._told = f"{address.host} is {refusal}"

    def resolutionComplete(self) -> None:  # noqa: N802  # Twisted's name
        if self._told and not self._passed:
            self._refused[self._name] = self._told
        else:
            self._refused.pop(self._name, None)
        self._receiver.resolutionComplete()
