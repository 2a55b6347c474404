"""Finds the run of a page that comes back after its network has gone: where the lab book kept it."""

import asyncio
from collections.abc import Iterable
from contextlib import suppress

from glassbox.labbook.book import DamagedRow, LabBook, LabBookUnavailable, NotTaken, Owner
from glassbox.protocol.messages import Open
from glassbox.protocol.refusals import Refusal
from glassbox.run.checkpoint import PackedCheckpoint
from glassbox.run.orders import LineUp, Resume
from glassbox.session.registry import Registry
from glassbox.study.opening import lined_up, where_it_was
from glassbox.web.background import Background

PATIENCE = 5.0  # seconds a page waits for its lab book; then it begins anew


class TakingUp:
    """Asked with each page's first message."""

    def __init__(self, registry: Registry, background: Background, book: LabBook) -> None:
        self._registry = registry
        self._background = background
        self._book = book

    async def find(self, first: Open) -> Resume | None:
        """How the run that the page showed is taken up; None if it still lives, or is not kept, or cannot be read."""
        if first.session is None or first.owner is None or first.kept is None or self._registry.knows(first.session):
            return None
        return await self.kept(first.owner, first.kept)

    async def lanes(self, owner: str, keys: Iterable[str]) -> Resume | LineUp | None:
        """The same of runs that were compared; the first alone, where their rows are not of the same data and seed."""
        found = [run for key in keys if (run := await self.kept(owner, key)) is not None]
        with suppress(Refusal):
            return lined_up(found) if len(found) > 1 else next(iter(found), None)
        return found[0]

    async def kept(self, owner: str, key: str) -> Resume | None:
        """How the run of this row goes on, by the owner's id and the row's key; None if it cannot be had."""
        with suppress(LabBookUnavailable, NotTaken, Refusal, TimeoutError):
            async with asyncio.timeout(PATIENCE):
                return await self._found(Owner.of(owner), key)
        return None

    async def _found(self, owner: Owner, key: str) -> Resume | None:
        row, checkpoint = await self._book.to_open(owner, key) or (None, None)
        if row is None or isinstance(row, DamagedRow) or checkpoint is None:
            return None
        packed = await self._background.run(lambda: PackedCheckpoint(checkpoint))
        settings = self._registry.own_data_store.returned(row.settings, packed)
        return await self._background.run(lambda: where_it_was(settings, packed, key))
