"""Memory is counted once for each thing, however many hold it."""

import numpy as np

from glassbox.run.past.trajectory import TrajectoryPoint
from glassbox.run.past.weight import SETTINGS_BYTES, Weight, WeightOfPasts, shared_by
from tests.run.tools import run_of, train_epochs


def test_a_thing_counts_as_long_as_anybody_holds_it():
    weight, thing = Weight(), np.zeros(100, np.float32)
    weight.count([thing], 1)
    weight.count([thing], 1)
    weight.count([thing], -1)
    assert weight.bytes == 400
    weight.count([thing], -1)
    assert weight.bytes == 0


def test_a_copy_counts_by_itself():
    weight, thing = Weight(), np.zeros(100, np.float32)
    weight.count([thing], 1)
    twin = weight.copy()
    twin.count([thing], -1)
    assert (weight.bytes, twin.bytes) == (400, 0)


def test_a_moment_weighs_what_it_says_and_what_it_shares_however_many_hold_it():
    moment, weight, shared = run_of().now(), Weight(), Weight()
    weight.count([moment, moment, moment.state.parameters], 1)
    shared.count(shared_by(moment), 1)
    assert weight.bytes == moment.bytes + shared.bytes
    weight.count([moment, moment.state.parameters, moment], -1)
    assert weight.bytes == 0


def test_a_moment_shares_settings_data_holds_and_the_best_epoch():
    run = run_of(patience=5)
    train_epochs(run, 2)
    moment, weight = run.now(), Weight()
    weight.count(shared_by(moment), 1)
    data, best = moment.data_split, moment.seen.best
    arrays = [*data.data.parts, (data.points.x, data.points.target)]
    of_data = sum(array.nbytes for part in arrays for array in part)
    of_best = sum(part.nbytes for part in best.state)
    assert weight.bytes == SETTINGS_BYTES + of_data + moment.holds.nbytes + of_best


def test_pasts_weigh_what_their_stages_do_one_by_one():
    run, pasts, one_by_one = run_of(), WeightOfPasts(), Weight()
    moments = []
    for _ in range(4):
        train_epochs(run, 1)
        moments.append(run.now())
    points = [TrajectoryPoint(moment.step, moment.state.parameters) for moment in moments]
    held = [[*moments[:2], *points[:2]], [moments[0], *moments], [*points, moments[3]]]
    for past in held:
        pasts.add(past)
        one_by_one.count(past, 1)
        assert pasts.bytes == one_by_one.bytes
    for past in held:
        pasts.remove(past)
        one_by_one.count(past, -1)
        assert pasts.bytes == one_by_one.bytes
    assert pasts.bytes == 0
