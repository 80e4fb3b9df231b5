# SPDX-License-Identifier: Apache-2.0
"""SCREENS: the only package that imports Qt.

PySide reads the source of every module imported after it, to see whether it uses
``from __feature__ import``; we never do. Reading them kept 382 sources in memory (about
20 MiB) and slowed every import (docs/decisions/0016), so it is told not to look.

PySide 6.12 takes a reference from None with every call that returns nothing. From Python
3.12 on that does no harm; before, the program ends in the middle of a shift once none is
left, so None is given more than any shift can use up (docs/decisions/0020).
"""

import sys
from ctypes import c_ssize_t

import PySide6.QtCore  # noqa: F401

_features = sys.modules.get("shibokensupport.feature")
if _features is not None and hasattr(_features, "_mod_uses_pyside"):
    _features._mod_uses_pyside = lambda _module: False  # noqa: SLF001

if sys.version_info < (3, 12) and sys.implementation.name == "cpython":
    c_ssize_t.from_address(id(None)).value += 1 << 40
