# SPDX-License-Identifier: Apache-2.0
"""The one line of a window in which every notice stands, so that no page moves for it."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QSizePolicy, QStackedWidget, QWidget

from app.ui.theme.icons import Icon
from app.ui.theme.style import Looks
from app.ui.widgets.banner import Banner, Strip
from app.ui.widgets.buttons import Button, button

_LINES, _AROUND = 2, 6


class NoticeLine(QStackedWidget):
    """Shows what was said last by whatever is in view; else the facts that stand here.

    It is always as high as two lines of words; what is longer can be read whole, and each
    notice can be closed. F8 goes to its button.

    Args:
        looks: the looks in force.
        facts: what stands here while nothing is said.
    """

    def __init__(self, looks: Looks, facts: QWidget) -> None:
        super().__init__()
        self._held: list[Banner] = []
        self._strip = Strip(looks, margins=(8, 0))
        self._close = button(
            looks, "", self._closed, role="quiet", icon=Icon.CLOSE, name=self.tr("Close")
        )
        QShortcut(QKeySequence("F8"), self).activated.connect(self.take_keyboard)
        self._more = button(looks, self.tr("Read all"), self._read, icon=Icon.SEARCH)
        notice = QWidget()
        box = QHBoxLayout(notice)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self._strip, 1)
        box.addWidget(self._more)
        box.addWidget(self._close)
        self._strip.pressed.connect(lambda: self._act())
        self.addWidget(facts)
        self.addWidget(notice)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def told(self) -> Banner | None:
        """Return the banner whose words stand here, or None."""
        self._held = [each for each in self._held if shiboken6.isValid(each) and each.text]
        return next((each for each in reversed(self._held) if _in_view(each)), None)

    def take_keyboard(self) -> None:
        """Go to what can be done about what is told, else to its end."""
        if self.told is not None:
            ways = (*self._strip.findChildren(Button), self._more, self._close)
            next(each for each in ways if each.isVisible()).setFocus()

    def hold(self, banner: Banner) -> None:
        """Take in what a banner says from now on, as the newest."""
        if banner in self._held:
            self._held.remove(banner)
        else:
            banner.turned.connect(self._turn)
            banner.destroyed.connect(self._turn)
            banner.parentWidget().installEventFilter(self)
        self._held.append(banner)

    def _turn(self) -> None:
        if not shiboken6.isValid(self):
            return
        told = self.told
        if told is not None:
            self._strip.write(told.tone, told.text, told.label)
        self.setCurrentIndex(0 if told is None else 1)
        self._fit()

    def _fit(self) -> None:
        """Offer to read all of a sentence that is longer than the line."""
        told = self.told
        if told is None:
            return
        self._more.hide()
        self._settle()
        if not self._strip.fit(told.text):
            self._more.show()
            self._settle()
            self._strip.fit(told.text)

    def _settle(self) -> None:
        """Lay the line out now, so that the room for words is known."""
        for each in (self, self.widget(1), self._strip):
            layout = each.layout()
            if layout is not None:
                layout.activate()

    def _read(self) -> None:
        if (told := self.told) is not None:
            box = QMessageBox(QMessageBox.Icon.NoIcon, "Teduh", told.text, parent=self)
            box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            box.open()

    def _act(self) -> None:
        if (told := self.told) is not None:
            told.answer()

    def _closed(self) -> None:
        if (told := self.told) is not None:
            told.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn when a page with a banner comes into view or goes."""
        if event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            self._turn()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many words as there is room for now."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the room of two lines and the width of the facts, whatever is said."""
        lines = _LINES * self.fontMetrics().lineSpacing() + _AROUND
        facts = self.widget(0).sizeHint()
        return QSize(facts.width(), max(lines, facts.height()))

    def minimumSizeHint(self) -> QSize:
        """Return the same height; words wrap."""
        return QSize(0, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """Say no: a longer sentence takes no more room."""
        return False


def _in_view(banner: Banner) -> bool:
    above = banner.parentWidget()
    return above is not None and above.isVisible()
