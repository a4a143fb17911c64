"""A made-up press: articles of realistic length and vocabulary, as records and as pages, as many as wanted.

    python bench/made_articles.py COUNT          records, JSON lines
    python bench/made_articles.py COUNT --pages  pages, a folder ./made-pages

Everything is invented from a seed, word by word: nothing here was ever published. Article number n is the same
whatever else is asked for. What is modelled, because an index feels it: the lengths of articles (log-normal, median
450 words), the frequency of words (Zipf's law over 120,000 forms in the largest language, 40,000 in each other), words
that an article repeats because it is about them, names, seven languages (three of them without spaces), some hundred
publishers of unequal size, dates over ten years, who said what, and pages whose mark-up weighs many times their text.
"""

import datetime as dt
import functools
import hashlib
import itertools
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import NamedTuple

from command import run_command
from onrecord.evidence import Place, Source
from onrecord.record import (
    Author,
    Block,
    BlockKind,
    Candidate,
    Capture,
    Extractor,
    Link,
    Publisher,
    Record,
    Rel,
    Speaker,
    Statement,
    StatementKind,
)
from onrecord.spacing import words_in
from onrecord.values.moments import Moment, Precision, Zone
from onrecord.values.people import Kind

SEED = 7
MEDIAN_WORDS = 450
SIGMA = 0.6
"""Of the logarithm of an article's length: a tenth have under 210 words, a tenth over 970."""
FIRST_DAY = dt.date(2014, 1, 1)
DAYS = 3_650
PUBLISHERS = 120
TOPICS = 400
ZIPF, SHIFT = 1.05, 2.7
"""Of Zipf and Mandelbrot's law: the word of rank r comes in proportion to 1 / (r + SHIFT) ** ZIPF."""

# Syllables of languages that do not exist, in letters that do; the shares are of all articles.
_SYLLABLES = {
    "en": "ta re mo lin ster ga bel ur con ish ple dor an wick sel der ham ri tow ven ket os pra fen cho lu mer ick ob zan",
    "de": "gen ver schau lich bur ön kel tag wür her ung zel stra ße bau näh mut rei fel korn dach hün gro tep ahl ser",
    "fr": "té lan mou rés que bé choi ran vil dou ç ar sou mé lier pon ê tre gau bri nel fau à rel von cé sin tou leu",
    "es": "ña cal dor rí men cón bra lar tu sé pez gan ol mi ra jón que fá tro ven día so lun cer bo pi há res tan",
    "zh": "山水風雨城鎮港灣橋路市場工廠學校報紙記者會議選舉經濟預算鐵路船員農民漁業貿易天氣消息居民委員長法院警察醫院研究計劃增加減少公布表示認為昨日今年以及對於這個他們我們可以沒有因為所以但是如果已經正在開始結束問題方案部門資金電力建設發展",
    "ja": "東西南北町村川橋港市議会予算鉄道工場住民記者発表会社学校医院船員漁業天気情報あいうえおかきくけこさしすせそたちつてとなにのはまみむもやゆよらりるれろがぎぐげござじずぜぞだでどばびぶべぼをんアイウエカキクケコサシスタチテトナニ",
    "th": "กา คน ใน ที่ ของ มี นี้ ไป มา ได้ ว่า จะ ให้ เป็น แล้ว กับ บ้าน เมือง น้ำ ฟ้า แม่ พ่อ รถ ไฟ ท่า เรือ ข่าว วัน ปี เดือน งาน เงิน ตลาด โรง เรียน หมอ ตำ รวจ ศาล ชาว ประมง ทะเล ภู เขา ถนน สะ พาน",
}  # fmt: skip
_SHARES = {"en": 62, "de": 10, "fr": 8, "es": 8, "zh": 5, "ja": 4, "th": 3}
_UNSPACED = frozenset({"zh", "ja", "th"})
_COUNTS = {"en": 120_000, "zh": 20_000, "ja": 20_000, "th": 8_000}
_OTHERS = 40_000


@dataclass(frozen=True)
class Tongue:
    """A language: its words, the commonest first, and how often each comes."""

    code: str
    words: tuple[str, ...]
    drawn: tuple[str, ...]
    """Words in their frequency, to draw from: a hundred times as fast as weighing each draw."""

    @property
    def spaced(self) -> bool:
        return self.code not in _UNSPACED

    def joined(self, words: list[str]) -> str:
        """A sentence."""
        if not self.spaced:
            return "".join(words) + (" " if self.code == "th" else "。")
        first, *others = words
        return " ".join((first.capitalize(), *others)) + "."


