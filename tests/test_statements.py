"""Who said what, from the text of an article to its speakers."""

import hashlib
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import onrecord
from onrecord import Statement, StatementKind
from onrecord.attribution.attribution import Attribution
from onrecord.attribution.quotations import quotations
from onrecord.attribution.silences import is_silence
from onrecord.attribution.speakers import resolve

SEED = sorted((Path(__file__).parents[2] / "shared" / "seed").glob("*.txt"))

# Of the shape of the document the project started from, our own words throughout.
MARSH = """\
The Ostrian coast guard will send more cutters to the Marrun strait if necessary, Harbour Minister Ben Aldous has announced.

Aldous added that progress in talks with Velmark was "glacial."

Also on Monday, Velmark Foreign Minister Sergio Haldane hosted Ostrian Trade Secretary Lisbeth Trask in Sarnby. "Relations can be mended only through dialogue, which rests on the respect of each for the other," Haldane said before the doors closed.

For her part, Trask repeated months-old claims made by western officials and newspapers about a "blockade" of the northern channel.

"There is another course, a course that avoids the rocks. I am here to urge Velmark to take it," she said.

Trask's visit was the first of its kind in five years.

Late last year, a former officer of the Velmark Harbour Service revealed that foreign pilots were also working in the strait.

Ostrian officials have been among the loudest in the region when it comes to making claims that Velmark is preparing to "close" the strait.
"""


def said(statements: tuple[Statement, ...], text: str, words: str) -> Statement:
    """The statement whose content holds the words."""
    found = [s for s in statements if any(words in text[a:b] for a, b in s.content)]
    assert len(found) == 1, f"{words!r} is in {len(found)} statements"
    return found[0]


def who(statement: Statement) -> tuple[str | None, str | None]:
    return statement.speaker.name, statement.speaker.role


def test_the_statements_of_an_article() -> None:
    found = onrecord.statements(MARSH)
    aldous = ("Ben Aldous", "Harbour Minister")
    assert who(said(found, MARSH, "will send more cutters")) == aldous
    slow = said(found, MARSH, "progress in talks")
    assert who(slow) == aldous
    assert slow.kind is StatementKind.MIXED
    haldane = said(found, MARSH, "Relations can be mended")
    assert who(haldane) == ("Sergio Haldane", "Velmark Foreign Minister")
    assert haldane.kind is StatementKind.DIRECT
    course = said(found, MARSH, "There is another course")
    assert said(found, MARSH, "I am here to urge") == course, "both sentences are one statement"
    assert who(course) == ("Lisbeth Trask", "Ostrian Trade Secretary")
    assert course.speaker.mention == "she"


def test_claims_are_theirs_who_make_them() -> None:
    found = onrecord.statements(MARSH)
    blockade = said(found, MARSH, "blockade")
    assert who(blockade) == (None, "western officials and newspapers")
    assert blockade.kind is StatementKind.MIXED
    assert who(said(found, MARSH, "close")) == (None, "Ostrian officials")
    assert who(said(found, MARSH, "foreign pilots")) == (
        None,
        "former officer of the Velmark Harbour Service",
    )


# Of the document the project started from, whose words are not ours: digests of three words of a statement, and of its
# speaker's name and role.
KNOWN = (
    ("91c082a99cbc4ed5", "9d1ab5db2ce5f162"),
    ("f4516dd2b05c1d50", "9d1ab5db2ce5f162"),
    ("da5433aa56bd1149", "92f94bdc5feb091c"),
    ("842eb4b70a49a388", "2f9b0dc5b0a8675f"),
    ("7b9e32248eeb318e", "2f9b0dc5b0a8675f"),
    ("9a68c941eaa2c2e8", "65aee63fd86d6431"),
    ("887108a90d106b6f", "581e518384f92fda"),
    ("f2cc3eb642105d6a", "54155ac3b817d637"),
)


def digest(words: str) -> str:
    return hashlib.sha256(words.casefold().encode()).hexdigest()[:16]


def windows(text: str, statement: Statement) -> set[str]:
    words = re.findall(r"\w+", " ".join(text[a:b] for a, b in statement.content))
    return {digest(" ".join(words[i : i + 3])) for i in range(len(words) - 2)}


@pytest.mark.skipif(not SEED, reason="the seed folder is not here")
def test_the_statements_of_the_seed() -> None:
    record = onrecord.extract(SEED[0].read_bytes(), statements=True)
    text = record.article_body or ""
    held = [
        (windows(text, s), digest(f"{s.speaker.name}|{s.speaker.role}"), s) for s in record.statements or ()
    ]
    found = [
        next(s for inside, speaker, s in held if words in inside and speaker == who) for words, who in KNOWN
    ]
    assert found[3] == found[4], "two sentences, one statement"
    assert found[3].speaker.mention == "she"
    assert [s.kind.value for s in found] == [
        "indirect",
        "mixed",
        "direct",
        "direct",
        "direct",
        "mixed",
        "indirect",
        "mixed",
    ]


def test_scare_quotes_and_titles_are_no_statements() -> None:
    text = (
        "The “Queen of the Narrows”, built in 1987, sails at noon from the old pier, and the so-called “summer” timetable "
        "runs until the middle of September. A reading of the novel “The Long Tide” is held on board."
    )
    assert onrecord.statements(text, language="en") == ()
    german = "Das Buch „Später Sommer“ liegt im Museum, der „Neubau“ von 1960 steht leer."
    assert onrecord.statements(german, language="de") == ()


