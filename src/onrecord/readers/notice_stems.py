"""What is in all that a notice may say, by its kind: of most lines nothing is, and few are searched for its words.

Each is in small letters, as long as what its expression in `notices` needs. A word that is added there needs one here:
a test spells out all that the expressions find, and names what is without.
"""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["STEMS"]

STEMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "bot-check": (
            " maschine", " um robô", " с картинки", "access ", "are you ", "attention required!",
            "beveiligingscontrole", "buchstaben", "caracteres de la imagen", "caractères de l", "caratteri ",
            "comprobando ", "ddos protection", "einen moment", "enable j", "güvenlik doğrulaması", "humain",
            "if the site connection is secure", "in the ", "jesteś człowiekiem", "just a moment...", "mensch",
            "one more step", "pardon our interruption", "press ", "request unsuccessful. incapsula", "robot",
            "security ", "sicherheit ihrer verbindung", "sicherheitsabfrage", "sicherheitsüberprüfung", "un momento",
            "ungewöhnliche", "unusual traffic", "verif", "vérification de sécurité", "you have been blocked",
            "your browser", "zeichen", "ρομπότ", "не робіт", "перевірка безпеки", "проверка ", "робот", "символи з ",
            "רובוט", "روبوت", "रोबोट", "หุ่นยนต์", "セキュリティチェック", "ロボットではありません", "ロボットではない", "我不是机器人", "文字認証", "滑块",
            "画像認証", "請完成驗證", "请完成", "驗證碼", "验证", "로봇이 아닙니다", "보안", "자동",
            "真人", "人類", "人类", "人間であること", "사람인지", "вы человек", "ви людина", "أنك إنسان", "انسان بودن", "שאתה ", "שאתם ",
            "nsan olduğunuz", "là con người", "เป็นมนุษย์", "είστε άνθρωπος", "आप इंसान",
        ),
        "error": (
            " seite gibt es ", "40", "410", "429", "451", "50", "a été supprimé", "arama", "articolo", "artigo",
            "artikkelen", "artikkelia", "artiklen", "artículo", "atsiprašome", "atvainojiet", "av atrasta",
            "available", "bad gateway", "barkatu", "beklager", "beschikbaar", "bestaat niet", "bladsy",
            "blev ikke fundet", "bohužel", "bulunamadı", "busca", "búsqueda", "błąd", "contenido", "contenuto",
            "conteúdo", "căutar", "desculpe", "down for maintenance", "désolé", "e obstaja", "e postoji", "eeksistē",
            "elérhető", "em manutenção", "erreichbar", "erreur", "erro", "est plus disponible", "exist", "faqja",
            "fehler", "fel", "findes ikke", "finnes ikke", "finns inte", "forbidden", "found", "fout", "gateway time",
            "gevonden", "guru meditation", "hakemaasi", "haku", "hata", "hittades inte", "hittas inte", "hledán",
            "ho sentim", "hoppla", "hovsa", "i bilo mogoče", "ije pronađen", "ikke funnet", "in manutenzione",
            "introuvable", "istnieje", "kahjuks", "kechirasiz", "keresés", "không tìm thấy ", "không tồn tại",
            "kunde inte", "lehte ei leitud", "lo sentimos", "létezik", "maaf", "maintenance en cours", "megszűnt",
            "nalezena", "ne pare rău", "nicht gefunden", "niestety", "no hemos encontrado", "non disponibile",
            "non trouvé", "noticia", "notícia", "oj då", "ojej", "ops", "orria", "page does", "page you", "pagina",
            "paumanhin", "pencarian", "pretrag", "przepraszamy", "przerwa techniczna", "puslapis ne", "pàgina",
            "página", "páxina", "recherche", "requested url", "ricerca", "sajnáljuk", "samahani", "search",
            "sentímolo", "service indisponible", "servicio no disponible", "serviço indisponível", "siden", "sivua",
            "something went wrong", "sorry", "spiacenti", "strana nije", "stránk", "suche", "síðan fannst ekki",
            "sökning", "søgning", "søk", "t find th", "található", "tapılmadı", "tareas de mantenimiento", "tidak ",
            "topilmadi", "tyvärr", "tìm kiếm", "ukurasa", "under maintenance", "ups", "usunięt", "verfügbar", "vi ",
            "wartungsarbeiten", "wegens onderhoud", "wyszukiwan", "xin lỗi", "znaleziono", "zoek",
            "została znaleziona", "üzgünüz", "článek", "ľutujeme", "žal", "žao nam je", "αναζήτησ", "δεν βρέθηκε",
            "λυπούμαστε", "σελίδα", "вибачте", "жао нам је", "запрос", "извините", "к сожалению", "материал",
            "на жаль", "олдсонгүй", "ошибка", "поиск", "помилка", "пошук", "статья", "сторінк", "страниц",
            "съжаляваме", "табылмады", "технические работы", "упс", "էջը", "אופס", "אינו", "העמוד ", "חיפוש",
            "מצטערים", "נמצא", "קיים", "المطلوبة", "بحث", "جستجو", "صفحہ", "عذرا", "غير موجودة", "لا وجود",
            "لم يتم العثور على الصفحة", "متاسفیم", "معذرت", "پیدا نشد", "یافت نشد", "क्षमा", "खोज", "नहीं मिला",
            "पृष्ठ", "माफ़", "मौजूद नहीं", "দুঃখিত", "নেই", "পাওয়া যায়নি", "பக்கம்", "மன்னிக்க", "క్షమించ", "పేజీ",
            "ขออภัย", "ค้นหา", "ไม่พบ", "გვერდი", "エラー", "メンテナンス中", "不存在", "公開", "削除され", "存在しません", "对不起", "對不起",
            "已刪除", "已被删除", "找不到", "抱歉", "掲載", "搜尋", "搜索", "未找到", "検索", "申し訳", "見つかりません", "검색", "존재하지 않는 페이지", "죄송",
            "페이지를 찾을 수",
            " has moved", " has been moved", "redirected", "redirecting", "umgezogen", "weitergeleitet", "weiterleitung", "redirig",
            "redirection", "redireccion", "redirecionad", "reindirizzat", "doorgestuurd", "doorverwezen", "przekierowan",
            "přesměrován", "presmerovan", "перенаправл", "переадресац", "yönlendiril", "omdiriger", "viderestill",
            "uudelleenohja", "átirányít", "redirecționa", "自動的に", "跳转", "跳轉", "자동으로 이동",
        ),
        "consent": (
            " mit werbung", " om di", " prywatność", " и наши партн", "accetta", "aceitar", "acepta", "akceptuj",
            "akkoord", "aksepter", "akzeptieren", "arvostamme yksityisyyttäsi", "before you continue", "ccept",
            "concordo", "configurar", "consent", "cookie", "datenschutz", "einverstanden", "einwillig", "elfogad",
            "gizlili", "godkänn", "godta", "gree", "gérer", "hyväksy", "kabul et", "manage", "mit werbung ",
            "noi e i nostri ", "nosotros y nuestros ", "nós e os nossos ", "partenaires", "privacidad", "privacy",
            "privatsphäre", "przejdź do serwisu", "pur", "přijmout vše", "rechazar", "refuser", "reject", "rejeitar",
            "rifiuta", "samtyck", "samtykke", "souhlas", "tillåt", "toestemming", "traceurs", "tracking", "use of ",
            "vi og våre ", "vie privée", "we and our ", "zanim przejdziesz", "zgadzam się", "zgod", "zustimm",
            "çerez", "использу", "прийняти вс", "приня", "соглас", "עוגיות", "ملفات تعريف الارتباط", "クッキー", "同意",
            "接受", "모두 ", "쿠키",
        ),
        "paywall": (
            " abbonati", " abonnés", " article", " leyendo", " prenumerant", " reading", "abbonati per ",
            "abonelere özel", "aby czytać dalej", "al abonnee", "alleen voor abonnees", "allerede abonnent",
            "already ", "artigo exclusivo", "artikel freischalten", "assinante", "assine ", "bereits",
            "chcete číst dál", "contenido exclusivo", "csak előfizetőknek", "czytaj dalej z", "diesen artikel ",
            "dit artikel", "déjà abonné", "exclusief voor abonnees", "exclusivo para ", "exklusiv für ",
            "for abonnenter", "for at læse ", "hela artikeln", "il vous reste ", "jatka lukemista", "jetzt ",
            "kun for abonne", "la lecture", "la suite", "les videre", "lesen sie d", "logga in för att läsa",
            "lue koko", "member", "okumaya devam etmek için", "para continuar ", "per continuare a leggere",
            "pour lire ", "pouze pro předplatitele", "prenumeratorów", "prenumeratę", "read the full ",
            "regístrate para ", "schon", "sei già abbonato", "subscribe ", "subscriber", "subscritor",
            "subskrybentów", "subskrypcję", "suscr", "this ", "tilaajille", "verder", "vidare", "votre lecture",
            "weiter", "zaten abone", "для передплатників", "для подписчиков", "уже подписаны", "чтобы ",
            "щоб читати далі", "לכתבה המלאה", "למנויים בלבד", "للمشتركين فقط", "この記事は", "付费", "会员", "会員限定", "有料会員",
            "残り", "続きを", "訂閱", "订阅", "계속 읽으려면", "구독하고", "전용",
        ),
    }
)  # fmt: skip
