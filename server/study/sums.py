"""What units hand to their activations: the pre-activations z of each layer, and how they are distributed."""

import numpy as np

from glassbox.engine.activations import activated
from glassbox.engine.arrays import Floats
from glassbox.engine.choices import Activation, OutputActivation
from glassbox.engine.flow import LayerFlow, flow
from glassbox.engine.vocabulary import FLAT_SHARE
from glassbox.run.snapshot import Snapshot
from glassbox.study.activations import REACH
from glassbox.study.answers.of_network import LayerSums, SumsAnswer
from glassbox.study.in_bounds import check_weights

BINS = 48  # over −REACH to REACH: as wide as the pictures of the curves
CURVES = {
    OutputActivation.IDENTITY: Activation.LINEAR,
    OutputActivation.SIGMOID: Activation.SIGMOID,
    OutputActivation.TANH: Activation.TANH,
    OutputActivation.SCORE: Activation.LINEAR,
}  # an output's activation as one of a single sum; softmax looks at all of them


def sums(snapshot: Snapshot) -> SumsAnswer:
    """For each layer, a histogram of its units' sums z over all training points, and the share on the flat.

    Raises:
        Refusal: the weights are no longer finite.
    """
    inputs = snapshot.data_split.data.x_train
    flowed = enumerate(flow_of(snapshot, inputs), start=1)
    described = [_describe(each.given, curve_of(snapshot, layer)) for layer, each in flowed]
    return SumsAnswer(snapshot.step, snapshot.moment.epochs, REACH, inputs.shape[1], FLAT_SHARE, described)


def flow_of(snapshot: Snapshot, inputs: Floats) -> list[LayerFlow]:
    """What every layer makes of `inputs` [features, points].

    Raises:
        Refusal: the weights are no longer finite.
    """
    check_weights(snapshot)
    state = snapshot.state
    return flow(snapshot.recipe.architecture, state.parameters, state.statistics, inputs)


def curve_of(snapshot: Snapshot, layer: int) -> Activation | None:
    """What a layer does to its sums; None for a softmax, which is no curve."""
    architecture = snapshot.recipe.architecture
    if layer <= len(architecture.activations):
        return architecture.activations[layer - 1]
    return CURVES.get(architecture.output)


def _describe(z: Floats, curve: Activation | None) -> LayerSums:
    counts, _ = np.histogram(z, bins=BINS, range=(-REACH, REACH))
    return LayerSums(
        units=z.shape[0],
        activation=curve and curve.value,
        counts=counts.tolist(),
        below=int((z < -REACH).sum()),
        above=int((z > REACH).sum()),
        total=z.size,
        flat=None if curve is None else float((np.abs(activated(curve, z.ravel())[1]) < curve.flat_below).mean()),
    )