@functools.cache
def tongue(code: str) -> Tongue:
    rng = random.Random(f"{SEED} {code}")
    raw = _SYLLABLES[code]
    syllables = list(raw) if code in ("zh", "ja") else raw.split()
    wanted = _COUNTS.get(code, _OTHERS)
    words: dict[str, None] = {}
    while len(words) < wanted:
        # The commonest words are the shortest, as in every language.
        size = 1 if len(words) < len(syllables) // 2 else 2 if len(words) < 400 else rng.choice((2, 3, 3, 4))
        words["".join(rng.choices(syllables, k=size))] = None
    weights = tuple(itertools.accumulate(1 / (rank + SHIFT) ** ZIPF for rank in range(1, wanted + 1)))
    drawn = rng.choices(tuple(words), cum_weights=weights, k=15 * wanted)
    return Tongue(code, tuple(words), tuple(drawn))


class House(NamedTuple):
    """A publisher."""

    name: str
    host: str
    language: str
    staff: tuple[str, ...]
    sections: tuple[str, ...]


def _name(rng: random.Random, words: tuple[str, ...]) -> str:
    return " ".join(rng.choice(words).capitalize() for _ in range(2))


@functools.cache
def houses() -> tuple[tuple[House, ...], tuple[float, ...]]:
    """The publishers and the running sums of their shares: the largest has some fifty times the smallest's."""
    rng = random.Random(f"{SEED} houses")
    names = tongue("en").words[2_000:12_000]
    made = []
    languages = rng.choices(tuple(_SHARES), tuple(_SHARES.values()), k=PUBLISHERS - len(_SHARES))
    for number, language in enumerate((*_SHARES, *languages)):
        own = names if tongue(language).spaced else tongue(language).words[500:4_000]
        title = (
            f"{rng.choice(names).capitalize()} {rng.choice(('Post', 'Herald', 'Courier', 'Times', 'Echo'))}"
        )
        staff = tuple(_name(rng, own) for _ in range(40))
        sections = tuple(tongue(language).words[150:158])
        made.append(House(title, f"press{number}.example", language, staff, sections))
    return tuple(made), tuple(itertools.accumulate(1 / (rank + 2) for rank in range(PUBLISHERS)))


@functools.cache
def speakers() -> tuple[str, ...]:
    rng = random.Random(f"{SEED} speakers")
    return tuple(_name(rng, tongue("en").words[1_000:30_000]) for _ in range(3_000))


@functools.cache
def topics(code: str) -> tuple[tuple[str, ...], ...]:
    """What articles are about: words that one of them repeats."""
    rng = random.Random(f"{SEED} topics {code}")
    words = tongue(code).words
    return tuple(tuple(rng.choices(words[300:20_000], k=30)) for _ in range(TOPICS))


