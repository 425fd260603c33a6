"""The employers' list as a spreadsheet, in the layout of the paper form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kenpo.mailing.model import TargetList
from kenpo.mailing.target_slots import Side, sheets, slot
from kenpo.values.wareki import format_wareki

TITLE = "資格確認書一括発行の送付予定対象者一覧表"
_HEADS = ("項目番号", "番号", "被保険者氏名", "対象者氏名")
_WIDTHS = (8.0, 10.0, 22.0, 22.0)
_FIRST_ROW = 5
_A4 = 9
_CREATED = datetime(2025, 1, 1)  # noqa: DTZ001 - the file format holds a date without a zone


@dataclass(frozen=True, slots=True)
class Styles:
    """The formats of a list's cells."""

    title: Format
    head: Format
    cell: Format


@dataclass(frozen=True, slots=True)
class TargetListSheets:
    """Writes lists of ``slots_a_sheet`` entries a sheet (the book's 一覧表の枠)."""

    slots_a_sheet: int

    def write_target_list(self, target_list: TargetList, path: Path) -> None:
        """Write the list; the same list gives the same bytes on every day.

        Numbers are text, so that a spreadsheet keeps their leading zeros.
        """
        with xlsxwriter.Workbook(path, {"strings_to_numbers": False}) as book:
            book.set_properties({"title": TITLE, "created": _CREATED})
            styles = _styles(book)
            for number in range(1, sheets(len(target_list.entries), self.slots_a_sheet) + 1):
                page = book.add_worksheet(f"{number}枚目")
                self._form(page, target_list, styles)
                self._entries(page, number, (target_list, styles))

    def _form(self, page: Worksheet, target_list: TargetList, styles: Styles) -> None:
        _set_up(page)
        page.write_string(0, 0, TITLE, styles.title)
        page.write_string(1, 0, f"{format_wareki(target_list.as_of)}時点")
        page.write_string(1, 4, target_list.establishment_name)
        page.write_string(2, 0, f"記号　{target_list.symbol}")
        for column, head in enumerate(_HEADS * 2):
            page.write_string(_FIRST_ROW - 1, column, head, styles.head)
        for position in range(self.slots_a_sheet):
            row, column = self._place(position)
            for offset, text in enumerate((str(position + 1), "", "", "")):
                page.write_string(row, column + offset, text, styles.cell)

    def _entries(self, page: Worksheet, number: int, filled: tuple[TargetList, Styles]) -> None:
        target_list, styles = filled
        start = (number - 1) * self.slots_a_sheet
        for position, entry in enumerate(target_list.entries[start : start + self.slots_a_sheet]):
            row, column = self._place(position)
            texts = (entry.number, entry.insured_name, entry.target_name)
            for offset, text in enumerate(texts, 1):
                page.write_string(row, column + offset, text, styles.cell)

    def _place(self, position: int) -> tuple[int, int]:
        found = slot(position, self.slots_a_sheet)
        return _FIRST_ROW + found.line - 1, 0 if found.side is Side.LEFT else len(_HEADS)


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
        head=book.add_format(font | {"bold": True, "border": 1, "align": "center"}),
        cell=book.add_format(font | {"border": 1}),
    )
