# SPDX-License-Identifier: Apache-2.0
"""Ages that are not certain: seen side by side, said beside, ended by two."""

import pytest
from PySide6.QtCore import Qt

from app.models.people.person import Person
from app.policies.answers import given
from app.policies.people.age import AgeBasis, TreatedAs
from app.policies.reasons import Reason
from app.services.people.ages import SayAge, say_age
from app.ui.arrivals.desk.ages import AgesPanel
from app.ui.texts import words
from tests.ui.widgets.screens import keep_fresh, open_screen, rows, tells, unnamed


@pytest.fixture
def ages(qtbot, at_work, settle):
    def open_panel(login: str = "ani") -> AgesPanel:
        workplace = at_work(login)
        made = AgesPanel(workplace)
        keep_fresh(made, workplace)
        open_screen(qtbot, made)
        settle()
        return made

    return open_panel


def treated(shelter, person_id) -> TreatedAs:
    with shelter.house.database.reading() as session:
        return session.get_one(Person, person_id).treated_as


def test_everything_that_was_said_stands_side_by_side(shelter, ages) -> None:
    girl = shelter.arrive("Mawar", "16", age_basis=AgeBasis.SELF)
    shelter.act(say_age, SayAge(girl.person_id, "1/1/2004", AgeBasis.DOCUMENT), "hendra")
    shelter.arrive("Lili", "9")
    panel = ages()
    (only,) = rows(panel.people)
    assert "16–22" in only
    told = panel.said_before.text().splitlines()
    assert [each.split(" · ")[:2] for each in told] == [
        ["16", "Says so herself"],
        ["1/1/2004", "Document"],
    ]
    assert unnamed(panel) == []


def test_one_proposes_and_another_agrees(qtbot, shelter, ages, settle) -> None:
    woman = shelter.arrive("Melur", "?")
    panel = ages("ani")
    assert panel.proof.isHidden() or not panel.proof.isVisible()
    panel.basis.set_answer(given(AgeBasis.DOCUMENT))
    panel.basis.changed.emit()
    assert panel.ask_button.isVisible()
    panel.age.setText("1/1/2000")
    panel.proof.setText("KTP")
    panel.proof_on.setText("24/11/2026")
    panel.why.setText("KTP asli diperiksa")
    qtbot.keyClick(panel.why, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert tells(panel, "You proposed it: a second person agrees.")
    assert panel.waiting.agree_button.isHidden()
    assert treated(shelter, woman.person_id) is TreatedAs.CHILD
    panel.close()
    second = ages("hendra")
    assert second.waiting.agree_button.isVisible()
    qtbot.mouseClick(second.waiting.agree_button, Qt.MouseButton.LeftButton)
    settle()
    assert treated(shelter, woman.person_id) is TreatedAs.ADULT
    assert rows(second.people) == []
    assert tells(second, "The age of everybody here is certain.")


def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(
    qtbot, shelter, ages, settle
) -> None:
    shelter.arrive("Melur", "?")
    panel = ages()
    panel.basis.set_answer(given(AgeBasis.DOCUMENT))
    panel.basis.changed.emit()
    panel.age.setText("16")
    panel.proof.setText("KTP")
    panel.proof_on.setText("24/11/2026")
    panel.why.setText("KTP asli diperiksa")
    panel.ask_button.click()
    settle()
    assert panel.fields["age"].problem == words(Reason.AGE_SHOWS_CHILD)
    assert (panel.age.text(), panel.proof.text()) == ("16", "KTP")


def test_another_age_is_noted_beside_the_first(shelter, ages, settle) -> None:
    shelter.arrive("Mawar", "17")
    panel = ages()
    panel.basis.set_answer(given(AgeBasis.SELF))
    panel.basis.changed.emit()
    panel.age.setText("15")
    panel.say_button.click()
    settle()
    assert len(panel.said_before.text().splitlines()) == 2
    assert panel.age.text() == ""


def test_a_psychologist_proposes_and_notes_no_age(shelter, ages) -> None:
    shelter.arrive("Melur", "?")
    panel = ages("tania")
    assert panel.say_button.isHidden()
    assert panel.fields["age"].isVisible()
