"""Citations as BibTeX, with the fields biblatex adds: ``date``, ``url``, ``urldate``, ``langid``."""

import re
from collections.abc import Iterator

from onrecord.export.babel import babel_name
from onrecord.export.citation import Citation
from onrecord.export.csl import note
from onrecord.export.dates import date_parts
from onrecord.record import Author
from onrecord.values.names import Kind


def to_bibtex(citation: Citation) -> str:
    """One ``@article`` entry in UTF-8, ended by a line break; its key is the citation's."""
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(citation) if value)
    return f"@article{{onrecord-{citation.key},\n{fields}}}\n"


def _fields(citation: Citation) -> Iterator[tuple[str, str | None]]:
    parts = date_parts(citation.published)
    yield "author", " and ".join(map(_name, citation.author))
    # Inner braces keep its capitals.
    yield "title", citation.headline and "{" + _escape(citation.headline) + "}"
    yield "journal", citation.publisher and _escape(citation.publisher)
    yield "date", "-".join(f"{part:02}" for part in parts)
    yield "year", f"{parts[0]}" if parts else None
    yield "month", f"{parts[1]}" if len(parts) > 1 else None
    yield "url", citation.url and _address(citation.url)
    yield "urldate", "-".join(f"{part:02}" for part in date_parts(citation.accessed))
    yield "langid", babel_name(citation.language)
    yield "abstract", citation.abstract and _escape(citation.abstract)
    yield "library", citation.archive and _escape(citation.archive)
    yield "note", _escape(note(citation))


def _name(author: Author) -> str:
    """A person's name is for BibTeX to part; in braces it stays whole: an organisation, or what BibTeX would part wrongly.

    That is a name with a comma in it or "Jr." behind it, and words that part its list of names.
    """
    name = _escape(author.name)
    words = name.casefold().split()
    odd = "," in name or "and" in words or not _SUFFIXES.isdisjoint(words[-1:])
    whole = author.type is not Kind.PERSON or odd
    return "{" + name + "}" if whole else name


_SUFFIXES = frozenset(("others", "jr.", "jr", "sr.", "sr", "ii", "iii", "iv", "phd", "md", "esq."))
"""Last words that BibTeX would take for a family's name, or for "et al."."""
_SPECIAL = re.compile(r"[\\{}$&%#_^~]")
_COMMANDS = {
    "\\": "\\textbackslash{}", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}",
    "{": "\\textbraceleft{}", "}": "\\textbraceright{}",
}  # fmt: skip
"""A brace is written as a command, for BibTeX counts braces, escaped or not."""


def _escape(text: str) -> str:
    """``text`` on one line, so that TeX prints these characters and runs none; unpaired braces end no field early."""
    line = " ".join(text.split())
    return _SPECIAL.sub(lambda found: _COMMANDS.get(found[0], "\\" + found[0]), line)


def _address(url: str) -> str:
    """Biblatex reads an address as it stands, but for what would end the field."""
    return re.sub(r"[\s{}\\]", lambda found: f"%{ord(found[0]):02X}", url)
