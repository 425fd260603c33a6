"""Settings, clocks and logs."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import structlog

from kenpo import wiring
from kenpo.values.errors import InvalidValueError
from kenpo.values.insurer import Insurer, Policy
from kenpo.wiring.logs import WITHHELD, processors

FULL_WIDTH = "987654321012".translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in wiring.Settings.model_fields:
        monkeypatch.delenv(f"KENPO_{name.upper()}", raising=False)


def test_without_any_setting_everything_lies_in_the_projects_own_folder() -> None:
    settings = wiring.load_settings()
    assert settings.home_folder == Path.cwd() / ".kenpo"
    assert settings.keys_file == Path.cwd() / ".kenpo" / "keys.json"
    assert (settings.insurer, settings.policy) == (Insurer.KYOKAI_KENPO, Policy.CURRENT)
    assert settings.today is None


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KENPO_TODAY", "2025-07-31")
    monkeypatch.setenv("KENPO_INSURER", "jsr_kenpo")
    monkeypatch.setenv("KENPO_DATABASE_URL", "postgresql://me:secret@host/kenpo")
    settings = wiring.load_settings()
    assert settings.today == date(2025, 7, 31)
    assert settings.insurer is Insurer.JSR_KENPO
    assert "secret" not in repr(settings)


def test_wrong_settings_are_named_all_at_once_without_their_values(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("KENPO_TODAY", "2025-13-01")
    monkeypatch.setenv("KENPO_POLICY", "hearsay")
    with pytest.raises(InvalidValueError) as refused:
        wiring.load_settings()
    assert "KENPO_TODAY" in refused.value.what
    assert "KENPO_POLICY" in refused.value.what
    assert "hearsay" not in str(refused.value)


def test_every_setting_has_a_japanese_and_an_english_name() -> None:
    for name, field in wiring.Settings.model_fields.items():
        japanese, joint, english = (field.description or "").partition(" / ")
        assert (japanese != "", joint, english != "") == (True, " / ", True), name


def test_the_clock_of_a_day_stands_at_noon_in_japan() -> None:
    clock = wiring.clock_for(date(2025, 7, 31))
    assert clock.today() == date(2025, 7, 31)
    assert clock.now() == datetime(2025, 7, 31, 3, tzinfo=UTC)


def test_the_machines_clock_gives_the_day_in_japan() -> None:
    clock = wiring.clock_for(None)
    assert clock.now().utcoffset() == UTC.utcoffset(None)
    assert abs((clock.today() - clock.now().date()).days) <= 1


def test_fresh_ids_are_all_different() -> None:
    ids = wiring.FreshIds()
    assert len({ids.person(), ids.establishment(), ids.person()}) == 3


def test_every_name_wiring_offers_can_be_had_and_no_other() -> None:
    for name in wiring.__all__:
        assert getattr(wiring, name).__module__.startswith("kenpo.")
    with pytest.raises(AttributeError):
        wiring.nothing  # type: ignore[attr-defined]  # noqa: B018 - the access is the test


def test_a_log_line_carries_no_field_that_is_not_on_the_list_and_no_long_number(
    capsys: pytest.CaptureFixture[str],
) -> None:
    log = structlog.wrap_logger(structlog.PrintLogger(), processors=processors())
    log.warning("row 987654321012 refused", count=3, name="島根　花子", path=f"/x/{FULL_WIDTH}")
    line = json.loads(capsys.readouterr().out)
    assert line["count"] == 3
    assert line["name"] == WITHHELD
    assert "987654321012" not in line["event"]
    assert line["path"] == f"/x/{WITHHELD}"
