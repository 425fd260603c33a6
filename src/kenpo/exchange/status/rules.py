"""Combinations a snapshot cannot honestly hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kenpo.register.commands import ReportCardStatus
from kenpo.values.person import MyNumberCardState

_CHECK = "元の一覧を確かめてください。"


@dataclass(frozen=True, slots=True)
class Rule:
    """``broken`` tells whether a report breaks the rule on the day of checking."""

    label: str
    broken: Callable[[ReportCardStatus, date], bool]
    reason: str
    todo: str = _CHECK


def _has_no_card(report: ReportCardStatus) -> bool:
    return report.card is MyNumberCardState.NONE


def _after(day: date | None, limit: date) -> bool:
    return day is not None and day > limit


RULES = (
    Rule("基準日", lambda report, on: report.as_of > on, "基準日が確認日より後です。"),
    Rule(
        "生年月日",
        lambda report, _: report.birth_date > report.as_of,
        "生年月日が基準日より後です。",
    ),
    Rule(
        "利用登録日",
        lambda report, _: _after(report.use_registered_on, report.as_of),
        "利用登録日が基準日より後です。",
    ),
    Rule(
        "利用登録日",
        lambda report, _: (
            report.use_registered_on is not None and report.use_registered_on < report.birth_date
        ),
        "利用登録日が生年月日より前です。",
    ),
    Rule(
        "利用登録日",
        lambda report, _: _has_no_card(report) and report.use_registered_on is not None,
        "カードがないのに利用登録日があります。",
    ),
    Rule(
        "電子証明書有効期限",
        lambda report, _: (
            _has_no_card(report) and report.electronic_certificate_valid_until is not None
        ),
        "カードがないのに電子証明書の有効期限があります。",
    ),
)
