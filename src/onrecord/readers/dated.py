"""What tells a date that a page shows of its article from one that it shows of anything else."""

import re
from collections.abc import Iterator
from itertools import pairwise

from turbohtml import Element

from onrecord.page import collapse, is_longer, words
from onrecord.phrases import Phrases
from onrecord.readers.surroundings import WHOLE
from onrecord.scripts import COLONS
from onrecord.values.moments import TO_DAY, TO_MONTH, find_moments

PUBLISHED = Phrases(
    r"\b(?:(?:first |originally )?published|publish(?:ed|ing)? (?:date|time)|publication date|date published|posted(?: on)?|post (?:date|time)|date posted|release date"
    r"|veröffentlicht|veröffentlichung|erschienen|erscheinungsdatum|publiziert|eingestellt am|online seit|publiée?s?|mise? en ligne|parue? le|date de publication|publicad[oa]|publicación|publicação"
    r"|pubblicat[oa]|pubblicazione|gepubliceerd|geplaatst|publicatiedatum|publicer[ae][dt]|publisert|udgivet|offentliggjort|julkaistu|opublikowan[oya]|data publikacji|publikov[aá]n[oéa]|zveřejněno|vydáno"
    r"|megjelent|közzétéve|publicat|foilsithe|опубликован[оаы]?|дата публикации|опубліковано|дата публікації|yay[ıi][nm]lan\w+|yay[ıi]n tarihi|diterbitkan|dipublikasikan|tayang)\b"
    r"|δημοσιεύ\w+|δημοσίευσ\w+|تاريخ النشر|نشر في|نشرت? |פורסם|公開日|掲載日|投稿日|公開|发布时间|发布于|發布時間|發佈|发表于|게시일|등록일|입력|발행일|発行日|배포일|प्रकाशित|প্রকাশ|வெளியிடப்|เผยแพร่|xuất bản|انتشار:|публикуван|објављен|objavljen|жарияла|нийтэлсэн|გამოქვეყნ|հրապարակ",
)  # fmt: skip
"""Says of a date behind it that it is when the article was published."""


def tells_publishing(text: str) -> bool:
    """Whether `PUBLISHED` finds anything in ``text``."""
    return PUBLISHED.search(text.lower()) is not None


def tells_creation(text: str, around: Element) -> bool:
    """Whether ``text``, which stands before a date, says that the page was made then, and ``around`` also when it was published.

    Where a page says no more than when it was made, that is when it was published.
    """
    if _CREATED.search(text.lower()) is None or is_longer(around, _LINE):
        return False
    return tells_publishing(around.text)


_LINE = 500
"""Code points of the longest line that tells both."""


_CREATED = Phrases(
    rf"\b(?:created|creation date|date created|erstellt|créée?|date de création|creado|criado|creato|skapad|oprettet|opprettet|gemaakt|utworzon[oya]|vytvořeno|создан[оаы]?|作成日|创建时间|创建于)(?: (?:on|am|le|el|em|il|op|den))?\s?[{COLONS}]?\s*\Z"
)  # fmt: skip


def says_today(text: str) -> bool:
    """Whether ``text``, which stands before a date, says that this is the day of whoever reads it.

    >>> says_today("Today is Tuesday, "), says_today("امروز: "), says_today("Today, ")
    (True, True, False)
    """
    return _TODAY.search(text.lower()) is not None


_TODAY = re.compile(
    rf"(?:\btoday(?: is|['’]s date)|\bheute ist|\bhoy es|\boggi è|今天是|今日は|сегодня\s*[{COLONS}]|сьогодні\s*[{COLONS}]|(?:امروز|اليوم|today|bugün|hôm nay)\s*[{COLONS}]|วันนี้\s*[{COLONS}])[^\d.]{{0,20}}\Z"
)


def says_another(text: str) -> bool:
    """Whether ``text``, which stands before a date, says what else that is the day of: of what is told, or of who reads it.

    >>> says_another("Deadline: "), says_another("Event date: "), says_another("Valid until "), says_another("Events | ")
    (True, True, True, False)
    """
    said = _ANOTHER.search(text.lower())
    return said is not None and not tells_publishing(said[0])


_ANOTHER = Phrases(
    # What names a thing that has a day, with a word or two more of its name and a colon
    rf"\b(?:deadline|due date|event|when|kick-?off|(?:match|game|fight|race|wedding|meeting|hearing|election|sale|start|end|expiry|expiration|birth) date|dates? of (?:the |an? )?(?:event|birth|death|sale|hearing|meeting|match|expiry|departure|arrival)|born|died|termin|veranstaltung|frist|(?:anmelde|einsende|bewerbungs)(?:schluss|frist)|geboren"
    rf"|date limite|échéance|événement|événements|naissance|fecha límite|plazo|cierre|evento|scadenza|prazo|wydarzenie|срок|мероприятие|дата рождения|дата проведения|etkinlik|son başvuru)(?: [^\W\d_]{{1,12}}){{0,2}}\s?[{COLONS}]\s*\Z"
    rf"|(?:截止|活动时间|活動時間|出生|締切|締め切り|開催日|期限|마감|행사 ?)[^\W\d_]{{0,4}}\s?[{COLONS}]\s*\Z"
    # What is done on a day
    r"|\b(?:expires?|valid (?:until|through|till|from)|closes?|closing|apply by|retrieved|accessed|visited|printed|archived|crawled|captured|recorded|filmed|born|next (?:update|issue|edition|meeting)|gültig (?:bis|ab)|läuft ab|abgerufen|zuletzt besucht|gedruckt|valable jusqu.?au|consultée?|expire|clôture|imprimée?|válid[oa] (?:hasta|até)|vence|consultad[oa]|acessado|valido fino al|consultato|geldig tot|ważne do|действительно до|дата обращения)(?: (?:on|date|am|le|el|em|il|op))?\s?[:：]?\s*\Z",
)  # fmt: skip
"""Says of a date right behind it that it is no article's."""
_OTHERS = frozenset(("figure", "figcaption", "blockquote", "caption"))
"""Elements whose dates are those of a picture, of what is quoted or of a calendar."""
_LEVELS = 6
_CARD = 20
"""Code points beside the date from which a link around it is a teaser of what it leads to."""


