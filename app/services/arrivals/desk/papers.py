# SPDX-License-Identifier: Apache-2.0
"""Papers of the desk as bytes: rendered from frozen data, on a reading thread."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.arrivals.arrival import PRESENT, Arrival
from app.models.dormitory.rooms import Bed, Room
from app.models.dormitory.stays import Stay
from app.models.people.person import Person
from app.policies.access import Actor, Right
from app.policies.answers import Answer, AnswerState
from app.policies.arrivals.registration import ArrivalForm
from app.policies.reasons import Reason
from app.policies.sight import InfoClass, Sight, sight
from app.reports.arrivals.content import Card, Cards, HandoverSheet, Receipt
from app.reports.printer import printed
from app.reports.sheet import NO_HEAD, Sheet
from app.reports.words import NOT_SAID
from app.services.acts import Context, House, act, ask
from app.services.arrivals.care.care import answers_of
from app.services.arrivals.shift.handover import SheetWish, handover_sheet
from app.services.dormitory.facts.read import ASLEEP
from app.services.people.alike import NOTHING_ELSE, eaten_elsewhere
from app.services.staff.setup import ShelterFacts

_STATES = {
    AnswerState.NOT_ASKED: "",
    AnswerState.UNKNOWN: "belum diketahui",
    AnswerState.DECLINED: "memilih tidak menjawab",
    AnswerState.NOT_APPLICABLE: "tidak berlaku",
}
_WORDS = {
    "female": "perempuan",
    "male": "laki-laki",
    "alone": "sendiri",
    "police": "polisi",
    "referral": "rujukan",
    "community": "masyarakat",
    "injured": "luka",
    "pregnant": "hamil",
    "ill": "sakit",
    "document": "dokumen",
    "self": "pengakuan sendiri",
    "escort": "keterangan pengantar",
    "estimate": "perkiraan",
}
_ASK_CARETAKER = "tanyakan pengasuh"
"""For posts that do not see care needs; it says nothing about whether there are any."""


@dataclass(frozen=True, slots=True)
class PrintCards:
    """Dormitory cards for these people, in this order."""

    person_ids: tuple[UUID, ...]
    training: bool = False


@act(Right.PRINT_CARD)
def print_cards(session: Session, context: Context, command: PrintCards) -> Cards:
    """Return the dormitory cards; audited, because they name people.

    Raises:
        Refused: nobody was named, or one of them is no longer registered here.
    """
    only = command.person_ids[0] if len(command.person_ids) == 1 else None
    context.record(only, people=" ".join(key.hex for key in command.person_ids))
    if not command.person_ids:
        raise Refused(Reason.PERSON_LEFT)
    now = context.zone.local(context.now)
    return Cards(
        Sheet(NO_HEAD, f"KARTU-{now:%Y%m%d-%H%M}", command.training),
        tuple(_card(session, context, key) for key in command.person_ids),
    )


def sheet_paper(content: HandoverSheet) -> bytes:
    """Return the handover sheet that ``named_sheet`` gave as PDF."""
    return printed("arrivals.handover", content)


def receipt_paper(content: Receipt) -> bytes:
    """Return the receipt that ``issue_receipt`` gave as PDF."""
    return printed("arrivals.receipt", content)


def cards_paper(content: Cards) -> bytes:
    """Return the cards that ``print_cards`` gave as PDF, four on a page."""
    return printed("arrivals.card", content)


def _card(session: Session, context: Context, person_id: UUID) -> Card:
    found = session.execute(
        select(Person, Arrival.arrived_at)
        .join(Arrival, Arrival.person_id == Person.id)
        .where(Person.id == person_id, PRESENT)
        .order_by(Arrival.seq.desc())
        .limit(1)
    ).first()
    if found is None:
        raise Refused(Reason.PERSON_LEFT)
    person, arrived_at = found
    place = session.execute(
        select(Room.name, Bed.label, Bed.mattress)
        .join(Bed, Bed.room_id == Room.id)
        .join(Stay, Stay.bed_id == Bed.id)
        .where(Stay.person_id == person_id, ASLEEP)
    ).first()
    full = sight(context.actor.role, InfoClass.CARE_NEEDS) is Sight.FULL
    also = eaten_elsewhere(session).get(person_id, NOTHING_ELSE)
    allergy, diet = answers_of(person, also)
    return Card(
        name=person.called_name or "",
        room=place.name if place else "",
        bed=f"{'Kasur' if place.mattress else 'Ranjang'} {place.label}" if place else "",
        came=context.zone.today(arrived_at),
        allergy=_need(allergy) if full else _ASK_CARETAKER,
        diet=_need(diet) if full else _ASK_CARETAKER,
    )


def _need(answer: Answer[str]) -> str:
    """Return an answer for a card; only who was asked and has none is said to have none."""
    if answer.value:
        return answer.value
    state = answer.state
    if state is AnswerState.NOT_APPLICABLE:
        return "tidak ada (sudah ditanya)"
    return f"{NOT_SAID.get(state, NOT_SAID[AnswerState.NOT_ASKED])}: tanyakan lebih dulu"


def handover_paper(house: House, actor: Actor, wish: SheetWish) -> bytes:
    """Return the handover sheet as PDF.

    Raises:
        Refused: no watch is open.
        Denied: the actor may not print it.
    """
    return printed("arrivals.handover", ask(house, actor, handover_sheet, wish))


def entries_paper(
    house: House, shelter: ShelterFacts, form: ArrivalForm, *, training: bool
) -> bytes:
    """Return what is on screen as PDF; touches no disk."""
    sheet = Sheet(shelter.letterhead, "ISIAN", training)
    local = house.zone.local(house.clock())
    return printed("arrivals.entries", sheet, local, house.zone.name, _lines(form))


def _said(answer: Answer[Any]) -> str:
    value = answer.value
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, frozenset):
        return ", ".join(sorted(_WORDS[need] for need in value)) or "tidak terlihat"
    if value is None:
        return _STATES[answer.state]
    return _WORDS.get(str(value), str(value))


def _typed(state: AnswerState, text: str) -> str:
    return text if state is AnswerState.GIVEN else _STATES[state]


def _lines(form: ArrivalForm) -> list[tuple[str, str]]:
    basis = f" ({_WORDS[form.age_basis]})" if form.age_basis and form.age_text else ""
    sheet = (("Nomor lembar kertas", form.paper_number), ("Jam tiba", form.arrived_text))
    return [
        ("Nama / panggilan / ciri", _typed(form.name_state, form.name)),
        ("Jenis kelamin", _said(form.sex)),
        ("Usia", _typed(form.age_state, form.age_text) + basis),
        ("Datang", _said(form.came_by)),
        ("Segera", _said(form.urgent)),
        ("Bersama anak/keluarga", _typed(form.accompanied_state, form.accompanied_text)),
        ("Bahasa/bantuan", _said(form.language)),
        ("Ada yang mencari/mengancam", _said(form.threatened)),
        *((label, text) for label, text in sheet if text.strip()),
    ]
