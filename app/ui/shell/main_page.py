# SPDX-License-Identifier: Apache-2.0
"""The signed-in window: sidebar, bars, the pages of this role, undo, keys."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.errors import Denied, Refused, Unavailable
from app.services.arrivals.desk.papers import entries_paper
from app.services.staff.letterhead import ShelterLine, shelter_now
from app.services.staff.upkeep import last_backup
from app.services.topics import Topic
from app.ui.arrivals.desk.view import DeskView
from app.ui.later import Later, lead
from app.ui.shell.bars import ShiftBar, StatusLine, TopBar, TrainingStripe
from app.ui.shell.commands import Commands, WindowActs
from app.ui.shell.finder import Finder
from app.ui.shell.help import HelpDialog
from app.ui.shell.pages import Page, Pages, Views
from app.ui.shell.palette import Palette
from app.ui.shell.sidebar import Sidebar
from app.ui.shell.watch_bars import BAR_TOPICS, WatchBars
from app.ui.shell.ways import Ways
from app.ui.texts import sentences, words
from app.ui.theme.measures import letters
from app.ui.widgets.banner import Banner, Toast
from app.ui.widgets.layouts import column
from app.ui.widgets.tabs import TabbedPage
from app.ui.workplace import Workplace

_NARROW_BELOW = 194
"""Letters."""
_ENTRIES = Later("shell.entries_dialog", "EntriesDialog")


class MainPage(QWidget):
    """Everything around and behind the pages.

    Args:
        workplace: the open shelter.
        first: key of the page to show; without it the first of this post.

    Signals:
        lock_wanted, language_wanted, looks_wanted: the shell should do so.
        sheet_wanted(words): a new recovery sheet has to be shown.
        page_changed(title): another page is shown; for the window title, never a name.
    """

    lock_wanted = Signal()
    language_wanted = Signal()
    looks_wanted = Signal()
    sheet_wanted = Signal(object)
    page_changed = Signal(str)

    def __init__(self, workplace: Workplace, first: str | None = None) -> None:
        super().__init__()
        self.workplace = workplace
        self._stale: set[str] = set()
        self._history: list[str] = []
        self._at = -1
        pages = tuple(Pages(self).of(workplace))
        self._titles = {page.key: page.title for page in pages}
        self.views = Views(pages, self._made)
        self.stack = QStackedWidget()
        self.top = TopBar(workplace)
        self.shift_bar = ShiftBar(workplace)
        self.status = StatusLine(workplace)
        self.notices = self.status.notices
        self.banner, self.toast = Banner(workplace.looks), Toast(workplace.looks)
        self.lock_warning = Banner(workplace.looks)
        for each in (self.banner, self.toast, self.lock_warning):
            each.setParent(self)
        self.ways = Ways(self.go, self.views, self)
        self.finder = Finder(workplace, self.ways, self)
        self.sidebar = Sidebar(
            workplace.looks,
            tuple((each.key, each.title, each.icon, each.shortcut) for each in pages),
        )
        self._commands = Commands(workplace, self._acts(), self.ways, pages, self)
        self.bars = WatchBars(workplace, self.shift_bar, self.status, self.sidebar, self)
        work = column(
            TrainingStripe(workplace),
            self.top,
            self.shift_bar,
            self.stack,
            self.status,
            spacing=0,
        )
        work.setStretch(3, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.sidebar)
        layout.addLayout(work, 1)
        self._connect()
        self._keys()
        self.status.show_backup(last_backup(workplace.paths))
        self.bars.refresh()
        self.go(first if first in self.views else next(iter(self.views)))

    def _made(self, page: Page, view: QWidget) -> None:
        self._stale.add(page.key)
        self.stack.addWidget(view)
        if hasattr(view, "said"):
            view.said.connect(self.say)
        ways = {
            "handover_wanted": lambda: self.go("handover"),
            "print_entries": self._print_entries,
            "backed_up": self.status.show_backup,
            "sheet_wanted": self.sheet_wanted,
            "handed_over": self._handed_over,
        }
        if isinstance(view, TabbedPage):
            view.panel_built.connect(self.ways.connect_panel)
            view.panel_built.connect(partial(lead, ways=ways))
        else:
            lead(view, ways)

    def _connect(self) -> None:
        place = self.workplace
        self.sidebar.chosen.connect(self.go)
        self.sidebar.lock_wanted.connect(self.lock_wanted)
        self.top.lock_wanted.connect(self.lock_wanted)
        self.top.search_wanted.connect(self.search)
        self.top.back_wanted.connect(lambda: self._travel(-1))
        self.top.forward_wanted.connect(lambda: self._travel(1))
        self.top.language_wanted.connect(self.language_wanted)
        self.top.looks_wanted.connect(self.looks_wanted)
        self.top.help_wanted.connect(self.help)
        self.status.undo_wanted.connect(self.undo)
        place.tasks.changed.connect(self._changed)
        place.tasks.failed.connect(self.show_trouble)
        place.looks.changed.connect(self._fit)
        self.bars.minute.connect(self._a_minute_later)

    def _acts(self) -> WindowActs:
        return WindowActs(
            go=self.go,
            back=partial(self._travel, -1),
            forward=partial(self._travel, 1),
            search=self.search,
            undo=self.undo,
            help=self.help,
            lock=self.lock_wanted.emit,
            language=self.language_wanted.emit,
            looks=self.looks_wanted.emit,
            mask=self._toggle_mask,
            keep=self._saved_already,
        )

    def _keys(self) -> None:
        for sequence, run in self._commands.shortcuts():
            QShortcut(QKeySequence(sequence), self).activated.connect(run)

    def go(self, page: str) -> None:
        """Show a page of this role; others do nothing."""
        if page not in self.views:
            return
        if not self._history or self._history[self._at] != page:
            self._history = [*self._history[: self._at + 1], page]
            self._at = len(self._history) - 1
        self._show(page)

    def _travel(self, step: int) -> None:
        at = self._at + step
        if 0 <= at < len(self._history):
            self._at = at
            self._show(self._history[at])

    def _show(self, page: str) -> None:
        view = self.views[page]
        if self.stack.currentWidget() is not view:
            self.toast.clear()
        self.stack.setCurrentWidget(view)
        self.sidebar.mark_page(page)
        if page in self._stale:
            self._stale.discard(page)
            view.reload()  # type: ignore[attr-defined]
        self.page_changed.emit(self._titles[page])

    @property
    def desk(self) -> DeskView | None:
        """Return the duty desk, where this post has one."""
        desk = self.views.get("desk")
        return desk if isinstance(desk, DeskView) else None

    def keep_typing(self) -> UUID | None:
        """Put what is typed on disk; return the draft on screen, if there is one."""
        desk = self.ways.made_desk
        if desk is None:
            return None
        desk.keep_typing()
        return desk.register.draft_id

    @property
    def drafts(self) -> int:
        """Return how many registrations are begun and not saved."""
        return self.bars.drafts

    @property
    def page(self) -> str:
        """Return the page shown."""
        return self._history[self._at]

    def _changed(self, topics: frozenset[Topic], _source: QObject | None) -> None:
        for page, view in self.views.built.items():
            if view.topics & topics:  # type: ignore[attr-defined]
                if page == self.page:
                    view.reload()  # type: ignore[attr-defined]
                else:
                    self._stale.add(page)
        self.finder.forget(topics)
        if Topic.SHELTER in topics:
            self.workplace.ask(self, shelter_now, None, self._name_anew)
        if topics & BAR_TOPICS:
            self.bars.refresh()

    def _name_anew(self, seen: ShelterLine) -> None:
        self.workplace.shelter = seen.facts

    def _a_minute_later(self) -> None:
        """Show what time alone changes: who waits how long, what has run out, who is late."""
        view = self.views[self.page]
        if isinstance(view, DeskView):
            view.queue.reload()
        elif isinstance(view, TabbedPage):
            view.reload()

    def say(self, text: str) -> None:
        """Show a short sentence; what can be taken back stands beside it."""
        self.toast.say("ok", text)

    def tell(self, tone: str, text: str) -> None:
        """Say something beside whatever else is said, once, until somebody closes it."""
        if any(each.text == text for each in self.findChildren(Banner)):
            return
        banner = Banner(self.workplace.looks)
        banner.setParent(self)
        banner.say(tone, text)
        banner.turned.connect(banner.deleteLater)

    def show_trouble(self, error: Exception) -> None:
        """Show calmly what stands in the way."""
        if isinstance(error, Refused):
            self.banner.say("stop", sentences(error.reasons))
        elif isinstance(error, Denied):
            text = self.tr("Your post has no right to do this. Ask the coordinator.")
            self.banner.say("stop", text)
        elif isinstance(error, Unavailable):
            self.banner.say("stop", words(error.cause))

    def undo(self) -> None:
        """Take the last act back."""
        self.workplace.undo(
            self,
            lambda label: self.toast.say("ok", self.tr("Undone: {0}").format(label)),
            self.show_trouble,
        )

    def search(self) -> None:
        """Open the search box."""
        self._let_go(Palette)
        self.finder.open(self.top.search, self._commands.offered())

    def help(self) -> None:
        """Open the help of this page."""
        self._let_go(HelpDialog)
        HelpDialog(self.workplace.looks, self.page, self).open()

    def _let_go(self, kind: type[QWidget]) -> None:
        """Delete the closed dialogs of one kind before another is opened."""
        for closed in self.findChildren(kind):
            if not closed.isVisible():
                closed.setParent(None)
                closed.deleteLater()

    def _print_entries(self, form: object) -> None:
        place = self.workplace
        paper = entries_paper(place.house, place.shelter, form, training=place.training)  # type: ignore[arg-type]
        self._let_go(_ENTRIES.kind)
        _ENTRIES(place, paper, self).open()

    def _toggle_mask(self) -> None:
        self.workplace.set_masking(not self.workplace.masking)

    def _saved_already(self) -> None:
        if self.desk is not None:
            self.desk.register.keep_then(lambda: self.toast.say("ok", self.status.saved))

    def _handed_over(self, _result: object) -> None:
        self.say(self.tr("Handed over. The next shift has begun."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the sidebar into another window."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Keep only icons in the sidebar where words need the room."""
        self.sidebar.squeeze(narrow=self.width() < letters(_NARROW_BELOW))
