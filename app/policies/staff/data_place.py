# SPDX-License-Identifier: Apache-2.0
"""Who else keeps the folder of the data: a network, or a program that copies between PCs.

The write-ahead log needs one host, and a program that copies the files while they are open
leaves conflict copies: whoever works on the older one loses a night.
"""

from collections.abc import Iterable
from enum import StrEnum


class Keeper(StrEnum):
    """Who keeps a folder besides this PC, by the name on its box."""

    NETWORK = "network"
    ONEDRIVE = "OneDrive"
    DROPBOX = "Dropbox"
    GOOGLE_DRIVE = "Google Drive"
    ICLOUD = "iCloud Drive"
    SYNCTHING = "Syncthing"
    CLOUD = "Cloud"


Parts = tuple[str, ...]
FILES = {".dropbox": Keeper.DROPBOX}
"""Files that only the top of a kept folder holds; a *folder* of that name says nothing."""
FOLDERS = {
    ".stfolder": Keeper.SYNCTHING,
    ".stversions": Keeper.SYNCTHING,
    ".dropbox.cache": Keeper.DROPBOX,
    ".tmp.drivedownload": Keeper.GOOGLE_DRIVE,
    ".tmp.driveupload": Keeper.GOOGLE_DRIVE,
}
"""Folders that only the top of a kept folder holds."""
_NAMES = {
    "onedrive": Keeper.ONEDRIVE,
    "dropbox": Keeper.DROPBOX,
    "google drive": Keeper.GOOGLE_DRIVE,
    "googledrive": Keeper.GOOGLE_DRIVE,
    "my drive": Keeper.GOOGLE_DRIVE,
    "drive saya": Keeper.GOOGLE_DRIVE,
    "iclouddrive": Keeper.ICLOUD,
    "icloud drive": Keeper.ICLOUD,
    "mobile documents": Keeper.ICLOUD,
    "syncthing": Keeper.SYNCTHING,
    "cloudstorage": Keeper.CLOUD,
}
_SHARES = ("\\\\", "//")


def keeper_of(
    parts: Parts, markers: Iterable[str] = (), roots: Iterable[tuple[Keeper, Parts]] = ()
) -> Keeper | None:
    """Return who else keeps a folder, or None where it is this PC's alone.

    Args:
        parts: the names on the way to it, from the top.
        markers: which of ``FILES`` and ``FOLDERS`` lie in it or in a folder above.
        roots: folders that such a program says it keeps.
    """
    if parts and parts[0].startswith(_SHARES):
        return Keeper.NETWORK
    folded = _folded(parts)
    for keeper, root in roots:
        if root and folded[: len(root)] == _folded(root):
            return keeper
    known = FILES | FOLDERS
    for marker in markers:
        return known[marker]
    return next(filter(None, map(_named, reversed(folded))), None)


def _named(part: str) -> Keeper | None:
    """Return whose folder a name is: ``OneDrive - Kemensos``, ``Dropbox (Pribadi)``."""
    for name, keeper in _NAMES.items():
        rest = part.removeprefix(name)
        if rest != part and rest.lstrip()[:1] in {"", "-", "("}:
            return keeper
    return None


def _folded(parts: Parts) -> Parts:
    return tuple(part.casefold() for part in parts)
