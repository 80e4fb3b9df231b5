# SPDX-License-Identifier: Apache-2.0
"""The handover sheet: where everybody is, what the watch was, one page, kept without names."""

import json
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from app.models.arrivals.shift import Handover
from app.policies.arrivals.night import LogKind
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.people.kinship import KinKind
from app.policies.reasons import Reason
from app.reports.arrivals.content import HandoverSheet
from app.services.arrivals.desk.papers import sheet_paper
from app.services.arrivals.register.register import WithdrawArrival, withdraw_arrival
from app.services.arrivals.shift.handover import (
    ConfirmHandover,
    SheetWish,
    hand_over,
    handover_sheet,
    named_sheet,
)
from app.services.arrivals.shift.log import WriteEntry, log_of_watch, mark_read, write_entry
from app.services.arrivals.shift.shifts import shift_now, start_shift
from app.services.dormitory.away.absences import NoteAbsence, note_absence
from app.services.people.family import DeclareKin, VerifyKin, declare_kin, verify_kin
from app.services.people.kin_exceptions import SignException, sign_exception
from tests.conftest import Shelter
from tests.reports.test_papers import CONTENT, text_of
from tests.services.arrivals.register.test_receipts import trace


def sheet(shelter: Shelter, *, names: bool = False, note: str = "") -> HandoverSheet:
    return shelter.ask(handover_sheet, SheetWish(names, note, training=False))


def said(shelter: Shelter, words: str, **more: Any) -> None:
    kind = more.pop("kind", LogKind.INCIDENT)
    shelter.act(write_entry, WriteEntry(kind, words, **more))


def kin(shelter: Shelter, elder: Any, younger: Any, kind: KinKind) -> Any:
    command = DeclareKin(elder.person_id, younger.person_id, kind)
    return shelter.act(declare_kin, command).value


@pytest.fixture
def watch(shelter: Shelter) -> Shelter:
    shelter.act(start_shift, None)
    return shelter


def test_the_sheet_says_where_everybody_is(watch: Shelter) -> None:
    one, two = watch.arrive("Melur", "34"), watch.arrive("Sari", "40")
    watch.place(one.person_id, "101-A")
    watch.place(two.person_id, "101-B")
    watch.arrive("Dahlia", "50")
    watch.act(note_absence, NoteAbsence(two.person_id, AbsenceKind.HOSPITAL, "RSCM"))
    content = sheet(watch)
    assert content.census == "Penghuni 3 orang: di ranjang 1, rumah sakit 1, belum ditempatkan 1"
    assert content.absent == (f"{two.number} rumah sakit sejak 24-11 01.50",)
    assert sheet(watch, names=True).absent[0].startswith(f"{two.number} Sari rumah sakit")
    assert "RSCM" not in str(content)


def test_a_registration_taken_back_on_this_watch_is_a_departure(watch: Shelter) -> None:
    woman = watch.arrive("Melur", "34")
    watch.act(withdraw_arrival, WithdrawArrival(woman.arrival_id, woman.version))
    assert sheet(watch).departures == (f"{woman.number} registrasi ditarik",)
    watch.clock.move(hours=5)
    watch.act(hand_over, ConfirmHandover(watch.actors["sri"], ""))
    watch.clock.move(minutes=1)
    assert sheet(watch).departures == ()


def test_children_without_a_known_mother_or_guardian_stand_out(watch: Shelter) -> None:
    alone = watch.arrive("Kenanga", "12", accompanied_text="2")
    daughter, ward, sister = (watch.arrive(name, "10") for name in ("Anggrek", "Mawar", "Teratai"))
    mother, guardian, elder = (watch.arrive(name, "40") for name in ("Melur", "Sari", "Dahlia"))
    kin(watch, mother, daughter, KinKind.MOTHER)
    claim = kin(watch, guardian, ward, KinKind.GUARDIAN)
    kin(watch, elder, sister, KinKind.SISTER)
    content = sheet(watch)
    assert content.unguarded == (alone.number, sister.number)
    assert content.unproven == (ward.number,)
    watch.act(verify_kin, VerifyKin(claim.kinship_id, claim.version, "kartu keluarga"), "ani")
    assert sheet(watch).unproven == ()
    assert sheet(watch, names=True).unguarded[0] == f"{alone.number} Kenanga"


def test_an_exception_that_ends_in_the_morning_is_named_once_it_is_near(watch: Shelter) -> None:
    mother, daughter = watch.arrive("Melur", "40"), watch.arrive("Anggrek", "10")
    claim = kin(watch, mother, daughter, KinKind.MOTHER)
    seen = "bayi menyusu dan tenang di pelukannya"
    watch.act(sign_exception, SignException(claim.kinship_id, seen))
    assert sheet(watch).expiring == (f"{mother.number} dengan {daughter.number}",)
    elder, younger = watch.arrive("Sari", "19"), watch.arrive("Mawar", "17")
    sisters = kin(watch, elder, younger, KinKind.SISTER)
    watch.act(sign_exception, SignException(sisters.kinship_id, seen), "hendra")
    assert len(sheet(watch).expiring) == 1, "14 days is not tonight"
    assert seen not in str(sheet(watch, names=True))


