"""An archive of the pages shipped in cases/, for the reading room's tests and pictures: versions and a copy among them.

python bench/made_room.py FILE
"""

import json
import sys
from pathlib import Path

from onrecord.archive import Archive
from onrecord.capture import Captured

CASES = Path(__file__).parent.parent / "cases"
WALL = "https://www.ellerycourier.example/news/2024/may/03/port-ellery-sea-wall-deal"
"""The article that has several versions, and a copy elsewhere."""
COPY = "https://www.harrowtimes.example/port-ellery-wall"


def fill(archive: Archive) -> None:
    """Every case; of `WALL` a silent edit, a version that owns up to it, and a copy in another paper."""
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


if __name__ == "__main__":
    with Archive(sys.argv[1]) as made:
        fill(made)
