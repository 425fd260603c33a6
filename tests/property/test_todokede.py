"""Employers' notices: what is written is read again, and a damaged file is never taken as good."""

from __future__ import annotations

from datetime import date, timedelta

import hypothesis.strategies as st
from hypothesis import given, settings

from kenpo.exchange.todokede import (
    AcquisitionNotification,
    Checks,
    DependentChangeNotification,
    LossNotification,
    MediaControl,
    NotificationRecord,
    OfficeLine,
    OtherEntry,
    SpouseEntry,
    TodokedeFile,
    TodokedeReading,
    read_todokede,
    write_todokede,
)
from kenpo.operations.import_files import UnreadableFileError
from kenpo.operations.ports import Refusal
from kenpo.register.establishment import OfficeKey
from kenpo.values.branch import ALL_BRANCHES
from kenpo.values.my_number import MyNumber, check_digit
from support.notices import NAME, shifted_left, shifted_right

CREATED = date(2026, 11, 1)
CHECKS = Checks(CREATED)
DAY = timedelta(days=1)

births = st.dates(date(1945, 1, 1), date(2007, 1, 1))
recent = st.dates(date(2024, 1, 1), date(2026, 10, 31))
kana_word = st.text("ｱｲｳｴｵｶｷｸｹｺﾅﾉﾔﾝﾞｼｭｰ", min_size=1, max_size=8)
name_kana = st.builds("{} {}".format, kana_word, kana_word)
kanji_word = st.text("見本架空例島根花子々高崎", min_size=1, max_size=4)
name = st.one_of(st.just(""), st.builds("{}　{}".format, kanji_word, kanji_word))
postcode = st.from_regex(r"[1-9][0-9]{6}", fullmatch=True)
address = st.text("島根県松江市架空町－丁目番号東西　", min_size=2, max_size=37).filter(
    lambda text: text.strip() != "" and "　　" not in text
)
remark = st.one_of(st.just(""), st.text("備考ｱｲ12AB /-", min_size=1, max_size=37).filter(str.strip))
money = st.integers(0, 9_999_999)
flags = st.booleans()
my_numbers = st.integers(0, 10**11 - 1).map(
    lambda n: MyNumber(f"{n:011d}{check_digit(f'{n:011d}')}")
)
offices = st.builds(
    OfficeKey,
    branch=st.sampled_from(ALL_BRANCHES),
    county=st.integers(1, 98).map("{:02d}".format),
    office_symbol=st.one_of(
        st.text("ｱｲｳｹﾄﾎﾝ", min_size=1, max_size=4),
        st.from_regex(r"[1-9A-Z][0-9A-Z]{0,3}", fullmatch=True),
    ),
)
numbers = st.one_of(st.just(""), st.integers(1, 999_999).map(str))


@st.composite
def acquisitions(draw: st.DrawFn, office: OfficeKey) -> AcquisitionNotification:
    my_number = draw(st.none() | my_numbers)
    cash, kind = draw(st.integers(1000, 9_999_999)), draw(money)
    home = my_number is None
    return AcquisitionNotification(
        office=office,
        office_number="123",
        number=draw(numbers),
        name_kana=draw(name_kana),
        name=draw(name),
        birth_date=draw(births),
        category=draw(st.sampled_from("12")),
        acquisition_kind=draw(st.sampled_from("1346")),
        my_number=my_number,
        no_address_reason="1" if home else "",
        acquired_on=draw(recent),
        has_dependents=draw(flags),
        pay_in_money=cash,
        pay_in_kind=kind,
        pay_total=min(cash + kind, 9_999_999),
        two_employers=draw(flags),
        part_time=draw(flags),
        reemployed=draw(flags),
        remark=draw(remark),
        postcode=draw(postcode) if home else "",
        address_kana=draw(kana_word) if home else "",
        address=draw(address) if home else "",
        wish_ticked=draw(flags),
    )


@st.composite
def losses(draw: st.DrawFn, office: OfficeKey) -> LossNotification:
    left = draw(recent)
    cause = draw(st.sampled_from(("4", "5", "9", "11")))
    has_day = cause in {"4", "5"}
    my_number = draw(st.none() | my_numbers)
    return LossNotification(
        office=office,
        office_number="123",
        number=draw(numbers),
        name_kana=draw(name_kana),
        name=draw(name),
        birth_date=draw(births),
        my_number=my_number,
        pension_number="" if my_number else "1234567890",
        lost_on=left + DAY,
        cause=cause,
        left_or_died_on=left if has_day else None,
        two_employers=draw(flags),
        reemployed=draw(flags),
        remark=draw(remark),
        certificates_attached=draw(st.none() | st.integers(0, 99)),
        certificates_unreturnable=draw(st.none() | st.integers(0, 99)),
    )


