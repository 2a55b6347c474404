"""The four networks that every engine trains in `engine.py`, with their data and their cost in arithmetic."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

GRID = 100  # a heat map has GRID × GRID points


@dataclass(frozen=True)
class Workload:
    """A network, its mini-batches and its data; `epochs` are run at once, as a session trains in slices."""

    name: str
    what: str
    sizes: tuple[int, ...]
    activation: str  # of the hidden layers: "tanh" or "relu"
    batch: int
    samples: int
    epochs: int
    maps: bool = True

    @property
    def classes(self):
        return max(2, self.sizes[-1])

    @property
    def flops(self):
        """Floating-point operations to train on one sample: forward, gradients of weights and of hidden units."""
        products = [before * after for before, after in pairwise(self.sizes)]
        return 2 * (3 * sum(products) - products[0])

    def data(self):
        """Inputs float32 [samples, inputs] in −1 … 1 and class numbers int64 [samples]."""
        chance = np.random.default_rng(1)
        x = chance.uniform(-1, 1, (self.samples, self.sizes[0])).astype(np.float32)
        scores = x @ chance.normal(size=(self.sizes[0], self.classes)) - 0.5
        return x, scores.argmax(axis=1)

    def grid(self):
        """The inputs at every point of a heat map, float32 [GRID², inputs]."""
        return np.random.default_rng(2).uniform(-1, 1, (GRID * GRID, self.sizes[0])).astype(np.float32)


WORKLOADS = (
    Workload("W1", "the old playground's default", (2, 4, 2, 1), "tanh", 10, 250, epochs=50),
    Workload("W2", "its maximum", (7, 8, 8, 8, 8, 8, 8, 1), "tanh", 10, 250, epochs=20),
    Workload("W3", "a large class demo", (2, 64, 64, 64, 1), "tanh", 64, 1000, epochs=5),
    Workload("W4", "handwritten digits", (64, 512, 512, 10), "relu", 128, 1797, epochs=1, maps=False),
)
LEARNING_RATE = 0.01
