"""Transactions of one insurer: ``ports.Database`` and ``ports.Session`` on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import psycopg
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import IntegrityError

from kenpo.operations.ports import Clock
from kenpo.storage.access import Access, Role
from kenpo.storage.errors import ConflictError
from kenpo.storage.events import Stamp
from kenpo.storage.imports import PostgresImports
from kenpo.storage.keys import Keys
from kenpo.storage.register import PostgresRegister
from kenpo.storage.vault import Vault
from kenpo.storage.waves import PostgresWaves
from kenpo.values.insurer import Insurer

_OVERLAP = (
    "この人の資格の期間が重なります。 / The periods of cover overlap.",
    "前の資格の喪失届が先に届いているか確かめてください。 / Record the earlier loss first.",
)
_TWICE = (
    "まだ終わっていない別の封筒に同じ人の資格確認書があります。 / The person has an open piece.",
    "どちらの送付時期で送るかを決めてください。 / Decide in which wave it goes.",
)
_ADVICE = {
    "one_open_piece_of_certificate": _TWICE,
    "one_open_piece_of_person": _TWICE,
    "coverage_no_overlap": _OVERLAP,
    "coverage_one_head": _OVERLAP,
    "coverage_one_follower": _OVERLAP,
    "coverage_last_day": _OVERLAP,
    "coverage_chain": _OVERLAP,
    "coverage_pkey": _OVERLAP,
    "coverage_not_empty": (
        "資格の終わりが始まりより前です。 / The cover ends before it begins.",
        "取得年月日と喪失年月日を確かめてください。 / Check the two dates.",
    ),
    "coverage_one_holder": (
        "同じ記号・番号・枝番の人がすでにいます。 / The number is held by another person.",
        "番号を確かめてください。 / Check the number.",
    ),
}


@dataclass(frozen=True, slots=True)
class PostgresSession:
    """One transaction of one insurer."""

    connection: Connection
    register: PostgresRegister
    imports: PostgresImports
    waves: PostgresWaves


@dataclass(frozen=True, slots=True)
class PostgresDatabase:
    """Opens transactions under the application's role, bound to one insurer's rows."""

    application: Engine = field(repr=False)
    vault_engine: Engine = field(repr=False)
    keys: Keys
    clock: Clock

    @classmethod
    def open(cls, access: Access, keys: Keys, clock: Clock) -> PostgresDatabase:
        """Return the database behind an access whose schema is ready."""
        return cls(access.engine(Role.APPLICATION), access.engine(Role.VAULT), keys, clock)

    @contextmanager
    def begin(self, insurer: Insurer, actor: str) -> Iterator[PostgresSession]:
        """Open a transaction; leaving it normally commits, an exception rolls it back.

        Raises ConflictError, without any person's data, for what the schema refuses.
        """
        try:
            with self.application.begin() as connection:
                bind(connection, insurer)
                yield self._session(connection, insurer, actor)
        except (IntegrityError, psycopg.IntegrityError) as error:
            raise conflict(error) from None

    def vault(self, insurer: Insurer, actor: str) -> Vault:
        """Return the vault as one actor may look into it."""
        return Vault(self.vault_engine, self.keys, insurer, actor)

    def close(self) -> None:
        """Close all connections."""
        self.application.dispose()
        self.vault_engine.dispose()

    def _session(self, connection: Connection, insurer: Insurer, actor: str) -> PostgresSession:
        stamp = Stamp(self.clock.now(), actor)
        return PostgresSession(
            connection=connection,
            register=PostgresRegister(connection, insurer, self.keys, stamp),
            imports=PostgresImports(connection, insurer),
            waves=PostgresWaves(connection, insurer, actor),
        )


def bind(connection: Connection, insurer: Insurer) -> None:
    """Let the transaction see one insurer's rows only; the setting ends with it."""
    statement = text("select set_config('app.insurer', :insurer, true)")
    connection.execute(statement, {"insurer": insurer.value})


def conflict(error: IntegrityError | psycopg.IntegrityError) -> ConflictError:
    """Return what a refused constraint means, by its name; the refused values are left out."""
    refused = error.orig if isinstance(error, IntegrityError) else error
    diagnostics = getattr(refused, "diag", None)
    name = getattr(diagnostics, "constraint_name", None) or "?"
    what, todo = _ADVICE.get(
        name,
        (
            f"データベースの制約 {name} に反します。 / The constraint {name} refuses it.",
            "同じ内容が別の形で登録されていないか確かめてください。 / Look for a contradiction.",
        ),
    )
    return ConflictError(what, todo)
