"""The pages whose text is worst, and what is wrong on each, told from the known text and the page's blocks."""

from collections import Counter
from collections.abc import Sequence
from types import ModuleType

from body_labels import label
from onrecord.body.blocks import cut
from onrecord.page import open_page
from pages import Known

__all__ = ["show_worst"]


def show_worst(score: ModuleType, pages: Sequence[Known], texts: Sequence[str], count: int) -> None:
    """Print the ``count`` pages with the lowest text F1 and the reasons, the heaviest first."""
    known = [
        (score.word_scores(text, page.truth["text"])[2], page, text)
        for page, text in zip(pages, texts, strict=True)
        if "text" in page.truth
    ]
    print(f"\nthe {count} worst pages: F1, page, share of its wrong words by kind")
    for f1, page, text in sorted(known, key=lambda row: row[0])[:count]:
        reasons = ", ".join(f"{what} {share:.0%}" for what, share in _reasons(score, page, text))
        print(f"  {f1:.3f}  {page.id:40} {reasons}")


def _reasons(score: ModuleType, page: Known, text: str) -> list[tuple[str, float]]:
    """Kinds of wrong words and their shares of a page's wrong words."""
    blocks = cut(open_page(page.data, url=page.url)).blocks
    words = [Counter(score.tokens(block.text)) for block in blocks]
    said = {" ".join(line.split()) for line in text.split("\n")}
    kept = [" ".join(block.text.split("\n")[0].split()) in said for block in blocks]
    true = [share > 0.5 for share in label([b.text for b in blocks], page.truth).article]
    last = max((n for n, is_true in enumerate(true) if is_true), default=-1)
    first = next((n for n, is_true in enumerate(true) if is_true), len(blocks))
    wrong: Counter[str] = Counter()
    for n, count in enumerate(words):
        if kept[n] and not true[n]:
            where = "after its end" if n > last else "before its start" if n < first else "inside it"
            wrong[f"extra {where}"] += sum(count.values())
        elif true[n] and not kept[n]:
            wrong[f"missed {blocks[n].kind.value}s"] += sum(count.values())
    held = Counter(score.tokens("\n".join(block.text for block in blocks)))
    unseen = sum((Counter(score.tokens(page.truth["text"])) - held).values())
    if unseen:
        wrong["missed, not on the page as text"] += unseen
    whole = sum(wrong.values())
    return [(what, number / whole) for what, number in wrong.most_common(3)]
