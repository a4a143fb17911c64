"""The exceptions a caller may catch.

::

    OnRecordError
    ├── InputError        what was given cannot be read as a page
    └── MissingExtra      a command needs a part that is not installed

What is odd about a page is never an exception: it is a `Trouble` in its record.
"""

__all__ = ["InputError", "MissingExtra", "OnRecordError"]


class OnRecordError(Exception):
    """The root: catch this to catch everything onrecord raises on purpose."""


class InputError(OnRecordError):
    """What was given cannot be read as a page.

    ``source`` names the input as the caller gave it; ``reason`` is for a person to read.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class MissingExtra(OnRecordError):  # noqa: N818  # reads as what it says: an extra is missing
    """A command needs a part of onrecord that is not installed; the message says how to install it."""
