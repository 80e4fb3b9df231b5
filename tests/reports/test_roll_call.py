# SPDX-License-Identifier: Apache-2.0
"""The fire roll-call on paper: everybody once, large enough, few pages."""

import io
from dataclasses import replace
from datetime import datetime

from pypdf import PdfReader

from app.reports.dormitory.content import Called, RollCall, RoomCalled, WingCalled
from app.reports.dormitory.roll_call import render
from app.reports.sheet import Letterhead, Sheet
from app.reports.style import MISSING, TRAINING
from tests.reports.test_papers import text_of

ROLL = RollCall(
    sheet=Sheet(Letterhead(name="RUMAH UJI"), "HADIR-20261124-0150", training=False),
    printed=datetime(2026, 11, 24, 1, 50),
    zone="WIB",
    wings=(
        WingCalled(
            1,
            "Lantai 1 Dewasa",
            (
                RoomCalled(
                    "101",
                    (
                        Called("A", "Melur"),
                        Called("B", "Sari", "rumah sakit", sought=False),
                        Called("C", "Ningsih", "pergi tanpa rencana"),
                    ),
                ),
            ),
            ("102",),
            ("Sekretariat",),
        ),
        WingCalled(2, "Anak", (RoomCalled("201", (Called("A", "Kenanga"),)),), (), ()),
    ),
    unplaced=(Called("", "Dahlia"),),
)

CALLED = ("Melur", "Sari", "Ningsih", "Kenanga", "Dahlia")


def house(people: int) -> RollCall:
    """Return a house of four floors with three to a room."""
    rooms = [
        RoomCalled(
            f"{1 + start % 4}{start:03d}",
            tuple(Called("ABC"[n], f"Orang{start + n:03d}") for n in range(min(3, people - start))),
        )
        for start in range(0, people, 3)
    ]
    wings = tuple(
        WingCalled(floor, f"Lantai {floor}", tuple(rooms[floor - 1 :: 4]), (), ())
        for floor in range(1, 5)
    )
    return replace(ROLL, wings=wings, unplaced=())


def test_it_goes_room_by_room_and_ends_with_who_has_no_bed() -> None:
    words, pages = text_of(render(ROLL))
    assert pages == 1
    order = [
        "DAFTAR HADIR KEBAKARAN",
        "Selasa, 24 November 2026, pukul 01.50 WIB",
        "Harus ditemukan: 4 (empat) orang",
        "Tidak di rumah: 1 (satu) orang (rumah sakit 1). Jumlah penghuni: 5 (lima) orang.",
        "Lantai 1 Dewasa",
        "Kamar 101",
        "A Melur",
        "– B Sari – rumah sakit",
        "C Ningsih – pergi tanpa rencana",
        "Kamar 102: kosong",
        "Sekretariat",
        "Lantai 2 · Anak",
        "Kamar 201",
        "A Kenanga",
        "Belum mendapat tempat tidur",
        "Dahlia",
    ]
    at = [words.index(part) for part in order]
    assert at == sorted(at)
    assert "RAHASIA" in words


def test_there_is_a_box_for_everybody_who_has_to_be_found_and_every_other_room() -> None:
    page = PdfReader(io.BytesIO(render(ROLL))).pages[0]
    squares: list[tuple[float, float]] = []

    def seen(operator: bytes, operands: list[float], _matrix: object, _text: object) -> None:
        if operator == b"re" and abs(float(operands[2]) - float(operands[3])) < 0.01:
            squares.append((float(operands[2]), float(operands[3])))

    page.extract_text(visitor_operand_before=seen)
    assert len(squares) == 4 + 2
    assert min(side for side, _ in squares) > 12


def test_nothing_of_the_list_is_smaller_than_twelve_points() -> None:
    page = PdfReader(io.BytesIO(render(ROLL))).pages[0]
    sizes: dict[str, float] = {}

    def seen(text: str, _cm: object, _tm: object, _font: object, size: float) -> None:
        for name in (*CALLED, "Kamar 102", "Tidak di rumah"):
            if name in text:
                sizes[name] = size

    page.extract_text(visitor_text=seen)
    assert len(sizes) == 7
    assert min(sizes.values()) >= 12


def test_two_hundred_people_are_a_few_pages_and_all_there() -> None:
    words, pages = text_of(render(house(200)))
    assert pages <= 5
    assert "Harus ditemukan: 200 (dua ratus) orang" in words
    for number in range(200):
        assert words.count(f"Orang{number:03d}") == 1


def test_a_room_full_of_long_names_goes_on_in_the_next_block() -> None:
    crowd = RoomCalled("101", (Called("A", "W" * 120, "rumah sakit", sought=False),) * 12)
    words, _ = text_of(render(replace(ROLL, wings=(WingCalled(1, "Barat", (crowd,), (), ()),))))
    assert "Kamar 101 (lanjutan)" in words
    assert "".join(words.split()).count("W" * 120) == 12


def test_an_empty_house_is_said_to_be_empty() -> None:
    words, pages = text_of(render(replace(ROLL, wings=(), unplaced=())))
    assert pages == 1
    assert "Harus ditemukan: 0 (nol) orang" in words
    assert "Belum mendapat tempat tidur tidak ada" in words


def test_any_name_prints_or_is_visibly_missing_and_training_is_marked() -> None:
    odd = (Called("", "🙂 Melur"), Called("", "<b>&amp;</b>"))
    content = replace(ROLL, unplaced=odd, sheet=replace(ROLL.sheet, training=True))
    words, pages = text_of(render(content))
    assert f"{MISSING} Melur" in words
    assert "<b>&amp;</b>" in words
    assert words.count(TRAINING) == 2 * pages
    assert render(ROLL) == render(ROLL)
    assert "Melur" not in str(PdfReader(io.BytesIO(render(ROLL))).metadata)
