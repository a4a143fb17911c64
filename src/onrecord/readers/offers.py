"""What paywalls say: words for subscribing, logging in, registering, and reading on."""

from onrecord.needles import holds_any


def asks_to_read(text: str) -> bool:
    """Whether a short line has a word for reading and one for logging in, registering or subscribing."""
    said = f" {text.lower()}"
    if not holds_any(said, READ) or "newsletter" in said:
        return False
    return holds_any(said, ENTER) or holds_any(said, BUY) or holds_any(said, REGISTER)


BUY = (
    "subscri", "abonn", "abonier", " abo ", "suscrí", "suscri", "assina", "assine", "subscrev", "prenumer", "předplat", "predplat", "передплат", "подпис", "оформить", "előfizet",
    "abone ol", "tilaa", "bestill", "kjøp", "køb", "köp ", "pretplat", "naročn", "abonați", "abonament", "абонир", "συνδρομ", "free trial", "freischalten", "zugang sichern",
    "hazte soci", "fes-te soci", "mitglied", "become a member", "bli medlem", "word lid", "devenez membre", "diventa socio", "購読", "有料", "申し込", "订阅", "訂閱", "开通", "구독", "اشتر", "הירשם כמנוי", "למינוי", "מנוי", "สมัคร", "đăng ký", "berlangganan", "सब्सक्राइब", "सदस्यता",
)  # fmt: skip
ENTER = (
    "log in", "login", "logga in", "logg inn", "log ind", "sign in", "anmelden", "einloggen", "connecte", "connexion", "identifi", "iniciar sesión", "inicia sesión", "iniciar sessão",
    "accede", "accedi", "entrar", "ya soy", "inloggen", "kirjaudu", "zaloguj", "přihlas", "přihlás", "prihlás", "bejelentkez", "belép", "giriş", "войти", "войд", "увійти", "увійд", "вход", "влез",
    "autentific", "conectați", "prijav", "σύνδεση", "συνδεθ", "ログイン", "登录", "登入", "로그인", "تسجيل الدخول", "سجل", "התחבר", "เข้าสู่ระบบ", "đăng nhập", "masuk", "लॉग इन", "लॉगइन", "already a",
)  # fmt: skip
REGISTER = (
    " register", " registr", " zaregistr", "create an account", "free account", "konto", "créer un compte", "créez un compte", "inscri", "crear una cuenta", "crea una cuenta", "criar conta", "crie uma conta",
    "crea un account", "maak een account", "opret", "opprett", "skapa ett", "luo tunnus", "rekisteröi", "założ", "založ", "regisztr", "înregistr", "зарегистр", "зареєстр", "регистр",
    "εγγραφ", "kayıt ol", "üye ol", "会員登録", "無料登録", "注册", "註冊", "가입", "إنشاء حساب", "הירשמו", "הרשמ", "สมัคร", "đăng ký", "daftar", "पंजीक",
)  # fmt: skip
READ = (
    " read ", " reading", " lesen", "weiterlesen", "weiterzulesen", " lire", " lecture", " leer ", " leer.", " leyendo", " lectura", " ler ", " lendo", " leitura", " legger", " lettura", " lezen", " läs", " les videre", " les hele", " lese", " læs",
    " lukea", " lukemis", " czyta", " czytać", " číst", " čít", " olvas", " citi ", " citești", " citiți", " čita", " brati", " чита", " прочит", " прочет", " διαβά", " ανάγνωσ", " oku", "قراءة", "לקרוא", "קריאה",
    "続き", "読む", "お読み", "阅读", "閱讀", "全文", "읽", "อ่าน", " đọc", " baca", " membaca", "पढ़", "পড়", " lasī", " skaity", " luge", " lesa ", " llegi",
)  # fmt: skip
"""What one has to do to go on: words for reading on, with what a site asks for."""
