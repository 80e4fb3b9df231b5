# SPDX-License-Identifier: Apache-2.0
"""Looks where the data folder lies: on a network, or kept by OneDrive and its like."""

import os
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from app import note_file
from app.errors import Cause, Unavailable
from app.policies.staff.data_place import FILES, FOLDERS, Keeper, Parts, keeper_of

_ONEDRIVE = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_DROPBOX = "Dropbox"


def kept_by(
    folder: Path, environment: Mapping[str, str] = os.environ, home: Path | None = None
) -> Keeper | None:
    """Return who else keeps a folder, also where a link leads, or None.

    Args:
        folder: the data folder, there already or not yet.
        environment: where Windows says what OneDrive keeps.
        home: the user's folder, where Dropbox says what it keeps; this user's without it.
    """
    if keeper := keeper_of(folder.parts):
        return keeper
    roots = tuple(_roots(environment, home or Path.home()))
    for way in {folder.absolute(), folder.resolve()}:
        if keeper := keeper_of(way.parts, _markers(way), roots):
            return keeper
    return None


def refuse_shared(folder: Path) -> None:
    """Let a shelter be founded only where nobody else keeps the folder.

    Raises:
        Unavailable: it lies on a network, or a program copies it between PCs.
    """
    keeper = kept_by(folder)
    if keeper is Keeper.NETWORK:
        raise Unavailable(Cause.NETWORK_PATH)
    if keeper is not None:
        raise Unavailable(Cause.SYNCED_PATH, keeper)


def _markers(folder: Path) -> tuple[str, ...]:
    above = (folder, *folder.parents)
    files = (name for name in FILES for each in above if os.path.isfile(each / name))
    folders = (name for name in FOLDERS for each in above if os.path.isdir(each / name))
    return tuple(chain(files, folders))


def _roots(environment: Mapping[str, str], home: Path) -> Iterator[tuple[Keeper, Parts]]:
    for name in _ONEDRIVE:
        if environment.get(name):
            yield Keeper.ONEDRIVE, Path(environment[name]).parts
    settings = [home / ".dropbox"]
    settings += [
        Path(environment[name]) / _DROPBOX
        for name in ("APPDATA", "LOCALAPPDATA")
        if environment.get(name)
    ]
    for place in settings:
        try:
            told = note_file.read(place / "info.json", _dropbox_folders)
        except note_file.Unreadable:
            continue
        yield from ((Keeper.DROPBOX, Path(each).parts) for each in told)


def _dropbox_folders(kept: dict[str, Any]) -> tuple[str, ...]:
    return tuple(note_file.text(account["path"]) for account in kept.values())
