"""Recorded ways to the goals of the lessons: by lesson and step, what a reader does.

An act is a word with what it is done to:
    change: settings; weight: layer, unit, source (None: the bias), value; reset; play: to that epoch, or (None) until
    it stops by itself; seed: trains to that epoch from one seed after another, until the goal is reached.
"""


def _layers(*units):
    return [{"units": each} for each in units]


def _anew(epoch, **changes):
    return [("change", changes), ("reset",), ("play", epoch)]


WAYS = {
    ("first-five-minutes", 4): [("change", {"learning_rate": 0.1}), ("play", 300)],
    ("first-five-minutes", 5): [("weight", (2, 0, 0, 0.0))],
    ("first-five-minutes", 7): [
        ("change", {"features": ["x1", "x2", "x1_squared", "x2_squared"]}),
        ("play", 200),
    ],
    ("neuron", 2): [("weight", (1, 0, 0, 0.0))],
    ("neuron", 3): [("weight", (1, 0, 0, 2.0)), ("weight", (1, 0, 1, 2.0)), ("weight", (1, 0, None, 2.0))],
    ("neuron", 4): [("weight", (1, 0, 0, 1.0)), ("weight", (1, 0, 1, 1.0)), ("weight", (1, 0, None, 0.0))],
    ("neuron", 6): [("weight", (1, 0, None, -2.5))],
    ("neuron", 7): [("weight", (1, 0, None, 2.5))],
    ("neuron", 8): [("weight", (1, 0, None, 2.5))],
    ("neuron", 10): [("change", {"hidden": _layers(4)}), ("seed", 500)],
    ("single-layer", 3): [("weight", (1, 0, None, 0.0))],
    ("single-layer", 7): [("change", {"learning_rate": 0.3}), ("play", 400)],
    ("single-layer", 8): [("change", {"features": ["x1", "x2", "x1_x2"]}), ("play", 100)],
    ("activations", 3): [("change", {"activation": "tanh"}), ("play", 300)],
    ("activations", 5): _anew(60, activation="tanh"),
    ("activations", 7): _anew(200, initial_bias=0.0, activation="leaky_relu"),
    ("activations", 9): [("change", {"activation": "tanh", "learning_rate": 0.3}), ("seed", 300)],
    ("losses", 5): [("change", {"loss": "cross_entropy"}), ("play", 60)],
    ("losses", 7): [("change", {"loss": "absolute"}), ("play", 300)],
    ("losses", 9): [("change", {"loss": "hinge", "learning_rate": 1.0}), ("play", 300)],
    ("two-layers", 3): [("weight", (2, 0, 0, -1.0)), ("weight", (2, 0, 1, -1.0)), ("weight", (2, 0, None, 2.5))],
    ("two-layers", 4): [("seed", 100)],
    ("two-layers", 7): [("change", {"hidden": _layers(3)}), ("seed", 300)],
    ("deep-networks", 6): [("change", {"gain": 1.0}), ("play", 100)],
    ("deep-networks", 8): [("change", {"hidden": _layers(8, 8, 8)}), ("seed", 300)],
    ("deep-or-wide", 6): [("change", {"hidden": _layers(9, 9, 9)}), ("seed", 500)],
    ("graph", 7): [("change", {"optimizer": "adam", "learning_rate": 0.03}), ("seed", 300)],
    ("gradient", 2): [("weight", (1, 0, 0, 0.08)), ("weight", (1, 0, 1, 0.08)), ("weight", (1, 0, None, 0.0))],
    ("gradient", 7): [("change", {"learning_rate": 0.3}), ("seed", 400)],
    ("learning-rate", 5): _anew(220, learning_rate=0.14),
    ("learning-rate", 8): _anew(60, learning_rate=1.0),
    ("optimizers", 8): _anew(None, learning_rate=1.0),
    ("training-loop", 6): [("change", {"stop_loss": 0.1}), ("play", None)],
    ("training-loop", 7): [("change", {"patience": 50}), ("play", None)],
    ("train-and-test", 6): [
        ("change", {"validation_share": 20, "watched": "validation", "patience": 50}),
        ("reset",),
        ("play", None),
    ],
    ("regularization", 8): _anew(None, penalty="l2", penalty_rate=0.003),
    ("double-descent", 7): _anew(None, hidden=_layers(128)),
    ("smallest-network", 1): [("change", {"hidden": _layers(4)}), ("seed", 600)],
    ("many-starts", 1): [("seed", 500)],
    ("locked-start", 1): [("change", {"hidden": _layers(6)}), ("play", 300)],
    ("threshold-unit", 1): [("weight", (1, 0, 0, 1.0)), ("weight", (1, 0, 1, 1.0)), ("weight", (1, 0, None, 0.0))],
}
