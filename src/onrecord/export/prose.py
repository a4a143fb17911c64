"""Citations for people: a sentence, or the same as HTML."""

from collections.abc import Iterator
from html import escape

from onrecord.export.citation import MARKS, Citation, Quoted
from onrecord.export.dates import in_words
from onrecord.scripts import ENDS
from onrecord.values.addresses import is_web
from onrecord.values.speakers import role_beside


def to_text(citation: Citation) -> str:
    """One paragraph, without a line break at its end."""
    parts = (
        _said(citation.quoted),
        _authors(citation),
        citation.headline and f"“{_ended(citation.headline)}”",
        citation.publisher and _ended(citation.publisher),
        citation.published and f"Published {in_words(citation.published)}.",
        citation.modified and f"Modified {in_words(citation.modified)}.",
        citation.url,
        citation.accessed and f"Accessed {in_words(citation.accessed)}.",
        _kept(citation),
    )
    return " ".join(" ".join(part.split()) for part in parts if part)


def _said(quoted: Quoted | None) -> str | None:
    if quoted is None:
        return None
    by = _who(quoted)
    return quoted.marked + (f" – {_ended(by)}" if by else "")


def _who(quoted: Quoted) -> str:
    return ", ".join(part for part in (quoted.speaker, role_beside(quoted.speaker, quoted.role)) if part)


def _authors(citation: Citation) -> str | None:
    names = [author.name for author in citation.author]
    joined = " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)
    return _ended(joined) if joined else None


def _ended(text: str) -> str:
    """``text`` with a full stop, where it does not end by itself: a question keeps its mark, "Inc." its point."""
    text = text.rstrip()
    return text if text.rstrip("".join(MARKS) + ")]").endswith(tuple(ENDS)) else f"{text}."


def _kept(citation: Citation) -> str:
    where = f"{citation.archive}, {citation.id}" if citation.archive else citation.id
    return f"Capture {citation.digest}; record {where}." if citation.digest else f"Record {where}."


def to_html(citation: Citation) -> str:
    """A ``blockquote`` with the words where a statement is cited, then a paragraph; all of the page's words escaped."""
    quoted = citation.quoted
    before = f"<blockquote{_source(citation)}>{escape(quoted.words)}</blockquote>\n" if quoted else ""
    return f'{before}<p class="citation">{" ".join(_marked(citation))}</p>'


def _marked(citation: Citation) -> Iterator[str]:
    quoted = citation.quoted
    if quoted and (by := _who(quoted)):
        yield f"{escape(by)}, in:"
    if authors := _authors(citation):
        yield escape(authors)
    if citation.headline:
        title = f"<cite>{escape(citation.headline)}</cite>"
        stop = _ended(citation.headline)[len(citation.headline.rstrip()) :]
        linked = f'<a href="{escape(citation.url)}">{title}</a>' if is_web(citation.url) else title
        yield linked + stop
    if citation.publisher:
        yield escape(_ended(citation.publisher))
    for word, value in (
        ("Published", citation.published),
        ("Modified", citation.modified),
        ("Accessed", citation.accessed),
    ):
        if value:
            yield f'{word} <time datetime="{escape(value)}">{escape(str(in_words(value)))}</time>.'
    if citation.url:
        yield escape(citation.url)
    yield escape(_kept(citation))


def _source(citation: Citation) -> str:
    return f' cite="{escape(citation.url)}"' if is_web(citation.url) else ""
