"""How much of a page is read: what would make the parser take too much time or memory is cut off before it."""

import re
from itertools import islice

from onrecord import limits
from onrecord.evidence import Place, Trouble
from onrecord.needles import count_letter


def bounded(text: str) -> tuple[str, tuple[Trouble, ...]]:
    """``text`` up to where a limit on its characters, tags or attributes is passed, and which it was.

    A limit of the parser's work, so it cannot wait for the parser: ``<`` are counted, whatever they open.
    """
    troubles: list[Trouble] = []
    if len(text) > limits.PAGE_CHARACTERS:
        detail = f"read the first {limits.PAGE_CHARACTERS:,} of {len(text):,} characters"
        troubles.append(Trouble("page-too-large", detail))
        text = text[: limits.PAGE_CHARACTERS]
    if len(text) > limits.TAGS and (tags := count_letter("<", text)) > limits.TAGS:
        end = next(islice(re.finditer("<", text), limits.TAGS, None)).start()
        detail = f"read the first {limits.TAGS:,} of {tags:,} tags"
        troubles.append(Trouble("too-many-tags", detail, Place(end, end)))
        text = text[:end]
    if len(text) > limits.SUSPECT_CHARACTERS and (crowded := _crowded(text)) is not None:
        detail = f"an element has more than {limits.ATTRIBUTES:,} attributes; read up to it"
        troubles.append(Trouble("too-many-attributes", detail, Place(crowded, crowded)))
        text = text[:crowded]
    return text, tuple(troubles)


_LONG = 40_000
_LONG_TAG = re.compile(rf"<[a-zA-Z][^<>]{{{_LONG},}}")
# As the parser reads them (WHATWG HTML, 13.2.5.32): an address of data, however long, is one.
_ATTRIBUTE = re.compile(r"""[\s/]*+[^\s/>][^\s/=>]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?""")


def _crowded(text: str) -> int | None:
    """Where the first tag starts that holds too many attributes; None where none does.

    Only a long one can: it goes on over some multiple of that length, and begins with the last ``<`` before it.
    """
    for at in range(_LONG, len(text), _LONG):
        start = text.rfind("<", at - _LONG, at)
        tag = _LONG_TAG.match(text, start) if start >= 0 else None
        if tag and next(islice(_ATTRIBUTE.finditer(text, *tag.span()), limits.ATTRIBUTES + 1, None), None):
            return start
    return None
