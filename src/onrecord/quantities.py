"""How many of what, in words for people."""


def quantity(number: int, one: str, many: str | None = None) -> str:
    """``number`` and what is counted; ``many`` is its plural where that is not ``one`` with an s on its first word.

    >>> quantity(1, "article"), quantity(2_000, "page fetched"), quantity(0, "story", "stories")
    ('1 article', '2,000 pages fetched', '0 stories')
    """
    word, space, more = one.partition(" ")
    return f"{number:,} {one if number == 1 else many or f'{word}s{space}{more}'}"
