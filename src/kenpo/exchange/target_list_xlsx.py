"""The employers' list as a spreadsheet, in the layout of the paper form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kenpo.mailing.model import TargetList
from kenpo.mailing.target_slots import Side, sheets, slot
from kenpo.values.wareki import format_wareki

TITLE = "資格確認書一括発行の送付予定対象者一覧表"
_HEADS = ("項目番号", "番号", "被保険者氏名", "対象者氏名")
_WIDTHS = (8.0, 10.0, 22.0, 22.0)
_HEAD_ROW = 4
_A4 = 9
_CREATED = datetime(2025, 1, 1)  # noqa: DTZ001 - the file format holds a date without a zone


@dataclass(frozen=True, slots=True)
class Styles:
    """The formats of a list's cells."""

    title: Format
    note: Format
    head: Format
    cell: Format

    def of(self, row: int) -> Format:
        """Return the format of a row's cells."""
        if row == 0:
            return self.title
        return self.note if row < _HEAD_ROW else self.head if row == _HEAD_ROW else self.cell


class TargetListSheets:
    """Writes employers' lists and reads them back; implements ``wave_ports.Spreadsheets``."""

    def write_target_list(self, target_list: TargetList, slots: int, path: Path) -> int:
        """Write the list and return its sheets; the same list gives the same bytes on every day.

        Numbers are text, so that a spreadsheet keeps their leading zeros.
        """
        count = sheets(len(target_list.entries), slots)
        with xlsxwriter.Workbook(path, {"in_memory": True}) as book:
            book.set_properties({"title": TITLE, "created": _CREATED})
            styles = _styles(book)
            for number in range(1, count + 1):
                page = book.add_worksheet(_sheet_name(number))
                _set_up(page)
                for (row, column), text in _texts(target_list, number, slots).items():
                    page.write_string(row, column, text, styles.of(row))
        return count

    def target_list_differences(
        self, target_list: TargetList, slots: int, path: Path
    ) -> Sequence[str]:
        """Read every cell back and return the differences from the list, by sheet and cell."""
        return tuple(_differences(target_list, slots, path))


def _texts(target_list: TargetList, number: int, slots: int) -> dict[tuple[int, int], str]:
    texts = {
        (0, 0): TITLE,
        (1, 0): f"{format_wareki(target_list.as_of)}時点",
        (1, 4): target_list.establishment_name,
        (2, 0): f"記号　{target_list.symbol}",
    }
    texts |= {(_HEAD_ROW, column): head for column, head in enumerate(_HEADS * 2)}
    for position in range(slots):
        row, column = _place(position, slots)
        cells = _slot(target_list, (number - 1) * slots + position)
        texts |= {
            (row, column + offset): text for offset, text in enumerate((str(position + 1), *cells))
        }
    return texts


def _slot(target_list: TargetList, index: int) -> tuple[str, str, str]:
    if index >= len(target_list.entries):
        return "", "", ""
    entry = target_list.entries[index]
    return entry.number, entry.insured_name, entry.target_name


def _place(position: int, slots: int) -> tuple[int, int]:
    found = slot(position, slots)
    return _HEAD_ROW + found.line, 0 if found.side is Side.LEFT else len(_HEADS)


def _differences(target_list: TargetList, slots: int, path: Path) -> Iterator[str]:
    book = CalamineWorkbook.from_path(path)
    names = [_sheet_name(n + 1) for n in range(sheets(len(target_list.entries), slots))]
    if book.sheet_names != names:
        yield f"シートが {len(book.sheet_names)} 枚あります。{len(names)} 枚のはずです。"
        return
    for number, name in enumerate(names, 1):
        expected = {
            place: text for place, text in _texts(target_list, number, slots).items() if text
        }
        yield from (f"{name} {_cell(place)}: 違います。" for place in _unlike(book, name, expected))


def _unlike(
    book: CalamineWorkbook, name: str, expected: dict[tuple[int, int], str]
) -> list[tuple[int, int]]:
    rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    cells = ((r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row))
    found = {(r, c): text for r, c, text in cells if text != ""}
    return sorted(place for place in found | expected if found.get(place) != expected.get(place))


def _cell(place: tuple[int, int]) -> str:
    return f"{'ABCDEFGH'[place[1]] if place[1] < 8 else '?'}{place[0] + 1}"


def _sheet_name(number: int) -> str:
    return f"{number}枚目"


def _set_up(page: Worksheet) -> None:
    page.set_paper(_A4)
    page.set_portrait()
    page.fit_to_pages(1, 1)
    for column, width in enumerate(_WIDTHS * 2):
        page.set_column(column, column, width)


def _styles(book: xlsxwriter.Workbook) -> Styles:
    font = {"font_name": "BIZ UDGothic", "font_size": 10}
    return Styles(
        title=book.add_format(font | {"font_size": 14, "bold": True}),
        note=book.add_format(font),
        head=book.add_format(font | {"bold": True, "border": 1, "align": "center"}),
        cell=book.add_format(font | {"border": 1}),
    )
