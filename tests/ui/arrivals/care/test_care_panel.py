# SPDX-License-Identifier: Apache-2.0
"""The care panel: ticks, lines and forms that keep themselves and lose nothing."""

from PySide6.QtCore import Qt

from app.policies.answers import Answer, AnswerState, given
from app.policies.arrivals.care import BelongingKind, MedicineOutcome, NeedKind, ToldKind
from app.policies.reasons import Reason
from app.services.arrivals.care.care_of import care_of
from app.services.arrivals.register.admission import NoteDiet, note_diet_and_allergy
from app.ui.texts import words
from tests.ui.widgets.screens import (
    button_named,
    heard,
    press,
    rows,
    write,
)


def recorded(shelter, arrived):
    return shelter.ask(care_of, arrived.arrival_id)


def test_a_need_is_ticked_with_its_time_and_unticked(shelter, melati, care, settle):
    food = care.needs.ticks.buttons[NeedKind.FOOD]
    food.click()
    assert not food.isChecked()
    settle()
    assert food.isChecked()
    assert food.accessibleName() == "Needs of the first hour: Food and drink 01.50"
    assert [line.kind for line in recorded(shelter, melati).needs] == [NeedKind.FOOD]
    food.click()
    settle()
    assert recorded(shelter, melati).needs == ()
    care._workplace.undo(care, lambda _label: None, lambda _error: None)
    settle()
    assert food.isChecked()


def test_two_ticks_in_a_hurry_are_both_kept(shelter, melati, care, settle):
    for kind in (NeedKind.BED, NeedKind.CLOTHES):
        care.needs.ticks.buttons[kind].click()
    settle()
    assert {line.kind for line in recorded(shelter, melati).needs} == {
        NeedKind.BED,
        NeedKind.CLOTHES,
    }


def test_an_allergy_is_kept_when_its_line_is_left(shelter, melati, care, settle):
    care.diet.answers["allergy"].line.setFocus()
    write(care, "kacang")
    assert care.pending
    press(care, Qt.Key.Key_Tab)
    settle()
    assert recorded(shelter, melati).allergy == given("kacang")
    assert not care.pending
    care.diet.answers["diet"].line.setFocus()
    write(care, "tanpa babi")
    press(care, Qt.Key.Key_Return)
    settle()
    now = recorded(shelter, melati)
    assert (now.allergy, now.diet) == (given("kacang"), given("tanpa babi"))


def test_both_lines_left_in_a_hurry_are_both_kept(shelter, melati, care, settle):
    for name, text in (("allergy", "udang"), ("diet", "bubur")):
        care.diet.answers[name].line.setFocus()
        write(care, text)
        press(care, Qt.Key.Key_Return)
    settle()
    now = recorded(shelter, melati)
    assert (now.allergy, now.diet) == (given("udang"), given("bubur"))
    assert care.banner.text == ""


def test_none_unknown_and_declined_are_answers_of_their_own(shelter, melati, care, settle):
    for name, state in (
        ("Allergy: None", AnswerState.NOT_APPLICABLE),
        ("Allergy: Not known yet", AnswerState.UNKNOWN),
        ("Allergy: Prefers not to say", AnswerState.DECLINED),
    ):
        button_named(care, name).click()
        settle()
        assert recorded(shelter, melati).allergy == Answer(state)
    care.diet.answers["allergy"].line.setFocus()
    write(care, "telur\r")
    settle()
    assert recorded(shelter, melati).allergy == given("telur")
    button_named(care, "Allergy: None").click()
    settle()
    assert recorded(shelter, melati).allergy == Answer(AnswerState.NOT_APPLICABLE)
    assert care.diet.answers["allergy"].line.text() == ""


def test_a_refused_answer_stays_with_its_reason_beside_it(shelter, melati, care, settle):
    line = care.diet.answers["allergy"].line
    line.setFocus()
    line.setText("x" * 200)
    write(care, "y\r")
    settle()
    assert care.diet.fields["allergy"].problem == words(Reason.TEXT_TOO_LONG)
    assert line.text() == "x" * 200 + "y"
    assert recorded(shelter, melati).allergy == Answer()
    assert care.banner.text == ""


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(shelter, melati, care, settle):
    line = care.diet.answers["allergy"].line
    line.setFocus()
    write(care, "kacang")
    version = recorded(shelter, melati).person_version
    shelter.act(
        note_diet_and_allergy, NoteDiet(melati.arrival_id, version, allergy=given("udang")), "sri"
    )
    press(care, Qt.Key.Key_Return)
    settle()
    assert care.banner.text == words(Reason.STALE)
    assert line.text() == "kacang"
    assert recorded(shelter, melati).allergy == given("udang")
    press(care, Qt.Key.Key_Return)
    settle()
    assert recorded(shelter, melati).allergy == given("kacang")


