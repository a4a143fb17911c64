"""Text whose mark-up is gone: what its lines say, told by their shapes, their labels and their order."""

from onrecord.readers.flattened.reading import ARTICLE, ARTICLES, articles_of, read

__all__ = ["ARTICLE", "ARTICLES", "articles_of", "read"]
