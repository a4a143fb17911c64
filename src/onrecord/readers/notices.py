"""Notices that stand in place of an article: consent, bot checks, paywalls, errors, and the pages every site keeps.

Asked only of pages with little text: an article may well speak of cookies or subscriptions. The words are those of the
languages news is read in here.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import TypeAlias

from turbohtml import Element

from onrecord import limits
from onrecord.body.blocks import cut
from onrecord.needles import held, holds_any, small
from onrecord.page import Page, words
from onrecord.phrases import Phrases
from onrecord.readers.buttons import buttons, is_hidden
from onrecord.readers.offers import READ, asks_to_read

# What such pages say in their title, headings, first lines and buttons. In the order in which they are asked: a
# challenge is served as an error, an error page advertises, a consent wall sells subscriptions.
NOTICES: Mapping[str, Phrases] = MappingProxyType({
    "bot-check": Phrases(
        r"just a moment\.\.\.|checking (?:if the site connection is secure|your browser)|verif(?:y|ying)? (?:that )?(?:you are|you're) (?:a )?human",
        r"are you (?:a robot|human)|i'?m not a robot|unusual traffic|attention required!|press (?:&|and) hold|one more step",
        r"access (?:to this page has been )?denied|pardon our interruption|enable (?:javascript|js) and (?:cookies|disable any ad blocker)",
        r"enable js and disable|you have been blocked|security (?:check|verification)|request unsuccessful\. incapsula|ddos protection",
        r"kein roboter|(?:ob|dass) sie (?:ein|kein) (?:mensch|roboter)|sicherheit ihrer verbindung|keine? maschine|sicherheitsüberprüfung|sicherheitsabfrage|einen moment,? bitte|ungewöhnliche(?:r|n)? (?:datenverkehr|zugriffe)",
        r"no eres un robot|no soy un robot|comprobando (?:su|tu) navegador|verifica(?:ndo)? que (?:eres|no eres)|un momento[…. ]*$",
        r"não (?:é|sou) um robô|verificando (?:se você é|seu navegador)|êtes[- ]vous (?:un robot|humain)|pas un robot|vérification de sécurité",
        r"non sono un robot|non sei un robot|verifica di sicurezza|geen robot|ben je een robot|beveiligingscontrole|nie jestem robotem|jesteś człowiekiem",
        r"inte (?:är )?en robot|ikke (?:er )?en robot|robot olmadığınızı|ben robot değilim|güvenlik doğrulaması",
        r"проверка безопасности|не робот|вы не робот|проверка (?:вашего )?браузера|не робіт|ви не робот|перевірка безпеки",
        r"(?:request|connection|visit) is being (?:verified|checked)|^one moment,? please|wait while (?:we|your)|sind sie ein mensch|kein (?:programm|skript|bot)\b|ロボットで(?:は)?ない|通常と異なる|異常なアクセス",
        r"(?:ikke|inte|nejste|nie (?:jesteś|ste)|niste|nu sunte[țt]i|nem|no (?:ets|sou)|nera|neesi|bukan|không phải|δεν είστε|ei ole|et ole|لست|אינ(?:ך|כם)|नहीं|ไม่ใช่|не сте|нисте)(?: là| un| en| er)?\s*(?:robot|ρομπότ|робот|روبوت|רובוט|रोबोट|หุ่นยนต์)|je robot nejste",
        r"자동 ?(?:입력|등록) ?방지|보안 ?문자|验证码|驗證碼|画像認証|文字認証|(?:символы|код) с картинки|символи з (?:картинки|малюнка)|(?:characters|letters|text) (?:you see )?in the (?:image|picture)|(?:zeichen|buchstaben) (?:aus dem|im) bild|caractères de l['’]image|caracteres de la imagen|caratteri (?:dell['’]immagine|nell['’]immagine)",
        r"访问验证|(?:完成|进行)验证|拖动滑块|滑块.{0,12}(?:拖动|右)|请完成(?:安全)?验证|人机验证|安全验证|我不是机器人|請完成驗證|ロボットではありません|ロボットではない|セキュリティチェック|로봇이 아닙니다|보안 확인",
        r"[您你]是否?是?(?:真人|人類|人类)|人間であること|사람인지 확인|что вы человек|що ви людина|أنك إنسان|انسان بودن شما|שאת[הם] (?:אדם|אנושי)|nsan olduğunuz|bạn là con người|คุณเป็นมนุษย์|είστε άνθρωπος|आप इंसान हैं",
    ),
    "error": Phrases(
        r"^\W*(?:(?:http )?error |http )?(?:400|401|403|404|410|429|451|500|502|503|504)\b(?=\W*(?:error|not found|forbidden|gone|bad|unauthori[sz]ed|internal|service|backend|gateway|too many|page|seite|erreur|fehler|servicio|$|[|–—:-]))",
        r"\b(?:error|fehler(?:code)?|erreur|errore|erro|fout|fel|błąd|hata|ошибка|помилка)\s*(?:code )?:?\s*(?:40[0-9]|410|429|451|50[0-4])\b|(?:40[34]|410|50[0-4])\s*(?:エラー|错误|錯誤|오류)|エラー\s*\d{3}",
        r"(?:page|article|story|content|document|url)(?: you requested| requested)? (?:was |could |can |is )?(?:not |no longer )(?:be )?(?:found|available|exist)|^not found$|we can(?:'|’|no)t find (?:the|that|this) page|page (?:doesn|does no)['’]?t exist|(?:requested url|page you.{0,30}) (?:was not found|doesn|has been (?:removed|moved|deleted))",
        r"^(?:403 )?forbidden$|internal server error|service (?:temporarily )?unavailable|bad gateway|gateway time-?out|down for maintenance|under maintenance|temporarily unavailable|something went wrong|guru meditation",
        r"(?:seite|artikel|inhalt|beitrag) (?:(?:wurde|konnte|ist|existiert)\b.{0,30})?(?:nicht gefunden|nicht (?:mehr )?verfügbar|existiert (?:leider )?nicht)|seite existiert (?:leider )?nicht|wartungsarbeiten|nicht (?:mehr )?erreichbar",
        r"(?:page|article|contenu)\b.{0,30}(?:introuvable|non trouvée?|n[’']existe (?:pas|plus)|n[’']est plus disponible|a été supprimée?)|maintenance en cours|service indisponible",
        r"(?:página|noticia|artículo|contenido)\b.{0,30}(?:no (?:se ha )?(?:encontrad[ao]|existe|está disponible)|no encontrad[ao])|servicio no disponible|tareas de mantenimiento|no hemos encontrado",
        r"(?:página|notícia|artigo|conteúdo)\b.{0,30}(?:não (?:foi )?(?:encontrad[ao]|existe|está disponível))|em manutenção|serviço indisponível",
        r"(?:pagina|articolo|contenuto)\b.{0,30}(?:non (?:è stat[ao] )?(?:trovat[ao]|esiste|è (?:più )?disponibile)|inesistente)|in manutenzione|non disponibile$",
        r"(?:pagina|artikel)\b.{0,30}(?:niet (?:gevonden|beschikbaar)|bestaat niet)|wegens onderhoud|(?:strona|artykuł|strony)\b.{0,30}(?:nie (?:istnieje|została znaleziona|znaleziono)|usunięt)|nie znaleziono (?:strony|artykułu)|przerwa techniczna",
        r"sidan\b.{0,20}(?:kunde inte|finns inte|hittades inte|hittas inte)|siden\b.{0,20}(?:finnes ikke|ikke funnet|findes ikke|blev ikke fundet)|sivua ei löydy|(?:sayfa|haber)\b.{0,20}bulunamadı|stránka\b.{0,20}(?:nenalezena|neexistuje)|az oldal nem található",
        r"(?:страница|статья|материал)\b.{0,30}(?:не найден|не существует|удал[её]н|недоступ)|технические работы|сторінк[уа]\b.{0,20}не (?:знайдено|існує)|страницата\b.{0,20}не (?:е намерена|съществува)|η σελίδα\b.{0,20}δεν βρέθηκε",
        r"pagina\b.{0,30}nu (?:a fost|există|mai)|(?:az |a )?(?:keresett )?(?:oldal|cikk|lap)\b.{0,30}(?:nem (?:található|létezik|elérhető)|megszűnt)|(?:siden|artiklen|artikkelen)\b.{0,30}(?:ikke|fjernet|slettet)|vi (?:kan|kunne|finner|kunde)\b.{0,15}(?:ikke|inte)\b.{0,15}(?:sid[ea]n|artik)",
        r"(?:stránk[au]|článek)\b.{0,30}(?:nebyl[ao]? nalezen|nelze naj|nenájden|nenašl|neexist|nie je)|stranic[au]\b.{0,30}(?:nije pronađen|ne postoji|ni bilo mogoče|ne obstaja)|страниц[аеу]\b.{0,20}ниј?е|strana nije|puslapis (?:nerastas|neegzist)|lapa (?:nav atrasta|neeksistē)|lehte ei leitud|síðan fannst ekki|(?:sivua|artikkelia|hakemaasi)\b.{0,20}ei (?:löyty|ole)",
        r"không tìm thấy (?:trang|bài)|trang (?:này )?không tồn tại|(?:halaman|artikel|laman)\b.{0,25}tidak (?:ditemukan|ada|dijumpai)|ไม่พบ(?:หน้า|เนื้อหา|บทความ)|(?:पृष्ठ|पेज)\b.{0,20}(?:नहीं मिला|मौजूद नहीं)|صفحه.{0,20}(?:یافت نشد|پیدا نشد)|الصفحة.{0,30}(?:غير موجودة|لا وجود)|(?:no hem trobat|no s'ha trobat) la pàgina|(?:diese|die) seite gibt es (?:nicht|leider)|(?:הדף|העמוד).{0,20}(?:לא (?:קיים|נמצא)|אינו)|(?:η )?σελίδα\b.{0,30}δεν|(?:page|article) (?:can(?:'|’|no)t|could ?n[o'’]t) be found|(?:no longer exists|nothing (?:was )?found here)",
        r"ページ(?:は|が)(?:見つかりません|存在しません|削除され)|見つかりませんでした|メンテナンス中|(?:页面|頁面|文章)(?:不存在|未找到|找不到|已被删除|已刪除)|找不到(?:该|您|此)?[^。]{0,8}(?:页面|頁面)|페이지를 찾을 수|존재하지 않는 페이지|الصفحة (?:غير موجودة|المطلوبة)|لم يتم العثور على الصفحة|הדף לא נמצא|העמוד (?:לא נמצא|המבוקש)",
        r"(?:search|suche|recherche|búsqueda|busca|ricerca|zoek\w+|wyszukiwan\w+|sökning\w*|søk\w*|søgning\w*|haku|arama\w*|поиск\w*|запрос\w*|пошук\w*|hledán\w+|keresés\w*|căutar\w+|pretrag\w+|αναζήτησ\w+|検索|搜索|搜尋|검색|بحث|جستجو|חיפוש|खोज|ค้นหา|tìm kiếm|pencarian).{0,60}(?:no results|keine (?:ergebnisse|treffer)|(?:aucun|sans) résultat|(?:sin|no (?:produjo|hay|arrojó|se han encontrado)) resultados|(?:nenhum|sem) resultado|(?:nessun|prodotto|senza) risultat\w|geen resultaten|(?:brak|nie przyniosło) wyników|(?:inga|ingen|gav inga) (?:träffar|resultat|treff)|ei (?:tuottanut )?tuloksia|sonuç (?:yok|bulunamadı|vermedi)|(?:ничего|не дал|нет результат|нічого|немає)|(?:žádn\w+|bez) výsledk\w+|nincs találat|(?:niciun|fără) rezultat\w*|nema rezultata|bez rezultata|αποτελέσματα|ありません|見つかりません|没有|沒有|없습니다|لا توجد|نتیجه‌ای|לא נמצאו|नहीं|ไม่พบ|không (?:có|tìm)|tidak (?:ada|ditemukan))",
        r"掲載(?:期間)?[がを]?(?:は)?終了|公開[がを]?終了",
        r"(?:page|story|article|content|site|website) has (?:been )?moved|(?:being|be|are) (?:automatically )?redirected|^redirecting\b|(?:seite|artikel|beitrag) ist umgezogen|weitergeleitet|^weiterleitung\b|redirig[ée]|^redirection\b|redirigi(?:do|rá|endo)|redireccion|redirecionad|reindirizzat|doorgestuurd|doorverwezen",
        r"(?:article|story|page|content) (?:has expired|is no longer online)|nicht mehr online|(?:not |un)available (?:in|from|for|to) (?:your|readers in) (?:country|region|location)|in (?:ihrem|deinem) land nicht|(?:depuis|dans) votre (?:pays|région)|(?:en|desde) (?:su|tu) (?:país|región)|no seu país|na sua região|nel tuo paese|in uw (?:land|regio)|w (?:twoim|państwa) (?:kraju|regionie)|i ditt (?:land|område)|в (?:вашей стране|вашем регионе)|у ваш(?:ій країні|ому регіоні)|bulunduğunuz ülke|お住まいの(?:国|地域)|您所在的(?:国家|地区|國家|地區)",
        r"(?:be (?:right )?back|back) (?:online )?(?:soon|shortly|in a (?:moment|few minutes))|(?:gleich|bald|in kürze) (?:wieder|zurück)|de retour (?:bientôt|dans|très vite)|volv(?:emos|eremos) (?:enseguida|pronto)|voltamos (?:já|em breve)|torniamo (?:subito|presto)|zo(?: weer)? terug|zaraz wracamy|stra(?:ks|x) (?:er vi )?(?:tilbake|tillbaka|tilbage)|palaamme pian|brzy (?:jsme )?zpět|скоро вернёмся|скоро вернемся|скоро повернемось|kısa süre sonra",
        r"przekierowan|přesměrován|presmerovan|перенаправлен|переадресац|перенаправля|yönlendiril|omdirigeras|omdirigeres|viderestill|uudelleenohja|átirányít|redirecționa|自動的に(?:移動|転送|ジャンプ)|(?:正在|自动|自動)跳[转轉]|자동으로 이동",
        r"^\W*(?:oops|ups|hoppla|sorry|désolé|oups|lo sentimos|desculpe|ops|spiacenti|siamo spiacenti|beklager|hovsa|oj då|tyvärr|niestety|przepraszamy|ojej|bohužel|ľutujeme|sajnáljuk|ne pare rău|žao nam je|žal|üzgünüz|извините|упс|к сожалению|вибачте|на жаль|съжаляваме|жао нам је|λυπούμαστε|عذرا|عذراً|متاسفیم|معذرت|מצטערים|אופס|抱歉|很抱歉|对不起|對不起|申し訳|죄송|ขออภัย|xin lỗi|maaf|क्षमा|माफ़|দুঃখিত|மன்னிக்க|క్షమించ|kahjuks|atvainojiet|atsiprašome|kechirasiz|samahani|paumanhin|barkatu|ho sentim|sentímolo)(?![a-zа-я]).{0,40}$",
        r"(?:পৃষ্ঠা|পাতা|সংবাদ|খবর|লিংক)\S*.{0,40}(?:পাওয়া যায়নি|পাওয়া যায়নি|নেই)|பக்கம்.{0,30}(?:இல்லை|கிடைக்கவில்லை)|పేజీ.{0,30}(?:లేదు|కనుగొన)|صفحہ.{0,30}(?:نہیں|موجود)|გვერდი.{0,30}(?:ვერ|არ )|էջը.{0,30}(?:չի|գոյություն)|faqja.{0,30}nuk|orria.{0,20}ez da|pàgina.{0,30}no (?:s['’]ha|existe)|páxina.{0,30}non|ukurasa.{0,30}ha|бет.{0,20}табылмады|səhifə.{0,20}tapılmadı|sahifa.{0,20}topilmadi|хуудас.{0,20}олдсонгүй|पृष्ठ.{0,20}(?:फेला|भेटिएन|सापड)|bladsy.{0,20}nie|страницата.{0,20}не",
    ),
    "consent": Phrases(
        r"before you continue|(?:we value|we care about|about) your privacy|we and our (?:\d+ )?partners|your privacy (?:choices|is important|matters)|use of (?:your )?(?:personal )?data",
        r"(?:accept|reject|manage|agree).{0,40}(?:cookies|tracking|all and|all$)|^(?:i )?(?:accept|agree)(?: all)?(?: and (?:continue|close))?$|consent[- ]?(?:management|wall)|we use cookies",
        r"(?:zustimm\w+|akzeptieren|einwillig\w+|einverstanden).{0,60}(?:cookies|tracking|werbung|daten|weiter|widerruf)|(?:cookies|tracking|datenschutz|privatsphäre).{0,60}(?:zustimm|einwillig|akzeptier|pur[- ]abo)|mit werbung (?:und tracking )?(?:weiter|lesen|nutzen)|weiter(?:lesen)? mit werbung|ihre zustimmung|\bpur[- ]abo|alle(?:m|s)? (?:akzeptieren|zustimmen)",
        r"(?:accepter|refuser|gérer).{0,40}(?:cookies|fermer|continuer|tout)|continuer sans accepter|(?:cookies|vie privée|traceurs).{0,60}(?:consent|accepter|priorité|important)|votre consentement|nos (?:\d+ )?partenaires.{0,40}(?:cookies|utilis|stock)",
        r"(?:aceptar|rechazar|acepta|configurar).{0,40}(?:cookies|continuar|todo|pagar)|(?:cookies|privacidad).{0,60}(?:acept|consent|importa)|su consentimiento|nosotros y nuestros (?:\d+ )?socios",
        r"(?:aceitar|rejeitar|concordo).{0,40}(?:cookies|continuar|tudo|fechar)|(?:cookies|privacidade).{0,60}(?:aceit|consent|importa)|nós e os nossos (?:\d+ )?parceiros|valorizamos a sua privacidade",
        r"(?:accetta\w*|rifiuta\w*).{0,40}(?:cookie|continua|tutt|chiudi)|(?:cookie|privacy).{0,60}(?:accett|consens|importante per noi)|noi e i nostri (?:\d+ )?partner|continua senza accettare",
        r"(?:cookies|privacy|toestemming).{0,60}(?:akkoord|toestemming|accepte|intrekken)|(?:alles )?accepteren en (?:door|sluit)|^akkoord$|gebruik van cookies|(?:akceptuj|zgadzam się|przejdź do serwisu|wyrażam zgodę|zgod[yaęą]).{0,60}(?:cookie|dan|serwis|wszystk|partner)|zanim przejdziesz|szanujemy (?:twoją|państwa) prywatność|akceptuj(?:ę)? (?:wszystkie|i )",
        r"(?:godkänn|acceptera|tillåt|samtycke|samtyck).{0,40}(?:cookies|kakor|alla|data|stäng)|vi (?:bryr oss|värnar) om (?:din|ditt)|vi og våre (?:\d+ )?partnere|(?:samtykke|godta|aksepter|acceptér).{0,40}(?:cookies|informasjonskapsler|alle)|hyväksy.{0,20}(?:evästeet|kaikki)|arvostamme yksityisyyttäsi",
        r"(?:çerez|gizlili).{0,60}(?:kabul|onay|izin|önem)|(?:tümünü )?kabul et(?: ve devam)?$|(?:cookie|куки|файл\w* cookie).{0,60}(?:соглас|приня|использу)|принять все|(?:мы|ми) и наши партн[её]ры|прийняти (?:все|всі)|souhlas.{0,40}(?:cookies|údaj|vše)|přijmout vše|elfogad.{0,20}(?:süti|összes|mindent)",
        r"(?:cookie|クッキー).{0,40}(?:同意|許可|使用)|同意(?:して|する|し、)|(?:cookie|隐私|隱私).{0,30}(?:接受|同意)|接受(?:所有|全部)|쿠키.{0,30}(?:동의|허용)|모두 (?:동의|허용)|ملفات تعريف الارتباط.{0,40}(?:قبول|موافق)|(?:קובצי|קבצי) (?:cookie|עוגיות)",
    ),
    "paywall": Phrases(
        r"subscribe (?:now |today )?(?:to|for) (?:continue|keep|unlimited|full|read|access)|to (?:continue|keep) reading|(?:continue|keep) reading (?:with|by|for)|this (?:article|story|content) is (?:for|available (?:only )?to|exclusive)|(?:subscriber|member)s?[- ](?:only|exclusive)|already (?:a|have a) (?:subscriber|subscription|member)|read the full (?:story|article)|(?:free|remaining) articles? (?:this month|left|remaining)|limit of free articles",
        r"abonn\w* (?:und )?weiter ?lesen|weiterlesen mit|jetzt (?:abo\b|abonnieren|weiterlesen|testen und|freischalten)|(?:bereits|schon) (?:ein |einen )?(?:abo(?:nnent)?\b|abonnement|kunde|registriert)|exklusiv für (?:abonnent|mitglied)|diesen artikel (?:weiter)?lesen|artikel freischalten|lesen sie (?:den ganzen|diesen) artikel",
        r"réservée? (?:à nos|aux) abonnés|il vous reste .{1,12} (?:de cet article )?à (?:lire|découvrir)|(?:lire|poursuiv\w+|continuer) (?:la suite|votre lecture|la lecture)|déjà abonné|pour lire (?:la suite|cet article)",
        r"exclusivo para (?:assinantes|suscriptores)|(?:solo |sólo )?para suscriptores|suscr[ií]bete (?:para|y)|para (?:seguir|continuar) leyendo|(?:ya|eres) suscriptor|contenido exclusivo|regístrate para (?:seguir|leer)",
        r"(?:conteúdo |exclusiv\w+ )para (?:assinantes|subscritores)|assine (?:para|e|agora)|para continuar (?:a ler|lendo)|já é (?:assinante|subscritor)|artigo exclusivo",
        r"(?:contenuto |articolo )?(?:riservato|esclusiv\w+)(?: solo)? (?:agli|per gli) abbonati|abbonati per (?:continuare|leggere)|per continuare a leggere|sei già abbonato|alleen voor abonnees|lees (?:verder|dit artikel) (?:met|voor|door)|verder lezen|al abonnee|exclusief voor abonnees|om verder te lezen",
        r"för prenumeranter|för att läsa vidare|läs (?:vidare|hela artikeln)|(?:redan|är du) prenumerant|logga in för att läsa|kun for (?:abonnenter|abonnementer)|for abonnenter|les videre|allerede abonnent|for at læse (?:videre|hele)|tilaajille|jatka lukemista|lue koko",
        r"dostęp dla prenumeratorów|tylko dla (?:prenumeratorów|subskrybentów)|aby czytać dalej|czytaj dalej z|masz już (?:prenumeratę|subskrypcję)|abonelere özel|okumaya devam etmek için|zaten abone|pouze pro předplatitele|chcete číst dál|csak előfizetőknek|для подписчиков|чтобы (?:читать|прочитать) (?:дальше|полностью)|уже подписаны|для передплатників|щоб читати далі",
        r"この記事は(?:有料|会員)|会員限定|有料会員|続きを(?:読む|お読み)|残り[\d,]+文字|(?:订阅|会员|付费)(?:后|用户|专享|文章|阅读)|仅限会员|訂閱(?:後|以)|(?:구독|유료|회원)(?:자)? ?전용|구독하고|계속 읽으려면|للمشتركين فقط|לכתבה המלאה|למנויים בלבד",
    ),
})  # fmt: skip

_LINES = 25
"""Blocks of a page that are looked at; an article has these behind its text, if at all."""

_LONG = 200
"""Code points of a line that are looked at."""

_BUTTONS = 12


def said(page: Page, kind: str) -> Iterator[tuple[Element, str]]:
    """The lines that are a notice of ``kind``, with their words that are."""
    notice, lines = NOTICES[kind], _lines(page)
    stems = held([low for _, _, low in lines], notice.stems)
    further = _may_be_further(page, kind, lines)
    for element, text, low in lines:
        found = notice.search(low) if holds_any(low, stems) else None
        if found is not None:
            yield element, text[found.start() : found.end()]
        elif further and _is_further(kind, text, low):
            yield element, text


def says(page: Page, kind: str) -> tuple[int, int]:
    """How many of the page's titles and headings, and of its first lines and buttons, are a notice of ``kind``."""
    heads = [element.tag in _TITLES for element, _ in said(page, kind)]
    return sum(heads), len(heads) - sum(heads)


