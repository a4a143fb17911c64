"""How papers speak of themselves below a text, told by words: they ask for something, say how it was made, and whose it is."""

import functools
import re
from collections.abc import Iterable
from typing import NamedTuple

from onrecord.needles import holds_any, small
from onrecord.scripts import COLONS

__all__ = ["LABELLED", "LISTED", "asks", "is_for_press", "says_how_made", "says_whose"]


class _Tongue(NamedTuple):
    """Words of a language, small: parts of them, a space where they begin or end."""

    read: tuple[str, ...]
    """For what papers give to read."""
    asked: tuple[str, ...]
    """For what they ask of readers."""
    whom: str
    """An expression that finds the reader or the paper in a sentence: a pronoun, or a verb that bids. It minds capitals."""


_TONGUES = (
    _Tongue(
        (" article", " story", " stories", "newsletter", " inbox", "journalism", " newsroom", " reporting ", "newspaper", " news ",
         " letter ", " reading ", " premium content ", " instagram", " pinterest", " facebook", " youtube", " social media"),
        (" subscri", "unsubscrib", " sign up", " donat", " support us", " support our", " chip in", " contribution",
         " become a member", "a member ", "membership", " log in", " join today", " join us", " share this", "share your story",
         " tell a friend", "free of charge", " follow me", " follow us", "do you have a story"),
        r"(?i:\b(?:you|your|us|our|we|me|my|share|tell)\b)",
    ),
    _Tongue(
        ("artikel", " text ", " texte", "journalis", "redaktion", "zeitung", "newsletter", "postfach", "nachrichten", " beitrag",
         " beiträge", "recherche", " inhalte"),
        ("abonn", " abo ", "anmeld", "spende", "unterstütz", " mitglied", " teilen", "weiterempfehl", " testen", "kostenlos",
         "kündbar", " gratis"),
        r"[a-zäöüß,] (?:Sie|Ihr(?:e[nmrs]?)?|Ihnen)\b|(?i:\b(?:du|dich|dir|dein\w*|uns|unser\w*|wir|jetzt|teilen|weiterempfehlen)\b)",
    ),
    _Tongue(
        (" article", "infolettre", "newsletter", "journal", "rédaction", " récits", " texte", "actualité", "boîte mail", "contenus",
         "information", " la suite"),
        ("abonn", "inscri", " don ", " dons ", "souten", " recevez", " partage", "connaître", "connectez", "sans engagement"),
        r"(?i:\b(?:vous|votre|vos|nous|notre|nos|inscri\w+ez|abonnez|recevez|soutenez|partage[rz])\b)",
    ),
    _Tongue(
        (" artículo", " noticia", "boletín", "newsletter", "periodis", " reportaje", "contenido", " medio ", "bandeja", "leyendo",
         " lectores"),
        (" suscr", "apúnta", "donaci", "apoya", " socio", "comparti", "compárte", " aporta", "inicia sesión", " recib"),
        r"(?i:\b(?:te|tu|tus|nos|nuestr[oa]s?|somos|su|sus|suscr[ií]b\w+|recib[ea]|compart\w+|hazte|ayúdanos)\b)",
    ),
    _Tongue(
        ("articolo", " notizie", "newsletter", "giornal", "informazione", " storie", "lettur", " leggi ", "lettori", "redazione"),
        ("abbon", "iscriv", "donazion", "sostien", "sostenitor", "condivid", " ricev", " gratis", " accedi"),
        r"(?i:\b(?:ti|tu|tua|tue|tuoi|te|noi|nostr[oaie]|ci|iscriviti|condividi\w*|abbonati|prova|diventa|accedi)\b)",
    ),
    _Tongue(
        (" artigo", " notícia", "newsletter", "boletim", "jornal", " textos", " ler ", " lendo", " leitores", "conteúdo", "diário",
         "reportagem", " trabalho "),
        ("assin", "subscre", "inscrev", "donativo", "doaç", "apoi", "partilh", "compartilh", "receb", " login", "associe"),
        r"(?i:\b(?:você|seu|sua|lhe|nos|nosso|nossa|te|teu|receba|assine|subscreva|apoie|partilh\w+|compartilh\w+|faça|considere)\b)",
    ),
    _Tongue(
        ("artikel", "nieuwsbrief", "journalist", " verhaal", " krant", " nieuws ", "mailbox", " lezen", "redactie", " bericht"),
        ("abonne", "schrijf", "aanmeld", "steun", "doneer", "donatie", " bijdrage", " deel ", "inloggen", "log in",
         " account", " gratis"),
        r"(?i:\b(?:je|jij|jou|jouw|u|uw|ons|onze|wij|we|deel|steun|doneer|ontvang)\b)",
    ),
    _Tongue(
        ("artikel", "artikkel", "nyhetsbrev", "nyhedsbrev", "journalisti", "tidning", " avis", " inkorg", " innboks", " indbakke",
         " texten", " nyhet", " nyhed", " saken"),
        ("prenumer", "abonner", " anmäl", " tilmeld", " meld ", " stöd", " støtt", " bidrag", " swish", " dela ", " del ", "tipsa",
         " logga in", " logg inn", " log ind", " gratis", " prova ", " konto"),
        r"(?i:\b(?:du|dig|deg|din|dit|ditt|dina|vi|oss|os|vår|våra|vårt|vores|dela|del|tipsa|prova|få|prenumerera|abonner)\b)",
    ),
    _Tongue(
        (" artikkel", " juttu", " jutun", "uutiskirje", " uutis", "journalismi", " lehti", " lehte", " sisältö"),
        (" tilaa", "tilaaj", "kirjaudu", " lahjoit", " tue ", " jaa ", " liity", "ilmaiseksi"),
        r"(?i:\b(?:sinä|sinun|sinulle|sähköpostiisi|me|meidän|meitä|tilaa|jaa|tue|liity|kirjaudu)\b)",
    ),
    _Tongue(
        (" artyku", " tekst", "newsletter", "dziennikar", " redakcj", " wiadomoś", "skrzynce", " czytaj ", " materiał"),
        ("subskry", "prenumer", "zapisz się", " wesprzyj", " wsparci", "wpłat", "kwot", "udostępni", "podaj dalej", "wykup", "zaloguj",
         "postaw nam kawę", "za darmo", " codziennie "),
        r"(?i:\b(?:ty|ci|twoj\w+|twój|cię|nas|nam|nasz\w*|jesteśmy|zapisz|wesprzyj|udostępnij|podaj|wykup|masz)\b)",
    ),
    _Tongue(
        (" článek", " článk", "newsletter", "zpravodaj", "novinář", "žurnalisti", " redakc", " zprávy", " text "),
        ("předplat", "přihlas", "odeb", " podpo", " přispě", " sdíle", "zdarma", " dar "),
        r"(?i:\b(?:vy|vás|vám|váš|vaše|ty|tvoj\w*|nás|nám|náš|naše|sdílejte|podpořte|přihlaste|odebírejte)\b)",
    ),
    _Tongue(
        (" articol", "newsletter", "jurnalism", " redacți", " știri"),
        (" abon", " înscri", " dona", " susțin", " distribui", "gratuit"),
        r"(?i:\b(?:tu|tău|ta|dumneavoastră|vă|ne|noi|nostru|noastră|abonează-te|susține|donează|distribuie|înscrie-te)\b)",
    ),
    _Tongue(
        (" cikk", "hírlev", "újságír", " szerkesztőség", " lapunk", " olvas"),
        ("feliratkoz", "előfizet", "támoga", "adomány", "ossza meg", "oszd meg", "ingyen"),
        r"(?i:\b(?:ön|önnek|te|neked|mi|minket|lapunk\w*|feliratkoz\w+|iratkozz\w*|támogass\w*|támogassa|oszd|ossza)\b)",
    ),
    _Tongue(
        (" стать", " материал", " рассылк", "журналист", " редакци", " газет", " новост", "читать", " чита", " обзор"),
        (" подпи", " поддерж", "пожертв", " донат", " поделит", "зарегистрир", "войдите", "расскажите друзьям", "бесплатно"),
        r"(?i:\b(?:вы|вас|вам|ваш\w*|мы|нас|нам|наш\w*|подпи\w+тесь|подпи\w+ться|поделит\w+|поддержите|войдите|расскажите|оформите|читайте)\b)",
    ),
    _Tongue(
        (" статт", " матеріал", " розсилк", "журналіст", " редакці", " газет", " новин", " чита"),
        (" підпи", " підтрим", "пожертв", " донат", " поділи", "зареєстр", "увійдіть", "безкоштовно"),
        r"(?i:\b(?:ви|вас|вам|ваш\w*|ми|нас|нам|наш\w*|підпи\w+ться|поділ\w+ся|підтрим\w+те|увійдіть)\b)",
    ),
    _Tongue(
        (" стати", " материал", " бюлетин", "журналист", " редакци", " вестник", " новин"),
        ("абонир", " подкреп", " дарен", " дари", " сподели", "безплатно"),
        r"(?i:\b(?:вие|ви|вас|ваш\w*|ние|нас|ни|наш\w*|абонирайте|подкрепете|споделете)\b)",
    ),
    _Tongue(
        (" άρθρο", "newsletter", "ενημερωτικ", "δημοσιογραφ", " εφημερίδ", " ρεπορτάζ", " ειδήσ", " τα νέα", " ανάγνωση", " αναγνώστ",
         "επισκόπηση", " φωνή"),
        ("εγγραφ", "συνδρομ", " στηρίξ", " στηρίζ", "δωρε", "μοιραστείτε", "συνδεθείτε", " μέλος"),
        r"(?i:\b(?:σας|εσάς|εσείς|μας|εμείς|μοιραστείτε|εγγραφείτε|στηρίξτε|λάβετε|γίνετε|κρατάτε)\b)",
    ),
    _Tongue(
        (" haber", " yazı", " bülten", "gazeteci", " içerik", " e posta", " makale"),
        (" abone", " üye ol", "kaydol", " destek", "bağış", " katkı", " paylaş", "giriş yap", "ücretsiz"),
        r"(?i:\b(?:siz|sizi|size|sizin|bize|bizi|bizim|biz|kutunuza|okuyun|yapın|olun|paylaşın|paylaş|deneyin|beğendiyseniz|haberlerimizi|bültenimize|yapabilirsiniz)\b)",
    ),
    _Tongue(
        ("المقال", "الخبر", "التقرير", "نشرتنا", "النشرة", "أخبار", "صحاف", "صحيف", "جريدة", "المحتوى", "القراءة", "قراءها", "قرائها"),
        ("اشترك", "سجل", "تبرع", "ساهم", "دعم", "يدعم", "شارك", "أرسله", "مجان"),
        r"(?:اشترك|سجل|تبرع|ساهم|شارك|أعجبك|بريدك|ليصلك|معنا|صحافتنا|نشرتنا|أصدقائك|احصل)",
    ),
    _Tongue(
        ("הכתבה", "הידיעה", "המאמר", "ניוזלטר", "עיתונות", "העיתון", "חדשות"),
        ("הירשמו", "הצטרפו", "תרמו", "תמכו", "שתפו", "מנוי", "חינם"),
        r"(?:אתכם|לכם|שלכם|אותנו|לנו|שלנו|הירשמו|הצטרפו|תרמו|תמכו|שתפו)",
    ),
    _Tongue(
        ("लेख", "खबर", "ख़बर", "न्यूज़लेटर", "न्यूज़लेटर", "पत्रकारिता", "समाचार"),
        ("सब्सक्राइब", "सदस्य", "दान", "सहयोग", "साझा", "शेयर", "साइन अप", "मुफ़्त", "मुफ्त"),
        r"(?:आप|हमें|हमारे|हमारी|हम |करें|कीजिए)",
    ),
    _Tongue(
        ("記事", "ニュース", "メール", "報道", "新報", "新聞", "続き", "シェア"),
        ("登録", "購読", "会員", "寄付", "支援", "応援", "シェア", "配信", "ログイン", "無料"),
        r"(?:ください|ませんか|お願い|皆さま|皆様|いたします|お届け|しています|いただけます|ご覧|シェアする)",
    ),
    _Tongue(
        ("本文", "全文", "文章", "报道", "報道", "新闻", "新聞", "周报", "週報", "媒体", "媒體", "内容", "內容", "分享"),
        ("订阅", "訂閱", "会员", "會員", "登录", "登入", "赞助", "贊助", "打赏", "打賞", "支持", "捐", "分享", "免费", "免費"),
        r"(?:您|你|我们|我們|本报|本報|请|請|欢迎|歡迎|分享到|开通|登录)",
    ),
    _Tongue(
        ("기사", "뉴스", "뉴스레터", "언론", "신문", "저널리즘"),
        ("구독", "후원", "회원", "로그인", "공유", "무료", "기부"),
        r"(?:하세요|주세요|바랍니다|여러분|합니다|드립니다|저희)",
    ),
)  # fmt: skip
"""By language, the paper's words to its readers: only where one of each kind stands in a line does it ask them for something."""


