"""Everything of a run at one moment, in bytes and back: what a lab book's row keeps, so that the run goes on just there.

What is told apart from here, the settings, decides the recipe and the data; all else that a run is made of is in the
bytes: weights, the optimizer's memory, running statistics, the place in the epoch and in every random stream (both
follow from step and epoch), what is held, what early stopping has seen, and the curves. Own data go along.
"""

import hashlib
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec
import numpy as np
from numpy.typing import NDArray

from glassbox.data import Own
from glassbox.engine.dataset import Description, Observations
from glassbox.engine.kernel_args import Counter, State
from glassbox.engine.layout import Layout
from glassbox.engine.trainer import Memento, TrainingData
from glassbox.protocol.refusals import Refusal
from glassbox.run import words
from glassbox.run.build import material, recipe
from glassbox.run.holds import Holds
from glassbox.run.past.curves import Column, Columns, Mark, StoredCurves, stored
from glassbox.run.past.timeline import Moment, moment_of
from glassbox.run.stopping import Best, Seen
from glassbox.settings import Settings, Watched

FORM = 1  # of the bytes; grows whenever they come to mean something else
QUICKLY = 1  # zlib's level: half a millisecond for an ordinary run, and little larger than at its best
FLOATS, DOUBLES, INTEGERS = "<f4", "<f8", "<i8"
DIGEST_BYTES = 16
SHORT = (1e-37, 1e38)  # between these, and at 0, float32 holds what a curve has of a number, which is six digits
SHORT_MARK, LONG_MARK = b"4", b"8"

Read = TypeVar("Read")


@dataclass(frozen=True, eq=False)
class Kept:
    """A run at one moment. Frozen: whoever takes it up copies what it changes.

    Attributes:
        changes: how often settings or weights were changed until then.
        stop: what ended it, as its page was told.
        is_at_best: whether the weights are those of the best epoch.
        is_on_same_data: whether this version makes the very data of its settings that it was trained on.
    """

    moment: Moment
    curves: StoredCurves
    changes: int
    stop: dict[str, Any] | None
    is_at_best: bool
    is_on_same_data: bool = True


class Keepsake:
    """A `Kept` on its way to be written down; it is packed when its turn comes, by whoever writes. For one thread at a time."""

    def __init__(self, kept: Kept) -> None:
        self._kept: Kept | None = kept
        self._packed = b""
        self._size = _estimate(kept)

    @property
    def nbytes(self) -> int:
        """About the memory it takes, and the bytes it will have at most."""
        return self._size

    def packed(self) -> bytes:
        """The bytes."""
        if self._kept is not None:
            self._packed, self._kept = pack(self._kept), None
            self._size = len(self._packed)
        return self._packed


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


class _Own(msgspec.Struct):
    x: bytes
    target: bytes
    rows: bytes
    about: Description


class _Curves(msgspec.Struct):
    columns: dict[str, bytes]
    marks: tuple[Mark, ...]
    branches: list[dict[str, bytes]]
    branch: int
    stride: int
    skipped: int


class _Pages(msgspec.Struct, kw_only=True):
    form: int
    parameters: bytes
    first: bytes
    second: bytes
    statistics: bytes
    where: bytes
    holds: _Holds | None
    told: list[str]
    best: _Best | None
    curves: _Curves
    changes: int
    stop: dict[str, str] | None
    is_at_best: bool
    own: _Own | None
    digest: bytes


class _Form(msgspec.Struct):
    form: int


def pack(kept: Kept) -> bytes:
    """A run at one moment as bytes, without its settings."""
    moment = kept.moment
    state = moment.memento.state
    pages = _Pages(
        form=FORM,
        parameters=_bytes(state.parameters),
        first=_bytes(state.first),
        second=_bytes(state.second),
        statistics=_bytes(state.statistics),
        where=_bytes(state.where, INTEGERS),
        holds=None if moment.holds.is_empty else _Holds(*map(_bytes, moment.holds.vectors)),
        told=sorted(moment.seen.told),
        best=_packed_best(moment.seen.best),
        curves=_packed_curves(kept.curves),
        changes=kept.changes,
        stop=kept.stop,
        is_at_best=kept.is_at_best,
        own=_packed_own(moment.settings),
        digest=digest(moment.material.data),
    )
    return zlib.compress(msgspec.msgpack.encode(pages), QUICKLY)


class Unpacked:
    """The bytes of a keepsake, read; `kept` makes a run's moment of them, given its settings."""

    def __init__(self, packed: bytes) -> None:
        """Raises Refusal: they are of another version, or damaged."""
        content = _sound(lambda: zlib.decompress(packed))
        if _sound(lambda: msgspec.msgpack.decode(content, type=_Form)).form != FORM:
            raise Refusal(words.KEPT_OTHERWISE)
        self._pages = _sound(lambda: msgspec.msgpack.decode(content, type=_Pages))

    @property
    def observations(self) -> Observations | None:
        """The own data it was trained on, if it was."""
        own = self._pages.own
        if own is None:
            return None
        target = _numbers(own.target)
        return Observations(_numbers(own.x).reshape(len(target), -1), target, own.about, _numbers(own.rows, INTEGERS))

    def kept(self, settings: Settings) -> Kept:
        """The run at that moment.

        Raises:
            Refusal: what was kept is of another network than the settings', which a later version may make.
        """
        pages, data = self._pages, material(settings)
        made = recipe(settings, data.points)
        layout = made.architecture.layout
        memento, seen, holds = Memento(_state(pages, layout)), _seen(pages, layout), _holds(pages, layout)
        return Kept(
            moment=moment_of(made, memento, settings, data, seen, holds),
            curves=_curves(pages.curves),
            changes=pages.changes,
            stop=dict(pages.stop) if pages.stop else None,
            is_at_best=pages.is_at_best,
            is_on_same_data=pages.digest == digest(data.data),
        )


