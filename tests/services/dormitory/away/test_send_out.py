# SPDX-License-Identifier: Apache-2.0
"""Out of the house with the bed kept: with whom, until when, and who is late."""

from datetime import timedelta

import pytest

from app.errors import Denied
from app.policies.dormitory.away.whereabouts import AbsenceKind, Whereabouts
from app.policies.reasons import Reason
from app.services.dormitory.away.absences import EndAbsence, NoteAbsence, end_absence, note_absence
from app.services.dormitory.away.send_out import AwayLine, SendOut, away, send_out
from app.services.dormitory.away.whereabouts import census
from tests.conftest import NIGHT, Shelter

AT_NOON = NIGHT + timedelta(hours=10)


def out(shelter: Shelter, name: str, kind: AbsenceKind, place: str = "", **other):
    person_id = shelter.arrive(name, "30").person_id
    if place:
        shelter.place(person_id, place)
    return shelter.act(send_out, SendOut(person_id, kind, **other))


def lines(shelter: Shelter) -> dict[str, AwayLine]:
    return {line.name: line for line in shelter.ask(away)}


@pytest.mark.parametrize("kind", list(AbsenceKind))
def test_every_way_out_keeps_the_bed_and_ends_with_her_return(
    shelter: Shelter, kind: AbsenceKind
) -> None:
    done = out(shelter, "Bunga", kind, "101-A")
    (line,) = shelter.ask(away)
    assert (line.kind, line.place, line.since) == (kind, "101-A", NIGHT)
    assert shelter.bed("101-A").sleeper.name == "Bunga"
    assert shelter.ask(census).lines[0].where is Whereabouts(kind.value)
    shelter.act(end_absence, EndAbsence(done.value.person_id))
    assert shelter.ask(away) == ()


def test_escort_hour_and_note_are_told(shelter: Shelter) -> None:
    out(
        shelter,
        "Bunga",
        AbsenceKind.COURT,
        "101-A",
        escort="  Bu  Ani ",
        due_back=AT_NOON,
        note="PN Jakarta Timur",
    )
    shelter.clock.move(minutes=90)
    (line,) = shelter.ask(away, None, "rina")
    assert (line.escort, line.due_back, line.note) == ("Bu Ani", AT_NOON, "PN Jakarta Timur")
    assert (line.minutes, line.overdue, line.kept_until, line.may_release) == (
        90,
        False,
        None,
        False,
    )


def test_who_is_late_stands_first_then_who_is_due_first(shelter: Shelter) -> None:
    out(shelter, "Tanpa jam", AbsenceKind.HOSPITAL)
    out(shelter, "Siang", AbsenceKind.LEAVE, due_back=AT_NOON)
    out(shelter, "Pagi", AbsenceKind.LEAVE, due_back=NIGHT + timedelta(hours=1))
    out(shelter, "Hilang", AbsenceKind.MISSING)
    assert [line.name for line in shelter.ask(away)] == ["Pagi", "Siang", "Tanpa jam", "Hilang"]
    shelter.clock.move(hours=1)
    found = shelter.ask(away)
    assert [line.name for line in found] == ["Pagi", "Hilang", "Siang", "Tanpa jam"]
    assert [line.overdue for line in found] == [True, True, False, False]


def test_without_a_plan_the_bed_is_kept_for_24_hours(shelter: Shelter) -> None:
    out(shelter, "Hilang", AbsenceKind.MISSING, "101-A", escort="siapa", due_back=AT_NOON)
    out(shelter, "Tanpa ranjang", AbsenceKind.MISSING)
    line = lines(shelter)["Hilang"]
    assert (line.escort, line.due_back, line.may_release) == ("", None, False)
    assert line.kept_until == NIGHT + timedelta(hours=24)
    shelter.clock.move(hours=24)
    found = lines(shelter)
    assert found["Hilang"].may_release
    assert (found["Tanpa ranjang"].kept_until, found["Tanpa ranjang"].may_release) == (None, False)


