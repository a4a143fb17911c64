"""Full names and roles in scripts without capitals, told by the titles beside the names.

::

    镇长李国强表示          高橋誠氏は「...」と話した        박정호 시장은 "..."이라고 말했다
    وزير النقل فادي الخطيب   ראש העיר דני שקד                  जिला कलेक्टर अरविंद मिश्रा

Where no title and no honorific stands beside it, nobody can say whether words are a name: then none is given, unless the
article gives it so elsewhere.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import Final

from onrecord.attribution.attribution import Span
from onrecord.attribution.names import paragraph_around
from onrecord.record import Speaker
from onrecord.values.wordlists import listed

CASELESS: Final = frozenset({"ar", "he", "hi", "ja", "ko", "zh"})
"""The languages that are read here."""

_CHINESE: Final = (
    "(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅高郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董潘袁于蒋蔣蔡余"
    "杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯])"
)
_KOREAN: Final = "[김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국]"
_OFFICES: Final = MappingProxyType(
    {
        "ja": "社長|会長|市長|知事|町長|村長|区長|首相|大統領|大臣|[外財環農防法]相|長官|議員|議長|教授|監督|選手|代表|理事長?|所長|部長|課長|局長|院長|校長|園長|館長|店長|団長|委員長|書記長|総裁|幹事長|弁護士|医師|博士",
        "ko": "시장|회장|장관|차관|대표|대통령|총리|의원|의장|지사|도지사|군수|구청장|교수|총장|감독|선수|사장|부장|국장|원장|교장|위원장|이사장|소장|본부장|청장|대변인|변호사|검사|판사|기자|작가|박사",
    }
)
_HONORIFICS: Final = MappingProxyType({"ja": "さん|氏|君|様", "ko": "씨|군|양|옹"})

_TITLES: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "ar": listed(
            "رئيس رئيسة وزير وزيرة مدير مديرة مهندس مهندسة متحدث متحدثة ناطق ناطقة نائب نائبة أمين أمينة سفير سفيرة محافظ طبيب طبيبة دكتور دكتورة أستاذ أستاذة "
            "باحث باحثة كاتب كاتبة صاحب صاحبة عضو قائد مدرب لاعب خبير خبيرة محامي محامية تلميذ تلميذة طالب طالبة معلم معلمة مزارع مزارعة قاضي ملك أمير شيخ نقيب نقيبة "
            "عمدة مختار مواطن مواطنة ممرض ممرضة صحفي صحفية فنان فنانة ممثل ممثلة لواء عميد عقيد زعيم مستشار مستشارة منسق منسقة"
        ),
        "he": listed(
            "ראש שר שרת נשיא נשיאת דובר דוברת מנכ״ל מנכ״ל יו״ר חבר חברת מנהל מנהלת פרופסור עורך עורכת סופר סופרת אח אחות רופא רופאה מפקד מפקדת מזכיר מזכירת שופט שופטת "
            "מאמן מאמנת שחקן שחקנית מורה תושב תושבת חוקר חוקרת זמר זמרת במאי במאית כלכלן כלכלנית מהנדס מהנדסת"
        ),
        "hi": listed(
            "मंत्री प्रधानमंत्री मुख्यमंत्री राष्ट्रपति उपराष्ट्रपति अध्यक्ष उपाध्यक्ष सरपंच कलेक्टर अधिकारी प्रवक्ता निदेशक प्रोफेसर डॉक्टर नेता सांसद विधायक किसान शिक्षक शिक्षिका अधीक्षक "
            "आयुक्त सचिव महासचिव कप्तान कोच लेखक लेखिका अभिनेता अभिनेत्री वकील न्यायाधीश छात्र छात्रा पत्रकार इंजीनियर व्यापारी दुकानदार महापौर राज्यपाल संयोजक प्रमुख मुखिया प्रधान पालक"
        ),
    }
)  # fmt: skip
_DEFINITE: Final = MappingProxyType({"ar": "ال", "he": "ה"})
_TRAILING: Final = listed("أن إن أنه إنه أنها إنها ने का की के को से כי")
"""What ends the words for whoever speaks and is none of theirs."""
_JOINS: Final = listed("باسم في من على عن لدى إلى السابق الأسبق של על לשעבר בפועל לענייני במשרד")
"""What joins a Semitic title to what it is of, and what follows it."""
_MOST: Final = 3
"""Words of the longest name where words are parted by spaces."""
_PRONOUNS: Final = listed("他 她 उन्होंने उसने वह वे 彼 彼女 그 그는 그녀 그녀는 هو هي הוא היא")

_ZH: Final = re.compile(
    rf"(?:[，。！？；：、“”「」\n的了和与與及据據由但]|^)(?P<role>[\u4e00-\u9fff]{{0,11}}[长長主人员員者师師家授记記席理官士生民裁监監任手农農客夫妻父母医醫将將总總])"
    rf"(?P<name>(?!马上|馬上|方才|何等){_CHINESE}[\u4e00-\u9fff]{{1,2}})$"
)
_ZH_ROLE: Final = re.compile(r"[\u4e00-\u9fff]{1,9}[長长主人員员者師师家士生民]")
_JA: Final = re.compile(
    rf"(?:(?P<role>[\u4e00-\u9fff々ァ-ヶー]+)の|^|[、。\n])(?P<name>[\u4e00-\u9fff々ぁ-んァ-ヶ]{{2,6}}?)"
    rf"(?:(?P<title>{_OFFICES['ja']})|(?:{_HONORIFICS['ja']}))$"
)
_KO: Final = re.compile(
    rf"(?P<role>(?:[가-힣]+ ){{0,2}})(?P<name>{_KOREAN}[가-힣]{{1,2}}) ?(?:(?P<title>{_OFFICES['ko']})|(?:{_HONORIFICS['ko']}))$"
)
_SHORT: Final = MappingProxyType(
    {
        code: re.compile(rf"(?P<name>\S{{1,3}}?) ?(?:{_OFFICES[code]}|{_HONORIFICS[code]})$")
        for code in ("ja", "ko")
    }
)
_NO_NOUN: Final = re.compile(r"(?:[은는을를한된던의]|에서)$")
"""The ends of Korean words that are no noun by themselves: "떡을 파는"."""
_BESIDE: Final = re.compile(r"[（(][^（）()]{0,12}[）)]")
_CLAUSE: Final = 40
"""Code points before a name in which its role may stand."""
_REACH: Final = 8000
"""Code points before a mention in which it is looked for with a title."""
_SURNAME: Final = 2
"""Letters of a surname in East Asia, at most."""
_PLACES: Final = 8
"""Places at which that is tried."""
_PARAGRAPH: Final = 1500
"""Code points before a pronoun in which somebody is named whom it means."""
_PEOPLE: Final = 256
"""People of one article that are remembered."""
_CLAUSE_ENDS: Final = re.compile(r"[.!?،:؛।\n\"“”]")

_TOPIC: Final = MappingProxyType(
    {
        "ja": re.compile(
            rf"(?P<topic>[^、。「」\n]*?(?:{_OFFICES['ja']}|{_HONORIFICS['ja']})(?:（[^（）]*）)?)[はがも]"
        ),
        "ko": re.compile(
            rf"(?P<topic>(?:[가-힣\d]+ ){{0,2}}?[가-힣]{{1,4}}(?:\(\d+\))? ?(?:{_OFFICES['ko']}|{_HONORIFICS['ko']}))(?:은|는|이|가|도|께서는)(?=\s)"
        ),
    }
)
_PLAIN: Final = MappingProxyType(
    {
        "ja": re.compile(r"(?P<topic>[\u4e00-\u9fff々ァ-ヶー]{2,12})[はが]"),
        "ko": re.compile(r"(?P<topic>[가-힣]{2,8})(?:은|는|이|가|께서는)(?=\s)"),
    }
)
"""Somebody without either: "外務省は"."""


def topic(text: str, start: int, end: int, language: str) -> Span | None:
    """Who is spoken of in text[start:end], the clause before a quotation: somebody with title or honorific.

    >>> line = "森田健一社長は記者会見で「...」と述べた"
    >>> topic(line, 0, 12, "ja")
    (0, 6)
    """
    if language not in _TOPIC:
        return None
    found = [*_TOPIC[language].finditer(text, start, end)] or [*_PLAIN[language].finditer(text, start, end)][
        :1
    ]
    return found[-1].span("topic") if found else None


class Called:
    """What the people of one article are called, as far as it was read."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._language = language
        self._known: list[Speaker] = []

    def speaker(self, start: int, mention: str, last: Speaker | None, spoke: int) -> Speaker | None:
        """Whom the words at ``start`` mean; ``last`` spoke before, in words that end at ``spoke``. Without name and role where nothing tells."""
        words = _bare(mention)
        if words in _PRONOUNS:
            return self.subject(start, last, spoke)
        found = self._named(words, start) or self._before(_short(words, self._language), start)
        role = words if _is_role(words, self._language) else None
        return found or self._with_role(words) or Speaker(None, role, None)

    def _with_role(self, role: str) -> Speaker | None:
        """Who was said to be that."""
        return next((known for known in reversed(self._known) if (known.role or "").endswith(role)), None)

    def _in_full(self, words: str, start: int) -> str:
        """``words``, or where these are a surname and a title, the name that an earlier place has before that title."""
        told = _parsed(words, self._language) if self._language in _SHORT else None
        if told is None or len(told[0]) > _SURNAME:
            return words
        behind = re.escape(words.rpartition(told[0])[2])
        earlier = re.compile(rf"{re.escape(told[0])}[\u4e00-\u9fff々가-힣ぁ-んァ-ヶ]{{1,4}}?{behind}")
        found = earlier.search(self._text, max(0, start - _REACH), start)
        return found[0] if found else words

    def _named(self, words: str, start: int) -> Speaker | None:
        told = _parsed(self._in_full(words, start), self._language)
        name, role = told or (_short(words, self._language), None)
        for at, known in enumerate(self._known):
            if known.name and _means(name, known.name, self._language):
                if known.role is None and role:
                    self._known[at] = Speaker(known.name, role, None)
                return self._known[at]
        if told is None:
            return None
        made = Speaker(name, role, None)
        if len(self._known) < _PEOPLE:
            self._known.append(made)
        return made

    def _before(self, short: str, start: int) -> Speaker | None:
        """Whom an earlier place of the article so calls and gives a title."""
        if len(short) < 2:  # noqa: PLR2004 (one letter is no name)
            return None
        floor = max(0, start - _REACH)
        for found in islice(re.finditer(re.escape(short), self._text[floor:start]), _PLACES):
            end = floor + found.end()
            clause = _CLAUSE_ENDS.split(self._text[max(0, end - len(short) - _CLAUSE) : end])[-1]
            told = _parsed(clause, self._language)
            if told and _means(short, told[0], self._language):
                return self._named(clause, start)
        return None

    def subject(self, start: int, last: Speaker | None, spoke: int) -> Speaker | None:
        """Whom "he", or a verb by itself, means; ``spoke`` is where the words for ``last`` ended.

        Who was named in its paragraph since then, else who spoke last, if in it or if a quotation opens it.
        """
        floor, _ = paragraph_around(self._text, start)
        before = self._text[max(floor, start - _PARAGRAPH, spoke) : start]
        named = [
            (before.rfind(known.name), known) for known in self._known if known.name and known.name in before
        ]
        if named:
            return max(named, key=lambda pair: pair[0])[1]
        return last if spoke > floor or before[:1] in _QUOTES or not before else None


