"""Which lines of a text are the article's: prose, without the menus, notices and footers around it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord import limits
from onrecord.body.corrected import CORRECTED
from onrecord.body.words import ALSO
from onrecord.evidence import Evidence, Place, Source
from onrecord.readers.flattened.labels import labelled
from onrecord.readers.flattened.lines import Line, evidence
from onrecord.readers.teasers import weight
from onrecord.scripts import CHARWISE


class Unit(NamedTuple):
    """Lines that belong together: one line, or the lines that a paragraph was wrapped to."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The words of all its lines."""
        return " ".join(line.text for line in self.lines)

    @property
    def whole(self) -> Line:
        """It as one line."""
        return Line(self.text, self.start, self.end, self.lines[0].gap, below=self.lines[0].below)

    @property
    def start(self) -> int:
        """Where it stands on the page."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Where it ends on the page."""
        return self.lines[-1].end


_STOP = re.compile(r"[.!?…。！？।॥؟۔][\"'”’»“«)\]」』）]*$")
_STOPLESS = re.compile(r"[\u0e00-\u0eff][\"'”’»“«)\]]*$")
"""The end of a line in Thai or Lao, which set no sign behind a sentence."""
_WIDTH = range(55, 101)
"""Columns of the lines that mails and prints are wrapped to."""


_HOLDER = ("Copyright", "©", "(c) ")
_COLUMN = range(20, 101)
"""Those of a printed column."""


def are_column(lines: Sequence[Line]) -> bool:
    """Whether lines are a printed column's: of every twenty, one at least ends inside a word."""
    parted = sum(a.text[-1] == "-" and b.text[0].islower() and not b.gap for a, b in pairwise(lines))
    return parted > 1 and 20 * parted >= len(lines)


def units_of(lines: Sequence[Line]) -> list[Unit]:
    """The lines, those of a wrapped paragraph as one."""
    groups: list[list[Line]] = []
    width = 0
    widths = _COLUMN if are_column(lines) else _WIDTH
    for line in lines:
        if groups and not line.gap and not line.beside and _goes_on(groups[-1][-1].text, line, width, widths):
            groups[-1].append(line)
            width = max(width, len(line.text))
        else:
            groups.append([line])
            width = len(line.text)
    return [Unit(tuple(part)) for group in groups[: limits.BLOCKS] for part in _apart(group)]


