"""Word lists as they are written here: words parted by spaces."""


def listed(words: str) -> frozenset[str]:
    """The words of a list.

    >>> sorted(listed("of for"))
    ['for', 'of']
    """
    return frozenset(words.split())
