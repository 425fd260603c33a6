"""The file around its lines: name, size, encoding, line ends. Any fault refuses the file."""

from __future__ import annotations

import codecs

from kenpo.exchange.faults import Fault
from kenpo.exchange.forms import form_of
from kenpo.operations.import_files import UnreadableFileError

FILE_NAME = "SHFD0006.CSV"
SOCIETY_FILE_NAME = "KPFD0006.CSV"
TOO_LARGE = 4_500_000
_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "UTF-8",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_OTHER_ENCODINGS = {"utf-8": "UTF-8", "euc_jp": "EUC-JP"}
_WHOLE = "ファイル全体"
_SAVE_AS = "文字コードをShift_JIS、改行をCRLFにして保存し直してください。"


def lines_of(name: str, data: bytes) -> list[bytes]:
    """Return the file's lines without their CRLF; a lone CR or LF stays inside its line."""
    _check_name(name)
    _check_size(name, data)
    _check_encoding(name, data)
    _check_line_ends(name, data)
    return data[:-2].split(b"\r\n")


def unreadable(name: str, line: int, fault: Fault) -> UnreadableFileError:
    """Make the error of a whole file."""
    return UnreadableFileError(fault.in_file(name, line))


def _check_name(name: str) -> None:
    if name == SOCIETY_FILE_NAME:
        reason = "健康保険組合あての届書ファイルには、まだ対応していません。"
        todo = f"年金事務所あての{FILE_NAME}を取り込んでください。"
        raise unreadable(name, 0, Fault("ファイル名", form_of(name), reason, todo))
    if name != FILE_NAME:
        todo = f"名前を{FILE_NAME}にしてください。"
        reason = "届書ファイルの名前ではありません。"
        raise unreadable(name, 0, Fault("ファイル名", form_of(name), reason, todo))


def _check_size(name: str, data: bytes) -> None:
    size = f"{len(data)}バイト"
    if not data.strip():
        todo = "届書を書き出し直してください。"
        raise unreadable(name, 0, Fault(_WHOLE, size, "ファイルが空です。", todo))
    if len(data) >= TOO_LARGE:
        reason = "4.5MB以上のファイルは届け出られません。"
        todo = "届書を二つ以上のファイルに分けてください。"
        raise unreadable(name, 0, Fault(_WHOLE, size, reason, todo))


def _check_encoding(name: str, data: bytes) -> None:
    found = _other_encoding(data)
    if found is not None:
        reason = f"文字コードが{found}です。届書はShift_JISです。"
        raise unreadable(name, 1, Fault("文字コード", found, reason, _SAVE_AS))


def _other_encoding(data: bytes) -> str | None:
    for mark, label in _BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return label
    if data.count(0) * 4 > len(data):
        return "UTF-16"
    if b"\x1b$" in data:
        return "JIS(ISO-2022-JP)"
    if _decodes(data, "shift_jis"):
        return None
    return next((label for code, label in _OTHER_ENCODINGS.items() if _decodes(data, code)), None)


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _check_line_ends(name: str, data: bytes) -> None:
    if b"\r\n" not in data and (b"\n" in data or b"\r" in data):
        found = "LF" if b"\n" in data else "CR"
        reason = f"改行が{found}です。届書の改行はCRLFです。"
        raise unreadable(name, 1, Fault("改行", found, reason, _SAVE_AS))
    if not data.endswith(b"\r\n"):
        reason = "最後の行が改行(CRLF)で終わっていません。途中で切れたおそれがあります。"
        todo = "もとのファイルを受け取り直してください。"
        line = data.count(b"\r\n") + 1
        raise unreadable(name, line, Fault("最後の行", "改行なし", reason, todo))
