# SPDX-License-Identifier: Apache-2.0
"""The form: filled by keys alone, and how an age is taken is said while typing."""

import pytest
from PySide6.QtCore import Qt

from app.policies.answers import Answer, AnswerState, given
from app.policies.arrivals.registration import ArrivalForm, CameBy, Sex, UrgentNeed
from app.policies.people.age import AgeBasis
from tests.ui.widgets.screens import press, tells, told, unnamed, write

TAB = Qt.Key.Key_Tab
ORDER = [
    "name",
    "sex",
    "age",
    "basis",
    "came_by",
    "urgent",
    "accompanied",
    "language",
    "threatened",
]


def walk(fields, steps, key=TAB):
    seen = []
    for _ in range(steps):
        seen.append(fields.focused())
        press(fields, key)
    return seen


def test_tab_goes_through_all_fields_in_the_order_they_are_numbered(fields):
    assert walk(fields, len(ORDER)) == ORDER


def test_shift_tab_goes_back_the_same_way(fields):
    press(fields, *[TAB] * (len(ORDER) - 1))
    assert walk(fields, len(ORDER), Qt.Key.Key_Backtab) == ORDER[::-1]


def test_the_question_of_doubt_stands_in_the_tab_order_only_when_it_is_asked(fields):
    press(fields, TAB, TAB)
    write(fields, "22")
    assert walk(fields, 4) == ["age", "basis", "doubt", "came_by"]


@pytest.mark.parametrize("field", ["sex", "came_by", "urgent", "threatened"])
def test_after_walking_inside_a_row_tab_still_goes_to_the_next_field(fields, field):
    for steps in range(6):
        fields.focus(field)
        press(fields, *[Qt.Key.Key_Right] * steps, TAB)
        following = ORDER[(ORDER.index(field) + 1) % len(ORDER)]
        assert (steps, fields.focused()) == (steps, following)


@pytest.mark.parametrize(
    ("field", "letter", "answer"),
    [
        ("sex", "p", given(Sex.FEMALE)),
        ("sex", "l", given(Sex.MALE)),
        ("sex", "P", given(Sex.FEMALE)),
        ("came_by", "s", given(CameBy.ALONE)),
        ("came_by", "p", given(CameBy.POLICE)),
        ("came_by", "r", given(CameBy.REFERRAL)),
        ("came_by", "m", given(CameBy.COMMUNITY)),
        ("urgent", "t", given(frozenset())),
        ("urgent", "l", given(frozenset({UrgentNeed.INJURED}))),
        ("urgent", "h", given(frozenset({UrgentNeed.PREGNANT}))),
        ("urgent", "s", given(frozenset({UrgentNeed.ILL}))),
        ("threatened", "y", given(True)),
        ("threatened", "t", given(False)),
        ("sex", "?", Answer(AnswerState.UNKNOWN)),
        ("came_by", "?", Answer(AnswerState.UNKNOWN)),
        ("urgent", "?", Answer(AnswerState.UNKNOWN)),
        ("threatened", "?", Answer(AnswerState.UNKNOWN)),
        ("sex", "!", Answer(AnswerState.DECLINED)),
        ("threatened", "!", Answer(AnswerState.DECLINED)),
        ("sex", "x", Answer()),
    ],
)
def test_a_letter_chooses_an_answer(fields, field, letter, answer):
    fields.focus(field)
    press(fields, letter)
    assert getattr(fields, field).answer() == answer


@pytest.mark.parametrize(
    ("letter", "basis"),
    [
        ("e", AgeBasis.ESTIMATE),
        ("s", AgeBasis.SELF),
        ("p", AgeBasis.ESCORT),
        ("d", AgeBasis.DOCUMENT),
    ],
)
def test_a_letter_says_how_the_age_is_known(fields, letter, basis):
    fields.focus("basis")
    press(fields, letter)
    assert fields.form().age_basis is basis


def test_several_urgent_needs_go_together_and_none_or_not_known_excludes_them(fields):
    fields.focus("urgent")
    write(fields, "lh")
    both = frozenset({UrgentNeed.INJURED, UrgentNeed.PREGNANT})
    assert fields.form().urgent == given(both)
    press(fields, "t")
    assert fields.form().urgent == given(frozenset())
    press(fields, "l")
    assert fields.form().urgent == given(frozenset({UrgentNeed.INJURED}))
    press(fields, "?")
    assert fields.form().urgent == Answer(AnswerState.UNKNOWN)
    press(fields, "s")
    assert fields.form().urgent == given(frozenset({UrgentNeed.ILL}))


