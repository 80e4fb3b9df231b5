# SPDX-License-Identifier: Apache-2.0
"""The recovery sheet stays valid until its successor's words are in somebody's hands."""

import pytest

from app.errors import Unavailable
from app.reports.sheet import Letterhead
from app.services.staff.accounts import recover_with_sheet
from app.services.staff.opening import sign_in
from app.services.staff.upkeep import renew_sheet
from app.services.staff.vault_file import check_password, header_of
from app.vault.errors import RecoveryProblem, WrongPassword
from tests.conftest import CHEAP, PASSWORD, Shelter

NEW = "baru sekali ya"


@pytest.fixture
def typed(shelter: Shelter) -> str:
    """Return the words of the sheet; the shelter is closed again."""
    made = renew_sheet(shelter.paths, shelter.house, shelter.actors["ratna"], PASSWORD)
    shelter.house.database.close()
    return " ".join(made)


def test_the_new_sheet_says_what_its_paper_needs(shelter: Shelter, typed: str) -> None:
    made = recover_with_sheet(shelter.paths, typed, "hendra", NEW, shelter.clock, CHEAP)
    assert made.shelter.letterhead == Letterhead(("KEMENTERIAN UJI", "RUMAH UJI"), "RPSW Uji")
    with pytest.raises(RecoveryProblem):
        recover_with_sheet(shelter.paths, typed, "hendra", NEW, shelter.clock, CHEAP)
    recover_with_sheet(shelter.paths, " ".join(made.words), "hendra", NEW, shelter.clock, CHEAP)


@pytest.mark.parametrize("blocked", ["vault", "attempts"])
def test_a_file_that_cannot_be_written_leaves_the_old_sheet_valid(
    shelter: Shelter, typed: str, blocked: str
) -> None:
    paths, clock = shelter.paths, shelter.clock
    with pytest.raises(WrongPassword):
        check_password(paths, header_of(paths), "hendra", "salah semua ini", clock)
    before = paths.vault.read_bytes()
    target = {"vault": paths.vault, "attempts": paths.attempts}[blocked]
    in_the_way = target.with_name(target.name + ".new")
    in_the_way.mkdir()
    with pytest.raises((OSError, Unavailable)):
        recover_with_sheet(paths, typed, "hendra", NEW, clock, CHEAP)
    assert paths.vault.read_bytes() == before
    in_the_way.rmdir()
    recover_with_sheet(paths, typed, "hendra", NEW, clock, CHEAP)
    sign_in(paths, "hendra", NEW, clock).house.database.close()
