# SPDX-License-Identifier: Apache-2.0
"""Papers: what stands on them, on how many pages, and what never does."""

import io
from dataclasses import replace
from datetime import datetime

import pytest
from pypdf import PdfReader

from app.policies.answers import Answer, AnswerState
from app.policies.arrivals.registration import ArrivalForm
from app.reports.arrivals.content import ArrivalRow, HandoverSheet, Signature, TaskRow, WingCount
from app.reports.arrivals.handover import render
from app.reports.sheet import Letterhead, Sheet
from app.reports.staff import recovery_sheet
from app.reports.style import MISSING, TRAINING, safe
from app.services.arrivals.desk.papers import entries_paper, handover_paper
from app.services.arrivals.shift.handover import (
    ConfirmHandover,
    SheetWish,
    hand_over,
    handover_sheet,
    write_note,
)
from app.services.arrivals.shift.shifts import shift_now, start_shift
from app.services.staff.setup import shelter_facts
from app.vault.recovery import to_words
from tests.conftest import Shelter, a_form

SHEET = Sheet(
    Letterhead(("KEMENTERIAN UJI",), "Rumah Uji", ("Jalan Uji 1",)), "PIKET-1", training=False
)
CONTENT = HandoverSheet(
    sheet=SHEET,
    shift="Sif malam",
    started=datetime(2026, 11, 23, 22, 0),
    printed=datetime(2026, 11, 24, 6, 5),
    zone="WIB",
    city="Jakarta",
    wings=(WingCount("Lantai 1 Dewasa", 15, 9), WingCount("Lantai 2 Anak", 15, 6)),
    arrivals=(ArrivalRow("REG-2611-001", "01.50", "anak", "dibawa polisi", "201-A"),),
    unplaced=("REG-2611-002",),
    attention=("REG-2611-002 perlu perhatian kesehatan",),
    alarms=(),
    tasks=(TaskRow("REG-2611-001", "pastikan usia", "Pekerja sosial", "01-12 01.50"),),
    note="Air di lantai 2 kecil.",
    outgoing=Signature("Dewi Kartika", "Petugas piket"),
    incoming=None,
)


def text_of(paper: bytes) -> tuple[str, int]:
    reader = PdfReader(io.BytesIO(paper))
    words = " ".join(page.extract_text() for page in reader.pages)
    return " ".join(words.split()), len(reader.pages)


def test_the_handover_sheet_is_one_complete_page() -> None:
    words, pages = text_of(render(CONTENT))
    assert pages == 1
    for part in (
        "LEMBAR SERAH TERIMA PIKET",
        "1 Situasi",
        "2 Perhatian",
        "3 Tugas",
        "4 Pertanyaan",
        "Selasa, 24 November 2026",
        "06.05 WIB",
        "REG-2611-001",
        "Lantai 2 Anak",
        "Air di lantai 2 kecil.",
        "Dewi Kartika",
        "RAHASIA",
        "Halaman 1 dari 1",
        "tidak ada yang tercatat",
    ):
        assert part in words, part


def test_a_heavy_night_still_fits_one_page_and_says_what_is_left_out() -> None:
    heavy = replace(
        CONTENT,
        arrivals=tuple(replace(CONTENT.arrivals[0], who=f"REG-2611-{n:03d}") for n in range(40)),
        tasks=CONTENT.tasks * 120,
        unplaced=tuple(f"REG-2611-{n:03d}" for n in range(40)),
        attention=tuple(f"REG-2611-{n:03d} anak tanpa wali yang diketahui" for n in range(60)),
        alarms=("kamar 201: pindahkan ke 101-A",) * 9,
        wings=CONTENT.wings * 4,
        note="catatan panjang " * 37,
    )
    words, pages = text_of(render(heavy))
    assert pages == 1
    assert "lainnya, lihat aplikasi" in words


def test_the_same_content_gives_the_same_bytes() -> None:
    assert render(CONTENT) == render(CONTENT)