# Language, a sentence that names a paper in marks, what is said in it.
PAPERS: tuple[tuple[str, str, list[str]], ...] = (
    ("de", "Die Ministerin sagte der „Holmer Zeitung“, sie bleibe.", []),
    ("de", "Ida Lohmann sagte dem Magazin „Lupe“: „Das Dach ist weg.“", ["„Das Dach ist weg.“"]),
    ("de", "Ida Lohmann sagte den „Holmer Nachrichten“: „Das Dach ist weg.“", ["„Das Dach ist weg.“"]),
    ("de", "„Das Dach ist weg“, sagte sie dem „Moorboten“ und der „Lupe“.", ["„Das Dach ist weg“"]),
    ("fr", "« Le toit est parti », a dit Rosa Béal au journal « La Loupe ».", ["« Le toit est parti »"]),
    ("es", "Ana Paz dijo al diario «El Valle»: «El tejado ha volado.»", ["«El tejado ha volado.»"]),
    ("ru", "«Крыши нет», — сказала Вера Лунина газете «Новости Холма».", ["«Крыши нет»"]),
    ("pl", "„Dach zniknął” – powiedziała Zofia Wilk w rozmowie z „Gazetą”.", ["„Dach zniknął”"]),
    ("de", "„Das Dach ist weg“, sagte Ida Lohmann dem „Moorboten“.", ["„Das Dach ist weg“"]),
    ("de", "Ida Lohmann nannte den „Totengräber“ beim Namen.", ["„Totengräber“"]),
    ("de", "Ida Lohmann sprach von einem „Skandal“.", ["„Skandal“"]),
    ("de", "Ida Lohmann nannte ihn den „Totengräber“.", ["„Totengräber“"]),
    ("es", "Ana Paz dijo que «Holm va bien».", ["«Holm va bien»"]),
    ("es", "Ana Paz dijo que «Holm», y nada más.", ["«Holm»"]),
    ("es", "Ana Paz dijo «Vamos».", ["«Vamos»"]),
    ("es", "Ana Paz dijo luego, «Vamos».", ["«Vamos»"]),
    ("es", "Y luego dijo Ana Paz «Vamos».", ["«Vamos»"]),
    ("es", "Ana Paz dijo a la prensa «Vamos bien».", ["«Vamos bien»"]),
    ("es", "Ana Paz dijo a la prensa «la Casa».", ["«la Casa»"]),
    ("es", "Ana Paz dijo al diario «Voz de Holm» que no.", []),
    ("ru", "Потом сказали они «Да».", ["«Да»"]),
    ("es", "«Sí», dijo él. Y luego dijo él «Vamos».", ["«Sí»", "«Vamos»"]),
    ("es", "Ana Paz dijo en el muelle «Vamos.»", ["«Vamos.»"]),
)


@pytest.mark.parametrize(("language", "text", "contents"), PAPERS)
def test_the_name_of_a_paper_is_no_statement(language: str, text: str, contents: list[str]) -> None:
    found = onrecord.statements(text, language=language)
    assert [text[a:b] for s in found for a, b in s.content] == contents
    assert {s.confidence for s in found} <= {0.9}, "what stands in front of a paper's name is seen past it"


ROWS = {
    "German": ("de", "„Das Dach ist weg“, sagte Bürgermeisterin Ida Lohmann am Montag.", "Ida Lohmann", "Bürgermeisterin"),
    "French": ("fr", "« Le toit est parti », a déclaré le maire, Honoré Castel.", "Honoré Castel", "maire"),
    "French, il": ("fr", "Le maire Honoré Castel est venu. « Le toit est parti », a-t-il dit.", "Honoré Castel", "maire"),
    "Spanish": ("es", "«El tejado ha volado», dijo el alcalde, Joaquín Soler.", "Joaquín Soler", "alcalde"),
    "Italian": ("it", "«Il tetto è volato via», ha detto Rosa Bianchi.", "Rosa Bianchi", None),
    "Portuguese": ("pt", "“O telhado voou”, disse Rosa Teles.", "Rosa Teles", None),
    "Dutch": ("nl", "“Het dak is weg”, zei Joost Verhagen.", "Joost Verhagen", None),
    "Swedish": ("sv", "”Taket är borta”, sade Elin Bergdahl.", "Elin Bergdahl", None),
    "Polish": ("pl", "„Dach zniknął”, powiedziała Zofia Wilk.", "Zofia Wilk", None),
    "Russian": ("ru", "«Крыши больше нет», — сказала Вера Лунина.", "Вера Лунина", None),
    "Turkish": ("tr", "“Çatı uçtu” dedi Aylin Sezer.", "Aylin Sezer", None),
    "Italian article": (
        "it", "Carlo Neri ha visitato Valdora.\n\n«Restate a casa», ha detto il sindaco Ettore Bramanti.", "Ettore Bramanti", "sindaco"
    ),
    "Portuguese article": (
        "pt", "Carlos Neri visitou Pinheiral.\n\n“O telhado voou”, disse o prefeito João Paz.", "João Paz", "prefeito"
    ),
    "article, no language": (
        None, "Carlo Neri ha visitato Valdora.\n\n«Restate a casa», ha detto il sindaco Ettore Bramanti.", "Ettore Bramanti", "sindaco"
    ),
    "Turkish, o": ("tr", "Aylin Sezer geldi. “Çatı uçtu” dedi o.", "Aylin Sezer", None),
    "before": ("de", "Bürgermeisterin Ida Lohmann sagte: „Das Dach ist weg.“", "Ida Lohmann", "Bürgermeisterin"),
    "according to": ("fr", "Selon Rosa Béal, « le toit est parti avec le vent ».", "Rosa Béal", None),
}  # fmt: skip


