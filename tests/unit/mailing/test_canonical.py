from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from kenpo.mailing.canonical import canonical_line, frozen_hash, instant_text
from kenpo.mailing.model import FrozenWave
from support.frozen import FROZEN_AT, frozen_wave

WAVE = frozen_wave()


def test_the_same_wave_has_the_same_hash_made_again() -> None:
    assert frozen_wave() == WAVE
    assert frozen_hash(frozen_wave()) == WAVE.sha256


def test_the_hash_covers_everything_but_itself() -> None:
    assert frozen_hash(replace(WAVE, sha256="other")) == WAVE.sha256


@pytest.mark.parametrize(
    "changed",
    [
        replace(WAVE, frozen_at=WAVE.frozen_at + timedelta(seconds=1)),
        replace(WAVE, book="other"),
        replace(WAVE, pieces=WAVE.pieces[:-1]),
        replace(WAVE, pieces=tuple(reversed(WAVE.pieces))),
        replace(WAVE, lists=()),
        replace(WAVE, held=()),
        replace(WAVE, held=WAVE.dropped, dropped=WAVE.held),
        replace(WAVE, wave=replace(WAVE.wave, posting=())),
    ],
)
def test_any_change_changes_the_hash(changed: FrozenWave) -> None:
    assert frozen_hash(changed) != WAVE.sha256


def test_an_instant_is_the_same_text_in_every_time_zone() -> None:
    japan = FROZEN_AT.astimezone(timezone(timedelta(hours=9)))
    assert instant_text(japan) == instant_text(FROZEN_AT) == "2025-07-10T00:00:00Z"


def test_names_are_written_as_they_are_registered() -> None:
    assert "島根　花子" in canonical_line(WAVE.pieces[0])


def test_a_value_without_one_way_to_write_it_is_refused() -> None:
    odd = replace(WAVE.pieces[0], envelope={1, 2})  # type: ignore[arg-type] # a wrong value on purpose
    with pytest.raises(TypeError, match="set"):
        canonical_line(odd)


def test_the_zone_of_the_freeze_does_not_matter() -> None:
    moved = replace(WAVE, frozen_at=datetime(2025, 7, 10, 9, tzinfo=timezone(timedelta(hours=9))))
    assert moved.frozen_at.astimezone(UTC) == WAVE.frozen_at
    assert frozen_hash(moved) == WAVE.sha256
