"""Decision cases: where they are, and when an answer is what a case expects."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
OWN = ROOT / "tests" / "spec" / "cases"
SHARED = ROOT.parent / "shared"


def cases_in(folder: Path) -> list[dict[str, object]]:
    """Return the cases of all files in a folder, in file and list order."""
    found: list[dict[str, object]] = []
    for path in sorted(folder.glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        found += document if isinstance(document, list) else [document]
    return found


def meets(expect: object, answer: object) -> bool:
    """Say whether an answer holds what is expected: keys of objects, lists of the same length."""
    if isinstance(expect, Mapping):
        return isinstance(answer, Mapping) and all(
            key in answer and meets(value, _by_id(key, answer[key]))
            for key, value in expect.items()
        )
    if isinstance(expect, list):
        return (
            isinstance(answer, list)
            and len(answer) == len(expect)
            and all(meets(one, other) for one, other in zip(expect, answer, strict=True))
        )
    return type(expect) is type(answer) and expect == answer


def _by_id(key: str, value: object) -> object:
    if key == "conflicts" and isinstance(value, list):
        return [one["id"] for one in value if isinstance(one, Mapping)]
    return value
