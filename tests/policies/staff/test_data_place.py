# SPDX-License-Identifier: Apache-2.0
"""Who else keeps a folder, by its names, its marks and what programs say."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.policies.staff.data_place import FILES, FOLDERS, Keeper, keeper_of

WINDOWS = [
    (r"C:\Users\dewi\AppData\Local\Teduh", None),
    (r"C:\Users\dewi\OneDrive\Teduh", Keeper.ONEDRIVE),
    (r"C:\Users\dewi\OneDrive - Kementerian Sosial\Documents\Teduh", Keeper.ONEDRIVE),
    (r"C:\Users\dewi\Dropbox (Pribadi)\Teduh", Keeper.DROPBOX),
    (r"C:\Users\dewi\Google Drive\Teduh", Keeper.GOOGLE_DRIVE),
    (r"G:\My Drive\Teduh", Keeper.GOOGLE_DRIVE),
    (r"G:\Drive Saya\Teduh", Keeper.GOOGLE_DRIVE),
    (r"C:\Users\dewi\iCloudDrive\Teduh", Keeper.ICLOUD),
    (r"\\server\bagian\Teduh", Keeper.NETWORK),
    (r"C:\Users\dewi\onedriver\Teduh", None),
    (r"C:\Users\dewi\Dropboxes\Teduh", None),
]
OTHERS = [
    ("/home/dewi/.local/share/Teduh", None),
    ("/home/dewi/Dropbox/Teduh", Keeper.DROPBOX),
    ("/Users/dewi/Library/Application Support/Teduh", None),
    ("/Users/dewi/Library/Mobile Documents/com~apple~CloudDocs/Teduh", Keeper.ICLOUD),
    ("/Users/dewi/Library/CloudStorage/OneDrive-Kemensos/Teduh", Keeper.ONEDRIVE),
    ("/Users/dewi/Library/CloudStorage/GoogleDrive-dewi@example.org/My Drive", Keeper.GOOGLE_DRIVE),
    ("/Users/dewi/Library/CloudStorage/Box-Box/Teduh", Keeper.CLOUD),
    ("//server/bagian/Teduh", Keeper.NETWORK),
]


@pytest.mark.parametrize(("path", "keeper"), WINDOWS)
def test_names_on_windows(path: str, keeper: Keeper | None) -> None:
    assert keeper_of(PureWindowsPath(path).parts) is keeper


@pytest.mark.parametrize(("path", "keeper"), OTHERS)
def test_names_elsewhere(path: str, keeper: Keeper | None) -> None:
    assert keeper_of(PurePosixPath(path).parts) is keeper


@pytest.mark.parametrize(("marker", "keeper"), (FILES | FOLDERS).items())
def test_marks_of_a_kept_folder(marker: str, keeper: Keeper) -> None:
    assert keeper_of(("/", "data", "Teduh"), [marker]) is keeper


def test_what_a_program_says_it_keeps() -> None:
    roots = [(Keeper.ONEDRIVE, PureWindowsPath(r"D:\Kantor").parts)]
    assert keeper_of(PureWindowsPath(r"D:\KANTOR\Teduh").parts, (), roots) is Keeper.ONEDRIVE
    assert keeper_of(PureWindowsPath(r"D:\Kantor2\Teduh").parts, (), roots) is None
    assert keeper_of(("/", "data"), (), [(Keeper.DROPBOX, ())]) is None


@given(st.lists(st.text(min_size=1, max_size=12), max_size=6))
def test_any_names_are_judged(names: list[str]) -> None:
    assert keeper_of(tuple(names)) in {None, *Keeper}
