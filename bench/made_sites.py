"""A second kind of site for made articles: no ``<article>``, other class names, and what surrounds and interrupts a text there.

What stands around the text is drawn anew at every visit, as sites do: meters, counts, stamps, lists, appeals, boxes in
the midst of the text, other attributes on the same paragraphs, other ways to write the same characters.
"""

import random
from collections.abc import Callable
from html import escape

from made_articles import article
from onrecord.record import Record

__all__ = ["drawn_words", "site_page"]


def drawn_words(rng: random.Random, count: int) -> str:
    """So many words of some other article, in its language."""
    body = (article(rng.randrange(2_000_000, 3_000_000)).article_body or "").replace("<", " ")
    return " ".join(body.split()[:count])[: 8 * count]  # a "word" of a language without spaces is a sentence


def site_page(record: Record, paragraphs: list[str], rng: random.Random) -> bytes:
    """``record`` with ``paragraphs`` as its text, as the site shows it at one visit; the visit is all that ``rng`` draws."""
    date = record.date_published and record.date_published.value
    return (
        f'<!doctype html><html lang="{record.in_language}"><head><meta charset="utf-8"><title>{_e(record.headline)}</title>'
        f'<meta property="og:title" content="{_e(record.headline)}"><meta property="og:url" content="{record.url}">'
        f'<meta property="article:published_time" content="{date}"><meta name="csrf" content="{rng.getrandbits(90):x}">'
        f"</head><body>{_some(_TOP, rng, 3)}<div class='page'><div class='story'>"
        f"<h1 class='hed'>{_e(record.headline)}</h1>{_some(_UNDER_HEADLINE, rng, 2)}"
        f"<div class='meta'><span class='author'>By {_e(record.author[0].name)}</span></div>"
        f"<div class='story-body' data-v='{rng.randrange(99_999)}'>{_body(paragraphs, rng)}</div>"
        f"{_some(_AFTER, rng, 4)}</div><div class='rail'>{_some(_RAIL, rng, 2)}</div></div>"
        f"<div class='foot'><p>© {rng.randrange(2020, 2030)} All rights reserved. Build {rng.randrange(9_999)}</p></div>"
        f"<script>window.t={rng.randrange(10**9)}</script></body></html>"
    ).encode()


def _e(text: str | None) -> str:
    return escape(text or "")


def _body(paragraphs: list[str], rng: random.Random) -> str:
    parts = [_paragraph(text, rng) for text in paragraphs]
    for make in rng.sample(_AMIDST, 2):
        parts.insert(rng.randrange(1, len(parts) + 1), make(rng))
    return ("\n" * rng.randrange(3)).join(parts)


def _paragraph(text: str, rng: random.Random) -> str:
    told = escape(text, quote=False)
    if rng.random() < 0.2:
        told = told.replace("“", "&ldquo;").replace("”", "&#8221;")
    if rng.random() < 0.2:
        told = told.replace(" ", "  ", 1)
    return f"<p data-id='{rng.getrandbits(40):x}'>{told}</p>"


def _link(rng: random.Random) -> str:
    return f"<a href='/s/{rng.randrange(10**8)}?utm={rng.randrange(99)}'>{escape(drawn_words(rng, 8))}</a>"


Box = Callable[[random.Random], str]

_TOP: tuple[Box, ...] = (
    lambda rng: f"<div class='meter'>You have {rng.randrange(1, 9)} free articles left this month.</div>",
    lambda rng: (
        f"<ul class='ticker'><li>TARN 100 {rng.randrange(7_000, 8_000):,} +0.{rng.randrange(9)}%</li></ul>"
    ),
    lambda rng: f"<div class='weather'>Tarnmouth {rng.randrange(-3, 30)}°C</div>",
    lambda rng: (
        f"<div class='banner'><p>We and our {rng.randrange(900)} partners store data.</p><button>OK</button></div>"
    ),
    lambda rng: f"<div class='breaking'><strong>Breaking</strong> {_link(rng)}</div>",
)
_UNDER_HEADLINE: tuple[Box, ...] = (
    lambda rng: f"<span class='ago'>{rng.randrange(2, 23)} hours ago</span>",
    lambda rng: (
        f"<p class='updated'>Last updated on {rng.randrange(1, 28)} May 2024, {rng.randrange(10, 23)}:31</p>"
    ),
    lambda rng: (
        f"<p class='reading-time'>{rng.randrange(2, 9)} min read · {rng.randrange(9_999):,} views</p>"
    ),
    lambda rng: f"<div class='audio'>Listen to this story · {rng.randrange(2, 9)} min</div>",
    lambda rng: (
        f"<div class='tools'><a href='#c'>Comments ({rng.randrange(300)})</a> <button>Share</button></div>"
    ),
)
_AMIDST: tuple[Box, ...] = (
    lambda rng: f"<div class='inline-related'><span>Read more</span>{_link(rng)}</div>",
    lambda rng: f"<p><strong>READ MORE: {_link(rng)}</strong></p>",
    lambda rng: (
        f"<div class='adv' data-q='{rng.getrandbits(40):x}'><p>Advertisement</p><p>Story continues below</p></div>"
    ),
    lambda rng: (
        f"<div class='nl-box'><h3>Morning briefing</h3><p>{escape(drawn_words(rng, 14))}</p><form><input name='m'>"
        "<button>Sign up</button></form></div>"
    ),
    lambda rng: (
        f"<div class='poll'><p>Do you agree? ({rng.randrange(9_999):,} votes)</p><button>Yes</button></div>"
    ),
    lambda rng: f"<aside><h4>More on this</h4><ul><li>{_link(rng)}</li><li>{_link(rng)}</li></ul></aside>",
)
_AFTER: tuple[Box, ...] = (
    lambda rng: (
        f"<div class='author-bio'><p>Reporter on the coast desk. {rng.randrange(900)} stories.</p></div>"
    ),
    lambda rng: (
        f"<div class='most-read'><h4>Most read</h4><ol><li>{_link(rng)}</li><li>{_link(rng)}</li></ol></div>"
    ),
    lambda rng: f"<div class='cta'><a href='#c'>Join the conversation ({rng.randrange(400)})</a></div>",
    lambda rng: (
        f"<aside class='appeal'><p>{escape(drawn_words(rng, 20))}</p><a href='/give'>Support us</a></aside>"
    ),
    lambda rng: f"<ul class='tags'><li>{_link(rng)}</li><li>{_link(rng)}</li></ul>",
    lambda rng: (
        f"<div class='next'><h3>Up next</h3><a href='/n'><h2>{escape(drawn_words(rng, 7))}</h2></a></div>"
    ),
    lambda rng: f"<div class='comments'><p class='c'>{escape(drawn_words(rng, 25))}</p></div>",
)
_RAIL: tuple[Box, ...] = (
    lambda rng: (
        f"<div class='list'><h4>Latest</h4><ul>{''.join(f'<li>{_link(rng)}</li>' for _ in range(5))}</ul></div>"
    ),
    lambda rng: (
        f"<div class='cards'>{''.join(f'<div class=card>{_link(rng)}<p>{escape(drawn_words(rng, 12))}</p></div>' for _ in range(3))}</div>"
    ),
    lambda rng: (
        f"<div class='video'><h4>Watch</h4>{_link(rng)}<span>0{rng.randrange(9)}:{rng.randrange(10, 59)}</span></div>"
    ),
)


def _some(boxes: tuple[Box, ...], rng: random.Random, count: int) -> str:
    return "".join(make(rng) for make in rng.sample(boxes, count))
