"""The file around the rows: encoding, heading, cells. Any fault here refuses the file."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kenpo.exchange.faults import Fault
from kenpo.exchange.forms import form_of
from kenpo.exchange.status.columns import COLUMNS
from kenpo.operations.import_files import UnreadableFileError

_WHOLE = "ファイル全体"
_HEADING = "見出し"
_SAVE_AS = "文字コードをUTF-8にして保存し直してください。"


@dataclass(frozen=True, slots=True)
class Table:
    """The data rows as (1-based line, cells), and each value's place in them."""

    places: Mapping[str, int]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    width: int


def table_of(name: str, data: bytes) -> Table:
    """Return the rows of a file, or raise ``UnreadableFileError``."""
    text = _decode(name, data)
    rows = _rows(name, text)
    places = _places(name, rows[0][1])
    if len(rows) == 1:
        fault = Fault(
            _WHOLE, "0行", "見出しの後に行がありません。", "一覧を書き出し直してください。"
        )
        raise _unreadable(name, 1, fault)
    return Table(places, tuple(rows[1:]), len(rows[0][1]))


def _unreadable(name: str, line: int, fault: Fault) -> UnreadableFileError:
    return UnreadableFileError(fault.in_file(name, line))


def _decode(name: str, data: bytes) -> str:
    if not data.strip():
        size = f"{len(data)}バイト"
        fault = Fault(_WHOLE, size, "ファイルが空です。", "書き出し直してください。")
        raise _unreadable(name, 0, fault)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in data:
        raise _unknown_encoding(name)
    if not data.endswith((b"\n", b"\r")):
        reason = "最後の行が改行で終わっていません。途中で切れたおそれがあります。"
        todo = "もとのファイルを受け取り直してください。"
        fault = Fault("最後の行", "改行なし", reason, todo)
        raise _unreadable(name, len(data.splitlines()), fault)
    for encoding in ("utf-8-sig", "cp932"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _unknown_encoding(name)


def _unknown_encoding(name: str) -> UnreadableFileError:
    reason = "UTF-8でもCP932(Shift_JIS)でもない文字コードです。"
    return _unreadable(name, 1, Fault("文字コード", "読めない文字", reason, _SAVE_AS))


def _rows(name: str, text: str) -> Sequence[tuple[int, tuple[str, ...]]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        return tuple((reader.line_num, tuple(cells)) for cells in reader)
    except csv.Error:
        reason = "引用符の使い方が違うので、この行から先を読めません。"
        todo = "引用符を付け直すか、引用符なしで書き出してください。"
        fault = Fault(_WHOLE, "引用符", reason, todo)
        raise _unreadable(name, reader.line_num, fault) from None


def _places(name: str, heading: Sequence[str]) -> dict[str, int]:
    fault = next(_heading_faults(heading), None)
    if fault is not None:
        raise _unreadable(name, 1, fault)
    return {
        value: heading.index(column.label)
        for value, column in COLUMNS.items()
        if column.label in heading
    }


def _heading_faults(heading: Sequence[str]) -> Iterator[Fault]:
    labels = [column.label for column in COLUMNS.values()]
    todo = f"見出しを「{','.join(labels)}」にしてください。"
    for column in COLUMNS.values():
        if column.label not in heading and not column.may_be_missing:
            yield Fault(_HEADING, "欠けた列", f"列「{column.label}」がありません。", todo)
        if heading.count(column.label) > 1:
            yield Fault(_HEADING, "重なった列", f"列「{column.label}」が二つあります。", todo)
    for label in heading:
        if label not in labels:
            yield Fault(_HEADING, form_of(label), "知らない列があります。", todo)
