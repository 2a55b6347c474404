"""Who may open a room here: the browser on this machine, whoever has the operator's key, or anyone."""

import hmac
import time
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address

from starlette.requests import Request

from glassbox.classroom.refused import Refused
from glassbox.config import Config
from glassbox.web.rate_limit import Buckets, client_address

AT_ONCE = 20  # rooms of one address …
AN_HOUR = 20
FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")


class Opening:
    """What the operator allows."""

    def __init__(self, config: Config, clock: Callable[[], float] = time.monotonic) -> None:
        self._rooms = config.rooms
        self._key = config.room_key
        self._buckets = Buckets(AN_HOUR / 3600, AT_ONCE, clock)

    def way(self, request: Request) -> str:
        """How this browser may open a room: "here", by "key", as "anyone" — or "no"."""
        return "no" if self._rooms == "here" and not is_here(request) else self._rooms

    def check(self, request: Request, key: str) -> None:
        """Whether it may now.

        Raises:
            Refused: it may not, or it has opened many already.
        """
        way = self.way(request)
        if way == "no":
            raise Refused("not_opened_here")
        if way == "key" and not hmac.compare_digest(self._key.encode(), key.encode()):
            raise Refused("wrong_room_key")
        if way != "here" and not self._buckets.of(client_address(request)).take():
            raise Refused("too_many_rooms_of_yours", most=AN_HOUR)


def is_here(request: Request) -> bool:
    """Whether it comes from this very machine, and through no proxy on it."""
    try:
        address = ip_address(client_address(request))
    except ValueError:
        return False
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return (mapped or address).is_loopback and not any(name in request.headers for name in FORWARDED)
