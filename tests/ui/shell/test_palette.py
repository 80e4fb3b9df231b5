# SPDX-License-Identifier: Apache-2.0
"""Ctrl+K by keys: people however they are spelt, codes, rooms, commands, by right only."""

import pytest
from PySide6.QtCore import Qt

from app.policies.answers import given
from app.policies.people.departures import Outcome
from app.services.arrivals.shift.shifts import shift_now
from app.services.dormitory.away.vacate import Vacate, vacate_bed
from app.ui.shell.palette import Palette
from tests.ui.login.ways import closed, idle, sign_in
from tests.ui.widgets.screens import press, rows, write

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
SPELLINGS = {
    "Kenanga": ("ken", "Kenangga", "kenaga", "Knanga"),
    "Melati": ("melatti", "MELATI"),
    "Soekarti": ("Sukarti", "soekarti"),
    "Djuminah": ("Juminah", "djuminah"),
    "Tjandra": ("Candra", "tjandra"),
}
PEOPLE = tuple(SPELLINGS)
ROOM = "103 · Lantai 1 Dewasa"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def house(shelter):
    """Five clients; Melati is in bed 101-A."""
    made = {name: shelter.arrive(name, "30") for name in PEOPLE}
    shelter.place(made["Melati"].person_id, "101-A")
    return made


def open_box(qtbot, shell) -> Palette:
    press(shell.main, Qt.Key.Key_K, held=CTRL)
    box = next(made for made in shell.main.findChildren(Palette) if made.isVisible())
    idle(qtbot, shell)
    return box


def found(qtbot, shell, typed: str) -> list[str]:
    box = open_box(qtbot, shell)
    write(box, typed)
    assert box.box.text() == typed
    lines = rows(box.rows)
    press(box, Qt.Key.Key_Escape)
    assert closed(box)
    return lines


def test_a_person_is_found_however_she_is_spelt(qtbot, house, shell) -> None:
    main = sign_in(qtbot, shell)
    main.workplace.set_masking(False)
    for name, spellings in SPELLINGS.items():
        for typed in spellings:
            first = found(qtbot, shell, typed)[0]
            assert first == f"{name} · {house[name].number} · 18 or older", typed


