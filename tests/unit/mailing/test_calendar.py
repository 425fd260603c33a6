from datetime import date
from importlib.resources import files

import pytest

from kenpo.mailing.calendar import parse_calendar
from kenpo.rulebook.citations import Mark
from kenpo.values.branch import ALL_BRANCHES, Branch
from kenpo.values.business_day import is_business_day
from kenpo.values.ids import WaveId

CALENDAR = parse_calendar(
    files("kenpo.mailing").joinpath("calendars/kyokai_kenpo.toml").read_text("utf-8")
)
ROW = """
[[branch]]
code = 32
wave = "w"
posting_on = {day}
mark = "{mark}"
source = "S3"
place = "L16"
"""
HEAD = 'insurer = "kyokai_kenpo"\nsnapshot_on = 2025-04-30\n'


def test_every_branch_stands_in_exactly_one_wave() -> None:
    assert tuple(row.branch for row in CALENDAR.rows) == ALL_BRANCHES


def test_there_are_the_four_waves_of_the_employers_leaflet() -> None:
    assert CALENDAR.wave_ids == ("bulk-2025-07", "bulk-2025-08", "bulk-2025-09", "bulk-2025-10")


def test_a_wave_is_named_for_the_month_of_its_posting_days() -> None:
    assert all(row.wave_id == f"bulk-{row.posting_on:%Y-%m}" for row in CALENDAR.rows)


def test_shimane_alone_is_first_on_the_day_the_source_text_names() -> None:
    wave = CALENDAR.wave(WaveId("bulk-2025-07"))
    assert wave.posting == ((Branch(32), date(2025, 7, 31)),)
    assert wave.snapshot_on == date(2025, 4, 30)


def test_only_shimanes_day_is_called_verbatim() -> None:
    assert [row.branch.name for row in CALENDAR.rows if row.mark is Mark.VERBATIM] == ["島根"]


def test_an_assumed_day_is_the_first_business_day_of_its_month() -> None:
    assumed = [row.posting_on for row in CALENDAR.rows if row.mark is Mark.NONE]
    assert assumed
    for day in assumed:
        earlier = [day.replace(day=n) for n in range(1, day.day)]
        assert is_business_day(day)
        assert not any(map(is_business_day, earlier))


def test_an_unknown_wave_is_refused_with_the_known_ones() -> None:
    with pytest.raises(LookupError, match=r"bulk-2099-01.*bulk-2025-07"):
        CALENDAR.wave(WaveId("bulk-2099-01"))


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (HEAD + ROW.format(day="2025-07-31", mark="verbatim") * 2, "2回"),
        (HEAD + ROW.format(day='"7/31"', mark="verbatim"), "日付"),
        (HEAD + ROW.format(day="2025-07-31", mark="surely"), "surely"),
    ],
)
def test_a_faulty_calendar_is_refused(text: str, error: str) -> None:
    with pytest.raises((ValueError, TypeError), match=error):
        parse_calendar(text)