def _apart(group: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """A paragraph's lines; two that end no sentence and each open with a capital are a headline and what is below it."""
    if len(group) == 2 and not _STOP.search(group[1].text) and not group[1].text[0].islower():
        yield from (group[:1], group[1:])
    else:
        yield group


def _goes_on(last: str, line: Line, width: int, widths: range) -> bool:
    """Whether a line is the next one of a wrapped paragraph, whose widest is given: its first word found no room.

    Or its first letter, where no spaces part words: most of those are twice as wide.
    """
    text = line.text
    if text.startswith(_HOLDER):
        return False
    charwise = CHARWISE.match(last) is not None
    room = len(last) + 1 + (1 if charwise else len(text.split(maxsplit=1)[0]))
    longest = max(width, len(text))
    slack = 2 if widths is _WIDTH else 8
    filled = room > longest - slack and len(last) >= longest - 25
    told = all(columns in widths or columns << charwise in widths for columns in (width, longest))
    return told and filled and not is_notice(last) and not labelled(line)


_NOTICE = re.compile(
    r"(?:advertisement|anzeige|werbung|publicité|publicidad|pubblicità|publicidade|advertentie|annons|reklama?|реклама|広告|广告|廣告|광고|إعلان|"
    r"share (?:this|on|via)|share$|teilen|partager|compartir|condividi|compartilhar|delen|dela$|del$|udostępnij|поделиться|paylaş|シェア|分享|공유|"
    r"sign up|subscribe|unsubscribe|newsletter|abonnieren|jetzt abonnieren|s'abonner|abonnez|suscr[ií]b|iscriviti|assine|abonneer|prenumerera|"
    r"подпис|abone ol|订阅|購読|구독|all rights reserved|alle rechte vorbehalten|tous droits|todos los derechos|todos os direitos|tutti i diritti|"
    r"все права|wszelkie prawa|無断転載|版权所有|저작권자|©|copyright\b|\(c\) ?(?:19|20)|privacy policy|datenschutz|impressum|terms of (?:use|service)|"
    r"cookie|skip to|zum inhalt|aller au contenu|log ?in\b|sign in|anmelden|einloggen|se connecter|iniciar sesión|accedi$|войти|follow us|folgen sie|"
    r"suivez-nous|síguenos|seguici|printed from|print this|view (?:this email )?in (?:your )?browser|im browser (?:ansehen|öffnen)|voir dans le navigateur|ver en el navegador|"
    r"you (?:are receiv|receiv)|sie erhalten diese|vous recevez|recibe este|forward (?:this|to)|back to top|nach oben|haut de page|"
    r"\d+ (?:comments?|kommentare?|commentaires?|comentarios?|commenti|reacties|комментари)|comments?$|kommentare?$|commentaires?$|comentarios?$|"
    r"most (?:read|popular)|meistgelesen|les plus lus|lo más leído|più letti|mest lest|mest læst|mest läst|самое читаемое|en çok okunan|"
    r"related (?:articles|stories|topics|posts)|mehr zum thema|articles liés|sur le même sujet|noticias relacionadas|"
    r"\(?more(?: to come| follows)?\)?$|[–—]?(?:0|30|end|ende|fin)[-–—]{1,2}$|#{2,}$|_{3,}$|\((?:end|ende|fin)\)|\((?:reporting|writing|editing) by |\(\([^\s()]+@|"
    r"le présent document est protégé|for immediate release|embargo(?:ed)?\b[^.]{0,40}(?:until|for|till|:)|sperrfrist\b|(?:media |press )?contacts?:?$|pressekontakt|rückfragehinweis|"
    r"page \d+ (?:of|/) \d+|seite \d+ (?:von|/) \d+|page \d+ sur \d+|página \d+ de \d+|\d+/\d+$|photo(?:graph)?:|foto:|bild:|image:|crédit photo|фото:)",
    re.IGNORECASE,
)


def is_notice(text: str) -> bool:
    """Whether a line opens as what stands around articles does, in the languages that were looked at."""
    return bool(_NOTICE.match(text.lstrip("*-•>|[ "))) and len(text) < 300 or bool(ALSO.match(text))  # noqa: RUF021  # a notice that is short, or one of the other list


def is_prose(text: str) -> bool:
    """Whether a line is a sentence at least: long, or of some length with a full stop."""
    length = weight(text[:400])
    if length >= 100:
        return text.count(" | ") + text.count(" · ") + text.count(" > ") < 3
    return length >= 40 and bool(_STOP.search(text) or (length >= _LEAST and _STOPLESS.search(text)))


_LEAST = 80
"""Code points of the shortest line that is prose, where no stop shows it: headlines in Thai are shorter."""


def is_text(lines: Sequence[Line]) -> bool:
    """Whether lines hold the paragraphs of a text, not only a head."""
    return sum(is_prose(line.text) for line in lines) > 1


def stretch(units: Sequence[Unit]) -> tuple[int, int]:
    """From which unit to which the article's text stands: the run in which prose outweighs all else by most."""
    best, span, total, start, others = 0.0, (0, 0), 0.0, 0, 0
    for i, unit in enumerate(units):
        if total <= 0:
            total, start, others = 0.0, i, 0
        weight = _weight(unit.text, begun=total > 0)
        others = others + 1 if weight < 0 else 0
        total += weight - 0.4 * max(0, others - 1)
        if total > best:
            best, span = total, (start, i + 1)
    return span


def goes_on(text: str) -> bool:
    """Whether a line below prose belongs to it: prose too, or a short sentence."""
    return _weight(text, begun=True) > 0


def _weight(text: str, *, begun: bool) -> float:
    """What a line speaks for the text that it may belong to; ``begun`` says that some of it stands above."""
    if is_notice(text):
        return -1.2
    if is_prose(text):
        return 2 + min(len(text), 400) / 200
    if text.startswith(("| ", "![")):  # Markdown's tables and pictures
        return 0.0
    stop = _STOP.search(text)
    few = (
        weight(text) < 30 and not stop if CHARWISE.match(text) else len(text.split()) < 3
    )  # no blanks part words
    if stop and not few and not text.isupper():
        return 0.3  # a short sentence: menus have none
    if begun and not few and _STOPLESS.search(text):
        return 0.1  # or a headline below the text
    return -1.1 if few else -0.7


def body_of(lines: Sequence[Line], *, keep: bool) -> Iterator[Evidence]:
    """The text in lines that hold little else: notices are left out, corrections set apart.

    ``keep`` says that all of them are the article's; else the run of prose among them is.
    """
    units = units_of(lines)
    first, last = (0, len(units)) if keep else stretch(units)
    yield from told(units[first:last])


def told(units: Sequence[Unit]) -> Iterator[Evidence]:
    """The text as stretches of the page without a notice in them, and the corrections among them."""
    run: list[Unit] = []
    for unit in units:
        if unit.lines[0].beside:  # what parts it from the piece before is no word of the text
            yield from _run(run)
            run = []
        if CORRECTED.match(unit.text):
            yield evidence("corrections", unit.whole, "a line that opens as a correction")
        elif not is_notice(unit.text):
            run.append(unit)
            continue
        yield from _run(run)
        run = []
    yield from _run(run)


def _run(units: Sequence[Unit]) -> Iterator[Evidence]:
    if units:
        raw = "\n".join(u.text for u in units)
        yield Evidence(
            "article_body",
            raw,
            Source.FLATTENED,
            Place(units[0].start, units[-1].end),
            (("how", "a run of lines of the text"),),
        )
