"""What of a network is kept from learning: frozen units, and units and connections that are disabled for now.

A frozen unit's weights, bias, scale and shift do not move, nor do the running statistics it is evaluated with. A
disabled connection counts as 0 and remembers its weight; a disabled unit's outgoing connections do so, and what belongs
to it does not move meanwhile.
"""

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from glassbox.engine.arrays import Bools, Floats, Integers
from glassbox.engine.layout import Layout
from glassbox.engine.network import Origin, graft


class Holdable(Protocol):
    """What of a trainer is held."""

    @property
    def parameters(self) -> Floats:
        """float32, flat, in the layout of its network."""

    def hold(self, at: Integers, values: Floats | None = None) -> None:
        """From now on the parameters at these places, and only these, do not move."""

    def reset(self) -> None:
        """Back to the initial weights, but for what is held."""


class Holds:
    """The marks of one network, as flat vectors in its layout: a unit's mark lies at its bias,
    a connection's at its weight.
    """

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._frozen, self._off, self._known, self._remembered = (np.zeros(layout.size, np.float32) for _ in range(4))

    @classmethod
    def of(cls, layout: Layout, vectors: Sequence[Floats]) -> "Holds":
        """Those with these `vectors` of the same layout; none: everything learns.

        Raises:
            ValueError: they are of another layout.
        """
        holds = cls(layout)
        for mine, given in zip(holds.vectors, vectors, strict=True) if vectors else ():
            mine[:] = given
        return holds

    @property
    def vectors(self) -> tuple[Floats, ...]:
        """All marks: what is frozen, what is off, what is known to be off, and the weights that wait."""
        return self._frozen, self._off, self._known, self._remembered

    @property
    def is_empty(self) -> bool:
        """Whether everything learns."""
        return not (np.count_nonzero(self._frozen) or np.count_nonzero(self._off))

    @property
    def layers(self) -> int:
        """How many layers there are, the inputs included."""
        return len(self._layout.sizes)

    @property
    def places(self) -> Integers:
        """Where in the flat vector what does not move lies, in order."""
        return np.flatnonzero(self._zeros() | self._still())

    @property
    def nbytes(self) -> int:
        """Memory that the marks take."""
        return sum(vector.nbytes for vector in self.vectors)

    def copy(self) -> "Holds":
        """The same marks, to be changed."""
        return self._moved(self._layout, None)

    def frozen(self, layer: int) -> Bools:
        """Which units of a layer are frozen: bool [units]; inputs never are."""
        return self._of_units(self._frozen, layer)

    def disabled(self, layer: int) -> Bools:
        """Which units of a layer are disabled: bool [units]."""
        return self._of_units(self._off, layer)

    def disconnected(self, layer: int) -> Bools:
        """Which connections into a layer are disabled by themselves: bool [units, units before]."""
        return np.asarray(self._layout.matrix(self._off > 0, layer), np.bool_)

    def remembered(self, layer: int) -> Floats:
        """The weights into a layer that wait for their connection or unit to be enabled, float32 [units,
        units before]; else 0.
        """
        memory = np.where(self._zeros(), self._remembered, 0).astype(np.float32)
        return np.asarray(self._layout.matrix(memory, layer), np.float32)

    def cut(self, layer: int) -> Bools:
        """Which connections into a layer count as 0, by themselves or because their source is disabled:
        bool [units, units before].
        """
        return np.asarray(self._layout.matrix(self._zeros(), layer), np.bool_)

    def is_cut(self, layer: int, unit: int, source: int) -> bool:
        """Whether this connection counts as 0, by itself or because its source is disabled."""
        return bool(self.cut(layer)[unit, source])

    def freeze(self, trainer: Holdable, layer: int, unit: int | None, *, on: bool) -> None:
        """A unit, or (None) all units of a layer, do not learn any more, or do again."""
        self._frozen[self._layout.bias(layer)][slice(None) if unit is None else unit] = on
        self.apply(trainer)

    def disable(self, trainer: Holdable, layer: int, unit: int, source: int | None, *, on: bool) -> None:
        """A connection into `unit`, or (None) the unit itself, counts no more,
        or does again with the weights it had.
        """
        if source is None:
            self._off[self._layout.bias(layer)][unit] = on
        else:
            self._layout.matrix(self._off, layer)[unit, source] = on
        self.apply(trainer)

    def apply(self, trainer: Holdable) -> None:
        """Make the trainer hold what is marked: what is enabled again has its weight back, what is cut becomes 0."""
        zeros, known = self._zeros(), self._known > 0
        back = np.flatnonzero(known & ~zeros)
        trainer.hold(back, self._remembered[back])
        fresh = zeros & ~known
        self._remembered[fresh] = trainer.parameters[fresh]
        self._known[:] = zeros
        at = np.flatnonzero(zeros | self._still())
        trainer.hold(at, np.where(zeros, 0, trainer.parameters)[at].astype(np.float32))

    def grip(self, trainer: Holdable) -> None:
        """Make the trainer hold what is marked as it is: its weights are those of a moment with these marks."""
        trainer.hold(self.places)

    def reset(self, trainer: Holdable) -> None:
        """The network begins anew, but for what is frozen; what is disabled stays so,
        and remembers its initial weight.
        """
        kept = np.flatnonzero(self._rows(self._frozen))
        values = np.where(self._known > 0, self._remembered, trainer.parameters)[kept].astype(np.float32)
        trainer.hold(kept, values)
        trainer.reset()
        self._known[:] = 0
        self.apply(trainer)

    def moved(self, layout: Layout, origins: tuple[Origin, ...] | None) -> "Holds":
        """The marks of the units and connections that are left in another layout; new ones learn."""
        return self if origins is None and layout == self._layout else self._moved(layout, origins)

    def _moved(self, layout: Layout, origins: tuple[Origin, ...] | None) -> "Holds":
        moved = Holds(layout)
        origins = origins or tuple(Origin(layer, np.arange(units)) for layer, units in enumerate(layout.sizes))
        for old, new in zip(self.vectors, moved.vectors, strict=True):
            new[:] = graft(self._layout, old, layout, new, origins)
        return moved

    def _of_units(self, marks: Floats, layer: int) -> Bools:
        if layer == 0:
            return np.zeros(self._layout.sizes[0], np.bool_)
        return np.asarray(marks[self._layout.bias(layer)] > 0)

    def _zeros(self) -> Bools:
        """All places that count as 0."""
        zeros = np.zeros(self._layout.size, np.bool_)
        for layer in range(1, len(self._layout.sizes)):
            self._layout.matrix(zeros, layer)[:] = self.disconnected(layer) | self.disabled(layer - 1)[None]
        return zeros

    def _still(self) -> Bools:
        """All places that keep what they are."""
        return self._rows(self._frozen) | self._rows(self._off)

    def _rows(self, marks: Floats) -> Bools:
        """All that belongs to the marked units: the weights into them, biases, scales and shifts."""
        layout, rows = self._layout, np.zeros(self._layout.size, np.bool_)
        for layer in range(1, len(layout.sizes)):
            units = self._of_units(marks, layer)
            layout.matrix(rows, layer)[units] = True
            places = [layout.bias(layer)] + (
                [layout.scale(layer), layout.shift(layer)] if layer in layout.normalized else []
            )
            for place in places:
                rows[place] = units
        return rows
