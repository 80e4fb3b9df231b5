# SPDX-License-Identifier: Apache-2.0
"""A letterhead of before, which was a few lines, is told apart into its parts."""

import pytest

from app.clock import Zone
from app.db import shape, upgrade
from app.db.engine import Database, open_keyed
from app.db.invariants import install
from app.services.staff.setup import ShelterFacts, shelter_facts
from app.services.staff.vault_file import check_password, header_of
from tests.conftest import PASSWORD, Shelter
from tests.db.older import BEFORE_ITS_PARTS, BEFORE_ROUNDS


@pytest.mark.parametrize(
    ("letterhead", "superiors", "address"),
    [
        (
            "KEMENTERIAN UJI\nRUMAH PERLINDUNGAN\nJalan Uji 1\n(021) 555",
            ("KEMENTERIAN UJI", "RUMAH PERLINDUNGAN"),
            ("Jalan Uji 1", "(021) 555"),
        ),
        ("KEMENTERIAN UJI\nRPSW UJI", ("KEMENTERIAN UJI",), ()),
        (
            "Yayasan Uji\nCabang Satu\nJalan Uji 1",
            ("Yayasan Uji", "Cabang Satu"),
            ("Jalan Uji 1",),
        ),
        ("", (), ()),
    ],
)
def test_a_letterhead_of_before_is_told_apart(
    shelter: Shelter, letterhead: str, superiors: tuple[str, ...], address: tuple[str, ...]
) -> None:
    paths = shelter.paths
    key = check_password(paths, header_of(paths), "ratna", PASSWORD, shelter.clock).keys[-1][1]
    shelter.house.database.close()
    connection, _ = open_keyed(paths.database, key, upgrading=True)
    install.take_away(connection)
    connection.executescript(BEFORE_ROUNDS)
    connection.executescript(BEFORE_ITS_PARTS)
    connection.execute("UPDATE shelter SET letterhead = ?", (letterhead,))
    connection.commit()
    connection.close()
    assert upgrade.bring_up(paths.database, key, paths.backups)
    database = Database(paths.database, key)
    with database.reading() as session:
        facts = shelter_facts(session)
        assert shape.standing(session) == shape.expected()
    assert facts == ShelterFacts("RPSW Uji", superiors, "Jakarta", Zone.WIB, address)
    database.close()
