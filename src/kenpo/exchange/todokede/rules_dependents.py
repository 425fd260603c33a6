"""Checks between the items of a 被扶養者(異動)届. 根拠: 届書作成仕様書 (domain.md §4.2).

Of our own: births and changes of cover are not after the day of checking, nothing is before birth,
and nobody stays a dependent after death.
"""

from __future__ import annotations

from datetime import date

from kenpo.exchange.todokede.records import DependentChangeNotification, OtherEntry, SpouseEntry
from kenpo.exchange.todokede.rules import CHECK_DATES, Rule

_NOT_ABROAD = "2"


def _before(earlier: date | None, later: date | None) -> bool:
    return earlier is not None and later is not None and earlier < later


def _entry_rules(
    birth: int, became: int, ceased: int
) -> tuple[Rule[SpouseEntry | OtherEntry], ...]:
    return (
        Rule(
            birth,
            lambda entry, on: entry.birth_date > on,
            "生年月日が確認日より後です。",
            CHECK_DATES,
        ),
        Rule(
            became,
            lambda entry, _: _before(entry.became_on, entry.birth_date),
            "被扶養者になった日が生年月日より前です。",
            CHECK_DATES,
        ),
        Rule(
            became,
            lambda entry, on: _before(on, entry.became_on),
            "被扶養者になった日が確認日より後です。",
            CHECK_DATES,
        ),
        Rule(
            ceased,
            lambda entry, _: _before(entry.ceased_on, entry.birth_date),
            "被扶養者でなくなった日が生年月日より前です。",
            CHECK_DATES,
        ),
        Rule(
            ceased,
            lambda entry, on: _before(on, entry.ceased_on),
            "被扶養者でなくなった日が確認日より後です。",
            CHECK_DATES,
        ),
    )


INSURED: tuple[Rule[DependentChangeNotification], ...] = (
    Rule(
        7,
        lambda record, on: _before(on, record.received_on),
        "事業主等受付年月日が確認日より後です。",
        CHECK_DATES,
    ),
    Rule(
        12, lambda record, on: record.birth_date > on, "生年月日が確認日より後です。", CHECK_DATES
    ),
)
SPOUSE: tuple[Rule[SpouseEntry], ...] = (
    *_entry_rules(27, 45, 51),
    Rule(
        58,
        lambda entry, _: entry.abroad == _NOT_ABROAD and entry.became_on is not None,
        "被扶養者になった日と海外特例の非該当(2)は一緒に書けません。",
        "どちらかを空にしてください。",
    ),
    Rule(
        55,
        lambda entry, _: _before(entry.died_on, entry.birth_date),
        "死亡年月日が生年月日より前です。",
        CHECK_DATES,
    ),
    Rule(
        55,
        lambda entry, _: _before(entry.ceased_on, entry.died_on),
        "死亡年月日が被扶養者でなくなった日より後です。",
        CHECK_DATES,
    ),
)
OTHERS: tuple[tuple[Rule[OtherEntry], ...], ...] = (
    _entry_rules(74, 91, 98),
    _entry_rules(107, 124, 131),
)
