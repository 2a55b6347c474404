"""Findings: each illness made by training a real run, and healthy runs of many kinds in which nothing is found."""

import pytest

from glassbox.run.answers import take_snapshot
from glassbox.study.diagnostics.ailment import Ailment
from glassbox.study.diagnostics.checkup import Checkup
from glassbox.study.diagnostics.diagnose import CHECKS, diagnose
from tests.run.tools import run_of, train_epochs


def layers(*units):
    return [{"units": each} for each in units]


WIDE_RELU = {"hidden": layers(8, 8), "activation": "relu", "initialization": "he"}
LONG_ASLEEP = {"dataset": "checkerboard", "activation": "sigmoid", "hidden": layers(8, 8), "seed": 1}


ILL = {
    # how it is made, epochs, what is to be found, what its words must name
    "zeros": ({"initialization": "zeros", "hidden": layers(4, 4)}, 20, Ailment.IDENTICAL,
    "Layer 1: 4 of 4 units are identical"),
    "no gain": ({"gain": 0.0, "hidden": layers(6, 4)}, 20, Ailment.IDENTICAL, "6 of 6 units"),
    "negative bias": ({**WIDE_RELU, "initial_bias": -20.0}, 20, Ailment.DEAD,
    "Layer 1: 8 of 8 ReLU units are dead for every sample"),
    "a wild start": ({**WIDE_RELU, "learning_rate": 3.0}, 60, Ailment.DEAD, "ReLU units are dead"),
    "flat ELU": ({"hidden": layers(6), "activation": "elu", "initial_bias": -30.0}, 20, Ailment.DEAD, "ELU units"),
    "large sigmoid": (
        {"hidden": layers(8, 8), "activation": "sigmoid", "gain": 20.0, "dataset": "spiral"},
        50, Ailment.SATURATED, "the sigmoid units",
    ),
    "large tanh": ({"hidden": layers(8, 8), "gain": 10.0, "dataset": "spiral"}, 50, Ailment.SATURATED,
    "the tanh units"),
    "deep sigmoid": ({"hidden": layers(*[4] * 8), "activation": "sigmoid", "seed": 1}, 50, Ailment.VANISHING,
    "times smaller in layer 1"),
    "deep and small": ({"hidden": layers(*[6] * 6), "gain": 0.1}, 50, Ailment.FADING, "times less in layer 6"),
    "exploding": (
        {**WIDE_RELU, "hidden": layers(*[16] * 6), "gain": 3.0, "dataset": "multi_gauss", "learning_rate": 1e-5}, 0,
        Ailment.EXPLODING, "times as long",
    ),
    "huge steps": ({"learning_rate": 1.0, "optimizer": "adam", "hidden": layers(8, 8)}, 0, Ailment.UPDATES_LARGE,
    "% of their length"),
    "rate 10": ({"learning_rate": 10.0}, 40, Ailment.RATE_HIGH, "jumps up and down"),
    "Adam's rate 1": ({"learning_rate": 1.0, "optimizer": "adam", "hidden": layers(8, 8)}, 60, Ailment.RATE_HIGH,
    "jumps up and down"),
    "rate 0.00001": ({"learning_rate": 1e-5}, 60, Ailment.RATE_LOW, "1 part in"),
    "large inputs": ({"input_scale": 100.0, "hidden": layers(8, 8)}, 30, Ailment.UNSCALED, "typical size is 2"),
    "small inputs": ({"input_scale": 0.01}, 30, Ailment.UNSCALED, "hardly notices"),
    "by heart": (
        {**WIDE_RELU, "dataset": "moons", "noise": 0.8, "samples": 60, "hidden": layers(32, 32), "optimizer": "adam",
        "learning_rate": 0.01},
        150, Ailment.OVERFITTING, "test loss was lowest",
    ),
    "a straight line": ({"hidden": [], "learning_rate": 0.1}, 60, Ailment.UNDERFITTING, "not linearly separable"),
    "layers that collapse": ({"activation": "linear", "dataset": "xor"}, 80, Ailment.UNDERFITTING,
    "not linearly separable"),
    "a line for hills": ({"hidden": [], "dataset": "multi_gauss"}, 60, Ailment.UNDERFITTING, "an R² of"),
    "two units": ({"dataset": "spiral", "hidden": layers(2), "learning_rate": 0.1}, 330, Ailment.UNDERFITTING,
    "seems too small"),
    "steps far out": ({"activation": "step", "gain": 20.0, "hidden": layers(8, 8)}, 30, Ailment.STUCK,
    "step units get no gradient"),
    "steps below": ({"activation": "step", "initial_bias": -20.0, "hidden": layers(8)}, 30, Ailment.STUCK,
    "100 % of the time"),
    "batches of one": ({"normalization": "batch", "batch_size": 1, "hidden": layers(8, 8)}, 20, Ailment.SMALL_BATCHES,
    "only 1 sample at"),
    "a last batch of one": (
        {"normalization": "batch", "batch_size": 249, "hidden": layers(8, 8)}, 20, Ailment.SMALL_BATCHES,
        "leave a last batch of 1 in every epoch",
    ),
    "few digits": ({"dataset": "digits", "samples": 20, "hidden": layers(8)}, 10, Ailment.UNSEEN_CLASSES,
    "of which no sample trains"),
    "weights too small": ({"dataset": "xor", "gain": 0.02, "hidden": layers(4, 4)}, 55, Ailment.ASLEEP,
    "hardly moved from 0.69"),
    "under a penalty": ({"dataset": "xor", "penalty": "l1", "penalty_rate": 0.1}, 55, Ailment.ASLEEP,
    "always giving the same answer"),
    "silenced": ({"dataset": "xor", "dropout": 0.9}, 310, Ailment.ASLEEP, "always giving the same answer"),
    "a long sleep": (LONG_ASLEEP, 320, Ailment.ASLEEP, "320 epochs"),
    "noise by heart": (
        {"label_noise": 0.2, "samples": 200, "hidden": layers(64, 64), "optimizer": "adam", "learning_rate": 0.01}, 250,
        Ailment.MEMORISING, "the network repeats",
    ),
}  # fmt: skip