def _may_be_further(page: Page, kind: str, lines: Sequence["_Line"]) -> bool:
    """Whether any of ``lines`` may be a notice of ``kind`` by more than a notice's words."""
    if kind == "error":
        return is_search(page)
    if kind == "bot-check":
        return bool(held([low for _, _, low in lines], _LOOKED_INTO))
    return kind == "paywall" and bool(held([f" {text.lower()}" for _, text, _ in lines], READ))


def _is_further(kind: str, text: str, low: str) -> bool:
    """Whether a line, ``low`` in small letters, is one by more than that: a count, or a word beside another one."""
    if kind == "error":
        return len(text) <= _COUNTED and _NONE_FOUND.match(low) is not None
    return _looks_into_browser(low) if kind == "bot-check" else asks_to_read(text)


def is_search(page: Page) -> bool:
    """Whether the page's address is that of a search."""
    return page.url is not None and _SEARCH.search(page.url[: limits.NAMED_CHARACTERS]) is not None


def _looks_into_browser(low: str) -> bool:
    """Whether a line in small letters says that the browser is checked, or has to run scripts and keep cookies."""
    if "javascript" in low and holds_any(low, _BROWSERS):
        return True
    return holds_any(low, _LOOKED_INTO) and holds_any(low, _LOOKS)


