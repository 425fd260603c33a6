"""Forms: versioned layouts whose fields know their place."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kenpo.documents.fonts import FaceName
from kenpo.values.labels import LabelledStr

FORMS_FOLDER = Path(__file__).parent / "forms"


class FormName(LabelledStr):
    """様式 with its folder name."""

    CARD = "eligibility_certificate_card", "資格確認書（カード型）", "certificate card"
    LETTER = "bulk_cover_letter", "一括発行の送付案内", "cover letter of the bulk issuance"
    LIST = "bulk_target_list", "送付予定対象者一覧表", "list of recipients"


@dataclass(frozen=True, slots=True)
class Field:
    """Where one value goes: millimetres from the page's upper left corner, sizes in points.

    ``y`` is the first baseline; ``right`` fields end at ``x``. ``sizes`` are tried from the
    largest; ``pitch`` is the distance of the baselines of up to ``lines`` lines, and a ``middle``
    field grows up and down from ``y``. A ``quiet`` field stands in the ink of the labels.
    """

    key: str
    label: str
    x: float
    y: float
    width: float
    sizes: tuple[float, ...]
    face: FaceName
    right: bool
    middle: bool
    lines: int
    pitch: float
    quiet: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """Where an image of modules goes: upper left corner and size in millimetres."""

    key: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Word:
    """A run of the form's own text: left end and baseline in mm, size in points."""

    x: float
    y: float
    size: float
    face: FaceName
    text: str


@dataclass(frozen=True, slots=True)
class Form:
    """One version of a form: page size, fields and pictures."""

    name: FormName
    version: str
    width: float
    height: float
    drawing: str
    fields: Mapping[str, Field]
    pictures: Mapping[str, Picture]

    @property
    def folder(self) -> Path:
        """The folder with the typst source and the schema."""
        return FORMS_FOLDER / self.name / self.version

    @property
    def words(self) -> tuple[Word, ...]:
        """The words that stand on every page whoever it is for, as they were approved."""
        lines = (self.folder / "words.tsv").read_text("utf-8").splitlines()
        return tuple(_word(line) for line in lines)

    @property
    def sha256(self) -> str:
        """The hash of everything that makes the layout, for manifests."""
        digest = hashlib.sha256()
        drawing = FORMS_FOLDER / "drawing" / f"{self.drawing}.typ"
        own = (self.folder / name for name in ("form.typ", "schema.toml", "words.tsv"))
        for path in (drawing, *own):
            digest.update(path.read_bytes())
        return digest.hexdigest()


CURRENT_VERSIONS = {FormName.CARD: "1", FormName.LETTER: "1", FormName.LIST: "1"}


@cache
def form(name: FormName, version: str | None = None) -> Form:
    """Load a version of a form, the current one unless told."""
    version = version or CURRENT_VERSIONS[name]
    schema = tomllib.loads((FORMS_FOLDER / name / version / "schema.toml").read_text("utf-8"))
    return Form(
        name=name,
        version=version,
        width=schema["page"]["width"],
        height=schema["page"]["height"],
        drawing=schema["page"]["drawing"],
        fields=dict(_fields(schema)),
        pictures={key: Picture(key, **spec) for key, spec in schema.get("pictures", {}).items()},
    )


def _fields(schema: Mapping[str, Any]) -> Iterator[tuple[str, Field]]:
    for key, spec in schema["fields"].items():
        yield key, _field(key, spec)
    if "slots" in schema:
        yield from _slot_fields(schema["slots"])


def _slot_fields(slots: Mapping[str, Any]) -> Iterator[tuple[str, Field]]:
    for column, spec in slots.items():
        if not isinstance(spec, dict):
            continue
        for slot in range(slots["rows"] * len(slots["halves"])):
            half, row = divmod(slot, slots["rows"])
            place = {
                "label": f"項目番号{slot + 1}の{spec['label']}",
                "x": round(spec["x"] + slots["halves"][half] - slots["halves"][0], 3),
                "y": round(slots["first"] + row * slots["pitch"], 3),
            }
            key = f"{column}_{slot + 1}"
            yield key, _field(key, spec | place)


def _field(key: str, spec: Mapping[str, Any]) -> Field:
    return Field(
        key=key,
        label=spec["label"],
        x=spec["x"],
        y=spec["y"],
        width=spec["width"],
        sizes=tuple(spec["sizes"]),
        face=FaceName(spec.get("face", "regular")),
        right=spec.get("right", False),
        middle=spec.get("middle", False),
        lines=spec.get("lines", 1),
        pitch=spec.get("pitch", 0.0),
        quiet=spec.get("quiet", False),
    )


def _word(line: str) -> Word:
    x, y, size, face, text = line.split("\t")
    return Word(float(x), float(y), float(size), FaceName(face), text)
