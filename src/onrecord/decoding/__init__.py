"""Bytes → text: unpacked, and decoded in the encoding that the bytes or the page tell.

``packing`` undoes compression; ``reading`` chooses the encoding, from what ``encodings`` says is declared and how odd
``misreading`` finds the letters under it; ``mojibake`` is what was scrambled before it came to the page.
"""

from onrecord.decoding.packing import Packing, Unpacked, is_text, most_of, opening, undone, unpack
from onrecord.decoding.reading import Decoded, decode, mended

__all__ = [
    "Decoded",
    "Packing",
    "Unpacked",
    "decode",
    "is_text",
    "mended",
    "most_of",
    "opening",
    "undone",
    "unpack",
]
