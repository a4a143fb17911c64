"""The article's images: each once, with every size, caption and credit that some place states."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from onrecord import limits
from onrecord.evidence import Evidence, Source
from onrecord.judge.weighing import Reading, Verdict, clean, readings, shown
from onrecord.needles import holds_any
from onrecord.record import Image, Logo, Size
from onrecord.scripts import COLONS, ENDS
from onrecord.values.agencies import agency_of
from onrecord.values.bylines import PARTICLES
from onrecord.values.picture_credits import SIGNED_PICTURE

Resolve = Callable[[str], str | None]
"""Makes an address of the page absolute; None of what is none."""

_PIXELS = re.compile(r"\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*")
_RENDITION = re.compile(
    r"[-_](?:\d{2,4}x\d{2,4}|scaled|w\d{2,4}|\d{2,4}w|large|medium|small|thumb(?:nail)?)(?=\.|$)"
)
_NO_PICTURE = ("avatar", "favicon", "spacer", "pixel.", "blank.")
_LOGO = re.compile(r"[/_-]logos?[/._-]")


def _pixels(raw: str | None) -> int | None:
    """A number of pixels, as schema.org and HTML write them; None where it is none or 0.

    >>> _pixels("1920"), _pixels("1080 px"), _pixels("100%"), _pixels(None)
    (1920, 1080, None, None)
    """
    if not raw:
        return None
    if raw.isascii() and raw.isdigit() and len(raw) <= 5:  # noqa: PLR2004  # as nearly all are
        return int(raw) or None
    found = _PIXELS.fullmatch(raw)
    return int(found[1]) or None if found else None


@dataclass(slots=True)
class _Picture:
    """One image in all its renditions."""

    url: str
    readings: list[Reading[str]]
    sizes: list[Size] = field(default_factory=list)
    caption: str | None = None
    credit: str | None = None


def settle(
    found: Iterable[Evidence], resolve: Resolve, span: tuple[int, int] | None
) -> Verdict[tuple[Image, ...]]:
    """The images that schema.org or OpenGraph give the article, then those that stand in it.

    ``span`` is the article's stretch of the page: an image that stands elsewhere is another article's.
    """
    known: dict[str, str | None] = {}
    found = list(found)
    if span:
        span = (span[0], _end_of_gallery(found, span[1]))
    read = readings("images", found, lambda e: _address(e, resolve, span, known))
    pictures: dict[str, _Picture] = {}
    by_address: dict[str, _Picture] = {}
    for reading in read:
        if reading.value is None:
            continue
        picture = by_address.get(reading.value)
        if picture is None:
            picture = pictures.setdefault(_stem(reading.value), _Picture(reading.value, []))
            by_address[reading.value] = picture
        picture.readings.append(reading)
        _add(picture, reading.evidence)
        if len(pictures) >= limits.IMAGES:
            break
    ordered = list(pictures.values())
    images = tuple(_image(p) for p in ordered)
    winners = [p.readings[0] for p in ordered]
    return Verdict(images, shown(read, winners, "an image of the article", str))


def _end_of_gallery(found: Iterable[Evidence], end: int) -> int:
    """Where the pictures end that follow a text which ends at ``end``, and then one another, each with its caption.

    Not where that leads to another page, as it does in a list of articles.
    """
    for e in found:
        at = e.place.start if e.source is _VISIBLE and e.beside("caption") and not e.beside("of") else None
        if at is not None and end < at <= end + _MARGIN[1]:
            end = at
    return end


def _address(
    evidence: Evidence, resolve: Resolve, span: tuple[int, int] | None, known: dict[str, str | None]
) -> str | None:
    """The image's address; None where it is no picture or stands outside the article.

    ``known`` are those that were read before: several places name one.
    """
    if evidence.source is _VISIBLE and span and evidence.place.start is not None:
        before, after = _MARGIN
        if not span[0] - before <= evidence.place.start <= span[1] + after:
            return None
    raw = evidence.raw
    if raw not in known:
        known[raw] = None if _is_no_picture(raw.strip().lower()) else resolve(raw.strip())
    return known[raw]


def _is_no_picture(address: str) -> bool:
    """Whether an address, in lower case, is that of a portrait, a logo or of something that nobody sees."""
    for sign in _NO_PICTURE:
        if sign in address:
            return True
    return address.startswith("data:") or ("logo" in address and _LOGO.search(address) is not None)


_VISIBLE = Source.VISIBLE
_MARGIN = (12_000, 500)
"""Code points of mark-up: the lead image stands above the first paragraph, the next article's soon after the last."""


