"""Paywalls by what they are made of: behind the beginning of a text, a box to log in and to subscribe in."""

import re
from collections.abc import Iterator
from itertools import islice

from turbohtml import Element

from onrecord.evidence import Evidence, Source
from onrecord.needles import holds_any
from onrecord.page import Page
from onrecord.readers.buttons import is_hidden
from onrecord.spacing import collapse

__all__ = ["read"]

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
                said = (("type", "paywall"), ("how", "box"))
                yield Evidence("page_type", raw, Source.VISIBLE, page.place(element, raw), said)
                return


_LONG = 120
_MEASURED = 30
"""Boxes whose text is looked at: each costs as much as it holds."""


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
    "購読", "有料", "申し込", "订阅", "訂閱", "开通", "구독", "اشتر", "הירשם כמנוי", "למינוי", "מנוי", "สมัคร", "đăng ký", "berlangganan", "सब्सक्राइब", "सदस्यता",
)  # fmt: skip
_ENTER = (
    "log in", "login", "logga in", "logg inn", "log ind", "sign in", "anmelden", "einloggen", "connecte", "connexion", "identifi", "iniciar sesión", "inicia sesión", "iniciar sessão",
    "accede", "accedi", "entrar", "ya soy", "inloggen", "kirjaudu", "zaloguj", "přihlas", "přihlás", "prihlás", "bejelentkez", "belép", "giriş", "войти", "войд", "увійти", "увійд", "вход", "влез",
    "autentific", "conectați", "prijav", "σύνδεση", "συνδεθ", "ログイン", "登录", "登入", "로그인", "تسجيل الدخول", "سجل", "התחבר", "เข้าสู่ระบบ", "đăng nhập", "masuk", "लॉग इन", "लॉगइन", "already a",
)  # fmt: skip
