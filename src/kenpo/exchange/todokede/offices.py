"""The lines before [data]: media control and establishments. 根拠: 届書作成仕様書."""

from __future__ import annotations

from kenpo.exchange.todokede import codecs, kinds
from kenpo.exchange.todokede.conditions import ALWAYS
from kenpo.exchange.todokede.items import Item

FORM_CODE = "22223"
_PART = kinds.kind("[0-9]{1,5}", "5桁までの数字")

CONTROL = (
    Item(1, "office", "都道府県コード", kinds.PREFECTURE, ALWAYS),
    Item(2, "office", "郡市区符号", kinds.COUNTY, ALWAYS),
    Item(3, "office", "事業所記号", kinds.OFFICE_SYMBOL, ALWAYS),
    Item(
        4,
        "serial",
        "媒体通番",
        kinds.kind("(?!000)[0-9]{3}", "001から999までの3桁の数字", codecs.SERIAL),
        ALWAYS,
    ),
    Item(
        5,
        "created_on",
        "作成年月日",
        kinds.kind("[0-9]{8}", "西暦の年月日8桁（YYYYMMDD）", codecs.DAY),
        ALWAYS,
    ),
    Item(6, "", "代表届書コード", kinds.kind(FORM_CODE, FORM_CODE), ALWAYS),
)
OFFICE = (
    *CONTROL[:3],
    Item(4, "office_number", "事業所番号", kinds.OFFICE_NUMBER, ALWAYS),
    Item(5, "postcode", "事業所の郵便番号（親番号）", kinds.POSTCODE_AREA, ALWAYS),
    Item(6, "postcode", "事業所の郵便番号（子番号）", kinds.POSTCODE_TOWN, ALWAYS),
    Item(7, "address", "事業所の所在地", kinds.ADDRESS, ALWAYS),
    Item(8, "name", "事業所の名称", kinds.text(50), ALWAYS),
    Item(9, "employer_name", "事業主の氏名", kinds.spaced_name(25), ALWAYS),
    Item(
        10,
        "telephone",
        "事業所の電話番号（市外局番）",
        kinds.kind("[0-9]{1,5}", "5桁までの数字", codecs.TELEPHONE),
        ALWAYS,
    ),
    Item(11, "telephone", "事業所の電話番号（局番）", _PART, ALWAYS),
    Item(12, "telephone", "事業所の電話番号（番号）", _PART, ALWAYS),
)
