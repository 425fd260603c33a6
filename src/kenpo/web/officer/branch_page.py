"""What the officer's page of one branch shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from kenpo.mailing.model import Wave
from kenpo.operations.ports import WaveCounts
from kenpo.values.branch import ALL_BRANCHES, Branch
from kenpo.values.ids import WaveId
from kenpo.web.house import House
from kenpo.web.officer.funnel import Balance, Step, balances, funnel
from kenpo.web.officer.packages import WaveFile, files_of
from kenpo.web.officer.wave_page import begin

_NOBODY = WaveCounts(0, 0, 0, 0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class BranchView:
    """One branch of a wave: when, how many, which files."""

    wave: Wave
    branch: Branch
    posted_on: date
    counts: WaveCounts
    steps: tuple[Step, ...]
    balances: tuple[Balance, ...]
    files: tuple[WaveFile, ...]

    @property
    def printed(self) -> tuple[WaveFile, ...]:
        """What the print company prints."""
        return tuple(file for file in self.files if not file.is_list)

    @property
    def lists(self) -> tuple[tuple[WaveFile, ...], ...]:
        """The employers' lists, each as PDF and as a sheet."""
        found = (file for file in self.files if file.is_list)
        return tuple(tuple(same) for _, same in groupby(found, key=lambda file: file.number))


def branch_page(house: House, wave_id: WaveId, code: int) -> BranchView | None:
    """Return the page, or None when there is no such wave or the branch is not in it."""
    branch = next((branch for branch in ALL_BRANCHES if branch.code == code), None)
    with begin(house) as session:
        wave = session.waves.plan(wave_id)
        if wave is None or branch is None or branch not in dict(wave.posting):
            return None
        counts = session.waves.counts_by_branch(wave_id).get(branch, _NOBODY)
    found = tuple(file for file in files_of(house.packages, wave_id) if file.branch == branch)
    posted_on = dict(wave.posting)[branch]
    return BranchView(wave, branch, posted_on, counts, funnel(counts), balances(counts), found)
