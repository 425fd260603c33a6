"""What may stand in one item of a notice: pattern, length, and the words for both."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kenpo.exchange.todokede import codecs
from kenpo.exchange.todokede.codecs import Codec
from kenpo.exchange.todokede.prefectures import PENSION_CODES


@dataclass(frozen=True, slots=True)
class Kind:
    """A filled item must match ``pattern`` and take at most ``longest`` bytes (0: no limit).

    ``rule`` says the pattern in Japanese and finishes the sentence 「…を書きます」.
    """

    pattern: re.Pattern[str]
    rule: str
    codec: Codec = codecs.TEXT
    longest: int = 0

    def problem(self, text: str) -> str | None:
        """Return what is wrong with a filled item; None if nothing is."""
        if self.pattern.fullmatch(text) is None:
            return "この項目に書ける形ではありません。"
        if self.longest and byte_count(text) > self.longest:
            return f"{byte_count(text)}バイトあります。"
        return None

    @property
    def todo(self) -> str:
        """What to write instead."""
        limit = f"（{self.longest}バイトまで。全角は2バイト）" if self.longest else ""
        return f"{self.rule}を書いてください{limit}。"


def byte_count(text: str) -> int:
    """Return how many bytes a text of allowed characters takes in the file."""
    return len(text.encode("cp932"))


def kind(pattern: str, rule: str, codec: Codec = codecs.TEXT) -> Kind:
    """Make a kind that its pattern alone describes."""
    return Kind(re.compile(pattern), rule, codec)


def codes(table: str) -> Kind:
    """Make a kind of a table of codes: "1 男|2 女"."""
    pairs = [entry.split(" ", 1) for entry in table.split("|")]
    rule = "、".join(f"{code}（{label}）" if label else code for code, label in pairs)
    return kind("|".join(code for code, _ in pairs), f"{rule}のどれか")


def digits(longest: int, codec: Codec = codecs.TEXT) -> Kind:
    """Make a kind of up to so many digits."""
    return kind(f"[0-9]{{1,{longest}}}", f"{longest}桁までの数字", codec)


def text(longest: int) -> Kind:
    """Make a kind of free text up to so many bytes."""
    return Kind(re.compile(r".*\S.*"), "文字（空白だけは不可）", codecs.TEXT, longest)


def spaced_name(longest: int) -> Kind:
    """Make a kind of name whose parts one full-width space parts."""
    return Kind(
        re.compile(r"[^ 　]+(　[^ 　]+)+"),
        "姓と名の間に全角の空白を一つ置いた氏名",
        codecs.TEXT,
        longest,
    )


_KANA = "[ｦ-ﾟ]"
PREFECTURE = kind(
    "|".join(PENSION_CODES),
    "年金機構の都道府県コード（JISの番号ではなく、東京21、大阪41、島根58など）",
    codecs.OFFICE,
)
COUNTY = kind("(?!00|99)[0-9]{2}", "00と99でない2桁の数字")
OFFICE_SYMBOL = kind(
    f"(?!0+$)(?:[0-9A-Za-z]{{1,4}}|{_KANA}{{1,4}})",
    "半角英数字だけ、または半角カナだけの4字まで（0だけは不可）",
)
OFFICE_NUMBER = kind("(?!0+$)[0-9]{1,5}", "5桁までの数字（0だけは不可）")
INSURED_NUMBER = kind("(?!0+$)[0-9]{1,6}", "6桁までの数字（0だけは不可）")
NAME_KANA = Kind(
    re.compile(f"{_KANA}+( {_KANA}+)+"),
    "姓と名の間に半角の空白を一つ置いた半角カナ",
    codecs.TEXT,
    25,
)
MY_NUMBER = kind("[0-9]{12}", "12桁の数字", codecs.MY_NUMBER)
PENSION_OFFICE = kind("(?!0000)[0-9]{4}", "0000でない4桁の数字", codecs.PENSION_NUMBER)
PENSION_SERIAL = kind("(?!000000)[0-9]{6}", "000000でない6桁の数字")
ERA = kind("[13579]", "元号コード1、3、5、7、9のどれか", codecs.DATE)
ERA_SINCE_SHOWA = kind("[579]", "元号コード5、7、9のどれか", codecs.DATE)
ERA_SINCE_HEISEI = kind("[79]", "元号コード7、9のどちらか", codecs.DATE)
ERA_REIWA = kind("9", "元号コード9（令和）", codecs.DATE)
YYMMDD = kind("[0-9]{6}", "和暦の年月日6桁（YYMMDD）")
POSTCODE_AREA = kind("(?!000)[0-9]{3}", "000でない3桁の数字", codecs.POSTCODE)
POSTCODE_TOWN = kind("[0-9]{4}", "4桁の数字")
ADDRESS = Kind(
    re.compile("(?!.*　　)[^ ]+"), "半角の空白も続いた全角の空白もない住所", codecs.TEXT, 74
)
ADDRESS_KANA = Kind(
    re.compile(f"(?!.*  )(?:[0-9A-Za-z().,'/ -]|{_KANA})+"),
    "半角のカナ・英数字・記号（( ) - . ' /）と、続かない半角の空白の住所",
    codecs.TEXT,
    75,
)
FLAG = kind("1", "1か空", codecs.FLAG)
ZERO_OR_ONE = kind("[01]", "0か1", codecs.YES_NO)
AMOUNT = digits(7, codecs.NUMBER)
COUNT = digits(2, codecs.NUMBER)
SEX = codes("1 男|2 女")
REMARK = text(75)
NOTHING = kind("(?!)", "空（何も書かない）")
