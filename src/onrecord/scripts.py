"""What the scripts of the world have of their own, told once: ranges of letters, what ends a sentence, colons.

Ranges are written as they stand between the brackets of a regular expression. What a trained model was shown, and what an
archive has stored, is told by tables of their own: these may grow, those stay.
"""

import re

KANA = "\u3040-\u30ff"
HAN = "\u3400-\u9fff\uf900-\ufaff"
HANGUL = "\uac00-\ud7af"

DENSE = f"{KANA}{HAN}{HANGUL}"
"""Letters of which each says as much as three of an alphabet: Japanese, Chinese, Korean."""

UNSPACED = f"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff{KANA}{HAN}"
"""Letters of scripts that put no spaces between words: Thai and Lao, Burmese, Khmer, Japanese, Chinese."""

CHARWISE = re.compile(f"[{UNSPACED}]")
"""One of these letters."""

ENDS = ".!?…。．｡！？।॥؟۔։።"
"""What ends a sentence: Latin and its like, wide, Devanagari, Arabic, Urdu, Armenian, Ethiopic."""

COLONS = ":：՝៖፡፦"
"""A colon as others write it, too: wide, Armenian, Khmer, Ethiopic."""
