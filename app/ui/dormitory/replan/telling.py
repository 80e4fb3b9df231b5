# SPDX-License-Identifier: Apache-2.0
"""What is said of a plan: how good it is, what it leaves, what a signature would help."""

from PySide6.QtCore import QObject

from app.policies.dormitory.replan.goals import GoalKind
from app.policies.reasons import Reason
from app.services.dormitory.replan.told import Mover, Replan
from app.ui import format as shown
from app.ui.texts import sentences, short, words
from app.ui.workplace import Workplace

_NAMES = 6


class Telling(QObject):
    """Sentences about plans, with names masked as the officer wants them."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._workplace = workplace

    def called(self, who: Mover) -> str:
        """Return what somebody is called on screen now, and where she is if not in the house."""
        if not who.number:
            return self.tr("somebody who left")
        name = shown.person(who.name, who.number, hide=self._workplace.masking)
        return self.tr("{0} ({1})").format(name, short(who.away)) if who.away else name

    def summary(self, plan: Replan) -> str:
        """Return how many move, and how good that is."""
        moved, new = len(plan.moves), len(plan.placements)
        if not plan.lines:
            if plan.complete:
                return self.tr("Nobody has to move.")
            return self.tr("No legal move helps.")
        told = [self.tr("Changing beds: {0}.").format(moved)] if moved else []
        told += [self.tr("Getting a first bed: {0}.").format(new)] if new else []
        return " ".join([*told, self._how_good(plan)])

    def _how_good(self, plan: Replan) -> str:
        if plan.edited:
            return self.tr("Changed by hand and checked as a whole: it is legal.")
        if plan.short is not None:
            return words(plan.short.level).format(plan.short.most)
        if not plan.complete:
            return self.tr("No other plan does better.")
        return self.tr("No other plan moves fewer people.")

    def left(self, plan: Replan) -> str:
        """Return who is left without a bed or in a wrong one, and what would help."""
        if plan.complete:
            return ""
        told = []
        if plan.without_bed:
            names = [self.called(who) for who in plan.without_bed]
            told.append(self.tr("No safe bed for {0}.").format(self._named(names)))
        told += self._wrong(plan)
        if plan.edited:
            return " ".join(told)
        if plan.blocking:
            told.append(self.tr("In the way: {0}").format(self._in_the_way(plan.blocking)))
        if plan.relaxation:
            rules = sentences(plan.relaxation)
            told.append(self.tr("The least that would have to be signed: {0}").format(rules))
        else:
            told.append(self.tr("No signature helps; call the head or a partner shelter."))
        return " ".join(told)

    def _wrong(self, plan: Replan) -> list[str]:
        """Return a sentence for each rule that stays broken, with those it is about."""
        together: dict[str, list[str]] = {}
        for each in plan.still_wrong:
            name = self.called(each.person)
            who = self.tr("{0} ({1})").format(name, each.place) if each.place else name
            together.setdefault(self._rules(plan.goal.kind, each.reasons), []).append(who)
        text = self.tr("Against a rule stays: {0}. {1}")
        return [text.format(self._named(names), rules) for rules, names in together.items()]

    def _rules(self, kind: GoalKind, reasons: tuple[Reason, ...]) -> str:
        """Return what is wrong in words; a room that is only to be empty is not called closed."""
        empty = self.tr("This room is to be empty.")
        emptied = kind is GoalKind.EMPTY
        return " ".join(
            empty if emptied and each is Reason.ROOM_BLOCKED else words(each) for each in reasons
        )

    def _named(self, names: list[str]) -> str:
        shown_names = ", ".join(names[:_NAMES])
        more = len(names) - _NAMES
        return self.tr("{0} and {1} more").format(shown_names, more) if more > 0 else shown_names

    def _in_the_way(self, reasons: tuple[Reason, ...]) -> str:
        taken = self.tr("All beds that suit are taken.")
        return " ".join(taken if each is Reason.BED_TAKEN else words(each) for each in reasons)

    def deed(self, plan: Replan, *, may_sign: bool) -> str:
        """Return what the button that carries a plan out says."""
        if plan.to_sign and not may_sign:
            return self.tr("The coordinator has to sign")
        if plan.to_sign:
            return self.tr("Sign and move all {0}").format(len(plan.lines))
        return self.tr("Move all {0}").format(len(plan.lines))

    def afterwards(self, plan: Replan) -> str:
        """Return what to do once a plan was carried out."""
        kind = plan.goal.kind
        if plan.still_wrong:
            return self.tr("Done as far as it goes; {0} still sleep against a rule.").format(
                len(plan.still_wrong)
            )
        if kind is GoalKind.EMPTY:
            return self.tr(
                "Done. Change what the empty rooms are for under Caretaking, Rooms and beds."
            )
        if kind is GoalKind.SEPARATE:
            return self.tr("Done. Put the rooms into their wing under Caretaking, Rooms and beds.")
        return self.tr("Done: everybody has her new bed ({0}).").format(len(plan.lines))
