"""Where readers' comments begin: below the prose of an article, at a line that says so, and how many there are, perhaps."""

import re
from collections.abc import Iterator, Sequence

from onrecord.body.blocks import TextBlock
from onrecord.scripts import COLONS, ENDS

_COMMENTS = re.compile(
    r"(?:\d+ |all |reader |user |latest )?comments?|(?:\d+ )?kommentare?|(?:\d+ )?commentaires?|(?:\d+ )?comentarios?|comentários|commenti|reacties|komentarze|komentáře"
    r"|(?:всего )?комментари(?:и|ев)|(?:\d+ )?комментари[йяев]{1,2}|коментарі|коментари|komentari|komentar|yorum(?:lar)?|σχόλια|(?:ال)?تعليقات(?: القراء)?|نظرات(?: کاربران)?|نظر شما|دیدگاه‌?ها|تبصرے|תגובות"
    r"|टिप्पणियां|মন্তব্য|கருத்துகள்|ความคิดเห็น|bình luận|댓글(?:목록)?|コメント(?:一覧)?|(?:网友|最新|精选|全部)?(?:评论|評論|留言)(?:列表|区)?|已有 ?\d+ ?条评论"
)


def opens_comments(text: str) -> bool:
    """Whether a line says that what follows it are readers' comments, and how many, perhaps.

    >>> opens_comments("Комментарии (12)"), opens_comments("댓글목록"), opens_comments("Comments on the budget")
    (True, True, False)
    """
    if not text or len(text) > _HEADING or text[0] not in _FIRST_OF_COMMENTS:
        return False
    if text[0].isascii() and not text[0].isdigit() and text[:3].lower() not in _LATIN:
        return False
    return _COMMENTS.fullmatch(text.rstrip(_COUNT).lower()) is not None


def begin(blocks: Sequence[TextBlock]) -> Iterator[tuple[int, Sequence[TextBlock]]]:
    """Each heading of comments (an index) that stands below prose, and the lines of prose between it and the one before."""
    first = 0
    for n in range(len(blocks)):
        if opens_comments(blocks[n].text):
            prose = [b for b in blocks[first:n] if len(b.text) > _CALL and b.text[-1] in ENDS]
            if sum([len(b.text) for b in prose]) > _LITTLE:
                yield n, prose
            first = n


_CALL = 20
"""Code points of the longest line that ends as a sentence does, and is none of a text."""
_LITTLE = 70
"""Code points of prose from which readers may comment on it."""
_HEADING = 30
_OTHERWISE = "вкσاتندדתटমகค댓コ网最精全评評留已0123456789"
_FIRST_OF_COMMENTS = frozenset(f"abcklruy{_OTHERWISE}ABCKLRUY{_OTHERWISE.upper()}")
_LATIN = frozenset(("com", "kom", "rea", "all", "use", "lat", "yor", "bìn"))
"""The first letters of such words: most lines are told by them to say something else."""
_COUNT = f" \xa0\u3000\t\n{COLONS}()（）[]0123456789０１２３４５６７８９٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
"""Of what such a line ends with, how many there are."""
