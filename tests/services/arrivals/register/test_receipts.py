# SPDX-License-Identifier: Apache-2.0
"""Receipts: one number for one handing-over, however often it is printed.

The second half is about what the handover sheet tells of a night.
"""

import json
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select
from uuid6 import uuid7

from app.errors import Denied
from app.models.audit import AuditEntry, AuditPayload
from app.models.counter import Counter
from app.policies.answers import given
from app.policies.arrivals.care import BelongingKind
from app.policies.arrivals.groups import GroupHeader, GroupRow
from app.policies.arrivals.registration import CameBy
from app.policies.reasons import Reason
from app.reports.arrivals.content import Kept, Party, Receipt
from app.reports.style import TRAINING
from app.services.acts import execute
from app.services.arrivals.desk.papers import receipt_paper
from app.services.arrivals.register.admission import KeepBelonging, keep_belonging
from app.services.arrivals.register.groups import RegisterRow, register_row
from app.services.arrivals.register.receipts import IssueReceipt, issue_receipt
from app.services.arrivals.register.register import WithdrawArrival, withdraw_arrival
from app.services.staff.setup import shelter_facts
from tests.conftest import Shelter
from tests.reports.test_papers import text_of

HEADER = GroupHeader(given(CameBy.POLICE), "Polres Bogor", "Bripka Dian")


def trace(shelter: Shelter) -> tuple[str, str, UUID | None, dict[str, Any]]:
    """Return act, outcome, subject and notes of the newest audit entry."""
    with shelter.house.database.reading() as session:
        entry, payload = session.execute(
            select(AuditEntry, AuditPayload.payload)
            .join(AuditPayload, AuditPayload.entry_hash == AuditEntry.entry_hash)
            .order_by(AuditEntry.seq.desc())
            .limit(1)
        ).one()
        return entry.act, entry.outcome, entry.subject_id, json.loads(payload)


def issue(shelter: Shelter, of: UUID, by: str = "dewi", *, training: bool = False) -> Receipt:
    return shelter.act(issue_receipt, IssueReceipt(of, training), by).value


def group(shelter: Shelter, *names: str) -> UUID:
    key = uuid7()
    for name in names:
        shelter.act(register_row, RegisterRow(key, HEADER, GroupRow(name, "p", "17")))
    return key


def last_number(shelter: Shelter) -> int | None:
    with shelter.house.database.reading() as session:
        return session.execute(
            select(Counter.value).where(Counter.name == "TT-2026")
        ).scalar_one_or_none()


def test_one_arrival_names_both_parties_and_what_came_with_her(shelter: Shelter) -> None:
    girl = shelter.arrive(
        "Kenanga", "12", escort="Bripka Dian", escort_phone="0812-0000", accompanied_text="2"
    )
    kept = KeepBelonging(girl.arrival_id, BelongingKind.DOCUMENT, "KTP", "laci 3")
    shelter.act(keep_belonging, kept)
    receipt = issue(shelter, girl.arrival_id)
    assert receipt.number == "001/RPSW/TT/XI/2026"
    assert receipt.giving == Party("Bripka Dian", "", "Polres Bogor", "0812-0000")
    assert receipt.taking == Party("Dewi", "Petugas piket", "RPSW Uji")
    (person,) = receipt.people
    assert (person.number, person.name) == (girl.number, "Kenanga")
    assert (person.arrived, person.treated) == ("24-11 01.50", "anak")
    assert person.company == "datang bersama 2 anak/keluarga"
    assert receipt.kept == (Kept(girl.number, "dokumen", "KTP"),)
    words, _ = text_of(receipt_paper(receipt))
    for hidden in ("laci 3", "12 tahun", "estimate", "perkiraan", "luka", "hamil"):
        assert hidden not in words


def test_a_receipt_tells_nothing_of_age_health_or_danger(shelter: Shelter) -> None:
    plain = shelter.arrive("Kenanga", "16")
    other = shelter.arrive("Kenanga", "3", threatened=given(True))
    one, two = (issue(shelter, each.arrival_id) for each in (plain, other))
    assert replace(one.people[0], number="") == replace(two.people[0], number="")


def test_an_unknown_name_is_said_as_such(shelter: Shelter) -> None:
    nobody = shelter.arrive("", "?")
    (person,) = issue(shelter, nobody.arrival_id).people
    assert (person.name, person.treated) == ("nama belum diketahui", "anak")


def test_printing_twice_is_the_same_paper_even_days_later(shelter: Shelter) -> None:
    girl = shelter.arrive()
    first = issue(shelter, girl.arrival_id)
    shelter.clock.move(days=40)
    again = issue(shelter, girl.arrival_id, by="sri")
    assert again == first
    assert receipt_paper(again) == receipt_paper(first)
    assert last_number(shelter) == 1
    assert again.file_name == "TT-001-20261124"


