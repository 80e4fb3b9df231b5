# SPDX-License-Identifier: Apache-2.0
"""Invented Indonesian names, combined from common parts; any likeness is chance."""

from collections.abc import Iterator
from itertools import product
from random import Random

_GIVEN = """
Siti Sri Dewi Ratna Nur Ayu Endang Rina Wati Yanti Lestari Putri Indah Maya Dian Fitri Rini
Lilis Yuli Tuti Eka Dwi Tri Wulan Sari Melati Kenanga Soelastri Djumilah Tjahyani Suharti Aisyah
Khadijah Fatimah Zainab Rohani Maryam Nurul Halimah Kartini Ningsih Murni Tini Yuni Komang Luh
Kadek Nyoman Butet Tiur Meilan Lian Yohana Marlina Agnes Theresia Debora Noviana
"""
_MIDDLE = """
Nur Ayu Dwi Tri Puspa Wahyu Hidayah Rahma Kusuma Ratih Intan Mega Citra Anggun Bunga Sekar Laras
Retno Endah Kartika
"""
_LAST = """
Lestari Wulandari Rahayu Handayani Susanti Puspitasari Anggraini Safitri Permatasari Hartati
Soekarsih Djamilah Tjokrowati Simanjuntak Situmorang Nasution Siregar Wayan Suryani Maharani
Kusumawati Setyowati Astuti Utami Purwanti Saraswati Hasanah Khoirunnisa Mulyani Pertiwi
"""


def names(count: int) -> Iterator[str]:
    """Yield ``count`` different names in a fixed disorder; at most 34,000."""
    combined = [
        " ".join(parts) for parts in product(_GIVEN.split(), _MIDDLE.split(), _LAST.split())
    ]
    Random(20).shuffle(combined)  # noqa: S311
    yield from combined[:count]