@pytest.mark.parametrize("name", ROWS)
def test_marks_and_neighbours(name: str) -> None:
    language, text, speaker, role = ROWS[name]
    (found,) = onrecord.statements(text, language=language)
    assert (found.speaker.name, found.speaker.role) == (speaker, role)
    assert (found.kind, found.method) == (StatementKind.DIRECT, "marks")


def test_an_interrupted_quotation_is_one_statement_of_two_pieces() -> None:
    text = "« Le toit », a dit Rosa Béal, « est parti »."
    (found,) = onrecord.statements(text, language="fr")
    assert [text[a:b] for a, b in found.content] == ["« Le toit »", "« est parti »"]


def test_without_the_extra_marks_still_work(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [
        m for m in sys.modules if m.startswith("onrecord.attribution.tagger") or m.endswith(".labelling")
    ]:
        monkeypatch.delitem(sys.modules, name)
        package = sys.modules["onrecord.attribution"]
        if hasattr(package, name.rpartition(".")[2]):
            monkeypatch.delattr(package, name.rpartition(".")[2])
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    found = onrecord.statements(MARSH, language="en")
    assert {s.method for s in found} == {"marks"}
    assert who(said(found, MARSH, "Relations can be mended")) == (
        "Sergio Haldane",
        "Velmark Foreign Minister",
    )


def test_records_carry_statements_only_when_asked() -> None:
    page = "<h1>More cutters</h1>" + "".join(f"<p>{p}</p>" for p in MARSH.split("\n\n"))
    assert onrecord.extract(page).statements is None
    assert "statements-tagger" not in onrecord.extract(page).extractor.models
    record = onrecord.extract(page, statements=True)
    assert record.statements == onrecord.statements(record.article_body or "", language="en")
    assert record.extractor.models["statements-tagger"]
    assert onrecord.Record.from_json(record.to_json()) == record
    assert onrecord.extract("<title>Nothing</title>", statements=True).statements == ()


WORDS = st.sampled_from(
    ["“", "”", '"', "\n\n", ". ", ", ", "said ", "he ", "she ", "they ", "the minister ", "Ana Roe ", "Roe ", "Dr ", "of ",
     "claims made by ", "making claims that ", "officials ", "have ", "it rained ", "sagte ", "„", "“, ", "a", " ", "'s ", "(", ")"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=60).map("".join), st.sampled_from([None, "en", "de", "fr", "xx"]))
def test_any_text_gives_spans_inside_it(text: str, language: str | None) -> None:
    found = onrecord.statements(text, language=language)
    assert found == onrecord.statements(text, language=language)
    for statement in found:
        assert statement.content
        assert 0 <= statement.confidence <= 1
        for spans in (statement.content, statement.source, statement.cue):
            assert list(spans) == sorted(spans)
            assert all(0 <= start < end <= len(text) for start, end in spans)


# Language, what stands after the quotation and begins with the speaker, the speaker's name.
NAMES = (
    ("nl", "zegt wethouder Loes Bakker tegen de krant", "Loes Bakker"),
    ("nl", "zegt Loes van den Berg tegen de krant", "Loes van den Berg"),
    ("sv", "säger ordföranden Mats Bergqvist till TT", "Mats Bergqvist"),
    ("da", "siger borgmester Lone Juhl til Politiken", "Lone Juhl"),
    ("ru", "сказала Анна Серова журналистам", "Анна Серова"),
    ("uk", "сказала мерка Олена Гай журналістам", "Олена Гай"),
    ("pl", "powiedział Jan Nowak w rozmowie z PAP", "Jan Nowak"),
    ("cs", "řekl starosta Jan Pokorný po jednání", "Jan Pokorný"),
    ("el", "δήλωσε ο δήμαρχος Στέλιος Βρανάς στη συνεδρίαση", "Στέλιος Βρανάς"),
    ("fi", "sanoo kirjastonjohtaja Pekka Hiltula STT:lle", "Pekka Hiltula"),
    ("hu", "mondta Kovács Péter polgármester", "Kovács Péter"),
    ("it", "spiega Ilaria Fontanesi ai giornalisti", "Ilaria Fontanesi"),
    ("it", "ha detto Carlo Neri al Corriere della Valle", "Carlo Neri"),
    ("es", "dijo el alcalde Ramiro Oyarzún a los periodistas", "Ramiro Oyarzún"),
    ("es", "dijo el alcalde de Villanueva Juan Paz a los periodistas", "Juan Paz"),
    ("es", "dijo María de la Torre a los periodistas", "María de la Torre"),
    ("es", "dijo Bashar al Asad a los periodistas", "Bashar al Asad"),
    ("es", "dijo el presidente del sindicato Obreros Unidos, Juan Paz", "Juan Paz"),
    ("es", "dijo el alcalde, Juan Paz a los periodistas", "Juan Paz"),
    ("ru", "сказал ТАСС мэр Николай Бережной", "Николай Бережной"),
    ("pt", "afirmou João Paz em entrevista", "João Paz"),
    ("fr", "a déclaré Anne Le Goff au journal", "Anne Le Goff"),
    ("fr", "a déclaré le président du Conseil national des communes, Yann Loisel", "Yann Loisel"),
    ("fr", "a dit un proche d’Edmond Béal, Yann Loisel", "Yann Loisel"),
    ("fr", "a dit un porte-parole d’Airbus Marine nationale, Yann Loisel", "Yann Loisel"),
    ("fr", "écrit Le Canard rayé", "Canard rayé"),
    ("de", "sagte Landrätin Wiebke Sandvoss der Zeitung", "Wiebke Sandvoss"),
    ("de", "sagte Wiebke Sandvoss der Zeitung", "Wiebke Sandvoss"),
    ("de", "sagte Ida von der Marsch den Zeitungen", "Ida von der Marsch"),
    ("de", "sagte der Vorsitzende der Gewerkschaft IG Metall, Jens Ohl", "Jens Ohl"),
    ("de", "sagte der Sprecher der Polizei Hannover, Jens Ohl, am Montag", "Jens Ohl"),
)


@pytest.mark.parametrize(("language", "after", "name"), NAMES)
def test_a_name_ends_where_the_name_ends(language: str, after: str, name: str) -> None:
    (found,) = onrecord.statements(f"“Abc defg hi”, {after}.", language=language)
    assert found.speaker.name == name


# Language, what stands after the quotation, the words for the speaker.
MENTIONS = (
    ("de", "sagte von der Marsch der Zeitung", "von der Marsch"),
    ("de", "sagte der Sportliche Leiter des Vereins, Jens Ohl", "der Sportliche Leiter des Vereins, Jens Ohl"),
    ("de", "sagte der Imker Jens Ohl, Professor an der Hochschule", "der Imker Jens Ohl, Professor an der Hochschule"),
    ("de", "sagte der Orgelbauer Wiebke Sandvoss den Zeitungen", "der Orgelbauer Wiebke Sandvoss"),
    ("de", "sagte Sandvoss der “Moorbote”-Redaktion", "Sandvoss"),
    ("de", "sagte der Imker der Hochschule", "der Imker der Hochschule"),
    ("de", "heißt es da", "es da"),
    ("ro", "a declarat pentru Agerpres primarul Ion Marcu", "pentru Agerpres primarul Ion Marcu"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "after", "mention"), MENTIONS)
def test_what_belongs_to_the_words_for_a_speaker(language: str, after: str, mention: str) -> None:
    found, *_ = onrecord.statements(f"“Abc defg hi”, {after}.", language=language)
    assert found.speaker.mention == mention


PARTICLES = (
    ("ja", "港湾局長は会見で「屋根が飛んだ」と話した。", "港湾局長", 0.9),
    ("ja", "「屋根が飛んだ」などと述べた。", None, 0.6),
    ("ja", "「屋根が飛んだ」と港湾局長は話した。", "港湾局長は", 0.9),
    ("ko", '항만국장은 "지붕이 날아갔다"고 말했다.', "항만국장", 0.9),
    ("ko", '"지붕이 날아갔다"라고 항만국장은 말했다.', "항만국장은", 0.9),
    ("zh", "“屋顶没了”，局长说。", "局长", 0.9),
)


@pytest.mark.parametrize(("language", "text", "mention", "confidence"), PARTICLES)
def test_a_particle_is_nobody(language: str, text: str, mention: str | None, confidence: float) -> None:
    (found,) = onrecord.statements(text, language=language)
    assert (found.speaker.mention, found.confidence) == (mention, confidence)
    assert found.cue


def test_a_role_begins_after_the_verb() -> None:
    (found,) = onrecord.statements("„Je to dobře,“ řekl starosta Jan Pokorný.", language="cs")
    assert who(found) == ("Jan Pokorný", "starosta")


PEOPLE = {
    "surname": ("Mayor Ana Roe came. Roe said it.", "Roe", ("Ana Roe", "Mayor")),
    "apposition": ("Bo Lind, 44, a baker in Holm, said it.", "Bo Lind, 44, a baker in Holm,", ("Bo Lind", "baker in Holm")),
    "title after a comma": ("The club's president, Bo Lind, said it.", "The club's president, Bo Lind,", ("Bo Lind", "club's president")),
    "she": ("Mayor Ana Roe met Peter Lind. She said it.", "She", ("Ana Roe", "Mayor")),
    "he": ("Mayor Ana Roe met Peter Lind. He said it.", "He", ("Peter Lind", None)),
    "not her": (
        "Peter Lind was ill. Mayor Ana Roe opened the hall. He said it.", "He", ("Peter Lind", None)
    ),
    "surname before first name": (
        "Roe Hale sang. Mayor Ana Roe danced. Roe said it.", "Roe", ("Ana Roe", "Mayor")
    ),
    "description": ("Mayor Ana Roe met Peter Lind. The mayor said it.", "The mayor", ("Ana Roe", "Mayor")),
    "later fuller": ("Roe said it. Mayor Ana Roe lives in Holm.", "Roe", ("Ana Roe", "Mayor")),
    "rank and more": ("Professor Emeka Vander, an ecologist at Holm College, said it.", "Professor Emeka Vander, an ecologist at Holm College,", ("Emeka Vander", "ecologist at Holm College")),
    "spokesman": ("A spokesman for the mill said it.", "A spokesman for the mill", (None, "spokesman for the mill")),
    "group": ("Local fishermen said it.", "Local fishermen", (None, "Local fishermen")),
    "body": ("The Holm Harbour Union said it.", "The Holm Harbour Union", ("Holm Harbour Union", None)),
    "acronym": ("The Holm Harbour Union (HHU) met. HHU said it.", "HHU", ("Holm Harbour Union", None)),
    "surname that is a trade": ("Peter Baker came home. Baker said it.", "Baker", ("Peter Baker", None)),
    "surname like a trade": ("Ute Hoffman came home. Hoffman said it.", "Hoffman", ("Ute Hoffman", None)),
    "statement of": ("Mayor Ana Roe was away. Roe's statement said it.", "Roe's statement", ("Ana Roe", "Mayor")),
    "paper": ("A leaked letter said it.", "A leaked letter", (None, None)),
    "compound": ("Ana Roe was away. Roe aides said it.", "Roe aides", (None, "Roe aides")),
    "a comma after nothing": ("In the , Bo Lind, said it.", "Bo Lind,", ("Bo Lind", None)),
    "month": ("Prime Minister Theresa May came. May said it.", "May", ("Theresa May", "Prime Minister")),
    "common word": ("A friend, Will Marrow, came. Marrow said it.", "Marrow", ("Will Marrow", "friend")),
    "common word as surname": ("Mayor Kim Do came. Kim Do said it.", "Kim Do", ("Kim Do", "Mayor")),
    "headline": ("Why Will Holm Win It All Again\n\nBo Holm said it.", "Bo Holm", ("Bo Holm", None)),
    "nickname": ("Edward “Big Ed” Roe came. Roe said it.", "Roe", ("Edward “Big Ed” Roe", None)),
    "letters": ("Nadia Farrant KC, a barrister, came. Farrant said it.", "Farrant", ("Nadia Farrant", "barrister")),
    "particle with a capital": ("Anneke van den Berg came. Van den Berg said it.", "Van den Berg", ("Anneke van den Berg", None)),
    "particles before": ("Ai-Lan de la Cruz y Montoya came. De la Cruz met us. As de la Cruz said it.", "de la Cruz", ("Ai-Lan de la Cruz y Montoya", None)),
    "long": ("Abd al-Rahman ibn Khalid al-Sudairi said it.", "Abd al-Rahman ibn Khalid al-Sudairi", ("Abd al-Rahman ibn Khalid al-Sudairi", None)),
    "juror": ("Juror No. 4 rose. Ana Roe, a nurse, said it.", "Ana Roe, a nurse,", ("Ana Roe", "nurse")),
    "several": ("Justices A.K. Lind and Ana Roe sat. Lind said it.", "Lind", ("A.K. Lind", None)),
    "same paragraph": (
        "“No,” said Mayor Ellen Roe.\n\nBo’s sister, Angela Lind, sobbed. “He is good,” she said it.", "she", ("Angela Lind", "Bo’s sister")
    ),
    "surname first": ("Wang Xiaoming came. Wang said it.", "Wang", ("Wang Xiaoming", None)),
    "kin": ("Her brother, Callum, said it.", "Her brother, Callum,", ("Callum", "brother")),
    "kin with age": ("The couple’s son, Darren, 30, said it.", "The couple’s son, Darren, 30,", ("Darren", "couple’s son")),
    "no firm": ("A reader, Hull, said it.", "A reader, Hull,", (None, "reader")),
    "her husband": ("Mayor Ana Roe came. “No,” Roe said. Her husband said it.", "Her husband", (None, "husband")),
    "another": ("Another said it.", "Another", (None, None)),
    "families": ("Few families stayed. Families said it.", "Families", (None, None)),
    "saint": ("Ana Roe, head of nursing at St. Brigid’s, said it.", "Ana Roe, head of nursing at St. Brigid’s,", ("Ana Roe", "head of nursing at St. Brigid’s")),
    "nations": ("Ana Roe, the U.N. coordinator, said it.", "Ana Roe, the U.N. coordinator,", ("Ana Roe", "U.N. coordinator")),
    "styled": ("Its chairman, Barr. Tunde Bello, said it.", "Its chairman, Barr. Tunde Bello,", ("Tunde Bello", "chairman")),
    "nation": ("Ines Moreau, a runner, beat Bo Lind. The Frenchwoman said it.", "The Frenchwoman", ("Ines Moreau", "runner")),
    "grandson": ("Roe’s grandson Kieran said it.", "Roe’s grandson Kieran", ("Kieran", "Roe’s grandson")),
    "trade in -eer": ("“Sold!” cried auctioneer Bo Lind. Lind said it.", "Lind", ("Bo Lind", "auctioneer")),
    "whether": ("They asked whether Sen. Ana Roe came. Roe said it.", "Roe", ("Ana Roe", "Sen.")),
    "close to": ("An official familiar with the Roe case said it.", "An official familiar with the Roe case", (None, "official")),
    "close": ("Roe’s close friends and allies said it.", "Roe’s close friends and allies", (None, "Roe’s close friends and allies")),
    "office of": ("Governor of Holm Wim Gregory said it.", "Governor of Holm Wim Gregory", ("Wim Gregory", "Governor of Holm")),
}  # fmt: skip


@pytest.mark.parametrize("name", PEOPLE)
def test_speakers(name: str) -> None:
    text, source, expected = PEOPLE[name]
    at = text.index(source + " said")
    content = text.rindex("it")
    given_ = Attribution(((content, content + 2),), ((at, at + len(source)),), (), 1.0)
    (speaker,) = resolve(text, [given_], quotations(text))
    assert (speaker.name, speaker.role) == expected
    assert speaker.mention == source


# Language, text, name and role of whoever says its last words. No list has these verbs.
NARRATED = (
    ("de", "Ida Lohmann schwieg. „Das Dach ist heute Nacht endgültig weg“, schnaubte Zimmermann Jens Ohl.", "Jens Ohl", "Zimmermann"),
    ("de", "Ida Lohmann schwieg. Der Orgelbauer Jens Ohl verlor die Geduld: „Das Dach ist weg.“", "Jens Ohl", "Orgelbauer"),
    ("de", "„Weg ist das Dach“, seufzte der Architekt Friedhelm Noske (91).", "Friedhelm Noske", "Architekt"),
    ("fr", "« C’est une honte ! » s’est emporté le couvreur Karim Belhadj.", "Karim Belhadj", "couvreur"),
    ("fr", "La couvreuse Rosa Béal est là. « Le toit est parti », soupire-t-elle.", "Rosa Béal", "couvreuse"),
    ("fr", "« Ça suffit », gronde Rosa Béal.", "Rosa Béal", None),
    ("es", "Invitada a opinar, la alcaldesa Ana Paz zanjó: «Vamos bien».", "Ana Paz", "alcaldesa"),
    ("pt", "“O telhado voou mesmo”, ironizou a oleira Rosa Teles.", "Rosa Teles", "oleira"),
    ("nl", "“Het dak is gisteren gewoon weggewaaid”, grapt buurtbewoner Achmed el Khattabi.", "Achmed el Khattabi", "buurtbewoner"),
    ("nl", "‘Wij gaan niet’, roept boer Wiebe Terpstra door een megafoon.", "Wiebe Terpstra", "boer"),
    ("cs", "„Slyšela jsem ránu,“ popsala svědkyně Hana Dudová.", "Hana Dudová", "svědkyně"),
    ("ru", "«Пятницы бывают разные», — шутит пенсионер Иван Кузьмич.", "Иван Кузьмич", "пенсионер"),
    ("fr", "« Le dialogue n’est pas vraiment rompu », veut croire l’adjointe Hélène Roy.", "Hélène Roy", "adjointe"),
    ("es", "«No robé ni un euro», había escrito Fermín Lasheras.", "Fermín Lasheras", None),
    ("es", "Su abogado, Borja Mendizábal, sí habló: «Recurriremos».", "Borja Mendizábal", "abogado"),
    ("fr", "Ida Béal se tait. « La Pluie tombe, soupire Rosa Béal. Il pleut. »", "Rosa Béal", None),
    ("nl", "‘Weg’, mompelt Sjoerd van ’t Hof.", "Sjoerd van ’t Hof", None),
    ("ru", "«Крыши нет», — отрезал Сухов. Пришёл глава района Геннадий Сухов.", "Геннадий Сухов", "глава района"),
    ("fi", "”Katto lähti”, Hiltula perustelee. Pekka Hiltula tuli.", "Pekka Hiltula", None),
)  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name", "role"), NARRATED)
def test_a_narrator_s_clause_tells_who_speaks_whatever_its_verb(
    language: str, text: str, name: str, role: str | None
) -> None:
    found = onrecord.statements(text, language=language)
    assert who(found[-1]) == (name, role)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "„Die Brücke“, inszeniert von Ida Lohmann, läuft bis Mai. „Faust“, ein Stück von Jens Ohl, auch."),
        ("fr", "« Les Heures », premier film d’Ondine Vasseur, sort mercredi."),
        ("fr", "« La Pluie », réalisé par Karim Belhadj, non."),
        ("de", "Der Verein „Rettet die Brauerei“ kündigte Widerstand an."),
        ("pt", "“A Casa”, romance de João Paz, vendeu mil."),
        ("ru", "«Крыша», дебют Ивана Петрова, вышла в мае."),
        ("pl", "„Most”, dramat Ewy Lis, grany jest w teatrze."),
        ("de", "Drei Filme liefen: „Faust“, „Hamlet“ und „Die Brücke“."),
    ],
)  # fmt: skip
def test_whose_a_title_is_says_nothing(language: str, text: str) -> None:
    assert onrecord.statements(text, language=language) == ()


