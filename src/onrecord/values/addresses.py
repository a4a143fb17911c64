"""URLs: resolved, cleaned, compared. No network: an address is read, never visited."""

import functools
import re
import unicodedata
from collections.abc import Iterable
from string import punctuation
from typing import NamedTuple, TypeGuard
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from onrecord.values.wordlists import listed

_SCHEMES = ("http", "https")

# Query parameters that say how a reader came, not what is shown.
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|gclsrc|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|wt_?mc(?:_\w+)?|cmpid|ocid|ito|xtor|"
    r"at_(?:medium|campaign)\w*|ns_(?:campaign|mchannel|source|linkname|fee)|smid|ref_?src|spm|s_cid|ncid|guccounter)",
    re.IGNORECASE,
)

# Second labels under which registries sell names, as in example.co.uk. A short list in place of the Public Suffix
# List: wrong only where two unrelated sites share a rarer suffix, and then a conflict goes unreported.
_SHARED_SECOND = listed(
    "ac asn co com edu gob gouv gov gv id info mil ne net nom or org ltd plc me sch web school go in ab"
)

# Labels before a site's name that serve the same pages in another dress.
_DRESS = re.compile(r"^(?:www\d*|m|mobile|mobil|amp|touch|wap|pda)\.(?=[^.]+\.)")
_AMP_PATH = re.compile(r"(?:^/amp(?=/)|[/.]amp(?:\.html)?/?$|(?<=\.)amp\.(?=html$))", re.IGNORECASE)


def is_web(url: object) -> TypeGuard[str]:
    """Whether it is an address of the web by its beginning: what can be fetched, and nothing that a browser would run.

    >>> is_web("HTTPS://news.example/a"), is_web("pages/a.html"), is_web(None)
    (True, False, False)
    """
    return isinstance(url, str) and url.lower().startswith(("http://", "https://"))


@functools.lru_cache(maxsize=64)
def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url.strip())
        _ = parts.port  # raises where the port is no number
    except ValueError:
        return None
    return parts


def resolve(url: str, base: str | None = None) -> str | None:
    """``url`` as an absolute web address, read against ``base``; None where it is none.

    >>> resolve("/a b?x=1", "https://news.example/x/")
    'https://news.example/a%20b?x=1'
    >>> for none in ("javascript:void(0)", "ftp://news.example/a", "//["):
    ...     assert resolve(none, "https://news.example/") is None
    """
    url = url.strip()
    if _PLAIN.fullmatch(url):
        return url
    if base and _ROOTED.fullmatch(url) and "/." not in url and (origin := _ORIGIN.match(base)):
        return origin[0] + url
    url = url.translate(_UNWRITTEN)
    if not url:
        return None
    try:
        whole = urljoin(base, url) if base else url
    except ValueError:
        return None
    if whole.startswith("//"):
        whole = "https:" + whole
    parts = _split(whole)
    if parts is None or parts.scheme.lower() not in _SCHEMES or not parts.hostname:
        return None
    return whole.replace(" ", "%20")


_PLAIN = re.compile(
    r"https?://(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:/[A-Za-z0-9/_.,~%=&?+:;@!*()'-]*)?(?:(?<![?;])#[A-Za-z0-9/_.-]+)?"
)
"""Addresses that are as they should be, which nearly all are: nothing to resolve."""
_ORIGIN = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?=/|$)")
_ROOTED = re.compile(r"/(?!/)[A-Za-z0-9/_.,~%=&?+:@!*()'-]*(?<!\?)")
"""What needs no more than an origin before it, where no part of its path is a dot."""

_UNWRITTEN = {ord("\n"): None, ord("\r"): None, ord("\t"): None}
"""Browsers drop line ends and tabs inside an address (WHATWG URL, 4.4)."""


def redirect(status: int, headers: Iterable[tuple[str, str]], url: str) -> str | None:
    """Where the answer to ``url`` leads, as `redirect_target` gives it; None where it is no redirect."""
    if status not in _REDIRECTS:
        return None
    return next((redirect_target(value, url) for name, value in headers if name.lower() == "location"), None)


_REDIRECTS = frozenset((301, 302, 303, 307, 308))


