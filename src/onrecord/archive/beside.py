"""What a page shows beside its article's text, and in boxes amid it: no edit, whichever way it was judged.

Which blocks of a page are the text is judged anew for every capture, and another frame around the article may tip the
scales for a short line. Whether the line itself came or went, the captured bytes tell. A box is a small part of a page
with something to press in it, an ``aside``, the headline of another page with what is told of that, or one that is named
for what is not the article: sites draw it anew for every visitor.
"""

from collections import Counter
from collections.abc import Callable, Iterator

from onrecord.archive.changes import plain
from onrecord.archive.differences import NOTHING, Around, Surroundings, read_sentences
from onrecord.body import hints
from onrecord.body.blocks import Container, Cut, cut
from onrecord.page import open_page
from onrecord.readers.teasers import is_teaser
from onrecord.record import Record
from onrecord.search.passages import sentences

_NAMED = (
    hints.COMMENT | hints.RELATED | hints.NEWSLETTER | hints.AD | hints.SHARE | hints.BIO | hints.TAGS | hints.NAV
    | hints.FOOTER | hints.HIDDEN
)  # fmt: skip
_CONTROLS = "form, input, button, select, textarea"
_SMALL = 0.15
"""Share of a page's words that all boxes of one dress hold at most: entries of a live blog may each have a button."""


def around(record: Record, page: Callable[[], bytes | None]) -> Around:
    """What stands around the text of ``record`` and in boxes amid it, read when asked for; nothing without its page."""

    def read() -> Surroundings:
        data = page()
        if data is None:
            return NOTHING
        encoding = record.capture.encoding
        headers = [("content-type", f"text/html; charset={encoding}")] if encoding else []
        found = cut(open_page(data, url=record.url, headers=headers))
        text = Counter(sentence.plain for sentence in read_sentences(record))
        boxed = Counter(_sentences(found, _in_boxes(found))) & text
        shown = Counter(_sentences(found, range(len(found.blocks))))
        return Surroundings(boxed, shown - (text - boxed))

    return read


def _sentences(page: Cut, blocks: "range | list[int]") -> Iterator[str]:
    for number in blocks:
        said = page.blocks[number].text
        yield from (plain(said[start:end]) for start, end in sentences(said))


def _in_boxes(page: Cut) -> list[int]:
    """The numbers of the blocks that stand in boxes."""
    sizes = [len(block.text) for block in page.blocks]
    dressed: Counter[str] = Counter()
    for container in page.containers:
        dressed[_dress(container)] += sum(sizes[container.first : container.end])
    most = _SMALL * sum(sizes)
    boxes = [c for c in page.containers if _is_card(page, c) or (dressed[_dress(c)] <= most and _is_box(c))]
    return sorted({number for box in boxes for number in range(box.first, box.end)})


def _dress(container: Container) -> str:
    return f"{container.tag} {container.element.attr('class') or ''}"


def _is_card(page: Cut, container: Container) -> bool:
    return 0 < container.end - container.first <= _CARD and is_teaser(page.blocks[container.first])


_CARD = 3
"""Lines of another page's headline and what is told of it, at most."""


def _is_box(container: Container) -> bool:
    if container.first == container.end:
        return False
    if container.tag == "aside" or hints.of_element(container.element, container.tag) & _NAMED:
        return True
    return container.element.select_one(_CONTROLS) is not None
