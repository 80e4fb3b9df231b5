# SPDX-License-Identifier: Apache-2.0
"""The header file beside the database: key slots by opaque login names, and no more."""

import base64
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from app import note_file
from app.vault.cost import KdfCost
from app.vault.errors import HeaderFault, HeaderUnreadable

FORMAT = 1
_MOST_MEMORY = 1024 * 1024
_PUBLIC_BYTES, _LEAST_SALT = 32, 8


class Slot(NamedTuple):
    """One way in: a public key, its wrapped private half, the sealed database keys.

    ``sealed`` maps a key generation to the database key sealed to this slot; there are
    two of them only while the database changes its key.
    """

    slot_id: str
    login: str
    public: bytes
    salt: bytes
    cost: KdfCost
    wrapped: bytes
    sealed: Mapping[int, bytes]


class Header(NamedTuple):
    """All slots of one database."""

    database_id: str
    kind: str
    generation: int
    slots: tuple[Slot, ...]
    recovery: Slot

    def place(self, slot_id: str, login: str, salt: bytes, cost: KdfCost) -> bytes:
        """Return what a wrapped private key is bound to."""
        return json.dumps(
            [
                "teduh slot",
                FORMAT,
                self.database_id,
                self.kind,
                slot_id,
                login,
                salt.hex(),
                cost.memory,
                cost.passes,
                cost.lanes,
            ]
        ).encode()

    def key_place(self, slot_id: str, login: str, generation: int) -> bytes:
        """Return what a sealed database key is bound to."""
        return json.dumps(
            ["teduh key", FORMAT, self.database_id, self.kind, slot_id, login, generation]
        ).encode()

    def every_slot(self) -> tuple[Slot, ...]:
        """Return the accounts' slots and the recovery slot."""
        return (*self.slots, self.recovery)


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


def _slot_out(slot: Slot) -> dict[str, Any]:
    return {
        "id": slot.slot_id,
        "login": slot.login,
        "public": _text(slot.public),
        "salt": _text(slot.salt),
        "cost": [slot.cost.memory, slot.cost.passes, slot.cost.lanes],
        "wrapped": _text(slot.wrapped),
        "sealed": {str(number): _text(key) for number, key in slot.sealed.items()},
    }


def _slot_in(kept: dict[str, Any]) -> Slot:
    public, salt = _bytes(kept["public"]), _bytes(kept["salt"])
    if len(public) != _PUBLIC_BYTES or len(salt) < _LEAST_SALT:
        raise ValueError("slot")
    memory, passes, lanes = (note_file.whole(number) for number in kept["cost"])
    return Slot(
        slot_id=note_file.text(kept["id"]),
        login=note_file.text(kept["login"]),
        public=public,
        salt=salt,
        cost=KdfCost(memory, passes, lanes),
        wrapped=_bytes(kept["wrapped"]),
        sealed={int(number): _bytes(key) for number, key in kept["sealed"].items()},
    )


def _payable(slot: Slot) -> Slot:
    """Refuse a cost that no program of ours ever wrote and no PC could work off."""
    cost = slot.cost
    if not (1 <= cost.lanes <= 64 and 1 <= cost.passes <= 64 and cost.memory >= 8 * cost.lanes):
        raise ValueError("cost")
    if cost.memory > _MOST_MEMORY:
        raise ValueError("cost")
    return slot


def save(path: Path, header: Header) -> None:
    """Write the header in one step; a power cut leaves the old one or the new one."""
    text = json.dumps(
        {
            "teduh": "vault",
            "format": FORMAT,
            "database_id": header.database_id,
            "kind": header.kind,
            "generation": header.generation,
            "slots": [_slot_out(slot) for slot in header.slots],
            "recovery": _slot_out(header.recovery),
        },
        indent=1,
    )
    fresh = path.with_name(path.name + ".new")
    try:
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as handle:
            handle.write(text)
            handle.flush()
            os.fsync(handle.fileno())
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def load(path: Path) -> Header:
    """Read a header.

    Raises:
        HeaderUnreadable: missing, not ours, damaged, or written by a newer program.
    """
    try:
        return note_file.read(path, _header_in)
    except note_file.Missing as error:
        raise HeaderUnreadable(HeaderFault.MISSING) from error
    except note_file.Unreadable as error:
        raise HeaderUnreadable(HeaderFault.CORRUPT) from error


def _header_in(kept: dict[str, Any]) -> Header:
    if kept["teduh"] != "vault":
        raise HeaderUnreadable(HeaderFault.CORRUPT)
    if note_file.whole(kept["format"]) > FORMAT:
        raise HeaderUnreadable(HeaderFault.NEWER)
    return Header(
        database_id=note_file.text(kept["database_id"]),
        kind=note_file.text(kept["kind"]),
        generation=note_file.whole(kept["generation"]),
        slots=tuple(_payable(_slot_in(slot)) for slot in kept["slots"]),
        recovery=_slot_in(kept["recovery"]),
    )
