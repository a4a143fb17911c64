"""Promises that hold for every page, tried with Hypothesis; ``make fuzz`` tries many more pages."""

import hashlib
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import onrecord
from made_pages import CASES, bodies, given_with, mutated, pages
from onrecord import Evidence, Record
from onrecord.extraction import extract, record_of
from onrecord.judge import settle
from onrecord.page import open_page
from onrecord.readers import READERS
from promised import TIMES, evidence_backs, identity_is_as_documented, json_keeps, offsets_point, places_read

ROOT = Path(__file__).parent.parent


@given(pages, given_with)
def test_no_page_makes_it_fail(page: bytes | str, said: dict[str, Any]) -> None:
    assert isinstance(extract(page, **said), Record)


@given(pages, given_with)
def test_every_value_is_backed_by_evidence(page: bytes | str, said: dict[str, Any]) -> None:
    evidence_backs(extract(page, **said))


@given(pages, given_with)
def test_every_place_reads_as_its_raw_words(page: bytes | str, said: dict[str, Any]) -> None:
    opened = open_page(page, **said)
    places_read(opened, record_of(opened))


@given(pages, given_with)
def test_offsets_point_at_the_words_they_claim(page: bytes | str, said: dict[str, Any]) -> None:
    offsets_point(extract(page, **said))


@given(pages, given_with)
def test_a_record_survives_json_and_its_id_is_as_documented(page: bytes | str, said: dict[str, Any]) -> None:
    record = extract(page, **said)
    json_keeps(record)
    identity_is_as_documented(record)


@given(st.lists(bodies, max_size=3), bodies)
def test_earlier_pages_leave_no_trace(others: list[bytes], body: bytes) -> None:
    first = extract(body)
    for other in [*others, body, body, body, body]:  # a cache may act only on the fourth sight of a text
        extract(other)
    assert extract(body) == first


@given(mutated(), st.randoms(use_true_random=False))
def test_the_order_of_pages_changes_nothing(body: bytes, order: random.Random) -> None:
    some = [body, *order.sample(CASES, 3)]
    first = {page: extract(page) for page in some}
    order.shuffle(some)
    assert {page: extract(page) for page in some} == first


@given(pages, given_with, st.sampled_from(TIMES))
def test_no_time_is_filled_from_another(page: bytes | str, said: dict[str, Any], field: str) -> None:
    """Without what speaks for one of the three, that one is null, whatever is said of the others."""
    opened = open_page(page, **said)
    evidence = [e for read in READERS for e in read(opened) if isinstance(e, Evidence)]
    told = settle([e for e in evidence if e.field != field], resolve=opened.resolve, words=500, span=None)
    assert getattr(told, field) is None
    whole = settle(evidence, resolve=opened.resolve, words=500, span=None)
    for name in TIMES:
        moment = getattr(whole, name)
        assert moment is None or moment.raw in {e.raw for e in evidence if e.field == name}


@pytest.mark.parametrize("field", TIMES)
def test_a_page_with_one_time_has_no_other(field: str) -> None:
    names = {
        "date_published": "datePublished",
        "date_created": "dateCreated",
        "date_modified": "dateModified",
    }
    page = f'<script type="application/ld+json">{{"@type": "NewsArticle", "{names[field]}": "2024-05-03"}}</script>'
    record = extract(
        page, captured="2024-05-04T00:00:00Z", headers={"last-modified": "Fri, 03 May 2024 00:00:00 GMT"}
    )
    assert {name: getattr(record, name) is not None for name in TIMES} == {
        name: name == field for name in TIMES
    }


@given(bodies)
def test_text_and_bytes_of_one_page_give_one_record(body: bytes) -> None:
    """A page that was decoded already gives what its bytes give, the words on decoding apart."""
    decoded = open_page(body)
    first, second = record_of(decoded), extract(decoded.text, kind=decoded.kind)
    assert (second.id, second.evidence, second.conflicts) == (first.id, first.evidence, first.conflicts)
    assert (second.capture.digest, second.capture.encoding) == (None, None)


def test_text_that_was_decoded_elsewhere_is_mended_as_its_bytes_are() -> None:
    """As by a program that took the page for Latin-1, as HTTP once said, or kept its mark."""
    page = "\ufeff<title>Café fermé</title>\r\n<p>Été à la crèmerie: le café fermé, l’été passé, décidé à rester près de là."
    first, second = extract(page.encode()), extract(page.encode().decode("cp1252", "replace"))
    assert second.headline == first.headline == extract(page).headline == "Café fermé"
    assert [t.code for t in second.troubles] == ["mojibake-repaired"]


def test_a_caption_stands_where_its_image_is_seen_whatever_data_name_the_image() -> None:
    prose = "It rained in Harrow Bay on Monday from six in the morning, and the ferry stayed in the harbour until noon."
    image = (
        '{"@type": "ImageObject", "url": "https://news.example/pier-in-the-rain.jpg", "caption": "The pier"}'
    )
    page = (
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "image": {image}}}</script><article><h1>Rain in May</h1>'
        f'<p>{prose}</p><figure><img src="https://news.example/pier-in-the-rain.jpg"></figure><p>Then, {prose}</p></article>'
    )
    assert extract(page).text(captions=True) == f"{prose}\n\nThe pier\n\nThen, {prose}"


DIGESTS = """
import hashlib, sys
from pathlib import Path
import onrecord
paths = sorted(Path("cases").glob("*/page.html"), reverse=sys.argv[1] == "backwards")
for path in paths:
    record = onrecord.extract(path.read_bytes(), url="https://news.example/" + path.parent.name)
    print(path.parent.name, hashlib.sha256(record.to_json()).hexdigest())
"""


def test_another_process_gives_the_same_records() -> None:
    """Whatever the seed of Python's hashes, and in whatever order the pages come."""
    told = []
    for seed, order in (("1", "forwards"), ("77", "backwards")):
        env = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", DIGESTS, order],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env=env,
        )
        told.append(dict(line.split() for line in done.stdout.splitlines()))
    assert told[0] == told[1]
    for path in sorted((ROOT / "cases").glob("*/page.html")):
        record = onrecord.extract(path.read_bytes(), url=f"https://news.example/{path.parent.name}")
        assert told[0][path.parent.name] == hashlib.sha256(record.to_json()).hexdigest()
