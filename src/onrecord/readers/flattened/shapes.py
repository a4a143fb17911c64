"""What a line is, told from its shape alone: an address, a time, a size, a year, words."""

import enum
import functools
import re
from typing import Final

from onrecord.readers.flattened.lines import Line
from onrecord.values.moments import Moment, find_moments, parse_moment


class Shape(enum.StrEnum):
    """The shapes that a line of a flattened schema.org block can have."""

    ADDRESS = "address"
    """A web address and nothing else."""
    PICTURE = "picture"
    """The address of an image, perhaps with its size."""
    ADDRESSES = "addresses"
    TIME = "time"
    """ISO 8601."""
    DATE = "date"
    """A date as people write it."""
    SIZE = "size"
    """Width and height of an image, perhaps with ``true`` behind: ``1920 1080 true``."""
    LANGUAGE = "language"
    YEAR = "year"
    NUMBER = "number"
    BOOLEAN = "boolean"
    PATHS = "paths"
    """XPaths or CSS selectors."""
    ORGANIZATION = "organization"
    """A name with an e-mail address, a telephone number or the size of a logo behind it."""
    NAMED = "named"
    """Words with a web address behind them: a person or an organisation."""
    WORDS = "words"


MACHINE: Final = frozenset(Shape) - {Shape.WORDS, Shape.NAMED, Shape.NUMBER, Shape.DATE}
"""Shapes that nobody writes for readers."""

URL = re.compile(r"https?://[^\s\"<>“”]+", re.IGNORECASE)
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}(?![\w@-])")
TELEPHONE = re.compile(r"(?<![\w/.-])\+?\(?\d(?:[\s()./-]{0,2}\d){6,14}(?![\w/-])")
SIZE = re.compile(
    r"(?<!\S)(\d{2,5})(?:\s*px)?\s*(?:[x×]|\s)\s*(\d{2,5})(?:\s*px)?(?:\s+(?:true|false))?\s*$", re.IGNORECASE
)
_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif|svg|bmp|tiff?)(?:$|[?#/:&!;,@_-])", re.IGNORECASE)
_PICTURE_HOST = re.compile(
    r"https?://(?:[^/]*\.)?(?:img|image|images|imgs|photo|photos|pic|pics|picture|pictures|bilder|static-?img|thumb|thumbs|"
    r"imageio|imgix|gfx|resize|cdnn?\d*\.img|i\d?|media|assets?|cdn\d*)[.\d-][^/]*/|/(?:image|images|img|imagenes|bilder|photos?|resizer?|thumbnails?|imgs)/",
    re.IGNORECASE,
)
_PAGE_FILE = re.compile(r"\.(?:html?|php|aspx?|shtml|jsp)(?:$|[?#])", re.IGNORECASE)


def is_picture(url: str) -> bool:
    """Whether an address is a picture's: by its file, or by its host where no page's file speaks against it."""
    if _PAGE_FILE.search(url.partition("?")[0]):
        return False
    return bool(_PICTURE_FILE.search(url) or _PICTURE_HOST.search(url))


_BARE = re.compile(r"(?:[\w-]{1,63}\.){1,5}[a-z]{2,10}/\S{3,}")
"""An address without its scheme."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"[\d.,:]{1,20}|PT?[\dHMSDW.]{2,20}|T?\d{1,3}M\d{0,2}S?")
_BOOLEAN = re.compile(r"(?:https?://schema\.org/)?(?:true|false)", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|\d{3}))?")
_BRACKETS = re.compile(r"\[[^\[\]\n]{0,300}\]")
_XPATH = re.compile(r"/[\w/@*:.()\[\]-]+")
_SELECTOR = re.compile(r"[.#][A-Za-z_][\w.#:>()\[\]-]*,?")
_ELEMENT = re.compile(r"[>+~,]|[a-z]{1,10}[1-6]?(?:[.#:][\w.#:>()-]*)?,?")
_CLOCK = re.compile(r"\d{4}.*\d|\d.*\d{4}")
_ISO = re.compile(r"\d{4}-\d\d(?:-\d\d)?(?:[T ]|$)|\d{8}T\d")
_SHORT: Final = 60
"""Code points of the longest line that can be a time."""


@functools.lru_cache(maxsize=512)
def _shape(text: str) -> Shape:  # noqa: C901, PLR0911  # a list of shapes, the surest first
    urls = URL.findall(text) if "://" in text else []
    if urls:
        rest = URL.sub(" ", text).strip(" ,;|")
        if not rest:
            return Shape.ADDRESSES if len(urls) > 1 else Shape.PICTURE if is_picture(text) else Shape.ADDRESS
        if text.startswith("http") and (SIZE.fullmatch(rest) or rest.isdigit()) and is_picture(urls[0]):
            return Shape.PICTURE
    elif len(text) < 500 and _BARE.fullmatch(text):
        return Shape.PICTURE if is_picture("https://" + text) else Shape.ADDRESS
    if _BOOLEAN.fullmatch(text):
        return Shape.BOOLEAN
    if _YEAR.fullmatch(text):
        return Shape.YEAR
    if SIZE.fullmatch(text):
        return Shape.SIZE
    if len(text) <= _SHORT and _CLOCK.search(text) and parse_moment(text):
        return Shape.TIME if _ISO.match(text) else Shape.DATE
    if _NUMBER.fullmatch(text):
        return Shape.NUMBER
    if _LANGUAGE.fullmatch(text) and (len(text) <= 3 or text[:2].islower()):
        return Shape.LANGUAGE if _is_tag(text) else Shape.WORDS
    if text[0] in "/.#" and _are_paths(text):
        return Shape.PATHS
    if _names_organization(text):
        return Shape.ORGANIZATION
    return Shape.NAMED if urls and len(text) < 1_000 and len(URL.sub("", text)) < 200 else Shape.WORDS


def _are_paths(text: str) -> bool:
    """Whether a line is XPaths or CSS selectors, parted by white space; there may be some inside their brackets."""
    pattern = _XPATH if text[0] == "/" else _SELECTOR
    return all(
        pattern.fullmatch(word) or _ELEMENT.fullmatch(word) for word in _BRACKETS.sub("[]", text).split()
    )


def _is_tag(text: str) -> bool:
    """Whether a word is written as a tag is: with a region, or two small letters."""
    return "-" in text or "_" in text or (len(text) == 2 and text.islower())


def _names_organization(text: str) -> bool:
    """Whether a line ends in what belongs to an organisation: e-mail, telephone, a logo's size."""
    if len(text) > 600 or not text[0].isalpha():
        return False
    bare = URL.sub(" ", text)
    marks = (EMAIL.search(bare), TELEPHONE.search(bare), SIZE.search(bare))
    if not any(marks) or (not marks[0] and find_moments(bare)):  # the digits are a date's
        return False
    first = min(m.start() for m in marks if m)
    name = bare[:first].split()
    return 0 < len(name) <= 10 and not name[-1].endswith((".", ":", ","))


def shape_of(line: Line) -> Shape:
    """The shape of a line; `Shape.WORDS` where it has none."""
    return _shape(line.text) if len(line.text) <= 2_000 else Shape.WORDS


def moment_of(line: Line) -> Moment | None:
    """The time that a whole line names."""
    return parse_moment(line.text) if len(line.text) <= _SHORT else None
