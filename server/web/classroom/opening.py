"""Who may open a room here: the browser on this machine, whoever has the operator's key, or anyone."""

import hmac
import time
from collections.abc import Callable

from starlette.requests import Request

from glassbox.classroom.refused import Refused
from glassbox.config import Config
from glassbox.web.rate_limit import Buckets, client_address
from glassbox.web.this_machine import is_here

AT_ONCE = 20  # rooms of one address …
AN_HOUR = 20


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
