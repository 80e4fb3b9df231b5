# SPDX-License-Identifier: Apache-2.0
"""The wing has her: until then somebody who was placed is on the way from the desk (ux §7)."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.dormitory.stays import Stay
from app.policies.access import Right
from app.policies.reasons import Reason
from app.services.acts import Context, act
from app.services.topics import Topic


@dataclass(frozen=True, slots=True)
class Receive:
    """Somebody has come to the bed she was given."""

    stay_id: UUID


@act(Right.PLACE_CLIENT, Topic.BEDS)
def receive_client(session: Session, context: Context, command: Receive) -> UUID:
    """Note who received a person in the wing; once for each stay.

    Raises:
        Refused: she was received already, or sleeps there no longer.
    """
    stay = session.get(Stay, command.stay_id)
    if stay is None:
        raise Refused(Reason.STALE)
    context.record(stay.person_id, bed=stay.bed_id.hex)
    if stay.ends_at is not None or stay.received_at is not None:
        raise Refused(Reason.STALE)
    stay.received_at = max(context.now, stay.starts_at)
    stay.received_by = context.actor.account_id
    return stay.person_id