class _Gate:
    """Words of many rows, of which most texts hold none: a look at all of them saves one at each row."""

    def __init__(self, rows: Iterable[tuple[str, ...]]) -> None:
        self.all = tuple({word for row in rows for word in row})
        self.plain = tuple(filter(str.isascii, self.all))

    def any_in(self, low: str) -> bool:
        """Whether a text in small letters may hold one."""
        return holds_any(low, self.plain if low.isascii() else self.all)


_ASKED = _Gate(tongue.asked for tongue in _TONGUES)
_MOST, _LONGEST = 350, 700
"""Characters of the longest block that asks for something, and of the longest note."""
_SAID = re.compile('["“”„«»「」『』〈]')
_SPACED = dict.fromkeys(map(ord, "\n.,;:!?¿¡()[]-–—/*|'’…、。，！？：（）·؟،।"), " ")
"""What parts words becomes a space."""


def asks(text: str) -> bool:
    """Whether a block asks its readers to subscribe, to sign up, to give or to share; what somebody is quoted with does not.

    >>> asks("If you liked this story, please consider a small donation."), asks("The story of a donation moved readers.")
    (True, False)
    """
    if len(text) > _MOST or _SAID.search(text):
        return False
    low = f" {small(text).translate(_SPACED)} "
    return _ASKED.any_in(low) and any(
        holds_any(low, tongue.asked)
        and holds_any(low, tongue.read)
        and _compiled(tongue.whom).search(text) is not None
        for tongue in _TONGUES
    )


