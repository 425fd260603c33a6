"""All books, each read and proven once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from kenpo.rulebook.book import Book
from kenpo.rulebook.drafts import Draft, merged, read_draft
from kenpo.rulebook.errors import Place, RuleBookError
from kenpo.rulebook.model import Model, build
from kenpo.rulebook.sources import Sources
from kenpo.rulebook.trial import try_examples
from kenpo.values.insurer import Insurer, Policy


class Library:
    """The books by file name (``kyokai_kenpo.md``) and the source texts they quote."""

    def __init__(self, texts: Mapping[str, str], sources: Sources) -> None:
        """Take the texts; a book is read when it is first asked for."""
        self._texts = dict(texts)
        self._sources = sources
        self._models: dict[str, Model] = {}
        self._books: dict[tuple[str, Policy], Book] = {}

    def book(self, insurer: Insurer, policy: Policy = Policy.CURRENT) -> Book:
        """Return an insurer's book: included, merged, proven, its examples tried.

        Raises RuleBookError if anything in it is wrong.
        """
        return self.book_named(f"{insurer.value}.md", policy)

    def book_named(self, file: str, policy: Policy = Policy.CURRENT) -> Book:
        """Return the book of a file."""
        key = (file, policy)
        if key not in self._books:
            self._books[key] = self._read(file, policy)
        return self._books[key]

    def _read(self, file: str, policy: Policy) -> Book:
        files = self._files(file, ())
        new = file not in self._models
        if new:
            self._models[file] = build(self._draft(files), self._sources)
        model, fingerprint = self._models[file], self._hash(files)
        if new:
            try_examples({each: Book(model, each, fingerprint) for each in Policy})
        return Book(model, policy, fingerprint)

    def _files(self, file: str, above: tuple[str, ...]) -> tuple[str, ...]:
        """Return the files a book is made of, the included ones first."""
        if file in above or file not in self._texts:
            what = (
                f"「{file}」が自分を含めています。"
                if file in above
                else f"「{file}」がありません。"
            )
            raise RuleBookError(Place((above or (file,))[-1], 1), what, "含めるを直してください。")
        includes = read_draft(file, self._texts[file]).includes
        inner = (name for inner in includes for name in self._files(inner, (*above, file)))
        return tuple(dict.fromkeys([*inner, file]))

    def _draft(self, files: tuple[str, ...]) -> Draft:
        draft = Draft()
        for file in files:
            draft = merged(draft, read_draft(file, self._texts[file]))
        return draft

    def _hash(self, files: tuple[str, ...]) -> str:
        digest = hashlib.sha256()
        for file in files:
            digest.update(f"{file}\0{self._texts[file]}\0".encode())
        return digest.hexdigest()[:16]
