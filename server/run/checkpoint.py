"""Everything of a run at one moment, in bytes and back: what a lab book's row keeps,
so that the run goes on just there.

What is told apart from here, the settings, decides the recipe and the data; all else that a run is made of is in the
bytes: weights, the optimizer's memory, running statistics, the place in the epoch and in every random stream (both
follow from step and epoch), what is held, what early stopping has seen, and the curves. Own data go along.
"""

import hashlib
import zlib
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
import numpy as np
from numpy.typing import NDArray

from glassbox.data import Own
from glassbox.engine.dataset import Observations
from glassbox.engine.kernel_args import Counter, State
from glassbox.engine.layout import Layout
from glassbox.engine.recipe import Recipe
from glassbox.engine.scheme import FIRST_SCHEME, SCHEME
from glassbox.engine.training_data import TrainingData
from glassbox.protocol.refusals import Refusal
from glassbox.protocol.server_messages import Stop
from glassbox.run import words
from glassbox.run.beginning import FIRST_LANE, FIRST_REVISION, FIRST_RUN
from glassbox.run.build import DataSplit, recipe, split_data
from glassbox.run.goal import NOT_LOOKED, Check
from glassbox.run.holds import Holds
from glassbox.run.lows import NO_LOWS, Lows
from glassbox.run.moment import Best, Gain, Seen, moment_of
from glassbox.run.packed_curves import PackedCurves, in_unit, pack_curves, unpack_curves
from glassbox.run.packed_numbers import INTEGERS, from_bytes, to_bytes
from glassbox.run.packed_own import PackedOwn
from glassbox.run.past.curves import Curves
from glassbox.run.snapshot import Snapshot
from glassbox.settings import Settings, Watched
from glassbox.words.wire import keep, read_kept

FORMAT = 1  # of the bytes; grows whenever they come to mean something else
QUICKLY = 1  # zlib's level: half a millisecond for an ordinary run, and little larger than at its best
DIGEST_BYTES = 16

Read = TypeVar("Read")


