"""What must hold of a data line before its items are looked at: code, count, no quoting."""

from __future__ import annotations

from collections.abc import Sequence

from kenpo.exchange.faults import WHOLE_LINE, Fault
from kenpo.exchange.forms import form_of
from kenpo.exchange.todokede import layout

_CODE_FIELD = "項目1「様式コード」"
_CODES = "、".join(layout.LENGTHS)


def shape_faults(line: Sequence[str]) -> list[Fault]:
    """Return what is wrong with the line as a whole: the first fault found, or none."""
    if not any(line):
        return [Fault(WHOLE_LINE, "空", "何も書かれていない行です。", "この行を消してください。")]
    if '"' in ",".join(line):
        quoted = [_quoted(number, text) for number, text in enumerate(line, 1) if text[:1] == '"']
        if quoted:
            return quoted[:1]
    if line[0] not in layout.LENGTHS:
        return [_wrong_code(line[0])]
    return _count_faults(line)


def _quoted(number: int, text: str) -> Fault:
    return Fault(
        f"項目{number}",
        form_of(text),
        '引用符「"」で囲まれています。届書のCSVに引用符はありません。',
        "引用符を付けずに書き出してください。",
    )


def _wrong_code(code: str) -> Fault:
    if code in layout.OTHER_NOTICES:
        reason = f"{layout.OTHER_NOTICES[code]}は資格にかかわらないので、ここでは取り込みません。"
        return Fault(_CODE_FIELD, form_of(code), reason, "この行を消してください。")
    return Fault(
        _CODE_FIELD,
        form_of(code),
        "様式コードではありません。",
        f"{_CODES}のどれかを書いてください。項目が一つずれていないかも確かめてください。",
    )


def _count_faults(line: Sequence[str]) -> list[Fault]:
    wanted, found = layout.LENGTHS[line[0]], len(line)
    if found == wanted:
        return []
    todo = (
        "値の中に「,」がないか確かめてください。値に「,」は書けません。"
        if found > wanted
        else "行の途中で切れていないか確かめてください。空の項目も「,」は省けません。"
    )
    reason = f"{line[0]}の行は{wanted}項目ですが、{found}項目あります。"
    return [Fault(WHOLE_LINE, f"{found}項目", reason, todo)]
