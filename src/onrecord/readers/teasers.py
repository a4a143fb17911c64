"""What listings show: headlines of other pages, and stories under headings that link to them, in any language."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from turbohtml import Element

from onrecord.body.blocks import TextBlock, cut
from onrecord.compiled import is_compiled
from onrecord.page import Page
from onrecord.record import BlockKind
from onrecord.scripts import DENSE

_LONGEST = 450
"""Code points that stand between two teasers of a listing, at most; where a script parts no words, a third of that."""

_DENSE = re.compile(f"[{DENSE}]")


def headlines(page: Page) -> Iterator[tuple[Element, str]]:
    """The headlines of other pages."""
    for block in cut(page).blocks:
        if is_teaser(block) and isinstance(parent := block.first.parent, Element):
            yield parent, block.text


def linked_heads(blocks: Sequence[TextBlock]) -> list[int]:
    """The indices of the headings that are links."""
    return [
        n for n, b in enumerate(blocks) if b.kind is _HEADING and b.linked * 2 >= len(b.text) > _SHORTEST // 2
    ]


def stands_under(blocks: Sequence[TextBlock], text: Sequence[int], heads: Sequence[int]) -> bool:
    """Whether ``text`` (indices of blocks) stands under several of ``heads``, and most of it under one of them."""
    under = [bisect_left(heads, n) for n in text if blocks[n].kind is not _HEADING]
    before = sum(1 for at in under if not at)
    return len({at for at in under if at}) >= _UNDER and before * 2 <= len(under)


_HEADING = BlockKind.HEADING
_UNDER = 3
"""Headings under which some of the text stands, at least."""


def is_teaser(block: TextBlock) -> bool:
    """Whether a block is the headline of another page: most of it a link, as long as headlines are.

    Beside the link may stand a rank, a date or a section, which in dense scripts is as long as the headline. What is
    marked as a heading may be shorter.
    """
    size, linked = len(block.text), block.linked
    if size > _HEADLINE or not linked or _is_row(block) or not _leads_on(block.marks):
        return False
    if linked >= _SHORTEST and block.kind in _LINES and "\0" in block.raw.lstrip()[:_DATED]:
        return True
    if linked * 2 >= size:
        return weight(block.text) >= (_SHORTEST_HEADING if block.kind is _HEADING else _SHORTEST)
    return (
        size - linked <= _BESIDE and linked * 3 >= _SHORTEST and weight(block.text) >= size + _SHORTEST // 2
    )


def _leads_on(marks: tuple[str | None, ...]) -> bool:
    """Whether a link among the marks of a block leads to another page."""
    for href in marks:  # noqa: SIM110  # a generator takes twice the time
        if href is not None and not href.startswith("#"):
            return True
    return False


def _is_row(block: TextBlock) -> bool:
    """Whether a block is a row of data: three cells or more, a number in one."""
    text = block.text
    return block.kind is _ROW and text.count("\t") >= _CELLS - 1 and any(c.isdigit() for c in text)


_ROW = BlockKind.TABLE_ROW
_LINES = frozenset((_ROW, BlockKind.LIST_ITEM))
_DATED = 14
"""Code points of a date before the link of a line that goes on with what the page there tells."""
_CELLS = 3
_BESIDE = 24
_SHORTEST = 30
_SHORTEST_HEADING = 22
_HEADLINE = 250


def weight(text: str) -> int:
    """Code points, those of scripts that part no words threefold."""
    if text.isascii():
        return len(text)
    return len(text) + 2 * (_dense_in(text) if _LOOPS else len(_DENSE.findall(text[:_LONGEST])))


_LOOPS = is_compiled(__name__)


def _dense_in(text: str) -> int:
    """How many of the first characters are of such scripts."""
    count = 0
    for c in text[:_LONGEST]:
        if c >= "\u3040" and (
            c <= "\u30ff"
            or "\u3400" <= c <= "\u9fff"
            or "\uac00" <= c <= "\ud7af"
            or "\uf900" <= c <= "\ufaff"
        ):
            count += 1
    return count


def longest_run(blocks: Sequence[TextBlock], told: Sequence[bool]) -> int:
    """Code points between two headlines of other pages, at most; counted to `_LONGEST`, and what goes beyond that once.

    ``told`` is whether each block `is_teaser`.
    """
    longest = run = 0
    for block, is_told in zip(blocks, told, strict=True):
        if is_told or (block.linked >= _SHORTEST_HEADING and block.raw.lstrip()[:1] == "\0"):
            run = 0
        elif block.linked * 2 < len(block.text):
            run += weight(block.text)
            longest = max(longest, run)
            if longest > _LONGEST:
                break
    return longest


_FRONT = re.compile(r"https?://[^/]+/?(?:\?.*)?$", re.IGNORECASE)
_ASKED = re.compile(r"[?&](?:s|q|query|page|p)=[^&]*$|/page/\d+/?$", re.IGNORECASE)
_WRITTEN = (
    "tag tags tagg amne topic topics topik topico topica topicos topicas thema themen tema temas temat teema aihe aiheet emne emner "
    "onderwerp dossier dossiers sujet category categorie kategori kategorie kategoria categoria rubrik rubrique rubriek rubrica "
    "section seccion secao seksjon osasto etiqueta etiket etikett etichetta stichwort schlagwort mot-cle mot-cles mots-cle mots-cles "
    "stitek stitky cimke keyword keywords label author autor autore auteur auteurs autori autorzy forfatter skribent toimittaja "
    "kirjoittaja szerzo yazar yazarlar penulis tac-gia redaktor redaktion journalist profil search suche recherche buscar busca "
    "busqueda cerca zoeken szukaj arama haku sok sog hledat hledani vyhledavani kereses cautare pretraga poisk search-results archive "
    "archives archiv archivo archivio arkiv arkisto latest newest ultima ultimas neueste popular ranking most-read trending video "
    "videos podcasts photos fotos gallery galleries"
)
_SECTIONS = frozenset(_WRITTEN.split())
"""Parts of the path of such an address."""


def is_named(page: Page) -> bool:
    """Whether the address is that of a front page, a section, a tag, an author or a search."""
    url = (page.url or "")[:500]
    if not url:
        return False
    for part in url.split("/")[1:]:
        if part.partition("?")[0].casefold() in _SECTIONS:
            return True
    if _FRONT.search(url):
        return True
    return ("=" in url or "/page/" in url.lower()) and _ASKED.search(url) is not None
