# SPDX-License-Identifier: Apache-2.0
"""The shelter's letterhead is changed by one act that every paper follows."""

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from sqlalchemy import select

from app.errors import Denied, Refused, Unavailable
from app.models.arrivals.shift import Handover
from app.models.audit import AuditEntry, AuditPayload
from app.policies.arrivals.registration import ArrivalForm
from app.policies.reasons import Reason
from app.services.acts import execute
from app.services.arrivals.desk.papers import entries_paper, handover_paper, receipt_paper
from app.services.arrivals.register.receipts import IssueReceipt, issue_receipt
from app.services.arrivals.shift.handover import ConfirmHandover, SheetWish, hand_over
from app.services.arrivals.shift.shifts import start_shift
from app.services.dormitory.night.roll_call import PrintRollCall, print_roll_call, roll_call_paper
from app.services.dormitory.rooms.room_plan import PrintRoomPlan, print_room_plan, room_plan_paper
from app.services.staff.letterhead import (
    ChangeShelter,
    change_shelter,
    logo_from,
    shelter_now,
)
from app.services.staff.setup import ShelterFacts
from app.services.staff.upkeep import sheet_paper
from app.vault.recovery import to_words
from tests.conftest import Shelter


def logo_file(folder: Path, colour: str = "navy") -> Path:
    path = folder / f"{colour}.png"
    Image.new("RGB", (64, 64), colour).save(path)
    return path


def changed(shelter: Shelter, **facts: object) -> ShelterFacts:
    now = shelter.ask(shelter_now)
    command = ChangeShelter(replace(now.facts, **facts), now.version)
    return shelter.act(change_shelter, command, "ratna").value.now.facts


def noted(shelter: Shelter) -> list[dict[str, object]]:
    with shelter.house.database.reading() as session:
        rows = session.execute(
            select(AuditPayload.payload)
            .join(AuditEntry, AuditEntry.entry_hash == AuditPayload.entry_hash)
            .where(AuditEntry.act == "change_shelter", AuditEntry.outcome == "done")
            .order_by(AuditEntry.seq)
        ).scalars()
        return [json.loads(row) for row in rows]


def test_what_stood_there_before_is_kept_in_the_audit(shelter: Shelter, tmp_path: Path) -> None:
    logo = logo_from(logo_file(tmp_path))
    facts = changed(shelter, name="RPSW  Baru", address=("Jalan Uji 1", " "), logo=logo)
    assert (facts.name, facts.address, facts.logo) == ("RPSW Baru", ("Jalan Uji 1",), logo)
    changed(shelter, logo=b"")
    first, second = noted(shelter)
    assert first == {"before_name": "RPSW Uji", "before_address": "", "before_logo": ""}
    assert list(second) == ["before_logo"]
    assert len(str(second["before_logo"])) == 64


def test_it_is_taken_back_whole_unless_it_was_changed_again(shelter: Shelter) -> None:
    before = shelter.ask(shelter_now)
    command = ChangeShelter(replace(before.facts, name="RPSW Salah"), before.version)
    done = shelter.act(change_shelter, command, "hendra")
    execute(shelter.house, shelter.actors["hendra"], done.inverse.act, done.inverse.command)
    assert shelter.ask(shelter_now).facts == before.facts
    assert shelter.refused(done.inverse.act, done.inverse.command, "hendra").reasons == (
        Reason.STALE,
    )


@pytest.mark.parametrize(
    ("field", "typed", "reason"),
    [
        ("name", " ​", Reason.NAME_UNREADABLE),
        ("name", "x" * 121, Reason.NAME_TOO_LONG),
        ("superiors", ("a", "b", "c", "d"), Reason.LETTERHEAD_LINES),
        ("superiors", ("x" * 101,), Reason.LETTERHEAD_LINES),
        ("address", ("a", "b", "c"), Reason.LETTERHEAD_LINES),
        ("phone", "0" * 81, Reason.TEXT_TOO_LONG),
        ("email", "bukan surel", Reason.EMAIL_UNREADABLE),
        ("email", "a@b", Reason.EMAIL_UNREADABLE),
        ("email", "a@b.id, c@d.id", Reason.EMAIL_UNREADABLE),
        ("city", "x" * 81, Reason.TEXT_TOO_LONG),
        ("logo", b"<svg/>", Reason.LOGO_UNREADABLE),
        ("logo", b"\x89PNG\r\n\x1a\n" + bytes(600_000), Reason.LOGO_UNREADABLE),
    ],
)
def test_what_cannot_stand_there_is_refused_at_its_field(
    shelter: Shelter, field: str, typed: object, reason: Reason
) -> None:
    now = shelter.ask(shelter_now)
    command = ChangeShelter(replace(now.facts, **{field: typed}), now.version)
    refused = shelter.refused(change_shelter, command, "ratna")
    assert (refused.field, *refused.reasons) == (field, reason)
    assert shelter.ask(shelter_now) == now


