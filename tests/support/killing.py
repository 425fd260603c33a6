"""Commands that are killed at random moments, and the databases they work on."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, cast

import psycopg

from kenpo.storage.launcher import Server

KILLS = 10
TODAY = "2026-11-30"


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: by our kill, or by itself with a status."""

    killed: bool
    status: int | None
    seconds: float


@dataclass(slots=True)
class Killer:
    """Runs commands and kills some. ``seed`` makes its moments repeatable; ``kills`` counts."""

    process: subprocess.Popen[str]
    log: Path
    seed: int
    kills: int = 0
    moments: list[str] = field(default_factory=list)

    def run(self, args: Sequence[str], env: Mapping[str, str]) -> Ended:
        """Run a command to its end; a status above 1 is a failure of the test."""
        ended = self._order(args, env, None)
        assert ended.status in {0, 1}, f"{args} → {ended.status}\n{self.log.read_text()[-4000:]}"
        return ended

    def kill(self, args: Sequence[str], env: Mapping[str, str], within: float) -> Ended:
        """Run a command and kill it at a random moment of a span, unless it ends before."""
        chance = random.Random(f"{self.seed}:{len(self.moments)}")
        moment = chance.uniform(0.0, within)
        ended = self._order(args, env, moment)
        self.kills += ended.killed
        self.moments.append(f"{moment:.3f}s {'killed' if ended.killed else 'done'}")
        assert ended.killed or ended.status in {0, 1}, self.log.read_text()[-4000:]
        return ended

    def _order(self, args: Sequence[str], env: Mapping[str, str], after: float | None) -> Ended:
        order = {"args": list(args), "env": dict(env), "kill_after": after, "log": str(self.log)}
        told, answered = cast("IO[str]", self.process.stdin), cast("IO[str]", self.process.stdout)
        told.write(json.dumps(order) + "\n")
        told.flush()
        return Ended(**json.loads(answered.readline()))


@contextmanager
def killer(folder: Path, seed: int) -> Iterator[Killer]:
    """Give a killer whose commands write their words into a log in the folder."""
    script = Path(__file__).with_name("zygote.py")
    command = [sys.executable, str(script)]
    environment = os.environ | {"COLUMNS": "160", "KENPO_TODAY": TODAY}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        yield Killer(process, folder / "commands.log", seed)
        cast("IO[str]", process.stdin).close()


@dataclass(frozen=True, slots=True)
class Databases:
    """Databases of one server, made by copying."""

    server: Server

    def copy(self, template: str) -> str:
        """Make a database like another and return its name."""
        name = f"kill_{uuid.uuid4().hex[:12]}"
        self._run(f'create database "{name}" template "{template}"')
        return name

    def drop(self, name: str) -> None:
        """Remove a database, whoever still hangs on it."""
        self._run(f'drop database "{name}" with (force)')

    def let_go(self, name: str) -> None:
        """End the backends whose client was killed, so that the database can be copied."""
        of_name = f"from pg_stat_activity where datname = '{name}'"
        self._run(f"select pg_terminate_backend(pid) {of_name}")

    def url(self, name: str) -> str:
        """The database for ``KENPO_DATABASE_URL``."""
        return f"postgresql://{self.server.superuser}@/{name}?host={self.server.socket}"

    def rows(self, name: str, statement: str) -> list[tuple[object, ...]]:
        """Ask a database, past all row-level security."""
        with psycopg.connect(
            host=str(self.server.socket), user=self.server.superuser, dbname=name
        ) as connection:
            return connection.execute(statement.encode()).fetchall()

    def _run(self, statement: str) -> None:
        with psycopg.connect(
            host=str(self.server.socket),
            user=self.server.superuser,
            dbname="postgres",
            autocommit=True,
        ) as connection:
            connection.execute(statement.encode())


# What a register says, without the ids that differ from run to run.
_IMAGE = (
    "select event_key, kind, file, file_sha256, line from kenpo.event order by 1",
    """select sha256, name, kind, rows, accepted, refused, unchanged
       from kenpo.imported_file order by 1""",
    "select sha256, position, line, field, reason from kenpo.refusal order by 1, 2",
    """select paper_key, valid_from, valid_until, prev_until, relation, decided_on, wish_ticked
       from kenpo.coverage order by 1, 2""",
    """select p.person_key, s.as_of, s.card, s.use_registered_on, s.my_number_filed
       from kenpo.card_status s join kenpo.person p using (insurer, person_id) order by 1, 2""",
    """select p.person_key, n.valid_from, n.kana, n.registered from kenpo.person_name n
       join kenpo.person p using (insurer, person_id) order by 1, 2, 3, 4""",
    "select branch, county, office_symbol, symbol, name from kenpo.establishment order by 1, 2, 3",
    "select count(*) from vault.my_number",
    "select wave_id, frozen_at, sha256, book from kenpo.wave order by 1",
    "select piece_id, position, state from kenpo.piece order by 1",
    "select serial, paper_key, is_open from kenpo.piece_certificate order by 1",
    "select serial, issued_on, valid_until from kenpo.certificate order by 1",
    "select wave_id, state, moved from kenpo.wave_step order by 1, 2",
)


def image(databases: Databases, name: str) -> list[list[tuple[object, ...]]]:
    """Everything a database says that must not depend on kills."""
    return [databases.rows(name, statement) for statement in _IMAGE]