@functools.cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


_MADE = (
    (("this article", "this story", "this post", "this report", "this text", "this piece"),
     ("artificial intelligence", " ai ", "automated", "affiliate", "in partnership with", "and produced by", "was produced by", "sponsored by")),
    (("views expressed", "opinions expressed", "views and opinions"),
     ("own", "not necessarily", "not reflect", "not represent", "those of the")),
    (("dieser artikel", "dieser text", "dieser beitrag"), ("künstliche", " ki ", " ki-", "automatisiert")),
    (("cet article", "ce texte"), ("intelligence artificielle", "affili")),
    (("este artículo", "este texto", "este contenido", "de este artículo"),
     ("inteligencia artificial", "afiliad")),
    (("opiniones expresadas", "opiniones vertidas"), ("autor", "no reflejan", "no representan")),
    (("questo articolo", "questo testo", "l’articolo", "l'articolo"), ("intelligenza artificiale", "affiliazione")),
    (("le opinioni espresse",), ("autor", "personali", "non rappresentano", "non riflettono")),
    (("este artigo", "este texto", "esta reportagem"), ("inteligência artificial", "afiliad")),
    (("as opiniões expressas", "as opiniões contidas"), ("autor", "não refletem", "não representam")),
    (("dit artikel", "dit verhaal", "van dit artikel"),
     ("kunstmatige intelligentie", "met steun van", "affiliate")),
    (("artikeln", "artikkelen", "denne artikel", "den här texten", "texten"),
     ("ai-verktyg", "ai-værktøj", "ai-verktøy", "artificiell intelligens", "kunstig intelligens")),
    (("åsikterna", "skribenten", "meningene", "holdningerne"), ("skribentens egna", "skribentens egne", "forfatterens egne")),
    (("artykuł", "tekst", "materiał"), ("sztucznej inteligencji", "wyraża opinie", "stanowiska redakcji")),
    (("článek", "text"), ("umělé inteligence", "umělou inteligencí", "nemusí vyjadřovat")),
    (("материал", "статья", "текст"), ("искусственного интеллекта", "искусственным интеллектом")),
    (("мнение автора", "мнение редакции"), ("не совпадать", "не совпада")),
    (("матеріал", "стаття"), ("штучного інтелекту",)),
    (("думка автора", "думка редакції"), ("не збігатися", "не збіга")),
    (("κείμενο", "άρθρο"), ("τεχνητής νοημοσύνης",)),
    (("απόψεις",), ("δεν εκφράζουν", "αρθρογράφου")),
    (("bu haber", "bu yazı", "bu içerik", "bu makale"), ("yapay zek", "yazara aittir", "görüşünü yansıtma")),
    (("التقرير", "المقال", "الخبر"), ("الذكاء الاصطناعي", "رأي كاتب", "لا تعكس", "عن رأي")),
    (("הדעות",), ("של הכותב", "אינן משקפות")),
    (("この記事", "本記事", "記事の内容"), ("生成ai", "aiを用い", "人工知能", "異なる場合", "個人の見解")),
    (("本文", "本报道", "本文章"), ("人工智能", "人工智慧", "个人观点", "個人觀點", "与本站立场", "不代表本", "仅代表")),
    (("이 기사", "본 기사"), ("인공지능", "ai ")),
)  # fmt: skip
"""Words for this text or its views, and how it was made or whose they are."""
_HOW = _Gate(made for _, made in _MADE)


