"""Who speaks, in the words of many languages: full names, roles, and whose relatives they are."""

import time

import pytest

import onrecord
from onrecord import Statement
from onrecord.attribution.introductions import introduced
from onrecord.attribution.register import Register


def who(statement: Statement) -> tuple[str | None, str | None]:
    return statement.speaker.name, statement.speaker.role


# Language, text, name and role of whoever says its last quotation.
SUBJECTS = (
    # A verb alone is that of whoever the sentence before begins with, not of whoever spoke last.
    ("pt", "“Vamos”, disse o maestro Rui Paz.\nA oleira Rosa Teles lembrou o caso. “Esteve um ano parado”, disse.", "Rosa Teles", "oleira"),
    ("cs", "„Ano,“ řekl sládek Jan Malý.\nMajitelka pivovaru Jana Veselá děkovala. „Nosili vodu v kýblech,“ uvedla.", "Jana Veselá", "Majitelka pivovaru"),
    ("it", "«Va bene», ha detto Ugo Berti.\nIl soprano Ada Lanza, che canta, è sua moglie. «A casa non se ne parla mai», confessa.", "Ada Lanza", "soprano"),
    ("pl", "„Tak” – powiedziała Ewa Kos.\nJan Nowak remontuje dach. „Dach nas bardzo zaskoczył” – tłumaczył dziennikarzom.", "Jan Nowak", None),
    # Of the two named the past tense tells which; the present, which may sound like it, tells nothing.
    ("pl", "Jan Nowak remontuje dach z Ewą Kos. „Dach nas bardzo zaskoczył” – podkreśla.", "Jan Nowak", None),
    ("uk", "Ганна Біла й Петро Дуб прийшли разом. «Ми впоралися з усім дуже добре», — додав.", "Петро Дуб", None),
    ("cs", "Jana Malá a Petr Dub přišli. „Zvládli jsme to docela dobře,“ dodal.", "Petr Dub", None),
    ("el", "«Ναι», είπε ο ψαράς Νίκος Καράς.\nΗ πρόεδρος των εμπόρων, Ελένη Μακρή, διαφωνεί. «Δεν είμαστε μαρίνα για κότερα», τόνισε.", "Ελένη Μακρή", "πρόεδρος των εμπόρων"),
    ("el", "Ο δήμαρχος Νίκος Καράς ήρθε. «Είστε το μέλλον του νησιού μας», έγραψε στο Facebook.", "Νίκος Καράς", "δήμαρχος"),
    # What follows the title it is of.
    ("it", "«Il sindaco dimentica tutti», attacca Ugo Riva, segretario provinciale della Lega.", "Ugo Riva", "segretario provinciale della Lega"),
    ("pl", "Radny opozycji Piotr Zaremba uważa, że „za te pieniądze można było wyremontować szkołę”.", "Piotr Zaremba", "Radny opozycji"),
    ("ru", "«Мы не можем играть пьесу втроём», — сказал художественный руководитель театра Олег Савин.", "Олег Савин", "художественный руководитель театра"),
    ("it", "L’assessore regionale all’Agricoltura Ugo Marini ha detto: «Il decreto è pronto».", "Ugo Marini", "assessore regionale all’Agricoltura"),
    ("fr", "« J’ai signé ce qu’on me demandait », a dit Paul Roux, 61 ans, ancien directeur financier.", "Paul Roux", "ancien directeur financier"),
    # No verb is part of a role, nor who it is of.
    ("it", "Il presidente riceve Ada Lind. «Sono contenta di essere qui», ha detto Ada Lind.", "Ada Lind", None),
    ("nl", "Op het plein wacht scholier Daan Kuipers. ‘Ik heb een toets Duits’, zegt hij.", "Daan Kuipers", "scholier"),
    ("hu", "„Nem tudom, mit mondjak most a gyerekeknek” – mondja nevetve Nagy Éva.", "Nagy Éva", None),
    ("pl", "„Wracamy do domu, zanim znowu zacznie padać” – zawołał uradowany Jan Kos.", "Jan Kos", None),
    ("de", "„Das sind falsche Zahlen“, sagte Jens Todt, Fraktionschef der Opposition.", "Jens Todt", "Fraktionschef der Opposition"),
    # What leads up to a name in "is", an adjunct, a paper.
    ("da", "Havnen i Nørreby lukker. Borgmester Lone Krag (V) afviser det. »Der er plads til alle,« siger hun til Nørreby Avis.", "Lone Krag", "Borgmester"),
    ("nl", "Wethouder Marijke van Dalen van Cultuur noemde het ‘een feest voor het hele dorp’.", "Marijke van Dalen", "Wethouder"),
    ("fr", "La commune « fera tout » pour garder un commerce. « C’est une gare sans train », a dit Paul Roux.", "Paul Roux", None),
    ("tr", "Müdür Orhan Tezcan sözlerini şöyle sürdürdü: “Her sabah önce o bana günaydın derdi.”", "Orhan Tezcan", "Müdür"),
    # First names that are explained.
    ("fr", "Rosa Béal est là. Son mari, Armand, le boulanger, soupire. « Personne ne veut se lever », dit-il.", "Armand", "mari"),
    ("de", "Ute Kramer kämpft. Ihr Mann Dieter stand daneben. „Ich habe drei Generationen das Kraulen beigebracht“, sagte er.", "Dieter", "Mann"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name", "role"), SUBJECTS)
def test_subjects(language: str, text: str, name: str | None, role: str | None) -> None:
    assert who(onrecord.statements(text, language=language)[-1]) == (name, role)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("is a hydrologist at the university", None),
        ("is the minister for water", "Anna Bell"),
        ("came", "Anna Bell"),
    ],
)
def test_a_title_alone_is_nobody_of_whom_a_sentence_says_another(told: str, name: str | None) -> None:
    text = f"Anna Bell {told}.\n\nThe water rose.\n\n“There is no money,” the minister said."
    assert who(onrecord.statements(text, language="en")[-1]) == (name, "minister")


