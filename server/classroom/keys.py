"""Secrets of a room: the lead's key, a member's token, the projector's; the server knows them by SHA-256."""

import base64
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


def narrower(known: bytes, use: str) -> str:
    """A secret of 22 signs that is good for one use of what the server knows a key by, and tells nothing of the key.

    It needs no keeping, and so is as good after the server was killed as before.
    """
    drawn = hmac.digest(known, use.encode(), "sha256")[:BYTES]
    return base64.urlsafe_b64encode(drawn).rstrip(b"=").decode()


def is_same(known: bytes, digested: bytes) -> bool:
    """Compared in a time that does not tell where they part."""
    return hmac.compare_digest(known, digested)
