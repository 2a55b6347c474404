"""The lowest losses that a run has had, each with its epoch: exact, whatever becomes of the points of its curves."""

import math
from collections.abc import Iterable, Mapping

import msgspec

from glassbox.engine.evaluation import Evaluation
from glassbox.settings import Effect, effect_of

# Settings whose change makes the losses before and after incomparable, or the network another one.
OTHER_NETWORKS = {"hidden", "normalization", "features", "input_scale", "loss", "huber_delta", "activation"}

NOWHERE = -1.0  # before every epoch


class Low(msgspec.Struct, frozen=True, gc=False):
    """A loss, and the epoch (with the part of the running one) after which it was so low for the first time."""

    epoch: float
    loss: float


class Lows(msgspec.Struct, frozen=True):
    """The lowest of what has been looked at since the data or the network last became another.

    Attributes:
        lowest: by the part of the data: "train", "test", "validation"; none where no loss was an ordinary number.
        x: the epoch that was looked at last. before: the lowest without that one, which may be looked at again.
    """

    lowest: Mapping[str, Low] = msgspec.field(default_factory=dict)
    x: float = NOWHERE
    before: Mapping[str, Low] = msgspec.field(default_factory=dict)

    def seen(self, x: float, evaluation: Evaluation) -> "Lows":
        """With the losses after epoch `x`, which take the place of those that were there already."""
        before = self.before if x <= self.x else self.lowest
        lower = {
            name: Low(x, loss)
            for name, loss in _losses(evaluation).items()
            if math.isfinite(loss) and (name not in before or loss < before[name].loss)
        }
        return Lows({**before, **lower} if lower else before, x, before)


NO_LOWS = Lows()


def are_incomparable(changed: Iterable[str]) -> bool:
    """Whether the losses before and after a change of these settings cannot be compared."""
    return any(name in OTHER_NETWORKS or effect_of(name) is Effect.DATA for name in changed)


def _losses(evaluation: Evaluation) -> dict[str, float]:
    validation = evaluation.validation
    losses = {"train": evaluation.train.loss, "test": evaluation.test.loss}
    return losses if validation is None else {**losses, "validation": validation.loss}
