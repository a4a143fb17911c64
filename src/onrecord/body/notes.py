"""Notes on the text that stand among its blocks: who pays for it, whose it is, who its author is, what readers are asked for."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from onrecord.body.appeals import LABELLED, LISTED, asks, is_for_press, says_how_made, says_whose
from onrecord.body.blocks import TextBlock
from onrecord.body.choices import Choice, Part
from onrecord.body.signed import LINE, is_prose
from onrecord.body.words import ALSO
from onrecord.evidence import Evidence
from onrecord.needles import holds_any
from onrecord.phrases import Phrases
from onrecord.record import BlockKind
from onrecord.scripts import COLONS
from onrecord.values.addresses import same_page
from onrecord.values.forenames import is_forename
from onrecord.values.people import Kind, parse_byline

NOTED = Choice(Part.OTHER, "a note on the text, on its author or on whose it is, or words to its readers")


def disclosed(blocks: Sequence[TextBlock]) -> list[int]:
    """Which of the text's first blocks say no more than that its links are paid for: its own, and not those of others."""
    return [
        n
        for n, block in enumerate(blocks[:_LIST])
        if n + 1 < len(blocks)
        and len(block.text) <= LINE
        and _PAID.search(block.text.lower())
        and _OF_ITSELF.search(block.text)
        and not _QUOTED.search(block.text)
    ]


_LIST = 3
"""Blocks that are asked whether they do."""
_PAID = Phrases(
    r"\baffiliate links?\b|\bas an amazon associate\b|\bqualifying purchases\b|\b(?:earn|receive|get) an? (?:small |affiliate )?commission\b",
)
_OF_ITSELF = re.compile(
    r"\b(?:we|us|our|I|my|herein|below"
    r"|(?:this|these|the following) (?:\w+ )?(?:articles?|posts?|story|stories|pages?|(?:web ?)?sites?|blogs?|links?|guide|reviews?|content|information|materials?))\b"
    r"|\A(?:(?:all|any|the) )?(?:contents?|information|materials?)\b",
    re.IGNORECASE,
)
"""Words for the text itself and those who publish it."""
_QUOTED = re.compile('["“„«]')


def end_noted(blocks: Sequence[TextBlock], seen: Iterable[Evidence]) -> int:
    """How many of the text's last blocks are about it: who its author is, where to reach them, whose it is, who is liable.

    So are what it rests on, lines that announce other articles, and what readers are asked for. Only of those whom ``seen``
    names as the author is it told that somebody "is a writer in Harrow Bay".
    """
    reported = tuple(seen)
    end = len(blocks) - _released(blocks)
    for _ in range(_ROUNDS):
        before = end
        end = _above_notes(blocks, end, reported)
        end = _above_list(blocks, end)
        if end == before:
            break
    return len(blocks) - end


_ROUNDS = 3
"""Times that notes and a list may follow each other."""


def _above_notes(blocks: Sequence[TextBlock], end: int, seen: Sequence[Evidence]) -> int:
    """Where the blocks begin that are notes and stand before ``end``: there, or above it with what heads and parts them."""
    for n in range(end - 1, max(0, end - 1 - _NOTES), -1):
        if not (_is_note(blocks, n, seen) or (end < len(blocks) and _is_head(blocks[n]))):
            break
        end = n
    return end


def _is_note(blocks: Sequence[TextBlock], n: int, seen: Sequence[Evidence]) -> bool:
    text = blocks[n].text
    return len(text) <= _NOTE and (
        _points_on(text)
        or _is_on_rights(text)
        or _is_invitation(text)
        or asks(text)
        or says_how_made(text)
        or LABELLED.match(text) is not None
        or _ON_AUTHOR.fullmatch(text) is not None
        or _SAME_AUTHOR.match(text) is not None
        or _is_about_author(text, seen)
        or _is_by_name(blocks, n, seen)
        or _is_own_address(text, seen)
    )


def _is_head(block: TextBlock) -> bool:
    """Whether a block heads what is behind it, or is the sign that parts it from the text: neither stays where that goes."""
    text = block.text
    if _PARTED.fullmatch(text):
        return True
    return (
        len(text) <= _HEAD
        and (block.kind is BlockKind.HEADING or block.bold >= len(text))
        and not is_prose(text)
    )


_PARTED = re.compile(r"[-–—_*·•.…=#~\s]+")


