"""Tests what a verdict adds: at which epoch the network was by then, and what had been changed in it."""

import pytest

from glassbox.settings import Settings
from glassbox.web.lesson_asides import aside, reached_at
from tests.lessons.asking import block, lesson_of, part_of

CHOICE = """ask = "Which?"
form = "choice"
until = "epoch 20"
[[choice]]
text = "High"
when = "test_accuracy >= 0.9"
right = "Yes."
say = "No."
[[choice]]
text = "Low"
when = "otherwise"
right = "Yes."
say = "No."
"""
CURVE = """ask = "How?"
form = "curve"
measure = "test_loss"
until = "epoch 20"
"""
AT_20 = {"epoch": 20.0}


def told(asked, facts=AT_20, set_up='dataset = "gauss"', **changes):
    step = lesson_of(f"## Step\n{block('set', set_up)}{block('predict', asked)}").steps[0]
    settings = step.set_up.settings.changed(changes)
    return aside(step, step.question(1), settings, facts)


def test_of_the_steps_own_network_at_the_epoch_that_was_asked_about_there_is_nothing_to_add():
    assert told(CHOICE) == ""
    assert told(CHOICE, {"epoch": 20.5}) == ""
    assert told(CHOICE, {"epoch": 3.0}) == "", "it has diverged before"


def test_beyond_that_epoch_it_is_said():
    assert told(CHOICE, {"epoch": 1250.5}) == (
        "By then your network was at epoch 1,250, and not at 20; “Guess again” begins anew."
    )
    assert told(CURVE, {"epoch": 1250.0}) == "", "a curve is compared as far as it was drawn"


def test_what_was_changed_since_is_named():
    sentence = "It was read from your network, in which you had changed: Activation ReLU, Learning rate 0.1."
    for asked in (CHOICE, CURVE):
        assert told(asked, learning_rate=0.1, activation="relu") == sentence


@pytest.mark.parametrize("changes", [{"seed": 7, "data_seed": 9}, {"speed": "full"}, {"goal": "test_loss"}])
def test_what_leaves_it_a_run_of_the_step_is_not(changes):
    assert told(CHOICE, **changes) == ""


def test_points_of_ones_own_are_those_of_the_step_where_it_makes_some():
    assert told(CHOICE, set_up='own = "xor"', dataset="xor") == ""


def test_a_step_without_a_set_up_takes_the_network_as_it_is():
    step = lesson_of(f"## Step\n{block('predict', CHOICE)}").steps[0]
    assert aside(step, step.question(1), Settings(learning_rate=0.5), AT_20) == ""


def test_what_people_typed_is_shown_as_text():
    assert "x1 &lt; 0" in told(CHOICE, dataset="formula:x1 < 0")


@pytest.mark.parametrize(
    ("done", "epoch", "sentence"),
    [
        ("It is {test_accuracy}.", 1041.5, "That was at epoch 1,041."),
        ("It is {test_accuracy} after {epoch} epochs.", 41.0, ""),
        ("There it is.", 0.0, ""),
    ],
    ids=["trained", "told already", "by hand"],
)
def test_a_goal_says_when_it_was_reached(done, epoch, sentence):
    part = part_of("do", f'ask = "Do"\ngoal = "test_accuracy > 0.9"\ndone = "{done}"')
    assert reached_at(part, {"epoch": epoch, "test_accuracy": 0.95}) == sentence