_COUNTED = 40
_NONE_FOUND = re.compile(r"\W*0 \w{3,}")
_SEARCH = re.compile(
    r"/(?:search|suche|recherche|buscar?|busqueda|busca|cerca|ricerca|zoeken|szukaj|haku|sok|sog|arama|hledat|hledani|vyhledavani|kereses|cautare|pretraga|poisk)\b|[?&](?:q|s|query|search|keyword)=",
    re.IGNORECASE,
)
_BROWSERS = (
    "browser", "navegador", "navigateur", "przeglądark", "prohlížeč", "prehliadač", "böngésző", "tarayıcı", "браузер", "nettleser", "webbläsare", "selain", "naršykl",
    "pārlūk", "brauser", "preglednik", "brskalnik", "περιηγητ", "ブラウザ", "浏览器", "瀏覽器", "브라우저", "متصفح", "مرورگر", "דפדפן", "ब्राउज़र", "เบราว์เซอร์", "trình duyệt", "peramban",
)  # fmt: skip
_LOOKED_INTO = (*_BROWSERS, "javascript", "جاوااسکریپت")
_LOOKS = (
    "check", "verif", "überprüf", "prüf", "vérif", "comprob", "verific", "controll", "controle", "sprawdz", "weryfik", "ověř", "kontrol", "overuj", "ellenőr", "doğrul", "провер", "перевір", "tarkist", "tikrin",
    "pārbaud", "provjer", "prever", "έλεγχ", "ελέγχ", "確認", "检查", "檢查", "验证", "驗證", "확인", "تحقق", "فحص", "بررسی", "בודק", "בדיק", "जाँच", "जांच", "ตรวจสอบ", "kiểm tra", "xác minh", "memeriksa", "memverifikasi", "cookie",
)  # fmt: skip
"""What a challenge looks into, and how a line says that it does; or that it needs cookies besides."""


