"""支部: the 47 branches of 協会けんぽ, one for each prefecture."""

from __future__ import annotations

from dataclasses import dataclass

from kenpo.values.errors import InvalidValueError
from kenpo.values.insurer_number import InsurerNumber

_NAMES = """
北海道 青森 岩手 宮城 秋田 山形 福島 茨城 栃木 群馬 埼玉 千葉
東京 神奈川 新潟 富山 石川 福井 山梨 長野 岐阜 静岡 愛知 三重
滋賀 京都 大阪 兵庫 奈良 和歌山 鳥取 島根 岡山 広島 山口
徳島 香川 愛媛 高知 福岡 佐賀 長崎 熊本 大分 宮崎 鹿児島 沖縄
""".split()


@dataclass(frozen=True, slots=True, order=True)
class Branch:
    """A branch by its prefecture code 1–47 (JIS X 0401)."""

    code: int

    def __post_init__(self) -> None:
        if not 1 <= self.code <= len(_NAMES):
            raise InvalidValueError(
                f"支部コード {self.code} はありません。", "01から47で書いてください。"
            )

    def __str__(self) -> str:
        return f"{self.code:02d}"

    @property
    def name(self) -> str:
        """The prefecture's short name: 島根."""
        return _NAMES[self.code - 1]

    @property
    def insurer_number(self) -> InsurerNumber:
        """The branch's insurer number: 01 + prefecture + 001 + check digit (pattern unverified)."""
        return InsurerNumber.with_check_digit(f"01{self.code:02d}001")


ALL_BRANCHES = tuple(Branch(code) for code in range(1, len(_NAMES) + 1))
