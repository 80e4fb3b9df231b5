# SPDX-License-Identifier: Apache-2.0
"""Collects the words of the screens and builds the Indonesian catalogue.

``python -m app.devtools.strings`` after changing a text; then translate what is new in
``resources/i18n/app_id.ts`` and run it again.
"""

import subprocess
import sys
from pathlib import Path

from app.config import RESOURCES, ROOT

CATALOGUE = RESOURCES / "i18n" / "app_id.ts"
BUILT = CATALOGUE.with_suffix(".qm")


def _tool(name: str) -> str:
    return str(Path(sys.executable).with_name(name))


def collect(target: Path = CATALOGUE) -> None:
    """Bring the catalogue up to date with the sources, keeping what is translated."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "app" / "ui").rglob("*.py"))
    command = [_tool("pyside6-lupdate"), "-no-obsolete", "-locations", "none", *sources]
    subprocess.run([*command, "-ts", str(target)], cwd=ROOT, check=True, capture_output=True)  # noqa: S603


def build(target: Path = BUILT) -> None:
    """Build the file the program reads."""
    command = [_tool("pyside6-lrelease"), "-silent", str(CATALOGUE), "-qm", str(target)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)  # noqa: S603


if __name__ == "__main__":
    collect()
    build()
