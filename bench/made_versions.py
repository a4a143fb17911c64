"""Two captures of one page: with another frame around the same article, and with another sentence in it.

Of two kinds of sites: those of `made_articles`, and those of `made_sites`. What is changed is drawn by a seed: rules were
mended on what `MENDED_ON` draws; another seed's pairs nobody has looked at.
"""

import random
import re

from made_articles import article, html
from made_sites import drawn_words, site_page

__all__ = [
    "KINDS",
    "MENDED_ON",
    "boilerplate_pair",
    "changed_pair",
    "site_boilerplate_pair",
    "site_changed_pair",
]

MENDED_ON = 13
"""The seed whose pairs were looked at."""

Pair = tuple[str, tuple[bytes, bytes]]

_TEASERS = re.compile(rb"<aside>.*?</aside>", re.DOTALL)
_MENU = re.compile(rb"<nav>.*?</nav>", re.DOTALL)
_SCRIPT = re.compile(rb"<script>.*?</script>", re.DOTALL)


def boilerplate_pair(number: int, seed: int = MENDED_ON) -> Pair:
    """An address and two pages of it: the same article in another frame, as a site shows it on another day.

    Other teasers, menus, scripts and advertisements; another time of the page, related links within the article's
    container, counts of comments and shares, "updated … ago" lines, consent banners, newsletters.
    """
    record = article(number)
    page, rng = html(record), random.Random(f"{seed} {number}")
    other = article(number + 1_000_003)
    teasers = _TEASERS.search(html(other))
    later = _TEASERS.sub(lambda _: teasers[0] if teasers else b"", page)
    later = _MENU.sub(lambda m: m[0].replace(b"nav__item", b"nav__item nav__item--new"), later)
    later = _SCRIPT.sub(
        lambda m: m[0] + b"<script>window.v=%d</script>" % rng.randrange(9999), later, count=1
    )
    for change in rng.sample(_FRAMES, k=4):
        later = change(later, rng)
    return str(record.url), (_FRAMES[0](page, rng), later)


def _comments(page: bytes, rng: random.Random) -> bytes:
    return page.replace(
        b"</article>",
        b'</article><section class="comments"><h2>%d comments</h2><p class="comment">%s</p></section>'
        % (rng.randrange(400), _words(rng, 25)),
    )


def _related(page: bytes, rng: random.Random) -> bytes:
    links = b"".join(
        b'<li><a href="/a/%d">%s</a></li>' % (rng.randrange(10**9), _words(rng, 8)) for _ in range(5)
    )
    return page.replace(
        b"</article>", b'<div class="related"><h3>Related</h3><ul>%s</ul></div></article>' % links
    )


def _updated(page: bytes, rng: random.Random) -> bytes:
    said = b'<p class="timestamp">Updated %d minutes ago</p>' % rng.randrange(2, 59)
    return page.replace(b'<div class="byline">', said + b'<div class="byline">')


def _modified(page: bytes, rng: random.Random) -> bytes:
    stamp = b"2024-05-%02dT%02d:11:00+00:00" % (rng.randrange(3, 29), rng.randrange(24))
    return page.replace(b"</head>", b'<meta property="og:updated_time" content="%s"></head>' % stamp)


def _newsletter(page: bytes, rng: random.Random) -> bytes:
    said = b'<aside class="newsletter"><p>Sign up for our newsletter: %s</p></aside>' % _words(rng, 9)
    return page.replace(b"</article>", said + b"</article>")


def _consent(page: bytes, rng: random.Random) -> bytes:
    said = b'<div class="cookie-consent"><p>We and our %d partners use cookies.</p></div>' % rng.randrange(
        900
    )
    return page.replace(b"<main>", said + b"<main>")


def _advertisement(page: bytes, rng: random.Random) -> bytes:
    parts = page.split(b"</p>\n")
    at = rng.randrange(1, max(2, len(parts)))
    slot = b'<div class="ad-slot" id="ad-%d"><span>Advertisement</span></div>\n' % rng.randrange(999)
    return b"</p>\n".join(parts[:at]) + b"</p>\n" + slot + b"</p>\n".join(parts[at:])


def _shares(page: bytes, rng: random.Random) -> bytes:
    said = b'<div class="share-tools"><span class="count">%d shares</span></div>' % rng.randrange(5_000)
    return page.replace(b"<h1>", said + b"<h1>", 1)


_FRAMES = (_shares, _comments, _related, _updated, _modified, _newsletter, _consent, _advertisement)


def _words(rng: random.Random, count: int) -> bytes:
    return drawn_words(rng, count).encode()


def changed_pair(number: int, seed: int = MENDED_ON) -> Pair:
    """An address and two pages of it: one sentence added, left out, or with some words changed, in another frame."""
    url, (page, later) = boilerplate_pair(number, seed)
    rng = random.Random(f"{seed} changed {number}")
    paragraphs = list(re.finditer(rb'(<p class="article__p"[^>]*>)(.*?)(</p>)', later, re.DOTALL))
    found = rng.choice(paragraphs)
    inside = found[2]
    change = rng.randrange(3)
    if change == 0:
        inside = inside + b" " + _words(rng, 14) + b"."
    elif change == 1 and len(paragraphs) > 3:
        return url, (page, later[: found.start()] + later[found.end() :])
    else:
        words = inside.split(b" ")
        at = rng.randrange(len(words))
        words[at : at + 2] = _words(rng, 3).split(b" ")
        inside = b" ".join(words)
    return url, (page, later[: found.start(2)] + inside + later[found.end(2) :])


def site_boilerplate_pair(number: int, seed: int = MENDED_ON) -> Pair:
    """The same of the other kind of site, at two visits."""
    paragraphs = (article(number).article_body or "").split("\n\n")
    return _visits(number, seed, paragraphs, paragraphs)


def site_changed_pair(number: int, seed: int = MENDED_ON) -> Pair:
    """The same, and one sentence added, left out, or with some words changed."""
    before = (article(number).article_body or "").split("\n\n")
    rng = random.Random(f"{seed} changed {number}")
    after, at = list(before), rng.randrange(len(before))
    change = rng.randrange(3)
    if change == 0:
        after[at] += f" {drawn_words(rng, 14)}."
    elif change == 1 and len(before) > 3:
        del after[at]
    else:
        words = after[at].split(" ")
        first = rng.randrange(len(words))
        words[first : first + 2] = drawn_words(rng, 3).split(" ")
        after[at] = " ".join(words)
    return _visits(number, seed, before, after)


def _visits(number: int, seed: int, before: list[str], after: list[str]) -> Pair:
    record = article(number)
    first, second = (random.Random(f"{seed} {number} {visit}") for visit in (1, 2))
    return str(record.url), (site_page(record, before, first), site_page(record, after, second))


KINDS = {
    "the first kind of site": (boilerplate_pair, changed_pair),
    "the second": (site_boilerplate_pair, site_changed_pair),
}
"""Kind of site → its pairs with another frame, and with another sentence."""
