"""Words of a page made harmless to what shows them."""

import re

# C0 but tab and line feed, DEL, C1 (one of which begins an escape sequence by itself), lone surrogates, and what turns
# the direction of the text around it.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    r"""Make control characters readable, so that a page cannot steer what shows it.

    >>> visible("\x1b[2J Sale\u202e")
    '\\u001b[2J Sale\\u202e'
    """
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
