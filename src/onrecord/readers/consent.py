"""Walls of consent: what a consent manager says is no text of the page, and what is left without it tells a wall.

The managers' containers are known by their names. A site's own wall is told by what it is made of: next to no prose
that does not speak of data, one button that agrees, and another that refuses or asks for more.
"""

import functools
import re
from collections.abc import Iterator, Sequence

from turbohtml import Element

from onrecord import limits, needles
from onrecord.body.blocks import Container, Cut, cut
from onrecord.needles import holds_any, small
from onrecord.page import Page
from onrecord.readers.buttons import buttons
from onrecord.readers.surroundings import WHOLE, held
from onrecord.readers.teasers import weight


def managed(pieces: Cut, blocks: Sequence[int]) -> frozenset[int]:
    """Those of ``blocks`` (indices) that stand in a consent manager's container."""
    known: dict[int, bool] = {}
    says = functools.partial(_is_managers, pieces)
    return frozenset(n for n in blocks if held(pieces, pieces.blocks[n].inside, says, known))


def _is_managers(pieces: Cut, container: Container) -> bool:
    return (
        container.tag not in WHOLE
        and _names_manager(container.element)
        and _speaks_of_data(pieces, container.first, container.end)
    )


def _names_manager(element: Element) -> bool:
    if not element.attrs:
        return False
    name, key = element.attr("class"), element.attr("id")
    return (bool(name) and _is_name(name or "")) or (bool(key) and _is_name(key or ""))


@functools.lru_cache(maxsize=4096)  # pure; class names come again and again
def _is_name(name: str) -> bool:
    return holds_any(f" {name[:300].lower()} ", _MANAGERS)


_MANAGERS = (
    "onetrust", " ot-sdk", "optanon", "didomi", "sp_message", "sp_veil", "usercentrics", " uc-", "cybot", "cookiebot", "qc-cmp", "quantcast",
    "truste", "trustarc", "sd-cmp", "sirdata", "iubenda", "borlabs", "cmplz", "complianz", "cky-", "cookieyes", "fc-dialog", "tarteaucitron", "axeptio",
    "klaro", "osano", "termly", "moove_gdpr", "moove-gdpr", "cc-window", "cc-banner", "consent", "gdpr", "cmpbox", "cmpwrapper", " cmp ", " cmp-", " cmp_", "-cmp ", "-cmp-",
    "cookie", "privacy-wall", "privacy-gate", "privacy-manager", "privacy-banner", "privacy-modal", "privacy-dialog", "privacy-layer",
    "privacy-popup", "privacywall", "privacygate", "pur-wall", "purwall", "pur-layer", "pur-abo", "purabo", "pur-modal",
)  # fmt: skip

_ENOUGH = 60


def _speaks_of_data(pieces: Cut, first: int, end: int) -> bool:
    """Whether the long lines between two blocks speak of data, most of them; a page's frame may have such a name too."""
    long = [b.text for b in pieces.blocks[first : min(end, first + _LOOKED_AT)] if weight(b.text) >= _ENOUGH]
    return len(of_data(long)) * 2 >= len(long)


_LOOKED_AT = 100
_LONG = 200


def may_ask(text: str) -> bool:
    """Whether a text may be what a consent manager says: its beginning has a word for cookies.

    A rough question for all pages: it costs a part of `of_data` of every line.
    """
    return holds_any(text[:_ROUGHLY], _COOKIES)


_ROUGHLY = 2_000
_COOKIES = ("ookie", "sütik", "eväste", "çerez", "kakor", "kolačić", "עוגיות", "คุกกี้", "쿠키")


def of_data(texts: Sequence[str]) -> list[str]:
    """Those of ``texts`` that speak of data and consent in their beginning."""
    said = [f" {text[:_LONG].lower()}" for text in texts]
    known = needles.held(said, _OF_DATA)
    return [text for text, low in zip(texts, said, strict=True) if holds_any(low, known)]


_OF_DATA = (
    "cookie", "partner", "privacy", " data", "device", "consent", "daten", "zustimm", "einwillig", "werbung", "tracking", "données", "consentement",
    "publicité", "datos", "publicidad", "privacidad", "consentimiento", "dados", "parceiros", "dati", "consenso", "pubblicità", "gegevens",
    "toestemming", "advertenti", "zgod", "reklam", "samtyck", "samtykke", "uppgifter", "opplysninger", "evästeet", "evästei", "tietoja", "veri",
    "çerez", "данны", "соглас", "реклам", "дані", "údaj", "souhlas", "adat", "süti", "hozzájárul", "hirdetés", "annonce", "oplysninger", "kolačić",
    "podat", "privol", "súhlas", "бисквитк", "съглас", "колачи", "slapuk", "sutik", "sīkdat", "piekriš", "küpsis", "nõusol", "vafrakök", "galetes",
    " ip ", " ip-", " ip,", " dades", "galetes", "kakor", "leverantör", "partenair", "traceur", "appareil", "rastre", "dispositiv", "geräte", "enhet", "urządze", "zařízen", "zariaden", "eszköz", "cihaz", "уређај", "uređaj", "naprav", "устройств", "пристр",
    "thiết bị", "perangkat", "συσκευ", "デバイス", "端末", "设备", "設備", "기기", "جهاز", "أجهزة", "دستگاه", "کوکی", "מכשיר", "उपकरण", "डिवाइस", "อุปกรณ์",
    "情報", "同意", "広告", "データ", "数据", "信息", "广告", "資料", "데이터", "개인정보", "쿠키", "동의", "광고", "بيانات", "الارتباط", "מידע", "עוגיות", "פרסום", "δεδομένα",
    "συγκατάθεσ", "διαφημ", "confidențial", "consimț", "dữ liệu", "คุกกี้", "ข้อมูล", "कुकी", "डेटा", "iklan", "persetujuan", " dane", " danych",
)  # fmt: skip
"""What consent walls and privacy notices speak of in every sentence."""


