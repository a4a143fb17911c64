"""News agencies: how bylines write them, and what stands before them there."""

import functools

from onrecord.values.bylines import merged

AGENCIES = {
    "reuters": "Reuters", "thomson reuters": "Reuters", "рейтер": "Reuters", "路透社": "Reuters", "路透": "Reuters", "ロイター": "Reuters", "로이터": "Reuters", "رويترز": "Reuters", "רויטרס": "Reuters",
    "ap": "AP", "associated press": "AP", "the associated press": "AP", "ap통신": "AP", "美联社": "AP", "アソシエーテッド・プレス": "AP",
    "dow jones": "Dow Jones Newswires", "dow jones newswires": "Dow Jones Newswires",
    "dpa": "dpa", "dpa-afx": "dpa-AFX", "deutsche presse-agentur": "dpa", "deutsche presseagentur": "dpa", "dpa international": "dpa", "dpa-infocom": "dpa",
    "afp": "AFP", "agence france-presse": "AFP", "agence france presse": "AFP", "法新社": "AFP", "فرانس برس": "AFP", "afp通信": "AFP", "afp deutschland": "AFP",
    "efe": "EFE", "agencia efe": "EFE", "europa press": "Europa Press", "ansa": "ANSA", "adnkronos": "Adnkronos", "agi": "AGI",
    "tass": "TASS", "тасс": "TASS", "ria novosti": "RIA Novosti", "риа новости": "RIA Novosti", "интерфакс": "Interfax", "interfax": "Interfax", "塔斯社": "TASS",
    "ukrinform": "Ukrinform", "укрінформ": "Ukrinform", "xinhua": "Xinhua", "新华社": "Xinhua", "新華社": "Xinhua", "新华网": "Xinhua", "中新社": "China News Service", "中新网": "China News Service", "中央社": "CNA",
    "pa": "PA Media", "pa media": "PA Media", "press association": "PA Media", "the press association": "PA Media",
    "kyodo": "Kyodo", "kyodo news": "Kyodo", "共同通信": "Kyodo", "共同": "Kyodo", "共同社": "Kyodo", "共同通信社": "Kyodo", "jiji": "Jiji Press", "jiji press": "Jiji Press", "時事": "Jiji Press", "時事通信": "Jiji Press", "時事通信社": "Jiji Press",
    "yonhap": "Yonhap", "yonhap news agency": "Yonhap", "연합뉴스": "Yonhap", "뉴시스": "Newsis", "뉴스1": "News1",
    "apa": "APA", "sda": "Keystone-SDA", "keystone-sda": "Keystone-SDA", "ats": "Keystone-ATS", "sid": "SID", "kna": "KNA", "epd": "epd", "kathpress": "Kathpress",
    "anp": "ANP", "belga": "Belga", "ntb": "NTB", "tt": "TT", "ritzau": "Ritzau", "stt": "STT", "pap": "PAP", "čtk": "ČTK", "ctk": "ČTK", "tasr": "TASR", "mti": "MTI", "hina": "Hina", "agerpres": "Agerpres", "acn": "ACN", "lusa": "Lusa", "agência lusa": "Lusa",
    "agência brasil": "Agência Brasil", "estadão conteúdo": "Estadão Conteúdo", "folhapress": "Folhapress", "télam": "Télam", "telam": "Télam", "notimex": "Notimex",
    "aa": "Anadolu", "anadolu": "Anadolu", "anadolu agency": "Anadolu", "anadolu ajansı": "Anadolu", "dha": "DHA", "iha": "İHA", "i̇ha": "İHA", "demirören haber ajansı": "DHA",
    "amna": "AMNA", "απε-μπε": "AMNA", "αμπε": "AMNA", "pti": "PTI", "press trust of india": "PTI", "ani": "ANI", "ians": "IANS", "पीटीआई": "PTI", "भाषा": "Bhasha", "एएनआई": "ANI",
    "aap": "AAP", "australian associated press": "AAP", "canadian press": "The Canadian Press", "the canadian press": "The Canadian Press", "bloomberg": "Bloomberg", "upi": "UPI", "antara": "Antara", "ttxvn": "TTXVN", "bernama": "Bernama", "irna": "IRNA", "وام": "WAM", "wam": "WAM", "واس": "SPA", "أ ف ب": "AFP", "د ب أ": "dpa", "الأناضول": "Anadolu",
    "أ ش أ": "MENA", "بترا": "Petra", "كونا": "KUNA", "قنا": "QNA", "ایرنا": "IRNA", "ایسنا": "ISNA", "isna": "ISNA", "اے پی پی": "APP", "বাসস": "BSS", "ইউএনবি": "UNB",
    "танјуг": "Tanjug", "tanjug": "Tanjug", "бта": "BTA", "bta": "BTA", "уніан": "UNIAN", "униан": "UNIAN", "unian": "UNIAN", "казинформ": "Kazinform", "kazinform": "Kazinform", "azərtac": "AZERTAC", "монцамэ": "MONTSAME", "montsame": "MONTSAME", "中央通訊社": "CNA",
}  # fmt: skip
"""News agencies as bylines write them, and their usual written form."""

UPPER_ONLY = merged(
    {
        "any": "ap, pa, aa, ani, agi, sid, tt, ats, aap, apa, ntb, stt, pap, wam, kna, upi, iha, dha, mti, acn, pti, anp, bta"
    }
)
"""Agencies whose letters are also a word or a user's name: taken only in capitals (in lower case beside a slash)."""

NEVER_LAST = merged(
    {"any": "efe, ansa, lusa, hina, belga, anadolu, tt, pa, aa, ani, agi, sid, wam, antara, kyodo"}
)
"""Agencies that are also surnames or first names: never cut off the end of a name."""

SOURCES = {
    "Latin": "source, sources, quelle, quellen, fuente, fuentes, fonte, fonti, bron, bronnen, källa, kilde, lähde, źródło, zdroj, kaynak, izvor, sumber, nguồn",
    "others": "источник, джерело, πηγή, извор, المصدر, مصدر, منبع, 出典, 출처, 来源, 來源, ที่มา",
}
"""The word for whom something comes from."""

AGENCY_LEADS = SOURCES | {
    "en": "with, with material from, with reports from, with files from, with input from, with inputs from",
    "de": "mit, mit material von, mit material der, mit informationen von, mit informationen der",
    "fr": "avec",
    "es": "con, con información de, con informaciones de",
    "it": "con",
    "pt": "com, com informações da, com informações de",
    "nl": "met",
    "sv": "med",
    "no": "med",
    "el": "με πληροφορίες από",
    "signs": "©",
}
"""What stands between a byline and the agency it also drew on, with or without a colon."""


@functools.lru_cache(maxsize=4096)  # pure
def agency_of(text: str) -> str:
    """The usual form of the agency ``text`` names; empty if it names none."""
    name = text.strip(" .,:;()©")
    usual = AGENCIES.get(name.casefold(), "")
    return usual if not usual or name.casefold() not in UPPER_ONLY or name.isupper() else ""
