"""記号 derived from 事業所整理記号."""

from __future__ import annotations

from itertools import product

import pytest

from kenpo.register.establishment import OfficeKey
from kenpo.register.symbol import symbol_of
from kenpo.values.branch import Branch


def symbol(office_symbol: str, county: str = "01") -> str:
    return symbol_of(OfficeKey(Branch(32), county, office_symbol))


@pytest.mark.parametrize(
    ("office_symbol", "expected"),
    [
        ("ｹｲﾄ", "01090220"),
        ("ｱ", "01010000"),
        ("ﾜｦﾝ", "01444546"),
        ("ｶﾞ", "01064700"),
        ("12", "01000012"),
        ("1234", "01001234"),
        ("A1", "010000A1"),
        ("ｱｲｳｴ", "0101020304"),
    ],
)
def test_kana_count_in_the_order_of_the_fifty_sounds(office_symbol: str, expected: str) -> None:
    assert symbol(office_symbol) == expected


def test_no_two_offices_of_a_branch_share_a_symbol() -> None:
    kana = ["ｱ", "ｲ", "ｻ", "ﾝ", "ﾞ"]
    signs = ["0", "1", "9", "A", "Z"]
    offices = [
        "".join(letters)
        for alphabet in (kana, signs)
        for length in (1, 2, 3, 4)
        for letters in product(alphabet, repeat=length)
    ]
    distinct = {office.rjust(4, "0") if office[0] in signs else office for office in offices}
    assert len({symbol(office) for office in offices}) == len(distinct)


def test_the_county_code_leads() -> None:
    assert symbol("ｹｲﾄ", "21").startswith("21")
