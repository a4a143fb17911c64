"""The labelled articles of cases/stories, as records."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from onrecord.record import Extractor, Publisher, Record
from onrecord.values.moments import parse_moment

FOLDER = Path(__file__).parent.parent / "cases" / "stories"


class Labelled(NamedTuple):
    """An article and the event it tells of."""

    event: str
    record: Record


def labelled(half: str) -> Iterator[Labelled]:
    """The articles of ``first`` or ``unseen``, in the order of the file."""
    for number, part in enumerate((FOLDER / f"{half}.txt").read_text("utf-8").split("\n----\n")):
        head, _, body = part.strip().partition("\n\n")
        told = dict(line.split(": ", 1) for line in head.split("\n"))
        url = f"https://{hashlib.sha256(told['publisher'].encode()).hexdigest()[:8]}.example/{half}/{number}"
        yield Labelled(
            told["event"],
            Record(
                id=hashlib.sha256(url.encode()).hexdigest()[:20],
                extractor=Extractor("labelled", {}),
                url=url,
                canonical_url=url,
                headline=told["headline"],
                publisher=Publisher(name=told["publisher"]),
                in_language=told["language"],
                date_published=parse_moment(told["published"]),
                article_body=body,
            ),
        )
