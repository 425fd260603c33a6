"""The vault of My Numbers: put in with the events, taken out with a purpose that is logged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, Row, TextClause, text

from kenpo.storage.access import Access, Role
from kenpo.storage.errors import StorageError
from kenpo.storage.keys import Keys
from kenpo.storage.sealing import digest_of, seal, unseal
from kenpo.values.ids import PersonId
from kenpo.values.insurer import Insurer
from kenpo.values.my_number import MyNumber

_PUT = text("select vault.put(:insurer, :persons, :digests, cast(:version as smallint), :sealeds)")
_REVEAL = text("select key_version, sealed from vault.reveal(:insurer, :person, :actor, :purpose)")
_AS_OWNER = text(f"set local role {Role.OWNER}")
_MINE = text("select set_config('app.insurer', :insurer, true)")
_ANY = text("select exists (select from vault.my_number where insurer = :insurer)")
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


def refuse_lost_keys(access: Access, path: Path) -> None:
    """Stop when the file of the keys is gone and numbers lie sealed with them.

    Raises StorageError: fresh keys would make those numbers unreadable for good.
    """
    if not path.exists() and _holds_numbers(access):
        raise StorageError(
            f"鍵のファイル {path} がありません。台帳には、その鍵で封じた個人番号があります。"
            f" / The key file {path} is gone, and My Numbers are sealed with its keys.",
            "控えから戻すか、KENPO_KEYS に正しいファイルを指定してください。新しい鍵は作りません。"
            " / Restore it from a backup, or name the right file in KENPO_KEYS.",
        )


def _holds_numbers(access: Access) -> bool:
    """Whether any insurer has a number in the vault."""
    with access.login() as connection:
        connection.execute(_AS_OWNER)
        return any(_holds(connection, insurer) for insurer in Insurer)


def _holds(connection: Connection, insurer: Insurer) -> bool:
    connection.execute(_MINE, {"insurer": insurer.value})
    return bool(connection.scalar(_ANY, {"insurer": insurer.value}))


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