def _above_list(blocks: Sequence[TextBlock], end: int) -> int:
    """Where a list of sources or of other articles begins that ends before ``end``: there, or at the line that opens it."""
    for n in range(end - 1, max(0, end - 1 - _LISTED), -1):
        opened, listed = blocks[n].text, blocks[n + 1 : end]
        if (LISTED.fullmatch(opened) and _are_sources(listed)) or (_points_on(opened) and _is_index(listed)):
            return n if _is_less(blocks[n:end], blocks[:n]) else end
        if blocks[n].kind is BlockKind.HEADING:
            break
    return end


def _is_index(blocks: Sequence[TextBlock]) -> bool:
    """Whether blocks are lines such as headlines are, or those of a list."""
    return all(block.kind is BlockKind.LIST_ITEM or not is_prose(block.text) for block in blocks)


def _are_sources(blocks: Sequence[TextBlock]) -> bool:
    """Whether most of the blocks are lines, items of a list, or sentences with a number or an address: no part of a text on springs."""
    told = [
        block.kind is BlockKind.LIST_ITEM or not is_prose(block.text) or _CITED.search(block.text) is not None
        for block in blocks
    ]
    return 3 * sum(told) >= 2 * len(told)


_CITED = re.compile(r"\d|https?:|www\.")
_LISTED = 60
"""Blocks of the longest such list."""


def _released(blocks: Sequence[TextBlock]) -> int:
    """How many of the last blocks stand behind what ends a text: "###", "About Bay Ferries", whom the press may ask, "About the author".

    A sign that stands in the text more than once parts it.
    """
    first = max(1, len(blocks) - _RELEASED)
    for n in range(first, len(blocks)):
        text = blocks[n].text
        if is_for_press(text) and _is_less(blocks[n:], blocks[:n]):
            return len(blocks) - n
        if len(text) > _HEAD:
            continue
        about = _ABOUT_FIRM.fullmatch(text)
        told = blocks[n + 1].text.removeprefix("The ") if about and n + 1 < len(blocks) else ""
        named = about is not None and told.startswith(about[1]) and not _goes_on(blocks[n + 1 :])
        if (
            (_ENDS.fullmatch(text) and sum(block.text == text for block in blocks) == 1)
            or (_ON_AUTHOR.fullmatch(text) and _is_less(blocks[n:], blocks[:n]))
            or (named and (_FIRM.search(told) or _is_person(text)))
        ):
            return len(blocks) - n
    return 0


def _goes_on(blocks: Sequence[TextBlock]) -> bool:
    """Whether behind the words on a firm an article goes on: prose that no such heading opens, and that says not where to turn."""
    return any(
        is_prose(block.text)
        and not _ABOUT_FIRM.fullmatch(before.text)
        and not holds_any(block.text.lower(), _OF_RELEASES)
        for before, block in pairwise(blocks)
    )


_OF_RELEASES = ("@", "www.", "http", "contact", "forward-looking", "trademark", "®", "™")


def _is_less(blocks: Sequence[TextBlock], others: Sequence[TextBlock]) -> bool:
    """Whether blocks say no more than others: a box about the author above the text does not end it."""
    return sum(len(block.text) for block in blocks) <= sum(len(block.text) for block in others)


def _is_person(heading: str) -> bool:
    """Whether what follows "About" is a full name."""
    _, *name = heading.rstrip(":").split()
    return len(name) > 1 and is_forename(name[0]) and all(word[0].isupper() for word in name)