def test_the_log_is_counted_and_its_messages_are_handed_on(watch: Shelter) -> None:
    woman = watch.arrive("Melur", "34")
    said(watch, "Ribut di kamar mandi")
    said(watch, "Pintu belakang diperiksa", kind=LogKind.CHECK)
    said(watch, "Genset diperiksa", kind=LogKind.CHECK)
    said(watch, "Kata melur, MELUR takut; bukan Melurwati", person_id=woman.person_id, to_next=True)
    content = sheet(watch)
    assert content.logged == "kejadian 1, pemeriksaan 2"
    code = woman.number
    assert content.messages == (
        f"24-11 01.50 kejadian, {code}: Kata {code}, {code} takut; bukan Melurwati",
    )
    (named,) = sheet(watch, names=True).messages
    assert named.endswith("Kata melur, MELUR takut; bukan Melurwati")
    assert f"{code} Melur" in named


def test_a_message_goes_on_until_it_is_read(watch: Shelter) -> None:
    said(watch, "Telepon Polres pukul tujuh", kind=LogKind.CALL, to_next=True)
    watch.clock.move(hours=5)
    watch.act(hand_over, ConfirmHandover(watch.actors["sri"], ""))
    content = sheet(watch)
    assert len(content.messages) == 1
    assert content.logged == "", "what was said to this watch is not its own log"
    (line,) = watch.ask(log_of_watch, None, "sri")
    watch.act(mark_read, line.entry_id, "sri")
    assert sheet(watch).messages == ()


def test_the_signed_sheet_keeps_all_of_it_without_names(watch: Shelter) -> None:
    child = watch.arrive("Kenanga", "12")
    said(watch, "Kenanga menangis", person_id=child.person_id, to_next=True)
    watch.act(hand_over, ConfirmHandover(watch.actors["sri"], "Tenang."))
    with watch.house.database.reading() as session:
        kept = json.loads(session.execute(select(Handover.sheet)).scalar_one())
    assert kept["unguarded"] == [child.number]
    assert kept["messages"] == [f"24-11 01.50 kejadian, {child.number}: {child.number} menangis"]
    assert kept["sheet"]["head"].startswith("jejak ")
    assert "Kenanga" not in str(kept)


def test_a_sheet_with_names_can_be_had_with_a_trace(watch: Shelter) -> None:
    watch.arrive("Kenanga", "12")
    wish = SheetWish(True, "Tenang.", training=False)
    content = watch.act(named_sheet, wish).value
    act, outcome, subject, notes = trace(watch)
    assert (act, outcome, notes["names"]) == ("named_sheet", "done", True)
    assert subject == watch.ask(shift_now).shift_id
    words, pages = text_of(sheet_paper(content))
    assert pages == 1
    assert "Kenanga" in words


def test_without_a_watch_there_is_no_sheet_with_names(shelter: Shelter) -> None:
    refused = shelter.refused(named_sheet, SheetWish(True, "", training=False))
    assert refused.reasons == (Reason.SHIFT_NOT_OPEN,)


FULL = replace(
    CONTENT,
    census="Penghuni 18 orang: di ranjang 17, rumah sakit 1",
    departures=("REG-2611-009 registrasi ditarik",),
    logged="kejadian 2, tamu 1",
    absent=("REG-2611-003 rumah sakit sejak 23-11 22.10",),
    unguarded=tuple(f"REG-2611-{n:03d}" for n in range(10, 17)),
    unproven=("REG-2611-020",),
    expiring=("REG-2611-005 dengan REG-2611-006",),
    messages=("24-11 02.10 kejadian: lampu lorong mati",),
    arrivals=CONTENT.arrivals * 5,
    tasks=CONTENT.tasks * 5,
)


def test_a_usual_night_is_one_page_with_nothing_left_out() -> None:
    words, pages = text_of(sheet_paper(FULL))
    assert pages == 1
    order = (
        "1 Situasi",
        FULL.census,
        "Kepergian: REG-2611-009 registrasi ditarik",
        "Catatan lain sif ini: kejadian 2, tamu 1",
        "2 Perhatian",
        "Izin sekamar yang berakhir pukul 08.00: REG-2611-005 dengan REG-2611-006",
        "Tidak di tempat: REG-2611-003 rumah sakit sejak 23-11 22.10",
        f"Anak tanpa wali yang diketahui: {'; '.join(FULL.unguarded)}",
        "Wali baru dinyatakan, belum diverifikasi: REG-2611-020",
        "3 Tugas",
        "4 Pertanyaan dan pesan untuk sif berikut",
        "lampu lorong mati",
        FULL.note,
    )
    at = [words.index(part) for part in order]
    assert at == sorted(at)
    assert "lihat aplikasi" not in words
    assert "dipesan" not in words, "beds are not reserved yet, so no zero is printed"


@pytest.mark.parametrize("who", ["REG-2611-001", "REG-2611-001 " + "W" * 120])
def test_the_heaviest_night_is_still_one_page_and_says_what_is_left_out(who: str) -> None:
    heavy = replace(
        FULL,
        arrivals=(replace(FULL.arrivals[0], who=who),) * 40,
        tasks=(replace(FULL.tasks[0], who=who),) * 120,
        wings=FULL.wings * 4,
        unplaced=(who,) * 40,
        departures=(who,) * 9,
        absent=(who,) * 30,
        unguarded=(who,) * 60,
        unproven=(who,) * 20,
        expiring=(f"{who} dengan {who}",) * 20,
        attention=(f"{who} perlu perhatian kesehatan",) * 60,
        messages=(f"24-11 02.10 kejadian, {who}: " + "kata " * 110,) * 15,
        note="catatan panjang " * 37,
    )
    words, pages = text_of(sheet_paper(heavy))
    assert pages == 1
    assert "lihat aplikasi" in words
    assert "Dewi Kartika" in words
