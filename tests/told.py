"""Records of made-up articles in which somebody speaks, for the tests of people, stories and what is built on them."""

import hashlib

from onrecord.record import Capture, PageType, Record, Speaker, Statement, StatementKind
from small_press import moment, record


def article(  # noqa: PLR0913  # what tells articles apart
    name: str,
    body: str,
    *said: tuple[str | None, str | None, str],
    publisher: str = "Tarn Post",
    published: str = "2024-05-03T08:00:00+00:00",
    headline: str = "The eel season opens",
    page_type: PageType = PageType.ARTICLE,
    language: str = "en",
) -> Record:
    """One article. Each of ``said`` is a speaker's name, the words that mention them, and what they said in ``body``."""
    host = publisher.lower().replace(" ", "")
    url = f"https://{host}.example/{name}"
    return record(
        name, headline, body, url=url, canonical_url=url, publisher=publisher, date_published=moment(published),
        statements=tuple(_statement(body, *one) for one in said), page_type=page_type, in_language=language,
        capture=Capture(digest="sha256:" + hashlib.sha256(body.encode()).hexdigest()),
    )  # fmt: skip


def _statement(body: str, speaker: str | None, mention: str | None, words: str) -> Statement:
    at = body.index(words)
    return Statement(
        content=((at, at + len(words)),),
        source=(),
        cue=(),
        kind=StatementKind.DIRECT,
        speaker=Speaker(speaker, None, mention),
        method="by hand",
        confidence=1.0,
    )