def article(number: int) -> Record:
    """Article ``number``, from 0."""
    rng = random.Random(SEED * 1_000_003 + number)
    known, shares = houses()
    house = rng.choices(known, cum_weights=shares)[0]
    said = tongue(house.language)
    count = max(60, min(6_000, round(rng.lognormvariate(0, SIGMA) * MEDIAN_WORDS)))
    words = rng.choices(said.drawn, k=count)
    topic = rng.choice(topics(said.code))
    for at in rng.sample(range(count), count // 12):
        words[at] = rng.choice(topic)
    text = _text(rng, said, words)
    headline = said.joined([*rng.sample(topic, 3), *words[:4]])[:-1]
    day = FIRST_DAY + dt.timedelta(days=rng.randrange(DAYS))
    published = dt.datetime.combine(day, dt.time(rng.randrange(5, 23), rng.randrange(60)), dt.UTC)
    modified = published + dt.timedelta(minutes=rng.randrange(5, 2_000)) if rng.random() < 0.4 else None
    captured = published + dt.timedelta(minutes=rng.randrange(30, 40_000))
    url = f"https://{house.host}/{house.sections[0] if said.spaced else 'n'}/{day:%Y/%m/%d}/{number}"
    author = rng.choice(house.staff)
    evidence = _evidence(rng, headline, author, published.isoformat())
    links = tuple(
        Link(f"https://{house.host}/{rng.randrange(10**6)}", words[n], None, None, Rel.RELATED)
        for n in range(6)
    )
    times = [published.isoformat(), modified.isoformat() if modified else ""]
    identity = "\0".join((url, headline, text.body, *times, ""))
    return Record(
        id=hashlib.sha256(identity.encode()).hexdigest()[:20],
        extractor=Extractor("made", {"body": "made"}),
        url=url,
        canonical_url=url,
        headline=headline,
        description=said.joined(words[5:25]),
        article_section=(rng.choice(house.sections),),
        keywords=tuple(dict.fromkeys(rng.choices(topic, k=4))),
        in_language=house.language,
        author=(Author(author, Kind.PERSON, None, f"By {author}"),),
        publisher=Publisher(name=house.name, url=f"https://{house.host}/"),
        date_published=_moment(published),
        date_modified=_moment(modified) if modified else None,
        date_captured=captured.isoformat(),
        article_body=text.body,
        blocks=text.blocks,
        links=links,
        word_count=words_in(text.body),
        capture=Capture(digest=f"sha256:{hashlib.sha256(url.encode()).hexdigest()}", status=200, encoding="utf-8"),
        evidence=evidence,
        statements=text.statements,
    )  # fmt: skip


def articles(count: int, *, start: int = 0) -> Iterator[Record]:
    """Articles ``start`` to ``start + count``, end exclusive."""
    return map(article, range(start, start + count))


def _moment(when: dt.datetime) -> Moment:
    value = when.isoformat(timespec="seconds")
    return Moment(value=value, precision=Precision.MINUTE, zone=Zone.STATED, raw=value)


class _Text(NamedTuple):
    body: str
    blocks: tuple[Block, ...]
    statements: tuple[Statement, ...]


def _text(rng: random.Random, said: Tongue, words: list[str]) -> _Text:
    """Paragraphs of one to four sentences; in every third one somebody is quoted."""
    at, start = 0, 0
    paragraphs: list[str] = []
    blocks: list[Block] = []
    statements: list[Statement] = []
    while at < len(words):
        parts: list[str] = []
        for _ in range(rng.randrange(1, 5)):
            size = rng.randrange(6, 28)
            if words[at : at + size]:
                parts.append(said.joined(words[at : at + size]))
            at += size
        text = (" " if said.spaced else "").join(parts).rstrip()
        if rng.random() < 0.33:
            text, statement = _quoted(rng.choice(speakers()), text, start)
            statements.append(statement)
        blocks.append(Block(BlockKind.PARAGRAPH, None, None, start, start + len(text), Place()))
        paragraphs.append(text)
        start += len(text) + 2
    return _Text("\n\n".join(paragraphs), tuple(blocks), tuple(statements))


def _quoted(speaker: str, words: str, start: int) -> tuple[str, Statement]:
    words = words.rstrip(".。")
    text = f"“{words},” said {speaker}."
    inside, source = start + 1, start + len(words) + 9
    return text, Statement(
        content=((inside, inside + len(words)),),
        source=((source, source + len(speaker)),),
        cue=((source - 5, source - 1),),
        kind=StatementKind.DIRECT,
        speaker=Speaker(speaker, None, speaker),
        method="made",
        confidence=1.0,
    )


_VOICES = (Source.JSON_LD, Source.OPEN_GRAPH, Source.META, Source.HEADING)


def _evidence(rng: random.Random, headline: str, author: str, date: str) -> dict[str, tuple[Candidate, ...]]:
    """Four voices a field, as pages have them."""
    at = rng.randrange(500, 4_000)

    def voices(value: str) -> tuple[Candidate, ...]:
        return tuple(
            Candidate(value, value, source, Place(at + 97 * n, at + 97 * n + len(value), f"head > meta:nth-of-type({n})"),
                      chosen=n == 0, rule="the most trusted source" if n == 0 else "agrees with the chosen one")
            for n, source in enumerate(_VOICES)
        )  # fmt: skip

    return {"headline": voices(headline), "author": voices(author), "date_published": voices(date)}


# --- pages ---------------------------------------------------------------------------------------------------------


def html(record: Record) -> bytes:
    """``record`` as a page whose mark-up weighs what news pages' does: some 110 kB, 22 kB in gzip.

    The site's own part (menus, scripts, styles) is the same on all pages of a publisher; teasers differ by page.
    """
    host = str(record.url).split("/")[2]
    rng = random.Random(f"{SEED} {record.url}")
    head = (
        f"<title>{escape(str(record.headline))}</title>"
        f'<link rel="canonical" href="{record.url}">'
        f'<meta property="og:title" content="{escape(str(record.headline))}">'
        f'<meta name="description" content="{escape(str(record.description))}">'
        f'<script type="application/ld+json">{_jsonld(record)}</script>'
    )
    paragraphs = "".join(
        f'<p class="article__p" data-block="{n}">{escape(str(record.article_body)[b.start : b.end])}</p>\n'
        for n, b in enumerate(record.blocks)
    )
    return (
        f'<!doctype html><html lang="{record.in_language}"><head><meta charset="utf-8">{head}{_furniture(host)[0]}'
        f"</head><body>{_furniture(host)[1]}<main><article><h1>{escape(str(record.headline))}</h1>"
        f'<div class="byline">By <a rel="author" href="/staff">{escape(record.author[0].name)}</a></div>'
        f'<time datetime="{record.date_published and record.date_published.value}"></time>'
        f"{paragraphs}</article>{_teasers(rng, host)}</main>{_furniture(host)[2]}</body></html>"
    ).encode()


def _jsonld(record: Record) -> str:
    node = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": record.headline,
        "datePublished": record.date_published and record.date_published.value,
        "dateModified": record.date_modified and record.date_modified.value,
        "author": {"@type": "Person", "name": record.author[0].name},
        "publisher": {"@type": "Organization", "name": record.publisher and record.publisher.name},
        "keywords": list(record.keywords), "articleSection": list(record.article_section),
    }  # fmt: skip
    return json.dumps({name: value for name, value in node.items() if value}, ensure_ascii=False)