@st.composite
def families(draw: st.DrawFn, office: OfficeKey) -> DependentChangeNotification:
    spouse = draw(st.none() | spouses())
    others = draw(st.lists(children(), min_size=0 if spouse else 1, max_size=2))
    return DependentChangeNotification(
        office=office,
        name_kana=draw(name_kana),
        name=draw(name),
        birth_date=draw(births),
        sex=draw(st.sampled_from("12")),
        change="1",
        employer_confirmed=draw(flags),
        received_on=draw(st.none() | recent),
        number=draw(numbers),
        my_number=draw(my_numbers),
        income=draw(st.none() | money),
        spouse=spouse,
        others=tuple(others),
    )


@st.composite
def spouses(draw: st.DrawFn) -> SpouseEntry:
    return SpouseEntry(
        name_kana=draw(name_kana),
        name=draw(name),
        birth_date=draw(births),
        relation=draw(st.sampled_from("1234")),
        my_number=draw(st.none() | my_numbers),
        living=draw(st.sampled_from("12")),
        postcode=draw(postcode),
        address=draw(address),
        became_on=draw(recent),
        became_reason=draw(st.sampled_from("1234")),
        occupation=draw(st.sampled_from("1234")),
        income=draw(money),
        remark=draw(remark),
        wish_ticked=draw(flags),
    )


@st.composite
def children(draw: st.DrawFn) -> OtherEntry:
    return OtherEntry(
        name_kana=draw(name_kana),
        name=draw(name),
        birth_date=draw(births),
        sex=draw(st.sampled_from("12")),
        relation=draw(st.sampled_from(("01", "02", "03", "09"))),
        my_number=draw(st.none() | my_numbers),
        living="1",
        postcode=draw(postcode),
        address=draw(address),
        became_on=draw(recent),
        became_reason=draw(st.sampled_from("1234")),
        occupation=draw(st.sampled_from("123456")),
        income=draw(money),
        remark=draw(remark),
        wish_ticked=draw(flags),
    )


@st.composite
def files(draw: st.DrawFn) -> TodokedeFile:
    office = draw(offices)
    kinds: st.SearchStrategy[NotificationRecord] = st.one_of(
        acquisitions(office), losses(office), families(office)
    )
    records = draw(st.lists(kinds, min_size=1, max_size=3))
    line = OfficeLine(
        office=office,
        office_number="123",
        postcode=draw(postcode),
        address=draw(address),
        name="見本商会",
        employer_name="見本　良一",
        telephone="03-0000-0000",
    )
    control = MediaControl(office=office, serial=draw(st.integers(1, 999)), created_on=CREATED)
    return TodokedeFile(control=control, offices=(line,), records=tuple(records))


@settings(max_examples=150, deadline=None)
@given(files())
def test_what_is_written_is_read_again(file: TodokedeFile) -> None:
    reading = read_todokede(NAME, write_todokede(file), CHECKS)
    assert reading.refusals == ()
    assert reading.file == file


@settings(max_examples=40, deadline=None)
@given(offices.flatmap(families), st.data())
def test_no_family_line_shifted_by_one_is_taken(
    record: DependentChangeNotification, data: st.DataObject
) -> None:
    file = one_record(record)
    *heading, line = write_todokede(file).decode("cp932").split("\r\n")[:-1]
    # Up to the last item that must be filled; a flag alone behind it could move in silence.
    last = 49 if record.spouse else 95
    item = data.draw(st.integers(1, last))
    for way in (shifted_right, shifted_left):
        damaged = "".join(f"{each}\r\n" for each in (*heading, way(line, item)))
        reading = read_todokede(NAME, damaged.encode("cp932"), CHECKS)
        assert reading.records == ()
        assert reading.refusals != ()


@settings(max_examples=150, deadline=None)
@given(files(), st.data())
def test_any_damage_is_a_refusal_or_a_whole_number_of_rows(
    file: TodokedeFile, data: st.DataObject
) -> None:
    damaged = bytearray(write_todokede(file))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(damaged) - 1))
        new = data.draw(st.binary(max_size=3))
        damaged[place : place + data.draw(st.integers(0, 3))] = new
    reading = attempt(bytes(damaged))
    if isinstance(reading, Refusal):
        assert reading.reason
        assert reading.todo
        return
    refused = {refusal.line for refusal in reading.refusals}
    assert reading.rows == len(reading.records) + len(refused)
    assert refused.isdisjoint(each.line for each in reading.records)


def attempt(data: bytes) -> TodokedeReading | Refusal:
    try:
        return read_todokede(NAME, data, CHECKS)
    except UnreadableFileError as error:
        return error.refusal


def one_record(record: NotificationRecord) -> TodokedeFile:
    line = OfficeLine(
        office=record.office,
        office_number="123",
        postcode="6900001",
        address="島根県松江市",
        name="見本商会",
        employer_name="見本　良一",
        telephone="03-0000-0000",
    )
    control = MediaControl(office=record.office, serial=1, created_on=CREATED)
    return TodokedeFile(control=control, offices=(line,), records=(record,))
