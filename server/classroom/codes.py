"""Codes of rooms: four signs that can be read aloud and typed on a phone, such as k7px."""

import hashlib
import re
import secrets
from collections.abc import Callable

# No vowels, so that no word comes about, and of signs that look or sound alike at most one.
ALPHABET = "2346789cdfhjkmnprtvwx"
LENGTH = 4
PATTERN = f"[{ALPHABET}{ALPHABET.upper()}]{{{LENGTH}}}"  # for addresses, in any case

_CODE = re.compile(PATTERN)


def is_code(text: str) -> bool:
    """Whether a room may have this code, in any case."""
    return _CODE.fullmatch(text) is not None


def normal(text: str) -> str:
    """The code as the server knows it."""
    return text.lower()


def new_code() -> str:
    """One of 194,481: not secret, but not to be guessed within a lesson either."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def further_signs(secret: str) -> str:
    """Four more signs, which belong to a room as long as its `secret` does: with the code, one of 3.8e10."""
    number, signs = int.from_bytes(hashlib.sha256(f"further signs {secret}".encode()).digest()), ""
    for _ in range(LENGTH):
        number, at = divmod(number, len(ALPHABET))
        signs += ALPHABET[at]
    return signs


def free_code(is_taken: Callable[[str], bool], draw: Callable[[], str] = new_code) -> str:
    """A code that no room has."""
    code = draw()
    while is_taken(code):
        code = draw()
    return code
