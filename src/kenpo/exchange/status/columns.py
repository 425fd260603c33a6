"""The columns of a status row: how each is named, read and written."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kenpo.values.errors import InvalidValueError
from kenpo.values.insurer_number import InsurerNumber
from kenpo.values.person import MyNumberCardState

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SEVEN_DIGITS = re.compile(r"[0-9]{3}-?[0-9]{4}")
_TWO_DIGITS = re.compile(r"[0-9]{2}")
_FILED = {"あり": True, "なし": False}
_CARDS = {state.label_ja: state for state in MyNumberCardState}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, what stands in it, how a cell is read, what may be left out."""

    label: str
    rule: str
    read: Callable[[str], object]
    may_be_empty: bool = False
    may_be_missing: bool = False


def _day(text: str) -> date:
    if _DAY.fullmatch(text) is None:
        raise InvalidValueError("日付の書き方が違います。", "YYYY-MM-DDで書いてください。")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InvalidValueError("暦にない日付です。", "日付を確かめてください。") from None


def _card(text: str) -> MyNumberCardState:
    if text not in _CARDS:
        raise InvalidValueError(
            "カードの状態ではありません。", f"{'、'.join(_CARDS)}のどれかを書いてください。"
        )
    return _CARDS[text]


def _filed(text: str) -> bool:
    if text not in _FILED:
        raise InvalidValueError("個人番号届出の値ではありません。", "ありかなしを書いてください。")
    return _FILED[text]


def _matching(pattern: re.Pattern[str], rule: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if pattern.fullmatch(text) is None:
            raise InvalidValueError(f"{rule}ではありません。", f"{rule}で書いてください。")
        return text

    return read


_DAY_RULE = "YYYY-MM-DD"
COLUMNS = {
    "as_of": Column("基準日", f"{_DAY_RULE}。すべての行で同じ日", _day),
    "insurer_number": Column("保険者番号", "8桁の数字", InsurerNumber),
    "symbol": Column("記号", "資格確認書の記号", str, may_be_empty=True),
    "number": Column("番号", "資格確認書の番号", str),
    "sub_number": Column(
        "枝番", "2桁の数字", _matching(_TWO_DIGITS, "2桁の数字"), may_be_empty=True
    ),
    "birth_date": Column("生年月日", _DAY_RULE, _day),
    "card": Column("カード", "、".join(_CARDS), _card),
    "my_number_filed": Column("個人番号届出", "、".join(_FILED), _filed),
    "use_registered_on": Column("利用登録日", _DAY_RULE, _day, may_be_empty=True),
    "electronic_certificate_valid_until": Column(
        "電子証明書有効期限", _DAY_RULE, _day, may_be_empty=True
    ),
    "postcode": Column(
        "郵便番号",
        "7桁の数字",
        _matching(_SEVEN_DIGITS, "7桁の数字"),
        may_be_empty=True,
        may_be_missing=True,
    ),
    "address": Column("住所", "住民票の住所", str, may_be_empty=True, may_be_missing=True),
}
"""The columns by the name of the value they give, in the order the writer puts them."""
