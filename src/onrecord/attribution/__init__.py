"""Who said what: an article's text → its statements, each tied to its words."""
