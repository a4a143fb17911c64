"""How papers speak of themselves below a text, told by words: they ask for something, say how it was made, and whose it is."""

import functools
import re
from collections.abc import Iterable
from typing import NamedTuple

from onrecord.needles import holds_any, small
from onrecord.scripts import COLONS, ENDS


class _Tongue(NamedTuple):
    """Words of a language, small: parts of them, a space where they begin or end."""

    read: tuple[str, ...]
    """For what papers give to read."""
    asked: tuple[str, ...]
    """For what they ask of readers."""
    whom: str
    """An expression that finds the reader in a sentence: a pronoun, or a verb that bids. It minds capitals. What papers say of
    themselves ("our reporting shows that a donation…") is news as often as not."""


_TONGUES = (
    _Tongue(
        (" article", " story", " stories", "newsletter", " inbox", "journalism", " newsroom", " reporting ", "newspaper", " news ",
         " letter ", " reading ", " premium content "),
        (" subscri", "unsubscrib", " sign up", " donat", " support us", " support our", " chip in", " contribution",
         " become a member", "a member ", "membership", " log in", " join today", " join us", " share this", "share your story",
         " tell a friend", "free of charge", "do you have a story"),
        r"(?i:\b(?:you|your|please|share this|tell a friend|support us|follow me|follow us)\b)|(?:\A|[.!?–—:]\s)(?:Donate|Join|Sign up|Subscribe|Support)\b",
    ),
    _Tongue(
        (" instagram", " pinterest", " facebook", " youtube", " social media"),
        (" follow me ", " follow us ", " subscribe to ", " share this "),
        r"(?i:\b(?:follow (?:me|us)|subscribe to our|share this)\b)",
    ),
    _Tongue(
        ("artikel", " text ", " texte", "journalis", "redaktion", "zeitung", "newsletter", "postfach", "nachrichten", " beitrag",
         " beiträge", "recherche", " inhalte"),
        ("abonn", " abo ", "anmeld", "spende", "unterstütz", " mitglied", " teilen", "weiterempfehl", " testen", "kostenlos",
         "kündbar", " gratis"),
        r"[a-zäöüß,] (?:Sie|Ihr(?:e[nmrs]?)?|Ihnen)\b|(?i:\b(?:du|dich|dir|dein\w*)\b)|\A(?:Diesen |Den )?(?:Artikel|Beitrag|Text)\s(?:\S+\s)?(?:teilen|weiterempfehlen)\b",
    ),
    _Tongue(
        (" article", "infolettre", "newsletter", "journal", "rédaction", " récits", " texte", "actualité", "boîte mail", "contenus",
         "information", " la suite"),
        ("abonn", "inscri", " don ", " dons ", "souten", " recevez", " partage", "connaître", "connectez", "sans engagement"),
        r"(?i:\b(?:vous|votre|vos|inscrivez|abonnez|recevez|soutenez|partagez)\b)",
    ),
    _Tongue(
        (" artículo", " noticia", "boletín", "newsletter", "periodis", " reportaje", "contenido", " medio ", "bandeja", "leyendo",
         " lectores"),
        (" suscr", "apúnta", "donaci", "apoya", " socio", "comparti", "compárte", " aporta", "inicia sesión", " recib"),
        r"(?i:\b(?:te|ti|tu|tus|usted|suscr[ií]b[ea](?:te|se)|compárt[ae]l[oae]|hazte|ayúdanos|apóyanos)\b)",
    ),
    _Tongue(
        ("articolo", " notizie", "newsletter", "giornal", "informazione", " storie", "lettur", " leggi ", "lettori", "redazione"),
        ("abbon", "iscriv", "donazion", "sostien", "sostenitor", "condivid", " ricev", " gratis", " accedi"),
        r"(?i:\b(?:ti|tu|tua|tue|tuoi|te|iscriviti|condividi(?:l[oae])?|abbonati (?:a|ora|qui|subito)|diventa|accedi|sostienici)\b)",
    ),
    _Tongue(
        (" artigo", " notícia", "newsletter", "boletim", "jornal", " textos", " ler ", " lendo", " leitores", "conteúdo", "diário",
         "reportagem", " trabalho "),
        ("assin", "subscre", "inscrev", "donativo", "doaç", "apoi", "partilh", "compartilh", "receb", " login", "associe"),
        r"(?i:\b(?:você|te|teu|tua|receba|assine|subscreva|apoie|partilhe|compartilhe|considere|faça (?:login|parte|já|um|uma))\b)",
    ),
    _Tongue(
        ("artikel", "nieuwsbrief", "journalist", " verhaal", " krant", " nieuws ", "mailbox", " lezen", "redactie", " bericht"),
        ("abonne", "schrijf je ", "schrijf u ", "aanmeld", " steun ons ", "doneer", "donatie", " bijdrage", " deel dit ", "inloggen",
         "log in", " gratis"),
        r"(?i:\b(?:je|jij|jou|jouw|u|uw|deel dit|steun ons|doneer|ontvang)\b)",
    ),
    _Tongue(
        ("artikel", "artikkel", "nyhetsbrev", "nyhedsbrev", "journalisti", "tidning", " avis", " inkorg", " innboks", " indbakke",
         " texten", " nyhet", " nyhed", " saken"),
        ("prenumer", "abonner", " anmäl", " tilmeld", " meld ", " stöd", " støtt", " bidrag", " swish", " dela ", " del artik", " del saken", "tipsa",
         " logga in", " logg inn", " log ind", " gratis", " prova ", " konto"),
        r"(?i:\b(?:du|dig|deg|din|dit|ditt|dina|dela artikeln|del (?:artiklen|artikkelen|saken)|tipsa oss|prenumerera på|abonner på)\b)",
    ),
    _Tongue(
        (" artikkel", " juttu", " jutun", "uutiskirje", " uutis", "journalismi", " lehti", " lehte", " sisältö"),
        (" tilaa", "tilaaj", "kirjaudu", " lahjoit", " tue ", " jaa ", " liity", "ilmaiseksi"),
        r"(?i:\b(?:sinä|sinun|sinulle|sähköpostiisi|tilaa (?:uutiskirje\w*|lehti)|jaa (?:artikkeli|juttu)|tue (?:meitä|lehteä|journalismia\w*)|liity|kirjaudu)\b)",
    ),
    _Tongue(
        (" artyku", " tekst", "newsletter", "dziennikar", " redakcj", " wiadomoś", "skrzynce", " czytaj ", " materiał"),
        ("subskry", "prenumer", "zapisz się", " wesprzyj", " wsparci", "wpłat", "kwot", "udostępni", "podaj dalej", "wykup", "zaloguj",
         "postaw nam kawę", "za darmo", " codziennie "),
        r"(?i:\b(?:twoj\w+|twój|cię|zapisz|wesprzyj|udostępnij|podaj dalej|wykup|zaloguj|postaw)\b)",
    ),
    _Tongue(
        (" článek", " článk", "newsletter", "zpravodaj", "novinář", "žurnalisti", " redakc", " zprávy", " text "),
        ("předplat", "přihlas", "odeb", " podpo", " přispě", " sdíle", "zdarma", " dar "),
        r"(?i:\b(?:vy|vás|vám|váš|vaše|tvoj\w*|sdílejte|podpořte|přihlaste|odebírejte)\b)",
    ),
    _Tongue(
        (" articol", "newsletter", "jurnalism", " redacți", " știri"),
        (" abon", " înscri", " dona", " susțin", " distribui", "gratuit"),
        r"(?i:\b(?:tu|tău|ta|dumneavoastră|vă|abonează-te|susține-ne|înscrie-te)\b)",
    ),
    _Tongue(
        (" cikk", "hírlev", "újságír", " szerkesztőség", " lapunk", " olvas"),
        ("feliratkoz", "előfizet", "támoga", "adomány", "ossza meg", "oszd meg", "ingyen"),
        r"(?i:\b(?:ön|önnek|te|neked|iratkozz\w*|támogass\w*|támogassa|oszd|ossza)\b)",
    ),
    _Tongue(
        (" стать", " материал", " рассылк", "журналист", " редакци", " газет", " новост", "читать", " чита", " обзор"),
        (" подпи", " поддерж", "пожертв", " донат", " поделит", "зарегистрир", "войдите", "расскажите друзьям", "бесплатно"),
        r"(?i:\b(?:вы|вас|вам|ваш\w*|подпи\w+тесь|поделитесь|поддержите|войдите|расскажите|оформите|читайте)\b)",
    ),
    _Tongue(
        (" статт", " матеріал", " розсилк", "журналіст", " редакці", " газет", " новин", " чита"),
        (" підпи", " підтрим", "пожертв", " донат", " поділи", "зареєстр", "увійдіть", "безкоштовно"),
        r"(?i:\b(?:ви|вас|вам|ваш\w*|підпи(?:шіть|суйте)с[ья]|поділіться|підтрим\w+те|увійдіть)\b)",
    ),
    _Tongue(
        (" стати", " материал", " бюлетин", "журналист", " редакци", " вестник", " новин"),
        ("абонир", " подкреп", " дарен", " дари", " сподели", "безплатно"),
        r"(?i:\b(?:вие|ви|вас|ваш\w*|абонирайте|подкрепете|споделете)\b)",
    ),
    _Tongue(
        (" άρθρο", "newsletter", "ενημερωτικ", "δημοσιογραφ", " εφημερίδ", " ρεπορτάζ", " ειδήσ", " τα νέα", " ανάγνωση", " αναγνώστ",
         "επισκόπηση", " φωνή"),
        ("εγγραφ", "συνδρομ", " στηρίξ", " στηρίζ", "δωρε", "μοιραστείτε", "συνδεθείτε", " μέλος"),
        r"(?i:\b(?:σας|εσάς|εσείς|μοιραστείτε|εγγραφείτε|στηρίξτε|λάβετε|γίνετε|κρατάτε)\b)",
    ),
    _Tongue(
        (" haber", " yazı", " bülten", "gazeteci", " içerik", " e posta", " makale"),
        (" abone", " üye ol", "kaydol", " destek", "bağış", " katkı", " paylaş", "giriş yap", "ücretsiz"),
        r"(?i:\b(?:siz|sizi|size|sizin|kutunuza|okuyun|yapın|olun|paylaşın|paylaş|deneyin|beğendiyseniz|haberlerimizi|bültenimize|yapabilirsiniz)\b)",
    ),
    _Tongue(
        ("المقال", "الخبر", "التقرير", "نشرتنا", "النشرة", "أخبار", "صحاف", "صحيف", "جريدة", "المحتوى", "القراءة", "قراءها", "قرائها"),
        ("اشترك", "سجل", "تبرع", "ساهم", "دعم", "يدعم", "شارك", "أرسله", "مجان"),
        r"(?:أعجبك|بريدك|ليصلك|يمكنك|صحافتنا|نشرتنا|أصدقائك|أصدقاءك)",
    ),
    _Tongue(
        ("הכתבה", "הידיעה", "המאמר", "ניוזלטר", "עיתונות", "העיתון", "חדשות"),
        ("הירשמו", "הצטרפו", "תרמו", "תמכו", "שתפו", "מנוי", "חינם"),
        r"(?:אתכם|לכם|שלכם|הירשמו)|(?:\A|[.!?]\s)(?:הצטרפו|תרמו|תמכו|שתפו)",
    ),
    _Tongue(
        ("लेख", "खबर", "ख़बर", "न्यूज़लेटर", "न्यूज़लेटर", "पत्रकारिता", "समाचार"),
        ("सब्सक्राइब", "सदस्य", " दान ", "सहयोग", "साझा", "शेयर", "साइन अप", "मुफ़्त", "मुफ्त"),
        r"(?:आपको|आपके|आपकी|आपका|कीजिए|(?:सब्सक्राइब|साझा|शेयर|साइन अप|दान|सहयोग) करें)",
    ),
    _Tongue(
        ("記事", "ニュース", "メール", "報道", "新報", "新聞", "続き", "シェア"),
        ("登録", "購読", "会員", "寄付", "支援", "応援", "シェア", "配信", "ログイン", "無料"),
        r"(?:ください|ませんか|お願い|皆さま|皆様|いたします|お届け|いただけます|ご覧|シェアする)",
    ),
    _Tongue(
        ("本文", "全文", "文章", "报道", "報道", "新闻", "新聞", "周报", "週報", "媒体", "媒體", "内容", "內容", "分享"),
        ("订阅", "訂閱", "会员", "會員", "登录", "登入", "赞助", "贊助", "打赏", "打賞", "支持", "捐", "分享", "免费", "免費"),
        r"(?:您|你|(?<![申邀聘恳懇])[请請](?![求愿願示假辞辭])|(?:欢迎|歡迎)(?:订|訂|关注|關注|转发|轉發|分享)|分享到|开通会员|登录后)",
    ),
    _Tongue(
        ("기사", "뉴스", "뉴스레터", "언론", "신문", "저널리즘"),
        ("구독", "후원", "회원", "로그인", "공유", "무료", "기부"),
        r"(?:하세요|주세요|바랍니다|여러분|드립니다|저희)",
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
     ("of artificial intelligence", "by artificial intelligence", "using ai", "help of ai", "generated by ai", "affiliate",
      "in partnership with", "and produced by", "sponsored by")),
    (("views expressed", "opinions expressed", "views and opinions"),
     ("their own", "my own", "his own", "her own", "author's own", "author’s own", "not necessarily", "not reflect", "not represent", "those of the author", "those of the writer")),
    (("dieser artikel", "dieser text", "dieser beitrag"), ("mit künstlicher", "von künstlicher", "mithilfe künstlicher", "hilfe von künstlicher", "hilfe künstlicher", "von ki ", "mit ki", "hilfe einer ki", "durch ki ", "automatisiert")),
    (("cet article", "ce texte"),
     ("par l'intelligence art", "par l’intelligence art", "aide de l'intelligence art", "aide de l’intelligence art", "par une intelligence art",
      "aide d'une intelligence", "aide d’une intelligence", "liens affili", "liens d'affil", "liens d’affil")),
    (("este artículo", "este texto", "este contenido", "de este artículo"),
     ("con inteligencia artificial", "ayuda de inteligencia art", "ayuda de la inteligencia art", "mediante inteligencia art",
      "por inteligencia art", "enlaces de afiliad")),
    (("opiniones expresadas", "opiniones vertidas"), ("autor", "no reflejan", "no representan")),
    (("questo articolo", "questo testo", "l’articolo", "l'articolo"), ("con l'intelligenza art", "con l’intelligenza art", "aiuto dell'intelligenza art", "aiuto dell’intelligenza art",
      "dall'intelligenza art", "dall’intelligenza art", "link di affiliazione")),
    (("le opinioni espresse",), ("autor", "personali", "non rappresentano", "non riflettono")),
    (("este artigo", "este texto", "esta reportagem"), ("com inteligência art", "por inteligência art", "auxílio de inteligência art", "ajuda de inteligência art",
      "apoio de inteligência art", "links de afiliad")),
    (("as opiniões expressas", "as opiniões contidas"), ("autor", "não refletem", "não representam")),
    (("dit artikel", "dit verhaal", "van dit artikel"),
     ("hulp van kunstmatige", "door kunstmatige", "met kunstmatige", "stand gekomen met steun van", "affiliate")),
    (("artikeln", "artikkelen", "denne artikel", "den här texten", "texten"),
     ("ai-verktyg", "ai-værktøj", "ai-verktøy", "hjälp av artificiell", "hjelp av kunstig", "hjælp af kunstig")),
    (("åsikterna", "skribenten", "meningene", "holdningerne"), ("skribentens egna", "skribentens egne", "forfatterens egne")),
    (("artykuł", "tekst", "materiał"), ("pomocą sztucznej", "użyciem sztucznej", "pomocy sztucznej", "wykorzystaniem sztucznej", "wyraża opinie autor", "stanowiska redakcji")),
    (("článek", "text"), ("pomocí umělé", "umělou inteligencí", "nemusí vyjadřovat")),
    (("материал", "статья", "текст"), ("помощью искусственного", "помощи искусственного", "использованием искусственного", "искусственным интеллектом")),
    (("мнение автора", "мнение редакции"), ("не совпадать", "не совпада")),
    (("матеріал", "стаття"), ("допомогою штучного", "використанням штучного", "штучним інтелектом")),
    (("думка автора", "думка редакції"), ("не збігатися", "не збіга")),
    (("κείμενο", "άρθρο"), ("βοήθεια τεχνητής", "βοήθεια της τεχνητής", "με χρήση τεχνητής")),
    (("απόψεις",), ("δεν εκφράζουν", "αρθρογράφου")),
    (("bu haber", "bu yazı", "bu içerik", "bu makale"), ("yapay zek", "yazara aittir", "görüşünü yansıtma")),
    (("هذا التقرير", "هذا المقال", "هذا الخبر"), ("بمساعدة الذكاء", "باستخدام الذكاء", "بواسطة الذكاء")),
    (("المقال",), ("رأي كاتب", "لا تعكس", "عن رأي")),
    (("הדעות",), ("של הכותב", "אינן משקפות")),
    (("この記事", "本記事", "記事の内容"), ("生成ai", "aiを用い", "人工知能", "異なる場合", "個人の見解")),
    (("本文", "本报道", "本文章"), ("由人工智能", "人工智能生成", "人工智能辅助", "由人工智慧", "人工智慧生成", "ai生成", "个人观点", "個人觀點", "与本站立场", "不代表本", "仅代表")),
    (("이 기사", "본 기사"), ("인공지능을 활용", "인공지능이 작성", "ai를 활용", "ai가 작성", "ai로 작성")),
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
    "all rights reserved", "may not be published, broadcast", "may be reproduced without", "may not be reproduced without", "alle rechte vorbehalten",
    "urheberrechtlich geschützt", "nachdruck nur mit", "tous droits réservés", "toute reproduction interdite", "toute reproduction totale", "toute reproduction même partielle", "toute reproduction sans", "todos los derechos reservados",
    "prohibida la reproducción total", "prohibida la reproducción de est", "prohibida su reproducción", "riproduzione riservata", "vietata la riproduzione", "tutti i diritti riservati",
    "todos os direitos reservados", "proibida a reprodução", "alle rechten voorbehouden", "worden overgenomen zonder",
    "enligt upphovsrätt", "kopiering utan tillstånd", "wszelkie prawa zastrzeżone", "bez zgody wydawcy", "všechna práva vyhrazena",
    "toate drepturile rezervate", "minden jog fenntartva", "все права защищены", "перепечатка материалов", "усі права захищен",
    "всички права запазени", "με επιφύλαξη παντός", "απαγορεύεται η αναδημοσίευση", "απαγορεύεται η αναπαραγωγή του", "απαγορεύεται η αναπαραγωγή χωρίς",
    "μόνο με γραπτή έγκριση", "tüm hakları saklıdır", "izinsiz kopyalan", "حقوق محفوظة", "الحقوق محفوظة", "إعادة نشر المواد",
    "כל הזכויות שמורות", "सर्वाधिकार सुरक्षित", "無断転載", "授权不得转载", "许可不得转载", "允许不得转载", "授权，不得转载", "许可，不得转载",
    "授權不得轉載", "許可不得轉載", "版权所有，", "版权所有 ", "版权所有。", "版權所有，", "版權所有 ", "版權所有。",
    "무단 전재 및", "무단 전재-", "무단 전재·", "무단 전재 금지", "무단전재 및", "무단전재-", "무단전재·", "무단전재 금지",
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
        holds_any(head, _PRESS)
        and _REACHED.search(text) is not None
        and _SAID.search(text) is None
        and (text[-1] not in ENDS or _LABELS.search(head) is not None)
    )


_OPENING = 80
"""Characters in which such a block names the press."""
_LABELS = re.compile(rf"[{COLONS}\n]")
"""Parts a label from what it names; a sentence without tells news: "The press office of the police takes hints at 0555 1020"."""


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


LISTED = re.compile(rf"\W{{0,9}}+{_any(_SOURCES)}\s?[{COLONS}]?\W*", re.IGNORECASE)
"""Alone in a block it opens a list of what the text rests on."""
LABELLED = re.compile(rf"\W{{0,9}}+(?:{_any(_SOURCES)}|{_any(_TAGS)})\s?(?:[{COLONS}]|\n)", re.IGNORECASE)
"""Opens a block that holds such a list, or one of tags."""