class Checkpoint:
    """A snapshot on its way to be written down; packed when its turn comes, by whoever writes.
    For one thread at a time.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot: Snapshot | None = snapshot
        self._packed = b""
        self._size = _estimate(snapshot)

    @property
    def nbytes(self) -> int:
        """About the memory it takes, and the bytes it will have at most."""
        return self._size

    def packed(self) -> bytes:
        """The bytes."""
        if self._snapshot is not None:
            self._packed, self._snapshot = pack(self._snapshot), None
            self._size = len(self._packed)
        return self._packed

    def __getstate__(self) -> dict[str, Any]:
        """Another process is given the bytes."""
        self.packed()
        return self.__dict__


# ---- how it lies in the bytes


class _Holds(msgspec.Struct):
    frozen: bytes
    off: bytes
    known: bytes
    remembered: bytes


class _Best(msgspec.Struct):
    watched: Watched
    loss: float
    epoch: int
    parameters: bytes
    statistics: bytes
    gain: Gain | None = None  # older ones counted patience from the best epoch …
    first: bytes = b""  # … and went on from it without the optimizer's memory, …
    second: bytes = b""
    where: bytes = b""  # … counting on from where the run had come to
    lows: Lows = NO_LOWS


class _Content(msgspec.Struct, kw_only=True):
    form: int
    parameters: bytes
    first: bytes
    second: bytes
    statistics: bytes
    where: bytes
    holds: _Holds | None
    told: list[str]
    best: _Best | None
    curves: PackedCurves
    changes: int
    stop: Stop | None
    is_at_best: bool
    own: PackedOwn | None
    digest: bytes
    scheme: int = FIRST_SCHEME
    check: Check = NOT_LOOKED  # of the goal; older ones had none
    unit: float = 1.0  # of the errors on the curves, in what the network computes; older ones were told in just that


class _Version(msgspec.Struct):
    form: int


# Made here, while one thread imports: two that read a kind of bytes for the first time at once would end the process,
# since one finds what the other has learned of the kind by half.
_versions = msgspec.msgpack.Decoder(_Version)
_contents = msgspec.msgpack.Decoder(_Content)


def pack(snapshot: Snapshot) -> bytes:
    """A run at one moment as bytes, without its settings."""
    moment = snapshot.moment
    state = moment.state
    content = _Content(
        form=FORMAT,
        parameters=to_bytes(state.parameters),
        first=to_bytes(state.first),
        second=to_bytes(state.second),
        statistics=to_bytes(state.statistics),
        where=to_bytes(state.where, INTEGERS),
        holds=None if moment.holds.is_empty else _Holds(*map(to_bytes, moment.holds.vectors)),
        told=sorted(moment.seen.told),
        best=_packed_best(moment.seen),
        curves=pack_curves(snapshot.curves),
        changes=snapshot.changes,
        stop=snapshot.stop,
        is_at_best=snapshot.is_at_best,
        own=_packed_own(moment.settings),
        digest=digest(moment.data_split.data),
        scheme=SCHEME,
        unit=moment.data_split.data.unit,
        check=moment.check,
    )
    return zlib.compress(msgspec.msgpack.encode(content, enc_hook=keep), QUICKLY)


class PackedCheckpoint:
    """The bytes of a checkpoint, read; `snapshot` makes a run's moment of them, given its settings."""

    def __init__(self, packed: bytes) -> None:
        """Raises Refusal: they are of another version, or damaged."""
        content = _sound(lambda: zlib.decompress(packed))
        if _sound(lambda: _versions.decode(content)).form != FORMAT:
            raise Refusal(words.KEPT_OTHERWISE)
        self._content = _sound(lambda: _contents.decode(content))

    @property
    def scheme(self) -> int:
        """The `engine.scheme` it was trained by until then."""
        return self._content.scheme

    @property
    def curves(self) -> Curves:
        """Its curves, for looking at: errors are in the unit that they were told in then.

        Raises:
            Refusal: they are damaged.
        """
        return _sound(lambda: Curves.of(unpack_curves(self._content.curves), FIRST_LANE))

    @property
    def observations(self) -> Observations | None:
        """The own data it was trained on, if it was."""
        own = self._content.own
        return None if own is None else _sound(own.observations)

    def snapshot(self, settings: Settings) -> Snapshot:
        """The run at that moment, as the first revision of a first run.

        Raises:
            Refusal: what was kept is of another network than the settings', which a later version may make.
        """
        data = split_data(settings)
        made = recipe(settings, data.points)
        return _sound(lambda: self._snapshot(settings, data, made))

    def _snapshot(self, settings: Settings, data: DataSplit, made: Recipe) -> Snapshot:
        content, layout = self._content, made.architecture.layout
        state, holds = _state(content, layout), _holds(content, layout)
        seen, lows = _seen(content, layout, _steps_in(data.training, made.batch_size)), content.curves.lows
        if content.is_at_best and seen.best:  # older ones said that it stood where it had come to
            state, lows = state._replace(where=seen.best.state.where.copy()), seen.best.lows
        return Snapshot(
            moment=moment_of(made, state, settings, data, seen, holds, lows, content.check),
            run=FIRST_RUN,
            revision=FIRST_REVISION,
            curves=in_unit(unpack_curves(content.curves), data.data.unit / content.unit),
            changes=content.changes,
            stop=content.stop and Stop(content.stop.code, read_kept(content.stop.text)),
            is_at_best=content.is_at_best,
        )

    def is_of_data(self, data: TrainingData) -> bool:
        """Whether these are the very data it was trained on: another version may make others of the same settings."""
        return self._content.digest == digest(data)


def digest(data: TrainingData) -> bytes:
    """Differs if any number of the data does."""
    sum_of = hashlib.blake2b(digest_size=DIGEST_BYTES)
    for part in data.parts:
        for numbers in part:
            sum_of.update(to_bytes(numbers))
    return sum_of.digest()


