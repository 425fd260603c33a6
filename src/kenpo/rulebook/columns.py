"""The columns of a book: what may be said about a case."""

from __future__ import annotations

import keyword
import re
from dataclasses import dataclass
from datetime import date

from kenpo.rulebook.calendar import day_number, day_of
from kenpo.rulebook.errors import FactError, Place, RuleBookError
from kenpo.rulebook.terms import FAR_FUTURE, FAR_PAST, Kind
from kenpo.rulebook.text import Entry

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_NULLS = {"遠い未来": FAR_FUTURE, "遠い過去": FAR_PAST}
_TRUTHS = {"偽": False, "真": True, "false": False, "true": True}
_NONE = {"なし", "null"}
_MOST = 1_000_000_000
_FIRST, _LAST = 1800, 2199


@dataclass(frozen=True, slots=True)
class Column:
    """A fact about the case by its English name.

    ``null`` is the number that null stands for (None: null is refused); ``presumption`` the number
    taken when the fact is left out (None: then it is unknown).
    """

    name: str
    kind: Kind
    codes: tuple[str, ...]
    label: str
    place: Place
    null: int | None = None
    presumption: int | None = None

    @property
    def options(self) -> tuple[str, ...]:
        """The names a fact made of this column has for 0, 1, 2 …; empty if it has none."""
        return ("偽", "真") if self.kind is Kind.TRUTH else self.codes

    @property
    def must(self) -> str:
        """What a value of this column must be, in words."""
        match self.kind:
            case Kind.DAY:
                form = "日付（YYYY-MM-DD、1800〜2199年）/ a date from 1800 to 2199"
            case Kind.NUMBER:
                form = "整数（10億まで）/ a whole number up to a thousand million"
            case Kind.TRUTH:
                form = "true または false / true or false"
            case Kind.CODE:
                form = "次のどれか / one of: " + ", ".join(self.codes)
        return form if self.null is None else f"{form}（なしは null / or null）"

    def number(self, value: object) -> int:
        """Return the number of a JSON value; raises FactError for any other form."""
        found = self.null if value is None else self._of(value)
        if found is None:
            raise FactError(self.name, self.must)
        return found

    def _of(self, value: object) -> int | None:
        kind = self.kind
        if kind is Kind.DAY:
            return _day(value) if isinstance(value, date | str) else None
        if kind is Kind.CODE:
            return self.codes.index(value) if value in self.codes else None
        if kind is Kind.TRUTH:
            return int(value) if isinstance(value, bool) else None
        whole = value if isinstance(value, int) and not isinstance(value, bool) else None
        return None if whole is None or abs(whole) > _MOST else whole

    def shown(self, number: int) -> object:
        """Return the JSON value of a number: an ISO day, bool, whole number, code or None."""
        match self.kind:
            case Kind.DAY:
                far = number in {FAR_FUTURE, FAR_PAST}
                return None if far else day_of(number).isoformat()
            case Kind.TRUTH:
                return bool(number)
            case Kind.NUMBER:
                return number
            case Kind.CODE:
                return self.codes[number]

    def value_of(self, word: str) -> object:
        """Return the JSON value that a word of the book (なし, 真, 3, 2025-04-30, a code) means."""
        if word in _NONE and word not in self.codes:
            return None
        match self.kind:
            case Kind.TRUTH:
                return _TRUTHS.get(word, word)
            case Kind.NUMBER:
                return int(word) if re.fullmatch(r"-?\d+", word) else word
            case Kind.DAY | Kind.CODE:
                return word


def _day(value: date | str) -> int | None:
    day = _read(value) if isinstance(value, str) else value
    return day_number(day) if day is not None and _FIRST <= day.year <= _LAST else None


def _read(text: str) -> date | None:
    # of the forms that fromisoformat takes, only YYYY-MM-DD has its two bars there
    if len(text) != 10 or text[4] != "-" or text[7] != "-":
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def read_column(entry: Entry) -> Column:
    """Read a row of a ``## 列`` table."""
    name, (kind, *codes) = entry.need("列"), entry.need("型").split()
    if not _NAME.fullmatch(name) or keyword.iskeyword(name):
        raise RuleBookError(entry.place, f"列の名「{name}」は使えません。", "英小文字で書く。")
    if kind not in set(Kind) or bool(codes) != (kind == Kind.CODE):
        raise RuleBookError(
            entry.place,
            f"型「{entry.word('型')}」を知りません。",
            "日・真偽・数・符号 a b c のどれか。",
        )
    column = Column(name, Kind(kind), tuple(codes), entry.cell("説明"), entry.place)
    return _with_defaults(column, entry)


def _with_defaults(column: Column, entry: Entry) -> Column:
    null, presumption = entry.word("なしの値"), entry.word("前提")
    base = (column.name, column.kind, column.codes, column.label, column.place)
    try:
        nothing = None if not null else _null(column, null)
        column = Column(*base, null=nothing)
        taken = None if not presumption else column.number(column.value_of(presumption))
    except FactError as error:
        raise RuleBookError(entry.place, "なしの値か前提がおかしい。", str(error)) from error
    return Column(*base, null=nothing, presumption=taken)


def _null(column: Column, word: str) -> int:
    if column.kind is not Kind.DAY:
        return column.number(column.value_of(word))
    if word not in _NULLS:
        raise FactError(column.name, "なしの値は 遠い未来 か 遠い過去")
    return _NULLS[word]
