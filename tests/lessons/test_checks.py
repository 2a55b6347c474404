"""Tests what answers are told: by the facts of the reader's own run, about just their answer, and never too early."""

import pytest

from glassbox.lessons import words
from glassbox.lessons.checks import MOST, check, names_needed, points_of
from glassbox.protocol.refusals import Refusal
from tests.lessons.asking import part_of

CHOICE = """ask = "Which?"
form = "choice"
until = "epoch 20"
[[choice]]
text = "High"
when = "test_accuracy >= 0.9"
right = "Yes, {test_accuracy}."
say = "Only {test_accuracy}."
[[choice]]
text = "Low"
when = "test_accuracy < 0.5"
right = "Yes, low."
say = "No, {test_accuracy}."
"""
GOAL = """ask = "Do"
goal = "train_wrong is 0"
done = "There, after {epoch}."
[[hint]]
level = 1
when = "wrong_orange > 0"
say = "Orange: {wrong_orange}."
[[hint]]
level = 1
say = "Blue: {wrong_blue}."
[[wrong]]
when = "epoch > 100"
say = "That is long."
"""
DONE = {"epoch": 20.0, "diverged": 0.0}


def test_a_choice_is_right_where_it_is_so_on_this_run():
    part = part_of("predict", CHOICE)
    right = check(part, 0, 0, DONE | {"test_accuracy": 0.95})
    assert (right.state, right.sentence, right.choice) == ("right", "Yes, 95.0 %.", 0)
    wrong = check(part, 1, 0, DONE | {"test_accuracy": 0.95})
    assert (wrong.state, wrong.sentence, wrong.choice) == ("wrong", "No, 95.0 %.", 0)
    assert check(part, 1, 0, DONE | {"test_accuracy": 0.4}).state == "right"
    assert names_needed(part) == {"test_accuracy", "epoch", "diverged"}


def test_before_the_run_has_come_so_far_nothing_is_given_away():
    part = part_of("predict", CHOICE)
    for answer in (0, 1, None):
        verdict = check(part, answer, 0, {"epoch": 19.0, "diverged": 0.0, "test_accuracy": 0.95})
        assert (verdict.state, verdict.sentence, verdict.choice) == ("waiting", words.WAITING, None)
    assert check(part, 0, 0, {"epoch": 3.0, "diverged": 1.0, "test_accuracy": 0.95}).state == "right"


def test_whoever_does_not_guess_is_shown_what_came():
    verdict = check(part_of("predict", CHOICE), None, 0, DONE | {"test_accuracy": 0.95})
    assert (verdict.state, verdict.sentence, verdict.choice) == ("open", "", 0)


def test_where_no_answer_is_so_or_a_fact_is_missing_it_is_said():
    part = part_of("predict", CHOICE)
    assert check(part, 0, 0, DONE | {"test_accuracy": 0.7}).sentence == words.UNDECIDED
    missing = check(part, 0, 0, DONE)
    assert missing.state == "open" and "test accuracy" in missing.sentence


@pytest.mark.parametrize("answer", [2, -1, 0.5, [1.0] * 9, True])
def test_an_answer_is_one_of_the_choices(answer):
    with pytest.raises(Refusal, match="of 2 answers"):
        check(part_of("predict", CHOICE), answer, 0, DONE)


@pytest.mark.parametrize(
    ("measure", "value", "guess", "state", "truth"),
    [
        ("test_loss", 0.2, 0.22, "right", 0.2),
        ("test_loss", 0.2, 0.3, "wrong", 0.2),
        ("test_accuracy", 0.9, 85, "right", 90.0),
        ("test_accuracy", 0.9, 0.9, "wrong", 90.0),
        ("parameters", 0.0, 0, "right", 0.0),
        ("w1", -2.0, -2.1, "right", -2.0),
        ("w1", -2.0, 2.1, "wrong", -2.0),
    ],
)
def test_a_number_is_right_where_it_is_near_enough(measure, value, guess, state, truth):
    part = part_of("predict", f'ask = "How much?"\nform = "number"\nmeasure = "{measure}"\nwithin = 0.2')
    verdict = check(part, guess, 0, {measure: value})
    assert (verdict.state, verdict.truth) == (state, pytest.approx(truth)) and verdict.sentence.startswith(
        "You guessed"
    )
    assert check(part, None, 0, {measure: value}).truth == pytest.approx(truth)
    assert check(part, guess, 0, {}).state == "open"