# Language, a sentence that a relative or an adviser says, what they are.
RELATIVES = (
    ("es", "«No hay derecho», dijo la viuda de Ramiro Calleja.", "viuda de Ramiro Calleja"),
    ("fr", "« Jamais », a dit le fils d’Ada Lind.", "fils d’Ada Lind"),
    ("pt", "“Nunca”, disse a mãe de Ada Lind.", "mãe de Ada Lind"),
    ("nl", "‘Nooit’, zei de moeder van Ada Lind.", "moeder van Ada Lind"),
    ("de", "„Nein“, sagte die Ehefrau von Bo Lind.", "Ehefrau von Bo Lind"),
    ("sv", "”Det är inte sant”, säger Rosa Linds man.", "Rosa Linds man"),
    ("sv", "”Aldrig”, säger modern till Ada Lind.", "modern till Ada Lind"),
    ("pl", "„To nieprawda” – powiedział mąż Anny Nowak.", "mąż Anny Nowak"),
    ("ru", "«Никогда», — сказала мать Ивана Петрова.", "мать Ивана Петрова"),
    ("cs", "„To není pravda,“ řekl manžel Anny Novákové.", "manžel Anny Novákové"),
    ("hu", "„Ez nem igaz” – mondta Nagy Anna férje.", "Nagy Anna férje"),
    ("de", "Ada Linds Anwalt sagte: „Das geht nicht.“", "Ada Linds Anwalt"),
    ("de", "Karl Blums Witwe sagte: „Das geht nicht.“", "Karl Blums Witwe"),
    ("de", "Die Freundin von Karl Blum sagte: „Das geht nicht.“", None),
    ("fr", "La compagne de Paul Noir a dit : « Il va bien. »", None),
    ("es", "La mujer de Paco Ruiz, Julia, dijo: «No lo sabía».", None),
    ("sv", "Karl Bergs hustru sade: ”Vi visste inte.”", "Karl Bergs hustru"),
    ("sv", "Mannen till Eva Berg sade: ”Vi visste inte.”", None),
    ("fi", "Karl Bergin vaimo sanoi: ”Emme tienneet.”", "Karl Bergin vaimo"),
)


