"""The law as data: the books in Markdown, and the sentences they quote (``sources.json``)."""
