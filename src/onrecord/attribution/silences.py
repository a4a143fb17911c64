"""What tells that somebody said nothing: "declined to comment" is no statement, though a tagger takes it for one."""

import re

from onrecord.attribution.attribution import Attribution

_SILENT = re.compile(
    r"(?:declin|refus|respon|return|repl|answer|ask|request|unavailable|reach|insist|speak|condition|comment)",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"(?:not |to |further )*(?:comment(?:ing)?|be (?:named|identified|quoted|interviewed))\b[^“”\"]*"
    r"|(?:(?:to|an?|any|the|our|for|several|repeated|multiple|\w+[’']s?)\s)*"
    r"(?:requests?|calls?|e-?mails?|messages?|questions?|inquir(?:y|ies))\s(?:for|seeking)\s(?:further\s)?(?:comment|an interview)\b[^“”\"]*",
    re.IGNORECASE,
)


def is_silence(text: str, attribution: Attribution) -> bool:
    """Whether all that is attributed is that somebody would not speak, or not by name."""
    cue = " ".join(text[start:end] for start, end in attribution.cue)
    said = " ".join(text[start:end] for start, end in attribution.content)
    return _SILENT.search(cue) is not None and _NOTHING.fullmatch(said) is not None
