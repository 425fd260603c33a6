from __future__ import annotations

from pathlib import Path

import pytest

from kenpo.documents import fonts, forms, typesetting
from kenpo.documents.fonts import FaceName, MissingFontError, font_hash
from kenpo.documents.forms import FormName, form
from kenpo.documents.layout import Sheet
from kenpo.documents.typesetting import typeset


def test_the_hash_of_the_fonts_is_over_both_files() -> None:
    assert len(font_hash()) == 64
    assert {name.path.suffix for name in FaceName} == {".ttf"}
    assert all(name.path.is_file() for name in FaceName)


def test_a_build_without_fonts_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "FONT_FOLDER", tmp_path)
    with pytest.raises(MissingFontError, match=r"BIZUDGothic-Regular\.ttf.*\./run setup"):
        font_hash.__wrapped__()


def test_a_font_that_was_not_given_is_an_error_and_not_a_replacement(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / FormName.LIST / "1"
    folder.mkdir(parents=True)
    (folder / "form.typ").write_text('#text(font: "Noto Sans CJK JP")[見本]', "utf-8")
    layout = form(FormName.LIST)
    monkeypatch.setattr(forms, "FORMS_FOLDER", tmp_path)
    monkeypatch.setattr(typesetting, "FORMS_FOLDER", tmp_path)
    monkeypatch.setattr(typesetting, "_compiler", typesetting._compiler.__wrapped__)
    with pytest.raises(RuntimeError, match="noto sans cjk jp"):
        typeset(layout, [Sheet((), ())])
