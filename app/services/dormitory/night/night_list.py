# SPDX-License-Identifier: Apache-2.0
"""The nightly list: what is wrong in the dormitory, and the act that cures each line.

Whoever may not know a secret learns that somebody has to move, and where to; never why,
and never who the other one is (domain §6.7).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.dormitory.rooms import Room, Wing
from app.models.people.person import Person
from app.models.staff.account import Account
from app.planning.dormitory.replan.check import against
from app.policies.access import Right, Role
from app.policies.dormitory.beds.secrecy import told
from app.policies.dormitory.night.findings import FindingKind
from app.policies.dormitory.night.night_list import cure_of
from app.policies.reasons import Reason
from app.policies.sight import InfoClass, Sight, sight
from app.services.acts import Context, query
from app.services.dormitory.away.whereabouts import present
from app.services.dormitory.night.checks import CheckLine, last_check
from app.services.dormitory.night.checks import Period as Period
from app.services.dormitory.night.checks import night_checks as night_checks
from app.services.dormitory.night.checks import run_night_check as run_night_check
from app.services.dormitory.night.findings import Finding, Looked, look, places
from app.services.dormitory.replan.revision import signed_of


class CureKind(StrEnum):
    """The act that ends a line."""

    MOVE = "move"
    REPLAN = "replan"
    FIND_BED = "find_bed"
    RECEIVE = "receive"
    RELEASE_BED = "release_bed"
    CONFIRM = "confirm"
    PLAN_CARETAKER = "plan_caretaker"
    SIGNED = "signed"
    MIND = "mind"


@dataclass(frozen=True, slots=True)
class Cure:
    """What to do, with what the act needs.

    Attributes:
        kind: which act; ``MIND`` where it is to be noted that the caretaker looks after the
            children of ``person_id``, who is out; ``REPLAN`` where no single legal move ends it,
            and ``SIGNED`` where a new plan would move nobody either: a signature holds.
        person_id: who moves, gets a bed, is received or left.
        bed_id: where to, for a move; ``place`` is how that bed is called.
        stay_id: what to receive.
        permit_id: what to confirm, in its ``version``.
    """

    kind: CureKind
    person_id: UUID | None = None
    bed_id: UUID | None = None
    place: str = ""
    stay_id: UUID | None = None
    permit_id: UUID | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody by her number and the name she is called, if the reader may know it."""

    person_id: UUID
    name: str
    number: str


@dataclass(frozen=True, slots=True)
class NightLine:
    """One thing to put right; no kind when the reader may not know which rule it is.

    Attributes:
        kind: the group it belongs to; None for "somebody has to move".
        reason: what the rules say exactly, as the reader may know it.
        room: its name, or nothing.
        wing: its name, for a finding about caretakers; nothing for the whole house.
        people: whom it is about, who would move first.
        caretaker: who covers both sides.
        since: when it began, where that is known.
        signed: somebody signed for it.
        cure: the act that ends it.
    """

    kind: FindingKind | None
    reason: Reason | None
    room: str
    wing: str
    people: tuple[Named, ...]
    caretaker: str
    since: datetime | None
    signed: bool
    cure: Cure


@dataclass(frozen=True, slots=True)
class NightList:
    """Everything that is wrong now, and when it was last looked at and kept."""

    lines: tuple[NightLine, ...]
    people: int
    rooms: int
    last: CheckLine | None

    def groups(self) -> Iterator[tuple[FindingKind | None, tuple[NightLine, ...]]]:
        """Yield the lines by kind, in the order of the list."""
        for kind in dict.fromkeys(line.kind for line in self.lines):
            yield kind, tuple(line for line in self.lines if line.kind is kind)


@query(Right.READ_ROOMS)
def night_list(session: Session, context: Context, _question: None) -> NightList:
    """Return what is wrong now: first what everybody may know, the secret ones together."""
    looked = look(session, context)
    telling = _Telling(session, context, looked)
    open_lines, masked = [], {}
    for finding in looked.findings:
        line = telling.line(finding)
        if line.kind is None:
            masked[line.room, line.cure.person_id] = line
        else:
            open_lines.append(line)
    secret = sorted(masked.values(), key=lambda line: (line.room, line.people[0].number))
    hard = [line for line in open_lines if line.kind in _BEFORE_SECRETS]
    rest = [line for line in open_lines if line.kind not in _BEFORE_SECRETS]
    return NightList(
        (*hard, *secret, *rest),
        looked.people,
        looked.bedrooms,
        last_check(session, context),
    )