@pytest.mark.parametrize(
    ("language", "text", "name", "mention"),
    [
        ("de", "Jens Ohl kam. Während der Sitzung stand plötzlich im Raum: „Wir haben das alle nicht gewusst.“", None, None),
        ("ru", "Пришёл Иван Линд. В водоканале пояснили: «Труба лежала в земле сорок лет».", None, None),
        ("de", "Ida Lohmann kam zu spät.\n\nLohmann: „Wir haben alles getan, was man tun kann.“", "Ida Lohmann", "Lohmann"),
        ("de", "Die Gemeinde Lohmann spart.\n\nLohmann: „Wir haben alles getan, was man tun kann.“", None, None),
        ("es", "En ese contexto, Rivera anunció que “van a cerrar el puerto durante todo el mes”.", "Rivera", "Rivera"),
    ],
)  # fmt: skip
def test_what_leads_up_to_a_quotation_may_open_with_an_adjunct_or_be_a_name(
    language: str, text: str, name: str | None, mention: str | None
) -> None:
    (speaker,) = (s.speaker for s in onrecord.statements(text, language=language))
    assert (speaker.name, speaker.mention) == (name, mention)


def test_nobody_is_given_words_that_a_colon_gives_to_somebody_else() -> None:
    text = "„Das Dach ist weg“, sagte Ida Lohmann. Im Brief stand dann: „Wir haben alles getan, was man tun kann.“"
    assert [s.speaker.name for s in onrecord.statements(text, language="de")] == ["Ida Lohmann", None]
    for other in (
        "Das Motto: „Wir haben alles getan, was man tun kann.“",
        "„Das Dach ist heute Nacht endgültig weg“ nahm Jens Ohl mit.",
    ):
        text = f"„Das Dach ist weg“, sagte Ida Lohmann.\n\n{other}"
        assert "Jens Ohl" not in [s.speaker.name for s in onrecord.statements(text, language="de")]


