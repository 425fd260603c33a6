"""A person's chain of coverage spans, as rows of the ``coverage`` table."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, timedelta
from operator import attrgetter
from typing import assert_never
from uuid import UUID

from kenpo.register.events import DependentCertified, EligibilityAcquired, EligibilityLost
from kenpo.storage.errors import ConflictError
from kenpo.values.ids import EstablishmentId, PersonId
from kenpo.values.person import Relation

OPEN_END = date(9999, 12, 31)
_DAY = timedelta(days=1)


@dataclass(slots=True)
class Span:
    """One row of ``coverage`` without its insurer; the fields are the columns in their order."""

    person_id: PersonId
    valid_from: date
    valid_until: date
    prev_until: date | None
    insured_person_id: PersonId
    establishment_id: EstablishmentId
    relation: str
    dependent_relation: str | None
    insurer_number: str
    symbol: str
    number: str
    sub_number: str | None
    paper_key: str
    decided_on: date
    wish_ticked: bool
    my_number_filed: bool
    lost_on: date | None
    loss_reason: str | None
    certificates_attached: int | None
    certificates_unreturnable: int | None
    event_id: UUID
    lost_event_id: UUID | None


COLUMNS = tuple(field.name for field in fields(Span))
values_of = attrgetter(*COLUMNS)
"""Return a span's values in the columns' order."""


def opened(event: EligibilityAcquired | DependentCertified, event_id: UUID) -> Span:
    """Return the open span that an acquisition or a certification begins."""
    number = event.member_number
    match event:
        case EligibilityAcquired():
            insured, relation, dependent = event.person_id, Relation.INSURED, None
        case DependentCertified():
            insured, relation = event.insured_person_id, Relation.DEPENDENT
            dependent = event.relation.value
        case _:
            assert_never(event)
    return Span(
        person_id=event.person_id,
        valid_from=event.acquired_on,
        valid_until=OPEN_END,
        prev_until=None,
        insured_person_id=insured,
        establishment_id=event.establishment_id,
        relation=relation.value,
        dependent_relation=dependent,
        insurer_number=str(event.insurer_number),
        symbol=number.symbol,
        number=number.number,
        sub_number=number.sub_number,
        paper_key=f"{event.insurer_number}:{number.key}",
        decided_on=event.decided_on,
        wish_ticked=event.wish_ticked,
        my_number_filed=event.my_number_filed,
        lost_on=None,
        loss_reason=None,
        certificates_attached=None,
        certificates_unreturnable=None,
        event_id=event_id,
        lost_event_id=None,
    )


def close(spans: list[Span], event: EligibilityLost, event_id: UUID) -> None:
    """End the newest span that began by the loss; a later notice of loss corrects an earlier.

    Raises ConflictError when the person was not covered by then.
    """
    begun = [span for span in spans if span.valid_from < event.lost_on]
    if not begun:
        raise ConflictError(
            f"{event.lost_on} より前に始まった資格がありません。",
            "資格取得届が先に届いているか、喪失年月日が正しいかを確かめてください。",
        )
    span = max(begun, key=lambda one: one.valid_from)
    span.lost_on = event.lost_on
    span.valid_until = event.lost_on - _DAY
    span.loss_reason = event.reason.value
    span.certificates_attached = event.certificates_attached
    span.certificates_unreturnable = event.certificates_unreturnable
    span.lost_event_id = event_id


def link(spans: list[Span]) -> None:
    """Put a person's spans in order and let each name the last day of the one before it."""
    spans.sort(key=lambda span: span.valid_from)
    before: date | None = None
    for span in spans:
        span.prev_until = before
        before = span.valid_until