def redirect_target(location: str, url: str) -> str | None:
    r"""Where a ``Location`` header leads that was answered from ``url``, without fragment; None where it leads nowhere.

    ``location`` has each byte as the letter of its number, as HTTP clients hand headers over. Bytes that are not ASCII
    are asked for as they are, as browsers do; in the host they are UTF-8.

    >>> redirect_target("/z\xc3\xbcrich#top", "https://a.example/"), redirect_target("/z\xfcrich", "https://a.example/")
    ('https://a.example/z%C3%BCrich', 'https://a.example/z%FCrich')
    """
    raw = location.encode("latin-1", "replace")
    try:
        target = resolve(raw.decode(), url)
    except UnicodeDecodeError:
        target = resolve(quote(raw, safe=punctuation + " "), url)
    if target is None:
        return None
    target = target.partition("#")[0]
    parts = urlsplit(target)
    after_host = len(f"{parts.scheme}://{parts.netloc}")
    return target[:after_host] + quote(target[after_host:], safe=punctuation)


class Copy(NamedTuple):
    """What the address of a web archive's copy says."""

    of: str
    """The address that was copied."""
    taken: str
    """When, in ISO 8601."""
    host: str
    """The archive's."""


def copy_at(url: str) -> Copy | None:
    """What ``url`` says where it is a web archive's: its path ends in a time and the address that was copied then.

    >>> copy_at("https://archive.example/web/20240506101112im_/https://news.example/a.jpg")[:2]
    ('https://news.example/a.jpg', '2024-05-06T10:11:12+00:00')
    """
    found = _COPY.match(url) if "/http" in url else None
    if found is None:
        return None
    host, *numbers, scheme, rest = found.groups()
    year, month, day, hour, minute, second = numbers
    taken = f"{year}-{month}-{day}T{hour}:{minute}:{second}+00:00"
    return Copy(f"{scheme}://{rest}", taken, host.lower())


_COPY = re.compile(
    r"https?://([^/?#]+)/(?:[^/?#]+/){0,3}(\d{4})\.?(0[1-9]|1[0-2])\.?(0[1-9]|[12]\d|3[01])-?([01]\d|2[0-3])([0-5]\d)([0-5]\d)(?:[a-z]{2}_)?/(https?):/{1,2}([^/].*)",
    re.DOTALL,
)
"""As the archives write it that keep to RFC 7089 (Memento), some with signs in the time, and pieces of a page with a sign behind."""


def canonical_form(url: str) -> str:
    """``url`` without its fragment and without parameters that only say how a reader came.

    >>> canonical_form("https://News.example/a?utm_source=x&id=7#top")
    'https://news.example/a?id=7'
    """
    if "?" not in url and "#" not in url and _PLAIN.fullmatch(url):
        return url
    parts = _split(url)
    if parts is None:
        return url
    query = "&".join(p for p in parts.query.split("&") if p and not _TRACKING.fullmatch(p.partition("=")[0]))
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, query, ""))


@functools.lru_cache(maxsize=64)  # pure; a page's few addresses are asked for theirs again and again
def host_of(url: str) -> str | None:
    """The host of an absolute URL, lower case; None where there is none."""
    if plain := _PLAIN.fullmatch(url):
        return plain["host"]
    parts = _split(url)
    return parts.hostname if parts else None


def bare_host(url: str | None) -> str | None:
    """The host of an absolute URL without ``www.``: what stands for a publisher that no page names.

    >>> bare_host("https://www.news.example/a"), bare_host(None)
    ('news.example', None)
    """
    return (host_of(url or "") or "").removeprefix("www.") or None


def site_of(url: str) -> str | None:
    """The name a site is registered under: ``example.co.uk`` of ``https://www.example.co.uk/a``.

    >>> site_of("https://amp.news.example.co.uk/x"), site_of("http://127.0.0.1/")
    ('example.co.uk', '127.0.0.1')
    >>> site_of("https://www.co.example/"), site_of("https://co.uk/"), site_of("http://[::1]/"), site_of("/a")
    ('co.example', 'co.uk', '::1', None)
    """
    host = host_of(url)
    if not host or host.replace(".", "").isdigit() or ":" in host:
        return host
    labels = host.rstrip(".").split(".")
    # Country codes have two letters: only under them is a short second label a registry's.
    wide = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SHARED_SECOND  # noqa: PLR2004
    return ".".join(labels[-3 if wide else -2 :])


def same_site(a: str, b: str) -> bool:
    """Whether two URLs belong to one registered name."""
    if (host := host_of(a)) and host == host_of(b):
        return True
    first = site_of(a)
    return first is not None and first == site_of(b)


