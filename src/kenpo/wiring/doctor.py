"""Looks at everything kenpo stands on and changes none of it, except that a database starts."""

from __future__ import annotations

import platform
import shutil
from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from kenpo.documents.fonts import FaceName, MissingFontError, font_file
from kenpo.rulebook import RuleBookError
from kenpo.storage.errors import StorageError
from kenpo.storage.health import Health, health
from kenpo.wiring.books import rule_library
from kenpo.wiring.checks import Check, good, missing, noted
from kenpo.wiring.fingerprint import sha256_of
from kenpo.wiring.reach import Reached, reach
from kenpo.wiring.settings import Settings

_SERVER = ("データベースサーバー", "database server")
_SCHEMA = ("データベースの版", "schema")
_KEYS = ("個人番号の鍵", "keys of the vault")
_BOOK = ("規則の本", "rule book")
_TOOLS = {
    "chromium": ("画面の検査に使うChromium", "Chromium for checking screens", "chromium"),
    "pdftoppm": ("PDFを絵にするpoppler", "poppler for looking at PDFs", "poppler-utils"),
}


def examine(settings: Settings) -> Iterator[Check]:
    """Yield the checks in the order a reader needs them."""
    yield good("program", ("プログラム", "program"), _program())
    yield from _settings(settings)
    yield from _database(settings)
    yield _keys(settings)
    for face in FaceName:
        yield _font(face)
    yield _assets()
    yield _book(settings)
    for command in _TOOLS:
        yield _tool(command)


def _program() -> str:
    return f"kenpo {version('kenpo')} · Python {platform.python_version()} · {platform.system()}"


def _settings(settings: Settings) -> Iterator[Check]:
    for name, field in Settings.model_fields.items():
        japanese, _, english = (field.description or name).partition(" / ")
        code = f"KENPO_{name.upper()}"
        value = getattr(settings, name)
        found = f"{code}={_shown(value)}" if value is not None else f"{code} なし / not set"
        yield good(code, (japanese, english), found)


def _shown(value: object) -> str:
    """Return a setting's value as it is written; a folder in full, a secret never."""
    return str(value.absolute() if isinstance(value, Path) else value)


def _database(settings: Settings) -> Iterator[Check]:
    try:
        with reach(settings) as reached:
            yield from _answering(reached, health(reached.access))
    except StorageError as error:
        yield missing("server", _SERVER, error.what, error.todo)


def _answering(reached: Reached, found: Health) -> Iterator[Check]:
    server = reached.server
    whose = "組み込み / our own" if server else reached.access.shown()
    yield good("server", _SERVER, f"PostgreSQL {found.version} · {whose}")
    if server is not None:
        how = "いま起動 / started now" if server.started else "すでに動作中 / already running"
        yield good("process", ("動かし方", "process"), f"{server.account} · {how}")
        yield good("socket", ("接続口", "socket"), str(server.socket))
    size = f"{found.size / 1_000_000:.1f} MB"
    yield good("data", ("データの場所", "data folder"), f"{found.data} · {size}")
    yield _schema(found)


def _schema(found: Health) -> Check:
    if found.revision == found.newest:
        return good("schema", _SCHEMA, f"{found.revision}（最新 / newest）")
    return noted(
        "schema",
        _SCHEMA,
        f"{found.revision or '空 / empty'} → {found.newest}",
        "次のコマンドが自動で上げます。 / The next command brings it up by itself.",
    )


def _keys(settings: Settings) -> Check:
    path = settings.keys_file
    if not path.exists():
        todo = "最初の利用で作られます。 / Made on first use."
        return noted("keys", _KEYS, f"{path}: まだない / not yet", todo)
    if path.stat().st_mode & 0o077:
        what = f"{path}: 他のユーザーが読める / others can read it"
        return missing("keys", _KEYS, what, f"chmod 600 {path}")
    todo = "控えを別の場所に。 / Keep a backup elsewhere."
    return noted("keys", _KEYS, str(path), todo)


def _font(face: FaceName) -> Check:
    code, labels = f"font-{face.value}", (f"書体（{face.label_ja}）", f"font ({face.label_en})")
    try:
        name = font_file(face)["name"]
    except MissingFontError as error:
        return missing(code, labels, error.what, error.todo)
    found = f"{name.getDebugName(4)} · {name.getDebugName(5)} · sha256 {sha256_of(face.path)[:16]}"
    return good(code, labels, found)


def _assets() -> Check:
    labels = ("画面の部品", "parts of the screens")
    stamp = files("kenpo").joinpath("web", "static", "vendor", "lock.sha256")
    if stamp.is_file():
        return good("assets", labels, f"npm lock {stamp.read_text(encoding='ascii')[:16]}")
    return missing(
        "assets",
        labels,
        "まだ取り込まれていない / not fetched",
        "./run setup を実行してください。 / Run ./run setup.",
    )


def _book(settings: Settings) -> Check:
    try:
        book = rule_library().book(settings.insurer, settings.policy)
    except (RuleBookError, KeyError, FileNotFoundError) as error:
        todo = "本を直すか、KENPO_INSURER を確かめてください。 / Mend the book or KENPO_INSURER."
        return missing("book", _BOOK, f"{settings.insurer.value}: {error}", todo)
    return good("book", _BOOK, f"{settings.insurer.value} · {book.hash}")


def _tool(command: str) -> Check:
    japanese, english, package = _TOOLS[command]
    path = shutil.which(command)
    if path is not None:
        return good(command, (japanese, english), path)
    return noted(
        command,
        (japanese, english),
        "なし（なくても動きます） / absent (optional)",
        f"apt-get install {package}",
    )