def _stem(url: str) -> str:
    """What the renditions of one picture share: the path's last part without size and query."""
    path = url.partition("?")[0].partition("#")[0]
    name = path.rstrip("/").rpartition("/")[2]
    if "-" in name or "_" in name:
        name = _RENDITION.sub("", name)
    return name if len(name) > 8 else path  # noqa: PLR2004  # a short name such as 1.jpg is no picture's own


def _add(picture: _Picture, evidence: Evidence) -> None:
    if not evidence.said:
        return
    said = dict(evidence.said[::-1])  # of a name that stands twice the first counts
    width, height = _pixels(said.get("width")), _pixels(said.get("height"))
    if (width or height) and (size := Size(width, height)) not in picture.sizes:
        picture.sizes.append(size)
    caption = said.get("caption") or ""
    credit = said.get("credit") or said.get("creditText")
    if not caption and not credit:
        return
    caption = clean(caption).lstrip(_POINTERS)
    if (at := _credit_at_end(caption)) is not None:
        caption, credit = caption[:at].rstrip(" (（[|/–—-＝=、，"), credit or caption[at:]
    elif caption and _CREDIT_LABEL.fullmatch(caption):
        caption = ""
    if not picture.caption or _is_more(caption, picture.caption):
        picture.caption = caption or None
    picture.credit = picture.credit or (_credit(clean(credit)) if credit else None)


def _is_more(caption: str, known: str) -> bool:
    """Whether a caption goes on behind the words of another: data often give no more than what stands for a picture unseen."""
    begun = known.rstrip(" .…")
    return caption.startswith(begun) and _GOES_ON.match(caption, len(begun)) is not None


_GOES_ON = re.compile(r"[.…]{0,3},?\s+[^\W_]")


def _credit_at_end(caption: str) -> int | None:
    """Where the credit that a caption ends with begins; None where it ends with none."""
    from_ = max(0, len(caption) - _AT_END)
    if holds_any(caption, _CREDIT_SIGNS) and (found := _CREDIT_AT_END.search(caption, from_)):
        return found.start()
    if not caption.isascii() and (found := SIGNED_PICTURE.search(caption, from_)):
        return found.start()
    signs = _BEFORE_CREDIT.finditer(caption, from_)
    return next((sign.start() for sign in signs if _names_source(caption, sign)), None)


def _names_source(caption: str, sign: re.Match[str]) -> bool:
    """Whether all that stands behind ``sign`` are names, and the word for a picture or an agency says whose they are."""
    words = caption[sign.end() :].strip(" .)]")
    label = _PICTURE_OF.match(words)
    names = words[label.end() if label else 0 :]
    pieces = [piece for piece in _BETWEEN.split(names) if piece]
    joining = _JOINING if label else _VIA
    named = all(p[0].isupper() or p in PARTICLES or (n and p in joining) for n, p in enumerate(pieces))
    if len(pieces) > _NAMED or not named:
        return False
    sources = [piece.strip() for piece in _BY_WAY.split(names)]
    by = label is not None and (len(label[0].split()) > 1 or (len(pieces) > 1 and sign.start() > 0))
    return (
        by
        or any(map(agency_of, sources))
        or (len(sources) > 1 and " " in sources[0] and sign[0] not in _APART)
        or (len(sources) > 1 and " " in sources[-1] and names.isupper())
    )


