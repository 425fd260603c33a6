"""Reading SHFD0006.CSV: good lines as records, bad ones with everything wrong with them."""

from __future__ import annotations

from datetime import date

import pytest

from kenpo.exchange.todokede import (
    AcquisitionNotification,
    Checks,
    DependentChangeNotification,
    LossNotification,
    read_todokede,
)
from support.notices import (
    ACQUISITION,
    CHECKS,
    CHILD,
    CHILD_CEASES,
    LOSS,
    NAME,
    ON,
    SPOUSE,
    SPOUSE_CEASES,
    SPOUSE_CHANGES,
    WITHOUT_MY_NUMBER,
    Items,
    file_of,
    line,
    read,
    refusals,
    second_child,
    shifted_right,
    with_items,
)

# The shape of the example printed in the specification (figure 4.10.1-2), with an invented address;
# its two sample My Numbers are the specification's own and fail the check digit.
SPECIFIED = {
    1: "2202700", 2: "21", 3: "01", 4: "ｹｲﾄ", 5: "1", 6: "9", 7: "010708", 8: "10",
    9: "ﾈﾝｷﾝ ﾏｻｱｷ", 11: "5", 12: "551010", 13: "1", 14: "123456708900", 17: "3200000", 21: "1",
    24: "ﾈﾝｷﾝ ｸﾐ", 26: "5", 27: "560326", 28: "2", 29: "123456078900", 35: "1", 37: "120",
    38: "8580", 39: "東京都杉並区架空町一の二", 40: "1", 41: "03", 42: "0000", 43: "0000",
    44: "9", 45: "010707", 46: "2", 48: "1", 49: "0",
}  # fmt: skip
TOKYO = (
    "21,01,ｹｲﾄ,123,100,0000,東京都千代田区架空町一丁目,見本サービス株式会社,見本　良一,03,0000,0000"
)


@pytest.mark.parametrize(
    "items",
    [
        ACQUISITION, WITHOUT_MY_NUMBER, LOSS, SPOUSE, SPOUSE_CEASES, SPOUSE_CHANGES, CHILD,
        CHILD_CEASES, second_child(CHILD),
    ],
)  # fmt: skip
def test_a_good_line_has_no_errors(items: Items) -> None:
    reading = read(line(items))
    assert reading.refusals == ()
    assert [each.line for each in reading.records] == [6]


def test_the_specifications_example_has_no_errors_but_its_two_check_digits() -> None:
    data = file_of(line(SPECIFIED), control="21,01,ｹｲﾄ,001,20190710,22223", office=TOKYO)
    assert read_todokede(NAME, data, Checks(ON, my_numbers=False)).refusals == ()
    strict = read_todokede(NAME, data, CHECKS).refusals
    assert [one.field for one in strict] == [
        "項目14「被保険者の個人番号」",
        "項目29「配偶者の個人番号」",
    ]
    assert {one.form for one in strict} == {"数字12桁"}


def test_an_acquisition_gives_every_item_of_its_line() -> None:
    record = read(line(ACQUISITION)).records[0].record
    assert isinstance(record, AcquisitionNotification)
    assert str(record.office) == "32-11-ｲﾅﾎ"
    assert (record.name_kana, record.name) == ("ﾐﾎﾝ ﾊﾅｺ", "見本　花子")
    assert (record.birth_date, record.acquired_on) == (date(1980, 5, 17), date(2025, 7, 1))
    assert (record.pay_in_money, record.pay_in_kind, record.pay_total) == (250000, 10000, 260000)
    assert record.wish_ticked
    assert not record.over_70_only
    assert record.my_number is not None


def test_a_loss_gives_the_two_counts_of_certificates() -> None:
    record = read(line(with_items(LOSS, {22: "2", 23: "1"}))).records[0].record
    assert isinstance(record, LossNotification)
    assert (record.certificates_attached, record.certificates_unreturnable) == (2, 1)
    assert (record.left_or_died_on, record.lost_on) == (date(2025, 7, 31), date(2025, 8, 1))


def test_a_family_line_gives_the_spouse_and_both_others_with_their_wishes() -> None:
    both = second_child(with_items(SPOUSE, CHILD))
    record = read(line(both)).records[0].record
    assert isinstance(record, DependentChangeNotification)
    assert record.spouse is not None
    assert (record.spouse.relation, record.spouse.wish_ticked) == ("1", True)
    assert record.spouse.telephone == "0852-00-0000"
    assert [each.name for each in record.others] == ["見本　小春", "見本　小夏"]
    assert [each.wish_ticked for each in record.others] == [True, True]


def test_one_bad_row_does_not_hold_up_the_others() -> None:
    bad = line(with_items(ACQUISITION, {10: "551301"}))
    reading = read(line(ACQUISITION), bad, line(LOSS))
    assert reading.rows == 3
    assert [each.line for each in reading.records] == [6, 8]
    assert {one.line for one in reading.refusals} == {7}


def test_a_refusal_names_line_item_form_reason_and_what_to_do() -> None:
    (refusal,) = refusals(with_items(ACQUISITION, {5: "12345678"}))
    assert refusal.file == "SHFD0006.CSV"
    assert refusal.line == 6
    assert refusal.field == "項目5「事業所番号」"
    assert refusal.form == "数字8桁"
    assert refusal.reason
    assert "5桁までの数字" in refusal.todo


def test_no_refusal_ever_shows_digits_of_a_my_number() -> None:
    for changes in (
        {13: "123456789019"},
        {13: "12345678901"},
        {7: "123456789018"},
        {8: "\uff1123456789018"},
    ):
        for one in refusals(with_items(ACQUISITION, changes)):
            told = f"{one.field}{one.form}{one.reason}{one.todo}"
            assert "123456" not in told


def test_a_notice_of_an_office_outside_the_heading_is_refused() -> None:
    (refusal,) = refusals(with_items(ACQUISITION, {4: "ｺﾒﾔ"}))
    assert refusal.field == "項目2から4「事業所整理記号」"
    (other,) = refusals(with_items(ACQUISITION, {5: "124"}))
    assert other.field == "項目5「事業所番号」"


def test_many_faults_of_one_line_are_shortened_and_counted() -> None:
    reading = read(shifted_right(line(ACQUISITION), 2))
    assert len(reading.refusals) == 6
    assert "ずれていないか" in reading.refusals[-1].todo