# Language, text, what is said, and by whom.
SPOKEN_LINES = (
    ("sv", "– Vi vågade inte, säger Elin Bergdahl. Det är ett djur.", ["Vi vågade inte", "Det är ett djur."], "Elin Bergdahl"),
    ("sv", "– Det är bara snö, muttrar Elin Bergdahl.", ["Det är bara snö"], "Elin Bergdahl"),
    ("nb", "– Det er lov, sier Kjersti Aune, men det er dumt.", ["Det er lov", "men det er dumt."], "Kjersti Aune"),
    ("da", "- Motoren er ny, siger Gitte Holm.", ["Motoren er ny"], "Gitte Holm"),
    ("fi", "– Katto lähti, sanoi Pekka Hiltula.", ["Katto lähti"], "Pekka Hiltula"),
    ("pl", "– To skandal – mówi Zofia Wilk. – Kto teraz przyjedzie?", ["To skandal", "Kto teraz przyjedzie?"], "Zofia Wilk"),
    ("pl", "– Cuda się zdarzają – śmieje się Zofia Wilk.", ["Cuda się zdarzają"], "Zofia Wilk"),
    ("ru", "— Это неправда, — сказала Вера Лунина. — Приходили все.", ["Это неправда", "Приходили все."], "Вера Лунина"),
    ("pl", "– Brakuje lekarzy – tłumaczy dyrektor szpitala Jan Karaś. – I tyle.", ["Brakuje lekarzy", "I tyle."], "Jan Karaś"),
    ("ru", "— Нам молчат, — возмущается жительница Озерска Тамара Белова.", ["Нам молчат"], "Тамара Белова"),
    ("es", "—Nos mienten —dijo Ana Paz—. Mire usted.", ["Nos mienten", "Mire usted."], "Ana Paz"),
    ("pt", "— E agora? — perguntou João Paz. — Parecia filme.", ["E agora?"], "João Paz"),
    ("fr", "— Le toit est parti, a dit Rosa Béal.", ["Le toit est parti"], "Rosa Béal"),
    ("fr", "« Un câble qui chante, a dit Rosa Béal, va casser. »", ["« Un câble qui chante", "va casser. »"], "Rosa Béal"),
    ("ru", "«Мы дойдём, — сказала Вера Лунина. — Дойдём до суда».", ["«Мы дойдём", "Дойдём до суда»"], "Вера Лунина"),
    ("it", "«Il tetto, dice Rosa Bianchi, è volato via»", ["«Il tetto", "è volato via»"], "Rosa Bianchi"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "text", "contents", "name"), SPOKEN_LINES)
