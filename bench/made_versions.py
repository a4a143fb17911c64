"""Two captures of one page: with another frame around the same article, and with another sentence in it."""

import random
import re

from made_articles import article, html

__all__ = ["boilerplate_pair", "changed_pair"]

SEED = 13

_TEASERS = re.compile(rb"<aside>.*?</aside>", re.DOTALL)
_MENU = re.compile(rb"<nav>.*?</nav>", re.DOTALL)
_SCRIPT = re.compile(rb"<script>.*?</script>", re.DOTALL)


def _page(number: int) -> tuple[str, bytes, random.Random]:
    record = article(number)
    return str(record.url), html(record), random.Random(f"{SEED} {number}")


def boilerplate_pair(number: int) -> tuple[str, tuple[bytes, bytes]]:
    """An address and two pages of it: the same article in another frame, as a site shows it on another day.

    Other teasers, menus, scripts and advertisements; another time of the page, related links within the article's
    container, counts of comments and shares, "updated … ago" lines, consent banners, newsletters.
    """
    url, page, rng = _page(number)
    other = article(number + 1_000_003)
    teasers = _TEASERS.search(html(other))
    later = _TEASERS.sub(lambda _: teasers[0] if teasers else b"", page)
    later = _MENU.sub(lambda m: m[0].replace(b"nav__item", b"nav__item nav__item--new"), later)
    later = _SCRIPT.sub(
        lambda m: m[0] + b"<script>window.v=%d</script>" % rng.randrange(9999), later, count=1
    )
    for change in rng.sample(_FRAMES, k=4):
        later = change(later, rng)
    return url, (_FRAMES[0](page, rng), later)


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
    body = (article(rng.randrange(2_000_000, 3_000_000)).article_body or "").replace("<", " ")
    return " ".join(body.split()[:count])[
        : 8 * count
    ].encode()  # a "word" of a language without spaces is a sentence


def changed_pair(number: int) -> tuple[str, tuple[bytes, bytes]]:
    """An address and two pages of it: one sentence added, left out, or with some words changed, in another frame."""
    url, (page, later) = boilerplate_pair(number)
    rng = random.Random(f"{SEED} changed {number}")
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
