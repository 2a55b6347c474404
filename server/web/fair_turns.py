"""One thing at a time for many askers: addresses share the time evenly, and so do the sessions of one address.

Whoever has had much comes after those who have had little, however many sessions it asks from, and however long before
them it asked. Once nobody waits, all are quits.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from glassbox.hosts.fair_queue import Account, FairQueue

Turn = asyncio.Future[None]


class FairTurns:
    """Turns by address and session. Used on the event loop only."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._is_taken = False
        self._forget()

    @asynccontextmanager
    async def turn(self, address: str, session: str) -> AsyncIterator[None]:
        """Wait until it is this session's turn; inside, nobody else has one."""
        await self._wait(address, session)
        began = self._clock()
        try:
            yield
        finally:
            for account in self._accounts_of(address, session):
                account.charge(self._clock() - began)
            self._pass_on()

    async def _wait(self, address: str, session: str) -> None:
        if not self._is_taken:
            self._is_taken = True
            return
        turn: Turn = asyncio.get_running_loop().create_future()
        of_address, of_session = self._accounts_of(address, session)
        self._addresses.put(of_address, address)
        self._waiting.setdefault(address, FairQueue()).put(of_session, turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():  # it had just come
                self._pass_on()
            raise

    def _pass_on(self) -> None:
        """To the next who still waits."""
        with suppress(IndexError):  # nobody does
            while True:
                turn = self._waiting[self._addresses.take()].take()
                if not turn.done():
                    turn.set_result(None)
                    return
        self._is_taken = False
        self._forget()

    def _forget(self) -> None:
        self._accounts: dict[tuple[str, str], Account] = {}
        self._addresses: FairQueue[str] = FairQueue()
        self._waiting: dict[str, FairQueue[Turn]] = {}

    def _accounts_of(self, address: str, session: str) -> tuple[Account, Account]:
        """The address's, and the session's among its own."""
        of_address = self._accounts.setdefault((address, ""), Account())
        return of_address, self._accounts.setdefault((address, session), Account())