def test_a_number_of_an_own_sentence_tells_guess_and_truth():
    inside = 'ask = "How much?"\nform = "number"\nmeasure = "test_accuracy"\nnear = "{guess}: {truth}, {epoch}."'
    verdict = check(part_of("predict", inside), 90, 0, {"test_accuracy": 0.91, "epoch": 7.0})
    assert verdict.sentence == "90.0 %: 91.0 %, 7."
    with pytest.raises(Refusal, match="one number"):
        check(part_of("predict", inside), [1.0] * 9, 0, {"test_accuracy": 0.91, "epoch": 7.0})


def test_a_curve_is_compared_where_the_run_has_been():
    part = part_of("predict", 'ask = "Draw"\nform = "curve"\nmeasure = "test_accuracy"\nuntil = "epoch 20"')
    came = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, None]
    verdict = check(part, [50.0, 60, 70, 80, 90, 99, 10], 0, DONE | {"diverged": 1.0}, came)
    assert verdict.state == "right" and verdict.truth == [50.0, 60.0, 70.0, 80.0, 90.0, 95.0, None]
    assert check(part, None, 0, DONE, came).state == "open"
    assert check(part, [1.0] * 7, 0, DONE, [None] * 7).sentence == words.NO_CURVE_CAME
    assert check(part, [1.0] * 7, 0, {"epoch": 3.0}, came).truth is None


@pytest.mark.parametrize("answer", [3, [1.0] * 4, [1.0] * (MOST + 1), [1.0, None, 1.0, 1.0, 1.0], [1.0] * 4 + [1e999]])
def test_a_curve_has_so_many_numbers(answer):
    with pytest.raises(Refusal, match="a curve of"):
        points_of(answer)


def test_a_goal_is_reached_where_it_holds():
    part = part_of("do", GOAL)
    verdict = check(part, None, 0, {"train_wrong": 0.0, "epoch": 12.0})
    assert (verdict.state, verdict.sentence) == ("reached", "There, after 12.")


def test_hints_are_about_the_network_as_it_stands():
    part = part_of("do", GOAL)
    missed = {"train_wrong": 3.0, "wrong_orange": 3.0, "wrong_blue": 0.0, "epoch": 12.0}
    assert check(part, None, 0, missed).sentence == ""
    assert check(part, None, 1, missed).sentence == "Orange: 3."
    assert check(part, None, 1, missed | {"wrong_orange": 0.0, "wrong_blue": 3.0}).sentence == "Blue: 3."
    assert check(part, None, 2, missed).sentence == words.NO_HINT
    assert check(part, None, 0, missed | {"epoch": 101.0}).sentence == "That is long."


def test_a_goal_that_cannot_be_looked_at_says_what_is_missing():
    verdict = check(part_of("do", GOAL), None, 0, {"epoch": 1.0})
    assert verdict.state == "open" and verdict.sentence == words.MISSING.format(
        meaning="training points put into a wrong class"
    )


def test_of_two_networks_both_must_have_come_so_far():
    part = part_of("predict", CHOICE.replace("test_accuracy >= 0.9", "beside.gap < gap"))
    assert names_needed(part) >= {"beside.epoch", "beside.diverged", "epoch", "diverged"}
    assert check(part, 0, 0, DONE | {"gap": 2.0}).sentence == words.NO_LANE
    both = DONE | {"gap": 2.0, "beside.gap": 1.0, "beside.epoch": 3.0, "test_accuracy": 0.5}
    assert check(part, 0, 0, both).sentence == words.WAITING
    assert check(part, 0, 0, both | {"beside.epoch": 20.0}).state == "right"


def test_an_experiment_is_waited_for():
    part = part_of("do", 'ask = "Run it"\ngoal = "u.test_mse is 1"\nexperiment = "width/numbers"')
    assert check(part, None, 0, {"done": 0.0}).sentence == ""
    assert check(part, None, 1, {"done": 0.0}).sentence == words.EXPERIMENT_WAITING
    assert check(part, None, 0, {"done": 1.0, "u.test_mse": 1.0}).state == "reached"
    guess = CHOICE.replace("epoch 20", "experiment width/numbers").replace(
        "test_accuracy >= 0.9", "falls.test_mse is 1"
    )
    assert check(part_of("predict", guess), 0, 0, {"done": 0.0}).state == "waiting"
    assert (
        check(part_of("predict", guess), 0, 0, {"done": 1.0, "falls.test_mse": 1.0, "test_accuracy": 1}).state
        == "right"
    )