_QUOTES: Final = frozenset('"“「『«')


def _parsed(words: str, language: str) -> tuple[str, str | None] | None:
    """Name and role in the words for somebody; None where no title tells."""
    if language in _TITLES:
        return _spaced(words, language)
    found = {"zh": _ZH, "ja": _JA, "ko": _KO}[language].search(_BESIDE.sub("", words))
    if found is None:
        return None
    role = found["role"] and found["role"].lstrip("但而据據由与與和及对對")
    if language != "zh":
        nouns = role.split() if role else []
        while nouns and language == "ko" and _NO_NOUN.search(nouns[0]):
            del nouns[0]
        if nouns and language == "ko" and any(map(_NO_NOUN.search, nouns)):
            nouns = []
        role = found["title"] or " ".join(nouns) or None
    return found["name"], role


def _spaced(words: str, language: str) -> tuple[str, str | None] | None:
    """Name and role of an Arabic, Hebrew or Hindi phrase: its title, what that is of, and then the name."""
    first, _, behind = words.partition("،")
    parts = _bare(first.replace(",", " ")).split()
    titled = [at for at, word in enumerate(parts) if _is_title(word, language)]
    if not titled:
        apposed = behind.split()
        if apposed and _is_title(apposed[0], language) and 1 < len(parts) <= _MOST:
            return " ".join(parts), " ".join(apposed)
        return None
    at = titled[-1] if language == "hi" else titled[0]
    end = at + 1 if language == "hi" else _role_end(parts, at, language)
    name = parts[end:]
    if not 1 < len(name) <= _MOST or any(word in _JOINS or word.startswith("لل") for word in name):
        return None
    begin = 0 if language == "hi" else at
    held = parts[at].removeprefix("و")
    if language == "ar" and held != parts[at] and parts[at] not in _TITLES["ar"]:
        parts[at] = held
    return " ".join(name), " ".join(
        word for word in parts[begin:end] if not word.isdigit() and word != "वर्षीय"
    )