@functools.lru_cache(maxsize=PUBLISHERS)
def _furniture(host: str) -> tuple[str, str, str]:
    """What every page of a site carries: styles and scripts, the menu, the foot."""
    rng = random.Random(f"{SEED} {host} furniture")
    words = tongue("en").words
    names = rng.choices(words[100:6_000], k=300)
    styles = "".join(
        f".{rng.choice(names)}-{rng.choice(names)}{{margin:{rng.randrange(40)}px;color:#{rng.randrange(4096):03x}}}"
        for _ in range(300)
    )
    code = "".join(
        f"function {rng.choice(names)}{n}(t,e){{if(t.{rng.choice(names)}>{rng.randrange(999)})"
        f"return e.{rng.choice(names)}(t,{rng.randrange(9999)});window.{rng.choice(names)}=t||e}}"
        for n in range(250)
    )
    menu = "".join(
        f'<li class="nav__item"><a class="nav__link" href="/{rng.choice(names)}/">{rng.choice(names).title()}</a></li>'
        for _ in range(90)
    )
    foot = f"<footer><ul>{menu}</ul><script>{code[: len(code) // 2]}</script></footer>"
    return f"<style>{styles}</style><script>{code}</script>", f"<nav><ul>{menu}</ul></nav>", foot


def _teasers(rng: random.Random, host: str) -> str:
    words = tongue("en").words
    cards = (
        f'<li class="card card--{rng.randrange(9)}" data-id="{rng.getrandbits(64):x}"><a class="card__link" '
        f'href="https://{host}/a/{rng.getrandbits(40):x}"><img loading="lazy" class="card__image" '
        f'src="https://img.{host}/{rng.getrandbits(96):x}.jpg?w=320" srcset="https://img.{host}/{rng.getrandbits(96):x}'
        f'.jpg?w=640 2x" alt=""><span class="card__title">{" ".join(rng.choices(words[:20_000], k=8))}</span></a></li>'
        for _ in range(100)
    )
    return f'<aside><ul class="cards">{"".join(cards)}</ul></aside>'


def main() -> None:
    count = int(sys.argv[1])
    folder = Path("made-pages")
    for record in articles(count):
        if "--pages" in sys.argv:
            folder.mkdir(exist_ok=True)
            (folder / f"{record.id}.html").write_bytes(html(record))
        else:
            sys.stdout.buffer.write(record.to_json() + b"\n")


if __name__ == "__main__":
    run_command(main)
