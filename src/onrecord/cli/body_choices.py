"""The blocks of a page and what became of each, for ``onrecord explain PAGE article_body``."""

from typing import NamedTuple

from onrecord.body.choices import Part
from onrecord.body.text import read_article
from onrecord.page import Page

__all__ = ["Weighed", "weigh"]


class Weighed(NamedTuple):
    """One block of the page."""

    text: str
    part: str
    """What it was taken for: article, standfirst, caption and so on."""
    kept: bool
    """Whether it is in ``article_body``."""
    reason: str


def weigh(page: Page) -> tuple[Weighed, ...]:
    """Every block in the order of the page; none of a page without mark-up."""
    article = read_article(page)
    return tuple(
        Weighed(block.text, choice.part.value, choice.part is Part.ARTICLE, choice.reason)
        for block, choice in zip(article.cut.blocks, article.choices, strict=True)
    )
