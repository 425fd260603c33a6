"""The parts of every line of the file, made once from the tables of items and rules."""

from __future__ import annotations

from kenpo.exchange.todokede import (
    acquisition,
    dependents,
    dependents_other,
    loss,
    offices,
    records,
    rules_acquisition,
    rules_dependents,
    rules_loss,
)
from kenpo.exchange.todokede import dependents_spouse as spouse
from kenpo.exchange.todokede.check import Section
from kenpo.exchange.todokede.part import Part

CHANGE = "change"
_CHANGE_LABEL = {CHANGE: dependents.INSURED[-1].title}
_OTHER_ITEMS = (dependents_other.FIRST, dependents_other.SECOND)

CONTROL = Part(Section.of(offices.CONTROL), records.MediaControl, ())
OFFICE = Part(Section.of(offices.OFFICE), records.OfficeLine, ())
ACQUISITION = Part(
    Section.of(acquisition.ITEMS), records.AcquisitionNotification, rules_acquisition.RULES
)
LOSS = Part(Section.of(loss.ITEMS), records.LossNotification, rules_loss.RULES)
INSURED = Part(
    Section.of(dependents.INSURED), records.DependentChangeNotification, rules_dependents.INSURED
)
SPOUSE = Part(Section.of(spouse.ITEMS, _CHANGE_LABEL), records.SpouseEntry, rules_dependents.SPOUSE)
OTHERS = tuple(
    Part(Section.of(items, _CHANGE_LABEL), records.OtherEntry, rules)
    for items, rules in zip(_OTHER_ITEMS, rules_dependents.OTHERS, strict=True)
)
LENGTHS = {
    acquisition.CODE: acquisition.LENGTH,
    loss.CODE: loss.LENGTH,
    dependents.CODE: dependents.LENGTH,
}
OTHER_NOTICES = {"2225700": "算定基礎届", "2221700": "月額変更届", "2265700": "賞与支払届"}
TITLES = {
    acquisition.CODE: {item.number: item.title for item in acquisition.ITEMS},
    loss.CODE: {item.number: item.title for item in loss.ITEMS},
    dependents.CODE: {
        item.number: item.title
        for item in (*dependents.INSURED, *spouse.ITEMS, *_OTHER_ITEMS[0], *_OTHER_ITEMS[1])
    },
}
