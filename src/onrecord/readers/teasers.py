"""Listings: pages that tell of many articles, in teasers or one whole story after another.

Structure, in any language: lines that are links, with no longer text between them than a teaser has; or stories that
each have a heading that links to them, and make up what would be the text of an article.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from turbohtml import Element

from onrecord.body.blocks import Container, Cut, TextBlock, cut
from onrecord.evidence import Evidence
from onrecord.page import Page
from onrecord.readers.signs import sign
from onrecord.readers.surroundings import held
from onrecord.record import BlockKind

__all__ = ["is_named", "is_row", "is_teaser", "read", "read_index", "read_stories", "weight"]

_FEWEST = 8
"""Teasers that make a page a listing which nothing else calls one; menus of languages have fewer as long."""
_SOME = 5
"""As many where its address is a listing's, but its data calls it an article."""
_FEW = 3
"""As many where its address is a listing's and nothing speaks against it."""

_LONGEST = 450
"""Code points that stand between two teasers, at most; where a script parts no words, a third of that."""

_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def read(page: Page, *, doubted: bool = False) -> Iterator[Evidence]:
    """What makes the page a listing: its teasers, the first of which is shown.

    Fewer are enough where the address is a listing's. Where the page's data calls it an article (``doubted``), no prose
    may stand before the first, or the address must be a listing's. Teasers of a sidebar do not count.
    """
    pieces = cut(page)
    blocks = pieces.blocks
    named = is_named(page)
    told = _is_titled if named else is_teaser
    teasers = [b for b in blocks if told(b)]
    fewest = (_SOME if doubted else _FEW) if named else _FEWEST
    if len(teasers) < fewest or _longest_run(blocks, told) > _LONGEST:
        return
    if not named and _begins_with_prose(blocks, 1 if doubted else 2):
        return
    aside: dict[int, bool] = {}
    teasers = [b for b in teasers if not held(pieces, b.inside, _is_aside, aside)]
    if len({b.text for b in teasers}) < fewest:
        return
    where = " at a listing's address" if named else ""
    yield from _listing(page, teasers[0], f"{len(teasers)} teasers{where}")


def _begins_with_prose(blocks: Sequence[TextBlock], many: int = 1) -> bool:
    """Whether so many lines longer than a description stand before the first teaser."""
    for block in blocks:
        if is_teaser(block):
            return False
        if block.linked * 2 < len(block.text) and weight(block.text) >= _PROSE:
            many -= 1
            if not many:
                return True
    return False


_PROSE = 140


def _is_aside(container: Container) -> bool:
    return container.tag == "aside"


def read_stories(page: Page, pieces: Cut, text: Sequence[int]) -> Iterator[Evidence]:
    """The first of several headings that link elsewhere, where ``text`` (indices of blocks) stands under them.

    An article's text begins before the first of its related ones. Each story must stand in an ``article`` of its own.
    """
    heads = _linked_heads(pieces.blocks)
    own = {at for n in heads if (at := _story(pieces, pieces.blocks[n].inside)) >= 0}
    if len(own) >= _STORIES and _stands_under(pieces.blocks, text, heads):
        yield from _listing(
            page, pieces.blocks[heads[0]], f"{len(own)} stories, each under a link of its own"
        )


def read_index(page: Page, pieces: Cut, text: Sequence[int]) -> Iterator[Evidence]:
    """What makes a page a listing at such an address, whatever its data says.

    Its text (indices of blocks) is stories, or next to none beside its teasers.
    """
    blocks = pieces.blocks
    heads = _linked_heads(blocks)
    if len(heads) >= _STORIES and _stands_under(blocks, text, heads):
        yield from _listing(page, blocks[heads[0]], "index")
        return
    found = [b for b in blocks if is_teaser(b)]
    said = sum(weight(blocks[n].text) for n in text if not is_teaser(blocks[n]))
    if len(found) >= _FEWEST and said < _PROSE and _longest_run(blocks, is_teaser) <= _LONGEST:
        yield from _listing(page, found[0], "index")


def _linked_heads(blocks: Sequence[TextBlock]) -> list[int]:
    return [
        n for n, b in enumerate(blocks) if b.kind is _HEADING and b.linked * 2 >= len(b.text) > _SHORTEST // 2
    ]


