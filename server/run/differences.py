"""What one lane has otherwise than the first, in words: its settings, what is held, and what was set by hand."""

from collections.abc import Iterator
from itertools import chain, islice

from glassbox.protocol.messages import Hold
from glassbox.run import words
from glassbox.run.by_hand import ByHand
from glassbox.run.holds import Holds
from glassbox.run.kinds_of_change import UNFLAGGED
from glassbox.run.run import Run
from glassbox.settings import difference
from glassbox.words.joined import listed

MOST_TOLD = 4  # of what is held; a card has no room for more


def difference_text(run: Run) -> str:
    """What a lane has otherwise than the first; "" for the first itself, and where it is the same."""
    first = run.fellows[0]
    names = [name for name in difference(first.settings, run.settings) if name not in UNFLAGGED]
    settings = words.change_text(run.settings, names)
    return listed(
        each for each in (settings, *_held(first.holds, run.holds), *_by_hand(first.by_hand, run.by_hand)) if each
    )


def _held(first: Holds, own: Holds) -> Iterator[str]:
    before, after = set(_marks(first)), set(_marks(own))
    found = chain(((mark, True) for mark in sorted(after - before)), ((mark, False) for mark in sorted(before - after)))
    yield from (_mark_text(*each) for each in islice(found, MOST_TOLD))
    left = len(before ^ after) - MOST_TOLD
    if left > 0:
        yield words.AND_MORE_HELD.of(left)


Mark = tuple[str, int, int, int]  # action, layer, unit or −1 for a whole layer, source or −1 for none


def _marks(holds: Holds) -> Iterator[Mark]:
    for layer in range(1, holds.layers):
        frozen = holds.frozen(layer)
        units = [-1] if frozen.all() else frozen.nonzero()[0].tolist()
        yield from (("freeze", layer, unit, -1) for unit in units)
        yield from (("disable", layer, unit, -1) for unit in holds.disabled(layer).nonzero()[0].tolist())
        cut = holds.disconnected(layer).nonzero()
        yield from (("disable", layer, unit, source) for unit, source in zip(*map(list, cut), strict=True))


def _mark_text(mark: Mark, is_held: bool) -> str:
    action, layer, unit, source = mark
    places = {"unit": None if unit < 0 else int(unit), "source": None if source < 0 else int(source)}
    text = words.hold_text(
        Hold.model_validate({"type": "hold", "action": action, "layer": layer, "on": True, **places})
    )
    return text if is_held else words.NOT_SO.format(text=text)


def _by_hand(first: ByHand, own: ByHand) -> Iterator[str]:
    sets = ((own.weights ^ first.weights, words.WEIGHTS_SET), (own.biases ^ first.biases, words.BIASES_SET))
    for differing, sentence in sets:
        places = {each[:-1] for each in differing}
        if places:
            yield sentence.of(len(places))
    if own.solved and own.solved != first.solved:
        yield words.LAST_LAYER_SOLVED
