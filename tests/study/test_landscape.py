"""The picture of the loss around a network, against the slow twin and against what the page reads."""

import numpy as np
import pytest

from glassbox.protocol.refusals import Refusal
from glassbox.run.answers import take_trajectory
from glassbox.study import landscape as room
from glassbox.study.directions import main_directions, random_directions, weight_directions
from glassbox.study.landscape import landscape
from glassbox.study.questions import LandscapeQuestion
from tests import reference
from tests.run.tools import run_of, train_epochs

KINDS = ("random", "path", "weights")


def trained(**settings):
    run = run_of(**({"learning_rate": 0.3} | settings))
    run.evaluate()
    for _ in range(6):
        train_epochs(run, 1)
        run.evaluate()
    return run


def twin_loss(snapshot, parameters):
    recipe, data = snapshot.recipe, snapshot.data_split.data
    statistics = snapshot.state.statistics
    return reference.mean_loss(
        recipe.architecture, recipe.loss, parameters, data.x_train, data.t_train, statistics, recipe.huber_delta
    )


def directions_of(snapshot, view):
    path = np.array([each.parameters for each in snapshot.trajectory], np.float64)
    layout = snapshot.recipe.architecture.layout
    if view.kind == "path":
        return main_directions(path)
    return (
        random_directions(layout, path[-1], view.seed)
        if view.kind == "random"
        else weight_directions(layout, view.weights)
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "settings",
    [{}, {"dataset": "blobs"}, {"normalization": "batch", "activation": "relu"}, {"dataset": "plane", "loss": "huber"}],
    ids=["binary", "classes", "normalized", "regression"],
)
def test_losses_are_the_twins(kind, settings):
    snapshot = take_trajectory(trained(**settings))
    view = LandscapeQuestion(kind=kind, size=9, seed=5, weights=((1, 0, 1), (2, 1, None)))
    answer = landscape(snapshot, view)
    left, right, bottom, top = answer.box
    across, up = directions_of(snapshot, view)
    origin = snapshot.trajectory[-1].parameters.astype(np.float64)
    theirs = [
        twin_loss(snapshot, origin + a * across + b * up)
        for b in np.linspace(bottom, top, 9)
        for a in np.linspace(left, right, 9)
    ]
    np.testing.assert_allclose(answer.values, theirs, rtol=2e-4, atol=1e-5)


@pytest.mark.parametrize("kind", ["random", "weights"])
def test_the_middle_is_the_loss_that_the_page_reads(kind):
    run = trained()
    answer = landscape(take_trajectory(run), LandscapeQuestion(kind=kind, size=21))
    read = run.evaluate()[0].train.loss
    assert answer.loss == pytest.approx(read, rel=1e-5)
    assert answer.values[21 * 10 + 10] == pytest.approx(read, rel=1e-5)
    assert (answer.step, answer.run, answer.revision) == (run.trainer.step, run.number, run.revision)
    assert answer.steps[-1] == answer.step and answer.path[-1] == [0, 0]


def test_the_penalty_is_added_where_it_is_wanted():
    run = trained(penalty="l2", penalty_rate=0.05)
    snapshot = take_trajectory(run)
    without, having = (
        landscape(snapshot, LandscapeQuestion(kind="random", size=9, penalty=penalty)) for penalty in (False, True)
    )
    evaluation = run.evaluate()[0]
    assert having.loss - without.loss == pytest.approx(evaluation.penalty, rel=1e-4)
    corner = snapshot.state.parameters + np.array([-1, -1]) @ directions_of(
        snapshot, LandscapeQuestion(kind="random", size=9)
    )
    cost = (
        0.05
        / 2
        * sum((weights**2).sum() for weights, _ in reference.layers(corner, snapshot.recipe.architecture.sizes))
    )
    assert having.values[0] - without.values[0] == pytest.approx(cost, rel=1e-3)


def test_the_path_fits_into_its_picture_and_the_picture_leaves_little_out():
    answer = landscape(take_trajectory(trained()), LandscapeQuestion(kind="path", size=9))
    left, right, bottom, top = answer.box
    assert all(left < x < right and bottom < y < top for x, y in answer.path)
    assert len(answer.path) == len(answer.steps) == 7
    assert (
        answer.left_out
        < 0.05
        < landscape(take_trajectory(trained()), LandscapeQuestion(kind="random", size=9)).left_out
        <= 1
    )


def test_a_zoom_looks_nearer():
    snapshot = take_trajectory(trained())
    for kind in KINDS:
        wide, near = (
            np.array(landscape(snapshot, LandscapeQuestion(kind=kind, size=9, zoom=zoom)).box) for zoom in (1, 4)
        )
        assert near[1] - near[0] == pytest.approx((wide[1] - wide[0]) / 4)
        assert near[0] + near[1] == pytest.approx(wide[0] + wide[1])


def test_single_weights_say_their_value():
    run = trained()
    answer = landscape(
        take_trajectory(run), LandscapeQuestion(kind="weights", size=9, weights=((1, 2, 0), (1, 2, None)))
    )
    layout = run.trainer.recipe.architecture.layout
    assert answer.origin == [
        layout.matrix(run.trainer.parameters, 1)[2, 0],
        run.trainer.parameters[layout.bias(1)][2],
    ]
    assert (
        landscape(take_trajectory(run), LandscapeQuestion(kind="weights", size=9)).origin
        == layout.matrix(run.trainer.parameters, 1)[0].tolist()
    )
    single = landscape(take_trajectory(trained(features=["x1"], hidden=[])), LandscapeQuestion(kind="weights", size=9))
    assert len(single.origin) == 2


def test_losses_that_are_not_finite_are_null():
    run = trained(dataset="plane", activation="linear", learning_rate=0.01)
    for layer in (1, 2, 3):
        run.trainer.set_weight(layer, 0, 0, 1e20)
    answer = landscape(take_trajectory(run), LandscapeQuestion(kind="random", size=9))
    assert None in answer.values and not any(value != value for value in answer.values if value is not None)


def test_what_takes_too_long_is_refused_and_said_before(monkeypatch):
    snapshot = take_trajectory(trained())
    monkeypatch.setattr(room, "MOST_PRODUCTS", 25 * 250 * 21**2)
    assert landscape(snapshot, LandscapeQuestion(kind="random", size=21)).finest == 21
    with pytest.raises(Refusal, match="25 parameters on 250 samples"):
        landscape(snapshot, LandscapeQuestion(kind="random", size=61))
