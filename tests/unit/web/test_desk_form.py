from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from kenpo.values.insurer import Insurer, Policy
from kenpo.verification.items import Item
from kenpo.web.desk.choices import ITEMS, Online, Reader, Registered
from kenpo.web.desk.date_boxes import DateBoxes
from kenpo.web.desk.faults import faults_of
from kenpo.web.desk.form import DeskForm
from kenpo.web.desk.question import question_of

TODAY = date(2026, 11, 20)
DAYS = st.dates(date(2019, 5, 1), date(2040, 12, 31))


@st.composite
def forms(draw: st.DrawFn) -> DeskForm:
    blank_or_day = st.none() | DAYS
    chip, valid = draw(blank_or_day), draw(blank_or_day)
    return DeskForm(
        on=DateBoxes.of_day("on", draw(DAYS)),
        insurer=draw(st.sampled_from(Insurer)),
        policy=draw(st.sampled_from(Policy)),
        reader=draw(st.sampled_from(Reader)),
        online=draw(st.sampled_from(Online)),
        registered=draw(st.sampled_from(Registered)),
        items=tuple(item for item in ITEMS if draw(st.booleans())),
        chip=DateBoxes("chip") if chip is None else DateBoxes.of_day("chip", chip),
        valid=DateBoxes("valid") if valid is None else DateBoxes.of_day("valid", valid),
        valid_open=draw(st.booleans()),
    )


@given(forms())
def test_the_address_of_a_situation_leads_back_to_it(form: DeskForm) -> None:
    query = parse_qs(urlsplit(form.address()).query, keep_blank_values=True)
    first = {name: values[0] for name, values in query.items()}
    assert DeskForm.of_query(first, query.get("item", []), TODAY) == form
    assert faults_of(form) == ()


def test_a_bare_visit_is_a_visit_today_with_nothing_chosen() -> None:
    form = DeskForm.of_query({}, [], TODAY)
    assert form.on.read() == TODAY
    assert form.items == ()


def test_the_question_says_what_was_said_and_leaves_out_what_was_not() -> None:
    form = DeskForm(
        on=DateBoxes("on", "R", "7", "12", "2"),
        insurer=Insurer.ROKIN_KENPO,
        reader=Reader.DOWN,
        items=(Item.MYNA_CARD, Item.CERTIFICATE, Item.NOTICE),
        valid=DateBoxes("valid", "R", "11", "11", "30"),
    )
    assert question_of(form) == {
        "question": "desk",
        "insurer": "rokin_kenpo",
        "on": "2025-12-02",
        "policy": "current",
        "facts": {
            "brought": [
                {"item": "myna_card", "use_registered": True},
                {"item": "certificate", "valid_until": "2029-11-30"},
                {"item": "notice"},
            ],
            "reader": "down",
            "online": None,
        },
    }


def test_a_certificate_without_a_printed_end_is_not_one_whose_end_was_not_read() -> None:
    on, items = DateBoxes.of_day("on", TODAY), (Item.CERTIFICATE,)
    unread = question_of(DeskForm(on, items=items))
    none = question_of(DeskForm(on, items=items, valid_open=True))
    assert unread["facts"] == {
        "brought": [{"item": "certificate"}],
        "reader": "works",
        "online": None,
    }
    assert none["facts"] == {
        "brought": [{"item": "certificate", "valid_until": None}],
        "reader": "works",
        "online": None,
    }


def test_a_wrong_date_of_something_not_brought_does_not_matter() -> None:
    wrong = DateBoxes("valid", "R", "7", "13", "1")
    on = DateBoxes.of_day("on", TODAY)
    assert faults_of(DeskForm(on, valid=wrong)) == ()
    (fault,) = faults_of(DeskForm(on, items=(Item.CERTIFICATE,), valid=wrong))
    assert (fault.field, fault.focus) == ("valid", "valid-year")


def test_a_code_nobody_offered_is_refused_instead_of_guessed() -> None:
    query = {
        "reader": "broken",
        "insurer": "nobody",
        "on_year": "7",
        "on_month": "1",
        "on_day": "1",
    }
    form = DeskForm.of_query(query, ["library_card"], TODAY)
    assert [fault.field for fault in faults_of(form)] == ["insurer", "reader", "item"]
