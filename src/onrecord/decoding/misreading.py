"""How odd a decoded text looks: letters that no writer puts together, as bytes read in the wrong encoding give.

Asked only of pages that are not UTF-8, to weigh one encoding against another: what is left of a right reading is
a few foreign names; a wrong one makes a third to all of the letters odd.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from onrecord.scripts import DENSE, HAN, HANGUL, KANA
from onrecord.values.languages import identify

_SAMPLE = 30_000
"""Code points of a page's words that are looked at."""

_LEAST = 3
"""Letters beyond ASCII under which nothing can be told."""


def prose(text: str) -> str:
    """The words of a page with its tags, scripts and styles left out, as far as needed to judge them."""
    if "<" not in text:
        return text[:_SAMPLE]
    words = _TAGS.sub(" ", _SCRIPTS.sub(" ", text[:_PAGE]))
    return words[:_SAMPLE]


_PAGE = 400_000
_SCRIPTS = re.compile(r"<(script|style)\b[^<]*+(?:<(?!/\1)[^<]*+)*+", re.IGNORECASE)
_TAGS = re.compile(r"<[a-zA-Z!/?][^<>]{0,2000}>")


def oddness(words: str) -> float:
    """The share of letters beyond ASCII in ``words`` that look misread, 0 to 1; 0 where there are too few to tell.

    >>> oddness("Der Bäcker schließt die Tür"), oddness("Der BÃ¤cker schlieÃŸt die TÃ¼r") >= 0.5
    (0.0, True)
    """
    beyond = len(words) - len(words.encode("ascii", "ignore"))
    if beyond < _LEAST:
        return 0.0
    eastern = len(_EASTERN.findall(words))
    if eastern * 2 > beyond:
        return _oddness_eastern(words, eastern)
    odd = sum(
        len(found[0]) - len(found[0].encode("ascii", "ignore"))
        for around in _AROUND.finditer(words)
        for found in _ODD.finditer(words, around.start(), around.end() + _BEHIND)
    )
    return min(1.0, (odd + _cyrillic(words) + _foreign(words)) / beyond)


# Letters by script; the signs that the wrong reading of a letter gives most often.
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_OTHERS = "Ͱ-ϿЀ-ӿ֐-׿؀-ۿ฀-๿"
_SIGNS = "¡-©«-¬®-¶¸-¹»-¿×÷‚„†‡ˆ‰‹›˜™ƒ√∞≈≠∂∆"
_SMALL = "a-zß-öø-ÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıķĺļľłńņňŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżžа-џα-ώ"
_CAPITAL = "À-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽА-ЯЀ-ЏΑ-Ω"
_ODD = re.compile(
    "[\ufffd\x80-\x9f\ue000-\uf8ff\u2500-\u25a0\uff61-\uff9f]+"
    f"|(?<=[{_LATIN}{_OTHERS}])[{_SIGNS}]+(?=[{_LATIN}{_OTHERS}])"
    f"|(?<=[{_SMALL}])[{_CAPITAL}]"
    "|[À-ÖØ-öø-ɏ]{3,}"
    f"|(?<=[{_LATIN}])[{_OTHERS}]|(?<=[{_OTHERS}])[{_LATIN}]"
    "|[\u0301-\u036f]{2,}"
    f"|(?<=[{_SMALL}])€|¤(?=\\s?\\d)"
)

_BEHIND = 2
"""Characters behind a letter beyond ASCII that `_ODD` looks at."""
_AROUND = re.compile(f"[^\x00-\x7f]+(?:[\x00-\x7f]{{1,{_BEHIND}}}[^\x00-\x7f]+)*")
"""Where anything odd may be: to look at each letter of a text in Latin script takes four times as long."""

_CYRILLIC = re.compile("[Ѐ-џ]+")
_SOUTHERN = re.compile("[ђѓѕјљњћќџЂЃЅЈЉЊЋЌЏ]")
_NORTHERN = re.compile("[йщъыьэюяЙЩЪЫЬЭЮЯ]")
_MOST_CAPITAL = 0.7
_ENOUGH = 40


def _cyrillic(words: str) -> int:
    """Letters of words in Cyrillic that no language writes, or of a text that is all capitals.

    Letters of Serbian and Macedonian stand in no word with those of Russian and Bulgarian; KOI8-R and windows-1251
    are one another's with the case swapped.
    """
    runs = _CYRILLIC.findall(words)
    letters = sum(map(len, runs))
    if letters < _ENOUGH:
        return 0
    if sum(1 for run in runs for c in run if c.isupper()) > _MOST_CAPITAL * letters:
        return letters
    return sum(len(run) for run in runs if _SOUTHERN.search(run) and _NORTHERN.search(run))


