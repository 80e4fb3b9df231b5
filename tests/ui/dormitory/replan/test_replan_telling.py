# SPDX-License-Identifier: Apache-2.0
"""What is said of a plan: who is away, and what it may fall short of."""

from dataclasses import replace

import pytest

from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.dormitory.replan.goals import Goal, GoalKind, Level, Shortfall
from app.services.dormitory.away.absences import NoteAbsence, note_absence
from app.services.dormitory.replan.propose import propose_replan
from app.services.dormitory.replan.told import Mover
from app.ui.dormitory.replan.panel import ReplanPanel
from app.ui.dormitory.replan.telling import Telling
from app.ui.texts import words
from tests.services.dormitory.rows import keep_apart
from tests.ui.widgets.screens import keep_fresh, open_screen, rows, tells


@pytest.fixture
def away(shelter):
    """Two who are kept apart share a room; both are away."""
    people = [shelter.arrive(name, "30").person_id for name in ("Teratai", "Melati")]
    for person, place in zip(people, ("101-A", "101-B"), strict=True):
        shelter.place(person, place, "rina")
    keep_apart(shelter, *people)
    for person, kind in zip(people, (AbsenceKind.MISSING, AbsenceKind.HOSPITAL), strict=True):
        shelter.act(note_absence, NoteAbsence(person, kind))
    return people


def test_who_is_away_is_called_so(at_work, shelter, away) -> None:
    (who,) = [line.person for line in shelter.ask(propose_replan, Goal(GoalKind.LEGAL)).lines]
    telling = Telling(at_work("rina"))
    said = {
        AbsenceKind.MISSING: "Te** 2611-001 (gone)",
        AbsenceKind.HOSPITAL: "Me** 2611-002 (hospital)",
    }
    assert telling.called(who) == said[who.away]
    assert telling.called(replace(who, away=None)) == said[who.away].split(" (")[0]
    assert telling.called(Mover(who.person_id, "", "")) == "somebody who left"


def test_lists_and_rooms_of_a_plan_say_who_is_away(qtbot, at_work, settle, away) -> None:
    workplace = at_work("rina")
    panel = ReplanPanel(workplace)
    open_screen(qtbot, panel)
    keep_fresh(panel, workplace)
    settle()
    panel.look()
    settle()
    (line,) = rows(panel.moves.list)
    assert line.startswith(
        ("Te** 2611-001 (gone)   101-A → ", "Me** 2611-002 (hospital)   101-B → ")
    )
    assert tells(panel, "Te** 2611-001 (gone)")
    assert tells(panel, "Me** 2611-002 (hospital)")
    assert not tells(panel, "Teratai")


def test_coming_back_behind_the_plan_is_told(qtbot, at_work, shelter, settle, away) -> None:
    workplace = at_work("rina")
    panel = ReplanPanel(workplace)
    open_screen(qtbot, panel)
    keep_fresh(panel, workplace)
    settle()
    panel.look()
    settle()
    shelter.act(note_absence, NoteAbsence(away[0], AbsenceKind.POLICE))
    panel.reload()
    settle()
    assert panel.banner.text == "Beds or people changed meanwhile; nobody was moved."
    assert not panel.apply_button.isEnabled()


@pytest.mark.parametrize("level", list(Level))
def test_what_was_not_proven_says_by_how_much(at_work, shelter, away, level: Level) -> None:
    telling = Telling(at_work("rina"))
    plan = shelter.ask(propose_replan, Goal(GoalKind.LEGAL))
    assert telling.summary(plan).endswith("No other plan moves fewer people.")
    said = telling.summary(replace(plan, short=Shortfall(level, 3)))
    assert words(level).format(3) in said
    assert "3" in said
