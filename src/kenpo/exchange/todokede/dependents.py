"""2202700 被扶養者(異動)届: the insured person's items 1–21 and the tail 136–139.

根拠: 届書作成仕様書 (domain.md §4.2).
"""

from __future__ import annotations

from kenpo.exchange.todokede import acquisition, kinds
from kenpo.exchange.todokede.conditions import ALWAYS, Blank, Filled, Is
from kenpo.exchange.todokede.items import Item

CODE = "2202700"
LENGTH = 139

_NO_MY_NUMBER = Blank("my_number")
_CEASES_OR_CHANGES = Is("change", ("2", "3"))

INSURED = (
    *acquisition.ITEMS[:3],
    Item(5, "employer_confirmed", "事業主確認欄", kinds.ZERO_OR_ONE, ALWAYS),
    Item(6, "received_on", "事業主等受付年月日（元号）", kinds.ERA_SINCE_HEISEI),
    Item(7, "received_on", "事業主等受付年月日", kinds.YYMMDD),
    Item(8, "number", "被保険者整理番号", kinds.INSURED_NUMBER, _CEASES_OR_CHANGES),
    Item(9, "name_kana", "被保険者の氏名（カナ）", kinds.NAME_KANA, ALWAYS),
    Item(10, "name", "被保険者の氏名（漢字）", kinds.spaced_name(24)),
    Item(11, "birth_date", "被保険者の生年月日（元号）", kinds.ERA_SINCE_SHOWA, ALWAYS),
    Item(12, "birth_date", "被保険者の生年月日", kinds.YYMMDD, ALWAYS),
    Item(13, "sex", "被保険者の性別", kinds.SEX, ALWAYS),
    Item(14, "my_number", "被保険者の個人番号", kinds.MY_NUMBER),
    Item(
        15,
        "pension_number",
        "被保険者の基礎年金番号（課所符号）",
        kinds.PENSION_OFFICE,
        _NO_MY_NUMBER,
    ),
    Item(
        16,
        "pension_number",
        "被保険者の基礎年金番号（一連番号）",
        kinds.PENSION_SERIAL,
        _NO_MY_NUMBER,
    ),
    Item(17, "income", "被保険者の収入", kinds.AMOUNT, empty=_CEASES_OR_CHANGES),
    Item(
        18,
        "postcode",
        "被保険者の郵便番号（親番号）",
        kinds.POSTCODE_AREA,
        _NO_MY_NUMBER,
        Filled("my_number"),
    ),
    Item(
        19,
        "postcode",
        "被保険者の郵便番号（子番号）",
        kinds.POSTCODE_TOWN,
        _NO_MY_NUMBER,
        Filled("my_number"),
    ),
    Item(
        20, "address", "被保険者の住所（漢字）", kinds.ADDRESS, _NO_MY_NUMBER, Filled("my_number")
    ),
    Item(21, "change", "異動の別", kinds.codes("1 該当|2 非該当|3 変更"), ALWAYS),
)
TAIL = (Item(136, "", "届出意思確認済", kinds.NOTHING),)
