"""The way a run has come: kept thinly, forgotten when the run begins anew or its network is another."""

import numpy as np

from glassbox.run.answers import take_trajectory
from glassbox.run.past import trajectory
from glassbox.run.past.trajectory import LEAST_POINTS, MOST_POINTS, Trajectory
from tests.run.tools import run_of, tell, train_epochs


def trajectory_of(count, size=3):
    way = Trajectory()
    for step in range(count):
        way.add(step, np.full(size, step, np.float32))
    return way


def steps(way):
    return [point.step for point in way.points]


def test_a_short_way_is_kept_whole():
    assert steps(trajectory_of(100)) == list(range(100))


def test_a_long_way_is_thinned_evenly_and_keeps_its_start():
    kept = steps(trajectory_of(5000))
    assert MOST_POINTS / 2 <= len(kept) <= MOST_POINTS and kept[0] == 0
    assert set(np.diff(kept)) == {32} and 5000 - kept[-1] <= 32
    assert all(point.parameters[0] == point.step for point in trajectory_of(5000).points)


def test_large_networks_leave_fewer_points(monkeypatch):
    monkeypatch.setattr(trajectory, "MOST_BYTES", 20 * 4000)
    assert len(trajectory_of(500, size=1000).points) <= 20
    assert len(trajectory_of(500, size=1_000_000 // 8).points) <= LEAST_POINTS


def test_going_back_takes_the_way_that_followed_away():
    way = trajectory_of(10)
    way.add(4, np.full(3, -4, np.float32))
    assert steps(way) == [0, 1, 2, 3, 4] and way.points[-1].parameters[0] == -4
    way.add(5, np.full(7, 5, np.float32))
    assert steps(way) == [5]


def evaluated(run, epochs):
    for _ in range(epochs):
        train_epochs(run, 1)
        run.evaluate()
    return run


def test_a_trajectory_ends_where_the_run_stands():
    run = run_of()
    run.evaluate()
    evaluated(run, 5)
    run.trainer.run(1)
    snapshot = take_trajectory(run)
    assert len(snapshot.trajectory) == 7 and snapshot.trajectory[0].step == 0
    assert snapshot.trajectory[-1].step == snapshot.step == run.trainer.step
    np.testing.assert_array_equal(snapshot.trajectory[-1].parameters, run.trainer.parameters)
    before = snapshot.trajectory[3].parameters.copy()
    evaluated(run, 3)
    np.testing.assert_array_equal(snapshot.trajectory[3].parameters, before)


def test_a_new_beginning_and_a_new_shape_have_no_past():
    run = evaluated(run_of(), 4)
    tell(run, "reset")
    assert not run.history.trajectory.points
    evaluated(run, 4)
    tell(run, "configure", changes={"learning_rate": 0.1, "optimizer": "adam"})
    assert len(run.history.trajectory.points) == 4
    tell(run, "edit_network", action="remove_unit", layer=1)
    assert not run.history.trajectory.points
    assert len(take_trajectory(run).trajectory) == 1


def test_a_moment_of_the_past_has_the_way_up_to_it():
    run = run_of()
    run.evaluate()
    evaluated(run, 6)
    tell(run, "rewind", step=run.trainer.steps_per_epoch * 3)
    snapshot = take_trajectory(run)
    assert [each.step for each in snapshot.trajectory] == [run.trainer.steps_per_epoch * epoch for epoch in range(4)]
    np.testing.assert_array_equal(snapshot.trajectory[-1].parameters, run.trainer.parameters)
    evaluated(run, 1)
    assert [each.step for each in run.history.trajectory.points] == [
        run.trainer.steps_per_epoch * epoch for epoch in range(5)
    ]


def test_a_moment_before_the_network_had_its_shape_has_no_way_of_another_shape():
    run = evaluated(run_of(), 3)
    step = run.trainer.step
    tell(run, "edit_network", action="add_unit", layer=1)
    evaluated(run, 3)
    tell(run, "rewind", step=step)
    snapshot = take_trajectory(run)
    assert {each.parameters.size for each in snapshot.trajectory} == {run.trainer.parameters.size}


def test_it_shares_its_numbers_with_the_timeline_and_no_training_changes_them():
    run = run_of()
    run.evaluate()
    (point,) = run.history.trajectory.points
    assert point.parameters is run.history.moments[-1].state.parameters
    before = point.parameters.copy()
    train_epochs(run, 2)
    tell(run, "set_weight", layer=1, unit=0, source=0, value=3.0)
    tell(run, "rewind", step=0)
    assert np.array_equal(run.history.trajectory.points[0].parameters, before)
