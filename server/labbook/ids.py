"""Names that cannot be guessed: of owners (one browser each), of runs and of shared networks.

An owner's id is all that lets a browser at its rows, so the database keeps only its SHA-256: whoever reads a backup of
it can act for nobody. The ids are 128 random bits, so a plain, unsalted and fast hash is enough.
"""

import hashlib
import re
import secrets
from dataclasses import dataclass
from typing import Self

from glassbox.labbook import words
from glassbox.labbook.errors import NotTaken

LONGEST_DAMAGED_KEY = 64
ID_BYTES = 16  # 128 bits cannot be guessed
SHARE_LENGTH = 10
SHARE_LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"  # no 0, O, I, l: it can be read aloud

_LONG = re.compile(r"[A-Za-z0-9_-]{22}")
_SHARE = re.compile(f"[{SHARE_LETTERS}]{{{SHARE_LENGTH}}}")


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose rows: what the database knows a browser by."""

    digest: bytes

    @classmethod
    def of(cls, owner_id: str) -> Self:
        """The owner with this secret id.

        Raises:
            NotTaken: no server ever gave such an id; one that a person made up could be guessed.
        """
        if not _LONG.fullmatch(owner_id):
            raise NotTaken(words.NOT_AN_OWNER)
        return cls(hashlib.sha256(owner_id.encode()).digest())


def new_owner_id() -> str:
    """For a browser that has none yet: it keeps it, and tells it to nobody else."""
    return secrets.token_urlsafe(ID_BYTES)


def new_run_key() -> str:
    """For a run that begins: the name of its row."""
    return secrets.token_urlsafe(ID_BYTES)


def new_share_id() -> str:
    """For a link: short, yet one of 10¹⁷."""
    return "".join(secrets.choice(SHARE_LETTERS) for _ in range(SHARE_LENGTH))


def is_run_key(text: str) -> bool:
    """Whether a row may have this name."""
    return _LONG.fullmatch(text) is not None


def is_key_like(text: str) -> bool:
    """Whether a row may be found by this: a damaged one may have another name than it was given."""
    return 0 < len(text) <= LONGEST_DAMAGED_KEY and text.isprintable()


def is_share_id(text: str) -> bool:
    """Whether a link may contain this."""
    return _SHARE.fullmatch(text) is not None
