# SPDX-License-Identifier: Apache-2.0
"""What the examination says, in Indonesian: it is read to the head on the phone."""

from app.db.integrity import Check
from app.errors import Cause
from app.policies.staff.data_place import Keeper
from app.policies.timekeeping import ClockDoubt

CAUSES = {
    Cause.MISSING: "berkas tidak ada; tidak ada yang dibuat",
    Cause.CORRUPT: "berkas rusak; biarkan apa adanya dan hubungi koordinator",
    Cause.FOREIGN: "berkas bukan milik brankas ini, atau awal berkas rusak",
    Cause.NEWER: "berkas dibuat oleh Teduh yang lebih baru; perbarui program",
    Cause.LOCKED: "berkas sedang dikunci program lain; tutup program itu lalu ulangi",
}
KEEPERS = {
    Keeper.NETWORK: "jaringan (komputer lain)",
    Keeper.CLOUD: "program penyimpanan awan",
}
DOUBTS = {
    ClockDoubt.BEFORE_RECORD: "lebih awal daripada catatan terakhir",
    ClockDoubt.BEFORE_BACKUP: "lebih awal daripada cadangan terbaru",
    ClockDoubt.BEFORE_BUILD: "lebih awal daripada hari versi ini dibuat",
    ClockDoubt.LONG_PAUSE: "lebih dari 30 hari sesudah catatan terakhir",
    ClockDoubt.OTHER_ZONE: "zona waktu PC lain daripada zona rumah perlindungan",
    ClockDoubt.EITHER: "pernah dikoreksi, mungkin sudah dibetulkan",
}
SOUND = {
    Check.PAGES: "setiap halaman berkas asli",
    Check.STRUCTURE: "susunan tabel dan indeks utuh",
    Check.REFERENCES: "setiap rujukan menunjuk ke baris yang ada",
    Check.TRIGGERS: "penjaga aturan lengkap",
    Check.ROOMING: "tidak ada anak sekamar dengan dewasa tanpa peringatan",
    Check.BEDS: "satu orang satu ranjang",
    Check.PLACINGS: "setiap penempatan tercatat",
    Check.AUDIT: "rantai jejak utuh",
}
FAULTY = {
    Check.PAGES: "halaman berkas rusak atau diubah",
    Check.STRUCTURE: "susunan tabel atau indeks rusak",
    Check.REFERENCES: "rujukan menunjuk ke baris yang hilang",
    Check.TRIGGERS: "penjaga aturan hilang, diubah, atau asing",
    Check.ROOMING: "anak sekamar dengan dewasa tanpa peringatan",
    Check.BEDS: "ranjang atau orang tercatat dua kali",
    Check.PLACINGS: "penempatan tanpa catatan",
    Check.AUDIT: "rantai jejak putus atau diubah",
}
