# SPDX-License-Identifier: Apache-2.0
"""Watch rounds on the caretaker's page: her wings, what level 3 asks of her."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from app.policies.arrivals.follow_ups import FollowUpKind
from app.services.arrivals.desk.desk import tasks_open
from app.services.dormitory.care.rounds import LookIn, look_in, watch_rounds
from app.services.dormitory.rules.needs import NoteNeeds, note_needs
from app.ui.dormitory.care.must_know_panel import MustKnowPanel
from app.ui.i18n import Language
from tests.services.dormitory.rows import on_duty
from tests.ui.test_every_page import cut
from tests.ui.widgets.screens import (
    button_named,
    keep_fresh,
    open_screen,
    press,
    rows,
    tells,
    unnamed,
)

Key = Qt.Key


@pytest.fixture
def watched(shelter, bunga):
    shelter.act(note_needs, NoteNeeds(bunga.person_id, None, 3, None, None, None), "tania")
    return bunga


def test_she_looks_by_one_key_and_sees_all_of_a_round_on_one_line(
    shelter, screen, settle, watched
) -> None:
    made = screen(MustKnowPanel).rounds
    assert rows(made.list) == [
        "Bunga · 101-A · level 3 · now · 15 min left · Nobody has looked in yet."
    ]
    made.start_looking()
    settle()
    press(made, Key.Key_Space)
    settle()
    assert rows(made.list) == ["Bunga · 101-A · level 3 · in 15 min · 01.50 by Rina · Seen, well"]


def test_she_ticks_off_what_level_three_asks_for(shelter, screen, settle, watched) -> None:
    made = screen(MustKnowPanel).rounds
    button_named(made, "Done: Check her belongings (02.20)").click()
    settle()
    button_named(made, "Done: Call the psychologist (02.50)").click()
    settle()
    assert not made.task_button.isVisible()
    kinds = {task.kind for task in shelter.ask(tasks_open)}
    assert not kinds & {FollowUpKind.BELONGINGS, FollowUpKind.PSYCHOLOGIST}


def test_the_desk_has_them_among_its_tasks_and_not_twice(screen, watched) -> None:
    assert not screen(MustKnowPanel, "dewi").rounds.task_button.isVisible()


def test_on_the_roster_she_has_the_rounds_of_her_wings(shelter, screen, settle, watched) -> None:
    girl = shelter.arrive("Kenanga", "12").person_id
    shelter.place(girl, "201-A")
    shelter.act(note_needs, NoteNeeds(girl, None, 2, None, None, None))
    made = screen(MustKnowPanel)
    assert len(rows(made.rounds.list)) == 2
    on_duty(shelter, "rina", "Lantai 2 Anak")
    made.reload()
    settle()
    assert [row.split(" · ")[0] for row in rows(made.rounds.list)] == ["Kenanga"]


def test_a_look_of_the_desk_is_seen_here(shelter, screen, settle, watched) -> None:
    made = screen(MustKnowPanel)
    shelter.act(look_in, LookIn(watched.person_id))
    made.reload()
    settle()
    assert tells(made.rounds, "01.50 by Dewi")
    assert shelter.ask(watch_rounds).lines[0].seen_by == "Dewi"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", [(1160, 600), (890, 440)])
def test_rounds_and_table_fit_beside_the_sidebar(
    shelter, languages, qtbot, at_work, settle, watched, language, size
) -> None:
    languages.speak(language)
    for name in ("Anggrek", "Bakung", "Cempaka", "Dahlia", "Edelweis"):
        other = shelter.arrive(name, "30").person_id
        shelter.act(note_needs, NoteNeeds(other, None, 2, None, None, None))
    workplace = at_work("rina")
    made = MustKnowPanel(workplace)
    keep_fresh(made, workplace)
    open_screen(qtbot, made)
    settle()
    for opened in (False, True):
        if opened:
            made.rounds.start_looking()
            settle()
            press(made, Key.Key_F2)
        made.resize(*size)
        settle()
        assert made.minimumSizeHint().width() <= size[0]
        assert made.minimumSizeHint().height() <= size[1]
        for area in made.findChildren(QScrollArea):
            assert area.widget().width() <= area.viewport().width()
        assert cut(made) == []
        assert unnamed(made) == []
