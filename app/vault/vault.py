# SPDX-License-Identifier: Apache-2.0
"""Opening, adding, changing and closing ways in (architecture §3, "Vault").

Functions take a header and return a new one; ``app.vault.header.save`` writes it. The
database key is sealed to each slot's public key, so a closed account's key can be
replaced without anybody else's password: ``begin_rekey`` → the database changes its key
→ ``finish_rekey``. Between the two the header holds both keys, so a power cut at any
moment leaves a file that opens.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import uuid4

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.vault import recovery
from app.vault.cost import KdfCost
from app.vault.errors import (
    HeaderFault,
    HeaderUnreadable,
    RecoveryFault,
    RecoveryProblem,
    WrongPassword,
)
from app.vault.header import Header, Slot
from app.vault.sealing import (
    DoesNotOpen,
    key_from_password,
    key_from_secret,
    new_key,
    new_pair,
    new_salt,
    seal,
    unseal,
    unwrap,
    wrap,
)

RECOVERY_LOGIN = "*recovery*"


@dataclass(frozen=True, slots=True)
class Founded:
    """A new vault: its header, the database key, and the words for the paper."""

    header: Header
    key: bytes
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """What a password opened: database keys to try, by generation, newest last."""

    login: str
    keys: tuple[tuple[int, bytes], ...]


@dataclass(frozen=True, slots=True)
class Recovered:
    """A vault opened with the sheet: the account's new password and a new sheet."""

    header: Header
    opened: Opened
    words: tuple[str, ...]


def found(
    database_id: str, kind: str, login: str, password: str, cost: KdfCost | None = None
) -> Founded:
    """Return a new vault with one account and a recovery slot."""
    key = new_key()
    empty = Slot("", "", b"", b"", KdfCost(), b"", {})
    header = Header(database_id, kind, 1, (), empty)
    header, words = _with_recovery(header, {1: key})
    return Founded(add_slot(header, {1: key}, login, password, cost), key, words)


def unlock(header: Header, login: str, password: str) -> Opened:
    """Open with a login and its password; an unknown login takes as long as a wrong one.

    Raises:
        WrongPassword: they do not fit.
        HeaderUnreadable: the slot opens but its database key was changed.
    """
    slot = _slot(header, login)
    if slot is None:
        cost = header.slots[0].cost if header.slots else KdfCost()
        key_from_password(password, new_salt(), cost)
        raise WrongPassword
    key = key_from_password(password, slot.salt, slot.cost)
    try:
        private = unwrap(slot.wrapped, key, _place(header, slot))
    except DoesNotOpen as error:
        raise WrongPassword from error
    return _open_keys(header, slot, private)


def add_slot(
    header: Header, keys: dict[int, bytes], login: str, password: str, cost: KdfCost | None = None
) -> Header:
    """Return the header with a slot for ``login``; an older one of hers is replaced."""
    slot = _new_slot(header, login, password, cost or KdfCost(), keys)
    others = tuple(other for other in header.slots if other.login != login)
    return header._replace(slots=(*others, slot))


def change_password(
    header: Header, login: str, old: str, new: str, cost: KdfCost | None = None
) -> Header:
    """Return the header with ``login``'s private half under a new password.

    Raises:
        WrongPassword: the old one does not fit.
    """
    slot = _slot(header, login)
    if slot is None:
        raise WrongPassword
    try:
        private = unwrap(
            slot.wrapped, key_from_password(old, slot.salt, slot.cost), _place(header, slot)
        )
    except DoesNotOpen as error:
        raise WrongPassword from error
    salt, new_cost = new_salt(), cost or slot.cost
    place = header.place(slot.slot_id, login, salt, new_cost)
    wrapped = wrap(private, key_from_password(new, salt, new_cost), place)
    changed = slot._replace(salt=salt, cost=new_cost, wrapped=wrapped)
    return header._replace(
        slots=tuple(changed if other.login == login else other for other in header.slots)
    )


