# SPDX-License-Identifier: Apache-2.0
"""Giving the database a new key, so that a closed account's copy of the old one is void.

The order survives a power cut at any point: the header gets both keys, the database
changes its key in one transaction, the header keeps the one that fits. ``sign_in`` tries
both and settles.
"""

from collections.abc import Iterable

from app.config import Paths
from app.db.rekey import rekey
from app.vault import vault
from app.vault.header import Header, save


def change_key(paths: Paths, header: Header, key: bytes, keep: Iterable[str]) -> bytes:
    """Seal a fresh key to the accounts in ``keep`` and give it to the database.

    No connection to the database may be open.

    Returns:
        The key in force afterwards.
    """
    both, fresh = vault.begin_rekey(header, key, keep)
    save(paths.vault, both)
    rekey(paths.database, key, fresh)
    save(paths.vault, vault.settle_rekey(both, header.generation + 1))
    return fresh
