"""2202700 被扶養者(異動)届: another dependent's items 70–102 and 138, and 103–135 and 139.

根拠: 届書作成仕様書 (domain.md §4.2).
"""

from __future__ import annotations

from kenpo.exchange.todokede import dependents_spouse as spouse
from kenpo.exchange.todokede import kinds
from kenpo.exchange.todokede.conditions import ALWAYS, Is, Unless
from kenpo.exchange.todokede.dependents_spouse import (
    BECOMES,
    BECOMES_OR_CHANGES,
    CEASES,
    CEASES_OR_CHANGES,
    CHANGES,
)
from kenpo.exchange.todokede.items import Item

_DISTANCE = 33
_RELATIONS = kinds.codes(
    "01 実子・養子|02 それ以外の子|03 父母・養父母|04 義父母|05 弟妹|06 兄姉|07 祖父母|08 曾祖父母"
    "|09 孫|10 その他"
)
_OCCUPATIONS = kinds.codes("1 無職|2 パート|3 年金受給者|4 小・中学生以下|5 高・大学生|6 その他")
_BECAME = kinds.codes("1 出生|2 離職|3 収入減|4 同居|5 その他")
_CEASED = kinds.codes("1 死亡|2 就職|3 収入増加|4 75歳到達|5 障害認定|6 その他")
_BECOMES_OR_CEASES = Is("change", ("1", "2"))
_OTHER_RELATION = Is("relation", ("10",))
_OTHER_BECAME = Is("became_reason", ("5",))
_OTHER_CEASED = Is("ceased_reason", ("6",))
_ABROAD = Is("abroad", ("1",))
_NOT_ABROAD = Is("abroad", ("2",))
_OTHER_ABROAD = Is("abroad_reason", ("5",))
_OTHER_END = Is("abroad_end_reason", ("2",))
_CAME_BACK = Is("abroad_end_reason", ("1",))

FIRST = (
    Item(70, "", "被扶養者番号", kinds.NOTHING),
    Item(71, "name_kana", "被扶養者の氏名（カナ）", kinds.NAME_KANA, ALWAYS),
    Item(72, "name", "被扶養者の氏名（漢字）", kinds.spaced_name(24)),
    Item(73, "birth_date", "被扶養者の生年月日（元号）", kinds.ERA_SINCE_SHOWA, ALWAYS),
    Item(74, "birth_date", "被扶養者の生年月日", kinds.YYMMDD, ALWAYS),
    Item(75, "sex", "被扶養者の性別", kinds.SEX, ALWAYS),
    Item(76, "relation", "被扶養者の続柄", _RELATIONS, ALWAYS),
    Item(
        77,
        "relation_text",
        "続柄（その他の内容）",
        kinds.text(24),
        _OTHER_RELATION,
        Unless(_OTHER_RELATION),
    ),
    Item(78, "my_number", "被扶養者の個人番号", kinds.MY_NUMBER),
    Item(79, "living", "被扶養者の同居・別居の別", spouse.LIVING, BECOMES, CEASES_OR_CHANGES),
    Item(80, "postcode", "被扶養者の郵便番号（親番号）", kinds.POSTCODE_AREA, _BECOMES_OR_CEASES),
    Item(81, "postcode", "被扶養者の郵便番号（子番号）", kinds.POSTCODE_TOWN, _BECOMES_OR_CEASES),
    Item(82, "address", "被扶養者の住所（漢字）", kinds.ADDRESS, _BECOMES_OR_CEASES),
    Item(83, "abroad", "被扶養者の海外特例要件", spouse.ABROAD),
    Item(
        84,
        "abroad_reason",
        "海外特例に該当した理由",
        spouse.ABROAD_REASONS,
        _ABROAD,
        Unless(_ABROAD),
    ),
    Item(
        85,
        "abroad_text",
        "該当した理由（その他の内容）",
        spouse.REASON_TEXT,
        _OTHER_ABROAD,
        Unless(_OTHER_ABROAD),
    ),
    Item(
        86,
        "abroad_end_reason",
        "海外特例に非該当となった理由",
        spouse.ABROAD_END_REASONS,
        _NOT_ABROAD,
        Unless(_NOT_ABROAD),
    ),
    Item(
        87,
        "abroad_end_text",
        "非該当の理由（その他の内容）",
        spouse.REASON_TEXT,
        _OTHER_END,
        Unless(_OTHER_END),
    ),
    Item(
        88,
        "entered_japan_on",
        "国内転入日（元号）",
        kinds.ERA_REIWA,
        _CAME_BACK,
        Unless(_CAME_BACK),
    ),
    Item(89, "entered_japan_on", "国内転入日", kinds.YYMMDD, _CAME_BACK, Unless(_CAME_BACK)),
    Item(90, "became_on", "被扶養者になった日（元号）", kinds.ERA_SINCE_HEISEI, BECOMES, CEASES),
    Item(91, "became_on", "被扶養者になった日", kinds.YYMMDD, BECOMES, CEASES),
    Item(92, "occupation", "被扶養者の職業", _OCCUPATIONS, BECOMES, CEASES_OR_CHANGES),
    Item(93, "residence", "被扶養者の住所地", spouse.RESIDENCE, empty=BECOMES_OR_CHANGES),
    Item(94, "income", "被扶養者の収入", kinds.AMOUNT, BECOMES),
    Item(95, "became_reason", "被扶養者になった理由", _BECAME, BECOMES, CEASES_OR_CHANGES),
    Item(
        96,
        "became_text",
        "なった理由（その他の内容）",
        spouse.REASON_TEXT,
        _OTHER_BECAME,
        Unless(_OTHER_BECAME),
    ),
    Item(
        97, "ceased_on", "被扶養者でなくなった日（元号）", kinds.ERA_SINCE_HEISEI, CEASES, BECOMES
    ),
    Item(98, "ceased_on", "被扶養者でなくなった日", kinds.YYMMDD, CEASES, BECOMES),
    Item(99, "ceased_reason", "被扶養者でなくなった理由", _CEASED, CEASES, BECOMES_OR_CHANGES),
    Item(
        100,
        "ceased_text",
        "なくなった理由（その他の内容）",
        spouse.REASON_TEXT,
        _OTHER_CEASED,
        Unless(_OTHER_CEASED),
    ),
    Item(101, "remark", "被扶養者の備考", kinds.REMARK, CHANGES),
    Item(102, "relation_confirmed", "被扶養者の続柄確認", kinds.FLAG),
    Item(138, "wish_ticked", "被扶養者1の資格確認書発行要否", kinds.FLAG),
)
SECOND = (
    *(item.moved(_DISTANCE) for item in FIRST[:-1]),
    Item(139, "wish_ticked", "被扶養者2の資格確認書発行要否", kinds.FLAG),
)
