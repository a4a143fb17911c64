"""From a page to the article's text: blocks, what is counted about them, which are the article, the text."""
