"""The register of one insurer: ``ports.Register`` on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, text

from kenpo.operations.ports import NumberedEvent, RegisterCounts
from kenpo.register.establishment import Establishment, OfficeKey
from kenpo.register.events import Recorded
from kenpo.register.view import MemberRecord
from kenpo.storage import counts, offices, vault
from kenpo.storage.events import Events, Stamp, take_turn
from kenpo.storage.keys import Keys
from kenpo.storage.members import IN_BRANCHES, OF_NUMBERS, OF_OFFICES, members
from kenpo.storage.projections import apply
from kenpo.storage.rebuild import Rebuilt, rebuild
from kenpo.storage.spans import OPEN_END
from kenpo.values.branch import Branch
from kenpo.values.ids import PersonId
from kenpo.values.insurer import Insurer
from kenpo.values.insurer_number import InsurerNumber


@dataclass(frozen=True, slots=True)
class PostgresRegister:
    """The register inside the connection's transaction."""

    connection: Connection
    insurer: Insurer
    keys: Keys
    stamp: Stamp

    def establishments(self, keys: Sequence[OfficeKey]) -> Mapping[OfficeKey, Establishment]:
        """Return the known establishments among the given offices."""
        return offices.establishments(self.connection, self.insurer, keys)

    def coverage_of_offices(self, keys: Sequence[OfficeKey]) -> Sequence[MemberRecord]:
        """Return everybody ever covered at the offices: the newest coverage there of each."""
        return list(self._members(OF_OFFICES, OPEN_END, offices.arrays(keys)))

    def coverage_of_insurer_numbers(
        self, numbers: Sequence[InsurerNumber]
    ) -> Sequence[MemberRecord]:
        """Return everybody ever covered under the numbers: the newest coverage there of each."""
        values = {"numbers": [str(number) for number in numbers]}
        return list(self._members(OF_NUMBERS, OPEN_END, values))

    def holders(self, paper_keys: Sequence[str]) -> Mapping[str, PersonId]:
        """Return who holds, or last held, each insurer number with its 記号・番号・枝番."""
        statement = text(
            "select distinct on (paper_key) paper_key, person_id from kenpo.coverage"
            " where insurer = :insurer and paper_key = any(:paper_keys)"
            " order by paper_key, valid_from desc"
        )
        values = {"insurer": self.insurer.value, "paper_keys": list(paper_keys)}
        rows = self.connection.execute(statement, values)
        return {row.paper_key: PersonId(row.person_id) for row in rows}

    def take_turn(self) -> None:
        """Wait until no other transaction writes events of the insurer; held to the end."""
        take_turn(self.connection, self.insurer)

    def unrecorded(self, events: Sequence[NumberedEvent]) -> Sequence[NumberedEvent]:
        """Return the events not yet known by key, each fact once, in order."""
        return Events(self.connection, self.insurer).unrecorded(events)

    def append(self, events: Sequence[NumberedEvent]) -> int:
        """Append the events not yet known by key, update the projections, count the new ones.

        Raises ConflictError, and nothing of the transaction is kept, when coverage would overlap.
        """
        fresh = Events(self.connection, self.insurer).append(events, self.stamp)
        if fresh:
            apply(self.connection, self.insurer, [(key, one.event) for key, one in fresh])
        numbers = [one.my_number for _, one in fresh if one.my_number is not None]
        vault.put(self.connection, self.insurer, self.keys, numbers)
        return len(fresh)

    def members_as_of(self, on: date, branches: Sequence[Branch]) -> Iterator[MemberRecord]:
        """Yield each person whose newest coverage begun by ``on`` is in the branches."""
        return self._members(IN_BRANCHES, on, {"branches": [branch.code for branch in branches]})

    def history_of(self, person_id: PersonId) -> Sequence[Recorded]:
        """Return all events of a person in the order they were recorded."""
        return Events(self.connection, self.insurer).of_person(person_id)

    def counts(self, on: date) -> RegisterCounts:
        """Count the members covered on a day."""
        return counts.counts(self.connection, self.insurer, on)

    def counts_by_branch(self, on: date) -> Mapping[Branch, int]:
        """Count the members covered on a day, by branch."""
        return counts.counts_by_branch(self.connection, self.insurer, on)

    def find(self, paper_key: str) -> PersonId | None:
        """Return who holds, or last held, an insurer number with its 記号・番号・枝番."""
        statement = text(
            "select person_id from kenpo.coverage where insurer = :insurer"
            " and paper_key = :paper_key order by valid_from desc limit 1"
        )
        values = {"insurer": self.insurer.value, "paper_key": paper_key}
        found = self.connection.scalar(statement, values)
        return None if found is None else PersonId(found)

    def rebuild(self) -> Sequence[Rebuilt]:
        """Fold all events again into empty projections; return each table before and after."""
        return rebuild(self.connection, self.insurer)

    def _members(
        self, query: str, on: date, values: Mapping[str, object]
    ) -> Iterator[MemberRecord]:
        return members(self.connection, query, {"insurer": self.insurer.value, "on": on, **values})
