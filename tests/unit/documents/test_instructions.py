"""The reader of content streams: what the forms write is read, everything else is refused."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kenpo.documents.forms import FormName, form
from kenpo.documents.preflight.instructions import instructions
from kenpo.documents.preflight.seen import UnreadablePageError
from kenpo.documents.typesetting import typeset_drawing

READ = {
    b"q\nQ": [("q", ()), ("Q", ())],
    b"1 0 0 -1 -3.5 .25 cm/c0 cs 0 scn": [
        ("cm", (1.0, 0.0, 0.0, -1.0, -3.5, 0.25)),
        ("cs", ("/c0",)),
        ("scn", (0.0,)),
    ],
    b"/f0 9 Tf[<0001aF>-500(\\000\\b)]TJ": [
        ("Tf", ("/f0", 9.0)),
        ("TJ", ((b"\x00\x01\xaf", -500.0, b"\x00\x08"),)),
    ],
    b"(\\000(\\000)\\\\\\(a\\))Tj": [("Tj", (b"\x00(\x00)\\(a)",))],
    b"": [],
}


@pytest.mark.parametrize("content", READ)
def test_what_a_form_writes_is_read(content: bytes) -> None:
    assert list(instructions(content)) == READ[content]


REFUSED = [
    b"50 Tz",
    b"/g0 gs",
    b"BI /W 1 ID \x00 EI",
    b"0 0 0 1 k",
    b"q % nothing",
    b"q\tQ",
    b"q\rQ",
    b"qQ",
    b"1 0 0 1 0\n0 cm",
    b"1 0 0 1 0 cm",
    b"1-2 m",
    b"+1 0 m",
    b"1e3 0 m",
    b"(a\nb) Tj",
    b"(a Tj",
    b"(a\\",
    b"(\\8) Tj",
    b"(\\12) Tj",
    b"<0> Tj",
    b"<0 0> Tj",
    b"[(a) TJ",
    b"[(a)]] TJ",
    b"[[(a)]] TJ",
    b"[/a] TJ",
    b"[(a) q] TJ",
    b"(a) TJ",
    b"[(a)] Tj",
    b"/x#30 Do",
    b"/Span <</ActualText (7)>> BDC",
    b"/Span /P1 BDC",
    b"/x0",
    b"\x00",
]


@pytest.mark.parametrize("content", REFUSED)
def test_what_no_form_writes_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadablePageError):
        list(instructions(content))


@pytest.mark.parametrize("name", FormName)
def test_pikepdf_reads_the_same_instructions_in_a_forms_drawing(name: FormName) -> None:
    with pikepdf.open(BytesIO(typeset_drawing(form(name)))) as pdf:
        page = pdf.pages[0]
        ours = list(instructions(page.Contents.read_bytes()))
        theirs = [
            (str(each.operator), tuple(map(plain, each.operands)))
            for each in pikepdf.parse_content_stream(page)
        ]
    assert ours == theirs
    assert len(ours) > 100


@given(st.binary(max_size=40))
def test_any_string_is_read_as_pikepdf_reads_it(text: bytes) -> None:
    written = b"[" + pikepdf.String(text).unparse() + b"]TJ"
    with pikepdf.new() as pdf:
        theirs = pikepdf.parse_content_stream(pdf.make_stream(written))
    try:
        ours = list(instructions(written))
    except UnreadablePageError:
        assert b"\n" in written or b"\r" in written
    else:
        assert ours == [("TJ", (plain(theirs[0].operands[0]),))]


def plain(operand: object) -> object:
    match operand:
        case pikepdf.Array():
            return tuple(plain(each) for each in operand)
        case pikepdf.String():
            return bytes(operand)
        case pikepdf.Name():
            return str(operand)
        case _:
            return float(operand)  # type: ignore[arg-type] # a number of PDF