def spells_site(words: str, url: str | None) -> bool:
    """Whether ``words`` are all of the name that the site of an absolute URL is registered under.

    >>> spells_site("The Harl Post", "https://m.harl-post.example/a"), spells_site("Post", "https://harl-post.example/")
    (True, False)
    >>> spells_site("Tölzer Bote", "https://toelzerbote.example/"), spells_site("Le Péage", "https://lepeage.example/")
    (True, True)
    """
    label = _site_name(url)
    names = spelt(words) if label else ()
    return any(name in (label, f"the{label}") or f"the{name}" == label for name in names)


@functools.lru_cache(maxsize=64)  # pure; asked again and again of a page's address
def _site_name(url: str | None) -> str:
    """The letters of the name that the site of an absolute URL is registered under; empty where they are few, or there is none.

    >>> _site_name("https://www.harl-post.co.uk/a"), _site_name(None)
    ('harlpost', '')
    """
    label = in_host((site_of(url or "") or "").partition(".")[0])
    return label if len(label) >= _NAME else ""


def spelt(words: str) -> tuple[str, ...]:
    """The letters of a name as a host may have them: one way, or two where it has umlauts.

    >>> spelt("The Bay Post"), spelt("Süd-Bote")
    (('thebaypost',), ('sudbote', 'suedbote'))
    """
    said = words[:_LONGEST_NAME].casefold()
    return (in_host(said),) if said.isascii() else (in_host(said), in_host(said.translate(_UMLAUTS)))


_NAME = 5
"""Letters of a site's name that no other words spell by chance."""
_LONGEST_NAME = 300
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "æ": "ae", "å": "aa"})


def in_host(words: str) -> str:
    """The letters and digits of ``words``, which are in lower case, as a host has them: without accents, nothing between."""
    if words.isascii():
        return words if words.isalnum() else _NOT_IN_HOST.sub("", words)
    return _NOT_IN_HOST.sub("", unicodedata.normalize("NFKD", words)).translate(_PLAIN_LETTERS)


def is_unspelt(words: str) -> bool:
    """Whether words are in another script than addresses are written in.

    >>> is_unspelt("Новости 24"), is_unspelt("Süd"), is_unspelt("24")
    (True, False, False)
    """
    return _UNSPELT.fullmatch(words) is not None


_UNSPELT = re.compile("[^A-Za-z\u00c0-\u024f]*[^\\W\\d_\u0000-\u024f][^A-Za-z\u00c0-\u024f]*")


def undressed(host: str) -> str:
    """``host`` without ``www.`` and what sites put in its place for small screens: ``m.``, ``amp.``."""
    return _DRESS.sub("", host)


_PLAIN_LETTERS = str.maketrans("łøđı", "lodi")
_NOT_IN_HOST = re.compile("[^a-z0-9łøđı]+")


@functools.lru_cache(maxsize=64)
def _page_key(url: str) -> tuple[str, str, str] | None:
    parts = _split(canonical_form(url))
    if parts is None or parts.scheme.lower() not in _SCHEMES or not parts.hostname:
        return None
    path = parts.path
    if "amp" in path.lower():
        path = _AMP_PATH.sub("", path)
    query = "&".join(
        sorted(p for p in parts.query.split("&") if p and p.partition("=")[0] not in {"amp", "output"})
    )
    host = undressed(parts.hostname)
    # A port makes another origin, but for the one that its scheme has anyway (RFC 6454, 4).
    own = parts.port is None or parts.port == _PORTS.get(parts.scheme)
    return host if own else f"{host}:{parts.port}", path.rstrip("/"), query


_PORTS = {"http": 80, "https": 443}


def same_page(a: str, b: str) -> bool:
    """Whether two URLs mean one page, of one port: scheme, ``www.``, mobile and AMP forms, fragments and tracking apart.

    >>> same_page("http://www.news.example/a/amp/?utm_source=x", "https://news.example/a#top")
    True
    """
    first = _page_key(a)
    return first is not None and first == _page_key(b)


def page_key(url: str) -> str | None:
    """One text for all addresses that `same_page` calls one; None where ``url`` is no web address.

    >>> page_key("http://m.news.example/a/amp/?utm_source=x&id=7#top")
    'news.example/a?id=7'
    """
    key = _page_key(url)
    return f"{key[0]}{key[1]}{'?' if key[2] else ''}{key[2]}" if key else None


def is_front(url: str) -> bool:
    """Whether an address is that of a site's front page, or of no page at all.

    >>> is_front("https://news.example/index.html"), is_front("mailto:desk@news.example"), is_front("https://news.example/a")
    (True, True, False)
    """
    key = _page_key(url)
    return key is None or (key[1] in _FRONTS and not key[2])


_FRONTS = frozenset(("", "/index.html", "/index.htm", "/index.php", "/home"))
