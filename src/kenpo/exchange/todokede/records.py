"""Employers' notices as the file holds them: one record a line, codes as the form prints them.

Codes stay the form's own ("4" is 退職等); their meanings stand in the tables of items. Dates are
dates, amounts are yen, an empty item is "" or None.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kenpo.register.establishment import OfficeKey
from kenpo.values.my_number import MyNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaControl:
    """媒体管理: who wrote the file, its serial 1–999, and the day it was made."""

    office: OfficeKey
    serial: int
    created_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeLine:
    """事業所: one establishment of the file. ``postcode`` has 7 digits, ``telephone`` 2 hyphens."""

    office: OfficeKey
    office_number: str
    postcode: str
    address: str
    name: str
    employer_name: str
    telephone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AcquisitionNotification:
    """2200700 資格取得届. Postcode and addresses are there only when the My Number is not."""

    office: OfficeKey
    office_number: str
    name_kana: str
    birth_date: date
    acquired_on: date
    number: str = ""
    name: str = ""
    category: str = ""
    acquisition_kind: str = ""
    my_number: MyNumber | None = None
    no_address_reason: str = ""
    my_number_remark: str = ""
    pension_number: str = ""
    has_dependents: bool = False
    pay_in_money: int = 0
    pay_in_kind: int = 0
    pay_total: int = 0
    over_70: bool = False
    two_employers: bool = False
    part_time: bool = False
    reemployed: bool = False
    remark: str = ""
    postcode: str = ""
    address_kana: str = ""
    address: str = ""
    over_70_only: bool = False
    wish_ticked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LossNotification:
    """2201700 資格喪失届. ``lost_on`` is the day after ``left_or_died_on`` for causes 4 and 5."""

    office: OfficeKey
    office_number: str
    name_kana: str
    birth_date: date
    cause: str
    number: str = ""
    name: str = ""
    my_number: MyNumber | None = None
    pension_number: str = ""
    lost_on: date | None = None
    left_or_died_on: date | None = None
    two_employers: bool = False
    reemployed: bool = False
    remark: str = ""
    certificates_attached: int | None = None
    certificates_unreturnable: int | None = None
    over_70_ended: bool = False
    over_70_ended_on: date | None = None
    over_70_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SpouseEntry:
    """The spouse in a 被扶養者(異動)届. ``relation``: 1 夫 2 妻 3 夫(未届) 4 妻(未届)."""

    name_kana: str
    birth_date: date
    relation: str
    postcode: str
    address: str
    name: str = ""
    notified_on: date | None = None
    my_number: MyNumber | None = None
    pension_number: str = ""
    nationality: str = ""
    alias_kana: str = ""
    alias: str = ""
    living: str = ""
    residence: str = ""
    telephone_kind: str = ""
    telephone: str = ""
    became_on: date | None = None
    became_reason: str = ""
    became_text: str = ""
    occupation: str = ""
    income: int | None = None
    ceased_on: date | None = None
    ceased_reason: str = ""
    ceased_text: str = ""
    died_on: date | None = None
    remark: str = ""
    relation_confirmed: bool = False
    abroad: str = ""
    abroad_since: date | None = None
    abroad_reason: str = ""
    abroad_text: str = ""
    abroad_until: date | None = None
    abroad_end_reason: str = ""
    abroad_end_text: str = ""
    entered_japan_on: date | None = None
    yearly_income: int | None = None
    wish_ticked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherEntry:
    """A dependent who is not the spouse. ``relation``: 01 実子・養子 … 03 父母 … 10 その他."""

    name_kana: str
    birth_date: date
    sex: str
    relation: str
    name: str = ""
    relation_text: str = ""
    my_number: MyNumber | None = None
    living: str = ""
    postcode: str = ""
    address: str = ""
    abroad: str = ""
    abroad_reason: str = ""
    abroad_text: str = ""
    abroad_end_reason: str = ""
    abroad_end_text: str = ""
    entered_japan_on: date | None = None
    became_on: date | None = None
    occupation: str = ""
    residence: str = ""
    income: int | None = None
    became_reason: str = ""
    became_text: str = ""
    ceased_on: date | None = None
    ceased_reason: str = ""
    ceased_text: str = ""
    remark: str = ""
    relation_confirmed: bool = False
    wish_ticked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DependentChangeNotification:
    """2202700 被扶養者(異動)届: ``change`` 1 該当, 2 非該当, 3 変更; at most two ``others``."""

    office: OfficeKey
    name_kana: str
    birth_date: date
    sex: str
    change: str
    employer_confirmed: bool = True
    received_on: date | None = None
    number: str = ""
    name: str = ""
    my_number: MyNumber | None = None
    pension_number: str = ""
    income: int | None = None
    postcode: str = ""
    address: str = ""
    spouse: SpouseEntry | None = None
    others: tuple[OtherEntry, ...] = ()


NotificationRecord = AcquisitionNotification | LossNotification | DependentChangeNotification


@dataclass(frozen=True, slots=True, kw_only=True)
class TodokedeFile:
    """One SHFD0006.CSV: media control, its establishments and its records in file order."""

    control: MediaControl
    offices: tuple[OfficeLine, ...]
    records: tuple[NotificationRecord, ...]