def begin_rekey(header: Header, key: bytes, keep: Iterable[str]) -> tuple[Header, bytes]:
    """Return a header for the accounts in ``keep`` that holds the old and a new key.

    Args:
        header: the header as it stands.
        key: the database key in force.
        keep: logins that stay; all other slots are gone.
    """
    staying = set(keep)
    fresh, generation = new_key(), header.generation + 1

    def both(slot: Slot) -> Slot:
        keys = {header.generation: key, generation: fresh}
        return slot._replace(sealed=_sealed(header, slot, keys))

    slots = tuple(both(slot) for slot in header.slots if slot.login in staying)
    return header._replace(slots=slots, recovery=both(header.recovery)), fresh


def settle_rekey(header: Header, generation: int) -> Header:
    """Return the header with only the key that the database really has."""

    def one(slot: Slot) -> Slot:
        kept = {each: key for each, key in slot.sealed.items() if each == generation}
        return slot._replace(sealed=kept)

    return header._replace(
        generation=generation,
        slots=tuple(one(slot) for slot in header.slots),
        recovery=one(header.recovery),
    )


def recover(
    header: Header, typed: str, login: str, password: str, cost: KdfCost | None = None
) -> Recovered:
    """Open with the sheet, give ``login`` a new password, and issue a new sheet.

    The old sheet stops working with the header returned here.

    Raises:
        RecoveryProblem: the words are wrong or belong to another vault.
    """
    secret = recovery.from_words(typed)
    slot = header.recovery
    try:
        private = unwrap(slot.wrapped, key_from_secret(secret, slot.salt), _place(header, slot))
    except DoesNotOpen as error:
        raise RecoveryProblem(RecoveryFault.NOT_THIS_VAULT) from error
    opened = _open_keys(header, slot, private)
    keys = dict(opened.keys)
    renewed, words = _with_recovery(add_slot(header, keys, login, password, cost), keys)
    return Recovered(renewed, replace(opened, login=login), words)


def renew_sheet(header: Header, key: bytes) -> tuple[Header, tuple[str, ...]]:
    """Return the header with a new recovery slot and the words of its sheet."""
    return _with_recovery(header, {header.generation: key})


def logins(header: Header) -> frozenset[str]:
    """Return the login names that have a slot."""
    return frozenset(slot.login for slot in header.slots)


def _slot(header: Header, login: str) -> Slot | None:
    return next((slot for slot in header.slots if slot.login == login), None)


def _place(header: Header, slot: Slot) -> bytes:
    return header.place(slot.slot_id, slot.login, slot.salt, slot.cost)


def _sealed(header: Header, slot: Slot, keys: dict[int, bytes]) -> dict[int, bytes]:
    return {
        number: seal(key, slot.public, header.key_place(slot.slot_id, slot.login, number))
        for number, key in keys.items()
    }


def _new_slot(
    header: Header, login: str, password: str, cost: KdfCost, keys: dict[int, bytes]
) -> Slot:
    salt = new_salt()
    return _slot_for(header, login, key_from_password(password, salt, cost), salt, cost, keys)


def _slot_for(
    header: Header, login: str, key: bytes, salt: bytes, cost: KdfCost, keys: dict[int, bytes]
) -> Slot:
    pair, slot_id = new_pair(), uuid4().hex
    place = header.place(slot_id, login, salt, cost)
    bare = Slot(
        slot_id, login, pair.public_key().public_bytes_raw(), salt, cost, wrap(pair, key, place), {}
    )
    return bare._replace(sealed=_sealed(header, bare, keys))


def _with_recovery(header: Header, keys: dict[int, bytes]) -> tuple[Header, tuple[str, ...]]:
    secret, salt = recovery.new_secret(), new_salt()
    slot = _slot_for(
        header, RECOVERY_LOGIN, key_from_secret(secret, salt), salt, KdfCost(0, 0, 0), keys
    )
    return header._replace(recovery=slot), recovery.to_words(secret)


def _open_keys(header: Header, slot: Slot, private: X25519PrivateKey) -> Opened:
    try:
        keys = tuple(
            (number, unseal(sealed, private, header.key_place(slot.slot_id, slot.login, number)))
            for number, sealed in sorted(slot.sealed.items())
        )
    except DoesNotOpen as error:
        raise HeaderUnreadable(HeaderFault.TAMPERED) from error
    if not keys:
        raise HeaderUnreadable(HeaderFault.TAMPERED)
    return Opened(slot.login, keys)
