"""The engine room: NumPy and Numba only, arrays in, arrays out. It works in a notebook as it does in the server.

This is its face: the names that one needs there, each taken from its file when it is first asked for, since Numba is
slow to import and whoever only wants a vocabulary does without.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from glassbox.engine.choices import (
        Activation,
        Initialization,
        Loss,
        Normalization,
        Optimizer,
        OutputActivation,
        Penalty,
        Problem,
        Schedule,
    )
    from glassbox.engine.data_choices import Dataset, Feature
    from glassbox.engine.features import compute_features
    from glassbox.engine.generators import describe, generate
    from glassbox.engine.network import Architecture
    from glassbox.engine.recipe import Recipe
    from glassbox.engine.surface import class_map, grid, output_map, unit_maps
    from glassbox.engine.trainer import Trainer
    from glassbox.engine.training_data import TrainingData

__all__ = [
    "Activation", "Architecture", "Dataset", "Feature", "Initialization", "Loss", "Normalization", "Optimizer",
    "OutputActivation", "Penalty", "Problem", "Recipe", "Schedule", "Trainer", "TrainingData", "class_map",
    "compute_features", "describe", "generate", "grid", "output_map", "unit_maps",
]  # fmt: skip

_HOMES = {
    "Architecture": "network",
    "Dataset": "data_choices",
    "Feature": "data_choices",
    "Recipe": "recipe",
    "Trainer": "trainer",
    "TrainingData": "training_data",
    "class_map": "surface",
    "compute_features": "features",
    "describe": "generators",
    "generate": "generators",
    "grid": "surface",
    "output_map": "surface",
    "unit_maps": "surface",
}  # of all else: choices


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'choices')}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
