"""How many of what, in words for people."""

__all__ = ["quantity"]


def quantity(number: int, one: str, many: str | None = None) -> str:
    """``number`` and what is counted; ``many`` is its plural where that is not ``one`` with an s.

    >>> quantity(1, "article"), quantity(2_000, "article"), quantity(0, "story", "stories")
    ('1 article', '2,000 articles', '0 stories')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"
