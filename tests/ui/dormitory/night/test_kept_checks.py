# SPDX-License-Identifier: Apache-2.0
"""Nightly checks that were kept: what each found, and never more than the post may know."""

import pytest
from PySide6.QtCore import Qt

from app.policies.dormitory.rules.settings import RoomingRules
from app.services.dormitory.night.night_list import run_night_check
from app.services.dormitory.rules.settings import ProposeRules, propose_rules
from app.ui.dormitory.night.night_list_panel import NightListPanel
from app.ui.i18n import Language
from tests.services.dormitory.rows import keep_apart
from tests.ui.widgets.screens import (
    button_named,
    keep_fresh,
    open_screen,
    press,
    rows,
    tells,
    told,
    unnamed,
)

Key = Qt.Key


@pytest.fixture(autouse=True)
def no_roster(shelter) -> None:
    """Leave the roster of caretakers out."""
    shelter.act(propose_rules, ProposeRules(RoomingRules(caretaker_expected=False)), "hendra")


@pytest.fixture
def kept_of(qtbot, at_work, settle):
    """Open the kept checks from the nightly check, as one does with the keyboard."""

    def open_kept(login: str = "dewi"):
        workplace = at_work(login)
        made = NightListPanel(workplace)
        open_screen(qtbot, made)
        keep_fresh(made, workplace)
        settle()
        made.kept_button.setFocus()
        press(made, Key.Key_Space)
        settle()
        assert made.kept.isVisible()
        return made

    return open_kept


@pytest.mark.parametrize("language", list(Language))
def test_every_control_has_a_name_and_fits(shelter, kept_of, languages, language) -> None:
    languages.speak(language)
    shelter.arrive("Melati", "30")
    shelter.act(run_night_check, None)
    made = kept_of()
    made.resize(1093, 450)
    assert unnamed(made) == []
    assert made.minimumSizeHint().width() <= 1093
    assert made.minimumSizeHint().height() <= 450


def test_no_check_is_told_in_a_sentence(kept_of) -> None:
    kept = kept_of().kept
    assert tells(kept, "No check was kept in these days.")
    assert tells(kept, "11 Nov 2026 to 24 Nov 2026")
    assert not kept.later_button.isEnabled()
    assert kept.earlier_button.hasFocus()


def test_one_is_chosen_by_keys_and_its_findings_are_told(shelter, kept_of) -> None:
    shelter.act(run_night_check, None, "rina")
    shelter.clock.move(hours=1)
    shelter.arrive("Melati", "30")
    shelter.arrive("Kenanga", "12")
    shelter.act(run_night_check, None)
    panel = kept_of()
    kept = panel.kept
    assert rows(kept.checks) == [
        "24 Nov 2026 02.50 · Dewi · 2 found",
        "24 Nov 2026 01.50 · Rina · 0 found",
    ]
    assert kept.checks.hasFocus()
    assert rows(kept.findings) == ["Has no bed (2)"]
    assert kept.found.text() == "0 people in 10 rooms."
    press(panel, Key.Key_Down)
    assert kept.found.text() == "Everything was in order. 0 people in 10 rooms."
    assert kept.findings.isHidden()
    press(panel, Key.Key_Escape)
    assert not kept.isVisible()
    assert panel.kept_button.hasFocus()


def test_older_weeks_are_turned_back_to_and_again_to_today(shelter, kept_of, settle) -> None:
    shelter.act(run_night_check, None)
    shelter.clock.move(days=14)
    kept = kept_of().kept
    assert tells(kept, "No check was kept in these days.")
    kept.earlier_button.click()
    settle()
    assert rows(kept.checks) == ["24 Nov 2026 01.50 · Dewi · 0 found"]
    kept.later_button.click()
    settle()
    assert rows(kept.checks) == []
    assert not kept.later_button.isEnabled()
    assert tells(kept, "25 Nov 2026 to 8 Dec 2026")


def test_a_check_made_meanwhile_appears_and_the_chosen_one_stays(shelter, kept_of, settle) -> None:
    shelter.act(run_night_check, None)
    panel = kept_of()
    shelter.clock.move(minutes=5)
    shelter.act(run_night_check, None, "rina")
    panel.reload()
    settle()
    assert panel.kept.checks.count() == 2
    assert panel.kept.chosen.checked_by == "Dewi"


def test_a_secret_finding_is_counted_without_its_kind(shelter, kept_of) -> None:
    one, two = shelter.arrive("Melati", "30"), shelter.arrive("Kenanga", "31")
    shelter.place(one.person_id, "101-A", "rina")
    shelter.place(two.person_id, "101-B", "rina")
    keep_apart(shelter, one.person_id, two.person_id)
    shelter.act(run_night_check, None)
    desk = kept_of("dewi").kept
    assert "Somebody has to move (1)" in rows(desk.findings)
    assert not any("apart" in text.casefold() for text in told(desk))
    leading = kept_of("hendra").kept
    assert "Two who are kept apart in one room (1)" in rows(leading.findings)
    for kept in (desk, leading):
        assert not any("Melati" in text or one.number in text for text in told(kept))
    button_named(leading, "Back to tonight").click()
    assert not leading.isVisible()
