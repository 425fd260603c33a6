"""What the tour did, counted: each number is its own query or count."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from kenpo.operations.ports import ImportedFile, Refusal
from kenpo.operations.print_wave import PrintedWave
from kenpo.operations.show_wave import show_wave
from kenpo.operations.wave_desk import WaveDesk
from kenpo.values.ids import WaveId
from kenpo.wiring import Kenpo

ACTOR = "demo"


@dataclass(frozen=True, slots=True)
class Summary:
    """The numbers of ``summary.json``; ``letters`` are printed pages, ``refused`` rows."""

    members: int
    establishments: int
    targets: int
    certificates: int
    held: int
    dropped: int
    letters: int
    envelopes: int
    refused: int
    employer_lists: int

    def write(self, folder: Path) -> Path:
        """Write ``summary.json``, complete or not at all."""
        path = folder / "summary.json"
        half = path.with_suffix(".tmp")
        half.write_text(json.dumps(asdict(self), indent=2) + "\n", encoding="utf-8")
        return half.replace(path)


def summarise(kenpo: Kenpo, desk: WaveDesk, printed: dict[WaveId, PrintedWave]) -> Summary:
    """Count the register, the imports, the waves and the printed pages."""
    with kenpo.database.begin(kenpo.settings.insurer, ACTOR) as session:
        register = session.register.counts(kenpo.clock.today())
        files = session.imports.files()
    waves = [show_wave(desk, wave_id).counts for wave_id in printed]
    return Summary(
        members=register.members,
        establishments=register.establishments,
        targets=sum(each.targets for each in waves),
        certificates=sum(each.certificates for each in waves),
        held=sum(each.held for each in waves),
        dropped=sum(each.dropped for each in waves),
        letters=sum(each.letter_pages for each in printed.values()),
        envelopes=sum(each.pieces for each in waves),
        refused=sum(file.refused for file in files),
        employer_lists=sum(each.lists for each in waves),
    )


def branches_with_members(kenpo: Kenpo) -> int:
    """Count the branches somebody is covered by today."""
    with kenpo.database.begin(kenpo.settings.insurer, ACTOR) as session:
        return len(session.register.counts_by_branch(kenpo.clock.today()))


def refused_rows(kenpo: Kenpo) -> list[tuple[ImportedFile, Refusal]]:
    """Return the first refusal of each refused row, in the order the files were taken in."""
    with kenpo.database.begin(kenpo.settings.insurer, ACTOR) as session:
        found = [
            (file, refusal)
            for file in session.imports.files()
            if file.refused
            for refusal in session.imports.refusals(file.sha256)
        ]
    by_row = {(file.sha256, refusal.line): (file, refusal) for file, refusal in reversed(found)}
    return list(reversed(by_row.values()))
