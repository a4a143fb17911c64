"""Paragraphs that were joined with nothing between are parted again, and nothing else is."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import BlockKind
from onrecord.body.junctions import breaks_lost
from onrecord.body.paragraphs import flattened_article


def parted(text: str) -> str:
    """``text`` with a bar at every break."""
    cuts = [0, *breaks_lost(text), len(text)]
    return "|".join(text[a:b] for a, b in pairwise(cuts))


PARTED = (
    "The lock will open, she said.|Work begins in July.",
    "Will the lock open?|Nobody knows!|The council does not.",
    'The wall was "slow."|Also on Friday it rained.',
    'He called it a "blank cheque."|"There is another way," she said.',
    "“I have waited.”|“So have we.”|Boats lay idle.",
    "„Wir warten“, sagte er.|„Es regnet.“|Am Freitag endete es.",
    "Sie nannte es einen „Neuanfang“.|Der Rat schwieg.",
    "La mairie l'a dit après l'étude.|« Nous attendons », dit-il. Il pleut. »|Une passerelle viendra.",
    "»Det regner,« sagde hun. »Vi venter.«|»Det gør vi.«|Båden lå stille.",
    "Boats return (if the money holds.)|Nobody knows.",
    "Färjan går igen.|– Vi väntar, säger han.",
    "Паром пойдёт снова.|— Мы ждём, — сказал он.",
    "Капитан сказал:|— Мы ждём.",
    "The vote was in 1994.|The wall fell first.",
    "It costs less in China.|2. The second reason is time.",
    "The U.S. yard closed.|It had built the gates. It had paid the men, too.",
    "배는 다시 다닌다.|군청은 수리를 마쳤다.|1963년에 지은 배다.",
    "गाँव में पानी आया।|लोगों ने कहा कि यह अच्छा है।",
    "عاد القارب إلى الماء.|قالت سلمى إن الجميع سعيد؟|نعم.",
    "The lock opens in May. The boats return.|What the lock costs|The lock and its gates cost too much.",
    "Boats lie idle at the lock and the lock is shut.|What happens next|What the council says, and what happens.",
)


@pytest.mark.parametrize("text", PARTED)
def test_lost_breaks_are_found_and_no_others(text: str) -> None:
    assert parted(text.replace("|", "")) == text


WHOLE = (
    "The U.S. firm, e.g. the one at Merrow, paid J.R.R. Ludlow and J. D. Holt 2.4 million at 9.30 p.m. on Friday.",
    "We agree only through...trust, and wait…patiently.",
    "See news.example, www.Harrow.Example/Path.Html and write to Ana.Roe@news.example about Harrow.com today.",
    "The BBC's McAdam asked DeSoto of YouTube and the LeClercs about an iPhone, GitHub and 3D films.",
    "KollegInnen und Bürger:innen des 1.FC Tarn wählten am 3.5.2024 um 9.30 Uhr.",
    "L'Union et l'Atlantique, dell'Italia e d'Oxford; İzmir'in Bornova'da.",
    "He said “no” (twice) and “maybe”, then left; she didn't. 'Never,' said Bo.",
    "yaseMbali nguGigaba wathi eMgungundlovu kwaZulu.",
    "The hashtags #TarnLock and #OpenTheLock, by @TarnPost, were shared.",
    "‘정권교체’라는 말과 “기다렸다”고 말했다.",
)


@pytest.mark.parametrize("text", WHOLE)
def test_nothing_is_cut_inside_a_paragraph(text: str) -> None:
    assert breaks_lost(text) == ()


def test_a_word_written_so_twice_is_no_break() -> None:
    text = "The lock opens.The SluisWerk firm built it. The firm SluisWerk is new."
    assert parted(text) == "The lock opens.|The SluisWerk firm built it. The firm SluisWerk is new."


def test_charwise_text_is_parted_only_where_an_end_meets_an_opening_mark() -> None:
    text = "港町の市は渡し船を来春から再開すると発表した。費用は一億円。「うれしい」と店主は話す。「費用が問題だ」と市議は言う。『船』は古い。"
    blocks = flattened_article(text, [(0, len(text))]).blocks
    assert [text[b.place.start : b.place.end][:3] for b in blocks] == ["港町の", "「うれ", "「費用", "『船』"]


def test_a_heading_that_was_joined_is_a_heading_again() -> None:
    text = (
        "The lock opens in May, and the boats return to the basin.What the lock will cost"
        "The gates of the lock alone will cost two million, the council said."
    )
    article = flattened_article(text, [(0, len(text))])
    assert [(b.kind, b.level) for b in article.blocks] == [
        (BlockKind.PARAGRAPH, None),
        (BlockKind.HEADING, 2),
        (BlockKind.PARAGRAPH, None),
    ]
    assert [t.code for t in article.troubles] == ["breaks-lost"]


def test_wrapped_lines_are_one_paragraph_and_short_ones_are_not() -> None:
    wrapped = (
        "The ferry across Tarn Water will run again from June, the\n"
        "council said on Monday, eleven years after the last boat was\n"
        "sold for scrap."
    )
    assert len(flattened_article(wrapped, [(0, len(wrapped))]).blocks) == 1
    lines = "The ferry runs again.\nIt will carry forty people, and no cars at all.\nTickets cost 1.80."
    assert len(flattened_article(lines, [(0, len(lines))]).blocks) == 3


SENTENCES = st.lists(
    st.sampled_from(
        (
            *PARTED,
            *WHOLE,
            " ",
            "\n",
            "\n\n",
            "&amp;",
            "&#0;",
            "\0",
            "\u202e",
            '"',
            "“",
            "」",
            "。「",
            "x" * 90,
        )
    ),
    max_size=12,
).map("".join)


@given(SENTENCES, st.integers(0, 20))
def test_blocks_stand_where_they_say(text: str, start: int) -> None:
    stretch = (min(start, len(text)), len(text))
    article = flattened_article(text, [stretch])
    last = stretch[0]
    for block in article.blocks:
        assert block.place.start is not None
        assert block.place.end is not None
        assert last <= block.place.start < block.place.end <= len(text)
        assert not text[last : block.place.start].strip("\0 \n")
        last = block.place.end
        assert article.text is not None
        assert article.text[block.start : block.end].strip()


@pytest.mark.parametrize(
    "unit",
    [
        "A" * 199 + " ",
        "aB",
        "aBcD1E",
        'a.B"',
        "a.B",
        '"',
        "x.« A",
        "a@b.cd ",
        "#aB",
        "www.a.bC d.E ",
        ".",
        "。「",
    ],
)
def test_hostile_text_is_searched_in_bounded_time(unit: str) -> None:
    text = unit * (499_000 // len(unit))
    began = time.process_time()
    flattened_article(text, [(0, len(text))])
    assert time.process_time() - began < 4
