"""The monthly snapshot of 利用登録状況: reading and writing."""

from __future__ import annotations

from datetime import date

import pytest

from kenpo.exchange.status import read_status, write_status
from kenpo.operations.import_files import StatusFile, UnreadableFileError
from kenpo.operations.ports import Refusal
from kenpo.register.commands import ReportCardStatus
from kenpo.values.address import Address
from kenpo.values.insurer_number import InsurerNumber
from kenpo.values.member_number import MemberNumber
from kenpo.values.person import MyNumberCardState

NAME = "status-2025-04-30.csv"
ON = date(2025, 5, 12)
HEADING = (
    "基準日,保険者番号,記号,番号,枝番,生年月日,カード,個人番号届出,利用登録日,"
    "電子証明書有効期限,郵便番号,住所"
)
ROW = (
    "2025-04-30,01320019,11022130,7,00,1980-05-17,保有,あり,2021-10-20,2026-05-17,"
    "690-0001,島根県松江市架空町一丁目"
)
CELLS = dict(zip(HEADING.split(","), ROW.split(","), strict=True))
REPORT = ReportCardStatus(
    as_of=date(2025, 4, 30),
    insurer_number=InsurerNumber("01320019"),
    member_number=MemberNumber("11022130", "7", "00"),
    birth_date=date(1980, 5, 17),
    card=MyNumberCardState.HELD,
    my_number_filed=True,
    use_registered_on=date(2021, 10, 20),
    electronic_certificate_valid_until=date(2026, 5, 17),
    address=Address("6900001", "島根県松江市架空町一丁目"),
)


def row(**changes: str) -> str:
    return ",".join((CELLS | changes).values())


def text_of(*rows: str, heading: str = HEADING) -> str:
    return "".join(f"{each}\r\n" for each in (heading, *rows))


def read(*rows: str, heading: str = HEADING) -> StatusFile:
    return read_status(NAME, text_of(*rows, heading=heading).encode(), ON)


def refused(data: bytes) -> Refusal:
    with pytest.raises(UnreadableFileError) as error:
        read_status(NAME, data, ON)
    assert error.value.refusal.todo
    return error.value.refusal


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
@pytest.mark.parametrize("line_end", ["\r\n", "\n"])
def test_a_good_row_is_read_in_each_encoding(encoding: str, line_end: str) -> None:
    data = text_of(ROW).replace("\r\n", line_end).encode(encoding)
    file = read_status(NAME, data, ON)
    assert file.refusals == ()
    assert [(each.line, each.command) for each in file.statuses] == [(2, REPORT)]


def test_what_is_written_is_read_again() -> None:
    assert read_status(NAME, write_status([REPORT]), ON).statuses[0].command == REPORT
    assert write_status([REPORT]).decode() == text_of(ROW.replace("690-0001", "6900001"))


def test_a_comma_in_a_quoted_address_is_part_of_it() -> None:
    file = read(row(住所='"松江市架空町1,2"'))
    (status,) = file.statuses
    assert status.command.address == Address("6900001", "松江市架空町1,2")


def test_the_two_address_columns_may_be_missing_and_the_order_is_free() -> None:
    labels = HEADING.split(",")[:10][::-1]
    cells = ",".join(CELLS[label] for label in labels)
    (status,) = read(cells, heading=",".join(labels)).statuses
    assert status.command.address is None
    assert status.command.insurer_number == REPORT.insurer_number


def test_a_sub_number_left_out_is_absent_and_not_00() -> None:
    (status,) = read(row(枝番="")).statuses
    assert status.command.member_number.sub_number is None


