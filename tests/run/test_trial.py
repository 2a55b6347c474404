"""What one row of the lab book is about: when training goes on in it, and when another begins."""

from glassbox.run.trial import LeftTrial, Stand, Trial
from tests.run.tools import configure, run_of, tell, train_epochs


def trial_of(run):
    trial = Trial(run, run.epochs)
    train_epochs(run, 2)
    trial.follow()
    return trial


def test_a_trial_is_news_once_it_has_trained():
    run = run_of()
    trial = Trial(run, 0.0)
    trial.follow()
    assert not trial.is_news
    train_epochs(run, 1)
    trial.follow()
    assert trial.is_news and trial.step == run.trainer.step


def test_what_is_changed_before_a_first_step_is_no_change():
    run = run_of()
    trial, before = Trial(run, 0.0), Stand.of(run)
    configure(run, learning_rate=0.1)
    after = trial.after(before, at_rest=False)
    assert after.changed == {} and after.began == 0


def test_a_change_at_rest_begins_another_and_one_at_play_is_noted():
    for at_rest in (True, False):
        run = run_of()
        trial, before = trial_of(run), Stand.of(run)
        configure(run, learning_rate=0.1)
        after = trial.after(before, at_rest=at_rest)
        assert (after is trial, after.began) == (not at_rest, 2.0 if at_rest else 0.0)
        note = {} if at_rest else {"learning_rate": {"first": 0.03, "times": 1, "epochs": 2.0}}
        assert after.changed == note


def test_other_data_and_another_shape_begin_another_whenever():
    for changes in ({"dataset": "xor"}, {"hidden": [{"units": 3}]}, {"seed": 7}):
        run = run_of()
        trial, before = trial_of(run), Stand.of(run)
        configure(run, **changes)
        assert trial.after(before, at_rest=False) is not trial


def test_when_to_stop_and_how_fast_to_play_are_no_part_of_a_trial():
    run = run_of()
    trial, before = trial_of(run), Stand.of(run)
    configure(run, stop_epochs=10, speed="full")
    assert trial.after(before, at_rest=True) is trial
    assert set(trial.changed) == {"stop_epochs"}  # it is told, since the row's column has the last one


def test_looking_back_is_no_change_and_no_training():
    run = run_of()
    trial, before = trial_of(run), Stand.of(run)
    trial.is_news = False
    run.evaluate()
    tell(run, "rewind", step=0, towards="nearest")
    assert trial.after(before, at_rest=True) is trial
    trial.follow()
    assert not trial.is_news


def test_another_speed_is_no_change_of_the_run():
    run = run_of()
    configure(run, speed="full")
    assert (run.changes, run.revision) == (0, 1)
    configure(run, speed="step_1", learning_rate=0.1)
    assert (run.changes, run.revision) == (1, 2)


def test_a_trial_that_was_left_goes_on_only_where_its_row_ends():
    run = run_of()
    trial = trial_of(run)
    left, moment = LeftTrial.of(trial), run.trainer.state()
    train_epochs(run, 1)
    assert left.again(run) is None
    run.trainer.restore(moment)
    again = left.again(run)
    assert (again.key, again.began, again.is_trained, again.is_news) == (trial.key, trial.began, True, False)


def test_a_goal_that_is_set_at_rest_is_news_of_the_same_trial():
    run = run_of()
    trial, before = trial_of(run), Stand.of(run)
    trial.is_news = False
    configure(run, goal="train_loss", goal_value=50.0)
    assert trial.after(before, at_rest=True) is trial
    assert trial.is_news and trial.changed == {} and run.goal.check.reached.epoch == 2
