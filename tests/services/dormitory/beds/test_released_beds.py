# SPDX-License-Identifier: Apache-2.0
"""Beds given away of who left without a plan, and clocks that went back."""

from app.models.dormitory.stays import StayEnd
from app.policies.arrivals.follow_ups import FollowUpKind
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.reasons import Reason
from app.services.arrivals.desk.desk import tasks_open
from app.services.dormitory.away.absences import EndAbsence, end_absence
from app.services.dormitory.away.send_out import SendOut, away, send_out
from app.services.dormitory.away.vacate import release_bed
from tests.conftest import Shelter
from tests.services.dormitory.away.test_vacate import asleep, stays


def test_a_bed_is_given_away_after_24_hours_without_a_plan_only(shelter: Shelter) -> None:
    arrived = asleep(shelter)
    assert shelter.refused(release_bed, arrived.person_id).reasons == (Reason.NOT_AWAY,)
    shelter.act(send_out, SendOut(arrived.person_id, AbsenceKind.HOSPITAL))
    shelter.clock.move(hours=30)
    assert shelter.refused(release_bed, arrived.person_id).reasons == (Reason.BED_KEPT,)
    shelter.act(send_out, SendOut(arrived.person_id, AbsenceKind.MISSING))
    shelter.clock.move(hours=23, minutes=59)
    assert shelter.refused(release_bed, arrived.person_id).reasons == (Reason.BED_KEPT,)
    shelter.clock.move(minutes=1)
    done = shelter.act(release_bed, arrived.person_id)
    assert stays(shelter) == [StayEnd.RELEASED]
    (line,) = shelter.ask(away)
    assert (line.place, line.may_release) == ("", False)
    assert shelter.refused(release_bed, arrived.person_id).reasons == (Reason.NOT_AWAY,)
    shelter.act(done.inverse.act, done.inverse.command)
    assert shelter.bed("101-A").sleeper.name == "Bunga"


def test_a_released_bed_that_is_taken_does_not_come_back(shelter: Shelter) -> None:
    arrived = asleep(shelter)
    shelter.act(send_out, SendOut(arrived.person_id, AbsenceKind.MISSING))
    shelter.clock.move(hours=24)
    done = shelter.act(release_bed, arrived.person_id)
    asleep(shelter, "Citra", "101-A")
    refused = shelter.refused(done.inverse.act, done.inverse.command)
    assert refused.reasons == (Reason.BED_TAKEN,)
    assert FollowUpKind.BED not in hers(shelter, arrived.person_id)
    shelter.act(end_absence, EndAbsence(arrived.person_id))
    assert FollowUpKind.BED in hers(shelter, arrived.person_id)


def hers(shelter: Shelter, person_id) -> set[FollowUpKind]:
    return {task.kind for task in shelter.ask(tasks_open) if task.person_id == person_id}
