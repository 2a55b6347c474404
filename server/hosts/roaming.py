"""A network that can move from one host to another while its session notices nothing."""

from collections.abc import Callable

from glassbox.hosts.host import Host, HostIsGone, Network, Packed, Tenant
from glassbox.run.inbox import Arrival, Credit, Item, Moved
from glassbox.settings import Settings


class Roaming:
    """Lives at one host at a time; what comes while it is on its way waits. For the event loop's thread."""

    def __init__(self, name: str, start: Settings | Packed, host: Host, tenant: Tenant) -> None:
        self._name = name
        self._tenant = tenant
        self._credit: Credit | None = None
        self._is_held = self._is_moving = self._has_ended = False
        self._come: list[Item] = []  # while it was on its way
        self.host = host
        self._network: Network = host.begin(name, start, tenant)

    @property
    def waiting(self) -> int:
        """How many items wait to be obeyed, about."""
        return self._network.waiting + len(self._come)

    def put(self, item: Item) -> None:
        """Have it obeyed, after what was put in before."""
        if isinstance(item, Arrival):
            self._credit = item.credit
        if self._is_moving:
            self._come.append(item)
        else:
            self._network.put(item)

    def credited(self) -> None:
        """The page that watches has read, or takes nothing more."""
        if not self._is_moving:
            self._network.credited()

    def hold(self, is_held: bool) -> None:
        """Whether its training is in a hurry though no page of its own watches."""
        self._is_held = is_held
        if not self._is_moving:
            self._network.hold(is_held)

    def end(self) -> None:
        """Nothing is told of it from here on."""
        self._has_ended = True
        self._network.end()

    async def leave(self) -> Packed:
        """The network as it is; it lives nowhere any more. Raises `HostIsGone`, of which its tenant is told."""
        return await self._network.leave()

    async def move(self, best: Callable[[], Host]) -> None:
        """Go on at another host, to the byte; if it cannot be had any more, its tenant is told.

        Args:
            best: the host to go on at, once the network has left its own.
        """
        if self._is_moving or self._has_ended:
            return
        self._is_moving, left = True, self._credit
        try:
            packed = await self._network.leave()
        except HostIsGone:
            return
        if self._has_ended:
            return
        self.host = best()
        self._network = self.host.begin(self._name, packed, self._tenant)
        self._network.hold(self._is_held)
        self._network.put(Moved(left))
        self._is_moving, come, self._come = False, self._come, []
        for item in come:
            self._network.put(item)
