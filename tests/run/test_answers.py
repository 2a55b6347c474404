"""What a run answers: copies that stay as they are, and that can be pickled,
so that a run may live in another process.
"""

import pickle

import numpy as np
import pytest

from glassbox.protocol.broadcast import Most
from glassbox.run.answers import ANSWERS, answer, take_snapshot, take_trajectory
from glassbox.run.holds import Holds
from glassbox.run.restore import trainer_at
from tests.run.tools import run_of, train_epochs

ARGUMENTS = {
    "curves": {"points": 20},
    "look": {"seen": None, "known": 0, "now": 0.0, "most": Most(100, 40)},
    "whole": {"alias": "alias"},
}


@pytest.mark.parametrize("name", ANSWERS)
def test_every_answer_can_be_pickled(name):
    run = run_of(dropout=0.1, optimizer="adam", normalization="batch")
    train_epochs(run, 2)
    found = answer(run, name, ARGUMENTS.get(name, {}))
    sent = pickle.dumps(found)
    assert pickle.dumps(pickle.loads(sent)) == sent or same(found, pickle.loads(sent))


def same(one, other):
    """Whether both say the same, array by array."""
    if isinstance(one, np.ndarray):
        return one.dtype == other.dtype and np.array_equal(one, other, equal_nan=True)
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[name], other[name]) for name in one)
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, Holds):
        return same(one.vectors, other.vectors)
    names = getattr(one, "__dataclass_fields__", ()) or getattr(one, "__struct_fields__", ())
    if names:
        return all(same(getattr(one, name), getattr(other, name)) for name in names)
    return one == other


def test_a_pickled_snapshot_trains_as_its_run_does():
    run = run_of(optimizer="adam", dropout=0.2)
    train_epochs(run, 3)
    trainer = trainer_at(pickle.loads(pickle.dumps(take_snapshot(run))).moment)
    trainer.run(40)
    run.trainer.run(40)
    assert trainer.parameters.tobytes() == run.trainer.parameters.tobytes()


def test_the_way_ends_where_the_run_stands():
    run = run_of()
    train_epochs(run, 3)
    snapshot = take_trajectory(run)
    assert snapshot.trajectory[-1].step == run.trainer.step
    assert np.array_equal(snapshot.trajectory[-1].parameters, run.trainer.parameters)


def test_what_nobody_answers_is_a_fault_of_the_program():
    with pytest.raises(KeyError):
        answer(run_of(), "weather", {})
