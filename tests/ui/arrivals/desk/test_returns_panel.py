# SPDX-License-Identifier: Apache-2.0
"""Possible returning clients on screen: a hint at the form, pairs for the social worker."""

import pytest
from PySide6.QtCore import Qt

from app.models.people.person import Person
from app.policies.answers import AnswerState
from app.policies.arrivals.follow_ups import FollowUpKind
from app.policies.reasons import Reason
from app.services.arrivals.desk.desk import tasks_open
from app.services.people.possible_returns import possible_returns
from app.services.people.returning import ReturnVerdict, SettleReturn, settle_return
from app.ui.arrivals.desk.returns import ReturnsPanel
from app.ui.texts import words
from tests.ui.widgets.screens import (
    button_named,
    heard,
    keep_fresh,
    open_screen,
    rows,
    tells,
    unnamed,
    write,
)

CHECK = "A social worker will check."


@pytest.fixture
def returns(qtbot, at_work, settle):
    def open_panel(login: str = "ani") -> ReturnsPanel:
        workplace = at_work(login)
        made = ReturnsPanel(workplace)
        keep_fresh(made, workplace)
        open_screen(qtbot, made)
        settle()
        return made

    return open_panel


def test_typing_a_known_name_says_only_that_somebody_will_check(
    qtbot, shelter, panel, settle
) -> None:
    known = shelter.arrive("Soekarti", "30")
    write(panel, "Sukarti")
    qtbot.waitUntil(lambda: tells(panel, CHECK), timeout=5000)
    for secret in (known.number, "Soekarti", "30"):
        assert not tells(panel.fields.fields["name"], secret)
    panel.fields.age.setFocus()
    write(panel, "50")
    qtbot.waitUntil(lambda: not tells(panel, CHECK), timeout=5000)
    settle()


def test_allergies_are_told_with_it_and_go_with_the_form(qtbot, shelter, panel, settle) -> None:
    known = shelter.arrive("Kenanga", "30")
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        person = session.get_one(Person, known.person_id)
        person.allergy, person.allergy_state = "udang", AnswerState.GIVEN
    write(panel, "Kenanga")
    qtbot.waitUntil(lambda: tells(panel, f"{CHECK} Keep away from her tonight: udang"))
    panel.begin()
    settle()
    assert not tells(panel, CHECK)


def test_whoever_is_completed_does_not_meet_herself(qtbot, shelter, panel, settle) -> None:
    known = shelter.arrive("Kenanga", "30")
    panel.complete(known.arrival_id)
    settle()
    panel.fields.name.setFocus()
    write(panel, "a")
    qtbot.waitUntil(lambda: panel.saved, timeout=5000)
    settle()
    assert not tells(panel, CHECK)
    panel.begin()
    panel.fields.focus("name")
    write(panel, "Kenanga")
    qtbot.waitUntil(lambda: tells(panel, CHECK), timeout=5000)


def test_the_pairs_show_both_and_one_press_settles_one(shelter, returns, settle) -> None:
    first = shelter.arrive("Kenanga", "30")
    second = shelter.arrive("Kenanga", "31")
    panel = returns()
    said = heard(panel.said)
    assert rows(panel.pairs) == [
        f"New: Ke** · {second.number} · about 31 years\n"
        f"Earlier: Ke** · {first.number} · about 30 years"
    ]
    panel._workplace.set_masking(False)
    assert "Kenanga" in rows(panel.pairs)[0]
    assert unnamed(panel) == []
    button_named(panel, "Two different people").click()
    settle()
    assert rows(panel.pairs) == []
    assert tells(panel, "Nobody waits for a check.")
    assert len(said) == 1
    assert FollowUpKind.RETURNING not in {task.kind for task in shelter.ask(tasks_open)}


def test_the_keyboard_reaches_the_second_pair(qtbot, shelter, returns, settle) -> None:
    for age in ("30", "30", "30"):
        shelter.arrive("Kenanga", age)
    panel = returns("ratna")
    chosen = rows(panel.pairs)[1]
    panel.pairs.setFocus()
    qtbot.keyClick(panel.pairs, Qt.Key.Key_Down)
    button_named(panel, "The same person").setFocus()
    qtbot.keyClick(panel.same_button, Qt.Key.Key_Space)
    settle()
    assert len(rows(panel.pairs)) == 2
    assert chosen not in rows(panel.pairs)


def test_a_pair_settled_elsewhere_is_told_and_goes(shelter, returns, settle) -> None:
    shelter.arrive("Kenanga", "30")
    shelter.arrive("Kenanga", "30")
    panel = returns()
    (line,) = shelter.ask(possible_returns, None, "ani")
    shelter.act(
        settle_return, SettleReturn(line.possible_id, line.version, ReturnVerdict.SAME), "hendra"
    )
    button_named(panel, "Two different people").click()
    settle()
    assert panel.banner.text == words(Reason.STALE)
    assert rows(panel.pairs) == []
