"""What kenpo demo --once removes of a folder, and what it leaves alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kenpo import wiring
from kenpo.cli import demo_run
from kenpo.demo.generate import Order
from kenpo.values.errors import InvalidValueError

ORDER = Order(5, 1, date(2025, 4, 30))


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for a run that breaks off after it began a wave."""

    def breaks_off(_kenpo: object, _order: Order, out: Path) -> None:
        (out / "bulk-2025-07").mkdir()
        raise KeyboardInterrupt

    for name in ("HOME", "TODAY"):
        monkeypatch.setenv(f"KENPO_{name}", "")
    monkeypatch.setattr(demo_run, "_tour", breaks_off)
    monkeypatch.setattr(wiring, "open_kenpo", _nothing_open)
    return tmp_path


class _nothing_open:  # noqa: N801 - stands in for a function
    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None: ...


def test_a_register_beside_the_results_is_left_alone(out: Path) -> None:
    keys = out / ".kenpo" / "keys.json"
    keys.parent.mkdir()
    keys.touch()
    with pytest.raises(KeyboardInterrupt):
        demo_run.run_once(ORDER, out)
    assert keys.exists()


def test_a_run_that_breaks_off_leaves_nothing_behind(out: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        demo_run.run_once(ORDER, out)
    assert not list(out.iterdir())


def test_waves_that_no_demo_made_are_not_touched(out: Path) -> None:
    mine = out / "bulk-2025-08" / "mine.txt"
    mine.parent.mkdir()
    mine.touch()
    with pytest.raises(InvalidValueError, match="作ったものではない"):
        demo_run.run_once(ORDER, out)
    assert mine.exists()


def test_the_waves_of_an_earlier_run_are_made_again(out: Path) -> None:
    (out / "bulk-2025-08").mkdir()
    (out / "summary.json").write_text("{}", "utf-8")
    with pytest.raises(KeyboardInterrupt):
        demo_run.run_once(ORDER, out)
    assert not list(out.iterdir())