_TITLES = frozenset(("title", "h1", "h2", "h3"))


_Line: TypeAlias = tuple[Element, str, str]
"""An element, what it says, and that in small letters."""


def _lines(page: Page) -> tuple[_Line, ...]:
    """The title, the first blocks, and the buttons, as far as they are seen. Found once and kept with the page."""
    known = page.kept.get(_KEPT)
    if not isinstance(known, tuple):
        known = page.kept[_KEPT] = tuple(
            [(element, text[:_LONG], small(text[:_LONG])) for element, text in _seen(page)]
        )
    return known


_KEPT = "notices"


def _seen(page: Page) -> Iterator[tuple[Element, str]]:
    if page.title_element is not None and page.title:
        yield page.title_element, page.title
    known: dict[Element, int] = {}
    for block in cut(page).blocks[:_LINES]:
        if isinstance(parent := block.first.parent, Element) and not is_hidden(parent, known):
            yield parent, block.text
    yield from buttons(page)[:_BUTTONS]


def named(page: Page) -> Iterator[tuple[Element, str]]:
    """What of the title or the main heading names a page that every site keeps: its terms, its contact, a log-in.

    It must be that and no more: an article may be about any of these.
    """
    title = (page.title_element,) if page.title_element is not None else ()
    for element in (*title, *islice(page.elements("h1"), 2)):
        text = words(element) if element.tag == "h1" else page.title or ""
        for part in _PARTS.split(text[:_LONG]):
            name = part.strip(" .:!")
            if name and len(name) <= _LONGEST and _STANDING.fullmatch(small(name)):
                yield element, name


