"""Paywalls by what they are made of: behind the beginning of a text, a box to log in and to subscribe in.

Or the text breaks off, and a box with a button or a field follows; or a line asks to log in, or to subscribe, to read.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from turbohtml import Element

from onrecord.body.blocks import Cut
from onrecord.evidence import Evidence
from onrecord.needles import holds_any
from onrecord.page import Page
from onrecord.readers.buttons import is_hidden
from onrecord.readers.signs import sign
from onrecord.spacing import collapse

__all__ = ["asks_to_read", "read", "read_broken"]

_LINKS = 3_000
_NEAR = 6
"""How far around a link its box may begin."""
_WORDS = 900
"""Code points that such a box holds, at most."""


def read(page: Page, begins: int) -> Iterator[Evidence]:
    """The link that sells, where one to log in stands in the same box behind the place ``begins`` of the page.

    A box whose name is a paywall's needs but one of the two.
    """
    boxes: dict[Element, set[str]] = {}
    measured = 0
    for element in islice(page.tree.iter_elements(("a", "button")), _LINKS):
        text = element.text
        does = _does(element, text) if len(text) <= _LONG else None
        if does is None:
            continue
        path = _around(element)
        if not path or _start(path[0]) < begins or is_hidden(element):
            continue
        for box in path:
            done = boxes.setdefault(box, set())
            done.add(does)
            if len(done) < 2 and not _WALL.search(_name(box)):  # noqa: PLR2004
                continue
            measured += 1
            if measured > _MEASURED:
                return
            if _start(box) >= begins and _is_short(box):
                raw = collapse(text)
                yield sign("paywall", "box", raw, page.place(element, raw))
                return


_LONG = 120
_MEASURED = 30
"""Boxes whose text is looked at: each costs as much as it holds."""


def read_broken(page: Page, pieces: Cut, text: Sequence[int]) -> Iterator[Evidence]:
    """The line that breaks off behind the beginning of a text (indices of blocks), where a box with a button is next."""
    blocks = pieces.blocks
    start = text[0] if text else 0
    for n in range(start, min(len(blocks), start + _BLOCKS) - 1):
        b = blocks[n]
        if b.linked or len(b.text) < _LINE or not isinstance(parent := b.first.parent, Element):
            continue
        if not b.text.rstrip("\u200f\u200e ").endswith(("…", "...")) and not _FADED.search(_name(parent)):
            continue
        box = _box_before(pieces, n, n + 1)
        if box is not None and not _FRAMING.search(_name(box)) and _can_be_pressed(box) and _is_short(box):
            raw = b.text[-_LINE:]
            yield sign("paywall", "broken", raw, page.place(parent, raw))
        return


_BLOCKS = 12
_LINE = 30
_FADED = re.compile(r"fade-?out|faded?(?:\b|_)|blurr|truncat|cut-?off", re.IGNORECASE)


def _box_before(pieces: Cut, n: int, begins: int) -> Element | None:
    """The largest container that begins with the block ``begins`` and does not hold the block ``n``."""
    at, box = pieces.blocks[begins].inside, None
    while at >= 0 and pieces.containers[at].first > n:
        container = pieces.containers[at]
        if container.first == begins:
            box = container.element
        at = container.parent
    return box


def _can_be_pressed(box: Element) -> bool:
    for element in islice(box.iter_elements(("button", "input", "a")), _PARTS):
        tag, kind = element.tag, element.attr("type")
        if tag == "button" or (tag == "input" and kind in _FIELDS) or _is_button(element):
            return True
    return False


_PARTS = 40
_FIELDS = frozenset((None, "email", "password", "submit", "tel", "text"))


def _is_button(element: Element) -> bool:
    return element.attr("role") == "button" or any(
        word in _name(element).lower() for word in ("btn", "button", "cta")
    )


def asks_to_read(text: str) -> bool:
    """Whether a short line has a word for reading and one for logging in, registering or subscribing."""
    said = f" {text.lower()}"
    if not holds_any(said, _READ) or "newsletter" in said:
        return False
    return holds_any(said, _ENTER) or holds_any(said, _BUY) or holds_any(said, _REGISTER)


def _around(element: Element) -> list[Element]:
    """The elements around a link, the nearest first; none in what frames the page."""
    path: list[Element] = []
    for around in islice(element.ancestors, _NEAR):
        if not isinstance(around, Element) or around.tag in _WHOLE:
            break
        if around.tag in _FRAME or around.attr("role") in {"navigation", "banner", "contentinfo"}:
            return []
        if _FRAMING.search(_name(around)):
            return []
        path.append(around)
    return path


_WHOLE = frozenset(("html", "body", "main", "article"))
_FRAME = frozenset(("header", "footer", "nav"))
_FRAMING = re.compile(
    r"header|footer|\bnav|menu|comment|topbar|toolbar|masthead|consent|cookie|didomi|follow|newsletter|sidebar|widget|actnb|action-?bar|social|share",
    re.IGNORECASE,
)


def _name(element: Element) -> str:
    return f"{element.attr('class') or ''} {element.attr('id') or ''}"[:300]


_WALL = re.compile(
    r"pay-?_?wall|reg-?_?wall|pay-?_?layer|meter(?:ed)?[-_]|piano|poool|zephr|tp-(?:modal|container|backdrop)|pelcro|leaky|laterpay|subscri(?:be|ption|ber)[-_]?(?:wall|gate|only|box|offer|prompt)|premium[-_]?(?:box|wall|layer|gate|content|offer|teaser|lock)|content[-_]?gate|article[-_]?gate|locked|offer-?page",
    re.IGNORECASE,
)  # fmt: skip


def _start(element: Element) -> int:
    """Where an element begins on the page; 0 where it has no tag there."""
    location = element.source_location
    return location.start_tag.start_offset if location else 0


def _is_short(box: Element) -> bool:
    return len(collapse(box.text[: 4 * _WORDS])) <= _WORDS


def _does(element: Element, text: str) -> str | None:
    """Whether a link is one to log in (``enter``) or to subscribe (``buy``): by its address, or by its words."""
    href = (element.attr("href") or "")[:300].lower()
    said = text.lower()
    if _BUY_AT.search(href) or holds_any(said, _BUY):
        return "buy"
    return "enter" if _ENTER_AT.search(href) or holds_any(said, _ENTER) else None


_BUY_AT = re.compile(
    r"/(?:subscri\w*|abos?|abonn\w*|abonament\w*|suscri\w*|assin\w*|asine|prenum\w*|predplat\w*|peredplat\w*|podpisk\w*|elofizet\w*|abone\w*|tilaa\w*|bestill|kjop\w*|kop(?=[/?#]|$)|purchase|checkout|offers?|offres?|pricing|plans(?=[/?#]|$)|plus(?=[/?#]|$)|membership|kauf\w*|shop)[\w-]{0,12}(?:[/?#.]|$)",
)  # fmt: skip
_ENTER_AT = re.compile(
    r"/(?:log-?in|sign-?in|sso(?=[/?#]|$)|auth(?=[/?#]|$)|connexion|se-connecter|anmeld\w*|einlogg\w*|accede\w*|acceso|accedi|ingres\w*|iniciar\w*|entrar|inlogg\w*|logga-?in|logg-?inn|log-?ind|kirjaudu|zaloguj\w*|logowanie|prihlas\w*|prijava|belep\w*|bejelentk\w*|giris|vhod(?=[/?#]|$)|minside|my-?page|(?:my-?)?account|autentific\w*)[\w-]{0,12}(?:[/?#.]|$)|//(?:login|account|sso|auth|id)\.",
)  # fmt: skip
_BUY = (
    "subscri", "abonn", "abonier", " abo ", "suscrí", "suscri", "assina", "assine", "subscrev", "prenumer", "předplat", "predplat", "передплат", "подпис", "оформить", "előfizet",
    "abone ol", "tilaa", "bestill", "kjøp", "køb", "köp ", "pretplat", "naročn", "abonați", "abonament", "абонир", "συνδρομ", "free trial", "freischalten", "zugang sichern",
    "hazte soci", "fes-te soci", "mitglied", "become a member", "bli medlem", "word lid", "devenez membre", "diventa socio", "購読", "有料", "申し込", "订阅", "訂閱", "开通", "구독", "اشتر", "הירשם כמנוי", "למינוי", "מנוי", "สมัคร", "đăng ký", "berlangganan", "सब्सक्राइब", "सदस्यता",
)  # fmt: skip
_ENTER = (
    "log in", "login", "logga in", "logg inn", "log ind", "sign in", "anmelden", "einloggen", "connecte", "connexion", "identifi", "iniciar sesión", "inicia sesión", "iniciar sessão",
    "accede", "accedi", "entrar", "ya soy", "inloggen", "kirjaudu", "zaloguj", "přihlas", "přihlás", "prihlás", "bejelentkez", "belép", "giriş", "войти", "войд", "увійти", "увійд", "вход", "влез",
    "autentific", "conectați", "prijav", "σύνδεση", "συνδεθ", "ログイン", "登录", "登入", "로그인", "تسجيل الدخول", "سجل", "התחבר", "เข้าสู่ระบบ", "đăng nhập", "masuk", "लॉग इन", "लॉगइन", "already a",
)  # fmt: skip
_REGISTER = (
    " register", " registr", " zaregistr", "create an account", "free account", "konto", "créer un compte", "créez un compte", "inscri", "crear una cuenta", "crea una cuenta", "criar conta", "crie uma conta",
    "crea un account", "maak een account", "opret", "opprett", "skapa ett", "luo tunnus", "rekisteröi", "założ", "založ", "regisztr", "înregistr", "зарегистр", "зареєстр", "регистр",
    "εγγραφ", "kayıt ol", "üye ol", "会員登録", "無料登録", "注册", "註冊", "가입", "إنشاء حساب", "הירשמו", "הרשמ", "สมัคร", "đăng ký", "daftar", "पंजीक",
)  # fmt: skip
_READ = (
    " read ", " reading", " lesen", "weiterlesen", "weiterzulesen", " lire", " lecture", " leer ", " leer.", " leyendo", " lectura", " ler ", " lendo", " leitura", " legger", " lettura", " lezen", " läs", " les videre", " les hele", " lese", " læs",
    " lukea", " lukemis", " czyta", " czytać", " číst", " čít", " olvas", " citi ", " citești", " citiți", " čita", " brati", " чита", " прочит", " прочет", " διαβά", " ανάγνωσ", " oku", "قراءة", "לקרוא", "קריאה",
    "続き", "読む", "お読み", "阅读", "閱讀", "全文", "읽", "อ่าน", " đọc", " baca", " membaca", "पढ़", "পড়", " lasī", " skaity", " luge", " lesa ", " llegi",
)  # fmt: skip
"""What one has to do to go on: words for reading on, with what a site asks for."""
