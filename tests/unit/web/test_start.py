from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from kenpo.values.insurer import Policy
from kenpo.web.desk.answer import Verdict
from kenpo.web.start.timeline import KNOWN_DATES, timeline
from support.web_house import fake_house

Client = TestClient[Litestar]

# The old card alone with a valid query, by S0 L46, S3 L27 and the announcement of 2026-03-19.
OLD_CARD = {
    Policy.CURRENT: "○○△△△△×××",
    Policy.SEEDS: "○○△△×××××",
}


@pytest.mark.parametrize("policy", list(Policy))
def test_the_line_of_dates_shows_where_the_old_card_s_answer_changes(
    policy: Policy, tmp_path: Path
) -> None:
    line = timeline(fake_house(tmp_path), {"policy": policy.value})
    marks = [stop.answer.verdict.sign for stop in line.stops if stop.on in KNOWN_DATES]
    assert "".join(marks) == OLD_CARD[policy]


def test_today_stands_on_the_line_once_and_is_chosen_first(tmp_path: Path) -> None:
    other = timeline(fake_house(tmp_path), {})
    assert [stop.on for stop in other.stops if stop.is_today] == [date(2026, 11, 20)]
    assert other.chosen == date(2026, 11, 20)
    same = timeline(fake_house(tmp_path, day=date(2025, 12, 2)), {})
    assert len(same.stops) == len(KNOWN_DATES)
    assert [stop.on for stop in same.stops if stop.is_today] == [date(2025, 12, 2)]


@pytest.mark.parametrize("on", ["2025-12-03", "tomorrow", ""])
def test_a_day_that_is_not_on_the_line_becomes_today(tmp_path: Path, on: str) -> None:
    assert timeline(fake_house(tmp_path), {"on": on}).chosen == date(2026, 11, 20)


def test_the_page_contains_the_fragment_unchanged(client: Client) -> None:
    page = client.get("/?on=2025-12-02&policy=seeds").text
    fragment = client.get("/dates?on=2025-12-02&policy=seeds")
    inside = page.split('<div id="dates">')[1].split("</section>\n</main>")[0]
    assert inside.rpartition("</div>")[0].strip() == fragment.text.strip()
    assert fragment.headers["hx-replace-url"] == "/?on=2025-12-02&policy=seeds"


def test_each_case_leads_to_the_same_answer_at_the_desk(client: Client, tmp_path: Path) -> None:
    for day in KNOWN_DATES:
        for case in timeline(fake_house(tmp_path), {"on": day.isoformat()}).cases:
            desk = client.get(case.address).text
            assert f'class="panel {case.answer.verdict.value}"' in desk


def test_every_answer_on_the_page_is_sourced(client: Client) -> None:
    for policy in Policy:
        text = client.get(f"/?on=2026-04-01&policy={policy.value}").text
        assert text.count('<li class="case ') == text.count('<details class="sources">')
        assert len(re.findall(r'<figure class="citation">', text)) >= text.count("<details")
        assert all(verdict.label_ja for verdict in Verdict)