def test_the_same_letter_again_takes_the_answer_back(fields):
    fields.focus("sex")
    write(fields, "pp")
    assert fields.form().sex == Answer()


def test_an_arrow_and_space_choose_too(fields):
    fields.focus("sex")
    press(fields, Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert fields.form().sex == given(Sex.MALE)


def test_a_whole_arrival_is_typed_without_the_mouse(fields):
    write(fields, "Kenanga\tp\t14\te\tp\tPolres Bogor\tBripka Dian\t0812\tlh\t1\t")
    press(fields, *[Qt.Key.Key_Backspace] * 20)
    write(fields, "Nias\ty")
    assert fields.form() == ArrivalForm(
        name="Kenanga",
        name_state=AnswerState.GIVEN,
        sex=given(Sex.FEMALE),
        age_text="14",
        age_state=AnswerState.GIVEN,
        age_basis=AgeBasis.ESTIMATE,
        came_by=given(CameBy.POLICE),
        referrer="Polres Bogor",
        escort="Bripka Dian",
        escort_phone="0812",
        urgent=given(frozenset({UrgentNeed.INJURED, UrgentNeed.PREGNANT})),
        accompanied_text="1",
        accompanied_state=AnswerState.GIVEN,
        language=given("Nias"),
        threatened=given(True),
    )


@pytest.mark.parametrize("field", ["name", "age", "accompanied"])
def test_a_question_mark_alone_in_a_line_means_not_known(fields, field):
    fields.focus(field)
    write(fields, "?")
    form = fields.form()
    text = form.name if field == "name" else getattr(form, f"{field}_text")
    assert (text, getattr(form, f"{field}_state")) == ("", AnswerState.UNKNOWN)


@pytest.mark.parametrize(
    ("typed", "chip", "why"),
    [
        ("12", "CHILD", "states an age under 18"),
        ("8b", "CHILD", "states an age under 18"),
        ("2012", "CHILD", "states an age under 18"),
        ("12/3/2012", "CHILD", "states an age under 18"),
        ("34", "Adult", "the stated age is clearly above 18"),
        ("d", "Adult", "Looks over 25? If in doubt, write an estimate instead."),
        ("19", "CHILD (PRESUMED)", "no document yet, and the age is close to 18"),
        ("22", "CHILD (PRESUMED)", "there is doubt about the age"),
        ("?", "CHILD (PRESUMED)", "the age is not known"),
        ("dua belas", "no age yet", ""),
        ("-3", "no age yet", ""),
        ("200", "no age yet", ""),
    ],
)
def test_the_chip_says_while_typing_how_she_is_treated(fields, typed, chip, why):
    fields.focus("age")
    write(fields, typed)
    assert fields.chip.text() == chip
    assert not why or tells(fields, why)
    assert fields.fields["age"].problem == ""
    assert fields.fields["doubt"].isVisible() is (typed == "22")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("17 agu 2009", "17 Aug 2009 · 17 years · "),
        ("12/3/12", "12 Mar 2012 · 14 years · "),
        ("03/2012", "Mar 2012 · 14 years · "),
        ("2012", "2012 · 13 years · "),
        ("15-17", "15–17 years · "),
        ("8b", "8 months · "),
        ("sekitar 17", "17 years · "),
    ],
)
def test_what_was_read_is_echoed_at_once(fields, typed, read):
    fields.focus("age")
    write(fields, typed)
    assert tells(fields, read)
    assert fields.fields["age"].problem == ""


def test_emptying_the_age_empties_the_chip(fields):
    fields.focus("age")
    write(fields, "12")
    press(fields, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert fields.chip.text() == "no age yet"
    assert "states an age under 18" not in told(fields)


def test_without_doubt_twenty_two_is_adult_and_the_question_stays(fields):
    fields.focus("age")
    write(fields, "22\t\tt")
    assert fields.chip.text() == "Adult"
    assert fields.fields["doubt"].isVisible()


def test_a_document_ends_the_presumption_at_nineteen(fields):
    fields.focus("age")
    write(fields, "19\td")
    assert fields.chip.text() == "Adult"


def test_every_control_of_the_form_has_a_name_for_a_screen_reader(fields):
    assert unnamed(fields) == []
