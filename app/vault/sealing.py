# SPDX-License-Identifier: Apache-2.0
"""The few cryptographic steps: keys from passwords, wrapped private keys, sealed keys.

argon2id (64 MiB, t=3, p=4; RFC 9106's second choice) turns a password into a key that
wraps an X25519 private key with AES-256-GCM; HPKE seals the database key to the public
half. Everything is bound to its place by associated data, so that no slot can be moved
to another vault, kind or login.
"""

import secrets

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.vault.cost import KdfCost

KEY_BYTES = 32
_NONCE_BYTES = 12
_SALT_BYTES = 16
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


class DoesNotOpen(Exception):
    """The key does not fit, or what it should open was changed."""


def new_salt() -> bytes:
    """Return a fresh salt."""
    return secrets.token_bytes(_SALT_BYTES)


def new_key() -> bytes:
    """Return a fresh 256-bit key."""
    return secrets.token_bytes(KEY_BYTES)


def key_from_password(password: str, salt: bytes, cost: KdfCost) -> bytes:
    """Return the wrapping key of a password."""
    return hash_secret_raw(
        password.encode(), salt, cost.passes, cost.memory, cost.lanes, KEY_BYTES, Type.ID
    )


def key_from_secret(secret: bytes, salt: bytes) -> bytes:
    """Return the wrapping key of a recovery secret; 128 random bits need no slow hash."""
    return HKDF(hashes.SHA256(), KEY_BYTES, salt, b"teduh recovery").derive(secret)


def new_pair() -> X25519PrivateKey:
    """Return a fresh key pair."""
    return X25519PrivateKey.generate()


def wrap(private: X25519PrivateKey, key: bytes, place: bytes) -> bytes:
    """Encrypt a private key for its ``place``."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, private.private_bytes_raw(), place)


def unwrap(wrapped: bytes, key: bytes, place: bytes) -> X25519PrivateKey:
    """Decrypt a private key.

    Raises:
        DoesNotOpen: wrong key, or slot or place were changed.
    """
    nonce, body = wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:]
    try:
        return X25519PrivateKey.from_private_bytes(AESGCM(key).decrypt(nonce, body, place))
    except (InvalidTag, ValueError) as error:
        raise DoesNotOpen from error


def seal(key: bytes, public: bytes, place: bytes) -> bytes:
    """Seal a database key to a public key."""
    return _SUITE.encrypt(key, X25519PublicKey.from_public_bytes(public), info=place)


def unseal(sealed: bytes, private: X25519PrivateKey, place: bytes) -> bytes:
    """Open a sealed database key.

    Raises:
        DoesNotOpen: it was sealed to somebody else, or was changed.
    """
    try:
        return _SUITE.decrypt(sealed, private, info=place)
    except (InvalidTag, ValueError) as error:
        raise DoesNotOpen from error
