# SPDX-License-Identifier: Apache-2.0
"""A plan with moves as screens show it: names and places put to it, reasons masked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from app.planning.dormitory.replan.facts import House, Plan, Step
from app.policies.access import Role
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.dormitory.beds.secrecy import told
from app.policies.dormitory.beds.suggest import WhyHere
from app.policies.dormitory.replan.goals import Goal, MoveWhy, Shortfall
from app.policies.reasons import Reason


@dataclass(frozen=True, slots=True)
class Mover:
    """Somebody in a plan, as lists show her; ``away`` while she is not in the house."""

    person_id: UUID
    name: str
    number: str
    away: AbsenceKind | None = None


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
        short: None when no plan does better; moves, families, children and nights counted.
            Else the first level in which another one might, and by how much at most.
        blocking: the rules that keep the rest from being mended, the most frequent first.
        relaxation: the least that would have to be signed so that everybody fits, empty when
            nothing helps or nothing is needed.
        relaxed: the goal that asks for the plan with those signatures.
        edited: somebody has changed it by hand.
    """

    revision: str
    goal: Goal
    lines: tuple[ReplanLine, ...]
    rooms: tuple[RoomChange, ...]
    without_bed: tuple[Mover, ...]
    still_wrong: tuple[StillWrong, ...]
    short: Shortfall | None
    blocking: tuple[Reason, ...]
    relaxation: tuple[Reason, ...]
    relaxed: Goal | None
    edited: bool = False

    @property
    def to_sign(self) -> tuple[Reason, ...]:
        """Return the rules that have to be signed for, each once."""
        return tuple(dict.fromkeys(rule for line in self.lines for rule in line.to_sign))

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


class Telling:
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
            self.lines(plan.steps),
            self.changes(plan.steps),
            self.people_of(plan.without_bed),
            self.wrong(plan.still_wrong),
            plan.short,
            self.reasons(plan.blocking),
            self.reasons(signed),
            replace(goal, waived=goal.waived | set(signed)) if signed else None,
        )

    def lines(self, steps: Sequence[Step]) -> tuple[ReplanLine, ...]:
        """Return steps with names and places."""
        return tuple(self._line(step) for step in steps)

    def people_of(self, ids: Iterable[UUID]) -> tuple[Mover, ...]:
        """Return people as lists show them."""
        return tuple(self._who(person_id) for person_id in ids)

    def wrong(self, found: Iterable[tuple[UUID, tuple[Reason, ...]]]) -> tuple[StillWrong, ...]:
        """Return who keeps a bed against a rule, and where."""
        return tuple(
            StillWrong(self._who(person_id), self._place(person_id), self.reasons(reasons))
            for person_id, reasons in found
        )

    def _place(self, person_id: UUID) -> str:
        bed_id = self.asleep.get(person_id)
        return self.places[bed_id] if bed_id else ""

    def _who(self, person_id: UUID) -> Mover:
        """Return somebody as lists show her; who left and kept a bed has no name there."""
        return self.people.get(person_id, Mover(person_id, "", ""))

    def reasons(self, reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
        """Return reasons as this post may read them."""
        return told(self.known.role, reasons)

    def _line(self, step: Step) -> ReplanLine:
        return ReplanLine(
            self._who(step.person_id),
            step.from_bed,
            self.places[step.from_bed] if step.from_bed else "",
            step.to_bed,
            self.places[step.to_bed],
            step.why,
            self.reasons(step.against),
            step.suits,
            self.reasons(step.to_sign),
        )

    def changes(self, steps: Sequence[Step]) -> tuple[RoomChange, ...]:
        """Return the rooms in which somebody else would sleep, before and after."""
        after = {**self.asleep, **{step.person_id: step.to_bed for step in steps}}
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