def test_dashes_and_narrators_part_what_is_said(
    language: str, text: str, contents: list[str], name: str
) -> None:
    found = onrecord.statements(text, language=language)
    said_ = [text[a:b] for s in found for a, b in s.content]
    assert said_[: len(contents)] == contents
    assert {s.speaker.name for s in found} == {name}
    assert {s.kind for s in found} == {StatementKind.DIRECT}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Resultat:\n\n– Lag A, tränare Elsa Berg\n– Lag B, tränare Mats Ek"),
        ("sv", "Program:\n\n– En kväll, med Elsa Berg.\n– Sång, solist Mats Ek."),
        ("pl", "Na stole:\n\n– zupa\n– chleb z masłem\n"),
        ("de", "– Suppe, sagte Ida Lohmann."),
        ("es", "—Concierto —canta Ana Ruiz."),
        ("sv", "– Föredrag – håller Karin Holm."),
    ],
)
def test_lists_with_dashes_are_not_spoken(language: str, text: str) -> None:
    assert onrecord.statements(text, language=language) == ()


# Language, text, mention or name of the last speaker.
ORDERS = (
    ("tr", "Başkan Sevgi Arıkan, “Yenisi güzel olacak” dedi.", "Sevgi Arıkan", "Başkan Sevgi Arıkan"),
    ("tr", "Başkan Kerem Uysal ise “Karar aykırı” diye konuştu.", "Kerem Uysal", "Başkan Kerem Uysal"),
    ("hi", 'महापौर सुनीता शर्मा ने कहा, "पुल बंद है।"', "सुनीता शर्मा", "महापौर सुनीता शर्मा ने"),
    ("sv", "”Det snöade hela natten”, säger Mona Berg med bestämdhet.", "Mona Berg", "Mona Berg"),
    ("es", "«Vamos», dijo Ana Paz. «Habrá que ahorrar», añadió después.", "Ana Paz", None),
    ("cs", "„Voda přišla,“ řekla starostka Jitka Malá. „Zachránili jsme klavír.“", "Jitka Malá", "starostka Jitka Malá"),
    ("de", "Laut Lohmann wird „das Dach neu gedeckt“. Ida Lohmann lacht.", "Ida Lohmann", "Lohmann"),
    ("sv", "Jonas Wikén svarar. I ett mejl skriver Wikén: ”Det är inte klart.”", "Jonas Wikén", "Wikén"),
    ("pt", "«Ninguém», respondeu Ana Paz quando questionada.", "Ana Paz", "Ana Paz"),
    ("nl", "Volgens de aannemer is “het dak weg”.", None, "de aannemer"),
    ("ru", "Пришёл Геннадий Сухов. «Да», — сказала Марина Ветрова. «Нет», — сказала она.", "Марина Ветрова", "она"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name", "mention"), ORDERS)
def test_where_whoever_speaks_stands(language: str, text: str, name: str | None, mention: str | None) -> None:
    found = onrecord.statements(text, language=language)
    assert (found[-1].speaker.name, found[-1].speaker.mention) == (name, mention)


def test_what_the_article_shows_of_gender_counts() -> None:
    surname = "Пришёл мэр Геннадий Сухов. «Да», — сказала Есения Белова. «Нет», — сказал он."
    assert onrecord.statements(surname, language="ru")[-1].speaker.name == "Геннадий Сухов"


def test_it_is_no_group_of_people() -> None:
    text = "Local farmers said that the dam would flood their land. It said that nobody would be left without water."
    found = onrecord.statements(text, language="en")
    assert [who(s) for s in found] == [(None, "Local farmers"), (None, None)]


def test_her_husband_is_not_she() -> None:
    text = "“We came here,” Tosin Oduya said. “There is nothing else,” her husband said."
    found = onrecord.statements(text, language="en")
    assert [who(s) for s in found] == [("Tosin Oduya", None), (None, "husband")]


def test_whoever_the_paragraph_names_comes_before_the_last_speaker() -> None:
    text = "“No,” said Mayor Ellen Roe.\n\nFrank’s sister, Angela Lind, sobbed. “He is a good man,” she said outside."
    assert onrecord.statements(text, language="en")[-1].speaker.name == "Angela Lind"


def test_a_short_sentence_in_marks_goes_on() -> None:
    text = "«Man hört den Bach lauter als die Räder», findet Vreni Imhof. «Bäche darf man.»"
    found = onrecord.statements(text, language="de-CH")
    assert [s.speaker.name for s in found] == ["Vreni Imhof", "Vreni Imhof"]


def test_who_says_nothing_makes_no_statement() -> None:
    text = (
        "The council declined to comment. A spokesman, Bo Lind, did not respond to requests for comment. "
        "Mayor Ana Roe declined to comment on the crash, saying “I was ill.”"
    )
    found = onrecord.statements(text, language="en")
    assert [text[slice(*s.content[0])] for s in found] == ["“I was ill.”"]


@pytest.mark.parametrize(
    ("cue", "content", "silent"),
    [
        ("declined", "to comment on the case", True),
        ("did not respond to", "requests for comment", True),
        ("refused", "to be named", True),
        ("refused", "calls for a recount", False),
        ("insisted", "that his comment was no threat", False),
        ("made", "a comment on the case", False),
    ],
)
def test_who_refuses_something_else_is_not_silent(cue: str, content: str, silent: bool) -> None:  # noqa: FBT001
    text = f"{cue} {content}"
    said = Attribution(((len(cue) + 1, len(text)),), (), ((0, len(cue)),), 1.0)
    assert is_silence(text, said) is silent


@pytest.mark.parametrize(
    ("language", "text", "words", "name"),
    [
        ("en", "“We lost the case,” Holt said, while Lind added, “it was a folly from the start.”", "it was a folly", "Lind"),
        ("en", 'Ana and Bo Lind were there. "We came early," Ana said. "It was a fine day for us all," Lind said.', "It was a fine", "Bo Lind"),
        ("en", 'Mayor Tawnya Kowalski opened the bridge with Eve Stone. Kowalski wore red. "I am proud of this," she said.', "I am proud", "Tawnya Kowalski"),
        ("es", '—Queremos construir más, dijo Ana Ruiz. Luis Paz negó con la cabeza: "No es posible, no tenemos más dinero".', "No es posible", "Luis Paz"),
    ],
)  # fmt: skip
def test_words_are_not_given_to_whoever_spoke_before(language: str, text: str, words: str, name: str) -> None:
    assert said(onrecord.statements(text, language=language), text, words).speaker.name == name


def test_a_narrator_behind_a_line_of_speech_says_none_of_it() -> None:
    text = "– Chcemy budować i to szybko – powiedziała Anna Kowalska. Jan Nowak pokręcił głową i wyszedł."
    (statement,) = onrecord.statements(text, language="pl")
    assert [text[a:b] for a, b in statement.content] == ["Chcemy budować i to szybko"]


def test_the_maker_of_a_work_does_not_speak() -> None:
    text = "Paul Denis est parti. « Le long et beau mur de la maison », réalisé par Anne Roux, sort demain."
    assert all(s.speaker.name != "Anne Roux" for s in onrecord.statements(text, language="fr"))


@pytest.mark.parametrize(
    ("verb", "name", "confidence"),
    [("sagte", "Jens Ohl", 0.9), ("schnaubte", "Jens Ohl", 0.6), ("hörte", None, 0.6)],
)
def test_what_the_form_of_a_clause_alone_tells_is_less_sure(
    verb: str, name: str | None, confidence: float
) -> None:
    text = f"„Das Dach ist weg und wir wissen nicht, wer es bezahlt“, {verb} Jens Ohl am Montag."
    (statement,) = onrecord.statements(text, language="de")
    assert (statement.speaker.name, statement.confidence) == (name, confidence)
