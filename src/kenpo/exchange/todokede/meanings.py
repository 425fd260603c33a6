"""What the forms' codes mean in the words of the register."""

from __future__ import annotations

from kenpo.values.person import DependentRelation, LossReason, Sex

SEXES = {"1": Sex.MALE, "2": Sex.FEMALE}
"""種別 and 性別. 種別 3, 5, 6 and 7 (mine workers, fund members) say no sex for certain."""

SPOUSES = {
    "1": (DependentRelation.HUSBAND, Sex.MALE),
    "2": (DependentRelation.WIFE, Sex.FEMALE),
    "3": (DependentRelation.HUSBAND_UNREGISTERED, Sex.MALE),
    "4": (DependentRelation.WIFE_UNREGISTERED, Sex.FEMALE),
}
RELATIONS = {
    "01": DependentRelation.CHILD,
    "02": DependentRelation.OTHER_CHILD,
    "03": DependentRelation.PARENT,
    "04": DependentRelation.PARENT_IN_LAW,
    "05": DependentRelation.YOUNGER_SIBLING,
    "06": DependentRelation.ELDER_SIBLING,
    "07": DependentRelation.GRANDPARENT,
    "08": DependentRelation.GREAT_GRANDPARENT,
    "09": DependentRelation.GRANDCHILD,
    "10": DependentRelation.OTHER,
}
CAUSES = {
    "4": LossReason.LEFT,
    "5": LossReason.DIED,
    "7": LossReason.REACHED_75,
    "9": LossReason.DISABILITY,
    "11": LossReason.TREATY,
}
SPOUSE_CEASED = {
    "1": LossReason.DIED,
    "2": LossReason.DIVORCED,
    "3": LossReason.EMPLOYED,
    "4": LossReason.REACHED_75,
    "5": LossReason.DISABILITY,
    "6": LossReason.OTHER,
}
OTHER_CEASED = {
    "1": LossReason.DIED,
    "2": LossReason.EMPLOYED,
    "3": LossReason.EMPLOYED,
    "4": LossReason.REACHED_75,
    "5": LossReason.DISABILITY,
    "6": LossReason.OTHER,
}
