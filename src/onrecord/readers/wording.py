"""Words that say what a line of a page is, wherever it stands: a byline's first ones, and those of an update."""

import re

from onrecord.needles import holds_any
from onrecord.values import bylines

__all__ = ["opens_byline", "tells_update"]

_UPDATES = (
    "update", "modif", "reviewed", "aktualis", "geändert", "mis à jour", "mise à jour", "actualiz", "aggiorn",
    "bijgewerkt", "gewijzigd", "oppdatert", "opdateret", "uppdaterad", "päivitetty", "zaktualizowan", "aktualizov",
    "обновл", "изменен", "оновлен", "güncelle", "ενημέρωση", "atualiz", "更新", "수정", "업데이트", "تحديث", "עודכן", "अपडेट",
    "อัปเดต", "cập nhật", "frissít", "diperbarui", "edited",
)  # fmt: skip
_STAND = re.compile(r"stand\b")


def tells_update(text: str) -> bool:
    """Whether ``text`` says of a time beside it that it is when the article was modified.

    >>> tells_update("Zuletzt aktualisiert"), tells_update("Stand: 3. Mai"), tells_update("A standing order")
    (True, True, False)
    """
    text = text.lower()
    return holds_any(text, _UPDATES) or ("stand" in text and _STAND.search(text) is not None)


_NO_BYLINE = frozenset(("credit", "interview", "report", "story", "recipe"))
_BY, _LABELS = bylines.merged(bylines.BY), bylines.merged(bylines.LABELS) - _NO_BYLINE
_OPENS_BYLINE = re.compile(
    rf"(?:(?:{'|'.join(map(re.escape, sorted(_BY, key=len, reverse=True)))})(?=\s|:|$)"
    rf"|(?:{'|'.join(map(re.escape, sorted(_LABELS, key=len, reverse=True)))})\s*[:：])",
    re.IGNORECASE,
)


def _first_word(text: str) -> str:
    """The first word of a line in small letters, up to white space or a colon."""
    for at, c in enumerate(text):
        if c.isspace() or c in ":：":
            return text[:at].lower()
    return text.lower()


_FIRST_WORDS = frozenset(map(_first_word, _BY | _LABELS))


def opens_byline(text: str) -> re.Match[str] | None:
    """How a line begins if it opens a byline, in the languages whose bylines are read.

    >>> opens_byline("Written by Ida Kroll")[0]
    'Written by'
    """
    # Few lines begin with any such word; there are hundreds, which the expression tries one after another.
    return _OPENS_BYLINE.match(text) if _first_word(text) in _FIRST_WORDS else None
