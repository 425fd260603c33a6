"""Tables of a wave's counts: each number was counted by itself, and they add up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.table import Table

from kenpo.mailing.model import Held
from kenpo.operations.ports import WaveCounts
from kenpo.operations.print_wave import PrintedWave
from kenpo.operations.show_wave import WaveReport

_COUNTS = {
    "judged": "判定した人 / judged",
    "not_targets": "　対象外 / not due",
    "targets": "　対象者 / due",
    "certificates": "　　資格確認書 / certificates",
    "held": "　　保留 / held",
    "dropped": "　　取りやめ / dropped",
    "unknown": "（事実が分からず、保留する対象者 / due but held, facts missing）",
    "pieces": "封筒 / envelopes",
    "lists": "事業所の一覧表 / employers' lists",
}
_PRINTED = {
    "certificate_pages": "資格確認書のページ / certificate pages",
    "letter_pages": "送付案内のページ / letter pages",
    "lists": "事業所の一覧表 / employers' lists",
    "made": "今回作ったファイル / files made",
    "kept": "前からあったファイル / files kept",
}


def counts_table(by_wave: Mapping[str, WaveCounts]) -> Table:
    """Return the counts of waves side by side."""
    return _side_by_side(_COUNTS, by_wave)


def printed_table(by_wave: Mapping[str, PrintedWave]) -> Table:
    """Return what was printed for waves side by side."""
    return _side_by_side(_PRINTED, by_wave)


def report_tables(report: WaveReport) -> Sequence[Table]:
    """Return a wave's report: whole, by branch, reasons, states, who is held or dropped and why."""
    stopped = {"保留 / held": report.held, "取りやめ / dropped": report.dropped}
    return (
        counts_table({report.wave.wave_id: report.counts}),
        _branches(report),
        _counted("対象外の理由 / why not due", report.outs),
        _counted(
            "封筒の状態 / states of envelopes",
            {
                f"{state.label_ja} / {state.label_en}": count
                for state, count in report.states.items()
                if count
            },
        ),
        *(_stopped(title, found) for title, found in stopped.items() if found),
    )


def _stopped(title: str, stopped: Sequence[Held]) -> Table:
    table = Table(box=None)
    for head in (title, "支部 / branch", "理由 / why", "すること / to do"):
        table.add_column(head, overflow="fold")
    for one in stopped:
        table.add_row(one.paper_key, one.branch.name, one.reason, one.todo)
    return table


def _side_by_side(labels: Mapping[str, str], by_wave: Mapping[str, object]) -> Table:
    table = Table(box=None)
    table.add_column("")
    for wave in by_wave:
        table.add_column(wave, justify="right")
    for name, label in labels.items():
        table.add_row(label, *(f"{getattr(counts, name):,}" for counts in by_wave.values()))
    return table


def _branches(report: WaveReport) -> Table:
    table = Table(box=None)
    heads = ("支部 / branch", "発送初日 / from", "対象者 / due", "封筒 / envelopes")
    for place, head in enumerate(heads):
        table.add_column(head, justify="right" if place >= 2 else "left")
    posting = dict(report.wave.posting)
    for branch, counts in report.by_branch.items():
        numbers = (f"{counts.targets:,}", f"{counts.pieces:,}")
        table.add_row(branch.name, posting[branch].isoformat(), *numbers)
    return table


def _counted(title: str, counts: Mapping[str, int]) -> Table:
    table = Table(box=None)
    table.add_column(title)
    table.add_column("", justify="right")
    for name, count in counts.items():
        table.add_row(name, f"{count:,}")
    return table
