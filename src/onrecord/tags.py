"""Where the tags of an element stand in a page's text, read on from where the parser says that the first begins.

`Element.source_location` says the same of every element, but makes an object for each tag and each attribute of it:
two to ten microseconds. The line and column of its start cost a sixth of one, and a tag is read in less.
"""

from turbohtml import Element

UNPLACED = -1
"""The offset of what has no place on the page, or one that only the parser can tell."""


class Tags:
    """The tags in one page's text. It remembers one line: who asks for an element asks for one near it next."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.line = 1
        """The line that is known, and the offset it begins at."""
        self.at = 0
        self.name = self.name_end = self.said = self.said_end = 0
        """The spans of the name and the value of the attribute that was read last."""

    def start_of(self, element: Element) -> int:
        """The offset at which the start tag of ``element`` begins; `UNPLACED` where that takes the parser to tell."""
        position = element.position
        if position is None:
            return UNPLACED
        line, column = position
        if abs(line - self.line) > _NEAR:
            location = element.source_location if element.tag not in REPEATED else None
            if location is None:
                return UNPLACED
            self.line, self.at = line, location.start_tag.start_offset - column
        while self.line < line:
            self.at = self.text.find("\n", self.at) + 1
            self.line += 1
        while self.line > line:
            self.at = self.text.rfind("\n", 0, self.at - 1) + 1
            self.line -= 1
        at = self.at + column
        # The first letter is on the page already; to ask each element for its name makes a string of it.
        if at + 1 < len(self.text) and _may_repeat(self.text[at + 1]) and element.tag in REPEATED:
            return UNPLACED
        return at

    def behind(self, element: Element) -> int:
        """The offset at which the start tag of ``element`` ends; `UNPLACED` as above."""
        at = self._behind_name(self.start_of(element))
        while at >= 0:
            at = self._behind_attribute(at)
        return self.name + 1 if at == _NO_MORE else UNPLACED

    def value(self, element: Element, name: str) -> tuple[int, int] | None:
        """The span of an attribute's value, without its quotes; None where that takes the parser to tell."""
        at = self._behind_name(self.start_of(element))
        while at >= 0:
            at = self._behind_attribute(at)
            if at >= 0 and self._is_named(name):
                return self.said, self.said_end
        return None

    def _is_named(self, name: str) -> bool:
        start, end = self.name, self.name_end
        if end - start != len(name):
            return False
        return self.text.startswith(name, start) or self.text[start:end].lower() == name

    # What follows reads a tag as the parser does (WHATWG HTML, 13.2.5.6 to 13.2.5.40).

    def _behind_name(self, at: int) -> int:
        if at < 0:
            return UNPLACED
        while at < len(self.text) and not _is_end(self.text[at]):
            at += 1
        return at

    def _behind_attribute(self, at: int) -> int:
        """Where the next attribute of a tag ends, what it says noted; `_NO_MORE` where the tag's end is next."""
        text, size = self.text, len(self.text)
        c = " "
        while at < size:
            c = text[at]
            if c != "/" and not _is_blank(c):
                break
            at += 1
        else:
            return UNPLACED
        self.name = at
        if c == ">":
            return _NO_MORE
        at += 1
        while at < size:
            c = text[at]
            if c == "=" or _is_end(c):
                break
            at += 1
        self.name_end = self.said = self.said_end = at
        if c != "=":
            sign = self._behind_blanks(at)
            return self._behind_value(sign + 1) if sign < size and text[sign] == "=" else at
        return self._behind_value(at + 1)

    def _behind_value(self, at: int) -> int:
        """Where the value ends that an attribute has behind its sign of equality; its span noted, if there is one."""
        text, size = self.text, len(self.text)
        start = at = self._behind_blanks(at)
        c = text[at] if at < size else ">"
        if c == '"' or c == "'":  # noqa: PLR1714  # compiled, `in` makes a string of the character
            self.said, self.said_end = at + 1, text.find('"' if c == '"' else "'", at + 1)
            return self.said_end + 1 or UNPLACED
        while at < size:
            c = text[at]
            if c == ">" or _is_blank(c):
                break
            at += 1
        if at > start:
            self.said, self.said_end = start, at
        return at

    def _behind_blanks(self, at: int) -> int:
        while at < len(self.text) and _is_blank(self.text[at]):
            at += 1
        return at


def _is_blank(c: str) -> bool:
    return c in " \t\n\f\r"


def _is_end(c: str) -> bool:
    """Whether a name ends before ``c``."""
    return c in " \t\n\f\r/>"


def _may_repeat(c: str) -> bool:
    """Whether one of `REPEATED` begins with ``c``."""
    return c in "abcefinstuABCEFINSTU"


_NO_MORE = -2

_NEAR = 60
"""Lines that are counted; what is further away, the parser is asked for at the same cost."""

REPEATED = frozenset(
    ("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")
)
"""Elements that the parser makes anew where tags are mis-nested (WHATWG HTML, 13.2.4.3): one of those has the line and
column of the first, but no tag of its own."""
