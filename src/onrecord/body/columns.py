"""The names of what is counted about a block, in the order of the columns that hold it."""

from onrecord.body import hints
from onrecord.body.surroundings import TAGS

LEVELS = 4
"""Containers around a block that are looked at, each larger than the one before."""
HINTS = tuple(hints.names_of(1 << n) for n in range(22)) + tuple(f"<{tag}>" for tag in TAGS)
PASSED = (
    hints.COMMENT, hints.RELATED, hints.NEWSLETTER, hints.SHARE, hints.FOOTER, hints.BIO, hints.TAGS, hints.AD, hints.BYLINE,
    hints.CAPTION, hints.DATE, hints.TITLE, hints.LEAD, hints.BOX, hints.NAV,
)  # fmt: skip
"""Families of which it is counted how many blocks have gone by since the article's first prose."""

TEXT = (
    "length", "words", "link share", "bold share", "stops", "capitals", "digits", "signs", "dense script", "ends a sentence",
    "begins small", "begins oddly", "good", "times on the page", "in the title", "in the description", "in the data's body",
    "points elsewhere", "word length",
)  # fmt: skip
KIND = ("heading", "list item", "quotation", "preformatted", "row", "level")
CONTAINER = (
    "share of good", "share of good, named aside too", "log blocks", "log length", "link share", "good of all", "good blocks",
    "headings", "items", "stops",
)  # fmt: skip
WITHIN = ("place", "good before", "others' good")
DRESS = ("share of good", "share of blocks", "link share", "mean length", "good of all", "count")
NEXT = (
    "length", "link share", "good", "heading", "aside", "same dress", "same container", "ends a sentence", "digits", "signs",
)  # fmt: skip
STEPS = (-2, -1, 1, 2)
WINDOWS = ((-3, 0), (-8, 0), (1, 4), (1, 9), (1, 21))
WINDOW = ("length", "link share", "good", "headings")
PLACE = (
    "index", "share of blocks before", "good before", "good after", "from headline", "good since headline",
    "from first good", "from last good", "levels to the core", "good of the common container", "depth to the core",
    "links since good", "blocks since good", "headings since headline", "high headings since headline",
    "in the core", "blocks since end of core", "length since good", "data's body given", "from last of the data's body",
    "from first of the data's body", "blocks of the page", "good of the page", "good of core", "core to page",
    "next good", "same article", "headline dress since", "good among all before", "has headline",
)  # fmt: skip

COLUMNS: tuple[tuple[str, str], ...] = (
    *(("text", name) for name in TEXT),
    *(("kind", name) for name in KIND),
    *(("container", f"{name} {level} up") for level in range(LEVELS) for name in CONTAINER),
    *(("container", f"{name} {level} up") for level in range(LEVELS) for name in WITHIN),
    *(("dress", f"{name} of its dress") for name in DRESS),
    *(("dress", f"{name} of its pair of dresses") for name in DRESS),
    *(("neighbours", f"{name} at {step:+d}") for step in STEPS for name in NEXT),
    *(("neighbours", f"{name} from {a:+d} to {b - 1:+d}") for a, b in WINDOWS for name in WINDOW),
    *(("place", name) for name in PLACE),
    *(("names", f"own {name}") for name in HINTS),
    *(("names", f"near {name}") for name in HINTS),
    *(("names", f"around {name}") for name in HINTS),
    *(("passed", f"{hints.names_of(bit)} passed") for bit in PASSED),
)
"""Family and name of every column."""
