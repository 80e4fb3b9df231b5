# SPDX-License-Identifier: Apache-2.0
"""Admin: the two ages up to which somebody without a document is treated as a child."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from app.policies.people.age import Thresholds
from app.policies.reasons import Reason
from app.services.people.thresholds import (
    ThresholdsLine,
    change_thresholds,
    effect_of,
    out_of_order,
    thresholds,
)
from app.ui import format as shown
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, line
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, panel, row
from app.ui.widgets.refusal import tell
from app.ui.workplace import Workplace

_NUMBER_WIDTH = 90
_UNREADABLE = {
    "presumed_child_up_to": Reason.PRESUMED_LIMIT,
    "doubt_up_to": Reason.DOUBT_LIMIT,
}


class ThresholdsCard(QWidget):
    """Two numbers, what they mean, what they would change, and who set them before.

    Signals:
        said(text): something worth a toast.
    """

    said = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._now = Thresholds()
        self.banner = Banner(workplace.looks)
        self.presumed, self.doubt = line(longest=3), line(longest=3)
        for editor in (self.presumed, self.doubt):
            editor.setMaximumWidth(_NUMBER_WIDTH)
            editor.textEdited.connect(lambda _text: self._edited())
            editor.returnPressed.connect(self._save)
        self.fields = {
            "presumed_child_up_to": Field(
                self.tr("Presumed to be a child up to (years)"), self.presumed
            ),
            "doubt_up_to": Field(self.tr("Doubt is asked about up to (years)"), self.doubt),
        }
        self.meaning = sentence()
        self.effect = sentence(tone="info")
        self.history = QListWidget()
        self.history.setAccessibleName(self.tr("Earlier settings of the ages"))
        self.history.setMaximumHeight(110)
        self._none_yet = sentence(tone="muted")
        self.save_button = button(
            workplace.looks, self.tr("Save ages"), self._save, role="primary", icon=Icon.SAVE
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(
            panel(
                column(
                    heading(self.tr("Age without a document")),
                    self.banner,
                    row(*self.fields.values(), None, spacing=16),
                    self.meaning,
                    self.effect,
                    row(None, self.save_button),
                    self._none_yet,
                    self.history,
                    margin=12,
                ),
                card=True,
            )
        )
        self._fill()

    def reload(self) -> None:
        """Ask for the ages in force and their history; what is being typed stays."""
        self._workplace.ask(self, thresholds, None, self._show)

    def _show(self, seen: ThresholdsLine) -> None:
        untouched = self.typed() == self._now
        self._now = seen.now
        if untouched:
            self._fill()
        self.history.clear()
        for each in seen.history:
            limits = each.thresholds
            when = shown.day_and_time(each.changed_at, self._workplace.zone)
            self.history.addItem(
                self.tr("Child up to {0}, doubt up to {1} · {2} · {3}").format(
                    limits.presumed_child_up_to, limits.doubt_up_to, each.changed_by, when
                )
            )
        self.history.setVisible(bool(seen.history))
        self._none_yet.setText(
            "" if seen.history else self.tr("Nobody has changed the proposed ages yet.")
        )
        self._none_yet.setVisible(not seen.history)
        self._review()

    def _fill(self) -> None:
        self.presumed.setText(str(self._now.presumed_child_up_to))
        self.doubt.setText(str(self._now.doubt_up_to))
        self._review()

    def typed(self) -> Thresholds | None:
        """Return the ages on screen, or None while one is not a whole number."""
        texts = (self.presumed.text().strip(), self.doubt.text().strip())
        if not all(text.isascii() and text.isdigit() for text in texts):
            return None
        return Thresholds(*map(int, texts))

    def _edited(self) -> None:
        self._clear_problems()
        self._review()

    def _review(self) -> None:
        wanted = self.typed()
        self.save_button.setEnabled(wanted != self._now)
        self.effect.setText("")
        self.meaning.setText("")
        if wanted is None or out_of_order(wanted):
            return
        self.meaning.setText(
            self.tr(
                "Stated or estimated up to {0}: treated as a child. Up to {1}: the officer is "
                "asked about doubt, and with doubt she is treated as a child. A document "
                "always decides."
            ).format(wanted.presumed_child_up_to, wanted.doubt_up_to)
        )
        if wanted != self._now:
            self._workplace.ask(
                self, effect_of, wanted, lambda count: self._show_effect(wanted, count)
            )

    def _show_effect(self, wanted: Thresholds, count: int) -> None:
        if wanted != self.typed() or wanted == self._now:
            return
        if count == 0:
            said = self.tr("Every registered client would be treated as she is now.")
        elif count == 1:
            said = self.tr("1 registered client would be treated differently if she came today.")
        else:
            said = self.tr(
                "{0} registered clients would be treated differently if they came today."
            ).format(count)
        self.effect.setText(
            said + " " + self.tr("Saving judges nobody anew; it holds for the next age written.")
        )

    def _clear_problems(self) -> None:
        self.banner.clear()
        for field in self.fields.values():
            field.show_problem("")

    def _save(self) -> None:
        self._clear_problems()
        wanted = self.typed()
        if wanted is None:
            self._point_at_what_is_no_number()
        elif wanted != self._now:
            self._workplace.act(self, change_thresholds, wanted, self._saved, self._failed)

    def _point_at_what_is_no_number(self) -> None:
        for name, editor in (("presumed_child_up_to", self.presumed), ("doubt_up_to", self.doubt)):
            text = editor.text().strip()
            if not (text.isascii() and text.isdigit()):
                self.fields[name].show_problem(words(_UNREADABLE[name]))
                editor.setFocus()
                return

    def _saved(self, kept: Thresholds) -> None:
        self._now = kept
        self._fill()
        self.reload()
        self.said.emit(self.tr("The ages are saved. They hold from now on."))

    def _failed(self, error: Exception) -> None:
        tell(self._workplace, error, self.banner, self.fields)
