"""Notices that stand in place of an article: consent, bot checks, paywalls, errors.

Asked only of pages with little text: an article may well speak of cookies or subscriptions.
"""

import re
from collections.abc import Iterator

from onrecord.evidence import Evidence, Source
from onrecord.page import Page, words

__all__ = ["read"]

# What such pages say in their title, main headings or first lines, in the languages that were looked at.
_NOTICES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("bot-check", re.compile(
        r"just a moment\.\.\.|checking (?:if the site connection is secure|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human|"
        r"are you a robot|i'?m not a robot|unusual traffic|attention required|press (?:&|and) hold|"
        r"access (?:to this page has been )?denied|pardon our interruption|enable javascript and cookies to continue|"
        r"kein roboter|keine? maschine|no eres un robot|não é um robô|êtes[- ]vous un robot|security check|"
        r"sicherheitsüberprüfung|проверка безопасности|не робот|请完成安全验证|人机验证|ロボットではありません", re.IGNORECASE)),
    ("error", re.compile(
        r"\b(?:error )?(?:404|410|403|500|502|503)\b(?: (?:error|not found|forbidden|-|–))?|(?:page|article|seite|página|story|artikel) (?:was )?(?:not found|nicht gefunden|no encontrada|não encontrada|niet gevonden)|"
        r"page (?:introuvable|non trouvée)|pagina non trovata|we can(?:'|no)t find (?:the|that|this) page|страница не найдена|"
        r"сторінку не знайдено|nie znaleziono strony|sayfa bulunamadı|sidan (?:kunde inte|finns inte)|ページが見つかりません|页面不存在|페이지를 찾을 수", re.IGNORECASE)),
    ("consent", re.compile(
        r"before you continue|we value your privacy|(?:accept|manage|zustimm\w+|accepter|aceptar|aceitar|accetta\w*).{0,40}(?:cookies|tracking|werbung)|"
        r"(?:cookies|tracking|datenschutz|privatsphäre|privacy|vie privée|privacidad).{0,60}(?:zustimm|einwillig|consent|akzeptier|accepter|aceptar|accetta|pur[- ]abo)|"
        r"mit werbung (?:und tracking )?(?:weiter|lesen|nutzen)|consent[- ]?(?:management|wall)|ihre zustimmung|votre consentement|su consentimiento", re.IGNORECASE)),
    ("paywall", re.compile(
        r"subscribe (?:now )?to (?:continue|keep) reading|to (?:continue|keep) reading.{0,30}subscri|this (?:article|story|content) is (?:for|available to) subscribers|"
        r"already a subscriber|abonn\w* (?:und )?weiter ?lesen|weiterlesen mit|jetzt (?:abo|abonnieren|weiterlesen)|réservé aux abonnés|"
        r"il vous reste .{1,12} (?:de cet article )?à lire|exclusivo para (?:assinantes|suscriptores)|para suscriptores|contenuto riservato agli abbonati|"
        r"alleen voor abonnees|för prenumeranter|för att läsa vidare|dostęp dla prenumeratorów|この記事は有料|会員限定", re.IGNORECASE)),
)  # fmt: skip

_LINES = 40
"""Paragraphs and headings of a page that are looked at; an article has these behind its text, if at all."""


def read(page: Page) -> Iterator[Evidence]:
    """Each kind of notice once, where it stands: in the title, or in the first headings and paragraphs.

    Behind prose only a paywall's notice counts: what else stands there is a banner over a page that is read.
    """
    told: set[str] = set()
    prose = 0
    for count, element in enumerate(page.elements("title", "h1", "h2", "p")):
        if count > _LINES:
            return
        text = words(element)[:_LONG]
        for kind, pattern in _NOTICES:
            if prose > _PROSE and kind != "paywall":
                continue
            if kind not in told and (found := pattern.search(text)):
                told.add(kind)
                yield Evidence(
                    "page_type", found[0], Source.VISIBLE, page.place(element, found[0]), (("type", kind),)
                )
        prose += len(text) if element.tag == "p" else 0


_LONG = 400
"""Code points of a line that are looked at."""

_PROSE = 200
"""Code points of paragraphs behind which a notice about cookies no longer stands in place of an article."""
