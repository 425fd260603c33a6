"""氏名: kept as registered, shown in four forms."""

from __future__ import annotations

from dataclasses import dataclass

from kenpo.values.kana import full_width_kana


@dataclass(frozen=True, slots=True, order=True)
class PersonName:
    """A name as registered (Unicode with variation selectors) and in half-width kana.

    ``registered`` is never overwritten by a reduced form; None means the file gave kana only.
    Family and given name are parted by one space: full-width in kanji, half-width in kana.
    """

    kana: str
    registered: str | None = None

    @property
    def printed(self) -> str:
        """The form that goes on paper: as registered, else full-width kana of the kana form."""
        return self.registered if self.registered is not None else full_width_kana(self.kana)
