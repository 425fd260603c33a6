"""One row of a snapshot to one report, or to everything that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from kenpo.exchange.faults import WHOLE_LINE, Fault
from kenpo.exchange.forms import form_of
from kenpo.exchange.status.columns import COLUMNS, Column
from kenpo.exchange.status.rules import RULES
from kenpo.exchange.status.table import Table
from kenpo.register.commands import ReportCardStatus
from kenpo.values.address import Address
from kenpo.values.errors import InvalidValueError
from kenpo.values.member_number import MemberNumber

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def read_row(
    table: Table, cells: Sequence[str], on: date
) -> tuple[ReportCardStatus | None, list[Fault]]:
    """Return the report of a row, or None and its faults on the day of checking."""
    if len(cells) != table.width:
        return None, [_wrong_width(cells, table.width)]
    values, faults = _values(table, cells)
    report = None if faults else _report(values)
    if report is None:
        return None, faults or [_half_an_address()]
    faults = [
        Fault(f"列「{rule.label}」", "ほかの列と合わない値", rule.reason, rule.todo)
        for rule in RULES
        if rule.broken(report, on)
    ]
    return (None if faults else report), faults


def _values(table: Table, cells: Sequence[str]) -> tuple[dict[str, Any], list[Fault]]:
    values: dict[str, Any] = dict.fromkeys(COLUMNS)
    faults: list[Fault] = []
    for name, place in table.places.items():
        try:
            values[name] = _value(COLUMNS[name], cells[place])
        except InvalidValueError as error:
            label = f"列「{COLUMNS[name].label}」"
            faults.append(Fault(label, form_of(cells[place]), error.what, error.todo))
    return values, faults


def _value(column: Column, text: str) -> object:
    if _CONTROL.search(text):
        raise InvalidValueError("改行などの制御文字があります。", "制御文字を消してください。")
    if text:
        return column.read(text)
    if column.may_be_empty:
        return None
    raise InvalidValueError("書かなければならない列です。", "値を書いてください。")


def _report(values: dict[str, Any]) -> ReportCardStatus | None:
    postcode, address = values.pop("postcode"), values.pop("address")
    if (postcode is None) != (address is None):
        return None
    number = MemberNumber(
        values.pop("symbol") or "", values.pop("number"), values.pop("sub_number")
    )
    home = None if postcode is None else Address(postcode.replace("-", ""), address)
    return ReportCardStatus(member_number=number, address=home, **values)


def _half_an_address() -> Fault:
    return Fault(
        "列「郵便番号」・列「住所」",
        "片方が空",
        "郵便番号と住所の片方だけが書かれています。",
        "両方を書くか、両方を空にしてください。",
    )


def _wrong_width(cells: Sequence[str], width: int) -> Fault:
    if not any(cells):
        return Fault(WHOLE_LINE, "空", "何も書かれていない行です。", "この行を消してください。")
    return Fault(
        WHOLE_LINE,
        f"{len(cells)}列",
        f"見出しは{width}列ですが、この行は{len(cells)}列です。",
        "値の中に「,」があれば引用符で囲み、行が途中で切れていないか確かめてください。",
    )