_RELEASED, _HEAD = 8, 60
"""Blocks of which one may end a release, and the characters of the longest that does."""
_ENDS = re.compile(r"(?:#\s?){3}|[-–—]\s?30\s?[-–—]|[-–—]+\s?(?:ends?|ENDS?|Ends?)\s?[-–—]+|ENDS")
ABOUT_AUTHOR = re.compile(
    r"(?:about|meet) (?:the |our |your )?(?:guest )?(?:authors?|writers?|bloggers?|contributors?|columnists?)\b"
    r"|(?:the |post )?authors?(?: bio(?:graphy)?| profile)?\s*:?\s*\Z"
    r"|(?:über|zu[mr]?) (?:de[nrm]|die)? ?autor(?:in|en|innen)?\b|à propos de(?: l['’]auteure?|s auteurs)\b"
    r"|sobre (?:el|la|los|las|o|a|os|as) autor(?:a|es|as)?\b|(?:informazioni )?sull['’]autor[ei]\b|l['’]autrice:|over de auteurs?\b"
    r"|om (?:författaren|forfatteren)\b|o autor(?:ze|ce|ovi|ech|kách)\b|об авторе\b|про автора\b|за автора\b|yazar hakkında\b"
    r"|عن (?:الكاتبة?|المؤلفة?)(?=\W|\Z)|על (?:הכותבת?|המחברת?)(?=\W|\Z)|作者(?:简介|簡介|介绍|介紹)|著者(?:紹介|プロフィール)|筆者(?:紹介|プロフィール)",
    re.IGNORECASE,
)
"""What heads a box about whoever wrote the text, alone or before a name."""
_ON_AUTHOR = re.compile(rf"(?:{ABOUT_AUTHOR.pattern})\s*(?:[:：.|–—-].*)?", re.IGNORECASE)
_SAME_AUTHOR = re.compile(
    r"\W{0,9}+(?:(?:more )?(?:by|from) the same author|(?:mehr|zuletzt) von (?:derselben autorin|demselben autor)|du même auteur|de la même autrice"
    r"|del mismo autor|de la misma autora|dello stesso autore|della stessa autrice|do mesmo autor|da mesma autora|van dezelfde auteur"
    r"|tego samego autora|tej samej autorki|inne teksty autor|další články autor|другие материалы автора|ещё от этого автора|інші матеріали автора"
    r"|yazarın diğer|مقالات أخرى للكاتبة?|اقرأ للكاتبة? أيضا|この記者の他の記事|作者的其他文章)"
    rf"(?=[^,.!?]{{0,25}}(?:[{COLONS}–—|\n]|\Z))",
    re.IGNORECASE,
)
"""Opens a line on what else the author wrote."""
_FIRM = re.compile(
    r"\b(?:compan(?:y|ies)|corporation|leading|providers?|headquartered|employs|employees|customers|non-?profit|subsidiary|www\.|https?:)",
    re.IGNORECASE,
)
"""What is said of a firm, and not of a town."""
_ABOUT_FIRM = re.compile(r"(?:About|ABOUT) (?:[Tt]he )?([A-Z][\w.’'&-]*)(?: [^.!?]*)?:?")


def _points_on(text: str) -> bool:
    """Whether a line announces other articles, which the text does not hold: "Related posts:"."""
    if len(text) > _HEAD or is_prose(text):
        return False
    return _FURTHER.search(text) is not None or (text[-1] in COLONS and ALSO.match(text) is not None)


_FURTHER = re.compile(
    r"\b(?:(?:may|might) (?:also|be interest)|stay connected|(?:dich|sie|euch) (?:auch|ebenfalls) interessier"
    r"|more (?:\w+ )?(?:articles|posts|stories)|weitere (?:meldungen|artikel|beiträge)|à découvrir également"
    r"|nos autres articles|du même auteur|(?:te|le) puede interesar|otras noticias|potrebbe interessarti|altre notizie"
    r"|veja também|outras notícias|vind je dit ook|ander nieuws|mer att läsa|fler nyheter|może cię zainteresować|więcej wiadomości"
    r"|diğer haberler|ilginizi çekebilir|σας ενδιαφέρουν|περισσότερες ειδήσεις)|(?:вам )?может быть интересно|другие новости"
    r"|(?:قد يهمك|أخبار أخرى)|おすすめの?記事|あわせて読みたい|猜你喜欢|更多新闻|更多新聞"
    r"|\A\W*(?:more from|mehr von)\b",
    re.IGNORECASE,
)
"""The same in other words."""


def _is_on_rights(text: str) -> bool:
    """Whether a block says whose the text is, or who is not liable; what is no advice by the word of a court is news."""
    if says_whose(text):
        return True
    if not holds_any(text.lower(), _OF_RIGHTS):
        return False
    if _LIABLE.search(text) or _OWNED.search(text):
        return True
    return _NO_ADVICE.search(text) is not None and _OF_ITSELF.search(text) is not None


_OF_RIGHTS = ("©", "(c)", "copyright", "purposes only", "disclaimer", "entry was posted", "advice")
"""What all such blocks have, and few others."""


def _is_invitation(text: str) -> bool:
    """Whether a block says where to follow or subscribe, in which issue the text was printed, or that it ends."""
    if len(text) > LINE:
        return False
    if _ENDED_SO.fullmatch(text):
        return True
    low = text.lower()
    named = holds_any(low, _CHANNELS) or _CALLED_SO.search(text) is not None
    return named and _FOLLOW.match(low) is not None


