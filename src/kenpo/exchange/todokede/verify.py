"""Writes a file and reads it back before anybody gets it."""

from __future__ import annotations

from kenpo.exchange.todokede.container import FILE_NAME
from kenpo.exchange.todokede.part import Checks
from kenpo.exchange.todokede.read import read_todokede
from kenpo.exchange.todokede.records import TodokedeFile
from kenpo.exchange.todokede.write import encode_file
from kenpo.values.errors import InvalidValueError


def write_todokede(file: TodokedeFile) -> bytes:
    """Return the bytes of a file; one bad record, and there are none.

    Checked as the pension service would on the file's own day, My Numbers' check digits included.
    Raises ``InvalidValueError`` with the first refused line, ``UnreadableFileError`` when the
    heading is bad, the file has no record or is too large.
    """
    data = encode_file(file)
    reading = read_todokede(FILE_NAME, data, Checks(file.control.created_on))
    if reading.refusals:
        first = reading.refusals[0]
        raise InvalidValueError(f"{first.line}行目 {first.field}: {first.reason}", first.todo)
    if reading.file != file:
        raise InvalidValueError(
            "書いたファイルを読み戻すと別の内容になります。",
            "同じ文字の別の形(〜と～など)や、余分な被扶養者がないか確かめてください。",
        )
    return data
