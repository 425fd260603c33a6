"""What must be repaired in the desk's form before the question can be asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kenpo.values.errors import InvalidValueError
from kenpo.values.insurer import Policy
from kenpo.verification.items import Item
from kenpo.web.desk.asking import NotAnsweredError
from kenpo.web.desk.choices import Online, Reader, Registered
from kenpo.web.desk.date_boxes import DateBoxes
from kenpo.web.desk.form import DeskForm
from kenpo.web.words import msg

_DAY = msg("受診日")
_LABELS = {
    "insurer": msg("保険者"),
    "policy": msg("使う規則"),
    "reader": msg("カードリーダー"),
    "online": msg("番号で照会した結果"),
    "registered": msg("健康保険証の利用登録"),
    "item": msg("持ってきたもの"),
}
_FIRST_CONTROLS = {
    "insurer": "insurer-select",
    "policy": f"policy-{Policy.CURRENT.value}",
    "reader": f"reader-{Reader.WORKS.value}",
    "online": f"online-{Online.NOT_ASKED.value}",
    "registered": f"registered-{Registered.YES.value}",
    "item": f"item-{Item.MYNA_CARD.value}",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one field: its id on the page, its label, the fault and the repair."""

    field: str
    label: str
    text: str

    @property
    def focus(self) -> str:
        """The id of the control to go to."""
        return _FIRST_CONTROLS.get(self.field, f"{self.field}-year")


def faults_of(form: DeskForm) -> tuple[Fault, ...]:
    """Return the faults in the order of the fields on the page; none means it can be asked."""
    return (*_unknown(form), *_days(form))


def engine_fault(error: NotAnsweredError) -> Fault:
    """Return why the engine has no answer, at the field of the form it names."""
    if error.field == "on":
        return Fault("on", _DAY, msg("この日の規則はありません。受診日を確かめてください。"))
    field = "item" if "brought" in error.field else error.field.rpartition(".")[2]
    label = _LABELS.get(field, _LABELS["item"])
    return Fault(field if field in _LABELS else "item", label, error.must)


def _unknown(form: DeskForm) -> Iterator[Fault]:
    for name in form.unknown:
        yield Fault(name, _LABELS[name], msg("選択肢にない値です。選び直してください。"))


def _days(form: DeskForm) -> Iterator[Fault]:
    for boxes, label in _boxes_that_count(form):
        try:
            boxes.read()
        except InvalidValueError as error:
            yield Fault(boxes.name, label, f"{error.what}{error.todo}")


def _boxes_that_count(form: DeskForm) -> Iterator[tuple[DateBoxes, str]]:
    if Item.MYNA_CARD in form.items and not form.chip.is_blank:
        yield form.chip, msg("電子証明書の有効期限")
    if Item.CERTIFICATE in form.items and not (form.valid.is_blank or form.valid_open):
        yield form.valid, msg("資格確認書の有効期限")
    yield form.on, _DAY
