"""Words that went and came, as a terminal shows them: ``[-gone-]``, ``{+come+}``."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from onrecord.cli import terminal

if TYPE_CHECKING:
    from onrecord.archive import Word


def marked(words: Iterable["Word"]) -> str:
    """Two texts in one, on one line; in colour where a person looks on."""
    return "".join(_word(word) for word in words)


def _word(word: "Word") -> str:
    text = said(word.text, strip=False)
    if word.kind == "removed":
        return click.style(f"[-{text}-]", fg="red") if terminal.is_terminal() else f"[-{text}-]"
    if word.kind == "added":
        return click.style(f"{{+{text}+}}", fg="green") if terminal.is_terminal() else f"{{+{text}+}}"
    return text


def said(text: str | None, *, strip: bool = True) -> str:
    """``text`` on one line; – where there is none."""
    if text is None:
        return "–"
    line = terminal.visible(text).replace("\n", " ")
    return line.strip() if strip else line
