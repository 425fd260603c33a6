"""2201700 資格喪失届: its 27 items. 根拠: 届書作成仕様書 (domain.md §4.2)."""

from __future__ import annotations

from kenpo.exchange.todokede import acquisition, kinds
from kenpo.exchange.todokede.conditions import ALWAYS, Blank, Is, Unless
from kenpo.exchange.todokede.items import Item

CODE = "2201700"
LENGTH = 27

_ONLY_70 = Is("over_70_only", ("1",))
_LEFT_OR_DIED = Is("cause", ("4", "5"))
_OVER_70_ENDED = Is("over_70_ended", ("1",))
_NO_MY_NUMBER = Blank("my_number")

_CAUSES = kinds.codes("4 退職等|5 死亡|7 75歳到達|9 障害認定|11 社会保障協定")
_SINCE_HEISEI = kinds.ERA_SINCE_HEISEI

ITEMS = (
    *acquisition.ITEMS[:4],
    Item(6, "number", "被保険者整理番号", kinds.INSURED_NUMBER, empty=_ONLY_70),
    *acquisition.ITEMS[5:9],
    Item(11, "my_number", "個人番号", kinds.MY_NUMBER),
    Item(12, "pension_number", "基礎年金番号（課所符号）", kinds.PENSION_OFFICE, _NO_MY_NUMBER),
    Item(13, "pension_number", "基礎年金番号（一連番号）", kinds.PENSION_SERIAL, _NO_MY_NUMBER),
    Item(14, "lost_on", "資格喪失年月日（元号）", _SINCE_HEISEI, Unless(_ONLY_70), _ONLY_70),
    Item(15, "lost_on", "資格喪失年月日", kinds.YYMMDD, Unless(_ONLY_70), _ONLY_70),
    Item(16, "cause", "喪失（不該当）原因", _CAUSES, ALWAYS),
    Item(
        17,
        "left_or_died_on",
        "退職日・死亡日（元号）",
        _SINCE_HEISEI,
        _LEFT_OR_DIED,
        Unless(_LEFT_OR_DIED),
    ),
    Item(
        18, "left_or_died_on", "退職日・死亡日", kinds.YYMMDD, _LEFT_OR_DIED, Unless(_LEFT_OR_DIED)
    ),
    Item(19, "two_employers", "備考欄項目1（二以上事業所勤務）", kinds.FLAG),
    Item(20, "reemployed", "備考欄項目2（退職後の継続再雇用）", kinds.FLAG),
    Item(21, "remark", "備考欄", kinds.REMARK),
    Item(22, "certificates_attached", "資格確認書回収（添付）", kinds.COUNT),
    Item(23, "certificates_unreturnable", "資格確認書回収（返不能）", kinds.COUNT),
    Item(24, "over_70_ended", "70歳以上被用者不該当", kinds.FLAG, _ONLY_70),
    Item(25, "over_70_ended_on", "不該当年月日（元号）", _SINCE_HEISEI, _OVER_70_ENDED),
    Item(26, "over_70_ended_on", "不該当年月日", kinds.YYMMDD, _OVER_70_ENDED),
    Item(27, "over_70_only", "70歳以上被用者不該当届のみ提出", kinds.FLAG),
)