HEALTHY = {
    "as it comes": {},
    "XOR": {"dataset": "xor"},
    "ReLU": WIDE_RELU,
    "one neuron": {"dataset": "gauss", "hidden": []},
    "spiral": {"dataset": "spiral", "hidden": layers(8, 8), "optimizer": "adam", "learning_rate": 0.01},
    "wide ReLU": {**WIDE_RELU, "dataset": "spiral", "hidden": layers(32, 32), "optimizer": "adam",
    "learning_rate": 0.01, "seed": 2},
    "momentum": {"dataset": "moons", "optimizer": "momentum", "learning_rate": 0.01},
    "three classes": {"dataset": "blobs", "hidden": layers(6)},
    "regression": {"dataset": "plane", "hidden": layers(4)},
    "hills": {"dataset": "multi_gauss", "hidden": layers(16, 16), "optimizer": "adam", "learning_rate": 0.01},
    "batch norm": {"normalization": "batch", "hidden": layers(8, 8), "batch_size": 32, "learning_rate": 0.1},
    "overlapping": {"dataset": "gauss", "noise": 1.0, "hidden": layers(4)},
    "brisk": {"learning_rate": 0.3},
    "rare class": {"dataset": "unbalanced", "hidden": layers(4)},
    "one sigmoid layer": {"hidden": layers(8), "activation": "sigmoid", "learning_rate": 0.3},
    "GELU": {"hidden": layers(8, 8), "activation": "gelu", "initialization": "he", "learning_rate": 0.1},
    "all squares": {"features": ["x1", "x2", "x1_squared", "x2_squared", "x1_x2"], "learning_rate": 0.01},
    "noise not learned": {"label_noise": 0.2, "hidden": layers(3), "learning_rate": 0.1},
    "dropout": {"dropout": 0.3, "hidden": layers(16, 16), "learning_rate": 0.1},
    "L1": {"penalty": "l1", "penalty_rate": 0.01, "learning_rate": 0.1},
    "steps": {"activation": "step", "hidden": layers(8, 8), "learning_rate": 0.1},
    "deep tanh": {"hidden": layers(*[6] * 8), "learning_rate": 0.05},
    "deep ReLU": {**WIDE_RELU, "hidden": layers(*[8] * 8), "learning_rate": 0.01, "seed": 1},
    "a poor start": {"dataset": "multi_gauss", "activation": "gelu", "initialization": "he", "hidden": layers(8, 8)},
    "a steep start": {
        "dataset": "checkerboard", "activation": "leaky_relu", "initialization": "he", "hidden": layers(8, 8),
        "optimizer": "momentum", "learning_rate": 0.01,
    },
    "hard work": {"dataset": "checkerboard", "optimizer": "momentum", "learning_rate": 0.01, "hidden": layers(8, 8)},
    "a long plateau": {"dataset": "rings", "activation": "sigmoid", "hidden": layers(8, 8), "seed": 7},
    "small weights": {"dataset": "xor", "gain": 0.3},
    "a light penalty": {"dataset": "xor", "penalty": "l2", "penalty_rate": 0.001},
    "a plateau": {"dataset": "xor", "activation": "sigmoid", "hidden": layers(4, 4)},
}  # fmt: skip


