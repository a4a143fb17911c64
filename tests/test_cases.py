"""The pages in ``cases/``: what a person says of each must hold, and its whole record is as accepted.

A case is a folder: ``page.html`` or ``page.txt``, ``case.json`` (url, why it is here, what must hold; of several articles
in one text what must hold of each), ``expected.json`` (the record, made by ``make accept CASE=NAME``). To add one, add a folder; there is nothing to write here.
"""

import datetime as dt
import functools
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec
import pytest

import onrecord
from accept import made, page_of
from onrecord import BlockKind, Moment, Record
from onrecord.extraction import records_of as records_from
from onrecord.page import open_page
from promised import ELSEWHERE, check

CASES = Path(__file__).parent.parent / "cases"
FOLDERS = {path.parent.name: path.parent for path in sorted(CASES.glob("*/case.json"))}


@functools.cache
def case_of(name: str) -> dict[str, Any]:
    case: dict[str, Any] = json.loads((FOLDERS[name] / "case.json").read_text("utf-8"))
    return case


@functools.cache
def records_of(name: str) -> tuple[Record, ...]:
    case = case_of(name)
    headers = {(":status" if k == "status" else k): str(v) for k, v in case.get("headers", {}).items()}
    data = page_of(FOLDERS[name]).read_bytes()
    return tuple(onrecord.extract_all(data, url=case["url"], headers=headers, captured=case.get("captured")))


def test_there_are_cases_enough() -> None:
    assert len(FOLDERS) >= 25
    assert len({case_of(name)["language"].partition("-")[0] for name in FOLDERS}) >= 8
    assert all(case_of(name)["why"].strip() for name in FOLDERS)


def time_of(moment: Moment | None, wanted: str | None) -> str | None:
    """``wanted`` where the moment is that one: the same instant where both have a zone, else the same on the clock."""
    if moment is None or wanted is None or len(wanted) <= len("2024-05-03"):
        return moment.value if moment else None
    got, want = dt.datetime.fromisoformat(moment.value), dt.datetime.fromisoformat(wanted)
    if got.tzinfo is None or want.tzinfo is None:
        same = got.replace(tzinfo=None) == want.replace(tzinfo=None)
    else:
        same = got == want
    return wanted if same else moment.value


def cut_to(wanted: list[dict[str, Any]] | None, given: tuple[Any, ...]) -> list[dict[str, Any]]:
    """``given`` as JSON, each with only the names that the case speaks of."""
    names = wanted[0] if wanted else {"url": None}
    return [
        {name: value for name, value in json.loads(msgspec.json.encode(g)).items() if name in names}
        for g in given
    ]


# How a thing that a case speaks of is read from a record, the case's own words beside it.
READ: Mapping[str, Callable[[Record, Any], object]] = MappingProxyType(
    {
        "author": lambda r, _: [a.name for a in r.author],
        "publisher": lambda r, _: r.publisher and r.publisher.name,
        "date_published": lambda r, wanted: time_of(r.date_published, wanted),
        "date_created": lambda r, wanted: time_of(r.date_created, wanted),
        "date_modified": lambda r, wanted: time_of(r.date_modified, wanted),
        "conflicts": lambda r, _: sorted({c.field for c in r.conflicts}),
        "paragraphs": lambda r, _: sum(b.kind is BlockKind.PARAGRAPH for b in r.blocks),
        "kinds": lambda r, _: [b.kind for b in r.blocks],
        "corrections": lambda r, _: sorted(c.text for c in r.corrections),
        "images": lambda r, wanted: cut_to(wanted, r.images),
        "links": lambda r, wanted: cut_to(wanted, r.links),
        "starts_with": lambda r, wanted: (r.article_body or "")[: len(wanted)],
        "ends_with": lambda r, wanted: (r.article_body or "")[-len(wanted) :],
        "contains": lambda r, wanted: [words for words in wanted if words in (r.article_body or "")],
        "lacks": lambda r, wanted: [words for words in wanted if words not in (r.article_body or "")],
    }
)
UNORDERED = frozenset(("conflicts", "corrections"))


@pytest.mark.parametrize("name", FOLDERS)
def test_what_a_person_says_of_a_page_holds(name: str) -> None:
    case, records = case_of(name), records_of(name)
    faults = missed(records[0], case["must"])
    assert len(records) == len(case.get("articles", [case["must"]]))
    for record, must in zip(records, case.get("articles", []), strict=False):
        faults += missed(record, must)
    assert not faults, "\n".join([f"cases/{name}", *faults])


def missed(record: Record, must: dict[str, Any]) -> list[str]:
    faults = []
    for key, said in must.items():
        read = READ.get(key, lambda r, _, key=key: getattr(r, key))
        found, wanted = read(record, said), sorted(said) if key in UNORDERED else said
        if (list(found) if isinstance(found, tuple) else found) != wanted:
            faults.append(f"{key}\n  wanted {wanted!r}\n  found  {found!r}")
    return faults


@pytest.mark.parametrize("name", FOLDERS)
def test_the_record_is_the_accepted_one(name: str) -> None:
    expected = FOLDERS[name] / "expected.json"
    assert expected.exists(), f"no record is accepted yet: make accept CASE={name}"
    assert made(FOLDERS[name]) == expected.read_text("utf-8"), f"look, then: make accept CASE={name}"


@pytest.mark.parametrize("name", FOLDERS)
def test_what_every_record_promises_holds(name: str) -> None:
    """On pages as sites write them; every candidate that is read from the page says where it stands."""
    case = case_of(name)
    page = open_page(page_of(FOLDERS[name]).read_bytes(), url=case["url"])
    for record in records_from(page):
        check(page, record)
        for rows in record.evidence.values():
            for c in rows:
                assert c.source in ELSEWHERE or c.place.start is not None, (
                    f"{c.source} {c.raw!r} has no place"
                )
        for block in record.blocks:
            assert block.place.start is not None