def says_how_made(text: str) -> bool:
    """Whether a block says how this text was made, with whose help, or whose views it gives."""
    if len(text) > _LONGEST or _SAID.search(text):
        return False
    low = small(text)
    return _HOW.any_in(low) and any(holds_any(low, ours) and holds_any(low, made) for ours, made in _MADE)


_RIGHTS = (
    "all rights reserved", "may not be published, broadcast", "be reproduced without", "alle rechte vorbehalten",
    "urheberrechtlich geschützt", "nachdruck nur mit", "tous droits réservés", "toute reproduction", "todos los derechos reservados",
    "prohibida la reproducción", "riproduzione riservata", "vietata la riproduzione", "tutti i diritti riservati",
    "todos os direitos reservados", "proibida a reprodução", "alle rechten voorbehouden", "worden overgenomen zonder",
    "enligt upphovsrätt", "kopiering utan tillstånd", "wszelkie prawa zastrzeżone", "bez zgody wydawcy", "všechna práva vyhrazena",
    "toate drepturile rezervate", "minden jog fenntartva", "все права защищены", "перепечатка материалов", "усі права захищен",
    "всички права запазени", "με επιφύλαξη παντός", "απαγορεύεται η αναδημοσίευση", "απαγορεύεται η αναπαραγωγή",
    "μόνο με γραπτή έγκριση", "tüm hakları saklıdır", "izinsiz kopyalan", "حقوق محفوظة", "الحقوق محفوظة", "إعادة نشر المواد",
    "כל הזכויות שמורות", "सर्वाधिकार सुरक्षित", "無断転載", "不得转载", "不得轉載", "版权所有", "版權所有", "무단 전재", "무단전재",
)  # fmt: skip


