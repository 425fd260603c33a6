"""2200700 資格取得届: its 34 items. 根拠: 届書作成仕様書 (domain.md §4.2)."""

from __future__ import annotations

from kenpo.exchange.todokede import kinds
from kenpo.exchange.todokede.conditions import ALWAYS, All, Blank, Filled, Is, Unless
from kenpo.exchange.todokede.items import Item

CODE = "2200700"
LENGTH = 34

_NO_MY_NUMBER = Blank("my_number")
_OTHER_REASON = All((_NO_MY_NUMBER, Is("no_address_reason", ("3",))))
_ONLY_70 = Is("over_70_only", ("1",))

_CATEGORIES = kinds.codes("1 男|2 女|3 |5 |6 |7 ")
_ACQUISITION_KINDS = kinds.codes("1 |3 |4 |6 |7 ")
_NO_ADDRESS = kinds.codes("1 海外在住|2 短期在留|3 その他")

ITEMS = (
    Item(2, "office", "都道府県コード", kinds.PREFECTURE, ALWAYS),
    Item(3, "office", "郡市区符号", kinds.COUNTY, ALWAYS),
    Item(4, "office", "事業所記号", kinds.OFFICE_SYMBOL, ALWAYS),
    Item(5, "office_number", "事業所番号", kinds.OFFICE_NUMBER, ALWAYS),
    Item(6, "number", "被保険者整理番号", kinds.INSURED_NUMBER),
    Item(7, "name_kana", "氏名（カナ）", kinds.NAME_KANA, ALWAYS),
    Item(8, "name", "氏名（漢字）", kinds.spaced_name(25)),
    Item(9, "birth_date", "生年月日（元号）", kinds.ERA, ALWAYS),
    Item(10, "birth_date", "生年月日", kinds.YYMMDD, ALWAYS),
    Item(
        11,
        "category",
        "種別（性別）",
        _CATEGORIES,
        Is("acquisition_kind", ("1", "3", "4")),
        _ONLY_70,
    ),
    Item(12, "acquisition_kind", "取得区分", _ACQUISITION_KINDS, Unless(_ONLY_70), _ONLY_70),
    Item(13, "my_number", "個人番号", kinds.MY_NUMBER),
    Item(
        14,
        "no_address_reason",
        "住民票住所を記載できない理由",
        _NO_ADDRESS,
        empty=Filled("my_number"),
    ),
    Item(
        15,
        "my_number_remark",
        "個人番号情報（備考欄）",
        kinds.REMARK,
        _OTHER_REASON,
        Unless(_OTHER_REASON),
    ),
    Item(
        16,
        "pension_number",
        "基礎年金番号（課所符号）",
        kinds.PENSION_OFFICE,
        empty=Is("acquisition_kind", ("3", "4")),
    ),
    Item(17, "pension_number", "基礎年金番号（一連番号）", kinds.PENSION_SERIAL),
    Item(18, "acquired_on", "資格取得年月日（元号）", kinds.ERA_SINCE_HEISEI, ALWAYS),
    Item(19, "acquired_on", "資格取得年月日", kinds.YYMMDD, ALWAYS),
    Item(20, "has_dependents", "被扶養者の有無", kinds.ZERO_OR_ONE, ALWAYS),
    Item(21, "pay_in_money", "報酬月額（通貨）", kinds.AMOUNT, ALWAYS),
    Item(22, "pay_in_kind", "報酬月額（現物）", kinds.AMOUNT, ALWAYS),
    Item(23, "pay_total", "報酬月額（合計）", kinds.AMOUNT, ALWAYS),
    Item(24, "over_70", "備考欄項目1（70歳以上被用者該当）", kinds.FLAG, _ONLY_70),
    Item(25, "two_employers", "備考欄項目2（二以上事業所勤務）", kinds.FLAG),
    Item(26, "part_time", "備考欄項目3（短時間労働者）", kinds.FLAG),
    Item(27, "reemployed", "備考欄項目4（退職後の継続再雇用）", kinds.FLAG),
    Item(28, "remark", "備考欄", kinds.REMARK),
    Item(
        29,
        "postcode",
        "郵便番号（親番号）",
        kinds.POSTCODE_AREA,
        _NO_MY_NUMBER,
        Filled("my_number"),
    ),
    Item(
        30,
        "postcode",
        "郵便番号（子番号）",
        kinds.POSTCODE_TOWN,
        _NO_MY_NUMBER,
        Filled("my_number"),
    ),
    Item(
        31, "address_kana", "住所（カナ）", kinds.ADDRESS_KANA, _NO_MY_NUMBER, Filled("my_number")
    ),
    Item(32, "address", "住所（漢字）", kinds.ADDRESS, empty=Filled("my_number")),
    Item(33, "over_70_only", "70歳以上被用者該当届のみ提出", kinds.FLAG),
    Item(34, "wish_ticked", "資格確認書発行要否", kinds.FLAG),
)
