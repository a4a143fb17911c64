"""Pages that people saved: what SingleFile and browsers note in them, and MHTML."""

import datetime as dt
import email
import email.policy
import email.utils
import re
from typing import TYPE_CHECKING

from onrecord import limits
from onrecord.capture import Captured, Lost
from onrecord.values.addresses import is_web

if TYPE_CHECKING:
    from email.message import Message

_HEAD = 8_192
_SINGLE_FILE = re.compile(r"<!--\s{1,20}Page saved with SingleFile\s{1,20}url:\s{0,20}(\S{1,4000})\s{1,20}saved date:\s{0,20}([^\n]{1,100})")  # fmt: skip
_SAVED_FROM = re.compile(r"<!--\s{0,20}saved from url=\((\d{4,6})\)(\S{1,4000})", re.IGNORECASE)


def read_note(data: bytes) -> tuple[str | None, str | None]:
    """The address and the time, ISO 8601, that a saved page's own comment states; None each where it does not.

    SingleFile writes both, browsers' "save as" the address: ``<!-- saved from url=(0027)https://… -->``, the number
    being its length.
    """
    head = data[:_HEAD].decode("utf-8", "replace")
    if found := _SINGLE_FILE.search(head):
        return _address(found[1]), _javascript_time(found[2])
    if found := _SAVED_FROM.search(head):
        return _address(found[2][: int(found[1])]), None
    return None, None


def _address(url: str | None) -> str | None:
    return url if is_web(url) else None


_JAVASCRIPT = re.compile(
    r"\w{3} (\w{3}) (\d{1,2}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT([+-]\d\d)(\d\d)", re.ASCII
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _javascript_time(raw: str) -> str | None:
    """What JavaScript's ``Date.toString`` writes, as ISO 8601.

    >>> _javascript_time("Fri May 03 2024 15:42:07 GMT+0100 (British Summer Time)")
    '2024-05-03T15:42:07+01:00'
    """
    found = _JAVASCRIPT.match(raw.strip())
    if not found or found[1] not in _MONTHS:
        return None
    month = _MONTHS.index(found[1]) + 1
    try:
        written = (
            f"{found[3]}-{month:02}-{int(found[2]):02}T{found[4]}:{found[5]}:{found[6]}{found[7]}:{found[8]}"
        )
        return dt.datetime.fromisoformat(written).isoformat()
    except ValueError:
        return None


_MHTML = re.compile(
    rb"\A(?s:(?!<).{0,4000})^Content-Type:\s{0,20}multipart/related", re.MULTILINE | re.IGNORECASE
)


def is_mhtml(head: bytes) -> bool:
    """Whether a file that begins so is an MHTML page (RFC 2557)."""
    return bool(_MHTML.match(head))


def read_mhtml(data: bytes, name: str) -> Captured | Lost:
    """The page in an MHTML file, with the address and the time it states; its pictures and styles are left."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        part = _page_part(message)
        body = part.get_payload(decode=True) if part is not None else None
    except (ValueError, LookupError, RecursionError, AttributeError, TypeError) as error:
        # The parser's, on hostile mail.
        return Lost(name, f"MHTML that cannot be read: {type(error).__name__}")
    if part is None or not isinstance(body, bytes) or not body.strip():
        return Lost(name, "MHTML without a page in it")
    url = _said(message, "Snapshot-Content-Location") or _said(part, "Content-Location")
    return Captured(
        name, body, url=_address(url), captured=_mail_time(_said(message, "Date")), file=name,
        headers=(("content-type", " ".join((_said(part, "Content-Type") or "text/html").split())),),
    )  # fmt: skip


def _said(message: "Message[str, str]", name: str) -> str | None:
    value = message.get(name)
    return str(value).strip() if value is not None else None


def _page_part(message: "Message[str, str]") -> "Message[str, str] | None":
    """The first part that is HTML: the page itself, frames come after it."""
    for count, part in enumerate(message.walk()):
        if count > limits.MAIL_PARTS:
            return None
        if part.get_content_type() in ("text/html", "application/xhtml+xml") and not part.is_multipart():
            return part
    return None


def _mail_time(raw: str | None) -> str | None:
    try:
        return email.utils.parsedate_to_datetime(raw).isoformat() if raw else None
    except (ValueError, TypeError, IndexError):
        return None
