"""Prints and packs waves side by side, as many at a time as there are processors.

Waves share nothing but the database, so each may have a process of its own.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.queues import SimpleQueue
from pathlib import Path
from threading import Thread

from kenpo import wiring
from kenpo.operations.pack_wave import pack_wave
from kenpo.operations.ports import Progress
from kenpo.operations.print_wave import PrintedWave, print_wave
from kenpo.values.ids import WaveId

_Tick = tuple[WaveId, int, int]
_Ticks = SimpleQueue[_Tick | None]
# A process of the pool keeps here the queue it was started with.
_ticks: list[_Ticks] = []


def print_waves(
    actor: str, folder: Path, bars: Mapping[WaveId, Progress]
) -> dict[WaveId, PrintedWave]:
    """Print and pack frozen waves into ``folder``, each with its bar; the first begin first.

    The processes open what the environment's settings name. Raises what a wave raised.
    """
    if not bars:
        return {}
    context = get_context("spawn")
    ticks: _Ticks = context.SimpleQueue()
    workers = min(len(bars), os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, context, _begin, (ticks,)) as pool:
        reader = Thread(target=_show, args=(ticks, bars))
        reader.start()
        try:
            with _interrupts_later():
                futures = {wave: pool.submit(_print, wave, actor, folder) for wave in bars}
            return {wave: future.result() for wave, future in futures.items()}
        finally:
            pool.shutdown(cancel_futures=True)
            ticks.put(None)
            reader.join()


@contextmanager
def _interrupts_later() -> Iterator[None]:
    """Let Ctrl+C wait; a process started meanwhile lets it wait until it has begun."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(ticks: _Ticks) -> None:
    # Ctrl+C is the parent's to answer; a worker just ends.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    _ticks.append(ticks)


def _show(ticks: _Ticks, bars: Mapping[WaveId, Progress]) -> None:
    while (tick := ticks.get()) is not None:
        wave_id, done, total = tick
        bars[wave_id](done, total)


def _print(wave_id: WaveId, actor: str, folder: Path) -> PrintedWave:
    def tell(done: int, total: int) -> None:
        _ticks[0].put((wave_id, done, total))

    with wiring.open_kenpo() as kenpo:
        desk = wiring.wave_desk(kenpo, actor, tell)
        printed = print_wave(desk, wave_id, folder)
        pack_wave(desk, wave_id, folder)
    return printed
