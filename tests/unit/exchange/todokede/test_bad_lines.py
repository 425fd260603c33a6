"""Rows that are refused whole before their items are looked at, or for their characters."""

from __future__ import annotations

import pytest

from kenpo.exchange.todokede import read_todokede
from kenpo.operations.ports import Refusal
from support.notices import (
    ACQUISITION,
    CHECKS,
    CHILD,
    LOSS,
    NAME,
    SPOUSE,
    Items,
    file_of,
    line,
    read,
    shifted_left,
    shifted_right,
    with_items,
)


def raw_refusals(raw: bytes) -> tuple[Refusal, ...]:
    return read_todokede(NAME, file_of() + raw + b"\r\n", CHECKS).refusals


def with_name(raw: bytes) -> bytes:
    return line(with_items(ACQUISITION, {8: "@"})).encode("cp932").replace(b"@", raw)


@pytest.mark.parametrize(
    ("name", "position", "character", "advice"),
    [
        ("髙田　一郎", 1, "「髙」", "「高」"),
        ("田﨑　一郎", 2, "「﨑」", "「崎」"),
        ("見本　①郎", 4, "「①」", "「1」"),
        ("㈱見本　郎", 1, "「㈱」", "「(株)」"),
        ("見本　Ⅱ郎", 4, "「Ⅱ」", "「II」"),
        ("見本　纊郎", 4, "「纊」", "JIS第1・第2水準"),
        ("見本　♪仡郎", 5, "「仡」", "JIS第1・第2水準"),
    ],
)
def test_a_character_outside_jis_is_named_with_what_to_write_instead(
    name: str, position: int, character: str, advice: str
) -> None:
    (refusal,) = raw_refusals(with_name(name.encode("cp932")))
    assert refusal.field == "項目8「氏名（漢字）」"
    assert refusal.reason == f"{position}文字目の{character}は届書では使えない文字です。"
    assert advice in refusal.todo


@pytest.mark.parametrize(
    ("raw", "named"),
    [
        (b"\x00", "U+0000"),
        (b"\t", "U+0009"),
        (b"\n", "U+000A"),
        (b"\r", "U+000D"),
        (b"\x1a", "U+001A"),
        (b"\x7f", "U+007F"),
        (b"\x80", "U+0080"),
        (b"\xfd", "外字(0xfd)"),
        (b"\x81\x20", "0x8120"),
        (b"\xf0\x40", "外字(0xf040)"),
        (b"\x87\x9b", "機種依存の「∩」(0x879b)"),
        ("見".encode(), "0x"),
    ],
)
def test_a_byte_that_is_no_character_is_named(raw: bytes, named: str) -> None:
    (refusal,) = raw_refusals(with_name(raw))
    assert refusal.field == "項目8「氏名（漢字）」"
    assert named in refusal.reason


def test_the_characters_to_write_instead_are_accepted() -> None:
    assert read(line(with_items(ACQUISITION, {8: "高田　崎郎"}))).refusals == ()


@pytest.mark.parametrize(
    ("text", "field", "words"),
    [
        ("", "行全体", "何も書かれていない行"),
        (",,,", "行全体", "何も書かれていない行"),
        ("2200701,58", "項目1「様式コード」", "様式コードではありません"),
        ("2225700,58", "項目1「様式コード」", "算定基礎届"),
        ("2221700,58", "項目1「様式コード」", "月額変更届"),
        ("2265700,58", "項目1「様式コード」", "賞与支払届"),
        ('"2200700","58"', "項目1", "引用符"),
        (line(with_items(ACQUISITION, {8: '"見本　花子"'})), "項目8", "引用符"),
        (line(with_items(ACQUISITION, {8: '"見本,花子"'})), "項目8", "引用符"),
        (line(ACQUISITION) + ",", "行全体", "35項目"),
        (line(ACQUISITION).removesuffix(",1"), "行全体", "33項目"),
        (line(LOSS) + ",,", "行全体", "29項目"),
        (line(SPOUSE) + ",", "行全体", "140項目"),
        (line(with_items(SPOUSE, {39: "松江市,架空町"})), "行全体", "140項目"),
        (line(SPOUSE)[:60], "行全体", "139項目"),
    ],
)
def test_a_line_of_the_wrong_shape_is_one_refusal(text: str, field: str, words: str) -> None:
    (refusal,) = read(text).refusals
    assert refusal.field == field
    assert words in refusal.reason
    assert refusal.todo


def test_a_comma_in_a_value_is_named_in_the_advice() -> None:
    (refusal,) = read(line(with_items(SPOUSE, {39: "松江市,架空町"}))).refusals
    assert "「,」は書けません" in refusal.todo


@pytest.mark.parametrize(
    ("items", "last"), [(ACQUISITION, 24), (LOSS, 19), (SPOUSE, 50), (CHILD, 96)]
)
def test_a_column_shifted_by_one_is_never_taken(items: Items, last: int) -> None:
    # Past the last required item only a flag or a count can move into its neighbour, which no
    # reader can tell: it stays legal there.
    good = line(items)
    taken = [
        (way.__name__, item)
        for way in (shifted_right, shifted_left)
        for item in range(1, last)
        if read(way(good, item)).records
    ]
    assert taken == []
