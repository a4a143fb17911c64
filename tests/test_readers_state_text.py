"""Text from the state that scripts carry, on pages that show none themselves."""

import json
import time

import pytest

from onrecord.evidence import Source
from onrecord.extraction import extract
from onrecord.page import open_page
from onrecord.readers import state_text

PARAGRAPHS = [
    "The harbour at Quellmouth stayed shut on Monday while divers searched for a lost anchor, the port said.",
    "Two ferries turned back before noon. “We could see the pier,” said Ada Brill, who was on the second.",
    "The anchor was found at dusk, half a mile from where it fell, and the first boat sailed at seven.",
    "A second search is planned for the spring, when the water is clearer and the buoys are back, officials said.",
    "Nobody was hurt. The port will pay for the tickets of those who turned back, a spokeswoman promised.",
]
WHOLE = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
ELEMENTS = [{"type": "text", "content": f"<p>{p}</p>"} for p in PARAGRAPHS]
PAGE = "<title>Harbour shut</title><div id='root'></div><script {attrs}>{script}</script>"


@pytest.mark.parametrize(
    ("attrs", "script", "path"),
    [
        ("id='__NEXT_DATA__' type='application/json'", json.dumps({"props": {"story": {"bodyHtml": WHOLE}}}), "$.props.story.bodyHtml"),
        ("", "window.Fusion={};Fusion.globalContent=" + json.dumps({"content_elements": ELEMENTS}) + ";Fusion.x=1", "$.content_elements"),
        ("", "window.__APOLLO_STATE__ = " + json.dumps({"Article:7": {"paragraphs": PARAGRAPHS}}) + ";", "$['Article:7'].paragraphs"),
        ("", "window.__APOLLO_STATE__=" + json.dumps({"Article:7": {"body": [{"__ref": f"P:{n}"} for n in range(5)]}, **{f"P:{n}": {"html": p} for n, p in enumerate(PARAGRAPHS)}}), "$['Article:7'].body"),
        ("", "window.__STATE__=" + json.dumps({"doc": {"content": [{"type": "paragraph", "content": [{"text": p[:9]}, {"text": p[9:]}]} for p in PARAGRAPHS]}}), "$.doc.content"),
        ("", "window.__STATE__=" + json.dumps({"blocks": [{"type": "paragraph", "data": {"text": p}} for p in PARAGRAPHS]}), "$.blocks"),
        ("", "window.__PRELOADED_STATE__ = JSON.parse(" + json.dumps(json.dumps({"body": WHOLE})) + ");", "$.body"),
        ("", "window.__NUXT__=(function(a){return {data:[{story:{by:a,html:" + json.dumps(WHOLE) + '}}]}}("Ida"));', "$"),
        ("", "window.__remixContext = " + json.dumps({"state": {"story": PARAGRAPHS}}) + ";", "$.state.story"),
        ("", "{__sveltekit_1a = {base:''};const data=[{story:{html:" + json.dumps(WHOLE) + "}}]}", "$"),
        ("", "window.__NUXT__={layout:'default',data:[{html:" + json.dumps(WHOLE) + "}]}", "$"),
        ("", "window.__APOLLO_STATE__=" + json.dumps({"P:1": {"blocks": [{"attributes": {"content": p}} for p in PARAGRAPHS]}}), "$['P:1'].blocks"),
        ("", "Fusion.globalContent=" + json.dumps({"all": [{"content": p} for p in PARAGRAPHS] + [{"content": "<div id='ad'></div>"}]}), "$.all"),
        ("", 'window["__INITIAL_STATE__"] = ' + json.dumps([{"a": [{"text": p} for p in PARAGRAPHS]}]), "$[0].a"),
    ],
)  # fmt: skip
def test_the_longest_prose_is_the_text_and_the_record_says_where_from(
    attrs: str, script: str, path: str
) -> None:
    record = extract(PAGE.format(attrs=attrs, script=script), url="https://quell.example/a/1")
    assert record.article_body == "\n\n".join(PARAGRAPHS)
    (trouble,) = [t for t in record.troubles if t.code == "body-from-data"]
    assert trouble.place.json == path
    chosen = record.why("article_body")[0]
    assert (chosen.chosen, chosen.source, chosen.place.json) == (True, Source.STATE, path)


@pytest.mark.parametrize(
    "text",
    [
        "橋の修理は三年かけて終わった。町の人は朝から列をつくり、古い欄干に手を置いて渡った。" * 4,
        "ชาวบ้านเปิดตลาดน้ำอีกครั้งเมื่อวันเสาร์ หลังจากปิดไปนานสี่สิบปี เรือพายกว่าห้าสิบลำมาขายของตั้งแต่เช้ามืด " * 3,
    ],
)
def test_a_text_is_as_long_as_what_it_says_and_in_thai_a_blank_ends_a_sentence(text: str) -> None:
    script = "window.__STATE__ = " + json.dumps({"title": "A", "body": f"<p>{text.strip()}</p>"})
    record = extract(PAGE.format(attrs="", script=script))
    assert record.article_body == text.strip()


@pytest.mark.parametrize(
    "script",
    [
        "", "window.__APOLLO_STATE__ = {", 'window.__NEXT_DATA__ = {"a": "' + "word " * 400 + '"}', "var x = " + json.dumps({"text": WHOLE}),
        "window.__STATE__ = " + json.dumps({"key": "x" * 9000}), "window.__NUXT__=(" + '"\\"' * 100_000,
        "window.__STATE__ = " + json.dumps([{"title": "A", "content": [{"text": PARAGRAPHS[n]}]} for n in (0, 1, 2)] * 3), "window.__STATE__ = " + "[" * 100_000,
    ],
)  # fmt: skip
def test_what_is_no_state_or_no_prose_gives_nothing(script: str) -> None:
    assert list(state_text.read(open_page(PAGE.format(attrs="", script=script), kind="html"))) == []


@pytest.mark.parametrize(
    "state",
    [
        {"A": {"body": [{"__ref": "A"}] * 3_000}},
        {
            "A": [{"body": [{"text": "word. "}] * 100}] * 3_000,
            "B": [{"body": [[[[[["word. "] * 9] * 9] * 9] * 9] * 9]}],
        },
        {"A": json.loads("[" * 900 + "]" * 900)},
    ],
)
def test_states_that_lead_anywhere_take_bounded_time(state: dict[str, object]) -> None:
    script = f"window.__STATE__ = {json.dumps(state)}"
    begun = time.process_time()
    list(state_text.read(open_page(PAGE.format(attrs="", script=script), kind="html")))
    assert time.process_time() - begun < 5


def test_what_thousands_point_to_is_not_written_out_as_often() -> None:
    state = {"a": "Words go on. " * 200, "l": [{"__ref": "a"}] * 2_000}
    page = open_page(PAGE.format(attrs="", script=f"window.__STATE__ = {json.dumps(state)}"), kind="html")
    assert all(len(e.raw) < 20_000 for e in state_text.read(page))


def test_a_page_with_text_of_its_own_is_not_asked_for_its_state() -> None:
    shown = f"<title>Harbour shut</title><main><h1>Harbour shut</h1>{WHOLE}</main>"
    state = (
        f"<script>window.__STATE__ = {json.dumps({'other': WHOLE.replace('anchor', 'hook') * 2})}</script>"
    )
    record = extract(shown + state, url="https://quell.example/a/1")
    assert "hook" not in (record.article_body or "")
    assert all(candidate.source is not Source.STATE for candidate in record.why("article_body"))
