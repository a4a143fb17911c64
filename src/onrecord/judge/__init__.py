"""Evidence to one value a field: the trust table, the rules, the conflicts.

Nothing here looks at the page: what a reader did not report does not exist. `settle` reads as the record does.
"""

from onrecord.judge.page_kind import LITTLE, UNTOLD, called_article
from onrecord.judge.settling import settle

__all__ = ["LITTLE", "UNTOLD", "called_article", "settle"]
