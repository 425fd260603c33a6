"""The desk's question in the JSON form of ``kenpo decide``. No rule is decided here."""

from __future__ import annotations

from kenpo.verification.items import Item
from kenpo.web.desk.choices import Online, Registered
from kenpo.web.desk.date_boxes import DateBoxes
from kenpo.web.desk.form import DeskForm


def question_of(form: DeskForm) -> dict[str, object]:
    """Return the question of a form without errors; what nobody said is left out."""
    return {
        "question": "desk",
        "insurer": form.insurer.value,
        "on": form.on.read().isoformat(),
        "policy": form.policy.value,
        "facts": {
            "brought": [_brought(item, form) for item in form.items],
            "reader": form.reader.value,
            "online": None if form.online is Online.NOT_ASKED else form.online.value,
        },
    }


def _brought(item: Item, form: DeskForm) -> dict[str, object]:
    said: dict[str, object] = {"item": item.value}
    if item is Item.MYNA_CARD:
        if form.registered is not Registered.UNKNOWN:
            said["use_registered"] = form.registered is Registered.YES
        said |= _day("electronic_certificate_valid_until", form.chip)
    if item is Item.CERTIFICATE:
        said |= {"valid_until": None} if form.valid_open else _day("valid_until", form.valid)
    return said


def _day(key: str, boxes: DateBoxes) -> dict[str, object]:
    return {} if boxes.is_blank else {key: boxes.read().isoformat()}