_LONGEST = 64
"""Code points of the longest name there may be."""
_PARTS = re.compile(r"\s+[-–—·:]\s+|\s*[|»•]\s*")
_STANDING = re.compile(
    r"(?:our |the )?(?:privacy|cookies?)(?: and cookies?)? (?:policy|notice|statement|centre|center)|terms(?: (?:and|&) conditions| of (?:use|service|sale))?|legal notice|imprint|"
    r"contact(?: us)?|about(?: us| .{2,30})?|who we are|our team|advertise(?: with us)?|work with us|(?:log|sign)[ -]?(?:in|up)(?: .{2,40})?|register|(?:create|my) (?:an |your )?account|(?:re)?set (?:your )?password|"
    r"subscri(?:be|ptions?)(?: .{2,40})?|(?:our |le nostre |nuestr[ao]s |nos |unsere |onze |våra |as nossas |nasze )?newsletters?(?: sign-?up)?|sign up (?:for|to) .{2,40}|frequently asked questions|faq|help(?: centre| center)?|accessibility statement|site ?map|"
    r"impresum|kolofon|datenschutz(?:erklärung|hinweise?|bestimmungen)?|cookie-?richtlinie|impressum|(?:allgemeine )?(?:nutzungs|geschäfts)bedingungen|agb|kontakt(?:formular)?|über uns|wir über uns|die redaktion|mediadaten|anmelden|einloggen|log-?in|registrier\w+|(?:unsere )?abo(?:s|nnements?|-angebote)?|newsletter (?:bestellen|abonnieren|anmeldung)|passwort vergessen|hilfe|"
    r"politique de (?:confidentialité|cookies)|(?:charte de )?protection des données(?: personnelles)?|mentions légales|conditions générales.{0,40}|contact(?:ez-nous)?|nous contacter|qui sommes[- ]nous|à propos(?: de .{2,30})?|la rédaction|connexion|se connecter|s['’]identifier|créer un compte|inscription|(?:nos |les )?(?:offres d['’])?abonnements?|abonnez[- ]vous(?: .{2,40})?|s['’]abonner|"
    r"política de (?:privacidade?|cookies)|aviso legal|condiciones (?:de uso|generales)|términos y condiciones|contacto|contáctenos|contacta(?: con nosotros)?|quiénes somos|sobre nosotros|(?:la )?redacción|iniciar sesión|inicia sesión|acceder|acceso|registro|regístrate|crear cuenta|suscripciones|suscr[ií]bete(?: .{2,40})?|boletines|publicidad|"
    r"termos (?:de uso|e condições)|contactos?|contato|fale conosco|quem somos|sobre nós|ficha técnica|entrar|iniciar sessão|criar conta|assine(?: .{2,40})?|assinaturas?|expediente|"
    r"(?:informativa (?:sulla )?)?privacy(?: policy)?|informativa sui cookie|note legali|termini e condizioni|condizioni d['’]uso|contatti|contattaci|chi siamo|la redazione|accedi|registrati|abbonamenti|abbonati(?: .{2,40})?|pubblicità|"
    r"privacy(?:beleid|verklaring|statement)|cookiebeleid|algemene voorwaarden|gebruiksvoorwaarden|over ons|colofon|de redactie|inloggen|registreren|aanmelden|abonneren|abonnementen|adverteren|klantenservice|"
    r"polityka (?:prywatności|cookies)|regulamin(?: serwisu)?|o nas|redakcja|kontakty?|zaloguj(?: się)?|logowanie|rejestracja|zarejestruj się|prenumerata|reklama|"
    r"integritetspolicy|användarvillkor|kontakta oss|om oss|om .{2,30}|logga in|prenumerera|personvern(?:erklæring)?|kontakt oss|logg inn|abonner|privatlivspolitik|om os|log ind|tietosuojaseloste|yhteystiedot|kirjaudu(?: sisään)?|tilaa|"
    r"gizlilik (?:politikası|sözleşmesi)|kullanım (?:koşulları|şartları)|künye|iletişim|hakkımızda|giriş(?: yap)?|üye ol|abone ol|"
    r"политика (?:конфиденциальности|обработки персональных данных)|пользовательское соглашение|контакты|о (?:нас|редакции|проекте|издании|компании)|редакция|вход|войти|авторизация|регистрация|подписка|реклама|політика конфіденційності|контакти|про (?:нас|редакцію|видання)|увійти|вхід|реєстрація|передплата|"
    r"zásady ochrany osobních údajů|obchodní podmínky|o nás|kontakty|přihlášení|předplatné|adatvédelmi (?:tájékoztató|nyilatkozat)|impresszum|kapcsolat|rólunk|bejelentkezés|előfizetés|"
    r"プライバシー(?:ポリシー|について)|個人情報(?:保護方針|の取り扱い)|利用規約|特定商取引.{0,20}|お問い合わせ|会社(?:概要|案内)|運営会社|ログイン|会員登録|新規登録|購読(?:案内|のご案内|申し込み)|ヘルプ|よくある質問|隐私(?:政策|声明)|服务条款|用户协议|联系我们|关于我们|登录|注册|隱私權?政策|聯絡我們|關於我們|登入|개인정보\s?처리방침|이용약관|회사소개|로그인|회원가입|고객센터|구독(?: ?신청)?|"
    r"politica de confiden[țt]ialitate|termeni [șs]i condi[țt]ii|despre noi|publicitate|redac[țt]ia|adat(?:kezelési|védelmi) (?:tájékoztató|nyilatkozat|szabályzat|irányelvek)|felhasználási feltételek|médiaajánlat|szerkesztőség|kontakt os|privatlivspolitik|handelsbetingelser|kundeservice|uvjeti korištenja|pravila privatnosti|politika (?:privatnosti|zasebnosti|kolačića)|o nama|oglašavanje|pogoji uporabe|"
    r"liên hệ|giới thiệu|điều khoản (?:sử dụng|dịch vụ)|chính sách (?:bảo mật|quyền riêng tư)|kebijakan (?:privasi|cookie)|tentang kami|hubungi kami|pedoman media siber|syarat (?:dan|&) ketentuan|redaksi|käyttöehdot|evästeet|ota yhteyttä|tietoa meistä|medietiedot|όροι χρήσης|πολιτική (?:απορρήτου|cookies)|ταυτότητα|ochrana osobných údajov|podmienky používania|všeobecné obchodné podmienky|"
    r"avís legal|política de privacitat|qui som|contacteu|ติดต่อเรา|เกี่ยวกับเรา|นโยบายความเป็นส่วนตัว|om oss|personvern|vilkår|за нас|контакти|общи условия|политика за поверителност|импресум|контакт|услови (?:на|за) користење|privatumo politika|kontaktai|apie mus|naudojimosi taisyklės|privātuma politika|par mums|privaatsuspoliitika|kasutustingimused|meist|um okkur|درباره ما|تماس با ما|حریم خصوصی|गोपनीयता नीति|हमारे बारे में|संपर्क करें|नियम (?:और|व) शर्तें|"
    r"advertis(?:e|ing)(?: with us)?|media ?(?:kit|pack)|careers?|corrections(?: policy)?|editorial (?:guidelines|policy|standards)|code of (?:ethics|conduct)|ethics policy|complaints|press (?:office|room)|jobs|karriere|werben|barrierefreiheit|redaktionelle (?:leitlinien|grundsätze)|widerrufs(?:recht|belehrung)|plan du site|accessibilité|aviso de privacidad|mapa (?:del sitio|web|do site)|código (?:ético|deontológico)|política editorial|defensor del lector|trabaja con nosotros|anuncie|lavora con noi|codice etico|vacatures|cookievoorkeuren|cookieerklæring|cookiepolicy|"
    r"سياسة الخصوصية|من نحن|أعلن معنا|سياسة التحرير|اتصل بنا|من نحن|تسجيل الدخول|شروط الاستخدام|מדיניות פרטיות|צור קשר|אודות|התחברות|תנאי שימוש|πολιτική απορρήτου|όροι χρήσης|επικοινωνία|ποιοι είμαστε|σύνδεση",
)  # fmt: skip