def test_what_changed_since_is_the_next_version_of_the_same_number(shelter: Shelter) -> None:
    girl = shelter.arrive()
    first = issue(shelter, girl.arrival_id)
    shelter.clock.move(hours=3)
    kept = KeepBelonging(girl.arrival_id, BelongingKind.PHONE, "telepon merah")
    shelter.act(keep_belonging, kept)
    second = issue(shelter, girl.arrival_id)
    assert (second.number, second.version) == (first.number, 2)
    assert "menggantikan versi sebelumnya" in text_of(receipt_paper(second))[0]
    assert issue(shelter, girl.arrival_id) == second
    assert first.sheet.head != second.sheet.head


def test_what_is_kept_days_later_did_not_come_with_her(shelter: Shelter) -> None:
    girl = shelter.arrive()
    first = issue(shelter, girl.arrival_id)
    shelter.clock.move(days=2)
    kept = KeepBelonging(girl.arrival_id, BelongingKind.MONEY, "Rp50.000")
    shelter.act(keep_belonging, kept)
    assert issue(shelter, girl.arrival_id) == first


def test_numbers_go_up_and_begin_again_with_the_year(shelter: Shelter) -> None:
    numbers = [issue(shelter, shelter.arrive().arrival_id).number for _ in range(2)]
    shelter.clock.move(days=40)
    numbers.append(issue(shelter, shelter.arrive().arrival_id).number)
    assert numbers == ["001/RPSW/TT/XI/2026", "002/RPSW/TT/XI/2026", "001/RPSW/TT/I/2027"]


def test_a_group_is_one_receipt_with_one_escort(shelter: Shelter) -> None:
    of = group(shelter, "Satu", "Dua", "(perempuan, baju biru)")
    receipt = issue(shelter, of)
    assert [person.name for person in receipt.people] == ["Satu", "Dua", "(perempuan, baju biru)"]
    assert receipt.giving == Party("Bripka Dian", "", "Polres Bogor")
    assert "3 (tiga) orang" in text_of(receipt_paper(receipt))[0]
    assert issue(shelter, of).number == receipt.number


def test_forty_in_a_group_are_all_on_it(shelter: Shelter) -> None:
    of = group(shelter, *(f"Orang {number} {'x' * 100}" for number in range(40)))
    receipt = issue(shelter, of)
    words, pages = text_of(receipt_paper(receipt))
    assert pages > 1
    for person in receipt.people:
        assert person.number in words
    assert "40 (empat puluh) orang" in words


def test_who_was_withdrawn_is_not_handed_over(shelter: Shelter) -> None:
    one, two = shelter.arrive("Satu"), shelter.arrive("Dua")
    shelter.act(withdraw_arrival, WithdrawArrival(one.arrival_id, one.version))
    for of in (one.arrival_id, uuid7()):
        assert shelter.refused(issue_receipt, IssueReceipt(of)).reasons == (Reason.PERSON_LEFT,)
    assert last_number(shelter) is None, "a refused receipt takes no number"
    assert issue(shelter, two.arrival_id).number.startswith("001/")


def test_every_issue_is_audited_without_a_name(shelter: Shelter) -> None:
    girl = shelter.arrive("Kenanga")
    for _ in range(2):
        issue(shelter, girl.arrival_id)
        act, outcome, subject, notes = trace(shelter)
        assert (act, outcome, subject) == ("issue_receipt", "done", girl.arrival_id)
        assert (notes["number"], notes["version"], notes["people"]) == ("001/RPSW/TT/XI/2026", 1, 1)
        assert "Kenanga" not in str(notes)


def test_training_is_marked_and_the_letterhead_is_the_shelters(shelter: Shelter) -> None:
    girl = shelter.arrive()
    receipt = issue(shelter, girl.arrival_id, training=True)
    assert TRAINING in text_of(receipt_paper(receipt))[0]
    with shelter.house.database.reading() as session:
        assert receipt.sheet.letterhead == shelter_facts(session).letterhead


@pytest.mark.parametrize("login", ["rina", "ani", "tania", "eko"])
def test_only_the_desk_issues_receipts(shelter: Shelter, login: str) -> None:
    girl = shelter.arrive()
    with pytest.raises(Denied):
        execute(shelter.house, shelter.actors[login], issue_receipt, IssueReceipt(girl.arrival_id))
    assert trace(shelter)[:2] == ("issue_receipt", "denied")
    assert last_number(shelter) is None


# the handover sheet