def _estimate(snapshot: Snapshot) -> int:
    moment, best = snapshot.moment, snapshot.moment.seen.best
    own = moment.settings.dataset
    size = moment.bytes + snapshot.curves.nbytes
    size += 0 if moment.holds.is_empty else moment.holds.nbytes
    size += sum(part.nbytes for part in best.state) if best else 0
    return size + (own.observations.nbytes if isinstance(own, Own) else 0)


# ---- its parts


def _packed_best(seen: Seen) -> _Best | None:
    best = seen.best
    if best is None:
        return None
    state = best.state
    return _Best(
        watched=best.watched,
        loss=best.loss,
        epoch=best.epoch,
        parameters=to_bytes(state.parameters),
        statistics=to_bytes(state.statistics),
        gain=seen.gain,
        first=to_bytes(state.first),
        second=to_bytes(state.second),
        where=to_bytes(state.where, INTEGERS),
        lows=best.lows,
    )


def _packed_own(settings: Settings) -> PackedOwn | None:
    return PackedOwn.of(settings.dataset) if isinstance(settings.dataset, Own) else None


def _state(content: _Content, layout: Layout) -> State:
    parameters, first, second = (_vector(each, layout) for each in (content.parameters, content.first, content.second))
    return State(parameters, first, second, _statistics(content.statistics, layout), _where(content.where))


def _where(packed: bytes) -> NDArray[Any]:
    return _fitting(from_bytes(packed, INTEGERS), len(Counter))


def _steps_in(samples: int, batch: int) -> Callable[[int, int], int]:
    """How many steps so many epochs and samples take."""
    return lambda epochs, done: epochs * -(-samples // batch) + -(-done // batch)


def _seen(content: _Content, layout: Layout, steps_in: Callable[[int, int], int]) -> Seen:
    best = content.best
    if best is None:
        return Seen(frozenset(content.told))
    where = _where(best.where) if best.where else _place_of(best.epoch, _where(content.where), steps_in)
    first, second = (
        _vector(each, layout) if each else np.zeros(layout.size, np.float32) for each in (best.first, best.second)
    )
    state = State(_vector(best.parameters, layout), first, second, _statistics(best.statistics, layout), where)
    found = Best(best.watched, best.loss, best.epoch, state, best.lows)
    return Seen(frozenset(content.told), found, best.gain or Gain(best.loss, best.epoch))


def _place_of(epoch: int, now: NDArray[Any], steps_in: Callable[[int, int], int]) -> NDArray[Any]:
    """The place of an earlier epoch, of a run in which nothing was changed since: the search would have begun anew."""
    then, since = now.copy(), steps_in(int(now[Counter.EPOCH]) - epoch, int(now[Counter.DONE]))
    then[[Counter.EPOCH, Counter.DONE]] = epoch, 0
    then[[Counter.STEP, Counter.UPDATES]] = np.maximum(now[[Counter.STEP, Counter.UPDATES]] - since, 0)
    return then


def _holds(content: _Content, layout: Layout) -> Holds:
    vectors = msgspec.structs.astuple(content.holds) if content.holds else ()
    return Holds.of(layout, [_vector(each, layout) for each in vectors])


def _vector(packed: bytes, layout: Layout) -> NDArray[Any]:
    return _fitting(from_bytes(packed), layout.size)


def _statistics(packed: bytes, layout: Layout) -> NDArray[Any]:
    units = sum(layout.sizes)
    return _fitting(from_bytes(packed), 2 * units).reshape(2, units)


def _fitting(numbers: NDArray[Any], size: int) -> NDArray[Any]:
    if numbers.size != size:
        raise Refusal(words.KEPT_OTHERWISE)
    return numbers


def _sound(read: Callable[[], Read]) -> Read:
    """What is read from bytes that may be damaged in any way: then it does not fit, in one way or another."""
    try:
        return read()
    except (zlib.error, msgspec.MsgspecError, ValueError, TypeError, LookupError):
        raise Refusal(words.KEPT_OTHERWISE) from None
