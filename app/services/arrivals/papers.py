# SPDX-License-Identifier: Apache-2.0
"""Papers of the desk as bytes: rendered from frozen data, on a reading thread."""

from typing import Any

from app.policies.access import Actor
from app.policies.answers import Answer, AnswerState
from app.policies.arrivals.registration import ArrivalForm
from app.reports.arrivals import entries, handover
from app.reports.style import Sheet
from app.services.acts import House, ask
from app.services.arrivals.handover import SheetWish, handover_sheet
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


def handover_paper(house: House, actor: Actor, wish: SheetWish) -> bytes:
    """Return the handover sheet as PDF.

    Raises:
        Refused: no watch is open.
        Denied: the actor may not print it.
    """
    return handover.render(ask(house, actor, handover_sheet, wish))


def entries_paper(
    house: House, shelter: ShelterFacts, form: ArrivalForm, *, training: bool
) -> bytes:
    """Return what is on screen as PDF; touches no disk."""
    sheet = Sheet(shelter.letterhead, "ISIAN", training)
    local = house.zone.local(house.clock())
    return entries.render(sheet, local, house.zone.name, _lines(form))


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
    return [
        ("Nama / panggilan / ciri", _typed(form.name_state, form.name)),
        ("Jenis kelamin", _said(form.sex)),
        ("Usia", _typed(form.age_state, form.age_text) + basis),
        ("Datang", _said(form.came_by)),
        ("Segera", _said(form.urgent)),
        ("Bersama anak/keluarga", _typed(form.accompanied_state, form.accompanied_text)),
        ("Bahasa/bantuan", _said(form.language)),
        ("Ada yang mencari/mengancam", _said(form.threatened)),
    ]
