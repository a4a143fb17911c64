"""Where one article ends and the next begins, in a text that holds several.

They are parted at what archives write between two documents (``3 of 12 DOCUMENTS``, ``End of Document``, a form feed, a
rule), else where the labels begin again.
"""

import re
from collections.abc import Sequence

from onrecord import limits
from onrecord.readers.flattened import imprints, prose
from onrecord.readers.flattened.labels import BODY, END, has_codes, is_export, labelled, shares
from onrecord.readers.flattened.lines import Line, lines_of
from onrecord.readers.wording import opens_byline
from onrecord.values.moments import find_moments

_DOCUMENTS = (
    r"documents?|dokumente?n?|documentos?|documenti|documenten|artikeln?|articles?|artículos?|articoli|件|篇"
)
_START = re.compile(
    rf"(?:(?:{_DOCUMENTS}|文章)\s*)?\d{{1,6}}\s*(?:of|von|de|sur|van|av|di|из|/)\s*\d{{1,6}}(?:\s*(?:{_DOCUMENTS}))?",
    re.IGNORECASE,
)
_END = re.compile(
    r"end of (?:the )?document|ende des dokuments|fin du document|fin del documento|fim do documento|fine del documento|"
    r"einde van het document|news·\d{8}·\w{1,8}·\w{1,24}|конец документа|文档结尾|文書の終わり|(?:document|dokument|documento|документ|文件|문서|文書) [A-Z]{4,}[0-9a-z]{10,}",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:#|№)?\s?\d{1,5}[.):]?")
"""What may stand right above the first label of an article."""
_RULE = re.compile(r"[-=_*~#—–─━]{8,}")


def articles_in(text: str) -> list[tuple[int, int]]:
    """The stretches of the articles in an export, in order; none where the text holds one article or is no export."""
    lines = lines_of(text, 0, len(text))
    if not is_export(lines):
        parts = _parted(_below_cover(lines), text)
        if sum(map(_ends_document, lines)) > 1:
            return _stretches([part for part in parts if _is_counted(part)])
        return _stretches(parts) if all(map(_is_article, parts)) else []
    codes = has_codes(lines)
    parts = _parted(lines, text)
    if len(parts) < 2:
        parts = _by_labels(lines, codes=codes)
    return _stretches([p for p in _joined(parts, codes=codes) if len(shares(p, codes=codes)) > 1])


def _stretches(parts: Sequence[list[Line]]) -> list[tuple[int, int]]:
    """Where several articles stand; none where there is but one."""
    return [(p[0].start, p[-1].end) for p in parts[: limits.ARTICLES]] if len(parts) > 1 else []


def _below_cover(lines: Sequence[Line]) -> Sequence[Line]:
    """Lines without what an archive says of the search, above the first document that it numbers."""
    first = next((at for at, line in enumerate(lines) if numbers(line)), 0)
    return lines if _is_article(lines[:first]) else lines[first:]


def _is_article(part: Sequence[Line]) -> bool:
    """Whether lines are a headline, a byline or a date below it, and a text."""
    signed = any(
        len(line.text) <= _SHORT and (opens_byline(line.text) or find_moments(line.text))
        for line in part[1:_HEADED]
    )
    return signed and not prose.is_prose(part[0].text) and prose.is_text(part)


_HEADED = 5
"""Lines of a head without labels."""


def parts_documents(line: Line) -> bool:
    """Whether a line is what archives write above a document, or below it."""
    return numbers(line) or _ends_document(line)


def numbers(line: Line) -> bool:
    """Whether a line says which it is of how many: ``3 of 12 DOCUMENTS``, as pages do, too."""
    return len(line.text) <= _SHORT and _START.fullmatch(line.text) is not None


def _ends_document(line: Line) -> bool:
    return len(line.text) <= _SHORT and _END.fullmatch(line.text) is not None


_SHORT = 60
_TOP = 12
"""Lines of an article's head in which its imprint is looked for."""


def _is_counted(part: Sequence[Line]) -> bool:
    """Whether lines are told to be an article by a count of words or an imprint, not by labels."""
    return any(imprints.is_count(line.text) or imprints.said(line) for line in part[:_TOP])


def _parted(lines: Sequence[Line], text: str) -> list[list[Line]]:
    """Lines between what archives write between documents, which is left out."""
    parts: list[list[Line]] = [[]]
    last = 0
    for line in lines:
        if _END.fullmatch(line.text) or _RULE.fullmatch(line.text) or _START.fullmatch(line.text):
            parts.append([])
        else:
            if "\f" in text[last : line.start] and parts[-1]:
                parts.append([])
            parts[-1].append(line)
        last = line.end
    return [p for p in parts if p]


def _joined(parts: Sequence[list[Line]], *, codes: bool) -> list[list[Line]]:
    """The parts; one without labels belongs to the one before it, as a rule inside an article does."""
    out: list[list[Line]] = []
    for part in parts:
        told = shares(part, codes=codes)
        if out and not (len(told) > 1 and _heads(part, codes=codes)):
            out[-1].extend(part)
        else:
            out.append(part)
    return out


def _heads(part: Sequence[Line], *, codes: bool) -> bool:
    """Whether a part has what names an article, not only what ends one."""
    fields = {t.field for line in part if (t := labelled(line, codes=codes))}
    return bool(fields & {"headline", "date_published", "publisher", "author", "article_section", BODY})


def _by_labels(lines: Sequence[Line], *, codes: bool) -> list[list[Line]]:
    """Parts that begin where the first label of all stands again; where it ends a text, behind that run of labels."""
    told = [labelled(line, codes=codes) for line in lines]
    first = next((t.label for t in told if t and t.field != END), None)
    parts: list[list[Line]] = [[]]
    at = next((i for i, t in enumerate(told) if t and t.label == first), 0)
    behind = prose.is_text(lines[:at])
    ended = False
    for line, t in zip(lines, told, strict=True):
        ended = ended or (t is not None and t.label == first)
        if behind and ended and t is None and line.gap:
            parts.append([])
            ended = False
        elif not behind and t and t.label == first and any(parts[-1]):
            numbered = not line.gap and _NUMBER.fullmatch(parts[-1][-1].text) is not None
            parts.append([parts[-1].pop()] if numbered else [])
        parts[-1].append(line)
    return [p for p in parts if p]
