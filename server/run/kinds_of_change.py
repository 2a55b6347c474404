"""Which settings, when they are changed, leave what of a run as it was: for the run, its goal and its lab book."""

from collections.abc import Collection

from glassbox.settings import Effect, effect_of
from glassbox.settings.of_goal import OF_GOAL

OF_INPUTS = {"features", "input_scale"}  # a change of these gives the network something else of the same points
NO_PART = {"speed"}  # of what is kept of a run, and comes back with it
UNFLAGGED = NO_PART | OF_GOAL  # a change of these leaves no flag on the charts: it changes nothing about the run
KEEPS_SEEN = UNFLAGGED | {"after_stop"}  # nor do these change what early stopping has seen
# These decide neither the network nor how it trains, though some decide when it stops.
SAME_TRAINING = KEEPS_SEEN | {"stop_epochs", "stop_loss", "stop_accuracy", "patience", "min_improvement", "watched"}


def gives_other_inputs(names: Collection[str]) -> bool:
    """Whether what the network is given becomes something else by a change of these settings."""
    return any(effect_of(name) is Effect.DATA or name in OF_INPUTS for name in names)
