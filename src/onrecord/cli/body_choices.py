"""The blocks of a page and what became of each, for ``onrecord explain PAGE article_body``."""

from typing import NamedTuple

from onrecord.body.choices import Part
from onrecord.body.text import read_article
from onrecord.page import Page
from onrecord.readers import visible


class Weighed(NamedTuple):
    """One block of the page."""

    text: str
    part: str
    """What it was taken for: article, standfirst, caption and so on."""
    kept: bool
    """Whether it is in ``article_body``."""
    reason: str
    probability: float
    """That it is the article's, as the model sees it."""
    strongest: tuple[str, ...]
    """The features that spoke most for it (+) or against it (-), with their values."""


def weigh(page: Page) -> tuple[Weighed, ...]:
    """Every block in the order of the page; none of a page without mark-up."""
    from onrecord.body.reasons import Reason, reasons_of  # brings numpy

    def told(reason: Reason) -> str:
        return f"{reason.adds:+.1f} {reason.feature} {reason.value:.3g}"

    article = read_article(page, visible.read(page))
    reasons = reasons_of(page, article.cut)
    return tuple(
        Weighed(
            block.text, choice.part.value, choice.part is Part.ARTICLE, choice.reason, why.probability,
            tuple(map(told, why.strongest)),
        )
        for block, choice, why in zip(article.cut.blocks, article.choices, reasons, strict=True)
    )  # fmt: skip
