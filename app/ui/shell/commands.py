# SPDX-License-Identifier: Apache-2.0
"""What can be done from anywhere: the keys of the window and the commands of Ctrl+K."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from app.policies.access import Right
from app.ui.shell.pages import Page
from app.ui.shell.palette import Command
from app.ui.shell.ways import Ways
from app.ui.workplace import Workplace

Run = Callable[[], None]


@dataclass(frozen=True, slots=True)
class WindowActs:
    """What the window itself can do on any page."""

    go: Callable[[str], None]
    back: Run
    forward: Run
    search: Run
    undo: Run
    help: Run
    lock: Run
    language: Run
    looks: Run
    mask: Run
    keep: Run


class Commands(QObject):
    """Knows every key and command of a post.

    Args:
        workplace: the open shelter.
        acts: what the window can do.
        ways: where the desk's own commands lead.
        pages: the pages of this post, in the order of the sidebar.
    """

    def __init__(
        self,
        workplace: Workplace,
        acts: WindowActs,
        ways: Ways,
        pages: Sequence[Page],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workplace, self._acts, self._ways = workplace, acts, ways
        self._pages = pages

    def shortcuts(self) -> list[tuple[str, Run]]:
        """Return each key of the window with what it does."""
        acts, looks = self._acts, self._workplace.looks
        keys: list[tuple[str, Run]] = [
            ("Ctrl+K", acts.search),
            ("Ctrl+Z", acts.undo),
            ("F1", acts.help),
            ("Ctrl+/", acts.help),
            ("Ctrl+L", acts.lock),
            ("Ctrl+Shift+H", acts.mask),
            ("Alt+Left", acts.back),
            ("Alt+Right", acts.forward),
            *((page.shortcut, partial(acts.go, page.key)) for page in self._pages),
            ("Ctrl+=", partial(looks.step_zoom, 1)),
            ("Ctrl++", partial(looks.step_zoom, 1)),
            ("Ctrl+-", partial(looks.step_zoom, -1)),
            ("Ctrl+0", partial(looks.step_zoom, 0)),
            ("Ctrl+S", acts.keep),
            ("F7", self._ways.look_in),
        ]
        if self._ways.has_desk:
            keys += [
                ("Ctrl+N", self._ways.new_arrival),
                ("Ctrl+Shift+N", self._ways.new_group),
                ("Ctrl+Shift+B", self._ways.beds_for_all),
                ("Ctrl+Shift+K", self._ways.families),
                ("Ctrl+Return", self._ways.save),
                ("Ctrl+Enter", self._ways.save),
                ("Esc", self._ways.leave),
            ]
        return keys

    def offered(self) -> tuple[Command, ...]:
        """Return what Ctrl+K offers now besides people and rooms."""
        acts, ways = self._acts, self._ways
        commands = []
        if ways.has_desk and self._workplace.may(Right.REGISTER_ARRIVAL):
            commands += [
                Command(self.tr("New arrival"), "Ctrl+N", ways.new_arrival),
                Command(self.tr("Group arrival"), "Ctrl+Shift+N", ways.new_group),
                Command(self.tr("Beds for everyone"), "Ctrl+Shift+B", ways.beds_for_all),
                Command(self.tr("Families"), "Ctrl+Shift+K", ways.families),
            ]
        if (start := ways.start) is not None:
            commands.append(Command(self.tr("Start the shift"), "", start))
        for page in self._pages:
            commands.append(Command(page.title, page.shortcut, partial(acts.go, page.key)))
        if self._workplace.may(Right.LOOK_IN):
            commands.append(Command(self.tr("Watch rounds"), "F7", ways.look_in))
        commands += [
            Command(self.tr("Mask or show names"), "Ctrl+Shift+H", acts.mask),
            Command(self.tr("Switch language"), "", acts.language),
            Command(self.tr("Light, dark, high contrast"), "", acts.looks),
            Command(self.tr("Help"), "F1", acts.help),
            Command(self.tr("Lock"), "Ctrl+L", acts.lock),
        ]
        return tuple(commands)
