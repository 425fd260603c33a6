"""What one made-up patient may bring to the same desk on each of the dates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from kenpo.values.insurer import Policy
from kenpo.verification.items import Item
from kenpo.web.desk.choices import Online, Reader, Registered
from kenpo.web.desk.date_boxes import DateBoxes
from kenpo.web.desk.form import DeskForm
from kenpo.web.words import msg

CERTIFICATE_ENDS = date(2029, 11, 30)
_ANY_DAY = DateBoxes("on")


@dataclass(frozen=True, slots=True)
class Situation:
    """A patient at the desk: what is in the hand, and the desk's form without its date."""

    code: str
    label: str
    detail: str
    form: DeskForm

    def at(self, on: date, policy: Policy) -> DeskForm:
        """Return the situation on a day under a policy."""
        return replace(self.form, on=DateBoxes.of_day("on", on), policy=policy)


SITUATIONS = (
    Situation(
        "legacy_card",
        msg("健康保険証だけ"),
        msg("番号で照会すると有効だった"),
        DeskForm(_ANY_DAY, items=(Item.LEGACY_CARD,), online=Online.VALID),
    ),
    Situation(
        "notice",
        msg("資格情報のお知らせだけ"),
        msg("番号で照会すると有効だった"),
        DeskForm(_ANY_DAY, items=(Item.NOTICE,), online=Online.VALID),
    ),
    Situation(
        "certificate",
        msg("資格確認書"),
        msg("有効期限は令和11年11月30日"),
        DeskForm(
            _ANY_DAY,
            items=(Item.CERTIFICATE,),
            valid=DateBoxes.of_day("valid", CERTIFICATE_ENDS),
        ),
    ),
    Situation(
        "myna_card",
        msg("マイナ保険証"),
        msg("カードリーダーが使える"),
        DeskForm(_ANY_DAY, items=(Item.MYNA_CARD,), registered=Registered.YES),
    ),
    Situation(
        "myna_card_alone",
        msg("マイナ保険証だけ"),
        msg("カードリーダーが故障している"),
        DeskForm(
            _ANY_DAY,
            items=(Item.MYNA_CARD,),
            registered=Registered.YES,
            reader=Reader.DOWN,
        ),
    ),
    Situation(
        "pair",
        msg("マイナ保険証とお知らせ"),
        msg("カードリーダーが故障している"),
        DeskForm(
            _ANY_DAY,
            items=(Item.MYNA_CARD, Item.NOTICE),
            registered=Registered.YES,
            reader=Reader.DOWN,
        ),
    ),
)
