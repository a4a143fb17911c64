"""Words that say what a line of a page is, wherever it stands: a byline's first ones, and those of an update."""

import re
from collections.abc import Sequence

from onrecord.phrases import Phrases
from onrecord.readers.dated import PUBLISHED, tells_publishing
from onrecord.scripts import COLONS
from onrecord.values import bylines
from onrecord.values.moments import find_moments

_UPDATED = (
    "update", "modif", "reviewed", "revised", "amended", "edited", "aktualis", "geändert", "änderung", "überarbeit",
    "mis à jour", "mise à jour", "actualis", "màj", "actualiz", "actualitz", "aggiorn", "atualiz", "alterad", "bijgewerkt",
    "gewijzigd", "aangepast", "oppdatert", "sist endret", "opdateret", "sidst ændret", "uppdaterad", "senast ändrad",
    "päivitetty", "muokattu", "aktualiz", "zmodyfik", "modyfikacj", "upraveno", "změněno", "обновл", "изменен", "изменён",
    "последняя редакция", "оновлен", "змінен", "güncelle", "değiştiril", "ενημέρωση", "ενημερώθηκ", "τροποποί", "更新", "修改", "修订", "修訂",
    "改訂", "수정", "업데이트", "تحديث", "تعديل", "עודכן", "अपडेट", "संशोधित", "อัปเดต", "อัพเด", "ปรับปรุง", "แก้ไข", "cập nhật", "chỉnh sửa",
    "frissít", "módosít", "diperbarui", "diubah", "обновен", "ажуриран", "ažurir", "измењен", "izmenjen", "izmijenjen",
    "posodobljen", "nuashonraí", "përditës", "yeniləndi", "yangilan", "жаңарт", "шинэчил", "განახლ", "թարմաց", "به‌روز", "بروزرسانی", "اپ ڈیٹ",
    "হালনাগাদ", "আপডেট", "अद्यतन", "புதுப்பி", "అప్డేట్", "અપડેટ", "dikemas kini", "dikemaskini", "kemaskini", "ပြင်ဆင်",
    r"stand\b", r"\bmaj (?:le|du|à)\b", r"\bmaj ?:", r"\bagg\.", r"\bakt\.",
)  # fmt: skip
_UPDATES = Phrases("|".join(_UPDATED))


def tells_update(text: str) -> bool:
    """Whether ``text`` says of a time beside it that it is when the article was modified.

    >>> tells_update("Zuletzt aktualisiert"), tells_update("Stand: 3. Mai"), tells_update("A standing order")
    (True, True, False)
    """
    return _UPDATES.search(text.lower()) is not None


def are_updates(text: str, dates: Sequence[tuple[int, int]]) -> list[bool]:
    """Which of the ``dates`` in a line, each from its start to its end, the line says to be those of an update.

    It says so before each, in the words nearest to it. Behind each, as Japanese and Chinese do and German may, where
    it says nothing before the first one, and does behind the last.

    >>> are_updates("3 May, updated 4 May", [(0, 5), (15, 20)]), are_updates("2022年9月18日更新", [(0, 10)])
    ([False, True], [True])
    """
    starts, ends = [start for start, _ in dates], [end for _, end in dates]
    before = [text[end:start] for end, start in zip((0, *ends), starts, strict=False)]
    behind = [word_behind(text[end:]) for end in ends]
    if behind and _labels(behind[-1]) and not _labels(before[0]):
        return [tells_update(word) for word in behind]
    return [tells_update(words) and tells_update(_behind_publishing(words)) for words in before]


def _behind_publishing(text: str) -> str:
    """What stands behind the last words of publishing in ``text``: all of it where there are none."""
    said = PUBLISHED.every(text)
    return text[said[-1].end() :] if said else text


def word_behind(text: str) -> str:
    """The word that ``text``, which stands behind a date, begins with, if that may be said of the date.

    One with a capital is the name of something else, and one with a colon says what comes next.

    >>> word_behind("（更新）"), word_behind(" Updates"), word_behind(", updated 4 May"), word_behind(" 更新：")
    ('更新', '', '', '')
    """
    found = _BEHIND.match(text)
    return found[1] if found and not found[1][0].isupper() else ""


_BEHIND = re.compile(rf"[\s(（\[【]*+([^\W\d_]\w*+)(?!\s*+[{COLONS}])")


def _labels(text: str) -> bool:
    return tells_update(text) or tells_publishing(text)


_BY, _LABELS = bylines.merged(bylines.BY), bylines.merged(bylines.LABELS) - bylines.OF_TEXTS
_OPENS_BYLINE = re.compile(
    rf"(?:(?:{'|'.join(map(re.escape, sorted(_BY, key=len, reverse=True)))})(?=\s|[{COLONS}]|$)"
    rf"|(?:{'|'.join(map(re.escape, sorted(_LABELS, key=len, reverse=True)))})\s*[{COLONS}])",
    re.IGNORECASE,
)


def _first_word(text: str) -> str:
    """The first word of a line in small letters, up to white space or a colon; a sigma that ends it as any other."""
    for at, c in enumerate(text):
        if c.isspace() or c in COLONS:
            return text[:at].lower().replace("ς", "σ")
    return text.lower().replace("ς", "σ")


_FIRST_WORDS = frozenset(map(_first_word, _BY | _LABELS))


def opens_byline(text: str) -> re.Match[str] | None:
    """How a line begins if it opens a byline, in the languages whose bylines are read.

    >>> opens_byline("Written by Ida Kroll")[0]
    'Written by'
    """
    # Few lines begin with any such word; there are hundreds, which the expression tries one after another.
    return _OPENS_BYLINE.match(text) if _first_word(text) in _FIRST_WORDS else None


_WITHIN = re.compile(rf"(?<![^\W\d_])([^\W\d_][^\s\d{COLONS}|,;]*)\s*[{COLONS}]\s*(?=[^\W\d_])")
"""A word before a colon, and a word behind it."""


def signs_within(text: str) -> bool:
    """Whether a line that says other things before it, such as a date, names who wrote the article behind a label.

    >>> signs_within("5 May 2024, 15:42 | Author: Ida Kroll"), signs_within("5 May 2024 | Photo: Ida Kroll")
    (True, False)
    """
    return any(word.lower() in _LABELS for word in _WITHIN.findall(text))


def signs_behind(text: str) -> bool:
    """Whether a line names who wrote the article behind a day and "by", or as somebody told it.

    >>> signs_behind("posted on 2009-08-14 by Ida"), signs_behind("Ida Kroll, as told to Max Roe")
    (True, True)
    >>> signs_behind("The harbour, painted in 1889 by Ida Kroll")
    False
    """
    if len(text) > _SHORTEST_PROSE:
        return False
    if " as told to " in text:
        return True
    behind = _BEHIND_DATE.search(text) if _BY_WORDS.search(text) else None
    if behind is None:
        return False
    before = text[: behind.end("date")]
    return _IN_NUMBERS.search(before) is not None or any(
        len(moment.value) >= _WHOLE_DAY for _, _, moment in find_moments(before)
    )


_SHORTEST_PROSE = 100
_BY_WORDS = re.compile(r" (?:by|von|par|por|door|توسط) [^\W\d_a-z]")
_BEHIND_DATE = re.compile(
    r"(?P<date>(?:(?:19|20)\d\d|[-./]\d\d|\d:\d\d(?:\s?[apAP]\.?[mM]\.?)?)),? (?:by|von|par|por|door|توسط) [^\W\d_a-z][\w.'’ -]{1,60}(?:[|,·(]|\Z)"
)
_IN_NUMBERS = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d\d")
_WHOLE_DAY = len("2024-05-03")
