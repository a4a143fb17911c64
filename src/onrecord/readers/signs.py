"""Signs of what kind of page it is: what the readers that speak against an article report."""

from onrecord.evidence import Evidence, Place, Source

__all__ = ["sign"]


def sign(kind: str, how: str, raw: str, place: Place) -> Evidence:
    """What the page shows, ``raw``, speaks for a page of ``kind`` (as `PageType` is written).

    ``how`` is a word that the judge knows, or tells the rule by itself.
    """
    return Evidence("page_type", raw, Source.VISIBLE, place, (("type", kind), ("how", how)))