_WORK = (
    r"(?:crédits?\s+photo|sursa\s+foto|photograph(?:y|ie)?|fotografía|fotografia|fotografija|fotoğraf|φωτογραφία|foto|fotó|fot\."
    r"|photo|bild|beeld|kuva|kép|zdjęcie|picture|image|credit|crédit|quelle|zdroj|фото|снимка|φωτό|φωτο|ảnh|picha|kuha"
    r"|ფოტო|լուսանկարը?|ፎቶ|فوٹو|تصویر|عکس|تصوير|الصورة|צילום|फोटो|फ़ोटो|ছবি|படம்|ภาพ(?:โดย)?|사진(?:\s?(?:제공|출처))?"
    r"|写真(?:提供)?|撮影|提供|图片(?:来源)?|圖片(?:來源)?|[图圖]|摄影|攝影|供图|供圖)s?"
    r"(?:\s+(?:credit|by))?"
)
"""What a credit is for."""
_SIGN = rf"(?:[{COLONS}/©ⓒ=]|-(?=\s+(?-i:[^a-z])))"
_SOURCE = r"(?-i:(?=[A-Z])|(?<![a-z] ))(?:(?:photo|image|picture)\s+)?source"
"""In small letters behind another word it is that of something else: "The town's energy source: the tide"."""
_CREDIT_AT_END = re.compile(
    rf"(?:(?<=[{ENDS})\s])|^)[(（\[|/–—-]?\s*(?:(?:{_WORK}|{_SOURCE})\s*{_SIGN}|[©ⓒ])\s*[^{COLONS}]{{2,80}}$",
    re.IGNORECASE,
)
_BEFORE_CREDIT = re.compile(r"\A|(?<=[.!?…”»])\s*[-–—|/]?\s*(?=[^\s.!?…”»)\]])|[(\[]|\s[-–—|/]\s")
_BY = r"(?:\s+(?-i:von|par|de|di|door|av|af|na|ni|via)(?=\s))?"
_PICTURE_OF = re.compile(rf"(?:{_WORK}{_BY}\s+)?courtesy(?:\s+of)?\s+|{_WORK}{_BY}\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s/,&]+")
_BY_WAY = re.compile("/| via ")
_VIA = frozenset(("via",))
_JOINING = frozenset(("via", "on", "for", "of", "and", "courtesy"))
"""Words between the names of a credit that says that it is one: "Photo by Jane Doe for The Example, courtesy of the Doe Archive"."""
_APART = frozenset(("", "(", "["))
"""Behind these two names with a stroke between may be anybody's."""
_NAMED = 8
"""Words of the longest credit that has no colon."""
_CREDIT_SIGNS = (*COLONS, "/", "©", "ⓒ", "=", "- ")
_POINTERS = "▲△▼▽ "
"""What a caption may begin with, to point at its picture."""
_AT_END = 200
"""Code points at a caption's end in which a credit stands; on a longer stretch the search takes too long."""
_CREDIT_LABEL = re.compile(
    rf"(?:(?:(?:{_WORK}{_BY}\s+)?courtesy(?:\s+of)?|(?:(?:photo|image|picture)\s+)?source|{_WORK}{_BY}|bilder|copyright)(?!\w)"
    rf"|[©ⓒ]|\(c\))\s*{_SIGN}?\s*",
    re.IGNORECASE,
)


_NEXT_LABEL = re.compile(rf"(?:{_WORK}\s*[:/©]|©|\(c\)|(?:foto|photo)s?(?:\s+by)?(?=\s))\s*", re.IGNORECASE)
"""What may stand behind it: "© Foto"; no picture alliance."""


def _credit(words: str) -> str | None:
    """Whom a credit names, without the word for it."""
    words = words.strip("[] |/–—-")
    if not words.lower().startswith("(c)"):
        words = words.lstrip("(（ ")
    if not words.isascii() and (signed := SIGNED_PICTURE.search(f" {words}")):
        return signed["name"].strip()
    for label in (_CREDIT_LABEL, _NEXT_LABEL):
        if found := label.match(words):
            words = words[found.end() :]
    return words.strip(f" {COLONS}/|.-–=()（）[]") or None


def _image(picture: _Picture) -> Image:
    if not picture.sizes:
        return Image(picture.url, None, None, (), picture.caption, picture.credit)
    largest = max(picture.sizes, key=lambda s: (s.width or 0) * (s.height or 0))
    return Image(
        picture.url, largest.width, largest.height, tuple(picture.sizes), picture.caption, picture.credit
    )


def logo(found: Sequence[Evidence], resolve: Resolve) -> Verdict[Logo]:
    """The publisher's logo, from the most trusted source whose address, or at least its size, can be read."""
    read = readings("publisher.logo", found, lambda e: resolve(e.raw) or _size_of(e))
    winner = next((r for r in read if r.value), None)
    if winner is None:
        return Verdict(None, shown(read, [], "", str))
    e = winner.evidence
    value = Logo(resolve(e.raw), _pixels(e.beside("width")), _pixels(e.beside("height")))
    return Verdict(value, shown(read, [winner], "most trusted source", str))


def _size_of(evidence: Evidence) -> str | None:
    """The size of a logo whose address is lost: a flattened text gives the numbers alone."""
    width, height = _pixels(evidence.beside("width")), _pixels(evidence.beside("height"))
    return f"{width}x{height}" if width and height and evidence.source is Source.FLATTENED else None
