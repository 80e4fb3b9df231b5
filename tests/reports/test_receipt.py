# SPDX-License-Identifier: Apache-2.0
"""The receipt on paper: both parties, everybody who was handed over, nothing invented."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from app.reports.arrivals.content import HandedOver, Kept, Party, Receipt
from app.reports.arrivals.receipt import render
from app.reports.sheet import Letterhead, Sheet
from app.reports.style import MISSING, TRAINING
from app.reports.words import counted, day_in_words, in_words, roman_month, time_in_words
from tests.reports.test_papers import text_of

RECEIPT = Receipt(
    sheet=Sheet(Letterhead(("KEMENTERIAN UJI",), "Rumah Uji"), "TT-001-20261124", training=False),
    number="001/RPSW/TT/XI/2026",
    version=1,
    shelter="RPSW Uji",
    city="Jakarta",
    zone="WIB",
    handed_over=datetime(2026, 11, 24, 1, 50),
    doubtful=False,
    issued=date(2026, 11, 24),
    giving=Party("Bripka Dian", "", "Polres Bogor", "0812-0000"),
    taking=Party("Dewi Kartika", "Petugas piket", "RPSW Uji"),
    people=(HandedOver("REG-2611-001", "Kenanga", "24-11 01.50", "anak"),),
    kept=(Kept("REG-2611-001", "dokumen", "KTP"),),
)


def flat(words: str) -> str:
    return "".join(words.split())


def test_it_is_one_official_page() -> None:
    words, pages = text_of(render(RECEIPT))
    assert pages == 1
    for part in (
        "TANDA TERIMA PENYERAHAN",
        "Nomor: 001/RPSW/TT/XI/2026",
        "Selasa, tanggal Dua Puluh Empat bulan November tahun Dua Ribu Dua Puluh Enam",
        "(24-11-2026), pukul 01.50 WIB (satu lewat lima puluh menit)",
        "PIHAK PERTAMA",
        "PIHAK KEDUA",
        "Bripka Dian",
        "Polres Bogor",
        "0812-0000",
        "Dewi Kartika",
        "Petugas piket",
        "1 (satu) orang",
        "REG-2611-001 Kenanga 24-11 01.50 anak",
        "REG-2611-001 dokumen KTP",
        "RPSW Uji tidak memberikan uang saku",
        "ditentukan oleh konferensi kasus",
        "Jakarta, 24-11-2026",
        "RAHASIA",
        "Halaman 1 dari 1",
    ):
        assert part in words, part
    assert words.count("Bripka Dian") == 2, "once as a party, once under the signature"


def test_what_is_not_known_is_left_as_dots_and_nothing_reads_as_none() -> None:
    blank = replace(RECEIPT, giving=Party("", "", ""), kept=())
    words, _ = text_of(render(blank))
    for name in ("Nama", "Jabatan", "Instansi", "Telepon"):
        assert f"{name} : ……" in words
    assert "(………" in words
    assert "belum ada yang tercatat; tulis di sini bila ada: ……" in words
    assert "tidak ada" not in words


def test_a_later_version_and_a_doubtful_clock_say_so() -> None:
    words, _ = text_of(render(replace(RECEIPT, version=2, doubtful=True)))
    assert "Versi 2, menggantikan versi sebelumnya" in words
    assert "jam diragukan" in words
    assert "Versi" not in text_of(render(RECEIPT))[0]


def test_forty_people_stand_on_it_with_the_heading_on_every_page() -> None:
    names = ["Kenanga", "x" * 120, "Nama Panjang " * 9, "🙂 Melur", "<b>tebal</b> & 'kutip'"]
    many = replace(
        RECEIPT,
        people=tuple(
            HandedOver(f"REG-2611-{n:03d}", names[n % 5], "24-11 01.50", "anak")
            for n in range(1, 41)
        ),
    )
    words, pages = text_of(render(many))
    assert "40 (empat puluh) orang" in words
    assert pages > 1
    assert words.count("Nomor register") == pages
    for number in range(1, 41):
        assert f"REG-2611-{number:03d}" in words
    for name in ("x" * 120, "Nama Panjang " * 9, f"{MISSING} Melur", "<b>tebal</b> & 'kutip'"):
        assert flat(words).count(flat(name)) == 8, name
    last = words.rindex("Halaman")
    assert "PIHAK KEDUA, yang menerima" in words[last:], "the signatures keep together"


def test_the_same_content_gives_the_same_bytes_and_training_is_marked() -> None:
    assert render(RECEIPT) == render(RECEIPT)
    trained = replace(RECEIPT, sheet=replace(RECEIPT.sheet, training=True))
    assert text_of(render(trained))[0].count(TRAINING) == 2


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (1, "satu"),
        (11, "sebelas"),
        (12, "dua belas"),
        (20, "dua puluh"),
        (99, "sembilan puluh sembilan"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (200, "dua ratus"),
        (1000, "seribu"),
        (1999, "seribu sembilan ratus sembilan puluh sembilan"),
        (2026, "dua ribu dua puluh enam"),
        (11_011, "sebelas ribu sebelas"),
        (100_000, "seratus ribu"),
        (
            999_999,
            "sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan",
        ),
    ],
)
def test_numbers_in_words(number: int, words: str) -> None:
    assert in_words(number) == words


def test_numbers_without_words_are_a_bug() -> None:
    for number in (-1, 1_000_000):
        with pytest.raises(ValueError, match="no words"):
            in_words(number)


def test_days_and_times_in_words() -> None:
    assert day_in_words(date(2028, 2, 29)) == (
        "Selasa, tanggal Dua Puluh Sembilan bulan Februari tahun Dua Ribu Dua Puluh Delapan "
        "(29-02-2028)"
    )
    months = [roman_month(date(2026, month, 1)) for month in (1, 4, 9, 12)]
    assert months == ["I", "IV", "IX", "XII"]
    assert time_in_words(datetime(2026, 11, 24, 13, 0)) == "tiga belas tepat"
    assert time_in_words(datetime(2026, 11, 24, 0, 5)) == "nol lewat lima menit"
    assert counted(5).split() == ["5", "(lima)", "orang"]
