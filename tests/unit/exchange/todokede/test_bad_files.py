"""Files that are refused whole, each with line, field and what to do."""

from __future__ import annotations

from datetime import date
from unicodedata import normalize

import pytest

from kenpo.exchange.todokede import Checks, read_todokede
from kenpo.operations.import_files import UnreadableFileError
from kenpo.operations.ports import Refusal
from support.notices import ACQUISITION, CHECKS, CONTROL, NAME, OFFICE, file_of, line

GOOD = file_of(line(ACQUISITION))
TEXT = GOOD.decode("cp932")


def refused(data: bytes, name: str = NAME, checks: Checks = CHECKS) -> Refusal:
    with pytest.raises(UnreadableFileError) as error:
        read_todokede(name, data, checks)
    assert error.value.refusal.todo
    assert error.value.refusal.file == name
    return error.value.refusal


@pytest.mark.parametrize(
    ("data", "line_number", "field", "words"),
    [
        (b"", 0, "ファイル全体", "空です"),
        (b"\r\n\r\n", 0, "ファイル全体", "空です"),
        (TEXT.encode(), 1, "文字コード", "UTF-8"),
        (TEXT.encode("utf-8-sig"), 1, "文字コード", "UTF-8"),
        (TEXT.encode("utf-16"), 1, "文字コード", "UTF-16"),
        (TEXT.encode("utf-16-le"), 1, "文字コード", "UTF-16"),
        (TEXT.encode("euc_jp"), 1, "文字コード", "EUC-JP"),
        (normalize("NFKC", TEXT).encode("iso2022_jp"), 1, "文字コード", "JIS"),
        (GOOD.replace(b"\r\n", b"\n"), 1, "改行", "LF"),
        (GOOD.replace(b"\r\n", b"\r"), 1, "改行", "CR"),
        (GOOD[:-2], 6, "最後の行", "途中で切れた"),
        (GOOD[:-40], 6, "最後の行", "途中で切れた"),
        (GOOD + b"2200700,58", 7, "最後の行", "途中で切れた"),
        (b"x" * 4_499_998 + b"\r\n", 0, "ファイル全体", "4.5MB"),
        (file_of(), 5, "[data]", "届書が1件もありません"),
        (GOOD.replace(b"[data]\r\n", b""), 5, "[data]", "[data]のはず"),
        (GOOD.replace(b"[kanri]\r\n", b""), 2, "[kanri]", "[kanri]のはず"),
        (GOOD.replace(b",22223", b""), 1, "行全体", "6項目"),
        (GOOD.replace(b"\r\n,001\r\n", b"\r\n,000\r\n"), 3, "事業所数", "事業所数"),
        (GOOD.replace(b"\r\n,001\r\n", b"\r\n001\r\n"), 3, "事業所数", "事業所数"),
        (GOOD.replace(b"\r\n,001\r\n", b"\r\n,002\r\n"), 5, "行全体", "事業所の行がありません"),
        (GOOD.replace(f"{OFFICE}\r\n".encode("cp932"), b""), 4, "行全体", "事業所の行がありません"),
    ],
)
def test_a_file_that_cannot_be_read_says_where_why_and_what_to_do(
    data: bytes, line_number: int, field: str, words: str
) -> None:
    refusal = refused(data)
    assert (refusal.line, refusal.field) == (line_number, field)
    assert words in refusal.reason


@pytest.mark.parametrize("count", [b",1", b",01", b",001"])
def test_the_office_count_may_be_written_in_three_ways(count: bytes) -> None:
    data = GOOD.replace(b"\r\n,001\r\n", b"\r\n" + count + b"\r\n")
    assert read_todokede(NAME, data, CHECKS).rows == 1


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("KPFD0006.CSV", "まだ対応していません"),
        ("SHFD0006.TXT", "届書ファイルの名前ではありません"),
        ("SHFD0006 (1).CSV", "届書ファイルの名前ではありません"),
        ("shfd0006.csv", "届書ファイルの名前ではありません"),
        ("members.csv", "届書ファイルの名前ではありません"),
    ],
)
def test_the_name_must_not_change(name: str, words: str) -> None:
    refusal = refused(GOOD, name)
    assert refusal.field == "ファイル名"
    assert words in refusal.reason
    assert "SHFD0006.CSV" in refusal.todo


@pytest.mark.parametrize(
    ("control", "field"),
    [
        ("40,11,ｲﾅﾎ,001,20250710,22223", "項目1「都道府県コード」"),
        ("58,00,ｲﾅﾎ,001,20250710,22223", "項目2「郡市区符号」"),
        ("58,11,稲穂,001,20250710,22223", "項目3「事業所記号」"),
        ("58,11,ｲﾅﾎ,000,20250710,22223", "項目4「媒体通番」"),
        ("58,11,ｲﾅﾎ,1,20250710,22223", "項目4「媒体通番」"),
        ("58,11,ｲﾅﾎ,001,20250231,22223", "項目5「作成年月日」"),
        ("58,11,ｲﾅﾎ,001,0070710,22223", "項目5「作成年月日」"),
        ("58,11,ｲﾅﾎ,001,20250802,22223", "項目5「作成年月日」"),
        ("58,11,ｲﾅﾎ,001,20250710,22224", "項目6「代表届書コード」"),
        ("58,11,㈱,001,20250710,22223", "媒体管理の行 項目3"),
        ('"58","11","ｲﾅﾎ","001","20250710","22223"', "項目1「都道府県コード」"),
    ],
)
def test_the_media_control_line_is_checked(control: str, field: str) -> None:
    refusal = refused(file_of(line(ACQUISITION), control=control))
    assert (refusal.line, refusal.field) == (1, field)


@pytest.mark.parametrize(
    ("item", "text", "field"),
    [
        (4, "", "項目4「事業所番号」"),
        (5, "000", "項目5「事業所の郵便番号（親番号）」"),
        (6, "1", "項目6「事業所の郵便番号（子番号）」"),
        (7, "字" * 38, "項目7「事業所の所在地」"),
        (8, "字" * 26, "項目8「事業所の名称」"),
        (8, "㈱いなほ", "事業所の行 項目8"),
        (9, "稲穂見本", "項目9「事業主の氏名」"),
        (10, "", "項目10「事業所の電話番号（市外局番）」"),
        (11, "〇", "項目11「事業所の電話番号（局番）」"),
        (12, "-", "項目12「事業所の電話番号（番号）」"),
    ],
)
def test_the_office_line_is_checked(item: int, text: str, field: str) -> None:
    texts = OFFICE.split(",")
    texts[item - 1] = text
    refusal = refused(file_of(line(ACQUISITION), office=",".join(texts)))
    assert (refusal.line, refusal.field) == (4, field)


def test_a_file_just_under_the_limit_is_read() -> None:
    one = line(ACQUISITION)
    lines = [one] * ((4_499_999 - len(file_of())) // (len(one.encode("cp932")) + 2))
    data = file_of(*lines[:50])
    assert len(file_of(*lines)) < 4_500_000
    assert read_todokede(NAME, data, CHECKS).rows == 50


def test_a_file_made_after_the_day_of_checking_is_refused() -> None:
    assert "作成年月日" in refused(GOOD, checks=Checks(date(2025, 7, 9))).reason
    assert CONTROL.split(",")[4] == "20250710"
