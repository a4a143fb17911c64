"""An article's statements: who said what, each tied to its words."""

from onrecord.record import Statement

__all__ = ["statements"]


def statements(text: str, *, language: str | None = None) -> tuple[Statement, ...]:
    """Stub."""
    return ()
