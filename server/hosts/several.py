"""Many hosts as one: a network begins where fewest live; where a host is about to end, its networks move."""

import asyncio
from weakref import WeakSet

from glassbox.hosts.elsewhere import Elsewhere, Line
from glassbox.hosts.host import Host, Packed, Record, Tenant
from glassbox.hosts.roaming import Roaming
from glassbox.settings import Settings


class Several:
    """The hosts in other processes, and this process for as long as there is none. For the event loop's thread."""

    def __init__(self, here: Host) -> None:
        self._here = here
        self._hosts: list[Elsewhere] = []
        self._networks: WeakSet[Roaming] = WeakSet()
        self._record: Record | None = None
        self._moves: set[asyncio.Task[None]] = set()

    @property
    def waiting(self) -> int:
        """Turns that wait for a thread at any of them, about."""
        return self._here.waiting + sum(host.waiting for host in self._hosts)

    @property
    def processes(self) -> int:
        """How many there are beside this one."""
        return len(self._open())

    def record_to(self, record: Record) -> None:
        """From now on, tell `record` how runs stand."""
        self._record = record
        for host in (self._here, *self._hosts):
            host.record_to(record)

    def add(self, line: Line) -> None:
        """There is another host: networks move there until it has its share, those first that live in this process."""
        host = Elsewhere(line, self._changed)
        if self._record is not None:
            host.record_to(self._record)
        self._hosts.append(host)
        share = len(self._networks) // len(self._open())
        from_here = [each for each in self._networks if each.host is self._here]
        others = sorted((each for each in self._networks if each.host is not self._here), key=_crowd, reverse=True)
        for network in from_here + others[: max(share - len(from_here), 0)]:
            self._move(network)

    def begin(self, name: str, start: Settings | Packed, tenant: Tenant) -> Roaming:
        """Begin a network where fewest live."""
        network = Roaming(name, start, self._best(), tenant)
        self._networks.add(network)
        return network

    def close(self) -> None:
        """End all."""
        for move in self._moves:
            move.cancel()
        for host in (*self._hosts, self._here):
            host.close()

    def _open(self) -> list[Elsewhere]:
        return [host for host in self._hosts if not (host.is_gone or host.is_leaving)]

    def _best(self) -> Host:
        return min(self._open(), key=lambda host: host.networks, default=self._here)

    def _changed(self, host: Elsewhere) -> None:
        if host.is_gone:
            self._hosts.remove(host)
        else:
            self._move_away(host)

    def _move_away(self, host: Host) -> None:
        for network in [each for each in self._networks if each.host is host]:
            self._move(network)

    def _move(self, network: Roaming) -> None:
        move = asyncio.get_running_loop().create_task(network.move(self._best))
        self._moves.add(move)
        move.add_done_callback(self._moves.discard)


def _crowd(network: Roaming) -> int:
    """How many live where it does."""
    return network.host.networks if isinstance(network.host, Elsewhere) else 0
