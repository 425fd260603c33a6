"""The vault of My Numbers: put in with the events, taken out with a purpose that is logged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, Row, TextClause, text

from kenpo.storage.errors import StorageError
from kenpo.storage.keys import Keys
from kenpo.storage.sealing import digest_of, seal, unseal
from kenpo.values.ids import PersonId
from kenpo.values.insurer import Insurer
from kenpo.values.my_number import MyNumber

_PUT = text("select vault.put(:insurer, :persons, :digests, cast(:version as smallint), :sealeds)")
_REVEAL = text("select key_version, sealed from vault.reveal(:insurer, :person, :actor, :purpose)")
_FIND = text("select vault.find(:insurer, :digest, :actor, :purpose)")


def put(
    connection: Connection,
    insurer: Insurer,
    keys: Keys,
    numbers: Sequence[tuple[PersonId, MyNumber]],
) -> None:
    """Seal the numbers and put them in, inside the caller's transaction; the last of a person wins.

    The application's role may do this and cannot read them back.
    """
    newest = dict(numbers)
    if not newest:
        return
    values = {
        "insurer": insurer.value,
        "persons": list(newest),
        "digests": [digest_of(keys, number) for number in newest.values()],
        "version": keys.version,
        "sealeds": [seal(keys, insurer, person, number) for person, number in newest.items()],
    }
    connection.execute(_PUT, values)


@dataclass(frozen=True, slots=True)
class Vault:
    """Looks into the vault under its own role. Every look is logged before anything comes out."""

    engine: Engine = field(repr=False)
    keys: Keys
    insurer: Insurer
    actor: str

    def reveal(self, person: PersonId, purpose: str) -> MyNumber | None:
        """Return a person's My Number, None when there is none; ``purpose`` goes into the log."""
        rows = self._look(_REVEAL, {"person": person}, purpose)
        if not rows:
            return None
        version, sealed = rows[0].key_version, bytes(rows[0].sealed)
        return unseal(self.keys, self.insurer, person, (version, sealed))

    def find(self, number: MyNumber, purpose: str) -> Sequence[PersonId]:
        """Return the persons who have this My Number."""
        rows = self._look(_FIND, {"digest": digest_of(self.keys, number)}, purpose)
        return [PersonId(row[0]) for row in rows]

    def _look(
        self, statement: TextClause, values: dict[str, UUID | bytes], purpose: str
    ) -> Sequence[Row[Any]]:
        if not purpose.strip():
            raise StorageError(
                "個人番号を見る目的がありません。 / No purpose is given.",
                "目的を書いてください。 / State the purpose.",
            )
        who = {"insurer": self.insurer.value, "actor": self.actor, "purpose": purpose}
        with self.engine.begin() as connection:
            connection.execute(text("select set_config('app.insurer', :insurer, true)"), who)
            return connection.execute(statement, {**values, **who}).all()  # leaving commits the log
