"""The desk's page, its fragment and the engine say the same, in Japanese and English."""

from __future__ import annotations

import html
import random
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from kenpo.operations.decide import decide
from kenpo.values.insurer import Insurer, Policy
from kenpo.web.desk.answer import Verdict
from kenpo.web.desk.choices import ITEMS, Online, Reader, Registered
from kenpo.web.desk.date_boxes import DateBoxes
from kenpo.web.desk.form import DeskForm
from kenpo.web.desk.question import question_of
from kenpo.wiring import rule_library

Client = TestClient[Litestar]
SEED = 20251202
SAMPLE = 200
DAYS = [
    date(2025, 7, 31), date(2025, 12, 1), date(2025, 12, 2), date(2026, 3, 31),
    date(2026, 4, 1), date(2026, 8, 1), date(2029, 11, 30), date(2029, 12, 1),
]  # fmt: skip
ENDS = [None, date(2025, 11, 30), date(2029, 11, 30)]


def situation(chance: random.Random) -> DeskForm:
    """Return one of all situations the form can describe on the days that matter."""
    ends = chance.choice(ENDS)
    return DeskForm(
        on=DateBoxes.of_day("on", chance.choice(DAYS)),
        insurer=chance.choice(list(Insurer)),
        policy=chance.choice(list(Policy)),
        reader=chance.choice(list(Reader)),
        online=chance.choice(list(Online)),
        registered=chance.choice(list(Registered)),
        valid=DateBoxes("valid") if ends is None else DateBoxes.of_day("valid", ends),
        items=tuple(item for item in ITEMS if chance.random() < 0.4),
    )


def sampled() -> list[DeskForm]:
    chance = random.Random(SEED)
    return [situation(chance) for _ in range(SAMPLE)]


def engine(form: DeskForm) -> Mapping[str, Any]:
    return decide(rule_library(), question_of(form))


def desk_of(page: str) -> str:
    """Return what stands inside the region that htmx replaces."""
    inside = page.split('<div id="desk" class="desk">')[1].split("</main>", maxsplit=1)[0]
    return inside.rpartition("</div>")[0].strip()


def plain(text: str) -> str:
    """Return the words of HTML without its tags."""
    return re.sub(r"\s+", "", html.unescape(re.sub(r"<[^>]+>", "", text)))


def test_page_fragment_and_engine_agree_in_sampled_situations(client: Client) -> None:
    seen = set()
    for form in sampled():
        page = client.get(form.address()).text
        fragment = client.get(form.address().replace("/r?", "/r/answer?")).text
        assert desk_of(page) == fragment.strip(), (SEED, form)
        said, words = engine(form), plain(fragment)
        verdict = Verdict(said["outcome"] or "unknown")
        seen.add(verdict)
        assert f'<section class="panel {verdict.value}" id="answer"' in fragment, (SEED, form)
        assert plain(said["reasons"]["ja"]) in words
        for step in said["do"]:
            assert plain(step["ja"]) in words
        if said["say"]:
            assert plain(said["say"]["ja"]) in words
            assert plain(said["say"]["en"]) in words
        for citation in said["citations"]:
            assert plain(citation["quote"] or citation["note"]) in words
        assert said["book"] in words
    assert seen == set(Verdict)


def test_an_answer_that_lacks_a_fact_names_it_and_guesses_nothing(client: Client) -> None:
    form = DeskForm(DateBoxes.of_day("on", date(2026, 1, 15)), items=(ITEMS[1],))
    words = plain(client.get(form.address()).text)
    assert "もう少し教えてください" in words
    assert "わかると答えられること資格確認書の有効期限" in words
    ended = replace(form, valid=DateBoxes.of_day("valid", date(2025, 11, 30)))
    assert "これだけでは受け付けられません" in plain(client.get(ended.address()).text)


def test_disagreeing_source_texts_are_shown_with_the_reading_taken(client: Client) -> None:
    form = DeskForm(
        DateBoxes.of_day("on", date(2025, 6, 20)),
        items=(ITEMS[0], ITEMS[3]),
        reader=Reader.DOWN,
        registered=Registered.NO,
    )
    (conflict,) = engine(form)["conflicts"]
    words = plain(client.get(form.address()).text)
    assert f"原文どうしの食い違い{conflict['id']}" in words
    assert plain(conflict["taken"]) + "採用" in words


@pytest.mark.parametrize("path", ["/r", "/r/answer"])
def test_a_wrong_date_is_named_on_top_and_beside_the_field(client: Client, path: str) -> None:
    answer = client.get(f"{path}?reader=works&on_era=R&on_year=7&on_month=13&on_day=1")
    assert answer.status_code == 422
    fault = "令和7年13月1日は暦にありません。"
    assert f'<a href="#on-year">受診日：{fault}' in answer.text
    assert answer.text.count(fault) == 2
    assert 'aria-describedby="on-hint on-fault" aria-invalid="true"' in answer.text
    assert 'value="13"' in answer.text


def test_a_day_before_all_rules_is_said_at_the_date(client: Client) -> None:
    answer = client.get("/r?reader=works&on_era=AD&on_year=1999&on_month=1&on_day=1")
    assert answer.status_code == 422
    assert "この日の規則はありません" in answer.text


def test_a_bare_visit_asks_nothing_and_shows_today(client: Client) -> None:
    text = client.get("/r").text
    assert "ここに答えが出ます" in text
    assert 'name="on_year" id="on-year" value="8"' in text


def test_what_was_typed_comes_back_escaped(client: Client) -> None:
    text = client.get('/r?reader=works&on_year="><script>alert(1)</script>').text
    assert "<script>alert" not in text


def test_the_fragment_tells_the_browser_the_page_s_address(client: Client) -> None:
    form = DeskForm(DateBoxes.of_day("on", date(2026, 1, 15)), items=(ITEMS[5],))
    answer = client.get(form.address().replace("/r?", "/r/answer?"))
    assert answer.headers["hx-replace-url"] == form.address()
