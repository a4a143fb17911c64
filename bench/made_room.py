"""An archive of the pages shipped in cases/, for the reading room's tests and pictures: versions and a copy among them.

python bench/made_room.py FILE
"""

import json
import sys
from pathlib import Path
from typing import NamedTuple

from command import run_command
from onrecord.archive import Archive
from onrecord.capture import Captured

CASES = Path(__file__).parent.parent / "cases"
WALL = "https://www.ellerycourier.example/news/2024/may/03/port-ellery-sea-wall-deal"
"""The article that has several versions, and a copy elsewhere."""
COPY = "https://www.harrowtimes.example/port-ellery-wall"


_ECHO = """
Port Ellery will have its sea wall. The harbour board agreed on Friday to pay £41m for it, after the January storm tore a
gap in the old one and flooded 214 homes.

“We cannot ask people to sleep another winter behind sandbags,” said Marian Tolley, who chairs the board. She thanked the
residents who had signed the petition.

“My cellar has been wet since January,” said Bronwen Hale, who keeps a bakery on Fore Street.

Steel piles will be driven along the northern arm from September. The chandler Owen Catterick asked the board to look again
at a floating barrier.
"""
_GAZETTE = """
A new sea wall at Port Ellery, agreed by the harbour board on Friday for £41m, has divided the traders of Fore Street, who
fear for their view and their trade.

“We cannot ask people to sleep one more winter behind sandbags,” said Marian Tolley, who chairs the board.

“You want a wall that the town forgets about,” said Kofi Lascelles, the engineer who led the design. It will stand 1.8
metres higher than the one that the January storm broke.

Owen Catterick, who runs a chandlery, said the wall would cut the old town off from the water.
"""


class _Telling(NamedTuple):
    """The same event in another paper."""

    url: str
    publisher: str
    published: str
    headline: str
    text: str

    @property
    def page(self) -> bytes:
        body = "".join(f"<p>{' '.join(part.split())}</p>" for part in self.text.strip().split("\n\n"))
        return (
            f'<!DOCTYPE html><html lang="en"><head><title>{self.headline} | {self.publisher}</title>'
            f'<meta property="og:site_name" content="{self.publisher}"><meta property="og:type" content="article">'
            f'<meta property="article:published_time" content="{self.published}"></head>'
            f"<body><article><h1>{self.headline}</h1>{body}</article></body></html>"
        ).encode()


_OTHERS = (
    _Telling(
        "https://www.northquay.example/2024/05/03/sea-wall",
        "North Quay Echo",
        "2024-05-03T14:05:00+01:00",
        "Sea wall at Port Ellery gets its money",
        _ECHO,
    ),
    _Telling(
        "https://www.coastgazette.example/news/port-ellery-wall",
        "Coast Gazette",
        "2024-05-04T07:30:00+01:00",
        "Higher wall for Port Ellery divides Fore Street",
        _GAZETTE,
    ),
)


def fill(archive: Archive) -> None:
    """Every case; of `WALL` a silent edit, a version that owns up to it, a copy and two tellings in other papers."""
    for page in sorted(CASES.glob("*/page.*")):
        case = json.loads((page.parent / "case.json").read_bytes())
        name = str(page.relative_to(CASES.parent))
        captured = "2024-05-04T09:00:00Z"
        archive.add(
            Captured(name, page.read_bytes(), url=case.get("url"), captured=captured, file=name),
            statements=True,
        )
    original = (CASES / "conflicting-sources" / "page.html").read_text("utf-8")
    edited = original.replace("£41m", "£46m").replace("nine days in ten", "most days")
    noted = edited.replace("2024-05-04T08:15:00", "2024-05-07T08:15:00").replace(
        "sea wall after", "sea wall, dearer, after"
    )
    elsewhere = original.replace(WALL, COPY).replace("The Ellery Courier", "Harrow Times")
    for text, url, captured in (
        (edited, WALL, "2024-05-06T09:00:00Z"),
        (noted, WALL, "2024-05-08T07:30:00Z"),
        (elsewhere, COPY, "2024-05-05T10:00:00Z"),
    ):
        archive.add(Captured(url, text.encode(), url=url, captured=captured), statements=True)
    for one in _OTHERS:
        archive.add(
            Captured(one.url, one.page, url=one.url, captured="2024-05-05T08:00:00Z"), statements=True
        )


def main() -> None:
    with Archive(sys.argv[1]) as made:
        fill(made)


if __name__ == "__main__":
    run_command(main)