def test_training_marks_every_paper() -> None:
    words, _ = text_of(render(replace(CONTENT, sheet=replace(SHEET, training=True))))
    assert words.count(TRAINING) == 2
    assert TRAINING not in text_of(render(CONTENT))[0]


@pytest.mark.parametrize(
    "typed", ["<b>tebal</b>", "'; DROP TABLE", "&amp;", "a\nb", "x" * 600, "سيتي", "🙂"]
)
def test_anything_typed_prints_as_typed_or_visibly_missing(typed: str) -> None:
    words, pages = text_of(render(replace(CONTENT, note=typed)))
    assert pages == 1
    if typed.isascii():
        flat = "".join(typed.split())
        assert flat in "".join(words.split())


def test_a_missing_glyph_shows() -> None:
    assert safe("🙂") == MISSING


def test_no_name_stands_in_the_file_itself() -> None:
    reader = PdfReader(io.BytesIO(render(CONTENT)))
    assert "Dewi" not in str(reader.metadata)
    assert "REG" not in str(reader.metadata)


def test_the_recovery_sheet_has_all_words_in_order() -> None:
    words = to_words(bytes(range(16)))
    text, pages = text_of(recovery_sheet.render(SHEET, datetime(2026, 11, 24, 8, 0), words))
    assert pages == 1
    for place, word in enumerate(words, start=1):
        assert f"{place}. {word}" in text


def test_codes_stand_for_people_unless_names_are_asked_for(shelter: Shelter) -> None:
    shelter.act(start_shift, None)
    saved = shelter.arrive("Kenanga", "12")
    shelter.place(saved.person_id, "201-A")
    shelter.arrive("Melur", "?")
    dewi = shelter.actors["dewi"]
    coded, _ = text_of(handover_paper(shelter.house, dewi, SheetWish(False, "", training=False)))
    named, _ = text_of(handover_paper(shelter.house, dewi, SheetWish(True, "", training=False)))
    assert "Kenanga" not in coded
    assert "REG-2611-001" in coded
    assert "201-A" in coded
    assert "diperlakukan sebagai anak" in coded
    assert "Kenanga" in named
    head = shelter.ask(handover_sheet, SheetWish(False, "", training=False)).sheet.head
    assert head in coded


def test_handing_over_signs_both_and_begins_the_next_watch(shelter: Shelter) -> None:
    shelter.act(start_shift, None)
    shelter.act(write_note, "Kunci gudang di laci.")
    assert shelter.ask(shift_now).note == "Kunci gudang di laci."
    shelter.clock.move(hours=5)
    own = ConfirmHandover(shelter.actors["dewi"], "")
    assert shelter.refused(hand_over, own).field == "incoming"
    wrong = ConfirmHandover(shelter.actors["eko"], "")
    assert shelter.refused(hand_over, wrong).field == "incoming"
    long = ConfirmHandover(shelter.actors["sri"], "x" * 601)
    assert shelter.refused(hand_over, long).field == "note"
    shelter.act(hand_over, ConfirmHandover(shelter.actors["sri"], "Tenang."))
    following = shelter.ask(shift_now)
    assert (following.officer, following.started_at) == ("Sri", shelter.clock())
    assert shelter.refused(start_shift, None).reasons


def test_entries_that_cannot_be_saved_can_be_printed(shelter: Shelter) -> None:
    with shelter.house.database.reading() as session:
        facts = shelter_facts(session)
    form = a_form("Kenanga", "dua belas", threatened=Answer(AnswerState.DECLINED))
    words, _ = text_of(entries_paper(shelter.house, facts, form, training=False))
    for said in ("Kenanga", "dua belas", "polisi", "memilih tidak menjawab", "tidak terlihat"):
        assert said in words
    blank, _ = text_of(entries_paper(shelter.house, facts, ArrivalForm(), training=False))
    assert "………" in blank
    assert " tidak " not in blank.replace("yang belum", "")