def test_names_are_masked_until_they_are_shown(qtbot, house, shell) -> None:
    main = sign_in(qtbot, shell)
    number = house["Kenanga"].number
    assert found(qtbot, shell, "kenanga")[0].startswith(f"Ke** · {number}")
    press(main, Qt.Key.Key_H, held=CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert found(qtbot, shell, "kenanga")[0].startswith(f"Kenanga · {number}")


def test_a_code_finds_one_person(qtbot, house, shell) -> None:
    sign_in(qtbot, shell)
    number = house["Tjandra"].number
    assert number in found(qtbot, shell, number)[0]
    assert number in found(qtbot, shell, number.lower())[0]


def test_a_hash_finds_rooms_only(qtbot, house, shell) -> None:
    sign_in(qtbot, shell)
    assert found(qtbot, shell, "#103")[0] == ROOM
    many = found(qtbot, shell, "#")
    assert many
    assert not any("REG-" in line for line in many)
    assert not any("REG-" in line for line in found(qtbot, shell, "#kenanga"))


def test_a_sign_finds_commands_only_and_enter_does_them(qtbot, house, shell) -> None:
    main = sign_in(qtbot, shell)
    every = found(qtbot, shell, ">")
    assert [line.split("    ")[0] for line in every] == [
        "New arrival",
        "Group arrival",
        "Beds for everyone",
        "Families",
        "Start the shift",
        "Duty desk",
        "Dormitory",
        "Caretaking",
        "Tonight",
        "Books",
        "Admin",
        "Handover",
        "Watch rounds",
        "Mask or show names",
        "Switch language",
        "Light, dark, high contrast",
        "Help",
        "Lock",
    ]
    assert "Admin    Ctrl+3" in every
    box = open_box(qtbot, shell)
    write(box, ">adm")
    assert rows(box.rows) == ["Admin    Ctrl+3"]
    press(box, Qt.Key.Key_Return)
    assert main.page == "admin"
    box = open_box(qtbot, shell)
    write(box, ">lock")
    press(box, Qt.Key.Key_Return)
    assert shell.locked


def test_arrows_walk_and_enter_opens_a_person(qtbot, house, shell) -> None:
    main = sign_in(qtbot, shell)
    box = open_box(qtbot, shell)
    write(box, "kenanga")
    press(box, Qt.Key.Key_Up, Qt.Key.Key_Down)
    assert box.rows.currentRow() == 0
    press(box, Qt.Key.Key_Return)
    idle(qtbot, shell)
    assert main.page == "desk"
    assert main.desk.register.opened.number == house["Kenanga"].number


def test_a_room_opens_the_dormitory(qtbot, house, shell) -> None:
    main = sign_in(qtbot, shell)
    box = open_box(qtbot, shell)
    write(box, "#101")
    press(box, Qt.Key.Key_Enter)
    idle(qtbot, shell)
    assert main.page == "dormitory"


def test_nothing_found_is_said_and_enter_does_nothing(qtbot, house, shell) -> None:
    main = sign_in(qtbot, shell)
    box = open_box(qtbot, shell)
    write(box, "qqqqqqqqqqqq")
    assert rows(box.rows) == []
    press(box, Qt.Key.Key_Return)
    assert box.isVisible()
    press(box, Qt.Key.Key_Escape)
    assert main.page == "desk"


def test_who_arrives_meanwhile_is_found_at_once(qtbot, house, shell) -> None:
    main = sign_in(qtbot, shell)
    assert not any("Ka**" in line for line in found(qtbot, shell, "kamboja"))
    main.desk.register.fields.focus("name")
    write(main, "Kamboja")
    press(main, Qt.Key.Key_Return, held=CTRL)
    qtbot.waitUntil(lambda: main.desk.register.blank and shell.tasks.idle, timeout=5000)
    assert found(qtbot, shell, "kamboja")[0].startswith("Ka**")


def test_the_secretariat_finds_rooms_and_no_person(qtbot, house, shell) -> None:
    main = sign_in(qtbot, shell, "eko")
    main.workplace.set_masking(False)
    for typed in (*PEOPLE, house["Kenanga"].number, "", "REG"):
        lines = found(qtbot, shell, typed)
        assert not any("REG-" in line or name in line for line in lines for name in PEOPLE), typed
    assert found(qtbot, shell, "#103")[0] == ROOM


def test_the_shift_is_started_by_keys_and_only_once(qtbot, shelter, shell) -> None:
    sign_in(qtbot, shell, "dewi")
    box = open_box(qtbot, shell)
    write(box, ">start")
    press(box, Qt.Key.Key_Return)
    idle(qtbot, shell)
    assert shelter.ask(shift_now).officer == "Dewi"
    assert found(qtbot, shell, ">start") == []


def test_commands_without_a_right_are_absent(qtbot, shelter, shell) -> None:
    sign_in(qtbot, shell, "rina")
    for login in ("rina", "tania", "eko"):
        shell.workplace.become(shelter.actors[login])
        idle(qtbot, shell)
        names = [line.split("    ")[0] for line in found(qtbot, shell, ">")]
        assert names[0] == "Dormitory"
        absent = {"New arrival", "Group arrival", "Start the shift", "Duty desk", "Handover"}
        assert not absent & set(names)
        assert found(qtbot, shell, ">desk") == []


def test_one_at_risk_is_found_by_her_desk_and_never_by_the_secretariat(
    qtbot, shelter, shell
) -> None:
    shelter.arrive("Anggrek", "30", threatened=given(True))
    sign_in(qtbot, shell, "dewi")
    assert any(line.startswith("An**") for line in found(qtbot, shell, "anggrek"))
    shell.workplace.become(shelter.actors["eko"])
    idle(qtbot, shell)
    assert not any("An**" in line for line in found(qtbot, shell, "anggrek"))


def test_who_has_left_is_found_and_said_to_have_left(qtbot, house, shelter, shell) -> None:
    gone = house["Kenanga"]
    shelter.act(vacate_bed, Vacate(gone.person_id, Outcome.OWN_WISH, "", ""))
    sign_in(qtbot, shell)
    assert found(qtbot, shell, "kenanga")[0] == f"Ke** · {gone.number} · 18 or older · left"
