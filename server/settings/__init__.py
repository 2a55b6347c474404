"""What the user chooses: every setting's name, bounds, default, words and effect, written once.

Validation, the form on the page, the address in the URL bar and the documentation are derived from `Settings`.
"""

from glassbox.settings.about import Effect
from glassbox.settings.choices import AfterStop, AtGoal, Goal, Labels, Speed, Split, Watched
from glassbox.settings.limits import (
    MOST_HIDDEN_LAYERS,
    MOST_INPUTS,
    MOST_SAMPLES,
    MOST_SEED,
    MOST_TABLE_BYTES,
    MOST_UNITS,
)
from glassbox.settings.model import Settings, difference, effect_of
from glassbox.settings.values import OWN_IS_GONE, Layer

__all__ = [
    "MOST_HIDDEN_LAYERS",
    "MOST_INPUTS",
    "MOST_SAMPLES",
    "MOST_SEED",
    "MOST_TABLE_BYTES",
    "MOST_UNITS",
    "OWN_IS_GONE",
    "AfterStop",
    "AtGoal",
    "Effect",
    "Goal",
    "Labels",
    "Layer",
    "Settings",
    "Speed",
    "Split",
    "Watched",
    "difference",
    "effect_of",
]
