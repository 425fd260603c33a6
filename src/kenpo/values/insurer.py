"""The tenants: the insurers whose books ship with kenpo."""

from __future__ import annotations

from kenpo.values.labels import LabelledStr


class Insurer(LabelledStr):
    """A tenant. 協会けんぽ is one tenant with 47 insurer numbers (保険者番号)."""

    KYOKAI_KENPO = (
        "kyokai_kenpo",
        "全国健康保険協会（協会けんぽ）",
        "Japan Health Insurance Association",
    )
    JSR_KENPO = "jsr_kenpo", "JSR健康保険組合", "JSR Health Insurance Society"
    ROKIN_KENPO = "rokin_kenpo", "全国労働金庫健康保険組合", "Labour Bank Health Insurance Society"


class Policy(LabelledStr):
    """Which sources a dated value may come from."""

    CURRENT = "current", "いま知られている規則", "the rules in force as far as they are known"
    SEEDS = "seeds", "五つの原文だけ", "exactly what the five source texts say"
