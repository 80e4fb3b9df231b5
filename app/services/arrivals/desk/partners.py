# SPDX-License-Identifier: Apache-2.0
"""The directory of partners: added, corrected, retired, and found by what was typed."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.arrivals.arrival import Arrival
from app.models.arrivals.partner import Partner
from app.models.base import new_id
from app.policies.access import Right
from app.policies.arrivals.partners import LONGEST_PARTNER, PartnerKind, partner_key
from app.policies.arrivals.registration import LONGEST_PHONE
from app.policies.people.names import TextProblem, clean_name
from app.policies.reasons import Reason
from app.services.acts import Context, act, query
from app.services.topics import Topic

_NAMED = select(Partner.id).where(Partner.name_key == bindparam("key"))


@dataclass(frozen=True, slots=True)
class PartnerFacts:
    """What is known of a partner."""

    kind: PartnerKind
    name: str
    city: str = ""
    phone: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class ChangePartner:
    """New facts for a partner, as they were when the form was opened."""

    partner_id: UUID
    version: int
    facts: PartnerFacts


@dataclass(frozen=True, slots=True)
class RetirePartner:
    """Stop offering a partner, or offer it again."""

    partner_id: UUID
    version: int
    retired: bool


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """One partner as the list shows it; ``sent`` counts the arrivals it brought."""

    partner_id: UUID
    version: int
    facts: PartnerFacts
    retired: bool
    sent: int


@act(Right.MANAGE_PARTNERS, Topic.PARTNERS)
def add_partner(session: Session, context: Context, command: PartnerFacts) -> UUID:
    """Add a partner to the directory.

    Raises:
        Refused: the name is empty, too long or already there; ``field`` says which.
    """
    partner = Partner(id=new_id(), origin_id=context.origin_id)
    _write(session, partner, command)
    session.add(partner)
    session.flush()
    context.record(partner.id, kind=command.kind)
    return partner.id


@act(Right.MANAGE_PARTNERS, Topic.PARTNERS)
def change_partner(session: Session, context: Context, command: ChangePartner) -> UUID:
    """Correct what is known of a partner.

    Raises:
        Refused: a field cannot be kept, or somebody changed it meanwhile.
    """
    partner = _current(session, command.partner_id, command.version)
    context.record(partner.id, kind=command.facts.kind)
    _write(session, partner, command.facts)
    return partner.id


@act(Right.MANAGE_PARTNERS, Topic.PARTNERS)
def retire_partner(session: Session, context: Context, command: RetirePartner) -> UUID:
    """Stop offering a partner at the desk, or offer it again; old arrivals keep it."""
    partner = _current(session, command.partner_id, command.version)
    context.record(partner.id, retired=command.retired)
    partner.retired_at = context.now if command.retired else None
    return partner.id


@query(Right.READ_PARTNERS)
def partner_list(session: Session, _context: Context, _question: None) -> tuple[PartnerLine, ...]:
    """Return every partner by name, the retired ones last."""
    counted = session.execute(
        select(Arrival.partner_id, func.count())
        .where(Arrival.withdrawn_at.is_(None), Arrival.partner_id.is_not(None))
        .group_by(Arrival.partner_id)
    )
    sent: dict[UUID | None, int] = {row[0]: row[1] for row in counted}
    rows = session.execute(select(Partner)).scalars()
    lines = (
        PartnerLine(
            row.id,
            row.version,
            PartnerFacts(row.kind, row.name, row.city, row.phone, row.contact),
            row.retired_at is not None,
            sent.get(row.id, 0),
        )
        for row in rows
    )
    return tuple(sorted(lines, key=lambda line: (line.retired, partner_key(line.facts.name))))


def partner_named(session: Session, typed: str) -> UUID | None:
    """Return the partner whose name was typed, whatever its capitals and dots."""
    key = partner_key(typed)
    if not key:
        return None
    return session.connection().execute(_NAMED, {"key": key}).scalar_one_or_none()


def _current(session: Session, partner_id: UUID, version: int) -> Partner:
    partner = session.get(Partner, partner_id)
    if partner is None or partner.version != version:
        raise Refused(Reason.STALE)
    return partner


def _write(session: Session, partner: Partner, facts: PartnerFacts) -> None:
    name = _text(facts.name, "name", LONGEST_PARTNER)
    key = partner_key(name)
    if not key:
        raise Refused(Reason.NAME_UNREADABLE, field="name")
    twin = partner_named(session, name)
    if twin is not None and twin != partner.id:
        raise Refused(Reason.PARTNER_KNOWN, field="name")
    partner.kind, partner.name, partner.name_key = facts.kind, name, key
    partner.city = _text(facts.city, "city", LONGEST_PARTNER)
    partner.phone = _text(facts.phone, "phone", LONGEST_PHONE)
    partner.contact = _text(facts.contact, "contact", LONGEST_PARTNER)


def _text(typed: str, field: str, longest: int) -> str:
    try:
        text = clean_name(typed)
    except TextProblem as problem:
        raise Refused(problem.reason, field=field) from None
    if len(text) > longest:
        raise Refused(Reason.TEXT_TOO_LONG, field=field)
    return text
