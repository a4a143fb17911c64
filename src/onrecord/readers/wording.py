"""Words that say what a line of a page is, wherever it stands: a byline's first ones, and those of an update."""

import re

from onrecord.values import bylines

__all__ = ["OPENS_BYLINE", "UPDATED"]

UPDATED = re.compile(r"update|modif|reviewed|aktualis|geändert|stand\b|mis à jour|mise à jour|actualiz|aggiorn|bijgewerkt|gewijzigd|oppdatert|opdateret|uppdaterad|päivitetty|zaktualizowan|aktualizov|обновл|изменен|оновлен|güncelle|ενημέρωση|atualiz|更新|수정|업데이트|تحديث|עודכן|अपडेट|อัปเดต|cập nhật|frissít|diperbarui|edited", re.IGNORECASE)  # fmt: skip
"""Says of a time beside it that it is when the article was modified."""

_NO_BYLINE = frozenset(("credit", "interview", "report", "story", "recipe"))
OPENS_BYLINE = re.compile(
    rf"(?:(?:{'|'.join(map(re.escape, sorted(bylines.merged(bylines.BY), key=len, reverse=True)))})(?=\s|:|$)"
    rf"|(?:{'|'.join(map(re.escape, sorted(bylines.merged(bylines.LABELS) - _NO_BYLINE, key=len, reverse=True)))})\s*[:：])",
    re.IGNORECASE,
)
"""How a byline begins, in the languages whose bylines are read."""
