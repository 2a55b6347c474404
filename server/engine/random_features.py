"""Random ReLU features: a hidden layer that stays as it was drawn, and an output layer in closed form.

The quickest model with a second descent (Rahimi & Recht 2007; Belkin et al. 2019), since nothing has to be trained.
"""

from dataclasses import dataclass

import numpy as np

from glassbox.engine.arrays import Doubles
from glassbox.engine.least_squares import mean_square, solve
from glassbox.engine.streams import Purpose, stream

INPUT_SHARE = 3.0  # inputs are divided by so much: most points then lie where the units' kinks are


@dataclass(frozen=True, eq=False)
class RandomFeatures:
    """Units relu(w · x + b) / √units: directions w [units, inputs] of length 1 and biases b [units] in −1 … 1."""

    directions: Doubles
    biases: Doubles

    def of(self, x: Doubles) -> Doubles:
        """What they make of inputs [inputs, samples]: float64 [samples, units]."""
        sums = np.asarray(x, np.float64).T @ self.directions.T / INPUT_SHARE + self.biases
        return np.asarray(np.maximum(sums, 0) / np.sqrt(len(self.biases)))


@dataclass(frozen=True, eq=False)
class FeaturesFit:
    """What the output layer became, [units], and the mean of (y − t)² over the points of both parts."""

    features: RandomFeatures
    weights: Doubles
    train_mse: float
    test_mse: float

    @property
    def parameters(self) -> int:
        """How many numbers were fitted."""
        return len(self.weights)


def random_features(inputs: int, units: int, seed: int) -> RandomFeatures:
    """Drawn from the seed; with more units, the first ones stay the same.

    Raises:
        ValueError: there is no unit or no input.
    """
    if min(inputs, units) < 1:
        raise ValueError(f"Expected an input and a unit at least; got {inputs} inputs and {units} units.")
    directions = stream(seed, Purpose.FEATURES, 0).standard_normal((units, inputs))
    biases = stream(seed, Purpose.FEATURES, 1).uniform(-1, 1, units)
    return RandomFeatures(directions / np.linalg.norm(directions, axis=1, keepdims=True), biases)


def fit_random_features(
    x_train: Doubles, t_train: Doubles, x_test: Doubles, t_test: Doubles, units: int, ridge: float = 0.0, seed: int = 0
) -> FeaturesFit:
    """Fit the output weights w of so many random features: the smallest Σ (y − t)² + ridge Σ w²; of several, the
    shortest.

    Args:
        x_train, x_test: [inputs, samples], as `TrainingData` has them. t_train, t_test: [samples].
    """
    features = random_features(len(x_train), units, seed)
    known = features.of(x_train)
    weights = solve(known, np.asarray(t_train, np.float64), ridge)
    return FeaturesFit(
        features, weights, mean_square(known @ weights - t_train), mean_square(features.of(x_test) @ weights - t_test)
    )