@pytest.mark.parametrize(
    ("card", "state"),
    [
        ("なし", MyNumberCardState.NONE),
        ("保有", MyNumberCardState.HELD),
        ("紛失", MyNumberCardState.LOST),
        ("返納", MyNumberCardState.RETURNED),
        ("更新中", MyNumberCardState.RENEWING),
    ],
)
def test_each_state_of_the_card_has_a_word(card: str, state: MyNumberCardState) -> None:
    (status,) = read(row(カード=card, 利用登録日="", 電子証明書有効期限="")).statuses
    assert status.command.card is state


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"基準日": ""}, "列「基準日」", "書かなければならない"),
        ({"基準日": "2025/04/30"}, "列「基準日」", "日付の書き方"),
        ({"基準日": "2025-04-31"}, "列「基準日」", "暦にない"),
        ({"基準日": "2025-05-13"}, "列「基準日」", "確認日より後"),
        ({"保険者番号": "12345678"}, "列「保険者番号」", "検証番号"),
        ({"保険者番号": "0132001"}, "列「保険者番号」", "8桁"),
        ({"番号": ""}, "列「番号」", "書かなければならない"),
        ({"枝番": "1"}, "列「枝番」", "2桁の数字"),
        ({"生年月日": "昭和55年5月17日"}, "列「生年月日」", "日付の書き方"),
        ({"生年月日": "2025-05-01"}, "列「生年月日」", "基準日より後"),
        ({"カード": "あり"}, "列「カード」", "カードの状態"),
        ({"カード": "なし"}, "列「利用登録日」", "カードがない"),
        ({"カード": "なし"}, "列「電子証明書有効期限」", "カードがない"),
        ({"個人番号届出": "1"}, "列「個人番号届出」", "個人番号届出"),
        ({"利用登録日": "2025-05-01"}, "列「利用登録日」", "基準日より後"),
        ({"利用登録日": "1980-05-16"}, "列「利用登録日」", "生年月日より前"),
        ({"電子証明書有効期限": "20260517"}, "列「電子証明書有効期限」", "日付の書き方"),
        ({"郵便番号": "69-00001"}, "列「郵便番号」", "7桁の数字"),
        ({"郵便番号": ""}, "列「郵便番号」・列「住所」", "片方だけ"),
        ({"住所": ""}, "列「郵便番号」・列「住所」", "片方だけ"),
        ({"住所": '"松江市\n架空町"'}, "列「住所」", "制御文字"),
        ({"住所": "松江市,架空町"}, "行全体", "13列"),
    ],
)
def test_a_wrong_cell_is_refused_with_its_column(
    changes: dict[str, str], field: str, words: str
) -> None:
    file = read(ROW.replace(",7,00,", ",8,00,"), row(**changes))
    assert [status.line for status in file.statuses] == [2]
    found = {refusal.field: refusal for refusal in file.refusals}
    assert words in found[field].reason
    assert found[field].todo
    assert file.rows == 2


def test_a_column_shifted_by_one_is_never_taken() -> None:
    cells = ROW.split(",")
    for place in range(len(cells)):
        right = [*cells[:place], "", *cells[place:-1]]
        left = [*cells[:place], *cells[place + 1 :], ""]
        for shifted in (right, left):
            assert read(",".join(shifted)).statuses == (), (place, shifted)


def test_all_rows_have_one_snapshot_day() -> None:
    other = row(基準日="2025-03-31", 番号="8")
    file = read(ROW, other, ROW.replace(",7,00,", ",9,00,"))
    assert [status.line for status in file.statuses] == [2, 4]
    assert [(refusal.line, refusal.field) for refusal in file.refusals] == [(3, "列「基準日」")]


def test_an_empty_line_is_a_refused_row() -> None:
    file = read(ROW, "", ROW.replace(",7,00,", ",9,00,"))
    assert file.rows == 3
    assert [refusal.line for refusal in file.refusals] == [3]


@pytest.mark.parametrize(
    ("data", "field", "words"),
    [
        (b"", "ファイル全体", "空です"),
        (b" \r\n", "ファイル全体", "空です"),
        (text_of(ROW).encode("utf-16"), "文字コード", "UTF-8でもCP932"),
        (text_of(ROW).encode("euc_jp") + b"\xff\n", "文字コード", "UTF-8でもCP932"),
        (text_of(ROW).encode().replace(b"7", b"\0", 1), "文字コード", "UTF-8でもCP932"),
        (text_of().encode(), "ファイル全体", "行がありません"),
        (text_of(ROW).encode()[:-10], "最後の行", "途中で切れた"),
        (
            text_of(ROW, heading=HEADING.replace("カード,", "")).encode(),
            "見出し",
            "「カード」がありません",
        ),
        (text_of(ROW, heading=HEADING + ",備考").encode(), "見出し", "知らない列"),
        (text_of(ROW, heading=HEADING + ",住所").encode(), "見出し", "二つあります"),
        (text_of(ROW, heading=ROW).encode(), "見出し", "「基準日」がありません"),
        (text_of(ROW + '"', '"x').encode(), "ファイル全体", "引用符"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(data: bytes, field: str, words: str) -> None:
    refusal = refused(data)
    assert refusal.field == field
    assert words in refusal.reason