@pytest.mark.parametrize("login", ["dewi", "rina", "ani", "eko"])
def test_only_who_leads_changes_it(shelter: Shelter, login: str) -> None:
    now = shelter.ask(shelter_now, by=login)
    with pytest.raises(Denied):
        shelter.act(change_shelter, ChangeShelter(now.facts, now.version), login)


def test_every_paper_shows_the_new_head(shelter: Shelter, tmp_path: Path) -> None:
    came = shelter.arrive()
    shelter.act(start_shift, None)
    logo = logo_from(logo_file(tmp_path))
    facts = changed(shelter, superiors=("KEMENTERIAN BARU",), name="RPSW Baru", logo=logo)
    dewi = shelter.actors["dewi"]
    papers = (
        handover_paper(shelter.house, dewi, SheetWish(False, "", training=False)),
        receipt_paper(shelter.act(issue_receipt, IssueReceipt(came.arrival_id)).value),
        roll_call_paper(shelter.act(print_roll_call, PrintRollCall()).value),
        room_plan_paper(shelter.act(print_room_plan, PrintRoomPlan()).value),
        entries_paper(shelter.house, facts, ArrivalForm(), training=False),
        sheet_paper(facts, to_words(bytes(16)), shelter.clock(), training=False),
    )
    for paper in papers:
        page = PdfReader(io.BytesIO(paper)).pages[0]
        words = page.extract_text()
        assert "KEMENTERIAN BARU" in words
        assert "RPSW BARU" in words
        assert len(page.images) == 1


def test_another_letterhead_makes_no_other_receipt(shelter: Shelter, tmp_path: Path) -> None:
    of = IssueReceipt(shelter.arrive().arrival_id)
    first = shelter.act(issue_receipt, of).value
    changed(shelter, address=("Jalan Uji 2",), logo=logo_from(logo_file(tmp_path)))
    again = shelter.act(issue_receipt, of).value
    assert (again.number, again.version, again.sheet.head) == (
        first.number,
        1,
        first.sheet.head,
    )


def test_a_handed_over_sheet_is_kept_without_the_picture(shelter: Shelter, tmp_path: Path) -> None:
    changed(shelter, logo=logo_from(logo_file(tmp_path)))
    shelter.act(start_shift, None)
    shelter.act(hand_over, ConfirmHandover(shelter.actors["sri"], ""))
    with shelter.house.database.reading() as session:
        kept = json.loads(session.execute(select(Handover.sheet)).scalar_one())
    head = kept["sheet"]["letterhead"]
    assert (head["name"], head["logo"]) == ("RPSW Uji", "b''")


def test_a_file_is_read_no_further_than_it_may_be_long(tmp_path: Path) -> None:
    heavy = tmp_path / "berat.png"
    heavy.write_bytes(logo_file(tmp_path).read_bytes() + bytes(1024 * 1024))
    folder = tmp_path / "map.png"
    folder.mkdir()
    for path, reason in (
        (heavy, Reason.LOGO_HEAVY),
        (folder, Reason.LOGO_UNREADABLE),
        (tmp_path / "tidak ada.png", Reason.LOGO_UNREADABLE),
    ):
        with pytest.raises(Refused) as caught:
            logo_from(path)
        assert (caught.value.field, *caught.value.reasons) == ("logo", reason)


def test_a_file_that_cannot_be_reached_is_no_fault_of_the_picture(tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        logo_from(tmp_path / ("x" * 300))
