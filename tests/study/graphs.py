"""Networks to draw the graph of: any activation, loss and normalization, with samples clear of kinks."""

from base64 import b64decode

import numpy as np
from msgspec import UNSET

from glassbox.engine.network import Architecture
from glassbox.study.graph.by_layer import record_by_layer
from glassbox.study.graph.chosen import Chosen, choose
from glassbox.study.graph.float64_network import Float64Network, float64_network
from glassbox.study.graph.update import update_of
from tests.engine.networks import case_of, recipe_of


def graph_case(activation, output, loss, units, normalization, samples, hidden=(4, 3)):
    """A network, and samples chosen for it; several are a mini-batch."""
    architecture = Architecture(
        (3, *hidden, units), (activation,) * len(hidden), output, (normalization,) * len(hidden)
    )
    case = case_of(architecture, loss, samples, 5, np.float64, 1e-3)
    network = Float64Network(recipe_of(architecture, loss, huber_delta=0.7), case.parameters, case.statistics)
    return network, Chosen(np.arange(samples), case.x, case.t, samples > 1)


def update_at(snapshot, sample=None):
    """The whole update that the graph of a snapshot announces, of which an answer tells a part."""
    network, chosen = float64_network(snapshot), choose(snapshot, sample)
    gradients = network.flat(record_by_layer(network, chosen).gradients())
    return update_of(
        network,
        snapshot.state,
        snapshot.moment.holds.places,
        gradients,
        chosen.count,
        len(snapshot.data_split.data.t_train),
    )


def unpacked(packed):
    """A matrix as the page reads it."""
    flat = np.array(packed.numbers) if packed.numbers is not UNSET else np.frombuffer(b64decode(packed.float32), "<f4")
    return flat.reshape(packed.rows, -1)


def dots(packed):
    """A picture, as bytes from −127 to 127."""
    return np.frombuffer(b64decode(packed.dots), np.int8).reshape(packed.rows, -1)


def nodes_of(answer):
    return {node.id: node for node in answer.nodes}