def says_whose(text: str) -> bool:
    """Whether a block says that nobody may copy the text."""
    return len(text) <= _MOST and holds_any(small(text), _RIGHTS) and _SAID.search(text) is None


_PRESS = (
    " press ", "press@", "press contact", "press office", "media contact", "presse", "presskontakt", "medienkontakt", "prensa", "stampa",
    "imprensa", "perscontact", "voor de redactie", "comunicación", "rzecznik", "dla mediów", "prasa@", "pro média", "пресс", "для сми",
    "basın", "الإعلامي", "媒体联系", "媒體聯絡", "報道関係", "τον τύπο", "notes to editors", "note to editors",
)  # fmt: skip
_REACHED = re.compile(
    r"[\w.+-]@\w|\+\d|\b0\d{2,5}[)\s/–-]{1,3}\d|\b\d{3}[-.\s)]{1,2}\d{3}[-.\s]\d{3}|\b\d{9,}\b"
)
"""An address to write to, or a number to call."""


def is_for_press(text: str) -> bool:
    """Whether a block tells the press whom to ask: it ends what offices have to say."""
    if len(text) > _MOST:
        return False
    head = small(text[:_OPENING])
    return head.startswith(("notes to editors", "note to editors")) or (
        holds_any(head, _PRESS) and _REACHED.search(text) is not None and _SAID.search(text) is None
    )


_OPENING = 80
"""Characters in which such a block names the press."""


_SOURCES = (
    "sources", "article sources", "quellen", "quellenangaben", "fuentes", "fonti", "fontes", "bronnen", "källor", "kilder", "lähteet",
    "źródła", "zdroje", "surse", "források", "источники", "использованные материалы", "джерела", "източници", "πηγές", "kaynaklar",
    "المصادر", "מקורות", "参考資料", "出典", "参考资料", "资料来源", "參考資料", "資料來源", "참고자료", "출처",
)  # fmt: skip
"""What scholars call references and literature is a part of what they write."""
_TAGS = (
    "tags", "tag", "filed under", "topics", "keywords", "themen", "schlagwörter", "mots-clés", "etiquetas", "archivado en", "argomenti",
    "tópicos", "onderwerpen", "trefwoorden", "ämnen", "emner", "avainsanat", "tagi", "słowa kluczowe", "štítky", "etichete", "címkék",
    "теги", "ключевые слова", "теґи", "ключові слова", "етикети", "ετικέτες", "λέξεις-κλειδιά", "etiketler", "anahtar kelimeler", "الوسوم",
    "كلمات مفتاحية", "תגיות", "タグ", "キーワード", "标签", "关键词", "標籤", "關鍵詞", "태그",
)  # fmt: skip


def _any(words: tuple[str, ...]) -> str:
    return "(?:" + "|".join(map(re.escape, words)) + ")"


LISTED = re.compile(rf"\W*{_any(_SOURCES)}\s?[{COLONS}]?\W*", re.IGNORECASE)
"""Alone in a block it opens a list of what the text rests on."""
LABELLED = re.compile(rf"\W*(?:{_any(_SOURCES)}|{_any(_TAGS)})\s?(?:[{COLONS}]|\n)", re.IGNORECASE)
"""Opens a block that holds such a list, or one of tags."""