@pytest.mark.parametrize("after", [timedelta(0), timedelta(minutes=-1)])
def test_she_can_only_be_due_back_later(shelter: Shelter, after: timedelta) -> None:
    person_id = shelter.arrive("Bunga", "30").person_id
    command = SendOut(person_id, AbsenceKind.POLICE, due_back=NIGHT + after)
    refused = shelter.refused(send_out, command)
    assert (refused.field, refused.reasons) == ("due_back", (Reason.TIME_PAST,))
    assert shelter.ask(away) == ()


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"escort": "x" * 121}, Reason.NAME_TOO_LONG),
        ({"note": "x" * 601}, Reason.TEXT_TOO_LONG),
    ],
)
def test_long_texts_are_told_at_their_fields(shelter: Shelter, other, reason: Reason) -> None:
    person_id = shelter.arrive("Bunga", "30").person_id
    refused = shelter.refused(send_out, SendOut(person_id, AbsenceKind.POLICE, **other))
    assert (refused.field, refused.reasons) == (next(iter(other)), (reason,))


def test_the_same_way_out_again_adds_what_is_new(shelter: Shelter) -> None:
    first = out(shelter, "Bunga", AbsenceKind.HOSPITAL, escort="Bu Ani", note="RSCM")
    shelter.clock.move(hours=1)
    again = SendOut(first.value.person_id, AbsenceKind.HOSPITAL, due_back=AT_NOON)
    assert shelter.act(send_out, again).inverse is None
    (line,) = shelter.ask(away)
    assert (line.since, line.escort, line.due_back, line.note) == (
        NIGHT,
        "Bu Ani",
        AT_NOON,
        "RSCM",
    )


def test_undo_brings_back_where_she_was_before(shelter: Shelter) -> None:
    first = out(shelter, "Bunga", AbsenceKind.MISSING)
    shelter.clock.move(minutes=20)
    found = SendOut(first.value.person_id, AbsenceKind.POLICE)
    done = shelter.act(send_out, found, "ani")
    shelter.act(done.inverse.act, done.inverse.command, "ani")
    (line,) = shelter.ask(away)
    assert (line.kind, line.since) == (AbsenceKind.MISSING, NIGHT)
    again = shelter.refused(done.inverse.act, done.inverse.command, "ani")
    assert again.reasons == (Reason.MOVED_ON,)


def test_what_the_round_noted_stands_on_the_same_list(shelter: Shelter) -> None:
    person_id = shelter.arrive("Bunga", "30").person_id
    shelter.act(note_absence, NoteAbsence(person_id, AbsenceKind.WITH_STAFF, "di klinik"))
    (line,) = shelter.ask(away)
    assert (line.kind, line.note) == (AbsenceKind.WITH_STAFF, "di klinik")


def test_whoever_sent_her_out_notes_that_she_is_back_and_undoes_it(shelter: Shelter) -> None:
    her = out(shelter, "Bunga", AbsenceKind.COURT, "101-A").value.person_id
    back = shelter.act(end_absence, EndAbsence(her), "ani")
    assert shelter.ask(away) == ()
    shelter.act(back.inverse.act, back.inverse.command, "ani")
    assert [line.kind for line in shelter.ask(away)] == [AbsenceKind.COURT]
    for login in ("tania", "eko"):
        with pytest.raises(Denied):
            shelter.act(end_absence, EndAbsence(her), login)


def test_posts_that_see_nobody_get_nobody(shelter: Shelter) -> None:
    done = out(shelter, "Bunga", AbsenceKind.LEAVE)
    assert shelter.ask(away, None, "eko") == ()
    assert len(shelter.ask(away, None, "tania")) == 1
    with pytest.raises(Denied):
        shelter.act(send_out, SendOut(done.value.person_id, AbsenceKind.LEAVE), "tania")
