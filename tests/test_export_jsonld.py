"""JSON-LD: schema.org's words, nothing null, nothing guessed."""

import json
from collections.abc import Iterator

import pytest

from onrecord.evidence import Place
from onrecord.export.jsonld import to_jsonld
from onrecord.record import (
    Author,
    Block,
    BlockKind,
    Correction,
    Extractor,
    Image,
    Link,
    Logo,
    PageType,
    Publisher,
    Record,
    Rel,
    Size,
)  # fmt: skip
from onrecord.values.moments import Moment, Precision, Zone
from onrecord.values.people import Kind

# schema.org, each with its own properties and those it inherits, as far as we write them.
THING = {"identifier", "url", "description", "mainEntityOfPage", "image", "name"}
WORK = THING | {
    "headline", "abstract", "alternativeHeadline", "genre", "keywords", "inLanguage", "isAccessibleForFree",
    "copyrightYear", "creditText", "author", "publisher", "datePublished", "dateCreated", "dateModified", "correction",
}  # fmt: skip
ARTICLE = WORK | {"articleBody", "articleSection", "wordCount", "speakable"}
PROPERTIES = {
    "NewsArticle": ARTICLE | {"dateline"},
    "LiveBlogPosting": ARTICLE | {"liveBlogUpdate"},
    "BlogPosting": ARTICLE,
    "WebPage": WORK | {"speakable", "relatedLink"},
    "CollectionPage": WORK | {"speakable", "relatedLink"},
    "Person": {"name", "url"},
    "Organization": {"name", "url", "legalName", "email", "telephone", "logo"},
    "ImageObject": {"url", "width", "height", "caption", "creditText"},
    "CorrectionComment": {"text"},
    "SpeakableSpecification": {"xpath", "cssSelector"},
}

FULL = Record(
    id="f" * 20,
    extractor=Extractor("0.1", {}),
    url="https://tarnpost.example/a?x=1",
    canonical_url="https://tarnpost.example/a",
    headline="Eel season opens",
    alternative_headline="Eels are back",
    description="The season opened on Friday.",
    standfirst="Boats left at dawn",
    genre="News",
    article_section=("Coast",),
    keywords=("eels", "fishing"),
    dateline="PORT ELLERY",
    in_language="en-GB",
    is_accessible_for_free=False,
    copyright_year=2024,
    speakable=("/html/head/title", ".lead"),
    author=(
        Author("Ada Byrne", Kind.PERSON, "https://tarnpost.example/ada", "By Ada Byrne"),
        Author("Tarn Desk", Kind.ORGANIZATION, None, "Tarn Desk"),
    ),
    publisher=Publisher(
        name="The Tarn Post", legal_name="Tarn Ltd", email="desk@tarnpost.example", telephone="+44 1",
        logo=Logo("https://tarnpost.example/l.png", 60, 20),
    ),
    credited_agency="Reuters",
    date_published=Moment(value="2024-05-03T06:10:00+01:00", precision=Precision.MINUTE, zone=Zone.STATED, raw="x"),
    date_created=Moment(value="2024-05", precision=Precision.MONTH, zone=Zone.NONE, raw="x"),
    article_body="The season opened.",
    images=(
        Image(
            "https://tarnpost.example/i.jpg", 800, 600, (Size(800, 600), Size(400, 300)), caption="A boat", credit="B. Roe"
        ),
    ),
    links=(Link("https://tarnpost.example/b", "More", None, None, Rel.RELATED),),
    corrections=(Correction("An earlier version named the wrong port.", Place()),),
    word_count=3,
)  # fmt: skip


def nodes(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def with_type(page_type: PageType, **fields: object) -> Record:
    return Record(
        **{**{f: getattr(FULL, f) for f in FULL.__struct_fields__}, "page_type": page_type, **fields}
    )


@pytest.mark.parametrize("page_type", list(PageType))
def test_every_property_belongs_to_its_type(page_type: PageType) -> None:
    made = to_jsonld(with_type(page_type))
    assert made["@context"] == "https://schema.org"
    for node in nodes(made):
        kind = str(node["@type"])
        assert set(node) - {"@context", "@type", "@id"} <= PROPERTIES[kind], kind
        assert None not in node.values()
        assert [] not in node.values()


def test_a_full_record() -> None:
    made = to_jsonld(FULL)
    assert made["@type"] == "NewsArticle"
    assert made["headline"] == "Eel season opens"
    assert made["datePublished"] == "2024-05-03T06:10:00+01:00"
    assert made["dateCreated"] == "2024-05"
    assert "dateModified" not in made
    assert made["isAccessibleForFree"] is False
    assert made["author"] == [
        {"@type": "Person", "name": "Ada Byrne", "url": "https://tarnpost.example/ada"},
        {"@type": "Organization", "name": "Tarn Desk"},
    ]
    assert made["publisher"] == {
        "@type": "Organization", "name": "The Tarn Post", "legalName": "Tarn Ltd", "email": "desk@tarnpost.example",
        "telephone": "+44 1",
        "logo": {"@type": "ImageObject", "url": "https://tarnpost.example/l.png", "width": 60, "height": 20},
    }  # fmt: skip
    assert made["speakable"] == {
        "@type": "SpeakableSpecification", "xpath": ["/html/head/title"], "cssSelector": [".lead"],
    }  # fmt: skip
    assert made["mainEntityOfPage"] == {
        "@type": "WebPage", "@id": "https://tarnpost.example/a", "relatedLink": ["https://tarnpost.example/b"],
    }  # fmt: skip
    assert [(node["width"], node["height"]) for node in nodes(made["image"])] == [(800, 600), (400, 300)]
    assert made["correction"] == [
        {"@type": "CorrectionComment", "text": "An earlier version named the wrong port."}
    ]
    assert json.loads(json.dumps(made)) == made


def test_nothing_is_said_of_what_the_page_does_not_say() -> None:
    made = to_jsonld(Record(id="a", extractor=Extractor("0.1", {})))
    assert made == {"@context": "https://schema.org", "@type": "NewsArticle", "identifier": "a"}


def test_zero_and_false_are_said() -> None:
    made = to_jsonld(with_type(PageType.ARTICLE, word_count=0, is_accessible_for_free=False))
    assert made["wordCount"] == 0
    assert made["isAccessibleForFree"] is False


def test_a_page_that_is_no_article_is_not_called_one() -> None:
    made = to_jsonld(with_type(PageType.BOT_CHECK))
    assert made["@type"] == "WebPage"
    assert "articleBody" not in made


def test_entries_of_a_live_blog() -> None:
    def entry(time: str | None, start: int) -> Block:
        return Block(BlockKind.LIVE_ENTRY, None, time, start, start + 1, Place())

    late, early = "2024-05-03T15:42:00Z", "2024-05-03T15:00:00Z"
    made = to_jsonld(
        with_type(
            PageType.LIVEBLOG,
            article_body="a\n\nb\n\nc",
            blocks=(entry(late, 0), entry(late, 3), entry(early, 6)),
        )
    )
    assert made["@type"] == "LiveBlogPosting"
    assert made["liveBlogUpdate"] == [
        {"@type": "BlogPosting", "datePublished": late, "articleBody": "a\n\nb"},
        {"@type": "BlogPosting", "datePublished": early, "articleBody": "c"},
    ]
