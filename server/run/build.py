"""From settings to what the engine works on: the recipe of a network, and the data it learns from."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from glassbox.data import Own, Source, describe
from glassbox.engine.arrays import Floats
from glassbox.engine.choices import Activation, Problem
from glassbox.engine.dataset import Description, Points, standardised_by
from glassbox.engine.features import compute_features
from glassbox.engine.network import Architecture, fitting_loss, output_activation
from glassbox.engine.recipe import Recipe
from glassbox.engine.training_data import TrainingData
from glassbox.run.sampling import learned_from, sample
from glassbox.run.shape import features, normalizations, sizes
from glassbox.settings import Settings


@dataclass(frozen=True)
class DataSplit:
    """The points of a data set and what they are about, how many of them train (they come first), how many validate
    (they come next), and all parts as the engine takes them."""

    points: Points
    about: Description
    training: int
    validation: int
    data: TrainingData

    @cached_property
    def target_scale(self) -> float:
        """The size of target that is drawn in full colour: 1 for classes, the largest for regression."""
        if self.points.problem is not Problem.REGRESSION:
            return 1.0
        return max(float(np.abs(self.points.target).max()), 1e-6)


def given(settings: Settings, x: Floats) -> Floats:
    """What the network is given of points [n, inputs or 2]: float32 [input units, n]."""
    return compute_features(x, features(settings), settings.input_scale)


def split_data(settings: Settings) -> DataSplit:
    """The data that these settings describe; the same settings always make the same."""
    source = _by_those_that_train(settings)
    points, learning = sample(source, settings)
    validation = _validation(learning, settings.validation_share)
    training, inputs, about = learning - validation, given(settings, points.x), describe(source)
    data = TrainingData(
        x_train=np.ascontiguousarray(inputs[:, :training]),
        t_train=points.target[:training].copy(),
        x_test=np.ascontiguousarray(inputs[:, learning:]),
        t_test=points.target[learning:].copy(),
        x_validation=np.ascontiguousarray(inputs[:, training:learning]) if validation else None,
        t_validation=points.target[training:learning].copy() if validation else None,
        unit=about.target.unit_length,
    )
    return DataSplit(points, about, training, validation, data)


def _by_those_that_train(settings: Settings) -> Source:
    """The data; columns of a table are standardised by the rows that train, whichever these are by the settings."""
    source = settings.dataset
    if not isinstance(source, Own) or not describe(source).standardised:
        return source
    observations = source.observations
    learning = learned_from(len(observations.target), settings)
    rows = observations.order(settings.data_seed)[: learning - _validation(learning, settings.validation_share)]
    return replace(source, observations=standardised_by(observations, rows))


def _validation(learning: int, share: int) -> int:
    """How many of the points to learn from are set aside: with any share one at least, but never the last."""
    return min(max(round(learning * share / 100), 1), learning - 1) if share else 0


def recipe(settings: Settings, points: Points) -> Recipe:
    """How the engine is to build and train the network of these settings on these points."""
    loss = fitting_loss(points.problem, settings.loss)
    architecture = Architecture(
        sizes=sizes(settings),
        activations=activations(settings),
        output=output_activation(points.problem, loss),
        normalizations=normalizations(settings),
    )
    return Recipe(
        architecture=architecture,
        problem=points.problem,
        loss=loss,
        optimizer=settings.optimizer,
        learning_rate=settings.learning_rate,
        momentum=settings.momentum,
        rmsprop_decay=settings.rmsprop_decay,
        beta1=settings.beta1,
        beta2=settings.beta2,
        epsilon=settings.epsilon,
        penalty=settings.penalty,
        penalty_rate=settings.penalty_rate,
        batch_size=settings.batch_size,
        initialization=settings.initialization,
        gain=settings.gain,
        seed=settings.seed,
        penalty_power=settings.penalty_power,
        huber_delta=settings.huber_delta,
        clip_norm=settings.clip_norm,
        input_noise=settings.input_noise,
        dropout=tuple(settings.dropout if layer.dropout is None else layer.dropout for layer in settings.hidden),
        schedule=settings.schedule,
        schedule_epochs=settings.schedule_epochs,
        schedule_factor=settings.schedule_factor,
        hidden_bias=settings.initial_bias,
    )


def activations(settings: Settings) -> tuple[Activation, ...]:
    """Each hidden layer's own activation, or the network's where it has none."""
    return tuple(layer.activation or settings.activation for layer in settings.hidden)
