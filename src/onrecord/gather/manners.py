"""How the web is asked: who asks, how often, how long is waited, how much is taken."""

import re
from typing import Annotated

import msgspec

from onrecord import limits
from onrecord.gather.reach import Reach
from onrecord.version import __version__

ROBOT = "onrecord"
"""The name that robots.txt files may call us by."""

_Some = Annotated[float, msgspec.Meta(gt=0, le=limits.RETRY_AFTER_S)]
_Any = Annotated[float, msgspec.Meta(ge=0, le=limits.RETRY_AFTER_S)]
_One = Annotated[int, msgspec.Meta(ge=1)]


class Manners(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything about fetching that a user may set; the defaults are for sites that nobody has asked."""

    contact: str | None = None
    """An e-mail or web address of whoever gathers, told to every site."""
    timeout_s: _Some = 30
    """For one response, from its name being resolved to its last byte."""
    max_bytes: _One = limits.PAGE_BYTES
    """Of a body as it is sent. Longer ones are refused, not cut: half a page reads as another page."""
    pause_s: _Any = 2
    """Between two requests to one host. robots.txt and slow answers lengthen it, nothing shortens it."""
    max_pause_s: _Any = 60
    """What slow answers lengthen the pause to at most; a Crawl-delay may be longer."""
    per_host: _One = 1
    """Requests to one host at a time."""
    hosts: _One = 16
    """Hosts asked at a time."""
    retries: Annotated[int, msgspec.Meta(ge=0)] = 3
    """Times that one address is asked again after a failure that may pass."""
    backoff_s: _Any = 5
    """Before the first of them; each later one waits four times as long, unless the server says how long."""
    max_wait_s: Annotated[float, msgspec.Meta(ge=0)] = 120
    """How long a run that ends by itself waits for something that is due later; the rest is left to the next run."""
    redirects: _One = 10
    """Redirects that are followed from one address."""
    allow: tuple[str, ...] = ()
    """Networks, such as ``10.0.0.0/8``, that are asked although they are not public."""

    def __post_init__(self) -> None:
        """`ValueError` where ``allow`` holds what is no network."""
        Reach.of(self.allow)

    @property
    def user_agent(self) -> str:
        """What every request says of who asks.

        >>> Manners(contact="desk@tarnpost.example").user_agent.partition(" ")[2]
        '(news archiving; +desk@tarnpost.example)'
        """
        contact = f"; +{self.contact}" if self.contact else ""
        return f"{ROBOT}/{__version__} (news archiving{contact})"


_CONTACT = re.compile(
    r"[^\s@<>()]{1,100}@[^\s@<>()]{1,150}\.[A-Za-z]{2,40}|https?://[^\s<>()]{3,250}", re.ASCII
)


def is_contact(text: str) -> bool:
    """Whether people could be reached there: an e-mail or a web address, of letters that a header may hold.

    >>> is_contact("desk@tarnpost.example"), is_contact("https://tarnpost.example/desk"), is_contact("me")
    (True, True, False)
    """
    return text.isascii() and bool(_CONTACT.fullmatch(text))
