"""A person's query, answered from an index in a SQLite connection that is handed in.

- `query`: the language, parsed into a frozen tree with positions
- `words`: how a text is cut into words and folded, alike for texts and for queries
- `passages`: paragraphs and sentences
- `stored`: what the index keeps of a version
- `matching`: whether a text answers a query, and where: what the index alone cannot tell
- `plan`: a query as SQL, every value bound
- `snippets`: the words of a hit, marked
- `index`: the tables; documents in, hits and facets out
"""