def test_medicine_is_written_down_as_taken_or_not(shelter, melati, care, settle):
    said = heard(care.said)
    for outcome, name in (
        (MedicineOutcome.GIVEN, "Taken"),
        (MedicineOutcome.REFUSED, "Chose not to take it"),
    ):
        care.medicine.name.setText("Parasetamol")
        care.medicine.dose.setText("1 tablet")
        button_named(care, name).click()
        settle()
        assert recorded(shelter, melati).medicines[0].outcome is outcome
    assert (
        rows(care.medicine.list)[1] == "24 Nov 2026 01.50 · Parasetamol · 1 tablet · Taken · Dewi"
    )
    assert said == ["The medicine is written down."] * 2
    assert not care.medicine.pending


def test_medicine_without_a_dose_is_told_there_and_the_name_stays(care, settle):
    care.medicine.name.setText("Parasetamol")
    button_named(care, "Taken").click()
    settle()
    assert care.medicine.fields["dose"].problem == words(Reason.NOTHING_TO_WRITE)
    assert care.medicine.name.text() == "Parasetamol"


def test_a_thing_is_kept_and_given_back(shelter, melati, care, settle):
    things = care.belongings
    things.kind.setCurrentIndex(things.kind.findData(BelongingKind.PHONE))
    things.what.setText("Nokia biru")
    things.where.setText("Lemari B")
    things.keep_button.click()
    settle()
    kept = "Phone · Nokia biru · Lemari B · kept 24 Nov 2026 01.50 by Dewi"
    assert rows(things.list) == [kept]
    assert not things.pending
    assert things.return_button.isEnabled()
    things.return_button.click()
    settle()
    assert rows(things.list) == ["Phone · Nokia biru · Lemari B · given back 24 Nov 2026 01.50"]
    assert not things.return_button.isEnabled()
    care._workplace.undo(care, lambda _label: None, lambda _error: None)
    settle()
    assert rows(things.list) == [kept]


def test_promises_are_ticked_and_other_words_kept_on_leaving(shelter, melati, care, settle):
    care.told.ticks.buttons[ToldKind.POCKET_MONEY].click()
    settle()
    care.told.other.setFocus()
    write(care, "boleh  pulang lusa")
    press(care, Qt.Key.Key_Return)
    press(care, Qt.Key.Key_Backtab)
    settle()
    told = {line.kind: line.words for line in recorded(shelter, melati).told}
    assert told == {ToldKind.POCKET_MONEY: "", ToldKind.OTHER: "boleh pulang lusa"}
    assert not care.pending
    care.told.other.setFocus()
    care.told.other.selectAll()
    press(care, Qt.Key.Key_Delete, Qt.Key.Key_Return)
    settle()
    assert [line.kind for line in recorded(shelter, melati).told] == [ToldKind.POCKET_MONEY]


def test_on_a_full_disk_everything_typed_stays(shelter, melati, care, disk, settle):
    care.diet.answers["diet"].line.setFocus()
    write(care, "bubur")
    care.medicine.name.setText("Parasetamol")
    disk.fill()
    press(care, Qt.Key.Key_Return)
    settle()
    assert "The disk is full" in care.banner.text
    assert care.diet.answers["diet"].line.text() == "bubur"
    assert care.medicine.name.text() == "Parasetamol"
    disk.make_room()
    button_named(care, "Try again").click()
    settle()
    assert recorded(shelter, melati).diet == given("bubur")
    assert care.banner.text == ""


def test_going_to_somebody_else_keeps_the_lines_first(shelter, melati, care, settle):
    other = shelter.arrive("Kenanga", "30")
    care.diet.answers["allergy"].line.setFocus()
    write(care, "kacang")
    care.open(other.arrival_id)
    settle()
    assert care.arrival_id == other.arrival_id
    assert care.diet.answers["allergy"].line.text() == ""
    assert recorded(shelter, melati).allergy == given("kacang")
    assert recorded(shelter, other).allergy == Answer()


def test_a_half_typed_medicine_holds_somebody_else_back(shelter, care, settle):
    first, other = care.arrival_id, shelter.arrive("Kenanga", "30")
    care.medicine.name.setText("Parasetamol")
    care.open(other.arrival_id)
    settle()
    assert care.arrival_id == first
    assert care.banner.text == "Something is typed here and not recorded yet."
    button_named(care, "Drop it and go on").click()
    settle()
    assert care.arrival_id == other.arrival_id
    assert care.medicine.name.text() == ""


def test_a_birth_is_noted_with_one_key_and_ends_with_another(qtbot, shelter, melati, care, settle):
    card = care.births
    card.born.setText("01.10")
    card.name.setText("Putri")
    assert care.pending
    qtbot.keyClick(card.note_button, Qt.Key.Key_Return)
    settle()
    (line,) = rows(card.list)
    assert line.startswith("Putri")
    assert not care.pending
    card.born.setText("sore")
    card.note_button.click()
    assert card.fields["born_at"].problem == words(Reason.TIME_UNREADABLE)
    card.born.clear()
    card.list.setCurrentRow(0)
    card.end_button.click()
    settle()
    assert rows(card.list) == []