_CHANNELS = (
    "telegram", "whatsapp", "viber", "google", "facebook", "instagram", "youtube", "twitter", "фейсбук", "вайбър", "телеграм", "вайбер",
    "newsletter", "boletín", "boletim", "infolettre", "nyhetsbrev", "nyhedsbrev", "рассылк", "розсилк", "ניוזלטר", "न्यूज़लेटर", "电子报", "電子報",
    "канал", "فيسبوك", "تليجرام", "تلغرام", "واتساب", "تلگرام", "微信", "公众号", "zalo", "카카오",
)  # fmt: skip
_CALLED_SO = re.compile(r"\b(?:app|App|LINE)\b")
"""Channels whose names are parts of other words, or others in small letters."""
_FOLLOW = re.compile(
    r"\W*(?:(?:follow|subscribe|join|sign up|abonnieren sie|melden sie sich|inscrivez-vous|abonnez-vous|suscr[ií]b(?:a|e)(?:te|se)|apúntate|inscreva-se|assine|iscriviti|meld je|schrijf je|zapisz się)\b|הירשמו|हमारे .*(?:सब्सक्राइब|साइन अप|जुड़|फ़ॉलो|फॉलो)|订阅|訂閱|підпи(?:с\w*й[тс]\w+|сатис|шіться)|приєднуйтесь|подпи(?:с\w*й[тс]\w+|саться|шитесь)|присоединяйтесь|последвайте|абонирайте|пратите|pratite|ακολουθήστε"
    r"|takip ed|abone ol|theo dõi|ikuti|dapatkan|bergabung|تابع|اشترك|انضم|ما را|به کانال|关注|關注|下载|更多内容|更多內容|ติดตาม|sundan)"
)
"""Opens a line that calls readers to a channel."""
_ENDED_SO = re.compile(
    r"\W*(?:انتهای پیام\s*/?\s*\w{0,8}|《[^》]{2,16}》\s*[（(]\s*\d{4}年\d{1,2}月\d{1,2}日[^）)]{0,12}版[^）)]{0,8}[）)])\W*"
)
"""As Iranian agencies end their texts, and Chinese papers tell the page of the issue."""


def _is_own_address(text: str, seen: Iterable[Evidence]) -> bool:
    """Whether a line is the page's own address, as print views end with it: alone, or behind a word and a colon."""
    told = _ADDRESS.fullmatch(text)
    return told is not None and any(same_page(told[1], e.raw) for e in seen if e.field in _ADDRESSES)


_ADDRESS = re.compile(r"\W*(?:[^\W\d_]{1,12}\s?:\s?)?(https?://\S+)")
_ADDRESSES = ("url", "canonical_url")


def _is_about_author(text: str, seen: Iterable[Evidence]) -> bool:
    told = _ABOUT.match(text)
    if told is None:
        return False
    names = {a.name for e in seen if e.field == "author" for a in parse_byline(e.raw).authors}
    return (told["reached"] or told["name"]) in names


def _is_by_name(blocks: Sequence[TextBlock], n: int, seen: Sequence[Evidence]) -> bool:
    """Whether a block begins about the author, whom the text itself does not speak of: prose, and no line of a dialogue."""
    text = blocks[n].text
    head = text[:_HEAD]
    if not is_prose(text) or _QUOTED.search(head):
        return False
    for e in seen:
        if e.field != "author" or not any(len(word) > 1 and word in head for word in e.raw.split()):
            continue
        for author in parse_byline(e.raw).authors:
            name = author.name
            if author.kind is not _PERSON or (name.isascii() and " " not in name) or name not in head:
                continue
            if not text.startswith(tuple(name + colon for colon in COLONS)):
                return not any(name in block.text for block in blocks[: max(1, n - _BESIDE)])
    return False


_PERSON = Kind.PERSON
_BESIDE = 3
"""Blocks before a note on the author that may be others."""
_NOTES, _NOTE = 6, 700
"""Blocks that may be such notes, and the characters of the longest."""
_FULL = r"[^\W\d_a-z][\w.’'-]*(?: [\w.’'-]+){1,4}?"
_ABOUT = re.compile(
    rf"(?:[Cc]ontact|[Rr]each|[Ff]ollow|E-?mail|Email)(?: [a-z]+){{0,2}} (?P<reached>{_FULL}) (?:at|on|by|via)\b"
    rf"|(?P<name>{_FULL})(?:,[^,.]{{2,80}},)? (?:is|was|has|writes|covers|teaches|lives|works|blogs|can be|may be)\b"
)
_LIABLE = re.compile(
    r"\A(?:this entry was posted (?:on|in|by)\b|disclaimer\b)|\b(?:general |your )?information(?:al)? purposes only\b",
    re.IGNORECASE,
)
_NO_ADVICE = re.compile(
    r"\bnot (?:to )?(?:constitute|intended (?:as|to be)|provide|(?:be )?(?:construed|taken|relied upon) as)\b[^.]{0,60}\badvice\b",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"^\W*(?:©|\(c\)\s*(?:\d{4}|(?-i:[A-Z]))|copyright\s*(?:©|\(c\)|\d{4}|by (?-i:[A-Z\d])))",
    re.IGNORECASE | re.MULTILINE,
)
