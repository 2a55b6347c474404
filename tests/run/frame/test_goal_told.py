"""What a frame tells of a run's goal."""

from glassbox.protocol import frames
from glassbox.run.frame.goal_told import goal_told, reached_told
from glassbox.run.goal import Reached
from tests.run.tools import configure, run_of, tell, train_epochs


def told(run):
    return goal_told(run, run.evaluate()[0])


def test_without_a_goal_there_is_nothing_to_tell():
    assert told(run_of()) is None and reached_told(None) is None


def test_how_it_stands_and_when_it_was_reached():
    run = run_of(goal="train_loss", goal_value=50.0, hidden=[])
    tell(run, "step", unit="epoch")
    train_epochs(run, 1)
    assert told(run).reached == frames.Reached(0, run.goal.check.reached.value, 3, by_hand=False)
    assert told(run).value == run.evaluate()[0].train.loss
    tell(run, "pause")
    configure(run, learning_rate=0.3, goal_value=50.0)
    assert told(run).otherwise == "Learning rate 0.03" and told(run).earlier.epoch == 0


def test_what_these_data_do_not_have_has_no_value():
    assert told(run_of(goal="test_rmse")).value is None
    assert reached_told(Reached(3, 0.5, 13, by_hand=True)) == frames.Reached(3, 0.5, 13, by_hand=True)