def digest(data: TrainingData) -> bytes:
    """Differs if any number of the data does."""
    sum_of = hashlib.blake2b(digest_size=DIGEST_BYTES)
    for part in data.parts:
        for numbers in part:
            sum_of.update(_bytes(numbers))
    return sum_of.digest()


def _estimate(kept: Kept) -> int:
    moment, best = kept.moment, kept.moment.seen.best
    own = moment.settings.dataset
    size = moment.bytes + kept.curves.nbytes
    size += 0 if moment.holds.is_empty else moment.holds.nbytes
    size += best.memento.state.parameters.nbytes + best.memento.state.statistics.nbytes if best else 0
    return size + (own.observations.nbytes if isinstance(own, Own) else 0)


# ---- its parts


def _packed_best(best: Best | None) -> _Best | None:
    if best is None:
        return None
    state = best.memento.state
    return _Best(best.watched, best.loss, best.epoch, _bytes(state.parameters), _bytes(state.statistics))


def _packed_own(settings: Settings) -> _Own | None:
    if not isinstance(settings.dataset, Own):
        return None
    own = settings.dataset.observations
    return _Own(_bytes(own.x), _bytes(own.target), _bytes(own.rows, INTEGERS), own.about)


def _packed_curves(curves: StoredCurves) -> _Curves:
    return _Curves(
        columns=_packed_columns(curves.columns),
        marks=curves.marks,
        branches=[_packed_columns(branch) for branch in curves.branches],
        branch=curves.branch,
        stride=curves.stride,
        skipped=curves.skipped,
    )


def _packed_columns(columns: Columns) -> dict[str, bytes]:
    return {name: _packed_column(column) for name, column in columns.items()}


def _packed_column(column: Column) -> bytes:
    exact = np.array(column, np.float64)  # a gap becomes NaN, which a curve has for nothing else
    sizes = np.abs(exact[np.isfinite(exact) & (exact != 0)])
    is_short = bool(((sizes >= SHORT[0]) & (sizes <= SHORT[1])).all())
    return SHORT_MARK + _bytes(exact) if is_short else LONG_MARK + _bytes(exact, DOUBLES)


def _curves(packed: _Curves) -> StoredCurves:
    return StoredCurves(
        columns=_columns(packed.columns),
        marks=packed.marks,
        branches=tuple(map(_columns, packed.branches)),
        branch=packed.branch,
        stride=packed.stride,
        skipped=packed.skipped,
    )


def _columns(packed: Mapping[str, bytes]) -> Columns:
    return {name: _column(column) for name, column in packed.items()}


def _column(packed: bytes) -> Column:
    kind = FLOATS if packed[:1] == SHORT_MARK else DOUBLES
    return [stored(value) for value in _numbers(packed[1:], kind).tolist()]


def _state(pages: _Pages, layout: Layout) -> State:
    parameters, first, second = (_vector(each, layout) for each in (pages.parameters, pages.first, pages.second))
    where = _numbers(pages.where, INTEGERS)
    if where.shape != (len(Counter),):
        raise Refusal(words.KEPT_OTHERWISE)
    return State(parameters, first, second, _statistics(pages.statistics, layout), where)


def _seen(pages: _Pages, layout: Layout) -> Seen:
    best = pages.best
    if best is None:
        return Seen(frozenset(pages.told))
    none = np.zeros(0, np.float32)
    weights = State(
        _vector(best.parameters, layout),
        none,
        none,
        _statistics(best.statistics, layout),
        np.zeros(len(Counter), np.int64),
    )
    return Seen(frozenset(pages.told), Best(best.watched, best.loss, best.epoch, Memento(weights)))


def _holds(pages: _Pages, layout: Layout) -> Holds:
    vectors = msgspec.structs.astuple(pages.holds) if pages.holds else ()
    return Holds.of(layout, [_vector(each, layout) for each in vectors])


def _vector(packed: bytes, layout: Layout) -> NDArray[Any]:
    return _fitting(_numbers(packed), layout.size)


def _statistics(packed: bytes, layout: Layout) -> NDArray[Any]:
    units = sum(layout.sizes)
    return _fitting(_numbers(packed), 2 * units).reshape(2, units)


def _fitting(numbers: NDArray[Any], size: int) -> NDArray[Any]:
    if numbers.size != size:
        raise Refusal(words.KEPT_OTHERWISE)
    return numbers


# ---- bytes


def _bytes(numbers: NDArray[Any], kind: str = FLOATS) -> bytes:
    return np.ascontiguousarray(numbers, kind).tobytes()


def _numbers(packed: bytes, kind: str = FLOATS) -> NDArray[Any]:
    """In this machine's order of bytes, and to be written to."""
    return np.frombuffer(packed, kind).astype(np.dtype(kind).newbyteorder("="))


def _sound(read: Callable[[], Read]) -> Read:
    try:
        return read()
    except (zlib.error, msgspec.MsgspecError):
        raise Refusal(words.KEPT_OTHERWISE) from None
