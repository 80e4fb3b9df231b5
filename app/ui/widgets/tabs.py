# SPDX-License-Identifier: Apache-2.0
"""A page of several panels; each is built when it is first looked at."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QVBoxLayout, QWidget

from app.services.topics import Topic
from app.ui.later import Later
from app.ui.theme.style import mark
from app.ui.widgets.boxes.tall import Tall
from app.ui.widgets.buttons import Button
from app.ui.widgets.layouts import column, row
from app.ui.widgets.tab_stop import only_stop
from app.ui.workplace import Workplace

Tab = tuple[str, Later]


class Tabs(QWidget):
    """Widgets behind each other, with buttons that stand in as many lines as they need.

    Signals:
        currentChanged(at): another widget is in front.
    """

    currentChanged = Signal(int)

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self._stack = QStackedWidget()
        self._buttons = QButtonGroup(self)
        for at, title in enumerate(titles):
            made = Button(title)
            made.setCheckable(True)
            made.setAccessibleName(title)
            made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            mark(made, role="tab")
            self._buttons.addButton(made, at)
            self._stack.addWidget(QWidget())
        bar = row(*self._buttons.buttons(), None, spacing=2)
        self.setLayout(column(bar, self._stack, spacing=4))
        self._buttons.idClicked.connect(self.setCurrentIndex)
        self._stack.currentChanged.connect(self._turned)
        self._turned(0)

    def count(self) -> int:
        """Return how many widgets there are."""
        return self._stack.count()

    def tabText(self, at: int) -> str:
        """Return the title of a widget."""
        return self._buttons.button(at).text()

    def currentIndex(self) -> int:
        """Return which widget is in front."""
        return self._stack.currentIndex()

    def currentWidget(self) -> QWidget:
        """Return the widget in front."""
        return self._stack.currentWidget()

    def widget(self, at: int) -> QWidget:
        """Return a widget."""
        return self._stack.widget(at)

    def setCurrentIndex(self, at: int) -> None:
        """Bring a widget to the front."""
        self._stack.setCurrentIndex(at)

    def _turned(self, at: int) -> None:
        chosen = self._buttons.button(at)
        focused = self._buttons.checkedButton()
        chosen.setChecked(True)
        if focused is not None and focused.hasFocus():
            chosen.setFocus()
        only_stop(self._buttons.buttons(), chosen)
        self.currentChanged.emit(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go round with Ctrl+Tab."""
        steps = (
            (QKeySequence.StandardKey.NextChild, 1),
            (QKeySequence.StandardKey.PreviousChild, -1),
        )
        step = next((step for keys, step in steps if event.matches(keys)), 0)
        if step:
            self.setCurrentIndex((self.currentIndex() + step) % self._stack.count())
        else:
            super().keyPressEvent(event)


class TabbedPage(QWidget):
    """Panels side by side behind tabs; Ctrl+Tab goes to the next.

    A panel has ``topics``, ``reload()`` and, where it says something, a signal ``said``.

    Signals:
        said(text): something worth a toast.
        panel_built(panel): a panel was made and may be connected.
    """

    said = Signal(str)
    panel_built = Signal(object)

    def __init__(self, workplace: Workplace, tabs: Sequence[Tab]) -> None:
        super().__init__()
        self._workplace = workplace
        self._factories = [factory for _, factory in tabs]
        self.panels: dict[int, Any] = {}
        self._stale: set[int] = set()
        self._shown = False
        self.tabs = Tabs([title for title, _ in tabs])
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 0)
        box.addWidget(self.tabs)
        self.tabs.currentChanged.connect(self._turn)
        workplace.masking_changed.connect(self._repaint)

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what the panels built so far show."""
        return frozenset[Topic]().union(*(panel.topics for panel in self.panels.values()))

    @property
    def kinds(self) -> tuple[type[QWidget], ...]:
        """Return the kind of each panel, in the order of the tabs."""
        return tuple(each.kind for each in self._factories)

    def reload(self) -> None:
        """Ask for the panel in front again; the others when they are looked at."""
        self._shown = True
        self._stale = set(self.panels)
        self._turn(self.tabs.currentIndex())

    def show_panel(self, name: str) -> Any:
        """Bring the panel of this class to the front and return it."""
        self._shown = True
        at = next(at for at, each in enumerate(self._factories) if each.name == name)
        self.tabs.setCurrentIndex(at)
        self._turn(at)
        return self.panels[at]

    def _turn(self, at: int) -> None:
        if not self._shown:
            return
        if at not in self.panels:
            self._build(at)
        if at in self._stale:
            self._stale.discard(at)
            self.panels[at].reload()

    def _build(self, at: int) -> None:
        panel: Any = self._factories[at](self._workplace)
        self.panels[at] = panel
        self._stale.add(at)
        if hasattr(panel, "said"):
            panel.said.connect(self.said)
        place = self.tabs.widget(at)
        box = QVBoxLayout(place)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(Tall(panel))
        self.panel_built.emit(panel)

    def _repaint(self) -> None:
        for panel in self.panels.values():
            if hasattr(panel, "repaint_names"):
                panel.repaint_names()
