"""The register's records in the columns of the book, one by one or as arrays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
import numpy.typing as npt

from kenpo.register.view import HeldCertificate, MemberRecord
from kenpo.rulebook.calendar import day_number
from kenpo.rulebook.terms import FAR_FUTURE, FAR_PAST
from kenpo.values.person import MyNumberCardState

_CARDS = {state: number for number, state in enumerate(MyNumberCardState)}


def facts_of(record: MemberRecord) -> dict[str, object]:
    """Return what the register knows of a member, by column of ``notice`` and ``certificate``.

    The card facts of a member whom no snapshot has named are left out: they are unknown.
    """
    known: dict[str, object] = {
        "acquired_on": record.acquired_on,
        "decided_on": record.decided_on,
        "lost_on": record.lost_on,
        "birth_date": record.birth_date,
        "my_number_filed": record.my_number_filed,
        "wish_ticked": record.wish_ticked,
        "certificates": latest_end(record.certificates),
    }
    status = record.status
    if status is None:
        return known
    return known | {
        "my_number_card": status.card.value,
        "my_number_filed": status.my_number_filed,
        "use_registered_on": status.use_registered_on,
        "electronic_certificate_valid_until": status.electronic_certificate_valid_until,
    }


def latest_end(certificates: Sequence[HeldCertificate]) -> date | None:
    """Return the last day on which any of the certificates can be used, None without any."""
    return max((held.valid_until for held in certificates), default=None)


def unknown_of(records: Sequence[MemberRecord]) -> npt.NDArray[np.bool_]:
    """Mark the records whose card facts no snapshot has told: ask about each by ``facts_of``."""
    return np.array([record.status is None for record in records], dtype=np.bool_)


def columns_of(records: Sequence[MemberRecord]) -> dict[str, npt.NDArray[np.generic]]:
    """Return the arrays that a compiled ``notice`` or ``certificate`` table takes.

    Shape (len(records),) each, in the order of the records; days as day numbers, no day as the
    book's far past or far future. Raises ValueError for a record of ``unknown_of``.
    """
    if bool(unknown_of(records).any()):
        raise ValueError(
            "カードの状態がわからない加入者がいます。unknown_of で分け、一人ずつ判定してください。"
        )
    lost = [record.lost_on for record in records]
    return {
        "acquired_on": _days([record.acquired_on for record in records], FAR_FUTURE),
        "decided_on": _days([record.decided_on for record in records], FAR_FUTURE),
        "lost_on": _days(lost, FAR_FUTURE),
        "birth_date": _days([record.birth_date for record in records], FAR_FUTURE),
        "wish_ticked": np.array([record.wish_ticked for record in records], dtype=np.bool_),
        "certificates": _days([latest_end(record.certificates) for record in records], FAR_PAST),
        **_status_columns(records),
    }


def _status_columns(records: Sequence[MemberRecord]) -> dict[str, npt.NDArray[np.generic]]:
    statuses = [record.status for record in records if record.status is not None]
    ends = [status.electronic_certificate_valid_until for status in statuses]
    return {
        "my_number_card": np.array([_CARDS[status.card] for status in statuses], dtype=np.uint8),
        "my_number_filed": np.array([s.my_number_filed for s in statuses], dtype=np.bool_),
        "use_registered_on": _days([s.use_registered_on for s in statuses], FAR_FUTURE),
        "electronic_certificate_valid_until": _days(ends, FAR_PAST),
    }


def _days(days: Sequence[date | None], nothing: int) -> npt.NDArray[np.int32]:
    numbers = (nothing if day is None else day_number(day) for day in days)
    return np.fromiter(numbers, dtype=np.int32, count=len(days))
