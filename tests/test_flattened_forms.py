"""Texts as archives, wires, press offices, printers and writers of Markdown set them: what a careful person records of each."""

import textwrap
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

import onrecord
from onrecord.export.markdown import to_markdown

HEADLINE = "Harrow Bay council votes to close fish market"
FIRST = "The town council of Harrow Bay voted on Monday night to close the old fish market for two years of repairs."
SECOND = '"We have waited nine winters for this roof," said Councillor Edda Marsh. "Nobody should sell cod like that."'
LAST = "Work is expected to begin in September and to last until the autumn of the following year, weather permitting."
TEXT = f"{FIRST}\n\n{SECOND}\n\n{LAST}"
JOINED = FIRST + SECOND + LAST
OTHER = "Ferry fares to rise in July"
DE = "Der Gemeinderat von Seeheim hat am Montagabend beschlossen, die alte Markthalle für zwei Jahre zu schließen."
FR = "Le conseil municipal de Port-Ardent a voté lundi soir la fermeture de la vieille halle aux poissons."


def told(record: onrecord.Record, names: Iterable[str]) -> dict[str, Any]:
    publisher = record.publisher.name if record.publisher else None
    values = {
        "author": [a.name for a in record.author],
        "publisher": publisher,
        "day": record.date_published.value[:10] if record.date_published else None,
        "modified": record.date_modified.value[:10] if record.date_modified else None,
        "section": list(record.article_section),
        "text": record.article_body,
        "corrections": [c.text for c in record.corrections],
        "logo": record.publisher.logo.url if record.publisher and record.publisher.logo else None,
        "images": [i.url for i in record.images],
    }
    return {name: values[name] if name in values else getattr(record, name) for name in names}


