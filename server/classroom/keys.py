"""Secrets of a room: the lead's key, a member's token, the projector's; the server knows them by SHA-256."""

import hashlib
import hmac
import secrets

BYTES = 16  # 128 bits cannot be guessed


def new_key() -> str:
    """A secret of 22 signs, for one browser."""
    return secrets.token_urlsafe(BYTES)


def digest(key: str) -> bytes:
    """What the server knows it by: of random bits, so a plain hash is enough."""
    return hashlib.sha256(key.encode()).digest()


def is_same(known: bytes, digested: bytes) -> bool:
    """Compared in a time that does not tell where they part."""
    return hmac.compare_digest(known, digested)
