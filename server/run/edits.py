"""Changing a network's shape while it runs: which unit of the new network was which unit of the old one.

The answer is a tuple of engine `Origin`s, one per layer, from which the engine grafts weights and optimizer state.
"""

from collections.abc import Sequence

import numpy as np

from glassbox.engine.network import NEW, Origin
from glassbox.protocol.messages import EditNetwork, Hold
from glassbox.protocol.refusals import Refusal
from glassbox.run import words
from glassbox.run.shape import input_names
from glassbox.settings import MOST_HIDDEN_LAYERS, MOST_UNITS, Layer, Settings

FIRST_UNITS = 2  # of a layer added to a network that has none
MOST_COPIED_UNITS = 8  # an added layer is as wide as the one before it, up to this

Hidden = tuple[Layer, ...]


def edit_hidden(hidden: Hidden, edit: EditNetwork) -> Hidden:
    """The hidden layers after an edit.

    Raises:
        Refusal: there is no such layer or unit, or a limit is reached.
    """
    at = edit.layer - 1
    if edit.action == "add_layer":
        return _with_layer(hidden, at)
    if at >= len(hidden):
        raise Refusal(words.NOT_A_HIDDEN_LAYER.format(layer=edit.layer, most=len(hidden)), edit.type)
    if edit.action == "remove_layer":
        return hidden[:at] + hidden[at + 1 :]
    units = hidden[at].units + (1 if edit.action == "add_unit" else -1)
    _check_units(edit, hidden[at].units, units)
    return (*hidden[:at], hidden[at].model_copy(update={"units": units}), *hidden[at + 1 :])


def _with_layer(hidden: Hidden, at: int) -> Hidden:
    if len(hidden) >= MOST_HIDDEN_LAYERS:
        raise Refusal(words.MOST_LAYERS_REACHED.format(most=MOST_HIDDEN_LAYERS), "edit_network")
    if at > len(hidden):
        raise Refusal(words.NOT_A_LAYER.format(layer=at + 1, least=1, most=len(hidden) + 1), "edit_network")
    units = min(hidden[at - 1].units, MOST_COPIED_UNITS) if at else FIRST_UNITS
    return (*hidden[:at], Layer(units=units), *hidden[at:])


def _check_units(edit: EditNetwork, before: int, after: int) -> None:
    if after < 1:
        raise Refusal(words.LAST_UNIT, edit.type)
    if after > MOST_UNITS:
        raise Refusal(words.MOST_UNITS_REACHED.format(most=MOST_UNITS), edit.type)
    if edit.action == "remove_unit" and edit.unit is not None and edit.unit >= before:
        raise Refusal(words.NOT_A_UNIT.format(layer=edit.layer, unit=edit.unit, most=before - 1), edit.type)


def check_unit(sizes: Sequence[int], layer: int, unit: int, first: int) -> None:
    """Make sure that there is such a unit.

    Args:
        sizes: of all layers. first: the first layer that is meant, 0 with the inputs, 1 without.
    Raises:
        Refusal: there is none.
    """
    if not first <= layer < len(sizes):
        raise Refusal(words.NOT_A_LAYER.format(layer=layer, least=first, most=len(sizes) - 1))
    if not 0 <= unit < sizes[layer]:
        raise Refusal(words.NOT_A_UNIT.format(layer=layer, unit=unit, most=sizes[layer] - 1))


def check_hold(sizes: Sequence[int], command: Hold) -> None:
    """Make sure that there is such a part of the network, and that it can be kept from learning.

    Raises:
        Refusal: it is not there, or it is not for this.
    """
    layer, unit, source = command.layer, command.unit, command.source
    check_unit(sizes, layer, unit or 0, first=1)
    if command.action == "freeze":
        if source is not None:
            raise Refusal(words.NO_SINGLE_WEIGHT)
        return
    if unit is None:
        raise Refusal(words.NAME_THE_UNIT)
    if source is not None:
        check_unit(sizes, layer - 1, source, first=0)
    elif layer == len(sizes) - 1:
        raise Refusal(words.OUTPUT_STAYS)


def origins_after(
    edit: EditNetwork | None, before: Settings, after: Settings, old: tuple[int, ...], new: tuple[int, ...]
) -> tuple[Origin, ...] | None:
    """Where units come from after a change of settings, by an edit of the network if it was one; None: as they were.

    Args:
        old, new: the sizes of all layers before and after.
    """
    if edit is not None:
        return origins_after_edit(old, new, edit)
    if old != new or input_names(before) != input_names(after):
        return origins_after_change(before, after, old, new)
    return None


def origins_after_edit(old: Sequence[int], new: Sequence[int], edit: EditNetwork) -> tuple[Origin, ...]:
    """Where each unit comes from when one layer or unit was added or removed; `old`, `new` are layer sizes."""
    came_from = list(range(len(old)))
    if edit.action == "add_layer":
        came_from.insert(edit.layer, NEW)
    if edit.action == "remove_layer":
        del came_from[edit.layer]
    return tuple(
        _origin(layer, old, new[at], edit.unit if edit.action == "remove_unit" and at == edit.layer else None)
        for at, layer in enumerate(came_from)
    )


def origins_after_change(
    old: Settings, new: Settings, old_sizes: Sequence[int], new_sizes: Sequence[int]
) -> tuple[Origin, ...]:
    """Where each unit comes from when settings changed: inputs by name, layers from the front, output to output."""
    last_old, last_new = len(old_sizes) - 1, len(new_sizes) - 1
    known = {name: index for index, name in enumerate(input_names(old))}
    inputs = Origin(0, np.array([known.get(name, NEW) for name in input_names(new)], dtype=np.int64))
    hidden = [_origin(at if at < last_old else NEW, old_sizes, new_sizes[at], None) for at in range(1, last_new)]
    return (inputs, *hidden, _origin(last_old, old_sizes, new_sizes[last_new], None))


def _origin(layer: int, old: Sequence[int], units: int, removed: int | None) -> Origin:
    """Unit by unit the same as in the old `layer`, but for a removed one; what is beyond its size is new."""
    available = np.arange(old[layer]) if layer != NEW else np.arange(0)
    if removed is not None:
        available = np.delete(available, removed)
    indices = np.full(units, NEW, dtype=np.int64)
    kept = min(units, len(available))
    indices[:kept] = available[:kept]
    return Origin(layer, indices)
