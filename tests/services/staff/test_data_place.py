# SPDX-License-Identifier: Apache-2.0
"""The data folder under a program that copies it: refused at founding, told at opening."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from app.clock import Zone
from app.config import Paths
from app.errors import Cause, Unavailable
from app.policies.access import Role
from app.policies.staff.data_place import Keeper
from app.services.staff.data_place import kept_by
from app.services.staff.founding import Founding, found_shelter
from app.services.staff.opening import close_house, sign_in
from app.services.staff.setup import NewAccount, ShelterFacts
from app.services.staff.training import found_training
from tests.conftest import CHEAP, PASSWORD, Founded, SetClock

FACTS = ShelterFacts("RPSW Lain", ("KOP",), "Bogor", Zone.WIB)
ANSWERS = Founding(FACTS, NewAccount("ratna", "Ratna", Role.HEAD), PASSWORD)


def by_name(folder: Path) -> None:
    return None


def by_a_folder(folder: Path) -> None:
    (folder / ".stfolder").mkdir()


def by_a_file(folder: Path) -> None:
    (folder / ".dropbox").write_text("")


KEPT: list[tuple[str, Callable[[Path], None], Keeper]] = [
    ("OneDrive - Kemensos", by_name, Keeper.ONEDRIVE),
    ("kantor", by_a_folder, Keeper.SYNCTHING),
    ("kantor", by_a_file, Keeper.DROPBOX),
]


@pytest.mark.parametrize(("name", "put", "keeper"), KEPT)
def test_no_shelter_is_founded_there_and_nothing_is_made(
    tmp_path: Path, clock: SetClock, name: str, put: Callable[[Path], None], keeper: Keeper
) -> None:
    folder = tmp_path / name
    folder.mkdir()
    put(folder)
    inside = Paths(folder / "Teduh")
    assert kept_by(inside.data) is keeper
    with pytest.raises(Unavailable) as caught:
        found_shelter(inside, ANSWERS, clock, CHEAP)
    assert caught.value.cause is Cause.SYNCED_PATH
    assert not inside.data.exists()


@pytest.mark.parametrize(("name", "put", "keeper"), KEPT)
def test_a_shelter_that_was_moved_there_opens_and_says_so(
    tmp_path: Path,
    founded: Founded,
    clock: SetClock,
    name: str,
    put: Callable[[Path], None],
    keeper: Keeper,
) -> None:
    folder = tmp_path / name
    folder.mkdir()
    put(folder)
    moved = founded.copied(folder)
    opened = sign_in(moved, "dewi", PASSWORD, clock)
    assert opened.keeper is keeper
    close_house(moved, opened.house)


def test_a_link_does_not_hide_where_the_folder_is(tmp_path: Path) -> None:
    real = tmp_path / "Dropbox" / "Teduh"
    real.mkdir(parents=True)
    link = tmp_path / "data"
    link.symlink_to(real)
    assert kept_by(link) is Keeper.DROPBOX


def test_programs_say_themselves_what_they_keep(tmp_path: Path) -> None:
    office, home = tmp_path / "Kantor", tmp_path / "home"
    (home / ".dropbox").mkdir(parents=True)
    assert kept_by(office / "Teduh", {"OneDriveCommercial": str(office)}, home) is Keeper.ONEDRIVE
    assert kept_by(office / "Teduh", {}, home) is None
    said = {"personal": {"path": str(office), "host": 1}}
    (home / ".dropbox" / "info.json").write_text(json.dumps(said))
    assert kept_by(office / "Teduh", {}, home) is Keeper.DROPBOX
    assert kept_by(home / "Teduh", {}, home) is None, "its settings lie in the home folder"
    (home / ".dropbox" / "info.json").write_bytes(b"[" * 100_000)
    assert kept_by(office / "Teduh", {}, home) is None


def test_training_there_is_refused_too(tmp_path: Path, clock: SetClock) -> None:
    inside = Paths(tmp_path / "Dropbox" / "Teduh")
    with pytest.raises(Unavailable) as caught:
        found_training(inside.training, clock)
    assert caught.value.cause is Cause.SYNCED_PATH
