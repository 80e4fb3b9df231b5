# SPDX-License-Identifier: Apache-2.0
"""Whether a closed widget is really gone."""

import gc
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget


def is_freed(make: Callable[[], QWidget]) -> bool:
    """Say whether the widget ``make`` builds is deleted after it was asked to."""
    gc.freeze()
    widget = make()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.unfreeze()
    return not shiboken6.isValid(widget)
