"""2202700 被扶養者(異動)届: the spouse's items 22–69 and 137. 根拠: 届書作成仕様書."""

from __future__ import annotations

from kenpo.exchange.todokede import codecs, kinds
from kenpo.exchange.todokede.conditions import ALWAYS, Filled, Is, Unless
from kenpo.exchange.todokede.items import Item

BECOMES = Is("change", ("1",))
CEASES = Is("change", ("2",))
CHANGES = Is("change", ("3",))
CEASES_OR_CHANGES = Is("change", ("2", "3"))
BECOMES_OR_CHANGES = Is("change", ("1", "3"))

LIVING = kinds.codes("1 同居|2 別居")
RESIDENCE = kinds.kind("0[1-9]|[1-3][0-9]|4[0-7]", "01から47までの都道府県の番号")
ABROAD = kinds.codes("1 海外特例に該当|2 海外特例に非該当")
ABROAD_REASONS = kinds.codes("1 |2 |3 |4 |5 その他")
ABROAD_END_REASONS = kinds.codes("1 国内転入|2 その他")
REASON_TEXT = kinds.text(48)

_RELATIONS = kinds.codes("1 夫|2 妻|3 夫（未届）|4 妻（未届）")
_OCCUPATIONS = kinds.codes("1 無職|2 パート|3 年金受給者|4 その他")
_BECAME = kinds.codes("1 配偶者の就職|2 婚姻|3 離職|4 収入減少|5 その他")
_CEASED = kinds.codes("1 死亡|2 離婚|3 就職・収入増加|4 75歳到達|5 障害認定|6 その他")
_OTHER_BECAME = Is("became_reason", ("5",))
_OTHER_CEASED = Is("ceased_reason", ("6",))
_DIED = Is("ceased_reason", ("1",))
_ABROAD = Is("abroad", ("1",))
_NOT_ABROAD = Is("abroad", ("2",))
_OTHER_ABROAD = Is("abroad_reason", ("5",))
_OTHER_END = Is("abroad_end_reason", ("2",))
_CAME_BACK = Is("abroad_end_reason", ("1",))