def _role_end(parts: Sequence[str], at: int, language: str) -> int:
    """Where a Semitic role ends: with the definite words that its title leads to, itself or further on."""
    definite = _DEFINITE[language]
    end = at
    while end < len(parts) and not parts[end].startswith(definite):
        end += 1
    while end < len(parts) and (parts[end].startswith(definite) or parts[end] in _JOINS):
        end += 1
    return end


def _is_role(words: str, language: str) -> bool:
    """Whether the words for somebody without a name are what they are."""
    if language == "zh":
        return _ZH_ROLE.fullmatch(words) is not None
    if language in _OFFICES:
        return re.fullmatch(_OFFICES[language], words) is not None
    parts = words.split()
    return "،" not in words and bool(parts) and _is_title(parts[-1 if language == "hi" else 0], language)


def _is_title(word: str, language: str) -> bool:
    article = _DEFINITE.get(language)
    forms = {word, word.removeprefix("و")} if language == "ar" else {word}  # "and" is written in one word
    return any(
        form in _TITLES[language] or (article and form.removeprefix(article) in _TITLES[language])
        for form in forms
    )


def _bare(mention: str) -> str:
    """The words for somebody without what stands in brackets and what only leads on."""
    parts = _BESIDE.sub("", mention).split()
    while parts and parts[-1] in _TRAILING:
        parts.pop()
    return " ".join(parts)


def _short(words: str, language: str) -> str:
    """The name in the words for somebody already named."""
    found = _SHORT[language].search(words) if language in _SHORT else None
    return found["name"] if found else words


def _means(short: str, name: str, language: str) -> bool:
    """Whether a shorter name is that of somebody: the surname is last, in East Asia first."""
    if not short:
        return False
    if language in _TITLES:
        return name == short or name.endswith(" " + short)
    return name == short or (language != "zh" and name.startswith(short))