@pytest.mark.parametrize(("language", "text", "role"), RELATIVES)
def test_whose_relative_somebody_is_tells_not_who_they_are(
    language: str, text: str, role: str | None
) -> None:
    (found,) = onrecord.statements(text, language=language)
    assert who(found) == (None, role)


@pytest.mark.parametrize(
    ("language", "text", "name", "role"),
    [
        ("fr", "« Non », a déclaré l’avocat de Rosa Béal, Paul Roux.", "Paul Roux", "avocat de Rosa Béal"),
        ("ru", "«Нет», — сказал её муж Иван Петров.", "Иван Петров", "муж"),
        ("it", "«Mai», ha detto la madre di Ada Lind, Carla.", "Carla", "madre di Ada Lind"),
    ],
)
def test_a_relative_may_be_named(language: str, text: str, name: str, role: str | None) -> None:
    (found,) = onrecord.statements(text, language=language)
    assert who(found) == (name, role)


# Language, text, name and role of whoever says its last quotation.
CASELESS = (
    ("zh", "店主陈桂兰说，房租涨了。“水还在烧，人走了。”陈桂兰说。", "陈桂兰", "店主"),
    ("zh", "镇长李国强表示：“我们理解居民的感情。”他补充说：“新站里会留一间茶室。”", "李国强", "镇长"),
    ("zh", "“人走了，水还在烧。”镇长李国强说。\n顾客进来了，坐下。“我去哪里听新闻？”他问。", None, None),
    ("zh", "外交部发言人毛宁说：“立场没有变，我们一贯反对。”白宫表示：“谈判正在进行，没有时间表。”", None, None),
    ("zh", "工作人员马上说：“请离开。”", None, None),
    ("zh", "专家说：“这很难，需要很长时间才能完成。”", None, "专家"),
    ("ja", "白浜鉄道の森田健一社長は会見で「乗客は減った」と述べた。森田社長は「責任を持つ」とも語った。", "森田健一", "社長"),
    ("ja", "西浜町の森田美月町長は役場の閉鎖を発表した。森田町長は「苦しい判断だ」と述べた。", "森田美月", "町長"),
    ("ja", "西浜町の森田美月町長は「苦しい判断だ」と述べた。「来年また話し合う」とも語った。", "森田美月", "町長"),
    ("ja", "鉄道史に詳しい大学教授の高橋誠氏は「線路は戻らない」と指摘した。", "高橋誠", "大学教授"),
    ("ja", "中村葵さん（17）は「朝の海を見るのが好きだった」と話す。", "中村葵", None),
    ("ja", "外務省は「遺憾である」と述べた。", None, None),
    ("ko", '상인회 회장 김미숙 씨는 "비가 와도 온다"며 웃었다. 김 회장은 "임대료가 걱정"이라고 덧붙였다.', "김미숙", "상인회 회장"),
    ("ko", '40년째 떡을 파는 이순자(72) 씨는 "옛날이 그립다"고 말했다.', "이순자", None),
    ("ko", '김철수 대통령은 "논의하겠다"고 말했다. 대통령은 "서두르지 않겠다"고 말했다.', "김철수", "대통령"),
    ("ar", 'وقال وزير الخارجية المصري سامح شكري: "لا بد من حل". وأضاف: "ننتظر الرد منذ شهر كامل".', "سامح شكري", "وزير الخارجية المصري"),
    ("ar", 'وقال المتحدث باسم الوزارة أحمد علي: "نحن مع الحوار". وقال علي: "لا تعليق".', "أحمد علي", "المتحدث باسم الوزارة"),
    ("ar", 'وقالت وزارة الصحة في غزة: "الوضع صعب جدا في المستشفيات".', None, None),
    ("ar", '"من سيأتي إلى دكاني سيرا؟"، قال أبو كريم، صاحب متجر للأقمشة.', "أبو كريم", "صاحب متجر للأقمشة"),
    ("he", 'ראש הממשלה יאיר כהן אמר: "נמשיך בדרכנו". כהן אמר: "לא נוותר על כך".', "יאיר כהן", "ראש הממשלה"),
    ("he", 'חבר המועצה יוסי ברק התנגד. "העירייה בגירעון, וזה לא רומן", טען ברק.', "יוסי ברק", "חבר המועצה"),
    ("hi", 'प्रधानमंत्री रमेश वर्मा ने कहा, "हम आगे बढ़ेंगे।" वर्मा ने कहा, "देश तैयार है।"', "रमेश वर्मा", "प्रधानमंत्री"),
    ("hi", 'सरपंच सुनीता देवी ने कहा, "हमने इंतज़ार नहीं किया।" उन्होंने कहा, "तीस लोग आए।"', "सुनीता देवी", "सरपंच"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name", "role"), CASELESS)
def test_scripts_without_capitals(language: str, text: str, name: str | None, role: str | None) -> None:
    assert who(onrecord.statements(text, language=language)[-1]) == (name, role)


def test_words_that_lead_up_to_the_next_quotation_say_nothing_of_the_one_before() -> None:
    text = "外交部发言人毛宁说：“立场没有变，我们一贯反对。”警方说：“案件正在调查。”"
    first, second = onrecord.statements(text, language="zh")
    assert (first.speaker.name, second.speaker.mention) == ("毛宁", "警方")


# Text, what follows "said" in it: its source; name and role.
ROLES = {
    "of another": ("The widow of Bo Lind came. Lind wrote it.", "Bo Lind", None),
    "counsel": ("Counsel for Hugo Lark spoke. Lark left.", "Hugo Lark", None),
    "participle": ("Dele Lind, the 19-year-old winger signed from Holm, left.", "Dele Lind", "19-year-old winger"),
    "then": ("Bo Lind, then the deckhand, left.", "Bo Lind", "deckhand"),
    "as": ("The board chose Ana Roe as chief executive on Monday.", "Ana Roe", "chief executive"),
    "relative": ("His brother, Franko, lent it.", "Franko", "brother"),
}  # fmt: skip


@pytest.mark.parametrize("case", ROLES)
def test_roles(case: str) -> None:
    text, name, role = ROLES[case]
    found = {person.name: person.role for person in Register(text).people}
    assert found == {name: role}


def test_a_company_may_be_what_the_article_begins_with() -> None:
    text = "Norvale Cells will cut 400 jobs at its plant. “Orders are slower,” the company said."
    assert who(onrecord.statements(text, language="en")[-1]) == ("Norvale Cells", None)


def test_a_company_may_be_named_behind_that_noun() -> None:
    text = "Trips of the ferry company Solvik Lines end on Monday. Ida Holm got a refund. “We are sorry,” the company said."
    assert who(onrecord.statements(text, language="en")[-1]) == ("Solvik Lines", None)
    for begins in (
        "Shares of the company Monday fell.",
        "The company Solvik Lines left. The company Ostrel Boats did not.",
    ):
        text = f"{begins} Somebody left the hall. “We are sorry,” the company said."
        assert onrecord.statements(text, language="en")[-1].speaker.name is None
    text = "Shares rose at the company President Ida Holm runs. “We are sorry,” the company said."
    assert onrecord.statements(text, language="en")[-1].speaker.name != "President Ida Holm"
    text = "Shops of the company Ida Holm founded close. “We are sorry,” the company said."
    assert who(onrecord.statements(text, language="en")[-1])[0] != "Ida Holm"


def test_who_is_whom_the_relative_clause_follows() -> None:
    text = "Ida Holm left. Bo Lind, who advises Holm, is fond of her plan and called it “a gift to us all”."
    assert {s.speaker.name for s in onrecord.statements(text, language="en")} == {"Bo Lind"}


def test_only_who_is_surely_a_person_speaks_without_being_named() -> None:
    text = "Das Neue Haus am Tor steht leer. „Hier wohnt seit langer Zeit niemand mehr, wie man sieht.“"
    assert who(onrecord.statements(text, language="de")[0]) == (None, None)
    text = "Ida Lohmann sieht hinauf. „Hier wohnt seit langer Zeit niemand mehr, wie man sieht.“"
    assert who(onrecord.statements(text, language="de")[0]) == ("Ida Lohmann", None)


@pytest.mark.parametrize(
    ("language", "lead"),
    [
        ("nl", "Toen Bo Lind thuiskwam, was hij moe."),
        ("nl", "Zelfs Bo Lind kwam."),
        ("da", "Selv Bo Lind kom."),
        ("no", "Samtidig Bo Lind kommer."),
        ("sv", "Bara Bo Lind kom."),
        ("fr", "Le même Bo Lind est venu."),
        ("es", "El propio Bo Lind vino."),
        ("es", "La calle Bo Lind está cortada."),
        ("it", "Il caso Bo Lind continua."),
    ],
)
def test_not_every_word_before_a_name_introduces_it(language: str, lead: str) -> None:
    start = lead.index("Bo Lind")
    assert introduced(lead, start, start + 7, 0, language) is None


@pytest.mark.parametrize("owner", ["Адвокат Ивана Петрова", "Муж Анны Белкиной", "Мэр Твери"])
def test_the_name_behind_whose_they_are_is_theirs(owner: str) -> None:
    (found,) = onrecord.statements(f"{owner} Сергей Орлов заявил: «Он невиновен».", language="ru")
    assert found.speaker.name == "Сергей Орлов"


def test_the_mayor_is_not_the_mayor_s_lawyer() -> None:
    text = "The mayor's lawyer, Ida Frame, was there. “It was taken at a regatta,” Frame said. “I regret many lunches,” the mayor said."
    assert who(onrecord.statements(text, language="en")[-1]) == (None, "mayor")


def test_a_time_before_a_live_entry_is_no_part_of_a_source() -> None:
    text = "12.10 A Foreign Office source tells me that the next flight is due to leave at four o'clock."
    assert onrecord.statements(text, language="en")[0].speaker.role == "Foreign Office source"


def test_an_initial_may_stand_for_a_first_name() -> None:
    (person,) = Register("Bo Lind, a baker, came. B. Lind left.").people
    assert (person.name, len(person.mentions)) == ("Bo Lind", 2)


def test_long_texts_take_time_in_proportion() -> None:
    unit = "Jan Nowak uważa, że „to się uda”. „Tak będzie” – dodał. "
    seconds = []
    for count in (400, 1600):
        start = time.process_time()
        onrecord.statements(unit * count, language="pl")
        seconds.append(time.process_time() - start)
    assert seconds[1] < 10 * seconds[0]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", f"{'a' * 60_000}. " + "Lund: „Wir bedauern das heute sehr.“ " * 800),
        ("en", "Ida Holm left. “We are sorry today,” the company said. " * 800),
    ],
)
def test_who_was_named_before_is_looked_for_in_bounded_time(language: str, text: str) -> None:
    start = time.process_time()
    onrecord.statements(text, language=language)
    assert time.process_time() - start < 4


def test_a_title_of_one_language_may_be_a_name_of_another() -> None:
    assert [person.name for person in Register("Mari Holm came with Mati Lepp.").people] == [
        "Mari Holm",
        "Mati Lepp",
    ]


def test_a_source_does_not_run_into_the_next_sentence() -> None:
    text = (
        "Actors were less measured. “They have sacked the weather,” said Dame Imogen Vance. Ralph Tully, who is playing Lopakhin, "
        "said the company had considered walking out. “Then someone laughed,” Tully said."
    )
    found = {text[s.content[0][0] :][:5]: s.speaker.name for s in onrecord.statements(text, language="en")}
    assert (found["“They"], found["the c"]) == ("Imogen Vance", "Ralph Tully")


def test_when_somebody_speaks_is_no_part_of_their_name() -> None:
    text = "Helmbridge Water today announced a £60 million programme to renew 140 miles of mains across the valley."
    (found,) = onrecord.statements(text, language="en")
    assert found.speaker.name == "Helmbridge Water"
