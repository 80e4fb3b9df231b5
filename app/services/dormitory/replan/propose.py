# SPDX-License-Identifier: Apache-2.0
"""What "Atur ulang" proposes: who moves and why, before and after.

``replan_facts`` reads, ``work_out`` searches without the file and may take seconds, so that
no other question waits; ``propose_replan`` does both. ``apply`` carries a plan out.
"""

from collections.abc import Callable

from sqlalchemy.orm import Session

from app.child import Cancelled
from app.errors import Cause, Unavailable
from app.planning.dormitory.replan.facts import House
from app.planning.dormitory.replan.search import least_relaxation
from app.planning.dormitory.replan.search import replan as search
from app.planning.solver.process import SolverMissing
from app.planning.solver.turns import Effort, never
from app.policies.access import Right
from app.policies.dormitory.replan.goals import Goal, ReplanPhase
from app.policies.reasons import Reason
from app.services.acts import Context, query
from app.services.dormitory.beds.propose import night_facts
from app.services.dormitory.facts.room_list import sleepers_of
from app.services.dormitory.replan.revision import (
    away_of,
    nights_of,
    revision_of,
    signed_of,
)
from app.services.dormitory.replan.told import Mover, Replan, ReplanFacts, Telling

Progress = Callable[[int, int, ReplanPhase], None]


def _quiet(_done: int, _total: int, _phase: ReplanPhase) -> None:
    """Tell nobody."""


@query(Right.REPLAN)
def replan_facts(session: Session, context: Context, goal: Goal) -> ReplanFacts:
    """Return what a search for a plan has to know, from one moment of the data."""
    known = night_facts(session, context)
    away = away_of(session)
    house = House(
        known.newcomers,
        known.rooms,
        context.today,
        known.kin,
        nights_of(session, context),
        known.settled,
        frozenset(away),
        signed_of(session, context),
    )
    asleep = sleepers_of(session, context.today, hidden=False).values()
    waiting = [
        Mover(p.id, p.called_name or "", arrival.number, away.get(p.id))
        for p, arrival in known.waiting
    ]
    people = (
        *(Mover(s.person_id, s.name, s.number, away.get(s.person_id)) for s in asleep),
        *waiting,
    )
    revision = revision_of(session, context, known)
    return ReplanFacts(revision, goal, house, people, context.actor.role)


@query(Right.REPLAN)
def propose_replan(session: Session, context: Context, goal: Goal) -> Replan:
    """Return the fewest and kindest moves for a goal; it may take seconds.

    Raises:
        Unavailable: the solver does not run on this PC.
    """
    found = work_out(replan_facts.answer(session, context, goal))
    if found is None:
        raise AssertionError("nobody could cancel it")
    return found


def work_out(
    known: ReplanFacts, progress: Progress = _quiet, cancelled: Callable[[], bool] = never
) -> Replan | None:
    """Search for the best plan, and for the least relaxation if not all can be mended.

    It touches neither the file nor a widget, so it may run on any thread. None when it was
    cancelled.

    Args:
        known: the facts.
        progress: told how much is done, of how much, in which phase.
        cancelled: asked now and then whether to give up.

    Raises:
        Unavailable: the solver does not run on this PC.
    """
    try:
        return _search(known, progress, cancelled)
    except Cancelled:
        return None
    except SolverMissing as missing:
        raise Unavailable(Cause.NO_PLANNER, str(missing)) from missing


def _search(known: ReplanFacts, progress: Progress, cancelled: Callable[[], bool]) -> Replan:
    def watched(phase: ReplanPhase) -> Effort:
        return Effort(
            cancelled=cancelled, progress=lambda done, total: progress(done, total, phase)
        )

    plan = search(known.house, known.goal, watched(ReplanPhase.MOVES))
    signed: tuple[Reason, ...] = ()
    if not plan.complete:
        signed = least_relaxation(known.house, known.goal, watched(ReplanPhase.SIGNATURES))
    return Telling(known).replan(plan, signed)
