"""Every text on a screen goes through gettext with the Japanese sentence as its id."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from babel.messages.extract import extract_from_dir
from jinja2 import nodes

from kenpo.web.pages import environment

JAPANESE = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff]")
TEMPLATES = sorted(environment().list_templates())


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_japanese_stands_in_a_template_outside_gettext(name: str) -> None:
    loader = environment().loader
    assert loader is not None
    tree = environment().parse(loader.get_source(environment(), name)[0])
    bare = [part.data for part in tree.find_all(nodes.TemplateData) if JAPANESE.search(part.data)]
    assert bare == []
    marked = {id(call.args[0]) for call in tree.find_all(nodes.Call) if call.args}
    loose = [
        const.value
        for const in tree.find_all(nodes.Const)
        if isinstance(const.value, str) and JAPANESE.search(const.value) and id(const) not in marked
    ]
    assert loose == []


def test_babel_finds_the_sentences_of_templates_and_python() -> None:
    found = {
        message
        for _, _, message, _, _ in extract_from_dir(
            str(files("kenpo.web")),
            method_map=[("**.html", "jinja2"), ("**.py", "python")],
            options_map={"**.html": {"extensions": "jinja2.ext.i18n"}},
            keywords={"_": None, "gettext": None, "msg": None},
        )
        if isinstance(message, str)
    }
    assert "窓口で、これを受け付けられますか" in found
    assert "患者さんが持ってきたもので、きょう受け付けてよいかを調べます。" in found
    assert all(JAPANESE.search(message) for message in found)
