"""A person's chain of spans in memory."""

from __future__ import annotations

import uuid
from datetime import date

import pytest

from kenpo.storage.errors import ConflictError
from kenpo.storage.spans import OPEN_END, Span, close, link, opened
from support.register_events import ACQUIRED, Office, lost

OFFICE = Office()
EVENT, LOSS, LATER = (uuid.UUID(int=number) for number in (1, 2, 3))


def span(on: date = ACQUIRED) -> Span:
    return opened(OFFICE.joined(7, on=on), EVENT)


def test_a_new_span_is_open_and_knows_its_event() -> None:
    made = span()
    assert (made.valid_from, made.valid_until, made.event_id) == (ACQUIRED, OPEN_END, EVENT)
    assert made.paper_key == "01320019:11060606:7:00"


def test_the_last_day_is_the_one_before_the_loss() -> None:
    chain = [span()]
    close(chain, lost(chain[0].person_id, date(2025, 3, 1)), LOSS)
    assert chain[0].valid_until == date(2025, 2, 28)
    assert chain[0].lost_event_id == LOSS


def test_a_loss_ends_the_newest_span_that_began_before_it() -> None:
    first, second = span(), span(date(2025, 1, 1))
    close([first, second], lost(first.person_id, date(2025, 1, 1)), LOSS)
    assert (first.lost_on, second.lost_on) == (date(2025, 1, 1), None)


def test_a_later_notice_of_loss_corrects_the_earlier() -> None:
    chain = [span()]
    for on, event in ((date(2025, 3, 1), LOSS), (date(2025, 3, 16), LATER)):
        close(chain, lost(chain[0].person_id, on), event)
    assert chain[0].valid_until == date(2025, 3, 15)
    assert chain[0].lost_event_id == LATER


@pytest.mark.parametrize("on", [ACQUIRED, date(2020, 1, 1)])
def test_there_is_no_loss_without_a_day_of_cover(on: date) -> None:
    chain = [span()]
    with pytest.raises(ConflictError, match=str(on)):
        close(chain, lost(chain[0].person_id, on), LOSS)


def test_linking_orders_the_chain_and_names_each_forerunners_last_day() -> None:
    first, second = span(), span(date(2025, 1, 1))
    first.valid_until = date(2024, 12, 31)
    chain = [second, first]
    link(chain)
    assert [(one.valid_from, one.prev_until) for one in chain] == [
        (ACQUIRED, None),
        (date(2025, 1, 1), date(2024, 12, 31)),
    ]