ITEMS = (
    Item(22, "notified_on", "第3号被保険者届出日（元号）", kinds.ERA_SINCE_HEISEI),
    Item(23, "notified_on", "第3号被保険者届出日", kinds.YYMMDD),
    Item(24, "name_kana", "配偶者の氏名（カナ）", kinds.NAME_KANA, ALWAYS),
    Item(25, "name", "配偶者の氏名（漢字）", kinds.spaced_name(24)),
    Item(26, "birth_date", "配偶者の生年月日（元号）", kinds.ERA_SINCE_SHOWA, ALWAYS),
    Item(27, "birth_date", "配偶者の生年月日", kinds.YYMMDD, ALWAYS),
    Item(28, "relation", "配偶者の性別（続柄）", _RELATIONS, ALWAYS),
    Item(29, "my_number", "配偶者の個人番号", kinds.MY_NUMBER),
    Item(30, "pension_number", "配偶者の基礎年金番号（課所符号）", kinds.PENSION_OFFICE),
    Item(31, "pension_number", "配偶者の基礎年金番号（一連番号）", kinds.PENSION_SERIAL),
    Item(32, "nationality", "配偶者の外国籍", kinds.text(60)),
    Item(33, "alias_kana", "配偶者の外国人通称名（カナ）", kinds.NAME_KANA),
    Item(34, "alias", "配偶者の外国人通称名（漢字）", kinds.spaced_name(24)),
    Item(35, "living", "配偶者の同居・別居の別", LIVING, BECOMES, CEASES_OR_CHANGES),
    Item(36, "residence", "配偶者の住所地", RESIDENCE, empty=BECOMES_OR_CHANGES),
    Item(37, "postcode", "配偶者の郵便番号（親番号）", kinds.POSTCODE_AREA, ALWAYS),
    Item(38, "postcode", "配偶者の郵便番号（子番号）", kinds.POSTCODE_TOWN, ALWAYS),
    Item(39, "address", "配偶者の住所（漢字）", kinds.ADDRESS, ALWAYS),
    Item(40, "telephone_kind", "配偶者の電話番号種別", kinds.kind("[1-4]", "1から4までの数字")),
    Item(
        41,
        "telephone",
        "配偶者の電話番号（市外局番）",
        kinds.kind("[0-9]{2,5}", "2桁から5桁の数字", codecs.TELEPHONE),
    ),
    Item(42, "telephone", "配偶者の電話番号（局番）", kinds.digits(4)),
    Item(43, "telephone", "配偶者の電話番号（番号）", kinds.kind("[0-9]{4,5}", "4桁か5桁の数字")),
    Item(
        44,
        "became_on",
        "配偶者が被扶養者になった日（元号）",
        kinds.ERA_SINCE_HEISEI,
        BECOMES,
        CEASES,
    ),
    Item(45, "became_on", "配偶者が被扶養者になった日", kinds.YYMMDD, BECOMES, CEASES),
    Item(46, "became_reason", "配偶者が被扶養者になった理由", _BECAME, BECOMES, CEASES_OR_CHANGES),
    Item(
        47,
        "became_text",
        "なった理由（その他の内容）",
        REASON_TEXT,
        _OTHER_BECAME,
        Unless(_OTHER_BECAME),
    ),
    Item(48, "occupation", "配偶者の職業", _OCCUPATIONS, BECOMES, CEASES_OR_CHANGES),
    Item(49, "income", "配偶者の収入", kinds.AMOUNT, BECOMES),
    Item(
        50,
        "ceased_on",
        "配偶者が被扶養者でなくなった日（元号）",
        kinds.ERA_SINCE_HEISEI,
        CEASES,
        BECOMES,
    ),
    Item(51, "ceased_on", "配偶者が被扶養者でなくなった日", kinds.YYMMDD, CEASES, BECOMES),
    Item(
        52, "ceased_reason", "配偶者が被扶養者でなくなった理由", _CEASED, CEASES, BECOMES_OR_CHANGES
    ),
    Item(
        53,
        "ceased_text",
        "なくなった理由（その他の内容）",
        REASON_TEXT,
        _OTHER_CEASED,
        Unless(_OTHER_CEASED),
    ),
    Item(54, "died_on", "配偶者の死亡年月日（元号）", kinds.ERA_SINCE_HEISEI, _DIED, Unless(_DIED)),
    Item(55, "died_on", "配偶者の死亡年月日", kinds.YYMMDD, _DIED, Unless(_DIED)),
    Item(56, "remark", "配偶者の備考", kinds.REMARK, CHANGES),
    Item(57, "relation_confirmed", "配偶者の続柄確認", kinds.FLAG),
    Item(58, "abroad", "配偶者の海外特例要件", ABROAD, empty=Filled("ceased_on")),
    Item(
        59,
        "abroad_since",
        "海外特例に該当した日（元号）",
        kinds.ERA_REIWA,
        _ABROAD,
        Unless(_ABROAD),
    ),
    Item(60, "abroad_since", "海外特例に該当した日", kinds.YYMMDD, _ABROAD, Unless(_ABROAD)),
    Item(61, "abroad_reason", "海外特例に該当した理由", ABROAD_REASONS, _ABROAD, Unless(_ABROAD)),
    Item(
        62,
        "abroad_text",
        "該当した理由（その他の内容）",
        REASON_TEXT,
        _OTHER_ABROAD,
        Unless(_OTHER_ABROAD),
    ),
    Item(
        63,
        "abroad_until",
        "海外特例に非該当となった日（元号）",
        kinds.ERA_REIWA,
        _NOT_ABROAD,
        Unless(_NOT_ABROAD),
    ),
    Item(
        64,
        "abroad_until",
        "海外特例に非該当となった日",
        kinds.YYMMDD,
        _NOT_ABROAD,
        Unless(_NOT_ABROAD),
    ),
    Item(
        65,
        "abroad_end_reason",
        "海外特例に非該当となった理由",
        ABROAD_END_REASONS,
        _NOT_ABROAD,
        Unless(_NOT_ABROAD),
    ),
    Item(
        66,
        "abroad_end_text",
        "非該当の理由（その他の内容）",
        REASON_TEXT,
        _OTHER_END,
        Unless(_OTHER_END),
    ),
    Item(
        67,
        "entered_japan_on",
        "国内転入日（元号）",
        kinds.ERA_REIWA,
        _CAME_BACK,
        Unless(_CAME_BACK),
    ),
    Item(68, "entered_japan_on", "国内転入日", kinds.YYMMDD, _CAME_BACK, Unless(_CAME_BACK)),
    Item(69, "yearly_income", "配偶者の年間収入", kinds.AMOUNT, empty=CEASES_OR_CHANGES),
    Item(137, "wish_ticked", "配偶者の資格確認書発行要否", kinds.FLAG),
)
