"""Checks between the items of a 資格喪失届. 根拠: 届書作成仕様書 (domain.md §4.2).

Eligibility is lost on the day after leaving or death; 70歳以上被用者不該当 is that day itself.
Of our own: nobody is born after the day of checking or dies before birth.
"""

from __future__ import annotations

from datetime import date, timedelta

from kenpo.exchange.todokede.records import LossNotification
from kenpo.exchange.todokede.rules import CHECK_DATES, Rule
from kenpo.values.age import seventy_five_on

_LEFT, _DIED, _REACHED_75 = "4", "5", "7"


def _next_day(day: date | None) -> date | None:
    return None if day is None else day + timedelta(days=1)


def _is_not_next_day(record: LossNotification) -> bool:
    follows = record.cause == _LEFT or (record.cause == _DIED and not record.over_70_only)
    return (
        follows
        and record.lost_on is not None
        and record.lost_on != _next_day(record.left_or_died_on)
    )


def _is_too_young(record: LossNotification) -> bool:
    return (
        record.cause == _REACHED_75
        and record.lost_on is not None
        and record.lost_on < seventy_five_on(record.birth_date)
    )


def _is_not_the_day(record: LossNotification) -> bool:
    return (
        record.over_70_ended
        and record.cause in {_LEFT, _DIED}
        and record.over_70_ended_on != record.left_or_died_on
    )


RULES: tuple[Rule[LossNotification], ...] = (
    Rule(
        10, lambda record, on: record.birth_date > on, "生年月日が確認日より後です。", CHECK_DATES
    ),
    Rule(
        18,
        lambda record, _: (
            record.left_or_died_on is not None and record.left_or_died_on < record.birth_date
        ),
        "退職日・死亡日が生年月日より前です。",
        CHECK_DATES,
    ),
    Rule(
        15,
        lambda record, _: record.lost_on is not None and record.lost_on <= record.birth_date,
        "資格喪失年月日が生年月日より後ではありません。",
        CHECK_DATES,
    ),
    Rule(
        15,
        lambda record, on: record.lost_on is not None and record.lost_on > on,
        "資格喪失年月日が確認日より後です。",
        CHECK_DATES,
    ),
    Rule(
        15,
        lambda record, _: _is_not_next_day(record),
        "資格喪失年月日が退職日・死亡日の翌日ではありません。",
        "退職日・死亡日の翌日を書いてください。",
    ),
    Rule(
        15,
        lambda record, _: _is_too_young(record),
        "75歳到達なのに資格喪失年月日が75歳の誕生日より前です。",
        "生年月日か喪失原因を確かめてください。",
    ),
    Rule(
        26,
        lambda record, on: record.over_70_ended_on is not None and record.over_70_ended_on > on,
        "不該当年月日が確認日より後です。",
        CHECK_DATES,
    ),
    Rule(
        26,
        lambda record, _: _is_not_the_day(record),
        "不該当年月日が退職日・死亡日と違う日です。",
        "退職日・死亡日そのもの(翌日ではない日)を書いてください。",
    ),
)
