"""Keeps the worker of a network that nobody watches in few bytes, and makes the very same one of them again.

Put aside and at rest, a worker is pickled with all that it has: the network, its lanes, curves, moments and branches,
to the byte. Numbers of curves take a tenth of what they do as objects, and scratch memory nothing. Whatever there is to
do, a page that comes back or a question, unpacks it first. So a network moves to another process of the same version,
too; nobody else is given the pickle.
"""

import logging
import pickle
import zlib
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from glassbox.run.inbox import Inbox
from glassbox.run.slice_result import SliceResult
from glassbox.run.worker import Worker

QUICKLY = 1  # zlib's level: weights are as long at its best

logger = logging.getLogger(__name__)


class PackedWorker:
    """A worker that is packed whenever it is put aside and has nothing to do.

    Attributes:
        packed: its bytes; None while it is not packed.
    """

    def __init__(self, worker: Worker | bytes, outside: Sequence[Any]) -> None:
        """A worker, or the bytes of one that has left another process.

        Args:
            outside: what the worker uses but does not own; it is not packed, and the same as before afterwards.
        """
        self.packed = worker if isinstance(worker, bytes) else None
        self._worker = None if isinstance(worker, bytes) else worker
        self._outside = tuple(outside)

    def work(self, inbox: Inbox, budget: float) -> SliceResult:
        """As `Worker.work`."""
        worker = self._unpacked()
        result = worker.work(inbox, budget)
        if worker.is_aside and result.again is None:
            self._pack(worker)
        return result

    def leave(self) -> bytes:
        """Its bytes, from which it goes on in another process; here it works no more.

        Raises:
            Exception: it cannot be packed, and can work on.
        """
        if self._worker is not None:
            self._worker.leave()
        return self.packed or pack(self._unpacked(), self._outside)

    def _unpacked(self) -> Worker:
        self._worker = self._worker or self._unpack()
        return self._worker

    def _pack(self, worker: Worker) -> None:
        """A run is worth more than room: one that cannot be packed stays as it is."""
        try:
            self.packed = pack(worker, self._outside)
            self._worker = None
        except Exception:
            logger.exception("A network that nobody watches could not be packed")

    def _unpack(self) -> Worker:
        assert self.packed is not None
        worker = unpack(self.packed, self._outside)
        self.packed = None
        return worker


def pack(worker: Worker, outside: Sequence[Any]) -> bytes:
    """The worker in bytes, but for what is `outside` of it."""
    places = {id(each): place for place, each in enumerate(outside) if each is not None}  # None is everybody's

    class Packer(pickle.Pickler):
        def persistent_id(self, found: Any) -> int | None:
            return places.get(id(found))

    file = BytesIO()
    Packer(file, pickle.HIGHEST_PROTOCOL).dump(worker)
    return zlib.compress(file.getbuffer(), QUICKLY)


def unpack(packed: bytes, outside: Sequence[Any]) -> Worker:
    """The worker of these bytes."""

    class Unpacker(pickle.Unpickler):
        def persistent_load(self, place: int) -> Any:
            return outside[place]

    worker: Worker = Unpacker(BytesIO(zlib.decompress(packed))).load()
    return worker
