"""Measures that look into a network: linear regions, signals through depth, how rough gradients are, curvature."""

from collections.abc import Callable

import numpy as np

from glassbox.engine.curvature import largest_curvature
from glassbox.engine.dataset import EDGE
from glassbox.engine.gradient_noise import gradient_noise
from glassbox.engine.linear_pieces import pieces_along
from glassbox.engine.linear_regions import regions_at
from glassbox.engine.signals import layer_signals, ratio_per_layer
from glassbox.engine.surface import grid
from glassbox.engine.trainer import Trainer
from glassbox.engine.training_data import TrainingData
from glassbox.run.build import given
from glassbox.settings import Settings

SIDE = 200  # points of the grid on which regions of the plane are met, each way


def study(name: str, settings: Settings, trainer: Trainer, data: TrainingData) -> float | None:
    """One of these measures, of the network as it is; None where it has none."""
    return STUDIES[name](settings, trainer, data)


def _regions(settings: Settings, trainer: Trainer, data: TrainingData) -> float:
    """Those met on a grid over the plane; along the axis of a single input all of them."""
    architecture, parameters = trainer.recipe.architecture, trainer.parameters
    if architecture.sizes[0] == 1:
        ends = given(settings, np.array([[-EDGE, 0], [EDGE, 0]], np.float32)).astype(np.float64)
        return pieces_along(architecture, parameters, ends[:, 0], ends[:, 1], trainer.statistics).count
    return int(regions_at(architecture, parameters, given(settings, grid(SIDE)), trainer.statistics).max()) + 1


def _signal_ratio(settings: Settings, trainer: Trainer, data: TrainingData) -> float | None:
    return ratio_per_layer(layer_signals(trainer.recipe, trainer.state(), data.x_train, data.t_train))


def _last_signal(settings: Settings, trainer: Trainer, data: TrainingData) -> float | None:
    signals = layer_signals(trainer.recipe, trainer.state(), data.x_train, data.t_train)
    return signals[-2].outputs if len(signals) > 1 else None


def _gradient_noise(settings: Settings, trainer: Trainer, data: TrainingData) -> float:
    return gradient_noise(trainer.recipe, trainer.state(), data.x_train, data.t_train)


def _first_gradient(settings: Settings, trainer: Trainer, data: TrainingData) -> float:
    return layer_signals(trainer.recipe, trainer.state(), data.x_train, data.t_train)[0].gradients


def _lambda_max(settings: Settings, trainer: Trainer, data: TrainingData) -> float:
    return float(largest_curvature(trainer.recipe, trainer.parameters, data.x_train, data.t_train).value)


STUDIES: dict[str, Callable[[Settings, Trainer, TrainingData], float | None]] = {
    "regions": _regions,
    "last_signal": _last_signal,
    "signal_ratio": _signal_ratio,
    "first_gradient": _first_gradient,
    "gradient_noise": _gradient_noise,
    "lambda_max": _lambda_max,
}
