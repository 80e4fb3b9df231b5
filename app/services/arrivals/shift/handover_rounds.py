# SPDX-License-Identifier: Apache-2.0
"""What the handover sheet says of the watch rounds; never why somebody is watched."""

from collections.abc import Iterator
from datetime import timedelta

from sqlalchemy.orm import Session

from app.models.arrivals.shift import Shift
from app.services.acts import Context
from app.services.arrivals.shift.handover_log import code
from app.services.dormitory.away.whereabouts import present
from app.services.dormitory.care.watch_kept import KeptLine, kept_on

_MINUTE = timedelta(minutes=1)


def rounds_of(session: Session, context: Context, shift: Shift, *, names: bool) -> tuple[str, ...]:
    """Return one line for everybody who was watched, the highest level first."""
    people = present(session)
    lines = sorted(
        (line for line in kept_on(session, context, shift) if line.person_id in people),
        key=lambda line: (-line.level, people[line.person_id][1].seq),
    )
    told = []
    for line in lines:
        person, arrival = people[line.person_id]
        who = code(arrival.number, person.called_name or "", names=names)
        level = f"tingkat {line.level}" if line.level else "tidak diawasi sekarang"
        told.append(f"{who} {level}: {', '.join(_said(line))}")
    return tuple(told)


def _said(line: KeptLine) -> Iterator[str]:
    due = line.kept.done + line.kept.missed
    if due:
        yield f"dilihat {line.kept.done} dari {due} putaran"
        yield f"jeda terlama {line.kept.longest // _MINUTE} menit"
    else:
        yield "belum ada putaran yang harus dilakukan"
    if line.late >= _MINUTE:
        yield f"SEKARANG TERLAMBAT {line.late // _MINUTE} menit"
