"""Which addresses of the internet may be asked: public ones, and the networks that the user allowed."""

import ipaddress
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlsplit

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
"""Addresses that a translator turns into the IPv4 address in their last 32 bits (RFC 6052)."""


@dataclass(frozen=True)
class Reach:
    """The networks that may be asked beside the public ones."""

    allowed: tuple[_Network, ...] = ()

    @classmethod
    def of(cls, networks: tuple[str, ...]) -> Self:
        """Those networks; `ValueError` says which is none.

        >>> Reach.of(("10.1.2.3/16",)).refusal("10.1.9.9") is None
        True
        """
        return cls(tuple(_network(network) for network in networks))

    def refusal(self, address: str) -> str | None:
        """Why ``address``, an IP address as text, is not asked; None where it may be.

        What is asked must be an address that belongs to one machine of the public internet, also where it is written
        inside an IPv6 address.

        >>> Reach().refusal("93.184.216.34") is None, Reach().refusal("::ffff:127.0.0.1")
        (True, 'a loopback address')
        """
        try:
            ip = _inner(ipaddress.ip_address(address.partition("%")[0]))
        except ValueError:
            return "no address"
        if any(ip in network for network in self.allowed):
            return None
        for kind, name in _KINDS:
            if getattr(ip, kind, False):
                return name
        return None if ip.is_global else "an address that is not public"


def check_user(url: str) -> None:
    """`ValueError` where ``url`` names a user: nobody is told of one, and a password would stand in every record.

    >>> check_user("https://news.example/@desk")
    >>> check_user("https://desk:secret@news.example/")
    Traceback (most recent call last):
    ValueError: a user's name or password stands in it, and none is sent
    """
    if "@" in urlsplit(url).netloc:
        raise ValueError("a user's name or password stands in it, and none is sent")


def is_name(host: str) -> bool:
    """Whether a host's name can be looked up: its labels have 1 to 63 letters (RFC 1035, 2.3.4), as IDNA writes them.

    >>> is_name("news.example."), is_name("::1"), is_name("a..example"), is_name("a" * 64 + ".example")
    (True, True, False, False)
    """
    try:
        host.encode("idna")
    except UnicodeError:
        return False
    return True


def _network(text: str) -> _Network:
    try:
        return ipaddress.ip_network(text, strict=False)
    except ValueError:
        example = "127.0.0.1 or 10.0.0.0/8"
        raise ValueError(f"{text!r} is no address or network, such as {example}") from None


_KINDS = (
    ("is_loopback", "a loopback address"),
    ("is_link_local", "a link-local address"),
    ("is_multicast", "a multicast address"),
    ("is_unspecified", "an unspecified address"),
    ("is_private", "a private address"),
    ("is_reserved", "a reserved address"),
    ("is_site_local", "a site-local address"),  # of IPv6 alone, long deprecated
)


def _inner(ip: _Address) -> _Address:
    """The IPv4 address that is reached through an IPv6 one; ``ip`` itself where there is none."""
    if ip.version == 4:  # noqa: PLR2004  # of IP
        return ip
    if ip in _NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    through = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
    if through is None and int(ip) >> 32 == 0 and int(ip) > 1:  # "IPv4-compatible", long deprecated
        return ipaddress.IPv4Address(int(ip))
    return through or ip
