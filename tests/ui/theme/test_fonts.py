# SPDX-License-Identifier: Apache-2.0
"""Where a system has no font the shipped one is used; elsewhere the system's own stays."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QFontInfo

from app.config import ROOT
from app.ui.theme.fonts import provide_fonts

WRITES = """
from PySide6.QtGui import QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication
from app.ui.theme.style import Looks
application = QApplication(["teduh", "-style", "Fusion"])
Looks(application)
font = application.font()
print(QFontInfo(font).family(), QFontMetrics(font).horizontalAdvance("Teduh") > 20)
"""
NONE = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig/>'


def test_without_any_font_the_shipped_one_is_used(tmp_path: Path) -> None:
    config = tmp_path / "fonts.conf"
    config.write_text(NONE)
    surroundings = {**os.environ, "FONTCONFIG_FILE": str(config), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", WRITES],
        cwd=ROOT,
        env=surroundings,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "DejaVu Sans True"


def test_a_font_that_is_there_stays(qapp) -> None:
    provide_fonts(qapp)
    before = qapp.font()
    assert QFontInfo(before).family()
    provide_fonts(qapp)
    assert qapp.font() == before