FORMS: dict[str, tuple[str, dict[str, Any]]] = {
    "an edition below the day is no headline; the copyright at the end names the year": (
        (f"1 of 1 DOCUMENT\n\nHarrow Post (Harrow Bay)\n\nJune 4, 2024 Tuesday\n  First Edition\n\n{HEADLINE}\n\nBYLINE: Ida Kroll\n\n"
        f"SECTION: LOCAL; Pg. 3\n\nLENGTH: 61 words\n\n{TEXT}\n\nLOAD-DATE: June 5, 2024\n\nCopyright 2024 Harrow Holdings\nAll Rights Reserved\n"),
        {"headline": HEADLINE, "publisher": "Harrow Post (Harrow Bay)", "day": "2024-06-04", "text": TEXT, "copyright_year": 2024},
    ),
    "labels that stand alone over what they name end the text": (
        (f"{HEADLINE}\nHarrow Post\nJune 4, 2024 Tuesday\n\nSection: LOCAL; Pg. 3\nLength: 61 words\nByline: Ida Kroll\n\nBody\n\n{TEXT}\n\n"
        "Graphic\n \nPhotograph, The old market.\n\nClassification\n\nLanguage: ENGLISH\n\nLoad-Date: June 5, 2024\n\nEnd of Document\n"),
        {"headline": HEADLINE, "publisher": "Harrow Post", "text": TEXT, "section": ["LOCAL"]},
    ),
    "German rubrics are sections, and the day of an update there is the archive's": (
        (f"Uferbote\n\nDienstag, 4. Juni 2024\n\nSeeheim schließt die Markthalle;\nHändler ziehen um\n\nAUTOR: Jana Ried\n\nRUBRIK: Lokales; S. 11\n\n"
        f"LÄNGE: 17 Wörter\n\n{DE}\n\nUPDATE: 5. Juni 2024\n\nSPRACHE: GERMAN; DEUTSCH\n"),
        {"headline": "Seeheim schließt die Markthalle", "publisher": "Uferbote", "section": ["Lokales"], "modified": None, "text": DE},
    ),
    "a count of words over day, source and code": (
        (f"Local\n{HEADLINE}\n\nIda Kroll\n61 words\n4 June 2024\n05:10\nHarrow Post\nHARPST\n3\nEnglish\n(c) 2024 Harrow Holdings.\n\n{TEXT}\n\n"
        "Harrow Holdings\n\nDocument HARPST0020240604ek640001a\n"),
        {"headline": HEADLINE, "author": ["Ida Kroll"], "publisher": "Harrow Post", "day": "2024-06-04", "section": ["Local"], "text": TEXT},
    ),
    "codes in lines of their own": (
        (f"HD\n{HEADLINE}\n\nBY\nBy Ida Kroll\n\nWC\n61 words\n\nPD\n4 June 2024\n\nSN\nHarrow Post\n\nSC\nHARPST\n\nLA\nEnglish\n\nLP\n{FIRST}\n\n"
        f"TD\n{SECOND}\n\n{LAST}\n\nAN\nDocument HARPST0020240604ek640001a\n"),
        {"headline": HEADLINE, "author": ["Ida Kroll"], "publisher": "Harrow Post", "day": "2024-06-04", "text": TEXT},
    ),
    "source over section, day, count and page": (
        (f"Le Courrier d’Ardent\nSociété, mardi 4 juin 2024 17 mots, p. 8\n\nPort-Ardent ferme sa vieille halle\n\nAnne Lestrange\n\n{FR}\n\n{FR}\n\n"
        "© 2024 Le Courrier d’Ardent. Tous droits réservés.\nnews·20240604·CA·1882345\n"),
        {"headline": "Port-Ardent ferme sa vieille halle", "author": ["Anne Lestrange"], "publisher": "Le Courrier d’Ardent", "day": "2024-06-04",
         "section": ["Société"], "text": f"{FR}\n\n{FR}"},
    ),
    "all labels below the text": (
        (f"Uferbote vom 04.06.2024, Nr. 128, S. 11 / Lokales\n\nLOKALES\n\nSeeheim schließt die Markthalle\n\nJana Ried\n\n{DE}\n\n{DE}\n\n"
        "Quelle: Uferbote vom 04.06.2024, Nr. 128, S. 11\nRessort: Lokales\nDokumentnummer: 202406041\nAlle Rechte vorbehalten: (c) Uferverlag GmbH\n"),
        {"headline": "Seeheim schließt die Markthalle", "author": ["Jana Ried"], "publisher": "Uferbote", "day": "2024-06-04", "section": ["Lokales"],
         "text": f"{DE}\n\n{DE}"},
    ),
    "the day of a database's entry is no modified time": (
        (f"Title: {HEADLINE}\n\nPublication title: Harrow Post; Harrow Bay\n\nPublication date: Jun 4, 2024\n\nSection: Local\n\nDatabase: Newsstream\n\n"
        f"Last updated: 2024-06-05\n\nFull text: {TEXT}\n"),
        {"headline": HEADLINE, "publisher": "Harrow Post", "day": "2024-06-04", "modified": None, "text": TEXT},
    ),
    "several labels in one line, and a newspaper with its place": (
        (f"{HEADLINE}\n\nJune 4, 2024 | Harrow Post (Harrow Bay, MA)\nAuthor: Ida Kroll | Page: A3 | Section: Local\n61 Words\n\n{TEXT}\n\n"
        "Copyright (c) 2024 Harrow Post. All rights reserved.\n"),
        {"headline": HEADLINE, "author": ["Ida Kroll"], "publisher": "Harrow Post (Harrow Bay, MA)", "day": "2024-06-04", "section": ["Local"], "text": TEXT},
    ),
    "a wire's bullets, correction, reporters and signs": (
        (f"CORRECTED-{HEADLINE} =\n\n* Repairs to take two years\n\n(Corrects spelling of name in paragraph 2)\n\nHARROW BAY, June 3 (Reuters) - {TEXT}\n\n"
        "(Reporting by Ida Kroll; Editing by Tomas Weir)\n"),
        {"headline": f"CORRECTED-{HEADLINE}", "author": ["Ida Kroll"], "credited_agency": "Reuters",
         "corrections": ["(Corrects spelling of name in paragraph 2)"], "text": f"HARROW BAY, June 3 (Reuters) - {TEXT}"},
    ),
    "a slug is no headline": (
        (f"BC-UK--Harrow Bay-Fish Market, 1st Ld-Writethru,61\n{HEADLINE}\nEds: UPDATES: With quotes.\nBy IDA KROLL\nAssociated Press\n"
        f"HARROW BAY, England (AP) — {TEXT}\n(more to come)\n"),
        {"headline": HEADLINE, "author": ["Ida Kroll"], "credited_agency": "AP", "text": f"HARROW BAY, England (AP) — {TEXT}"},
    ),
    "the last sign of a wire, and when it was sent": (
        f"{HEADLINE}\n\nBy Ida Kroll\n\n{TEXT}\n\n(END) Dow Jones Newswires\n\nJune 04, 2024 08:30 ET (12:30 GMT)\n",
        {"headline": HEADLINE, "credited_agency": "Dow Jones Newswires", "day": "2024-06-04", "text": TEXT},
    ),
    "an agency between slashes": (
        f"{HEADLINE}\n\nHARROW BAY, 3 June. /TASS/. {TEXT}\n", {"credited_agency": "TASS", "dateline": "HARROW BAY, 3 June"},
    ),
    "a press release ends where its house speaks of itself": (
        (f"FOR IMMEDIATE RELEASE\nJune 4, 2024\n\nContact:\nIda Kroll\npress@harrowbay.example\n\n{HEADLINE}\nStallholders to move to a car park\n\n{TEXT}\n\n"
        "About Harrow Bay Council\nHarrow Bay Council serves 41,000 people on the north coast and runs three markets and a library.\n\n###\n"),
        {"headline": HEADLINE, "author": [], "day": "2024-06-04", "text": TEXT},
    ),
    "elsewhere a heading that begins so stays": (
        f"{HEADLINE}\n\nBy Ida Kroll\n\n{FIRST}\n\nAbout Edda Marsh\n\n{LAST}\n", {"text": f"{FIRST}\n\nAbout Edda Marsh\n\n{LAST}"},
    ),
    "a sentence with a day, a page and a count of words is no head": (
        f"{HEADLINE}\n\nBy Ida Kroll\n4 June 2024\n\n{FIRST}\n\nThe motion ran to 212 words, on page 3 of a bill of 5 June 2024.\n\n{LAST}\n",
        {"headline": HEADLINE, "author": ["Ida Kroll"], "day": "2024-06-04"},
    ),
    "front matter": (
        (f"---\ntitle: '{HEADLINE}'\nauthors:\n  - Ida Kroll\n  - Tomas Weir\ndate: 2024-06-04\ntags: [market, \"the council\"]\ncategory: local\n---\n\n"
        f"# {HEADLINE}\n\n{FIRST}\n\n## The cost\n\n> {SECOND}\n\n{LAST}\n"),
        {"headline": HEADLINE, "author": ["Ida Kroll", "Tomas Weir"], "day": "2024-06-04", "keywords": ("market", "the council"), "section": ["local"],
         "text": f"{FIRST}\n\nThe cost\n\n{SECOND}\n\n{LAST}"},
    ),
    "words parted at the ends of a printed column's lines": (
        ("THE HARROW POST, TUESDAY, JUNE 4, 1912.\n\nThe fish market is to close.\n\nThe town council of Harrow Bay voted\non Monday night to close the old fish mar-\n"
        "ket for two years of repairs. The vote\nwas carried by eleven to four, after a de-\nbate of three hours.\n"),
        {"headline": "The fish market is to close.", "day": "1912-06-04",
         "text": "The town council of Harrow Bay voted on Monday night to close the old fish market for two years of repairs. "
                 "The vote was carried by eleven to four, after a debate of three hours."},
    ),
    "types in lines of their own, and a logo that is no image": (
        (f"NewsArticle\nhttps://harrowpost.example/a/council-votes-to-close-fish-market\n{HEADLINE}\nhttps://harrowpost.example/img/market.jpg\n"
        f"2024-06-04T06:00:00+01:00\nPerson\nIda Kroll\nOrganization\nHarrow Post\nImageObject\nhttps://harrowpost.example/logo.svg\nLocal\n{JOINED}\n"),
        {"headline": HEADLINE, "author": ["Ida Kroll"], "publisher": "Harrow Post", "logo": "https://harrowpost.example/logo.svg",
         "images": ["https://harrowpost.example/img/market.jpg"], "text": TEXT},
    ),
    "names right above a logo": (
        (f"https://harrowpost.example/a/council-votes-to-close-fish-market\n\n{HEADLINE}\n\n2024-06-04T06:00:00+01:00\n\nIda Kroll\n\nTomas Weir\n\nHarrow Post\n\n"
        f"https://harrowpost.example/logo.svg\n\n{JOINED}\n\nen-GB\n"),
        {"author": ["Ida Kroll", "Tomas Weir"], "publisher": "Harrow Post", "section": []},
    ),
    "line breaks as JSON writes them": (
        f"https://harrowpost.example/a/council-votes-to-close-fish-market\n\n{HEADLINE}\n\n2024-06-04T06:00:00+01:00\n\n"
        + "\\n\\n".join((FIRST, SECOND.replace('"', '\\"'), LAST)) + "\n\nen-GB\n",
        {"text": TEXT},
    ),
    "tags, and tags as entities": (
        (f"https://harrowpost.example/a/council-votes-to-close-fish-market\n\n{HEADLINE}\n\n2024-06-04T06:00:00+01:00\n\n"
        f"&lt;p&gt;{FIRST}&lt;/p&gt;&lt;p class=&quot;x&quot;&gt;{SECOND}&lt;/p&gt;<p>{LAST}</p>\n\nen-GB\n"),
        {"text": TEXT},
    ),
    "a label that nobody knows is no text": (
        f"Headline: {HEADLINE}\nSource: Harrow Post\nDate: 4 June 2024\nSection: Local\nShelf mark: 11/3\n\n{TEXT}\n",
        {"headline": HEADLINE, "publisher": "Harrow Post", "day": "2024-06-04", "section": ["Local"], "text": TEXT},
    ),
    "an empty label over the text": (
        f"Headline: {HEADLINE}\nSource: Harrow Post\nDate: 4 June 2024\nKeywords:\n\n{TEXT}\n",
        {"headline": HEADLINE, "keywords": (), "text": TEXT},
    ),
    "what a speaker says right below the labels is text": (
        f"Headline: {HEADLINE}\nSource: Harrow Post\nDate: 4 June 2024\nQuestion: Will it open again?\n\n{TEXT}\n",
        {"text": f"Question: Will it open again?\n\n{TEXT}"},
    ),
    "a byline between a headline and labels is no mail's sender, and a mark of direction opens no word": (
        ("\u200fכותרת: שוק הדגים ייסגר לשנתיים\n\u200fמאת: נועה ברקאי\n\u200fמקור: קול החוף\n\u200fתאריך: 4 ביוני 2024\n\u200fמדור: מקומי\n\n"
        f"\u200f{TEXT}\n"),
        {"headline": "שוק הדגים ייסגר לשנתיים", "author": ["נועה ברקאי"], "publisher": "קול החוף", "day": "2024-06-04", "section": ["מקומי"], "text": TEXT},
    ),
    "labels before tabs, as a table is copied": (
        f"Otsikko\t{HEADLINE}\nKirjoittaja\tIda Kroll\nLähde\tRannikon Sanomat\nPäivämäärä\t4. kesäkuuta 2024\nOsasto\tKotimaa\n\n{TEXT}\n",
        {"headline": HEADLINE, "author": ["Ida Kroll"], "publisher": "Rannikon Sanomat", "day": "2024-06-04", "section": ["Kotimaa"], "text": TEXT},
    ),
    "labels as Markdown lists them": (
        f"# {HEADLINE}\n\n- **Author:** Ida Kroll\n- **Source**: Harrow Post\n- __Date:__ 4 June 2024\n\n{TEXT}\n",
        {"headline": HEADLINE, "author": ["Ida Kroll"], "publisher": "Harrow Post", "day": "2024-06-04", "text": TEXT},
    ),
    "labels between brackets, and lines of a text that puts no blanks between words": (
        ("【标题】鱼市将关闭两年\n【作者】林晓岚\n【来源】海岸日报\n【日期】2024年6月4日\n【正文】\n"
        "哈罗湾镇议会星期一晚间投票决定，将老鱼市关闭两年进行维修，表决以\n十一票对四票通过，辩论持续了三个小时。\n"),
        {"headline": "鱼市将关闭两年", "author": ["林晓岚"], "publisher": "海岸日报", "day": "2024-06-04",
         "text": "哈罗湾镇议会星期一晚间投票决定，将老鱼市关闭两年进行维修，表决以十一票对四票通过，辩论持续了三个小时。"},
    ),
    "a sentence a line, all of them as long": (
        ("鱼市将关闭两年\n2024年6月4日\n\n"
        "　　哈罗湾镇议会星期一晚间投票决定，将老鱼市关闭两年进行维修，表决以十一票对四票通过。\n　　“我们为这个屋顶等了九个冬天，”议员埃达·马什说，“谁也不该这样卖鱼，真的不该。”\n"
        "　　工程预计九月开始，如果天气允许，将持续到第二年秋天，届时鱼市将在原址重新开放。\n"),
        {"headline": "鱼市将关闭两年", "day": "2024-06-04",
         "text": "哈罗湾镇议会星期一晚间投票决定，将老鱼市关闭两年进行维修，表决以十一票对四票通过。\n\n“我们为这个屋顶等了九个冬天，”议员埃达·马什说，“谁也不该这样卖鱼，真的不该。”\n\n"
                 "工程预计九月开始，如果天气允许，将持续到第二年秋天，届时鱼市将在原址重新开放。"},
    ),
    "a short text in a mail between two addresses": (
        (f"---------- Forwarded message ---------\nFrom: Harrow Post <news@harrowpost.example>\nDate: Tue, 4 Jun 2024 at 08:30\nSubject: {HEADLINE}\n"
        f"To: <reader@post.example>\n\n\n{FIRST}\n"),
        {"headline": HEADLINE, "publisher": "Harrow Post", "day": "2024-06-04", "text": FIRST},
    ),
    "paragraphs that white space opens": (
        f"{HEADLINE}\n4 June 2024\n\n" + "\n".join(textwrap.fill(p, 66, initial_indent="   ") for p in (FIRST, SECOND, LAST)) + "\n",
        {"headline": HEADLINE, "text": TEXT},
    ),
    "a headline that goes on in a line of its own": (
        f"Subject: {HEADLINE},\n\ttwo years after the first vote\nFrom: Harrow Post <news@harrowpost.example>\n\n{TEXT}\n",
        {"headline": f"{HEADLINE}, two years after the first vote", "publisher": "Harrow Post", "text": TEXT},
    ),
    "the number of a page": (
        f"Headline: {HEADLINE},\n          two years after the first vote\nAuthor: Ida Kroll\nSource: Harrow Post\n\n{FIRST}\n\n2/3\n\n{LAST}\n",
        {"headline": f"{HEADLINE}, two years after the first vote", "author": ["Ida Kroll"], "text": f"{FIRST}\n\n{LAST}"},
    ),
    "a name below the headline, under a newspaper that is called as people are": (
        f"Quell Courier\nLocal, 4 June 2024, p. 11\n\n{HEADLINE}\n\nIda Kroll\n\n{TEXT}\n",
        {"headline": HEADLINE, "author": ["Ida Kroll"], "publisher": "Quell Courier", "section": ["Local"]},
    ),
    "a short sentence that ends the text above its labels": (
        f"{HEADLINE}\n\n{TEXT}\n\nNobody else spoke.\n\nAuthor: Ida Kroll\nSource: Harrow Post\nDate: 4 June 2024\n",
        {"headline": HEADLINE, "author": ["Ida Kroll"], "text": f"{TEXT}\n\nNobody else spoke."},
    ),
    "a headline in Devanagari, most of whose words hold a sign that is no letter": (
        ("मछली बाज़ार दो साल के लिए बंद\n4 जून 2024\n\nहैरो बे की नगर परिषद ने सोमवार की रात पुराने मछली बाज़ार को दो साल की मरम्मत के लिए बंद करने का फ़ैसला किया।\n\n"
        "काम सितंबर में शुरू होने और अगले साल की शरद ऋतु तक चलने की उम्मीद है, अगर मौसम ने साथ दिया।\n"),
        {"headline": "मछली बाज़ार दो साल के लिए बंद", "day": "2024-06-04"},
    ),
    "sentences without a sign behind them": (
        ("ตลาดปลาฮาร์โรว์เบย์ปิดซ่อมสองปี\n4 มิถุนายน 2567\n\nสภาเมืองฮาร์โรว์เบย์ลงมติเมื่อคืนวันจันทร์ให้ปิดตลาดปลาเก่าเพื่อซ่อมแซมเป็นเวลาสองปี\n\n"
        "คาดว่างานจะเริ่มในเดือนกันยายนและดำเนินไปจนถึงฤดูใบไม้ร่วงของปีถัดไปหากสภาพอากาศเอื้ออำนวย\n\nไม่มีใครคัดค้านแผนนี้ในที่ประชุมอีกเลย\n"),
        {"headline": "ตลาดปลาฮาร์โรว์เบย์ปิดซ่อมสองปี", "day": "2024-06-04",
         "text": "สภาเมืองฮาร์โรว์เบย์ลงมติเมื่อคืนวันจันทร์ให้ปิดตลาดปลาเก่าเพื่อซ่อมแซมเป็นเวลาสองปี\n\n"
                 "คาดว่างานจะเริ่มในเดือนกันยายนและดำเนินไปจนถึงฤดูใบไม้ร่วงของปีถัดไปหากสภาพอากาศเอื้ออำนวย\n\nไม่มีใครคัดค้านแผนนี้ในที่ประชุมอีกเลย"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_a_text_is_read_as_its_form_is_set(name: str) -> None:
    text, wanted = FORMS[name]
    record = onrecord.extract(text, kind="text")
    assert told(record, wanted) == wanted


def test_headings_and_quotations_of_markdown_are_blocks_of_their_kinds() -> None:
    record = onrecord.extract(FORMS["front matter"][0], kind="text")
    assert [(b.kind.value, b.level) for b in record.blocks] == [
        ("paragraph", None), ("heading", 2), ("quotation", None), ("paragraph", None),
    ]  # fmt: skip


def test_what_the_command_writes_as_markdown_is_read_again() -> None:
    text, _ = FORMS["several labels in one line, and a newspaper with its place"]
    record = onrecord.extract(text, kind="text")
    again = onrecord.extract(to_markdown(record), kind="text")
    names = ("headline", "author", "publisher", "day", "section", "text")
    assert told(again, names) == told(record, names)


def test_links_emphasis_and_tables_of_markdown_are_read_as_their_words() -> None:
    text = (
        f'# {HEADLINE}\n\n*By Ida Kroll*\n\n{FIRST} More in [the **county** paper](https://a.example/b_c "x").\n\n'
        "| Year | Boats |\n| --- | ---: |\n| 2023 | 41 |\n\n"
        f"![a boat](https://a.example/b.jpg)\n\nIt cost 3 \\* 4 *thousand*. {LAST}\n"
    )
    record = onrecord.extract(text, kind="text")
    assert (record.headline, [a.name for a in record.author]) == (HEADLINE, ["Ida Kroll"])
    assert record.article_body == (
        f"{FIRST} More in the county paper.\n\nYear\tBoats\n\n2023\t41\n\nIt cost 3 * 4 thousand. {LAST}"
    )
    assert [b.kind.value for b in record.blocks] == ["paragraph", "table-row", "table-row", "paragraph"]


@pytest.mark.parametrize("name", ["inline-and-related-links", "syndicated-canonical", "chinese-fullwidth"])
def test_a_page_written_as_markdown_has_the_same_text_when_it_is_read_again(name: str) -> None:
    page = Path(__file__).parent.parent / "cases" / name / "page.html"
    record = onrecord.extract(page.read_bytes())
    again = onrecord.extract(to_markdown(record).encode())
    assert again.article_body == record.article_body
    assert [(b.kind, b.level) for b in again.blocks] == [(b.kind, b.level) for b in record.blocks]


COUNTED = "{}\n\nIda Kroll\n61 words\n4 June 2024\nHarrow Post\nHARPST\nEnglish\n\n{}\n\nDocument HARPST0020240604ek64000{}a\n\n"
TAILED = (
    "Uferbote vom 04.06.2024, S. 11\n\n{}\n\n{}\n\nQuelle: Uferbote\nRessort: Lokales\nDokumentnummer: {}\n\n"
)
NUMBERED = "1.\nHeadline: {}\nSource: Harrow Post\nDate: 4 June 2024\n\n{}\n\n{}"
RULED = "{}\nBy Ida Kroll\n4 June 2024\n\n{}\n\n==========\n{}"


@pytest.mark.parametrize("form", [COUNTED, TAILED, RULED, NUMBERED])
def test_several_articles_in_one_text(form: str) -> None:
    text = form.format(HEADLINE, TEXT, "" if form in {RULED, NUMBERED} else "1") + form.format(
        OTHER, TEXT, "2"
    ).rstrip("=\n2")
    records = list(onrecord.extract_all(text, kind="text"))
    assert [r.headline for r in records] == [HEADLINE, OTHER]
    assert [r.article_body for r in records] == [TEXT, TEXT]


def test_what_an_archive_says_of_a_search_is_no_article() -> None:
    one = "Dokument {} von 2\n\nUferbote\n4. Juni 2024, Seite 3\n\n{}\n\nVon Ida Kroll\n\n{}\n\n"
    text = "PRESSESUCHE  Treffer: 2\n\n" + one.format(1, HEADLINE, TEXT) + one.format(2, OTHER, TEXT)
    records = list(onrecord.extract_all(text, kind="text"))
    assert [r.headline for r in records] == [HEADLINE, OTHER]
    assert [r.article_body for r in records] == [TEXT, TEXT]


def test_words_with_hyphens_at_a_line_end_of_a_mail_keep_them() -> None:
    line = "The council approved a long-awaited plan to close the well-known fish market for good, and then went home late."
    wrapped = textwrap.fill(f"{line} {FIRST} {LAST}", 63, break_on_hyphens=True)
    assert "-\n" in wrapped
    record = onrecord.extract(f"{HEADLINE}\n\n{wrapped}\n\n{FIRST}\n", kind="text")
    assert "wellknown" not in str(record.article_body)


def test_a_wrapped_paragraph_of_chinese_is_read_from_its_first_line() -> None:
    lead = "港务委员会星期二开会，经过四个小时的讨论，决定今年冬天关闭北\n码头，修理费用为三百万元，明年五月重新开放，渡轮改从旧海关大楼\n出发。渔民们说没有人问过他们的意见，船只必须停在南边。"
    rest = "委员会主席说，码头多年来一直不安全，修理工作不能再拖延下去了。"
    record = onrecord.extract(f"北码头冬季关闭\n\n{lead}\n\n{rest}\n".encode())
    assert record.article_body == "\n\n".join((lead.replace("\n", ""), rest))


@pytest.mark.parametrize(
    "listed",
    [
        "* Date: 3 May 2024\n* Author: Ada Lind\n* Source: Bay News",
        "- **Date:** 3 May 2024\n- **Author:** Ada Lind\n- **Source:** Bay News",
        "Author\tAda Lind\nSource\tBay News\nDate\t3 May 2024",
        "Author\tTitle\tYear\nAda Lind\tThe Pier\t2019",
        "【作者】不明の看板が立っている。\n\n【出典】港湾史\n\n【日付】五月三日に再開する。",
    ],
)
def test_a_list_or_a_table_in_a_text_labels_nothing(listed: str) -> None:
    first = "The council met on Tuesday and closed the pier for the whole of the winter, its chair said."
    last = "Repairs will cost three million and last until May, when the ferries sail again from there."
    text = f"Pier closed for winter\n\n{first}\n\n{last}\n\nTo know:\n\n{listed}\n"
    record = onrecord.extract(text.encode())
    assert (record.author, record.publisher, record.date_published) == ((), None, None)


@pytest.mark.parametrize("label", ["By", "By:", "Author:", "Von", "文："])
def test_names_in_the_line_below_what_opens_a_byline(label: str) -> None:
    prose = (
        "Rain fell on the harbour all day long, and nobody in the town could say when it would stop.\n\n" * 3
    )
    text = f"Rain stops the ferries\n\n{label}\nAna Roe and Ida Kroll\n\n3 May 2024\n\n{prose}"
    record = onrecord.extract(text, kind="text")
    assert [a.name for a in record.author] == ["Ana Roe", "Ida Kroll"]
    assert record.headline == "Rain stops the ferries"
    assert (record.article_body or "").startswith("Rain fell")