def is_of_another(element: Element, date: str) -> bool:
    """Whether a ``date`` in ``element`` is that of a picture, a quotation, or the page that a link around it leads to."""
    if element.tag != "a" and any(_is_card(link, date) for link in element.select("a")):
        return True
    size = len(element.text)
    near = size > _CARD  # whether a box is still small enough to hold little more; none around it is smaller
    node: Element = element
    for _ in range(_LEVELS):
        tag = node.tag
        if tag in WHOLE:
            return False
        if tag in _OTHERS or (tag == "a" and _is_card(node, date)):
            return True
        near = near and len(node.text) <= 2 * size + _CARD
        if near and _is_below_picture(node, element):
            return True
        parent = node.parent
        if not isinstance(parent, Element):
            return False
        node = parent
    return False


def _is_card(link: Element, date: str) -> bool:
    said = collapse(link.text)
    return len(said) > len(date) + _CARD and date in said


def _is_below_picture(box: Element, element: Element) -> bool:
    """Whether the words of ``element`` are what a picture in the same box says it shows."""
    images = box.select("img[alt]")[:_FEW]
    if not images:
        return False
    said = collapse(element.text)
    return any(said == collapse(image.attr("alt") or "") for image in images)


_FEW = 3


# A line of a page's head parts what it says by signs; a sentence has small words in a row and ends as sentences do.
_SENTENCE = re.compile(r"(?:[ ,][^\W\d_A-Z]{1,20}\b){5}.*[.!?…]\W{0,2}$|[。！？]$", re.DOTALL)
_SHORT = 60


def is_prose(text: str) -> bool:
    """Whether a line tells a story: a date in it is when something happened.

    >>> is_prose("In the trial of 24 January 2020 the court found that nobody had seen the harbour burn.")
    True
    >>> is_prose("By Ida Kroll | Harbour | 24 January 2020, 10:15 | 4 min. read")
    False
    """
    return len(text) > _SHORT and _SENTENCE.search(text) is not None and not tells_publishing(text)


_NUMERIC = re.compile(
    r"(?<![\d./-])(?:\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d|\d\d([./-])\d\d\2\d\d)(?![\d./-]\d|\d)"
)
_SOLAR = re.compile(r"(?<![0-9./-])1[34][0-9]{2}([./-])[0-9]{1,2}\1[0-9]{1,2}(?![0-9./-][0-9]|[0-9])")
"""Numbers that are a Persian day, if the page is Persian."""
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "option"))


def dates_in(raw: str, element: Element) -> Iterator[tuple[int, int, str]]:
    """Where dates stand in ``raw``, the words of ``element``, and what they are.

    Also those in numbers alone whose order, or calendar, the page's language or other dates must tell. A month is none where all
    of it is a link or a heading: such are an archive's.
    """
    # Where they stand, and the times beside them, is the same in either order.
    if _NUMERIC.search(raw):
        found = find_moments(raw, language="en", country="GB")
    else:
        found = find_moments(raw, language="fa") if _SOLAR.search(raw) else find_moments(raw)
    if not found:
        yield from _in_pieces(element)
        yield from ((m.start(), m.end(), m[0]) for m in _NUMERIC.finditer(raw))
    spans = [_SPAN.fullmatch(raw, one[1], other[0]) for one, other in pairwise(found)]
    for (start, end, moment), before, behind in zip(found, [None, *spans], [*spans, None], strict=False):
        if (before or behind) and len(moment.value) <= TO_DAY:
            continue  # from one day to another something else went on
        if len(moment.value) > TO_MONTH or not _is_archive(element, moment.raw):
            yield start, end, moment.raw


_SPAN = re.compile(r"\s*[-–—~〜～]\s*")


def _in_pieces(element: Element) -> Iterator[tuple[int, int, str]]:
    """The date whose month, day and year have elements of their own, as on a leaf of a calendar."""
    pieces = [child.text for child in element.children if isinstance(child, Element)]
    text = collapse(" ".join(pieces))
    if len(pieces) in _PIECES and len(text) <= _LEAF:
        yield from (
            (0, 0, moment.raw) for _, _, moment in find_moments(text)[:1] if len(moment.value) > TO_MONTH
        )


_PIECES = range(2, 5)
_LEAF = 30


def _is_archive(element: Element, month: str) -> bool:
    if element.tag in _HEADINGS:
        return True
    links = [element] if element.tag == "a" else element.select("a")
    return any(month in words(link) for link in links)


INDENTED = 1_600
"""Code points of the source of a line, where each of its pieces is indented."""


def holder(element: Element, text: str) -> Element:
    """The smallest element from ``element`` on up that reads as all of ``text``; itself where none near does."""
    node: Element = element
    for _ in range(_LEVELS):
        if len(node.text) > INDENTED:
            break
        if text in words(node):
            return node
        parent = node.parent
        if not isinstance(parent, Element):
            break
        node = parent
    return element


def words_before(element: Element) -> str:
    """The words that stand right before an element, inside its parent."""
    previous, text = element.previous_sibling, ""
    for _ in range(2):
        if previous is None:
            break
        text = previous.text[-80:] + text
        previous = previous.previous_sibling
    return collapse(text)[-40:]
