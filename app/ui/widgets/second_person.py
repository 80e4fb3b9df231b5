# SPDX-License-Identifier: Apache-2.0
"""A proposal that waits for its second person: what, by whom, and the two ways to settle it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.ui.theme.icons import Icon
from app.ui.theme.style import Looks
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, panel, row


class SecondPerson(QWidget):
    """The card; whoever proposed it reads who agrees, everybody else has a button for it.

    Args:
        looks: icons and colours.
        agree: the words of the button that agrees, and what it does.
        drop: the words of the button that lets the proposal go, and what it does.
    """

    def __init__(
        self,
        looks: Looks,
        agree: tuple[str, Callable[[], None]],
        drop: tuple[str, Callable[[], None]],
    ) -> None:
        super().__init__()
        self._what, self._who = sentence(), sentence(tone="muted")
        self._own = sentence(tone="warn")
        self.agree_button = button(looks, *agree, role="primary", icon=Icon.ALLOWED)
        self.drop_button = button(looks, *drop, role="quiet", icon=Icon.CLOSE)
        card = panel(
            column(
                heading(self.tr("Waits for a second person")),
                self._what,
                self._who,
                self._own,
                row(None, self.drop_button, self.agree_button),
                margin=12,
            ),
            banner="warn",
        )
        self.setLayout(column(card))
        self.hide()

    def tell(self, what: str, who: str, own: str = "") -> None:
        """Show a proposal.

        Args:
            what: what would hold.
            who: who proposed it, and when.
            own: for whoever proposed it, who has to agree; empty for everybody else.
        """
        self._what.setText(what)
        self._who.setText(who)
        self._own.setText(own)
        self._own.setHidden(not own)
        self.agree_button.setHidden(bool(own))
        self.show()