MOMENTS = (0, 5, 10, 15, 25, 50, 100, 200, 320)  # epochs


def train_to(run, epoch):
    """With a point of the curves for every epoch, as on the page; a run that blows up stops where it does."""
    while run.trainer.epoch < epoch and not run.stop:
        train_epochs(run, 1)
        run.evaluate()


def found_in(run):
    return diagnose(Checkup(take_snapshot(run)))


@pytest.mark.parametrize(("settings", "epochs", "ailment", "words"), ILL.values(), ids=ILL)
def test_what_ails_a_run_is_found_and_named(settings, epochs, ailment, words):
    run = run_of(**settings)
    run.evaluate()
    train_to(run, epochs)
    found = found_in(run)
    named = [finding for finding in found if finding.ailment is ailment]
    assert named, [finding.text for finding in found]
    assert words in named[0].text and named[0].remedy


@pytest.mark.parametrize("case", ["a straight line", "two units", "weights too small", "a long sleep"])
def test_of_a_run_played_fast_the_same_is_found(case):
    """A frame now and then is all that its curves have; so few points may leave a part of them empty."""
    settings, epochs, ailment, words = ILL[case]
    run = run_of(**settings)
    run.evaluate()
    for share in (0.3, 0.6, 0.9, 1.0):
        train_epochs(run, round(share * epochs) - run.trainer.epoch)
        run.evaluate()
    named = [finding for finding in found_in(run) if finding.ailment is ailment]
    assert named and words in named[0].text


def test_every_ailment_was_made_ill():
    assert {ailment for _, _, ailment, _ in ILL.values()} == set(Ailment)
    assert len({check for check, _ in CHECKS}) == len(CHECKS) == len(Ailment)


@pytest.mark.parametrize("settings", HEALTHY.values(), ids=HEALTHY)
def test_in_a_healthy_run_nothing_is_found_at_any_moment(settings):
    run = run_of(**settings)
    run.evaluate()
    for moment in MOMENTS:
        train_to(run, moment)
        assert [finding.text for finding in found_in(run)] == [], moment


def test_odd_handwriting_is_no_wrong_label():
    run = run_of(
        **{
            **WIDE_RELU,
            "dataset": "digits",
            "samples": 1797,
            "hidden": layers(32),
            "optimizer": "adam",
            "learning_rate": 0.003,
        }
    )
    run.evaluate()
    for epoch in (10, 60):
        train_to(run, epoch)
        assert [finding.text for finding in found_in(run)] == []
    assert Checkup(take_snapshot(run)).odd.any()


@pytest.mark.parametrize(
    "remedy", [{"hidden": layers(8, 8)}, {"features": ["x1_squared", "x2_squared"]}], ids=["units", "features"]
)
def test_the_remedy_for_a_straight_line_helps(remedy):
    run = run_of(hidden=[], learning_rate=0.1)
    train_to(run, 60)
    assert [finding.ailment for finding in found_in(run)] == [Ailment.UNDERFITTING]
    cured = run_of(**{"hidden": [], "learning_rate": 0.1, **remedy})
    train_to(cured, 120)
    assert found_in(cured) == [] and cured.evaluate()[0].train.accuracy > 0.95


@pytest.mark.parametrize(
    ("asleep", "cause", "cure"),
    [
        ({"gain": 0.02, "hidden": layers(4, 4)}, "too small to tell samples apart", {"gain": 1.0}),
        ({"penalty": "l1", "penalty_rate": 0.1}, "lower its rate of 0.1", {"penalty_rate": 0.001}),
        ({"dropout": 0.9}, "lower the dropout", {"dropout": 0.1}),
        (
            LONG_ASLEEP, "Use momentum or Adam",
            {"activation": "tanh", "optimizer": "adam", "learning_rate": 0.01},
        ),
    ],
    ids=["small weights", "penalty", "dropout", "sigmoid"],
)  # fmt: skip
def test_what_wakes_a_sleeping_network(asleep, cause, cure):
    run = run_of(**{"dataset": "xor", **asleep})
    run.evaluate()
    train_to(run, 310)
    (finding,) = found_in(run)
    assert finding.ailment is Ailment.ASLEEP and cause in finding.remedy
    cured = run_of(**{"dataset": "xor", **asleep, **cure})
    train_to(cured, 310)
    assert found_in(cured) == [] and cured.evaluate()[0].train.accuracy > 0.85
