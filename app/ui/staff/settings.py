# SPDX-License-Identifier: Apache-2.0
"""Admin: settings that hold together, with their effect told before they are saved."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from app.errors import Refused
from app.policies.reasons import Reason
from app.services.acts import Query
from app.ui.theme.icons import Icon
from app.ui.theme.measures import measure
from app.ui.widgets.acting import Acting
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, beside, line
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, panel, row
from app.ui.widgets.listing import Listing
from app.ui.workplace import Workplace

_NUMBER_LETTERS = 17
_HISTORY_LINES = 9


@dataclass(frozen=True, slots=True)
class Setting:
    """How one setting is typed: ``read`` returns None for what is no value."""

    widget: QWidget
    read: Callable[[], Any]
    write: Callable[[Any], None]
    unreadable: Reason | None = None


class SettingsCard(Acting):
    """Settings that are judged and saved together, as one frozen value.

    A card gives its settings by the names of the value's fields (:meth:`lay_out`) and says what
    a change would do (``preview``, :meth:`tell_effect`) and which act saves it (``save``).

    Attributes:
        preview: what a change would do, asked before it is saved; None where it does no more
            than it says.
        out_of_range: says what stands outside its limits, by field.
    """

    preview: Query[Any, Any] | None = None
    out_of_range: Callable[[Any], Mapping[str, Reason]] = staticmethod(lambda _value: {})

    def __init__(self, workplace: Workplace, proposed: Any) -> None:
        super().__init__(workplace)
        self._now = proposed
        self.settings: dict[str, Setting] = {}
        self.effect = sentence(tone="info")

    def lay_out(
        self,
        title: str,
        about: QWidget,
        settings: Mapping[str, tuple[str, Setting]],
        rows: Iterable[Iterable[str]],
        save: str,
        history: Listing | None = None,
        extra: Mapping[str, Field] | None = None,
        waiting: QWidget | None = None,
    ) -> None:
        """Put the settings on a card, with their effect and earlier versions beneath.

        Args:
            title: heads the card.
            about: says what the settings mean.
            settings: label and editor by the names of the value's fields.
            rows: which fields stand beside each other.
            save: the words of the button.
            history: earlier versions, where they are shown.
            extra: fields that are no settings, such as a basis.
            waiting: a proposal that waits, above the settings.
        """
        self.settings = {name: setting for name, (_label, setting) in settings.items()}
        self.fields = {
            **{name: Field(label, setting.widget) for name, (label, setting) in settings.items()},
            **(extra or {}),
        }
        self.save_button = button(
            self._workplace.looks, save, self.save, role="primary", icon=Icon.SAVE
        )
        if history is not None:
            measure(history.list, highest=_HISTORY_LINES)
        content = column(
            heading(title),
            about,
            *([] if waiting is None else [waiting]),
            self.banner,
            *(beside(*(self.fields[name] for name in names)) for names in rows),
            self.effect,
            row(None, self.save_button),
            *([] if history is None else [history]),
            margin=12,
        )
        self.setLayout(column(panel(content, card=True)))
        self.begin()

    def number(
        self, read: Callable[[str], Any], write: Callable[[Any], str], unreadable: Reason
    ) -> Setting:
        """Return a setting that is a number; ``read`` gives None for what is none."""
        editor: QLineEdit = measure(line(longest=8), most=_NUMBER_LETTERS)
        editor.textEdited.connect(lambda _text: self.edited())
        editor.returnPressed.connect(self.save)
        return Setting(
            editor,
            lambda: read(editor.text().strip()),
            lambda value: editor.setText(write(value)),
            unreadable,
        )

    def begin(self) -> None:
        """Show what is in force, and nothing of what was typed."""
        for name, setting in self.settings.items():
            setting.write(getattr(self._now, name))
        self._review()

    def show_now(self, now: Any) -> None:
        """Show what came into force; what is being typed stays."""
        before, self._now = self._now, now
        for name, setting in self.settings.items():
            follows = setting.read() == getattr(before, name) != getattr(now, name)
            if follows:
                setting.write(getattr(now, name))
        self._review()

    def typed(self) -> Any:
        """Return the value on screen, or None while one setting cannot be read."""
        values = {name: setting.read() for name, setting in self.settings.items()}
        return None if None in values.values() else type(self._now)(**values)

    def edited(self) -> None:
        """Take away what was wrong before and tell what the change would do."""
        self.forget_problems()
        self._review()

    def tell_meaning(self, wanted: Any) -> None:
        """Say in words what a value means; None while it cannot be in force."""

    def tell_effect(self, _wanted: Any, _seen: Any) -> str:
        """Return what saving would do, as far as a card can tell."""
        return ""

    def wanted(self) -> Any:
        """Return the value on screen.

        Raises:
            Refused: a setting cannot be read (``field``).
        """
        for name, setting in self.settings.items():
            if setting.read() is None and setting.unreadable is not None:
                raise Refused(setting.unreadable, field=name)
        return self.typed()

    @property
    def changed(self) -> bool:
        """Say whether what is on screen differs from what is in force."""
        return bool(self.typed() != self._now)

    def _review(self) -> None:
        wanted = self.typed()
        fits = wanted is not None and not self.out_of_range(wanted)
        self.save_button.setEnabled(self.changed)
        self.effect.setText("")
        self.tell_meaning(wanted if fits else None)
        if fits and self.changed and self.preview is not None:
            self._workplace.ask(
                self, self.preview, wanted, lambda seen: self._show_effect(wanted, seen)
            )

    def _show_effect(self, wanted: Any, seen: Any) -> None:
        if self.changed and wanted == self.typed():
            self.effect.setText(self.tell_effect(wanted, seen))


def whole_number(text: str) -> int | None:
    """Return digits as a number, or None."""
    return int(text) if text.isascii() and text.isdigit() else None
