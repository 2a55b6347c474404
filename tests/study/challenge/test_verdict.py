"""Which live networks are candidates, and which of them become records: only what can be repeated by the rules."""

import msgspec
import pytest

from glassbox.protocol.challenge import Record
from glassbox.run.commands import obey
from glassbox.run.orders import OpenNetwork
from glassbox.run.steering import UNKNOWN, Steering
from glassbox.settings import Goal, Settings
from glassbox.study.challenge.ground import Ground
from glassbox.study.challenge.hidden import hidden_points
from glassbox.study.challenge.rules import Rules
from glassbox.study.challenge.verdict import MOST_SECONDS, Candidate, Trial, candidate
from tests.run.tools import MOST_PARAMETERS, Clock, configure, run_of, tell, train_epochs

SECRET = 31_337


def rules(by="parameters", at=0.5, locked=()):
    return Rules(Settings(), Goal.TEST_LOSS, at, by, locked)


@pytest.fixture(scope="module")
def hidden():
    return hidden_points(Ground(Settings()), SECRET)


def decided(rule, hidden, moment):
    trial = Trial(rule, hidden, Candidate(moment, hidden.measures(moment)), MOST_PARAMETERS)
    while not trial.is_done:
        trial.work(1.0)
    return trial


@pytest.fixture(scope="module")
def trained():
    """The usual network, until it is below 0.5."""
    run = run_of()
    train_epochs(run, 60)
    return run


@pytest.mark.parametrize("by", ["parameters", "epochs", "loss"])
def test_a_network_that_was_not_steered_is_a_record_and_its_luck_is_told(by, hidden, trained):
    trial = decided(rules(by), hidden, trained.now())
    record, loss = trial.record, hidden.measures(trained.now()).loss
    assert loss < 0.5 and trial.why_not == ""
    assert (record.parameters, record.loss) == (25, loss)
    assert record.value == {"parameters": 25, "loss": loss, "epochs": record.epochs}[by]
    assert 0 <= record.reached <= record.tried and record.tried > 0


def test_the_epoch_that_counts_is_the_first_at_which_the_hidden_points_tell_it(hidden):
    run, first = run_of(), None
    for epoch in range(1, 61):
        train_epochs(run, 1)
        if first is None and rules().is_reached(hidden.measures(run.now())):
            first = epoch
    assert first and decided(rules("epochs"), hidden, run.now()).record.value == first


def test_a_network_that_was_steered_is_repeated_and_has_no_luck(hidden):
    run = run_of()
    train_epochs(run, 5)
    configure(run, learning_rate=0.1, optimizer="adam")
    train_epochs(run, 40)
    record = decided(rules("loss"), hidden, run.now()).record
    assert record.value == hidden.measures(run.now()).loss and record.tried == 0


def test_weights_set_by_hand_count_as_steering(hidden, trained):
    run = run_of()
    tell(run, "set_weight", layer=1, unit=0, source=0, value=1.5)
    train_epochs(run, 60)
    record = decided(rules(), hidden, run.now()).record
    assert record.tried == 0 and decided(rules(), hidden, trained.now()).record.tried > 0


def test_weights_from_elsewhere_are_no_record(hidden, trained):
    run = run_of()
    state = trained.trainer.state()
    obey(run, OpenNetwork(Settings(), "", state.parameters, state.statistics))
    trial = decided(rules(), hidden, run.now())
    assert trial.record is None and trial.why_not == "record_of_unknown_beginning"


@pytest.mark.parametrize("steering", [UNKNOWN, Steering(Settings().changed({"seed": 2}))], ids=["none", "forged"])
def test_what_cannot_be_repeated_is_no_record(steering, hidden, trained):
    trial = decided(rules(), hidden, msgspec.structs.replace(trained.now(), steering=steering))
    assert trial.record is None and trial.why_not in ("record_of_unknown_beginning", "record_not_repeated")


def test_rules_that_were_broken_on_the_way_leave_no_record_though_all_was_put_back(hidden):
    run = run_of()
    configure(run, samples=2000)
    train_epochs(run, 20)
    configure(run, samples=500)
    train_epochs(run, 20)
    trial = decided(rules(), hidden, run.now())
    assert trial.record is None and trial.why_not == "record_broke_a_lock"


def test_what_takes_too_long_is_given_up(hidden, trained):
    moment = trained.now()
    trial = Trial(rules(), hidden, Candidate(moment, hidden.measures(moment)), MOST_PARAMETERS)
    clock = Clock(tick=MOST_SECONDS)
    while not trial.is_done:
        trial.work(0.0, clock)
    assert trial.record is None and trial.why_not == "record_trained_too_long"


class TestCandidates:
    def test_who_has_not_reached_the_goal_or_breaks_a_rule_is_none(self, hidden, trained):
        assert candidate(rules(), hidden, run_of().now(), None, None) is None
        assert candidate(rules(locked=("network",)), hidden, trained.now(), None, None)
        other = run_of(hidden=[{"units": 8}])
        train_epochs(other, 60)
        assert candidate(rules(), hidden, other.now(), None, None)
        assert candidate(rules(locked=("network",)), hidden, other.now(), None, None) is None

    @pytest.mark.parametrize(
        ("by", "value", "is_one"),
        [("parameters", 26, True), ("parameters", 25, False), ("loss", 1.0, True), ("loss", 0.001, False)],
    )
    def test_who_has_a_record_must_be_better(self, by, value, is_one, hidden, trained):
        record = Record(value, 25, 10.0, 0.1)
        assert bool(candidate(rules(by), hidden, trained.now(), record, None)) is is_one

    @pytest.mark.parametrize("by", ["parameters", "epochs"])
    def test_what_was_tried_is_not_tried_again_until_it_was_steered_otherwise(self, by, hidden):
        run = run_of()
        train_epochs(run, 60)
        tried = run.steering
        assert candidate(rules(by), hidden, run.now(), None, tried) is None
        configure(run, learning_rate=0.01)
        assert candidate(rules(by), hidden, run.now(), None, tried)
