"""Checks between the items of a 資格取得届. 根拠: 届書作成仕様書 (domain.md §4.2).

Of our own: nobody is born after the day of checking or joins before birth.
"""

from __future__ import annotations

from kenpo.exchange.todokede.records import AcquisitionNotification
from kenpo.exchange.todokede.rules import CHECK_DATES, Rule
from kenpo.values.age import is_seventy_or_older

_MOST_PAY = 9_999_999
_LEAST_PAY = 1000


def _total(record: AcquisitionNotification) -> int:
    return min(record.pay_in_money + record.pay_in_kind, _MOST_PAY)


RULES: tuple[Rule[AcquisitionNotification], ...] = (
    Rule(
        10, lambda record, on: record.birth_date > on, "生年月日が確認日より後です。", CHECK_DATES
    ),
    Rule(
        11,
        lambda record, _: (
            record.acquisition_kind in {"3", "4"} and record.category not in {"1", "2"}
        ),
        "取得区分が3か4のときの種別は1か2です。",
        "種別か取得区分を確かめてください。",
    ),
    Rule(
        19,
        lambda record, on: record.acquired_on > on,
        "資格取得年月日が確認日より後です。",
        CHECK_DATES,
    ),
    Rule(
        19,
        lambda record, _: record.acquired_on < record.birth_date,
        "資格取得年月日が生年月日より前です。",
        CHECK_DATES,
    ),
    Rule(
        24,
        lambda record, _: (
            record.over_70 and not is_seventy_or_older(record.birth_date, record.acquired_on)
        ),
        "資格取得年月日に70歳になっていません。",
        "生年月日か備考欄項目1を確かめてください。",
    ),
    Rule(
        23,
        lambda record, _: record.pay_total != _total(record),
        "報酬月額の合計が通貨と現物の和ではありません。",
        "合計を直してください(9999999を超えるときは9999999)。",
    ),
    Rule(
        23,
        lambda record, _: record.pay_total < _LEAST_PAY,
        "報酬月額の合計が1000円より少ない額です。",
        "円単位で書いてください。",
    ),
)
