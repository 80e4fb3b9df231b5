# SPDX-License-Identifier: Apache-2.0
"""SCREENS: the only package that imports Qt.

PySide reads the source of every module imported after it, to see whether it uses
``from __feature__ import``; we never do. Reading them kept 382 sources in memory (about
20 MiB) and slowed every import (docs/decisions/0016), so it is told not to look.
"""

import sys

import PySide6.QtCore  # noqa: F401

_features = sys.modules.get("shibokensupport.feature")
if _features is not None and hasattr(_features, "_mod_uses_pyside"):
    _features._mod_uses_pyside = lambda _module: False  # noqa: SLF001
