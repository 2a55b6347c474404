"""Everything that is measured of a network for its diagnosis; findings and pictures are made of it."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from glassbox.engine.arrays import Floats
from glassbox.engine.choices import Activation, Problem
from glassbox.engine.evaluation import Evaluation
from glassbox.engine.flow import LayerFlow, flow
from glassbox.run.baseline import constant_loss
from glassbox.run.frame.predictions import predicted_class
from glassbox.run.past.loss_curves import LossCurves
from glassbox.run.restore import trainer_at
from glassbox.run.snapshot import Snapshot
from glassbox.study.diagnostics.neighbours import nearest, odd, votes
from glassbox.study.diagnostics.probe import Probe, Updates, next_updates, samples_looked_at


@dataclass(frozen=True, eq=False)
class LayerState:
    """One layer with weights.

    Attributes:
        number: counted from 1, as on the page. activation: None for the output layer.
        values: for the samples that are looked at.
        weights, gradients: [units, units before]. biases: [units].
        update_ratio: the next updates' mean length over that of the weights; None where all weights are 0.
    """

    number: int
    activation: Activation | None
    is_normalized: bool
    values: LayerFlow
    weights: Floats
    biases: Floats
    gradients: Floats
    update_ratio: float | None

    @property
    def units(self) -> int:
        """How many units it has."""
        return len(self.weights)

    @property
    def has_flat_parts(self) -> bool:
        """Whether its activation has any; the output has none."""
        return self.activation is not None and self.activation.has_flat_parts

    @cached_property
    def flat(self) -> NDArray[np.bool_]:
        """Where a unit lies on a flat part of its activation, bool [units, samples]."""
        below = self.activation.flat_below if self.activation else 0.0
        return np.asarray(np.abs(self.values.slopes) < below, np.bool_)

    @property
    def flat_share(self) -> float:
        """The share of all units and samples that lie on a flat part."""
        return float(self.flat.mean())

    @property
    def idle(self) -> int:
        """How many units lie there for every sample."""
        return int(self.flat.all(axis=1).sum())

    @property
    def gradient_norm(self) -> float:
        """The length of the loss's gradient with respect to the weights."""
        return float(np.linalg.norm(self.gradients.astype(np.float64)))

    @property
    def weight_norm(self) -> float:
        """The length of the weights."""
        return float(np.linalg.norm(self.weights.astype(np.float64)))


class Checkup:
    """A network's state, measured once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.settings, self.recipe = snapshot.settings, snapshot.recipe
        self.samples = samples_looked_at(snapshot)
        self.curves = LossCurves.of(snapshot.curves, snapshot.moment)
        self.x = snapshot.data_split.data.x_train[:, : self.samples]
        self.t = snapshot.data_split.data.t_train[: self.samples]
        self.probe = Probe(snapshot, self.samples)
        self.gradients = self.probe.gradients()
        self.updates: Updates = next_updates(snapshot)
        self.evaluation: Evaluation = trainer_at(snapshot.moment).evaluate()
        self.layers = self._layers()

    @property
    def hidden(self) -> list[LayerState]:
        """All layers but the output."""
        return self.layers[:-1]

    @property
    def parameters(self) -> Floats:
        """Flat, as they are."""
        return self.snapshot.state.parameters

    @property
    def steps_per_epoch(self) -> int:
        """Mini-batches in a whole epoch."""
        return -(-len(self.snapshot.data_split.data.t_train) // self.recipe.batch_size)

    @cached_property
    def constant(self) -> float:
        """The loss of always giving the same answer, on the training data."""
        return constant_loss(self.recipe, self.snapshot.data_split.data.t_train)

    @property
    def left(self) -> float:
        """The share of a constant answer's loss that is left in training: 1 has learned nothing, 0 everything."""
        return self.evaluation.train.loss / self.constant if self.constant > 0 else 0.0

    @cached_property
    def loss(self) -> float:
        """On the samples that are looked at."""
        return self.probe.loss(self.parameters)

    def loss_ahead(self, steps: float) -> float:
        """The same, so many of the next steps ahead in a straight line."""
        return self.probe.loss(self.parameters + np.float32(steps) * self.updates.mean)

    @property
    def score(self) -> float:
        """On the training data: the share that is right, or R²."""
        train = self.evaluation.train
        found = train.accuracy if self.has_classes else train.r2
        return 0.0 if found is None else found

    @cached_property
    def possible(self) -> float:
        """The same score, of asking each sample's nearest neighbours."""
        if self.has_classes:
            return float((self.votes.argmax(axis=1) == self.labels).mean())
        missed = self.t[self.near].mean(axis=1) - self.t
        return float(1 - (missed**2).mean() / self.t.var()) if self.t.var() > 0 else 0.0

    @property
    def has_classes(self) -> bool:
        """Whether a class is to be told, not a number."""
        return self.recipe.problem is not Problem.REGRESSION

    @cached_property
    def near(self) -> NDArray[np.int64]:
        """Each sample's nearest others."""
        return nearest(self.x)

    @cached_property
    def predicted_class(self) -> NDArray[np.int64]:
        """The class that the network puts each sample into."""
        return predicted_class(self.layers[-1].values.sums)

    @cached_property
    def labels(self) -> NDArray[np.int64]:
        """The class each sample is said to be of."""
        return self.t.astype(np.int64)

    @cached_property
    def votes(self) -> NDArray[np.int64]:
        """What the neighbours of each sample say of its class."""
        return votes(self.labels, self.near, max(2, self.recipe.architecture.sizes[-1]))

    @cached_property
    def odd(self) -> NDArray[np.bool_]:
        """Which samples have a label that their neighbours contradict."""
        return odd(self.labels, self.votes)

    def _layers(self) -> list[LayerState]:
        architecture, state = self.recipe.architecture, self.snapshot.state
        layout, flowed = architecture.layout, flow(architecture, state.parameters, state.statistics, self.x)
        lengths = self.updates.norms.mean(axis=0)
        made = []
        for number, values in enumerate(flowed, start=1):
            weights = np.asarray(layout.matrix(state.parameters, number), np.float32)
            norm = float(np.linalg.norm(weights.astype(np.float64)))
            made.append(
                LayerState(
                    number=number,
                    activation=architecture.activations[number - 1] if number < len(flowed) else None,
                    is_normalized=number in layout.normalized,
                    values=values,
                    weights=weights,
                    biases=state.parameters[layout.bias(number)],
                    gradients=np.asarray(layout.matrix(self.gradients, number), np.float32),
                    update_ratio=float(lengths[number - 1]) / norm if norm > 0 else None,
                )
            )
        return made
