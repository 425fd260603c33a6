"""What the kill journeys share: commands, databases and files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kenpo.demo.generate import Received
from support.killing import KILLS, Databases, Killer

TEMPLATE = "kenpo_template"
KILLS_A_ROUND = 4


@dataclass(slots=True)
class Span:
    """How long a command takes; learnt anew from every run that outlives its kill."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Workshop:
    """Commands, databases and files of the kill journeys."""

    killer: Killer
    databases: Databases
    files: Received
    folder: Path

    def env(self, database: str) -> Mapping[str, str]:
        """The environment of a command on a database; the keys are the same for all."""
        return {
            "KENPO_DATABASE_URL": self.databases.url(database),
            "KENPO_HOME": str(self.folder / "home"),
        }

    @property
    def imports(self) -> tuple[tuple[str, ...], ...]:
        """The commands that take everything in."""
        return (
            ("import", "notifications", *map(str, self.files.notifications)),
            ("import", "status", *map(str, self.files.snapshots)),
        )

    def timed(self, command: Sequence[str], env: Mapping[str, str]) -> Span:
        """Run a command undisturbed and return how long it took."""
        return Span(self.killer.run(command, env).seconds)

    def disturbed(self, command: Sequence[str], env: Mapping[str, str], span: Span) -> None:
        """Kill a command some times at random moments, then let it end."""
        for _ in range(KILLS_A_ROUND):
            ended = self.killer.kill(command, env, span.seconds)
            if not ended.killed:
                span.seconds = ended.seconds
                break
        self.killer.run(command, env)

    def killed_often(self, round_: Callable[[], None]) -> str:
        """Repeat a round until enough kills hit it; return seed, number and moments."""
        before, first = self.killer.kills, len(self.killer.moments)
        while self.killer.kills - before < KILLS:
            round_()
        moments = ", ".join(self.killer.moments[first:])
        return f"seed {self.killer.seed}, {self.killer.kills - before} kills: {moments}"
