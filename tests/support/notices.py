"""Lines of employers' notices about made-up people, by hand from the form's item numbers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kenpo.exchange.todokede import Checks, TodokedeReading, read_todokede
from kenpo.operations.ports import Refusal

NAME = "SHFD0006.CSV"
ON = date(2025, 8, 1)
CHECKS = Checks(ON)
LENGTHS = {"2200700": 34, "2201700": 27, "2202700": 139}
Items = Mapping[int, str]

CONTROL = "58,11,ｲﾅﾎ,001,20250710,22223"
OFFICE = (
    "58,11,ｲﾅﾎ,123,690,0001,島根県松江市架空町一丁目,株式会社いなほ見本,稲穂　見本,0852,00,0000"
)
MINE: dict[int, str] = {1: "2200700", 2: "58", 3: "11", 4: "ｲﾅﾎ", 5: "123"}

ACQUISITION = MINE | {
    7: "ﾐﾎﾝ ﾊﾅｺ",
    8: "見本　花子",
    9: "5",
    10: "550517",
    11: "2",
    12: "1",
    13: "123456789018",
    18: "9",
    19: "070701",
    20: "0",
    21: "250000",
    22: "10000",
    23: "260000",
    34: "1",
}
WITHOUT_MY_NUMBER = {
    **{item: text for item, text in ACQUISITION.items() if item != 13},
    14: "1",
    29: "690",
    30: "0002",
    31: "ｼﾏﾈｹﾝ ﾏﾂｴｼ ｶｸｳﾏﾁ 2-3",
    32: "島根県松江市架空町二丁目三番",
}
LOSS = MINE | {
    1: "2201700",
    6: "7",
    7: "ﾐﾎﾝ ﾊﾅｺ",
    8: "見本　花子",
    9: "5",
    10: "550517",
    11: "123456789018",
    14: "9",
    15: "070801",
    16: "4",
    17: "9",
    18: "070731",
    22: "1",
    23: "0",
}
_INSURED: dict[int, str] = {
    1: "2202700",
    2: "58",
    3: "11",
    4: "ｲﾅﾎ",
    5: "1",
    6: "9",
    7: "070708",
    8: "7",
    9: "ﾐﾎﾝ ﾊﾅｺ",
    10: "見本　花子",
    11: "5",
    12: "550517",
    13: "2",
    14: "123456789018",
}
SPOUSE = _INSURED | {
    17: "3200000",
    21: "1",
    24: "ﾐﾎﾝ ﾀﾛｳ",
    25: "見本　太郎",
    26: "5",
    27: "560326",
    28: "1",
    29: "123456708905",
    35: "1",
    37: "690",
    38: "0002",
    39: "島根県松江市架空町二丁目三番",
    40: "1",
    41: "0852",
    42: "00",
    43: "0000",
    44: "9",
    45: "070701",
    46: "2",
    48: "1",
    49: "0",
    137: "1",
}
SPOUSE_CEASES = _INSURED | {
    21: "2",
    24: "ﾐﾎﾝ ﾀﾛｳ",
    26: "5",
    27: "560326",
    28: "1",
    37: "690",
    38: "0002",
    39: "島根県松江市架空町二丁目三番",
    50: "9",
    51: "070702",
    52: "1",
    54: "9",
    55: "070701",
}
SPOUSE_CHANGES = _INSURED | {
    21: "3",
    24: "ﾐﾎﾝ ﾀﾛｳ",
    25: "見本　多郎",
    26: "5",
    27: "560326",
    28: "1",
    37: "690",
    38: "0002",
    39: "島根県松江市架空町二丁目三番",
    56: "氏名訂正　旧：見本　太郎",
}
CHILD = _INSURED | {
    21: "1",
    71: "ﾐﾎﾝ ｺﾊﾙ",
    72: "見本　小春",
    73: "9",
    74: "070620",
    75: "2",
    76: "01",
    78: "123456078901",
    79: "1",
    80: "690",
    81: "0002",
    82: "島根県松江市架空町二丁目三番",
    90: "9",
    91: "070620",
    92: "1",
    94: "0",
    95: "1",
    138: "1",
}
CHILD_CEASES = _INSURED | {
    21: "2",
    71: "ﾐﾎﾝ ｺﾊﾙ",
    73: "9",
    74: "070620",
    75: "2",
    76: "01",
    80: "690",
    81: "0002",
    82: "島根県松江市架空町二丁目三番",
    97: "9",
    98: "070702",
    99: "6",
    100: "養子縁組",
}


def with_items(items: Items, changes: Items) -> dict[int, str]:
    """Return the items with some changed; "" empties one."""
    return {**items, **changes}


def line(items: Items) -> str:
    """Return a data line, its length by its code."""
    texts = [items.get(number, "") for number in range(1, LENGTHS[items[1]] + 1)]
    return ",".join(texts)


def second_child(items: Items) -> dict[int, str]:
    """Return the items of other dependent 1 written once more as other dependent 2."""
    moved = {number + 33: text for number, text in items.items() if 71 <= number <= 102}
    return {**items, **moved, 104: "ﾐﾎﾝ ｺﾅﾂ", 105: "見本　小夏", 111: "", 139: items.get(138, "")}


def file_of(*lines: str, control: str = CONTROL, office: str = OFFICE) -> bytes:
    """Return the bytes of a file with one establishment."""
    heading = (control, "[kanri]", ",001", office, "[data]")
    return b"".join(f"{each}\r\n".encode("cp932") for each in (*heading, *lines))


def read(*lines: str, checks: Checks = CHECKS) -> TodokedeReading:
    """Read a file of data lines."""
    return read_todokede(NAME, file_of(*lines), checks)


def refusals(items: Items, checks: Checks = CHECKS) -> tuple[Refusal, ...]:
    """Return everything that is wrong with a line of items."""
    return read(line(items), checks=checks).refusals


def shifted_right(text: str, item: int) -> str:
    """Return a line with an empty item put in before ``item`` and its last item pushed out."""
    texts = text.split(",")
    return ",".join((*texts[: item - 1], "", *texts[item - 1 : -1]))


def shifted_left(text: str, item: int) -> str:
    """Return a line without ``item`` and with an empty item at its end."""
    texts = text.split(",")
    return ",".join((*texts[: item - 1], *texts[item:], ""))
