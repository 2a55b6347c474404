"""Networks to draw the graph of: any activation, loss and normalization, with samples clear of kinks."""

import numpy as np

from server.engine.network import Architecture
from server.study.graph.chosen import Chosen
from server.study.graph.moment import Moment
from tests.engine.networks import case_of, recipe_of


def graph_case(activation, output, loss, units, normalization, samples, hidden=(4, 3)):
    """A moment of a network, and samples chosen for it; several are a mini-batch."""
    architecture = Architecture((3, *hidden, units), (activation,) * len(hidden), output, (normalization,) * len(hidden))
    case = case_of(architecture, loss, samples, 5, np.float64, 1e-3)
    moment = Moment(recipe_of(architecture, loss, huber_delta=0.7), case.parameters, case.statistics)
    return moment, Chosen(np.arange(samples), case.x, case.t, samples > 1)
