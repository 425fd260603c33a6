from dataclasses import replace
from datetime import date

from kenpo.issuance.make_face import certificate_face
from kenpo.values.ids import Serial
from kenpo.values.member_number import MemberNumber
from kenpo.values.name import PersonName
from support.faces import ISSUE, faces_of
from support.members import dependent, insured


def test_a_dependents_face_names_the_dependent_and_the_insured_person() -> None:
    (face,) = faces_of([dependent(insured(7), 1)])
    assert (face.name, face.insured_name) == ("出雲　子1", "島根　花子")
    assert (face.symbol, face.number, face.sub_number) == ("21010001", "7", "01")
    assert face.issued_on == date(2025, 7, 31)


def test_an_absent_sub_number_and_an_unknown_sex_stay_empty() -> None:
    member = replace(insured(7), member_number=MemberNumber("21010001", "7"), sex=None)
    (face,) = faces_of([member])
    assert (face.sub_number, face.sex) == ("", "")


def test_a_name_keeps_its_registered_characters() -> None:
    name = PersonName("ﾜﾀﾅﾍﾞ ｹﾝ", "渡邉\U000e0102　健")
    face = certificate_face(replace(insured(7), name=name), Serial("S"), ISSUE)
    assert face.name == "渡邉\U000e0102　健"
    assert face.name_kana == "ワタナベ　ケン"


def test_a_name_known_in_kana_only_is_printed_in_full_width_kana() -> None:
    (face,) = faces_of([replace(insured(7), name=PersonName("ﾜﾀﾅﾍﾞ ｹﾝ"))])
    assert face.name == "ワタナベ　ケン"
