"""Resume words: what moves a member to another device, together with its drawn name; once, and within two minutes.

A word is short, since it is typed on a phone, so misses are counted: after five of them it is locked.
"""

import secrets
from dataclasses import dataclass

from glassbox.classroom import told
from glassbox.classroom.keys import digest, is_same
from glassbox.classroom.resume_words import FIRST, SECOND

SECONDS = 120.0
MOST_MISSES = 5


@dataclass(slots=True)
class Offer:
    """A word that is good until then; it is told to its member only."""

    word: str
    until: float
    misses: int = 0


class Resumes:
    """The words of a room's members, by their numbers. They are not written down: after a restart one asks again."""

    def __init__(self) -> None:
        self._offers: dict[int, Offer] = {}

    def offer(self, member: int, now: float) -> None:
        """A new word for this member; an older one is good no more."""
        self._offers[member] = Offer(f"{secrets.choice(FIRST)} {secrets.choice(SECOND)}", now + SECONDS)

    def told(self, member: int, now: float) -> told.ResumeWord | None:
        """The word that is good now, for its member."""
        offer = self._offers.get(member)
        if offer is None or now >= offer.until:
            return None
        return told.ResumeWord(word=offer.word, seconds=offer.until - now)

    def take(self, member: int, word: str, now: float) -> bool:
        """Whether this is the member's word. It is good once, and none after too many misses."""
        offer = self._offers.get(member)
        if offer is None or now >= offer.until:
            return False
        if not is_same(digest(offer.word), digest(" ".join(word.lower().split()))):
            offer.misses += 1
            if offer.misses >= MOST_MISSES:
                del self._offers[member]
            return False
        del self._offers[member]
        return True
