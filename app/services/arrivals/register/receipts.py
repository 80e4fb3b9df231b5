# SPDX-License-Identifier: Apache-2.0
"""The receipt for who brought one person or a whole group: numbered once, kept by the audit.

There is no table of receipts. The first ``issue_receipt`` of an arrival or group takes the
next number of the year; the audit entry of that act keeps it, and every later act on the
same arrival or group finds it there. What is handed out again unchanged is the same paper,
byte for byte; what has changed since gets the next version under the same number. Once the
payload of these entries is erased with the case, the number is gone and is not given again.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import Zone
from app.errors import Refused
from app.models.arrivals.arrival import Arrival
from app.models.arrivals.care import Belonging
from app.models.arrivals.group import ArrivalGroup
from app.models.arrivals.partner import Partner
from app.models.audit import AuditEntry, AuditPayload
from app.models.people.person import Person
from app.models.staff.account import Account
from app.policies.access import Right
from app.policies.reasons import Reason
from app.reports.arrivals.content import HandedOver, Kept, Party, Receipt
from app.reports.sheet import NO_HEAD, Sheet
from app.reports.words import BELONGINGS, NOT_SAID, ROLES, roman_month, treatment
from app.services.acts import Context, act
from app.services.numbers import next_value
from app.services.staff.setup import ShelterFacts, shelter_facts

_UNIT = "RPSW"
_CAME_WITH_HER = timedelta(hours=24)
"""What is kept later than this after her coming did not come with her."""


@dataclass(frozen=True, slots=True)
class IssueReceipt:
    """``of`` is one arrival, or a group whose members stand on one receipt."""

    of: UUID
    training: bool = False


@dataclass(frozen=True, slots=True)
class _Issue:
    """One earlier issue as the audit tells it."""

    at: datetime
    number: str
    serial: int
    version: int
    digest: str


@act(Right.PRINT_RECEIPT)
def issue_receipt(session: Session, context: Context, command: IssueReceipt) -> Receipt:
    """Return the receipt, with a number of its own or the one it has had before.

    Raises:
        Refused: nobody of it is registered here any more.
    """
    rows = _rows(session, command.of)
    if not rows:
        raise Refused(Reason.PERSON_LEFT)
    shelter = shelter_facts(session)
    drawn = _draw(session, context, rows, _began(session, command.of, rows), shelter)
    digest = _digest(drawn)
    issues = _issues(session, command.of)
    if issues:
        last = issues[-1]
        version = last.version if last.digest == digest else last.version + 1
        number, serial = last.number, last.serial
    else:
        version, serial = 1, next_value(session, f"TT-{context.today.year}")
        number = _number(serial, context.today, shelter.name)
    issued = next((each.at for each in issues if each.version == version), context.now)
    context.record(
        command.of,
        number=number,
        serial=serial,
        version=version,
        digest=digest,
        people=len(rows),
    )
    first = context.zone.today(issues[0].at if issues else context.now)
    sheet = Sheet(
        letterhead=shelter.letterhead,
        code=f"TT-{serial:03d}-{first:%Y%m%d}",
        training=command.training,
        head=f"versi {version} · isi {digest[:16]}",
    )
    return replace(
        drawn, sheet=sheet, number=number, version=version, issued=context.zone.today(issued)
    )


def _rows(session: Session, of: UUID) -> list[tuple[Arrival, Person]]:
    found = session.execute(
        select(Arrival, Person)
        .join(Person, Person.id == Arrival.person_id)
        .where((Arrival.id == of) | (Arrival.group_id == of), Arrival.withdrawn_at.is_(None))
        .order_by(Arrival.seq)
    )
    return [(arrival, person) for arrival, person in found]


def _began(
    session: Session, of: UUID, rows: Sequence[tuple[Arrival, Person]]
) -> tuple[datetime, UUID]:
    """Return when they were handed over, and the account that received them."""
    group = session.get(ArrivalGroup, of)
    if group is not None:
        return group.arrived_at, group.opened_by
    arrival = rows[0][0]
    return arrival.arrived_at, arrival.registered_by


def _draw(
    session: Session,
    context: Context,
    rows: Sequence[tuple[Arrival, Person]],
    began: tuple[datetime, UUID],
    shelter: ShelterFacts,
) -> Receipt:
    """Return what the receipt says, still without number, version and date of issue."""
    arrivals = [arrival for arrival, _ in rows]
    moment, received_by = began
    officer = session.get_one(Account, received_by)
    zone = shelter.zone
    return Receipt(
        sheet=Sheet(NO_HEAD, "", training=False),
        number="",
        version=0,
        shelter=shelter.name,
        city=shelter.city,
        zone=zone.name,
        handed_over=zone.local(moment),
        doubtful=any(arrival.clock_doubtful for arrival in arrivals),
        issued=date.min,
        giving=Party(
            _one(arrival.escort for arrival in arrivals),
            "",
            _one(_agency(session, arrival) for arrival in arrivals),
            _one(arrival.escort_phone for arrival in arrivals),
        ),
        taking=Party(officer.name, ROLES[officer.role], shelter.name),
        people=tuple(_person(arrival, person, zone) for arrival, person in rows),
        kept=_kept(session, arrivals),
    )


def _person(arrival: Arrival, person: Person, zone: Zone) -> HandedOver:
    company = arrival.accompanied or 0
    return HandedOver(
        arrival.number,
        person.called_name or f"nama {NOT_SAID[person.called_name_state]}",
        f"{zone.local(arrival.arrived_at):%d-%m %H.%M}",
        treatment(person.treated_as, presumed=False),
        f"datang bersama {company} anak/keluarga" if company else "",
    )


def _kept(session: Session, arrivals: Sequence[Arrival]) -> tuple[Kept, ...]:
    until = {arrival.id: arrival.arrived_at + _CAME_WITH_HER for arrival in arrivals}
    numbers = {arrival.id: arrival.number for arrival in arrivals}
    place = {arrival.id: at for at, arrival in enumerate(arrivals)}
    rows = session.execute(
        select(Belonging)
        .where(Belonging.arrival_id.in_(until))
        .order_by(Belonging.kept_at, Belonging.what)
    ).scalars()
    came = [row for row in rows if row.kept_at <= until[row.arrival_id]]
    return tuple(
        Kept(numbers[row.arrival_id], BELONGINGS[row.kind], row.what)
        for row in sorted(came, key=lambda row: place[row.arrival_id])
    )


def _agency(session: Session, arrival: Arrival) -> str:
    if arrival.referrer or arrival.partner_id is None:
        return arrival.referrer
    return session.get_one(Partner, arrival.partner_id).name


def _one(said: Iterable[str]) -> str:
    """Return what was said of the escort; each arrival of a group repeats it."""
    return " / ".join(dict.fromkeys(each for each in said if each))


def _issues(session: Session, of: UUID) -> list[_Issue]:
    rows = session.execute(
        select(AuditEntry.at, AuditPayload.payload)
        .join(AuditPayload, AuditPayload.entry_hash == AuditEntry.entry_hash)
        .where(
            AuditEntry.subject_id == of,
            AuditEntry.act == "issue_receipt",
            AuditEntry.outcome == "done",
        )
        .order_by(AuditEntry.seq)
    )
    return [
        _Issue(at, said["number"], said["serial"], said["version"], said["digest"])
        for at, said in ((at, json.loads(payload)) for at, payload in rows)
    ]


def _digest(drawn: Receipt) -> str:
    """Return the digest of what a receipt says; another letterhead makes no other receipt."""
    said = asdict(drawn)
    said["sheet"]["letterhead"] = ()
    text = json.dumps(said, default=str, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _number(serial: int, day: date, shelter: str) -> str:
    """Return ``001/RPSW/TT/XI/2026``; the unit is the shelter's own short name if it has one."""
    words = shelter.split()
    short = words[0] if words and words[0].isupper() and 2 <= len(words[0]) <= 8 else _UNIT
    return f"{serial:03d}/{short}/TT/{roman_month(day)}/{day.year}"
