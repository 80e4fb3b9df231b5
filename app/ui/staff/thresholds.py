# SPDX-License-Identifier: Apache-2.0
"""Admin: up to which age somebody without a document is treated as a child, and how surely."""

from app.policies.people.age import Thresholds
from app.policies.people.born import ADULT_YEARS
from app.policies.reasons import Reason
from app.services.people.thresholds import (
    ThresholdsLine,
    ThresholdVersion,
    change_thresholds,
    effect_of,
    out_of_order,
    thresholds,
)
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.staff.settings import SettingsCard, whole_number
from app.ui.widgets.labels import sentence
from app.ui.widgets.listing import Listing
from app.ui.workplace import Workplace


class ThresholdsCard(SettingsCard):
    """Three numbers, what they mean, what they would change, and who set them before."""

    preview = effect_of
    out_of_range = staticmethod(out_of_order)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, Thresholds())
        presumed = self.number(whole_number, str, Reason.PRESUMED_LIMIT)
        doubt = self.number(whole_number, str, Reason.DOUBT_LIMIT)
        margin = self.number(whole_number, str, Reason.MARGIN_LIMIT)
        self.presumed, self.doubt, self.margin = presumed.widget, doubt.widget, margin.widget
        self.meaning = sentence()
        self._earlier = Listing(
            self.tr("Earlier settings of the ages"),
            self.tr("Nobody has changed the proposed ages yet."),
        )
        self.history = self._earlier.list
        self.lay_out(
            self.tr("Age without a document"),
            self.meaning,
            {
                "presumed_child_up_to": (
                    self.tr("Presumed to be a child up to (years)"),
                    presumed,
                ),
                "doubt_up_to": (self.tr("Doubt is asked about up to (years)"), doubt),
                "margin": (self.tr("An estimate may be wrong by (years)"), margin),
            },
            [("presumed_child_up_to", "doubt_up_to", "margin")],
            self.tr("Save ages"),
            self._earlier,
        )

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this card shows."""
        return frozenset({Topic.SHELTER})

    def reload(self) -> None:
        """Ask for the ages in force and their history; what is being typed stays."""
        self._workplace.ask(self, thresholds, None, self._show)

    def save(self) -> None:
        """Put the ages that are typed in force."""
        if self.changed:
            self.perform(change_thresholds, self.wanted, self._saved)

    def _show(self, seen: ThresholdsLine) -> None:
        self.history.fill((self._told(each), each) for each in seen.history)
        self.show_now(seen.now)

    def _told(self, each: ThresholdVersion) -> str:
        limits = each.thresholds
        when = shown.day_and_time(each.changed_at, self._workplace.zone)
        return self.tr("Child up to {0}, doubt up to {1}, estimates ± {2} · {3} · {4}").format(
            limits.presumed_child_up_to, limits.doubt_up_to, limits.margin, each.changed_by, when
        )

    def tell_meaning(self, wanted: Thresholds | None) -> None:
        """Say who is treated as a child by these ages."""
        said = ""
        if wanted is not None:
            said = self.tr(
                "Stated or estimated up to {0}: treated as a child. Up to {1}: the officer is "
                "asked about doubt, and with doubt she is treated as a child. A document "
                "always decides. Estimated {2} or more: she may be grown up, and no small child "
                "sleeps beside her."
            ).format(wanted.presumed_child_up_to, wanted.doubt_up_to, ADULT_YEARS - wanted.margin)
        self.meaning.setText(said)

    def tell_effect(self, _wanted: Thresholds, count: int) -> str:
        """Return how many would be treated differently if they came today."""
        if count == 0:
            said = self.tr("Every registered client would be treated as she is now.")
        elif count == 1:
            said = self.tr("1 registered client would be treated differently if she came today.")
        else:
            said = self.tr(
                "{0} registered clients would be treated differently if they came today."
            ).format(count)
        return said + " " + self.tr("Saving judges nobody anew; it holds for the next age written.")

    def _saved(self, kept: Thresholds) -> None:
        self.show_now(kept)
        self.begin()
        self.reload()
        self.said.emit(self.tr("The ages are saved. They hold from now on."))
