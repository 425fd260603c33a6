"""Writing SHFD0006.CSV."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kenpo.exchange.todokede import (
    AcquisitionNotification,
    DependentChangeNotification,
    MediaControl,
    OfficeLine,
    TodokedeFile,
    write_todokede,
)
from kenpo.operations.import_files import UnreadableFileError
from kenpo.register.establishment import OfficeKey
from kenpo.values.branch import Branch
from kenpo.values.errors import InvalidValueError
from kenpo.values.my_number import MyNumber
from support.notices import ACQUISITION, CHILD, LOSS, SPOUSE, file_of, line, read, second_child

KEY = OfficeKey(Branch(32), "11", "ｲﾅﾎ")
CONTROL = MediaControl(office=KEY, serial=1, created_on=date(2025, 8, 1))
OFFICE = OfficeLine(
    office=KEY,
    office_number="123",
    postcode="6900001",
    address="島根県松江市架空町一丁目",
    name="株式会社いなほ見本",
    employer_name="稲穂　見本",
    telephone="0852-00-0000",
)
JOINED = AcquisitionNotification(
    office=KEY,
    office_number="123",
    name_kana="ﾐﾎﾝ ﾊﾅｺ",
    name="見本　花子",
    birth_date=date(1980, 5, 17),
    category="2",
    acquisition_kind="1",
    my_number=MyNumber("123456789018"),
    acquired_on=date(2025, 7, 1),
    pay_in_money=250000,
    pay_in_kind=10000,
    pay_total=260000,
    wish_ticked=True,
)
FILE = TodokedeFile(control=CONTROL, offices=(OFFICE,), records=(JOINED,))


def test_the_bytes_are_those_of_a_file_written_by_hand() -> None:
    by_hand = file_of(line(ACQUISITION), control="58,11,ｲﾅﾎ,001,20250801,22223")
    assert write_todokede(FILE) == by_hand


@pytest.mark.parametrize("items", [ACQUISITION, LOSS, SPOUSE, CHILD, second_child(CHILD)])
def test_what_was_read_is_written_again_byte_for_byte(items: dict[int, str]) -> None:
    control = "58,11,ｲﾅﾎ,001,20250801,22223"
    reading = read(line(items), line(ACQUISITION))
    file = replace(
        reading.file, control=replace(reading.file.control, created_on=CONTROL.created_on)
    )
    assert write_todokede(file) == file_of(line(items), line(ACQUISITION), control=control)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": "髙見　花子"}, "「髙」"),
        ({"name": "見本,花子"}, "35項目"),
        ({"name": "見本\r\n花子"}, "使えません"),
        ({"name_kana": "ﾐﾎﾝﾊﾅｺ"}, "項目7"),
        ({"acquired_on": date(2025, 8, 2)}, "確認日より後"),
        ({"pay_total": 1}, "和ではありません"),
        ({"my_number": MyNumber("123456789012", check=False)}, "検査用数字"),
        ({"office": OfficeKey(Branch(32), "11", "ｺﾒﾔ")}, "事業所の行にない"),
    ],
)
def test_one_bad_record_yields_no_bytes(changes: dict[str, Any], words: str) -> None:
    bad = replace(JOINED, **changes)
    with pytest.raises(InvalidValueError, match=words):
        write_todokede(replace(FILE, records=(JOINED, bad)))


def test_a_third_other_dependent_is_not_lost_in_silence() -> None:
    family = read(line(CHILD)).records[0].record
    assert isinstance(family, DependentChangeNotification)
    crowd = replace(family, others=family.others * 3)
    with pytest.raises(InvalidValueError, match="別の内容"):
        write_todokede(replace(FILE, records=(crowd,)))


def test_no_file_is_written_without_a_record() -> None:
    with pytest.raises(UnreadableFileError, match="1件もありません"):
        write_todokede(replace(FILE, records=()))


def test_the_twin_of_a_wave_dash_does_not_come_back_as_another_name() -> None:
    with pytest.raises(InvalidValueError, match="別の内容"):
        write_todokede(replace(FILE, records=(replace(JOINED, remark="10\u301c12"),)))
