# SPDX-License-Identifier: Apache-2.0
"""What "Atur ulang" proposes: who moves and why, before and after.

``replan_facts`` reads, ``work_out`` searches without the file and may take seconds, so that
no other question waits; ``propose_replan`` does both. ``replan_apply`` carries a plan out.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Session

from app.errors import Cause, Unavailable
from app.planning.dormitory.replan import Watching, least_relaxation
from app.planning.dormitory.replan import replan as search
from app.planning.dormitory.replan_facts import House, Plan, Step
from app.planning.dormitory.solver import Cancelled, SolverMissing, never
from app.policies.access import Right, Role
from app.policies.dormitory.replanning import Goal, MoveWhy
from app.policies.dormitory.secrecy import told
from app.policies.dormitory.suggest import WhyHere
from app.policies.reasons import Reason
from app.services.acts import Context, query
from app.services.dormitory.propose import night_facts
from app.services.dormitory.replan_revision import nights_of, revision_of
from app.services.dormitory.room_list import sleepers_of


class ReplanPhase(StrEnum):
    """What a search is doing."""

    MOVES = "moves"
    SIGNATURES = "signatures"


@dataclass(frozen=True, slots=True)
class Mover:
    """Somebody in a plan, as lists show her."""

    person_id: UUID
    name: str
    number: str


@dataclass(frozen=True, slots=True)
class ReplanLine:
    """Who lies down where, and why; lines are in an order in which each is legal.

    ``from_place`` is empty and ``from_bed`` None for somebody who had no bed. ``against``
    are the rules that her old bed is against, ``to_sign`` those that have to be signed for
    the new one, both as this post may read them.
    """

    person: Mover
    from_bed: UUID | None
    from_place: str
    to_bed: UUID
    to_place: str
    why: MoveWhy
    against: tuple[Reason, ...]
    suits: tuple[WhyHere, ...]
    to_sign: tuple[Reason, ...]

    @property
    def new(self) -> bool:
        """Say whether it is her first bed."""
        return self.from_bed is None


@dataclass(frozen=True, slots=True)
class RoomChange:
    """Who sleeps in a room now and who would; only rooms in which that differs."""

    room_id: UUID
    room_name: str
    before: tuple[Mover, ...]
    after: tuple[Mover, ...]


@dataclass(frozen=True, slots=True)
class StillWrong:
    """Somebody who would keep a bed against a rule."""

    person: Mover
    place: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Replan:
    """What is proposed.

    Attributes:
        revision: stands for the facts it was made from.
        goal: what was wanted.
        lines: who lies down where.
        rooms: before and after, in the order of the house.
        without_bed: those who wait and for whom there is no bed.
        still_wrong: what cannot be mended.
        proven: no plan does better; moves, families, children and nights counted.
        gap: how many moves fewer another plan might take at most; None when it might also
            mend more or give more beds.
        blocking: the rules that keep the rest from being mended, the most frequent first.
        relaxation: the least that would have to be signed so that everybody fits, empty when
            nothing helps or nothing is needed.
        relaxed: the goal that asks for the plan with those signatures.
    """

    revision: str
    goal: Goal
    lines: tuple[ReplanLine, ...]
    rooms: tuple[RoomChange, ...]
    without_bed: tuple[Mover, ...]
    still_wrong: tuple[StillWrong, ...]
    proven: bool
    gap: int | None
    blocking: tuple[Reason, ...]
    relaxation: tuple[Reason, ...]
    relaxed: Goal | None

    @property
    def moves(self) -> tuple[tuple[UUID, UUID], ...]:
        """Return the person and the new bed of each who moves."""
        return tuple((ln.person.person_id, ln.to_bed) for ln in self.lines if not ln.new)

    @property
    def placements(self) -> tuple[tuple[UUID, UUID], ...]:
        """Return the person and the bed of each who had none."""
        return tuple((line.person.person_id, line.to_bed) for line in self.lines if line.new)

    @property
    def complete(self) -> bool:
        """Say whether everybody has a bed and nothing that was looked at stays wrong."""
        return not (self.without_bed or self.still_wrong)


@dataclass(frozen=True, slots=True)
class ReplanFacts:
    """Everything a search needs; a screen only hands it on, and its text shows nothing."""

    revision: str
    goal: Goal
    house: House = field(repr=False)
    people: tuple[Mover, ...] = field(repr=False)
    role: Role


Progress = Callable[[int, int, ReplanPhase], None]


def _quiet(_done: int, _total: int, _phase: ReplanPhase) -> None:
    """Tell nobody."""


@query(Right.REPLAN)
def replan_facts(session: Session, context: Context, goal: Goal) -> ReplanFacts:
    """Return what a search for a plan has to know, from one moment of the data."""
    known = night_facts(session, context)
    house = House(
        known.newcomers,
        known.rooms,
        context.today,
        known.kin,
        nights_of(session, context),
        known.settled,
    )
    asleep = sleepers_of(session, context.today, hidden=False).values()
    waiting = [Mover(p.id, p.called_name or "", arrival.number) for p, arrival in known.waiting]
    people = (*(Mover(s.person_id, s.name, s.number) for s in asleep), *waiting)
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

    def watching(phase: ReplanPhase) -> Watching:
        return Watching(cancelled, lambda done, total: progress(done, total, phase))

    try:
        plan = search(known.house, known.goal, watching=watching(ReplanPhase.MOVES))
        signed: tuple[Reason, ...] = ()
        if not plan.complete:
            second = watching(ReplanPhase.SIGNATURES)
            signed = least_relaxation(known.house, known.goal, watching=second)
    except Cancelled:
        return None
    except SolverMissing as missing:
        raise Unavailable(Cause.MISSING, "highs") from missing
    return _Telling(known).replan(plan, signed)


class _Telling:
    """Puts names and places to a plan, and masks what this post may not read."""

    def __init__(self, known: ReplanFacts) -> None:
        self.known = known
        self.people = {each.person_id: each for each in known.people}
        self.places = {
            bed.bed_id: f"{room.name}-{bed.label}"
            for room in known.house.rooms
            for bed in room.beds
        }
        self.asleep = {o.person_id: o.bed_id for room in known.house.rooms for o in room.occupants}

    def replan(self, plan: Plan, signed: tuple[Reason, ...]) -> Replan:
        """Return a plan as the screen shows it."""
        goal = self.known.goal
        return Replan(
            self.known.revision,
            goal,
            tuple(self._line(step) for step in plan.steps),
            self._rooms(plan),
            tuple(self._who(person_id) for person_id in plan.without_bed),
            tuple(
                StillWrong(self._who(p), self.places[self.asleep[p]], self._told(reasons))
                for p, reasons in plan.still_wrong
            ),
            plan.proven,
            plan.gap,
            self._told(plan.blocking),
            self._told(signed),
            replace(goal, waived=goal.waived | set(signed)) if signed else None,
        )

    def _who(self, person_id: UUID) -> Mover:
        """Return somebody as lists show her; who left and kept a bed has no name there."""
        return self.people.get(person_id, Mover(person_id, "", ""))

    def _told(self, reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
        return told(self.known.role, reasons)

    def _line(self, step: Step) -> ReplanLine:
        return ReplanLine(
            self._who(step.person_id),
            step.from_bed,
            self.places[step.from_bed] if step.from_bed else "",
            step.to_bed,
            self.places[step.to_bed],
            step.why,
            self._told(step.against),
            step.suits,
            self._told(step.to_sign),
        )

    def _rooms(self, plan: Plan) -> tuple[RoomChange, ...]:
        after = {**self.asleep, **{step.person_id: step.to_bed for step in plan.steps}}
        changes = []
        for room in self.known.house.rooms:
            beds = [bed.bed_id for bed in room.beds]
            now, then = (
                tuple(self._who(p) for p in sorted(who, key=lambda p: beds.index(who[p])))
                for who in (
                    {p: bed for p, bed in lying.items() if bed in beds}
                    for lying in (self.asleep, after)
                )
            )
            if {each.person_id for each in now} != {each.person_id for each in then}:
                changes.append(RoomChange(room.room_id, room.name, now, then))
        return tuple(changes)