_BEFORE_SECRETS = frozenset(
    {
        FindingKind.CHILD_WITH_ADULT,
        FindingKind.FAMILY_SHARED,
        FindingKind.MAYBE_ADULT_WITH_YOUNG,
        FindingKind.MAN_IN_BED,
        FindingKind.SEX_UNKNOWN,
        FindingKind.INFANT_WITHOUT_MOTHER,
        FindingKind.SMALL_CHILD_ALONE,
        FindingKind.CHILD_ALONE,
        FindingKind.MAYBE_ADULT_WITH_TEEN,
    }
)


def hidden_from(role: Role, reason: Reason) -> bool:
    """Say whether a post may not know that this rule is broken."""
    return told(role, [reason]) != (reason,)


def _names(session: Session, of: type[Room] | type[Wing] | type[Account]) -> dict[UUID, str]:
    return dict(session.execute(select(of.id, of.name)).all())


class _Telling:
    """Turns findings into lines, with everything read once that they need."""

    def __init__(self, session: Session, context: Context, looked: Looked) -> None:
        self._looked = looked
        self._context = context
        self._places = places(session)
        self._rooms = _names(session, Room)
        self._wings = _names(session, Wing)
        self._staff = _names(session, Account)
        self._people = {
            person_id: (person, arrival.number)
            for person_id, (person, arrival) in present(session).items()
        }
        self._names_hidden = sight(context.actor.role, InfoClass.PRESENCE) is not Sight.FULL
        self._session = session
        signed = dict(signed_of(session, context))
        self._unsigned = against(looked.rooms, context.today, looked.kin, signed=signed)

    def line(self, finding: Finding) -> NightLine:
        """Return one finding as the reader may know it."""
        cure = self._cure(finding)
        reason = finding.wrong.reason if finding.wrong else None
        if reason is not None and hidden_from(self._context.actor.role, reason):
            return self._masked(finding, cure)
        about = [each for each in (finding.person_id, finding.other_id) if each is not None]
        return NightLine(
            finding.kind,
            reason,
            self._rooms[finding.room_id] if finding.room_id else "",
            self._wings[finding.wing_id] if finding.wing_id else "",
            tuple(self._named(each) for each in about),
            self._staff[finding.caretaker_id] if finding.caretaker_id else "",
            finding.since,
            finding.signed,
            cure,
        )

    def _masked(self, finding: Finding, cure: Cure) -> NightLine:
        moves = cure.person_id or (finding.wrong.movers[0] if finding.wrong else None)
        return NightLine(
            None,
            Reason.MASKED_RULE,
            self._rooms[finding.room_id] if finding.room_id else "",
            "",
            (self._named(moves),) if moves else (),
            "",
            None,
            False,
            cure,
        )

    def _named(self, person_id: UUID) -> Named:
        person, number = self._people.get(person_id) or (None, "")
        if person is None:
            person = self._session.get_one(Person, person_id)
        name = "" if self._names_hidden else person.called_name or ""
        return Named(person_id, name, number)

    def _cure(self, finding: Finding) -> Cure:
        person_id = finding.person_id
        if finding.wrong is not None:
            looked = self._looked
            move = cure_of(finding.wrong, looked.rooms, self._context.today, looked.kin)
            if move.person_id is None or move.bed_id is None:
                wrong = self._unsigned.keys() & set(finding.wrong.movers)
                kind = CureKind.REPLAN if wrong else CureKind.SIGNED
                return Cure(kind, finding.wrong.movers[0])
            return Cure(CureKind.MOVE, move.person_id, move.bed_id, self._places[move.bed_id])
        if finding.alone is not None:
            return self._seen_to(finding)
        if finding.permit is not None:
            permit = finding.permit
            return Cure(CureKind.CONFIRM, person_id, permit_id=permit.id, version=permit.version)
        if finding.kind is FindingKind.WITHOUT_BED:
            return Cure(CureKind.FIND_BED, person_id)
        if finding.stay is not None and finding.kind is FindingKind.NOT_RECEIVED:
            return Cure(CureKind.RECEIVE, person_id, stay_id=finding.stay.id)
        if finding.kind is FindingKind.BED_OF_MISSING:
            return Cure(CureKind.RELEASE_BED, person_id)
        return Cure(CureKind.PLAN_CARETAKER)

    def _seen_to(self, finding: Finding) -> Cure:
        """Return how a child who is left alone is seen to: minded, moved, or shown on the board."""
        mother, move = finding.other_id, finding.move
        if mother is not None and mother in self._looked.out:
            return Cure(CureKind.MIND, mother)
        if move.person_id is None or move.bed_id is None:
            return Cure(CureKind.FIND_BED, finding.person_id)
        return Cure(CureKind.MOVE, move.person_id, move.bed_id, self._places[move.bed_id])
