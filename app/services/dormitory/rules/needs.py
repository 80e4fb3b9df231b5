# SPDX-License-Identifier: Apache-2.0
"""What a person's bed has to take into account, as far as each post may know it.

Noting it is a fact: never refused because of who shares a room now. The nightly check
lists what no longer fits.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.base import new_id
from app.models.dormitory.needs import PlacementNeed
from app.policies.access import Right, Role
from app.policies.answers import Answer
from app.policies.dormitory.rules.needs import MOST_WATCH, House
from app.policies.reasons import Reason
from app.policies.sight import InfoClass, Sight, sight
from app.services.acts import Context, act, query
from app.services.dormitory.away.whereabouts import here
from app.services.dormitory.beds.place import present
from app.services.dormitory.care.watch_tasks import follow_level
from app.services.topics import Topic

_NOT_ASKED: Answer[bool] = Answer()
_PLAIN = ("house", "watch", "own_room", "step_free", "lower_bunk")
_UNNOTED: dict[str, House | int | bool] = {
    "house": House.RPSW,
    "watch": 0,
    "own_room": False,
    "step_free": False,
    "lower_bunk": False,
}


@dataclass(frozen=True, slots=True)
class NoteNeeds:
    """A person's needs from now on; None leaves one as it was.

    Attributes:
        person_id: whose needs.
        house: whose client she is.
        watch: level of watch, 0 to 3 (domain §7.13).
        own_room: she shares a room with her family only.
        step_free: a room that a wheelchair reaches.
        lower_bunk: no upper bunk.
        exploited: only of whoever knows the case.
        version: of the line that was changed; None does not ask.
    """

    person_id: UUID
    house: House | None
    watch: int | None
    own_room: bool | None
    step_free: bool | None
    lower_bunk: bool | None
    exploited: Answer[bool] | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class NeedsLine:
    """A person's needs; None where the post may not know. Version 0: nothing was noted yet."""

    person_id: UUID
    version: int
    house: House | None
    watch: int | None
    own_room: bool | None
    step_free: bool | None
    lower_bunk: bool | None
    exploited: Answer[bool] | None


@act(Right.NOTE_NEEDS, Topic.NEEDS, Topic.BEDS, Topic.TASKS)
def note_needs(session: Session, context: Context, command: NoteNeeds) -> NeedsLine:
    """Note what a person needs; the audit says which needs changed, not to what.

    Who must never be alone from now on has her belongings looked through and the
    psychologist called: two tasks say so.

    Raises:
        Refused: she is no longer here, the level of watch does not exist (``watch``), this
            post does not know the case (``exploited``), or somebody changed it meanwhile.
    """
    context.record(command.person_id)
    if command.watch is not None and not 0 <= command.watch <= MOST_WATCH:
        raise Refused(Reason.WATCH_LIMIT, field="watch")
    if command.exploited is not None and not _knows_the_case(context.actor.role):
        raise Refused(Reason.ONLY_OF_THE_CASE, field="exploited")
    present(session, command.person_id)
    need = _needs(session, command.person_id)
    if command.version is not None and command.version != (need.version if need else 0):
        raise Refused(Reason.STALE)
    if need is None:
        need = _new(context, command.person_id)
        session.add(need)
    wanted = {name: getattr(command, name) for name in _PLAIN}
    if command.exploited is not None:
        wanted |= {
            "exploited": command.exploited.value,
            "exploited_state": command.exploited.state,
        }
    changed = {
        name: value
        for name, value in wanted.items()
        if value != getattr(need, name) and (value is not None or name == "exploited")
    }
    before = need.watch
    for name, value in changed.items():
        setattr(need, name, value)
    need.noted_at = context.now
    need.noted_by = context.actor.account_id
    session.flush()
    follow_level(session, context, here(session, command.person_id).id, before, need.watch)
    context.record(
        command.person_id,
        changed=" ".join(sorted({name.removesuffix("_state") for name in changed})),
    )
    return _line(command.person_id, need, context.actor.role)


@query(Right.NOTE_NEEDS)
def needs_of(session: Session, context: Context, person_id: UUID) -> NeedsLine:
    """Return a person's needs as the post may know them."""
    return _line(person_id, _needs(session, person_id), context.actor.role)


def _knows_the_case(role: Role) -> bool:
    return sight(role, InfoClass.CHRONOLOGY) is Sight.FULL


def _needs(session: Session, person_id: UUID) -> PlacementNeed | None:
    return session.execute(
        select(PlacementNeed).where(PlacementNeed.person_id == person_id)
    ).scalar_one_or_none()


def _new(context: Context, person_id: UUID) -> PlacementNeed:
    return PlacementNeed(
        id=new_id(),
        origin_id=context.origin_id,
        person_id=person_id,
        exploited_state=_NOT_ASKED.state,
        **_UNNOTED,
    )


def _line(person_id: UUID, need: PlacementNeed | None, role: Role) -> NeedsLine:
    """Return what a post may know: the result of a masked class, never the reason."""
    told: dict[str, Any] = {
        name: _UNNOTED[name] if need is None else getattr(need, name)
        for name in _PLAIN
        if sight(role, PlacementNeed.__table__.c[name].info["access"]) is not Sight.NONE
    }
    answer = _NOT_ASKED if need is None else Answer(need.exploited_state, need.exploited)
    return NeedsLine(
        person_id,
        0 if need is None else need.version,
        told.get("house"),
        told.get("watch"),
        told.get("own_room"),
        told.get("step_free"),
        told.get("lower_bunk"),
        answer if _knows_the_case(role) else None,
    )
