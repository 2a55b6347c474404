"""What other data do to a run: the network is kept and learns on, or it begins anew. Whichever it is, it is told.

A network is kept where what it is asked is still the same kind of thing: other points of the same data, another pattern
of the same inputs, a drawing that grows. Its losses are from then on those of the new data, and the flag on its curves
says so. Where the inputs or the number to predict mean something else, or a table comes in the place of other data, its
weights say nothing about them, and the epochs that it has had were spent on something else.
"""

from collections.abc import Iterable

from glassbox.data import Source, describe
from glassbox.engine.choices import Problem
from glassbox.engine.dataset import Quantity
from glassbox.run import words
from glassbox.settings import Effect, Settings, difference, effect_of


def begins_anew(old: Settings, new: Settings) -> bool:
    """Whether a run of the old settings cannot go on with the new ones."""
    is_rebuilt = any(effect_of(name) is Effect.REBUILD for name in difference(old, new))
    return is_rebuilt or (old.dataset != new.dataset and _asks_something_else(old.dataset, new.dataset))


def kept_text(text: str, changed: Iterable[str]) -> str:
    """What a flag says of a change with which a network goes on: with other data, that it does."""
    return words.OTHER_DATA.format(change=text) if _are_other_data(changed) else text


def _are_other_data(changed: Iterable[str]) -> bool:
    return any(effect_of(name) is Effect.DATA for name in changed)


def _asks_something_else(old: Source, new: Source) -> bool:
    before, after = describe(old), describe(new)
    is_table = bool(after.title)  # a drawing has none
    return is_table or before.inputs != after.inputs or _number(old) != _number(new)


def _number(source: Source) -> Quantity | None:
    """The number to predict; None: a class is. An accuracy and an error are no points of one curve."""
    about = describe(source)
    return about.target if about.problem is Problem.REGRESSION else None
