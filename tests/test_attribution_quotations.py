"""Quotation marks: every row is a text and what stands between its marks, outermost first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.attribution.quotations import Quotation, quotations

ROWS: dict[str, tuple[str, tuple[str, ...]]] = {
    # English, typographic and typewritten
    "curly": ("“We are late,” she said.", ("We are late,",)),
    "straight": ('"We are late," she said.', ("We are late,",)),
    "two in a line": ("“Yes,” he said. “No.”", ("Yes,", "No.")),
    "two straight": ('"Yes," he said. "No."', ("Yes,", "No.")),
    "a fragment": ('It was "slow" work.', ("slow",)),
    "single curly": ("‘We are late,’ she said.", ("We are late,",)),
    "single straight": ("'We are late,' she said.", ("We are late,",)),
    "single in double": ("“He said ‘no’ twice,” she said.", ("He said ‘no’ twice,", "no")),
    "double in single": ("‘He said “no” twice,’ she said.", ("He said “no” twice,", "no")),
    "straight in straight": ('"He said "no" twice," she said.', ('He said "no" twice,', "no")),
    "nested ends together": ("“He said ‘no.’” Then rain.", ("He said ‘no.’", "no.")),
    "nested begins together": ("“‘No’ is what he said,” she said.", ("‘No’ is what he said,", "No")),
    "three deep": ("“A ‘b “c” d’ e,” he said.", ("A ‘b “c” d’ e,", "b “c” d", "c")),
    "after a colon": ('He said: "No."', ("No.",)),
    "after a colon, glued": ('He said:"No."', ("No.",)),
    "after a dash": ("He said—“no”—and left.", ("no",)),
    "ends with a dash": ('"I was—" he began.', ("I was—",)),
    "begins with dots": ('He went on: "...and left."', ("...and left.",)),
    "in parentheses": ('(She calls it "home".)', ("home",)),
    "before a parenthesis": ("The “hall” (a shed) burned.", ("hall",)),
    "question": ("“Why?” asked Bo.", ("Why?",)),
    "at the end": ("She said “never again”", ("never again",)),
    "spaces inside": ('" No way " he said.', ("No way",)),
    "LaTeX": ("``We are late,'' she said.", ("We are late,",)),
    "two apostrophes": ("''We are late,'' she said.", ("We are late,",)),
    "angle brackets": ("<<We are late>>, she said.", ("We are late",)),
    "slash": ('The "yes"/"no" vote.', ("yes", "no")),
    "bracketed word": ("“[They] were late,” he said.", ("[They] were late,",)),
    # apostrophes, inches, decades: no marks
    "possessive": ("The players' union met the owners' club.", ()),
    "possessive curly": ("The players’ union met the owners’ club.", ()),
    "contractions": ("It's Bo's, isn't it? 'Tis.", ()),
    "decades": ("Back in the '90s and '80s they won.", ()),
    "decades curly": ("Back in the ’90s and ‘80s they won.", ()),
    "class of": ("The class of '05 met.", ()),
    "elision": ("Get 'em while they're hot, rock 'n' roll.", ()),
    "height": ("He is 6'2\" tall and she 5'4\".", ()),
    "inches": ('A 12" record and a 7" one.', ()),
    "inches in a quotation": ('"It was 12" wide," he said.', ('It was 12" wide,',)),
    "possessive in single": ("'The players' union is strong,' he said.", ("The players' union is strong,",)),
    "possessive in single curly": ("‘The players’ union is strong,’ he said.", ("The players’ union is strong,",)),
    "decade in a quotation": ('"Pay us like it\'s not the \'90s," she said.', ("Pay us like it's not the '90s,",)),
    "single after possessive": ("The players' 'deal' failed.", ("deal",)),
    "ends with a year": ('"We began in 2019" is wrong.', ("We began in 2019",)),
    "dropped letters": ("She's runnin' and jumpin' a lot.", ()),
    "shift operator": ("Write x << 3 in it.", ()),
    # mixed and missing
    "curly then straight": ('“We are late," she said.', ("We are late,",)),
    "straight then curly": ('"We are late,” she said.', ("We are late,",)),
    "wrong way round": ("”We are late,” she said.", ("We are late,",)),
    "both openers": ("“We are late,“ she said.", ("We are late,",)),
    "straight in curly": ('“He said "no" twice,” she said.', ('He said "no" twice,', "no")),
    "bad spacing": ("“We are late, ” she said.", ("We are late,",)),
    "missing closer": ("She said: “We are late.", ("We are late.",)),
    "missing closer, then more": ('"We left. "They stayed," he said.', ("We left.", "They stayed,")),
    "missing opener": ("We are late,” she said.", ("We are late,",)),
    "missing opener straight": ('We are late," she said. "Go."', ("We are late,", "Go.")),
    "stray at the end": ("We are late ”", ()),
    "empty": ('“” and ""', ()),
    "glued paragraphs": ('It was "slow."Also she said so. "No."', ("slow.", "No.")),
    "glued quotations": ('He saw "ruin.""There is a way," she said.', ("ruin.", "There is a way,")),
    "glued opener": ('The mill burned."We ran," he said.', ("We ran,",)),
    # paragraphs
    "goes on": ("“One.\n\n“Two.”", ("One.", "Two.")),
    "goes on straight": ('"One.\n\n"Two."', ("One.", "Two.")),
    "goes on, single line breaks": ("“One.\n“Two.”", ("One.", "Two.")),
    "goes on three times": ("“One.\n\n“Two.\n\n“Three,” he said.", ("One.", "Two.", "Three,")),
    "goes on without an opener": ("“One.\n\nTwo.”", ("One.", "Two.")),
    "goes on in single": ("‘One.\n\n‘Two,’ he said.", ("One.", "Two,")),
    "goes on with a nested one": ("“One ‘a’.\n\n“Two.”", ("One ‘a’.", "a", "Two.")),
    "never across": ("“One.\n\nTwo.\n\nThree.", ("One.",)),
    # other languages
    "German": ("„Das stimmt“, sagte sie.", ("Das stimmt",)),
    "German guillemets": ("»Das stimmt«, sagte sie.", ("Das stimmt",)),
    "German nested": ("„Er sagte ‚nein‘ dazu“, sagte sie.", ("Er sagte ‚nein‘ dazu", "nein")),
    "German guillemets nested": ("»Er sagte ›nein‹ dazu«, sagte sie.", ("Er sagte ›nein‹ dazu", "nein")),
    "German, English closer": ("„Das stimmt”, sagte sie.", ("Das stimmt",)),
    "German, straight closer": ('„Das stimmt", sagte sie.', ("Das stimmt",)),
    "French": ("« C’est vrai », dit-elle.", ("C’est vrai",)),
    "French no-break": ("«\u00a0C’est vrai\u00a0», dit-elle.", ("C’est vrai",)),
    "French narrow": ("«\u202fC’est vrai\u202f», dit-elle.", ("C’est vrai",)),
    "French after an apostrophe": ("C’est l’« idéal » du maire.", ("idéal",)),
    "French nested": ("« Il a dit “non” hier », dit-elle.", ("Il a dit “non” hier", "non")),
    "French nested alike": ("« Il a dit « non » hier », dit-elle.", ("Il a dit « non » hier", "non")),
    "Swiss": ("‹Ja›, sagte er, «aber nicht heute».", ("Ja", "aber nicht heute")),
    "Spanish": ("«Es verdad», dijo. “Sí”.", ("Es verdad", "Sí")),
    "Spanish question": ("«¿Por qué?», preguntó.", ("¿Por qué?",)),
    "Italian": ("«È vero», ha detto.", ("È vero",)),
    "Portuguese": ("“É verdade”, disse ela.", ("É verdade",)),
    "Dutch": ("„Dat klopt”, zei ze ’s avonds.", ("Dat klopt",)),
    "Dutch single": ("‘Dat klopt’, zei ze.", ("Dat klopt",)),
    "Swedish": ("”Det stämmer”, sa hon.", ("Det stämmer",)),
    "Finnish": ("”Se on totta”, hän sanoi. »Niin», hän lisäsi.", ("Se on totta", "Niin")),
    "Danish": ("»Det passer«, sagde hun.", ("Det passer",)),
    "Norwegian": ("«Det stemmer», sa hun.", ("Det stemmer",)),
    "Polish": ("„To prawda”, powiedziała. „Tak «jest» tu”.", ("To prawda", "Tak «jest» tu", "jest")),
    "Czech": ("„To je pravda,“ řekla.", ("To je pravda,",)),
    "Hungarian": ("„Ez igaz” – mondta. „A »b« c”.", ("Ez igaz", "A »b« c", "b")),
    "Romanian": ("„Este adevărat”, a spus ea.", ("Este adevărat",)),
    "Croatian": ("„To je istina”, rekla je. »Da«.", ("To je istina", "Da")),
    "Greek": ("«Είναι αλήθεια», είπε.", ("Είναι αλήθεια",)),
    "Russian": ("«Это „правда“, да», — сказала она.", ("Это „правда“, да", "правда")),
    "Ukrainian": ("«Це правда», — сказала вона.", ("Це правда",)),
    "Turkish": ("“Bu doğru” dedi.", ("Bu doğru",)),
    "Chinese": ("她说：“好的。”然后走了。", ("好的。",)),
    "Chinese nested": ("她说：“他说‘好’了。”", ("他说‘好’了。", "好")),
    "Traditional Chinese": ("她說：「他說『好』。」", ("他說『好』。", "好")),
    "Japanese": ("彼女は「そうです」と述べた。", ("そうです",)),
    "Japanese half width": ("彼女は｢そうです｣と述べた。", ("そうです",)),
    "Korean": ("그는 “맞다”고 말했다.", ("맞다",)),
    "Hebrew": ('היא אמרה: "צה"ל פועל".', ('צה"ל פועל',)),
    "Arabic": ("قالت: «هذا صحيح».", ("هذا صحيح",)),
    "Arabic curly": ("قالت: “هذا صحيح”.", ("هذا صحيح",)),
    "Hindi": ("उसने कहा, “यह सच है।”", ("यह सच है।",)),
}  # fmt: skip


def inner(text: str, language: str | None = None) -> tuple[str, ...]:
    return tuple(text[q.inner_start : q.inner_end] for q in quotations(text, language))


@pytest.mark.parametrize("name", ROWS)
def test_what_stands_between_marks(name: str) -> None:
    text, expected = ROWS[name]
    assert inner(text) == expected


def test_there_are_enough_rows() -> None:
    assert len(ROWS) >= 80


def test_spaced_guillemets_are_read_by_the_language() -> None:
    assert inner("» Das stimmt « , sagte sie.", "de") == ("Das stimmt",)
    assert inner("« Das stimmt » , sagte sie.", "de-CH") == ("Das stimmt",)


def test_offsets_depth_and_what_is_closed() -> None:
    text = "So: « Il a dit “non” », et « oui."
    assert quotations(text) == (
        Quotation(4, 22, 6, 20, closed=True, depth=0),
        Quotation(15, 20, 16, 19, closed=True, depth=1),
        Quotation(27, 33, 29, 33, closed=False, depth=0),
    )


def test_a_missing_opener_is_where_the_paragraph_begins() -> None:
    (found,) = quotations("Rain.\n\nWe are late,” she said.")
    assert (found.start, found.inner_start, found.inner_end, found.closed) == (7, 7, 19, True)


def test_text_run_together_is_no_quotation_without_an_opener() -> None:
    assert quotations("Words and words. " * 200 + "Late,” she said.") == ()


def test_depth_is_bounded() -> None:
    assert max(q.depth for q in quotations("„a " * 500 + "b“" * 500)) < 8


MARKS = "\"'“”‘’„‚«»‹›「」『』`<>,.!? \n\u00a0aB1s—-()"


@given(st.text(st.sampled_from(MARKS), max_size=60))
def test_any_text_gives_spans_in_order_that_nest_and_hold_words(text: str) -> None:
    found = quotations(text)
    assert list(found) == sorted(found, key=lambda q: (q.start, -q.end))
    open_ends: list[int] = []
    for q in found:
        assert 0 <= q.start <= q.inner_start < q.inner_end <= q.end <= len(text)
        assert "\n" not in text[q.start : q.end].strip()
        assert text[q.inner_start : q.inner_end].strip() == text[q.inner_start : q.inner_end]
        while open_ends and open_ends[-1] <= q.start:
            open_ends.pop()
        assert q.depth == len(open_ends)
        assert not open_ends or q.end <= open_ends[-1], "one reaches out of the other"
        open_ends.append(q.end)


@pytest.mark.parametrize(
    "unit", ['"', "'", "“", "”", "“a ", '"a ', "'a ", '1" ', "a' b ", "«‘", "`` a '' ", "„a“ "]
)
def test_time_is_linear(unit: str) -> None:
    assert len(quotations(unit * 50_000)) <= 50_000 * len(unit)
