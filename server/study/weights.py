"""How a network's weights are distributed, layer by layer, for the drawer's picture of the penalty."""

import numpy as np
from numpy.typing import NDArray

from glassbox.run.snapshot import Snapshot
from glassbox.study.answers.of_network import LayerWeights, WeightsAnswer
from glassbox.study.in_bounds import check_weights

BINS = 41  # odd, so that the middle one holds zero
MOST_PAIRS = 512
LEAST_REACH = 1e-3  # half the width of a histogram of weights that are all zero


def weights(snapshot: Snapshot) -> WeightsAnswer:
    """For each layer with weights, its histogram over [−reach, reach] and its norms; and the first two weights
    of each unit of the first layer, as `pairs`.

    `reach` is shared by all layers, so that they can be compared; biases are not penalised and not counted.

    Raises:
        Refusal: the weights are no longer finite.
    """
    check_weights(snapshot)
    layout = snapshot.recipe.architecture.layout
    parameters = snapshot.state.parameters
    matrices = [layout.matrix(parameters, layer).astype(np.float64) for layer in range(1, len(layout.sizes))]
    reach = max(LEAST_REACH, *(float(np.abs(matrix).max()) for matrix in matrices))
    pairs = matrices[0][:MOST_PAIRS, :2].tolist() if matrices[0].shape[1] > 1 else []
    return WeightsAnswer(
        snapshot.step, snapshot.moment.epochs, reach, pairs, [_describe(each, reach) for each in matrices]
    )


def _describe(matrix: NDArray[np.float64], reach: float) -> LayerWeights:
    counts, _ = np.histogram(matrix, bins=BINS, range=(-reach, reach))
    sizes = np.abs(matrix)
    return LayerWeights(
        count=matrix.size,
        counts=counts.tolist(),
        zeros=int((matrix == 0).sum()),
        l1=float(sizes.sum()),
        l2=float(np.sqrt((sizes**2).sum())),
        largest=float(sizes.max()),
    )