def _stands_under(blocks: Sequence[TextBlock], text: Sequence[int], heads: Sequence[int]) -> bool:
    under = [bisect_left(heads, n) for n in text if blocks[n].kind is not _HEADING]
    before = sum(1 for at in under if not at)
    return len({at for at in under if at}) >= _UNDER and before * 2 <= len(under)


def _listing(page: Page, first: TextBlock, how: str) -> Iterator[Evidence]:
    if isinstance(parent := first.first.parent, Element):
        yield sign("listing", how, first.text, page.place(parent, first.text))


_HEADING = BlockKind.HEADING
_STORIES = 4
_UNDER = 3
"""Headings under which some of the text stands, at least."""
_HIGH = 4


def _story(pieces: Cut, inside: int) -> int:
    """The container near a heading that is a story; -1 where there is none."""
    for _ in range(_HIGH):
        if inside < 0:
            break
        container = pieces.containers[inside]
        if container.tag == "article" or "hentry" in (container.element.attr("class") or ""):
            return inside
        inside = container.parent
    return -1


def is_teaser(block: TextBlock) -> bool:
    """Whether a block is the headline of another page: most of it a link, as long as headlines are.

    Beside the link may stand a rank, a date or a section, which in dense scripts is as long as the headline. What is
    marked as a heading may be shorter.
    """
    size, linked = len(block.text), block.linked
    if (
        size > _HEADLINE
        or not linked
        or is_row(block)
        or all(href is None or href.startswith("#") for href in block.marks)
    ):
        return False
    if linked >= _SHORTEST and block.kind in _LINES and "\0" in block.raw.lstrip()[:_DATED]:
        return True
    if linked * 2 >= size:
        return weight(block.text) >= (_SHORTEST_HEADING if block.kind is _HEADING else _SHORTEST)
    return (
        size - linked <= _BESIDE and linked * 3 >= _SHORTEST and weight(block.text) >= size + _SHORTEST // 2
    )


def is_row(block: TextBlock) -> bool:
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
    return len(text) + 2 * len(_DENSE.findall(text[:_LONGEST]))


def _is_titled(block: TextBlock) -> bool:
    """Whether a block is a teaser, or a heading that is a link: at a listing's address it may be as short as a programme's name."""
    return is_teaser(block) or (
        block.kind is _HEADING and block.linked * 2 >= len(block.text) >= _SHORTEST_NAME
    )


_SHORTEST_NAME = 8


def _longest_run(blocks: Sequence[TextBlock], told: Callable[[TextBlock], bool]) -> int:
    longest = run = 0
    for block in blocks:
        if told(block) or (block.linked >= _SHORTEST_HEADING and block.raw.lstrip()[:1] == "\0"):
            run = 0
        elif block.linked * 2 < len(block.text):
            run += weight(block.text)
            longest = max(longest, run)
            if longest > _LONGEST:
                break
    return longest


_ADDRESS = re.compile(
    r"https?://[^/]+/?(?:\?.*)?$|/(?:tags?|tagg|amne|topics?|topik|topic[oa]s?|thema|themen|tema|temas|temat|teema|aihe|aiheet|emne|emner|onderwerp|dossiers?|sujet|category|categorie|kategorie?|kategoria|categoria|rubrik|rubrique|rubriek|rubrica|section|seccion|secao|seksjon|osasto|"
    r"etiqueta|etikett?|etiket|etichetta|stichwort|schlagwort|mots?-cles?|stitek|stitky|cimke|keywords?|label|author|autor|autore|auteurs?|autori|auteur|autorzy|forfatter|skribent|toimittaja|kirjoittaja|szerzo|yazar|yazarlar|penulis|tac-gia|redakt(?:or|ion)|journalist|profil|"
    r"search|suche|recherche|buscar|busca|busqueda|cerca|zoeken|szukaj|arama|haku|sok|sog|hledat|hledani|vyhledavani|kereses|cautare|pretraga|poisk|search-results|archives?|archiv|archivo|archivio|arkiv|arkisto|latest|newest|ultimas?|neueste|popular|ranking|most-read|trending|videos?|podcasts|photos|fotos|galler(?:y|ies))(?:/|\?|$)|[?&](?:s|q|query|page|p)=[^&]*$|/page/\d+/?$",
    re.IGNORECASE,
)  # fmt: skip


def is_named(page: Page) -> bool:
    """Whether the address is that of a front page, a section, a tag, an author or a search."""
    return bool(page.url and _ADDRESS.search(page.url[:500]))
