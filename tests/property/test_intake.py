"""Whatever notices come in whatever order, intake never gives the store what its schema refuses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from uuid import UUID

import hypothesis.strategies as st
from hypothesis import given, settings

from kenpo.register.commands import Command, CommandRow
from kenpo.register.events import Event
from kenpo.register.objection import ObjectionError
from kenpo.storage.fold import Fold
from kenpo.storage.spans import OPEN_END, link
from kenpo.values.name import PersonName
from support.families import certified, changed, intake, joins, leaves, removed

DAYS = st.sampled_from([date(2025, month, 1) for month in range(4, 10)])
NUMBERS = st.sampled_from(["", "", "1", "7"])
PEOPLE = st.sampled_from([PersonName("ﾐﾎﾝ ﾊﾅｺ", "見本　花子"), PersonName("ﾀﾆﾝ ﾏﾂ", "他人　松")])
CHILDREN = st.sampled_from([PersonName("ﾐﾎﾝ ｺﾊﾙ"), PersonName("ﾐﾎﾝ ｺﾅﾂ")])
COMMANDS: st.SearchStrategy[Command] = st.one_of(
    st.builds(lambda number, name, on: joins(number, name=name, on=on), NUMBERS, PEOPLE, DAYS),
    st.builds(leaves, DAYS, NUMBERS),
    st.builds(lambda name, on: certified(name, on=on), CHILDREN, DAYS),
    st.builds(removed, DAYS, CHILDREN),
    st.builds(changed, CHILDREN),
)
ROWS = st.lists(COMMANDS, min_size=1, max_size=14).map(lambda rest: [joins("7"), *rest])


def events_of(commands: Sequence[Command]) -> list[Event]:
    desk = intake()
    events: list[Event] = []
    for line, command in enumerate(commands, start=1):
        try:
            events += [taken.event for taken in desk.take(CommandRow(line, (command,)))]
        except ObjectionError:
            continue
    return events


@settings(max_examples=400, deadline=None)
@given(ROWS)
def test_the_folded_coverage_keeps_every_constraint_of_the_schema(
    commands: list[Command],
) -> None:
    fold = Fold({})
    for n, event in enumerate(events_of(commands)):
        fold.add(event, UUID(int=n))
    keys = Counter(row[1] for row in fold.persons.values())
    assert all(count == 1 for count in keys.values())
    open_keys: Counter[str] = Counter()
    for chain in fold.spans.values():
        link(chain)
        for span in chain:
            assert span.valid_from <= span.valid_until
            assert span.prev_until is None or span.prev_until < span.valid_from
            open_keys[span.paper_key] += span.valid_until == OPEN_END
    assert all(count <= 1 for count in open_keys.values())


@settings(max_examples=200, deadline=None)
@given(ROWS)
def test_no_dependent_is_covered_when_the_insured_person_is_not(commands: list[Command]) -> None:
    fold = Fold({})
    for n, event in enumerate(events_of(commands)):
        fold.add(event, UUID(int=n))
    for chain in fold.spans.values():
        for span in chain:
            head = fold.spans[span.insured_person_id]
            assert any(
                one.valid_from <= span.valid_from and span.valid_until <= one.valid_until
                for one in head
            )
