"""Slows down whoever tries codes and secrets that are none: some at once, as a class's phones mistype, then few.

Whoever missed too often is not even looked at, so that not one answer more tells what exists; others notice nothing.
A long secret is looked at first: who has a right one is let in however often others behind the same address missed.
So is a code with its four further signs, which a room's QR code holds and its door asks for where the code alone is
refused: behind one address, a newcomer and a guesser are told apart by nothing else.

How far guessing comes in a lesson of 45 minutes: by codes alone, 120 + 2,700 of 194,481 from one address, so it finds a
certain room with 1.5 % (from many addresses together 1,200 + 27,000, 15 %); by codes with further signs, at 2,000 a
second, 5.4 million of 3.8e10, 0.014 %.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ipaddress import IPv6Address, ip_address, ip_network

from glassbox.classroom.refused import Refused
from glassbox.web.rate_limit import Buckets, TokenBucket

AT_ONCE = 120  # of one address: sixty phones behind one may mistype twice
A_SECOND = 1.0
AT_ONCE_IN_ALL = 1200
A_SECOND_IN_ALL = 10.0
NETWORK = 64  # bits: who has one IPv6 address has all that begin like it


class Misses:
    """How often each address has missed of late, and all together. Nothing of it is written down."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._buckets = Buckets(A_SECOND, AT_ONCE, clock)
        self._all = TokenBucket(A_SECOND_IN_ALL, AT_ONCE_IN_ALL, clock)

    def check(self, client: str) -> None:
        """Let this address try.

        Raises:
            Refused: it, or everybody together, missed too often, and it is among those who did.
        """
        own = self._buckets.of(_asker(client))
        if not own.has_one() or (not self._all.has_one() and not own.is_full()):
            raise Refused("too_many_misses", seconds=round(1 / A_SECOND))

    @contextmanager
    def unless_known(self, client: str) -> Iterator[None]:
        """Inside, a secret too long to be guessed is looked for: one that is right passes, whoever else has missed.

        Raises:
            Refused: as inside, or as one who missed too often, so that neither tells what exists.
        """
        try:
            yield
        except Refused as refused:
            if refused.id in ("no_such_room", "elsewhere"):  # the latter, too, tells that there is such a room
                self.check(client)
            if refused.id == "no_such_room":
                self.miss(client)
            raise

    def miss(self, client: str) -> None:
        """It tried what is not there."""
        self._buckets.of(_asker(client)).take()
        self._all.take()


def _asker(client: str) -> str:
    try:
        address = ip_address(client)
    except ValueError:
        return client
    if isinstance(address, IPv6Address) and address.ipv4_mapped is None:
        return str(ip_network((int(address) >> (128 - NETWORK) << (128 - NETWORK), NETWORK)))
    return client
