from pathlib import Path

import pytest

from kenpo.operations.print_ledger import LEDGER, PrintLedger, file_sha256, sole_use
from kenpo.operations.wave_desk import WaveNotReadyError

MADE_OF = ("wave", "forms=1")


def finished(folder: Path, name: str = "one.pdf", pages: int = 3) -> PrintLedger:
    (folder / name).write_bytes(b"pages")
    ledger = PrintLedger.open(folder, MADE_OF)
    ledger.add(name, file_sha256(folder / name), pages)
    return ledger


def test_a_finished_file_is_known_to_the_next_run(tmp_path: Path) -> None:
    finished(tmp_path)
    again = PrintLedger.open(tmp_path, MADE_OF)
    assert again.has("one.pdf")
    assert again.pages(["one.pdf"]) == 3
    assert again.require(["one.pdf"]) == (tmp_path / "one.pdf",)


@pytest.mark.parametrize("other", [("other wave", "forms=1"), ("wave", "forms=2"), ("wave",)])
def test_a_file_of_another_wave_or_form_does_not_count(
    tmp_path: Path, other: tuple[str, ...]
) -> None:
    finished(tmp_path)
    assert not PrintLedger.open(tmp_path, other).has("one.pdf")


def test_a_changed_or_lost_file_does_not_count_and_is_named(tmp_path: Path) -> None:
    ledger = finished(tmp_path)
    (tmp_path / "one.pdf").write_bytes(b"Pages")
    assert not ledger.has("one.pdf")
    with pytest.raises(WaveNotReadyError, match=r"one\.pdf"):
        ledger.require(["one.pdf"])
    (tmp_path / "one.pdf").unlink()
    assert not ledger.has("one.pdf")


def test_a_file_that_changed_after_its_check_does_not_count(tmp_path: Path) -> None:
    (tmp_path / "one.pdf").write_bytes(b"pages")
    checked = file_sha256(tmp_path / "one.pdf")
    (tmp_path / "one.pdf").write_bytes(b"page")
    ledger = PrintLedger.open(tmp_path, MADE_OF)
    ledger.add("one.pdf", checked, 3)
    assert not ledger.has("one.pdf")


def test_a_line_cut_by_a_kill_is_as_if_not_written(tmp_path: Path) -> None:
    finished(tmp_path)
    finished(tmp_path, "two.pdf")
    record = tmp_path / LEDGER
    whole = record.read_bytes()
    first = whole.index(b"\n") + 1
    for cut in range(first, len(whole)):
        record.write_bytes(whole[:cut])
        ledger = PrintLedger.open(tmp_path, MADE_OF)
        assert (ledger.has("one.pdf"), ledger.has("two.pdf")) == (True, False)
        assert record.read_bytes() == whole[:first]


def test_a_folder_is_used_by_one_at_a_time_and_free_again_after(tmp_path: Path) -> None:
    with sole_use(tmp_path), pytest.raises(WaveNotReadyError, match="別の印刷"), sole_use(tmp_path):
        raise AssertionError("two at once")
    with sole_use(tmp_path):
        pass
