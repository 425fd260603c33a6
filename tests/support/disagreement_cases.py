"""The disagreements D1-D14 as tables: the reading each insurer takes, and answers that differ."""

from __future__ import annotations

from kenpo.values.insurer import Insurer

K, J, R = Insurer.KYOKAI_KENPO, Insurer.JSR_KENPO, Insurer.ROKIN_KENPO

# id, insurer, the reading taken, the seeds of the readings in their order
READINGS = [
    ("D1", K, "29日までに決定された人", ["S0", "S0", "S2"]),
    ("D2", K, "黄色いプラスチックカード", ["S4", "S1", "S2"]),
    ("D2", J, "A4の紙", ["S4", "S1", "S2"]),
    ("D2", R, "複製防止の厚紙のカード", ["S4", "S1", "S2"]),
    ("D3", K, "最大5年", ["S4", "S2", "S1"]),
    ("D3", R, "令和11年11月30日にそろえる", ["S4", "S2", "S1"]),
    ("D4", K, "退職日が12月1日まで", ["S4", "S0"]),
    ("D5", K, "退職は資格喪失届に添え、重複と非加入は返信用封筒で返す", ["S4", "S1"]),
    ("D5", J, "使えるようになるなど、要らなくなったときも会社へ返す", ["S4", "S1"]),
    ("D6", R, "利用登録者には発行しない。返却は書かれていない", ["S2", "S1"]),
    ("D6", J, "会社を通して返す。廃棄しない", ["S2", "S1"]),
    ("D7", K, "一括発行は自宅へ、新しい加入者の分は事業主へ", ["S0", "S1"]),
    ("D7", J, "会社から配る", ["S0", "S1"]),
    ("D8", K, "新しい加入者の全員に送る。変更のことは書かれていない", ["S4", "S1", "S2"]),
    ("D8", J, "マイナンバーを提出した人に送り、氏名変更などのたびに交付する", ["S4", "S1", "S2"]),
    ("D8", R, "氏名変更では原則として再交付しない", ["S4", "S1", "S2"]),
    ("D9", K, "利用登録をしたカードだけ", ["S2", "S1"]),
    ("D10", K, "希望欄のチェックで足り、チェックのない人には職権で発行する", ["S4", "S2"]),
    ("D10", R, "希望欄と申請書の両方がいる。職権は当分の間の例外", ["S4", "S2"]),
    ("D11", K, "3か月目の月末まで使える", ["S0", "報道"]),
    ("D12", K, "本文の10月末", ["S3", "S3"]),
    ("D13", K, "名のある言語だけを答える", ["S3", "S3"]),
    ("D13b", K, "同意がいる", ["S0", "S0"]),
    ("D14", J, "壊れた文は使わず、正しいとみられる語で読む", ["", "S1"]),
]  # fmt: skip

_CARD = {"item": "myna_card", "use_registered": False}
_EXPIRED = {
    "item": "myna_card",
    "use_registered": True,
    "electronic_certificate_valid_until": "2025-11-05",
}
_WITHOUT = {
    "my_number_card": "none",
    "my_number_filed": True,
    "use_registered_on": None,
    "wish_ticked": False,
}
_CONSENTLESS = {"presented": "myna_card", "consent": False, "tax_exempt": False}


def without_card(**facts: object) -> dict[str, object]:
    """Return the facts of a member without a My Number card."""
    return {"member": _WITHOUT | facts}


def _changed(acquired_on: str) -> dict[str, object]:
    held = [{"issued_on": "2025-06-01", "valid_until": "2029-11-30"}]
    return without_card(acquired_on=acquired_on, changed_on="2025-06-16", certificates=held)


# id, question, day, and by insurer what the answer to the same facts must hold
ANSWERS: list[tuple[str, str, str, dict[str, object], dict[Insurer, tuple[str, object]]]] = [
    (
        "D1",
        "documents",
        "2025-04-30",
        without_card(acquired_on="2024-11-25", decided_on="2024-12-03"),
        {K: ("bulk", False)},
    ),
    (
        "D4",
        "return",
        "2025-12-05",
        {"document": "legacy_card", "trigger": "left", "left_on": "2025-12-01"},
        {K: ("outcome", "return")},
    ),
    (
        "D5",
        "return",
        "2026-04-02",
        {"document": "certificate", "trigger": "myna_usable", "valid_until": "2029-11-30"},
        {K: ("outcome", "nothing"), J: ("outcome", "return"), R: ("outcome", "nothing")},
    ),
    (
        "D6",
        "return",
        "2025-12-05",
        {"document": "elderly_certificate", "trigger": "abolished"},
        {K: ("outcome", "nothing"), J: ("outcome", "return"), R: ("outcome", "nothing")},
    ),
    (
        "D8",
        "documents",
        "2025-06-20",
        _changed("2020-04-01"),
        {J: ("outcome", "issue"), R: ("outcome", "none")},
    ),
    (
        "D9",
        "desk",
        "2025-06-20",
        {"brought": [_CARD, {"item": "notice"}], "reader": "down", "online": None},
        {K: ("outcome", "refuse"), J: ("outcome", "refuse"), R: ("outcome", "refuse")},
    ),
    (
        "D10",
        "documents",
        "2025-06-20",
        without_card(acquired_on="2025-06-16", decided_on="2025-06-16", wish_ticked=True),
        {R: ("rule", "RC22")},
    ),
    (
        "D11",
        "desk",
        "2026-01-15",
        {"brought": [_EXPIRED], "reader": "works", "online": None},
        {K: ("outcome", "accept"), J: ("outcome", "accept"), R: ("outcome", "accept")},
    ),
    (
        "D13b",
        "ceiling",
        "2026-02-10",
        _CONSENTLESS,
        {K: ("outcome", "not_applied"), R: ("outcome", "not_applied")},
    ),
]
