"""Codes about one person: sex, relation, My Number card."""

from __future__ import annotations

from kenpo.values.labels import LabelledStr


class Sex(LabelledStr):
    """性別."""

    MALE = "male", "男", "male"
    FEMALE = "female", "女", "female"


class Relation(LabelledStr):
    """本人・家族の別."""

    INSURED = "insured", "本人（被保険者）", "insured person"
    DEPENDENT = "dependent", "家族（被扶養者）", "dependent"


class MyNumberCardState(LabelledStr):
    """What a person has of the My Number card itself."""

    NONE = "none", "なし", "none"
    HELD = "held", "保有", "held"
    LOST = "lost", "紛失", "lost"
    RETURNED = "returned", "返納", "handed back"
    RENEWING = "renewing", "更新中", "being renewed"


class DependentRelation(LabelledStr):
    """続柄 of a dependent to the insured person."""

    HUSBAND = "husband", "夫", "husband"
    WIFE = "wife", "妻", "wife"
    HUSBAND_UNREGISTERED = "husband_unregistered", "夫（未届）", "husband (unregistered)"
    WIFE_UNREGISTERED = "wife_unregistered", "妻（未届）", "wife (unregistered)"
    CHILD = "child", "実子・養子", "child"
    OTHER_CHILD = "other_child", "それ以外の子", "other child"
    PARENT = "parent", "父母・養父母", "parent"
    PARENT_IN_LAW = "parent_in_law", "義父母", "parent-in-law"
    YOUNGER_SIBLING = "younger_sibling", "弟妹", "younger sibling"
    ELDER_SIBLING = "elder_sibling", "兄姉", "elder sibling"
    GRANDPARENT = "grandparent", "祖父母", "grandparent"
    GREAT_GRANDPARENT = "great_grandparent", "曾祖父母", "great-grandparent"
    GRANDCHILD = "grandchild", "孫", "grandchild"
    OTHER = "other", "その他", "other"


class LossReason(LabelledStr):
    """資格喪失（不該当）原因, and for dependents なくなった理由."""

    LEFT = "left", "退職等", "left employment"
    DIED = "died", "死亡", "died"
    REACHED_75 = "reached_75", "75歳到達", "reached 75"
    DISABILITY = "disability", "障害認定", "certified as disabled"
    TREATY = "treaty", "社会保障協定", "social security treaty"
    DIVORCED = "divorced", "離婚", "divorced"
    EMPLOYED = "employed", "就職・収入増加", "employed or income rose"
    INSURED_LOST = "insured_lost", "被保険者の資格喪失", "the insured person lost eligibility"
    OTHER = "other", "その他", "other"