def other_lines(texts: Sequence[str]) -> list[str]:
    """The long ones among ``texts`` that do not speak of data and consent, where four in five do; else all texts.

    What is short among such are the names of who gets the data.
    """
    long = [text for text in texts if weight(text) >= _SENTENCE]
    spoken = frozenset(of_data(long))
    other = [text for text in long if text not in spoken]
    return other if long and len(other) * 5 <= len(long) else list(texts)


_SENTENCE = 100


def asked(page: Page) -> Iterator[tuple[Element, str]]:
    """The button that accepts, any button where the address says where to go on, or the first long line about data."""
    for element, text in buttons(page):
        said = small(text[:_BUTTON])
        if _is_between(page) or (accepts(said) and not _CHOOSE.search(said)):
            yield element, text
    long = [b for b in cut(page).blocks[:_FEW] if len(b.text) >= _ENOUGH]
    spoken = frozenset(of_data([b.text for b in long]))
    for b in long:
        if b.text in spoken and isinstance(parent := b.first.parent, Element):
            yield parent, b.text


_FEW = 100
_BUTTON = 80


def accepts(said: str) -> bool:
    """Whether what a button says, in small letters, accepts."""
    return _ACCEPT.search(said) is not None


def _is_between(page: Page) -> bool:
    """Whether the page's address names another to go on to."""
    return bool(page.url and _BETWEEN.search(page.url[: limits.NAMED_CHARACTERS]))


_BETWEEN = re.compile(r"[?&][\w-]+=(?:/|%2f|https?(?::|%3a))", re.IGNORECASE)
"""The address of a page that stands between two others names the one to go on to."""
_ACCEPT = re.compile(
    r"accept|agree|allow|consent|got it|\bok\b|akzept|zustimm|einverstanden|annehmen|erlauben|autoris|j[’']accepte|acept|permitir|de acuerdo|aceit|concord|accett|acconsent|consent|akkoord|toestaan|"
    r"zgadzam|przejdź do|akceptuj|zgod|godkän|acceptera|tillåt|godta|godkjenn|aksepter|tillat|accepter|tillad|godkend|hyväksy|salli|souhlas|přijm|povolit|prijať|súhlas|elfogad|engedély|hozzájárul|acord|permite|прием|съглас|прийня|погодж|соглас|приня|разреш|"
    r"prihvat|prihvać|slažem|sprejm|dovoli|sutink|piekrīt|nõust|nõus|samþykk|αποδ[έε]χ|αποδοχ|συμφων|συναιν|kabul|izin ver|onayl|同意|許可|接受|允许|允許|동의|허용|수락|قبول|أوافق|موافق|אישור|מאשר|הסכמ|מסכימ|ยอมรับ|ตกลง|đồng ý|chấp nhận|setuju|terima|स्वीकार|सहमत",
)  # fmt: skip
_CHOOSE = re.compile(
    r"reject|refuse|declin|deny|disagree|manage|settings|preferences|options|learn more|more info|without accept|subscri|abonn|suscri|assin|prenum|předplat|only necessary|essential|ablehn|verweiger|einstell|optionen|verwalten|nur notwendig|abo\b|mehr erfahren|refus|gérer|paramétr|personnalis|sans accepter|en savoir plus|"
    r"rechaz|configur|ajustes|gestionar|preferencias|más (?:información|opciones)|rejeit|recus|defini|gerir|personaliz|mais (?:opções|informa)|rifiut|impostaz|preferenz|scopri di più|più opzioni|weiger|afwijz|instelling|aanpassen|beheer|meer (?:opties|info)|"
    r"odrzu|ustawieni|odmaw|więcej|zarządz|avvis|neka|avböj|inställning|anpassa|hantera|innstilling|tilpass|afvis|indstilling|kun nødvend|tilpas|valgte|hylkä|kieltäy|asetuks|vain välttäm|odmítn|nastaven|nesouhlas|odmietn|elutasít|beállít|lehetőség|nem fogad|refuz|setări|opțiuni|mai multe|personalizează|отказ|настрой|отхвърл|відхил|налаштув|отклон|"
    r"odbij|postavk|zavrn|nastavitv|atmest|nustatym|noraidīt|iestatīj|keeldu|seaded|hafna|stilling|απόρριψ|απορρίπτ|ρυθμίσ|επιλογ|redd|ayar|seçenek|拒否|設定|拒绝|拒絕|设置|選項|거부|설정|رفض|إعداد|خيارات|דחייה|דחה|הגדרות|ปฏิเสธ|ตั้งค่า|từ chối|cài đặt|tùy chỉnh|tolak|pengaturan|अस्वीकार|सेटिंग",
)  # fmt: skip
"""In small letters: what refuses, or asks for more."""