# The letters beyond ASCII that a language in Latin script is written with, small ones. Those of names from elsewhere
# are few.
_ALPHABETS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        language: frozenset(letters)
        for language, letters in {
            "fr": "àâæçéèêëîïôœùûüÿ", "de": "äöüßé", "es": "áéíñóúü", "pt": "áâãàçéêíóôõúü", "it": "àèéìíòóùú",
            "nl": "áéëèêïíóöúüçàâîôû", "sv": "åäöéü", "fi": "åäöšž", "no": "æøåéöäò", "nb": "æøåéöäò", "da": "æøåéöäü",
            "is": "áðéíóúýþæö", "pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž", "sk": "áäčďéíĺľňóôŕšťúýž",
            "hu": "áéíóöőúüű", "ro": "ăâîșțşţ", "hr": "čćđšž", "sr": "čćđšž", "sl": "čšžćđ", "tr": "çğıöşüâîû",
            "az": "çəğıöşü", "lt": "ąčęėįšųūž", "lv": "āčēģīķļņšūžōŗ", "et": "äõöüšž", "ca": "àçèéíïòóúü",
            "sq": "çë", "ga": "áéíóú", "en": "éèêëçñöüáíóôïâàäåøæ",
        }.items()
    }
)  # fmt: skip
_LETTER = re.compile("[À-ÖØ-öø-ɏ]")


def _foreign(words: str) -> int:
    """Letters that the language of ``words`` is not written with; 0 where it is not known."""
    language = identify(_telling(words))
    alphabet = _ALPHABETS.get(language or "")
    if alphabet is None:
        return 0
    return sum(1 for c in _LETTER.findall(words) if c.lower()[:1] not in alphabet)


_BEYOND = re.compile("[^\x00-\x7f]")


def _telling(words: str) -> str:
    """The stretch of ``words`` to tell the language by: from a little before the first letter beyond ASCII on."""
    beyond = _BEYOND.search(words)
    first = beyond.start() if beyond else 0
    return " ".join(words[max(0, first - 200) : first + 2_000].split())


_EASTERN = re.compile(f"[{DENSE}\uff61-\uff9f\ue000-\uf8ff\ufffd]")
_KANA, _HANGUL, _HAN = (re.compile(f"[{script}]") for script in (KANA, HANGUL, HAN))
_RARE = 0.45
"""The share of rarer characters in Chinese as it is written."""
_MIXED = 0.15
"""Of a text in Hangul the share of Chinese characters from which it is no Korean of our time."""


def _oddness_eastern(words: str, eastern: int) -> float:
    """By the commonest characters: they are half of any Chinese text, next to nothing of a misread one.

    Others are up to 0.45 of a right reading of Chinese, which counts as none; 0.2 of Japanese, and 0.8 and more of a
    wrong reading.
    """
    hangul, kana, han = (len(p.findall(words)) for p in (_HANGUL, _KANA, _HAN))
    if hangul and (hangul > eastern * _MIXED) and han > eastern * _MIXED:
        return 1.0
    common = sum(1 for c in _HAN.findall(words) if c in _COMMON)
    others = (eastern - hangul - kana - common) / eastern
    return max(0.0, (others - _RARE) / (1 - _RARE))


# The commonest Chinese characters, simplified and traditional, and those of Japanese newspapers.
_COMMON = frozenset(
    "一万三上下不与且世业东两个中为主么义之也书了予争事二于五些交产京人什今从他代以们件任会传但位住体"
    "何作你使來便保信個們候做傳像億儿先光克党入全兩公共关其内円再军决几出分切则利别到制前力加务动動務"
    "化北区區十午南即却原去又及反发取受变口只可司各合同名后向听告员命和品員問四回因国國在地场基報場声"
    "处外多大天太头女她好如委子学學它安完定实実家容察實对导対将將對導小少尔就展山工己已市师带師帶常平"
    "年并应府度建开式张張強强当形很後得從德心必思性总情想意感應成我或战戰所手才打把报拉指挙据接提據放"
    "政教数數文斯新方於无日时明昨是時更書最會月有望期本术机权村条来東果査样格條業樣機權次正此死比氏民"
    "气氣水求決沒没治法活海清点為無然爭物特王现現理生產用由电町界當疑発發白的目直相看県真眼着知确確社"
    "神种科程種空立第等算管米类系結給統經總经结给统美老者而聲聽能自至與色萬處行術表被裡西要見規覺觀见"
    "观规觉解計記設話該認說調論識警議變讓计认让记许论设识话该说象資资走起路身軍边达过运还这进這通連進"
    "運過道達選還那部都里重量金長长門開間關门问间队阪院隊难難電非面領頭題類领题首馬马體高點"
)
