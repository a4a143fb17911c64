"""What opens an article's text: a dateline, ``BERLIN (dpa) –`` or ``HARROW BAY, 3 May –``, a byline in it, or a date."""

import re
from collections.abc import Iterable, Iterator

from onrecord.evidence import Evidence, Place, Source
from onrecord.page import Page
from onrecord.values.agencies import agency_of
from onrecord.values.moments import TO_DAY, find_moments

# A place of one to four capitalised words, perhaps a region or day, perhaps an agency in brackets, and a dash. In
# lower case a dash may as well part a sentence: such a place stands alone before it.
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_][\w.'’/-]*(?:[ -][^\W\d_a-z][\w.'’-]*){0,3}(?:,\s[^\W_][^–—()]{1,24})?)"
    r"\s*(?:\((?P<agency>[^()\d]{2,20})\)\s*)?(?:[–—]|--|-(?=\s))\s*(?=\S)"
)
# The reporters, as in Chinese papers beside the dateline, （记者王晓明）, and in Korean ones before it ends: 김민수 기자 =.
_REPORTED = re.compile(
    r"[（(]([\u3400-\u9fff]{0,8}(?:记者|記者|通讯员|通訊員)[\s:：]?[\u3400-\u9fff·]{2,4}"
    r"(?:[\s、,]+(?:(?:记者|記者|通讯员|通訊員)[\s:：]?)?[\u3400-\u9fff·]{2,4}){0,5})[)）]"
    r"|(?:^|[\])])\s*((?:[\uac00-\ud7af]{2,4}[\s·,]+){0,3}[\uac00-\ud7af]{2,4}\s기자)\s?="
    r"|^\[[^\[\]=]{0,20}?([\uac00-\ud7af]{2,4}\s?기자)\]"
)
# 新华社海陵5月5日电, 【ワシントン＝田中太郎】, (서울=연합뉴스): an agency or a reporter beside the place.
_CABLED = re.compile(
    r"\s*(?:(?P<a>[\u3400-\u9fff]{2,4}[社网網])(?P<b>[\u3400-\u9fff]{2,8}?)(?:\d{1,2}月)?\d{1,2}日[电電]"
    r"|【(?P<c>[\u30a0-\u30ff\u3400-\u9fff・]{2,12})[＝=](?P<d>[\u3400-\u9fff々]{3,5})】"
    r"|[(\[](?P<e>[\uac00-\ud7af]{2,6})=(?P<f>[\uac00-\ud7af]{2,5}\d?)[)\]])"
)
_CABLE = {
    "a": "credited_agency", "b": "dateline", "c": "dateline", "d": "author", "e": "dateline", "f": "credited_agency",
}  # fmt: skip
_LONGEST = 80
"""Code points of a text in which a dateline may stand."""
_SHORTEST = 4
"""Of a place that stands alone: shorter words before a dash are seldom one."""


def read(page: Page, text: str | None, place: Place | None) -> Iterator[Evidence]:
    """What the first words of ``text`` say; ``place`` is where its first block stands.

    Only a place in capitals, one with an agency, or a single word counts: others may open any sentence.
    """
    if signed := _REPORTED.search(text or "", 0, _LONGEST):
        names = next(name for name in signed.groups() if name)
        yield Evidence("author", names, Source.BODY, within(page, names, place))
    if cabled := _CABLED.match(text or "", 0, _LONGEST):
        yield from (
            Evidence(_CABLE[name], raw, Source.BODY, within(page, raw, place))
            for name, raw in cabled.groupdict().items()
            if raw
        )
        return
    found = _DATELINE.match(text or "", 0, _LONGEST) or _signed(text or "")
    if found is None:
        return
    where, agency = found["place"].rstrip(" ,"), found["agency"]
    if found.re is _FULL_STOP or (text or "")[found.end("place")] in "-–—":  # ``Tarnal.- Las tarifas``
        where = where.rstrip(".")
    alone = " " not in where and where[0].isupper() and len(where) >= _SHORTEST
    if not (agency or alone or where.partition(",")[0].isupper()):
        return
    yield Evidence("dateline", where, Source.BODY, within(page, where, place))
    if agency:
        yield Evidence("credited_agency", agency, Source.BODY, within(page, agency, place))


_FULL_STOP = re.compile(
    r"(?P<place>[^\W\d_][\w.'’/-]*(?:[ -][^\W\d_a-z][\w.'’-]*){0,3}(?:,\s[^\W_][^–—()/]{1,24})?)\s*"
    r"[(/](?P<agency>[^()/\d]{2,20})[)/]\s*\.\s?(?:[–—]|-(?=\s))?\s*(?=\S)"
)


def _signed(text: str) -> re.Match[str] | None:
    """A dateline that ends in a full stop behind a known agency: ``Tarnal, 5 jun (EFE).-``, ``ТАРНЫЙ, 5 июня. /ТАСС/.`` for two."""
    found = _FULL_STOP.match(text, 0, _LONGEST)
    return found if found and agency_of(found["agency"]) else None


_BEFORE_DATE = re.compile(r"\(?|[^\W\d_][^.!?:;\d]{1,40}[,(]\s?")
_AFTER_DATE = re.compile(r"\s*(?:\)|(?:\([^()\d]{2,30}\)\s*)?(?:[–—:|/]|--|-(?=\s))|[„“”\"«»])")


def read_date(page: Page, openings: Iterable[tuple[str, Place]]) -> Iterator[Evidence]:
    """The day that one of the text's first blocks opens with, parted from the first sentence by a sign.

    ``openings`` are those blocks' words and places. Before the date may stand the place alone.
    """
    for text, place in openings:
        opening = text[:_LONGEST]
        for start, end, moment in find_moments(opening)[:1]:
            parted = _BEFORE_DATE.fullmatch(opening, 0, start) and _AFTER_DATE.match(opening, end)
            if parted and len(moment.value) >= TO_DAY:
                yield Evidence("date_published", moment.raw, Source.BODY, within(page, moment.raw, place))
                return


def within(page: Page, raw: str, place: Place | None) -> Place:
    """Where ``raw`` stands in ``place``; nowhere known where mark-up or entities part its letters."""
    if place is None or place.start is None or place.end is None or place.json:
        return place or Place()
    at = page.text.find(raw, place.start, place.end)
    return Place(at, at + len(raw), place.css) if at >= 0 else Place(css=place.css)
