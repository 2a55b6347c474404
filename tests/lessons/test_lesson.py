"""Tests what the parts of a lesson ask for: answers for everybody, experiments that there are, an end for a curve."""

import pytest

from glassbox.lessons.lesson import Until, check_experiment
from tests.lessons.asking import fault_in, part_of


def test_a_guess_ends_after_epochs_an_experiment_or_at_once():
    asked = 'ask = "What?"\nform = "number"\nmeasure = "{}"\n'
    assert part_of("predict", asked.format("test_loss") + 'until = "epoch 100"').until == Until(epochs=100)
    of_experiment = part_of("predict", asked.format("lowest.test_mse") + 'until = "experiment width/numbers"')
    assert of_experiment.until == Until(experiment="width/numbers")
    assert part_of("predict", asked.format("parameters")).until == Until()


def test_an_experiment_is_a_ready_question_with_or_without_its_variant():
    assert check_experiment("width/numbers") == "width/numbers" and check_experiment("width") == "width"
    for name in ("widths", "width/nothing", ""):
        with pytest.raises(ValueError, match="expected one of"):
            check_experiment(name)


def test_an_experiment_is_asked_for_what_it_measures():
    goal = 'ask = "Run it"\ngoal = "{}.{} is 1"\nexperiment = "width/numbers"'
    assert part_of("do", goal.format("u", "test_mse")).experiment == "width/numbers"
    line, text = fault_in("do", goal.format("u", "test_error"))
    assert line == 0 and "u.test_error" in text and "test_mse" in text


def test_a_part_knows_the_facts_that_it_is_about():
    goal = 'ask = "Do"\ngoal = "test_loss < 0.1"\ndone = "It took {epoch} epochs."\n'
    hint = '[[hint]]\nlevel = 1\nwhen = "gap > 2"\nsay = "The training loss is {train_loss}."'
    assert part_of("do", goal + hint).names == {"test_loss", "epoch", "gap", "train_loss"}
    number = 'ask = "What?"\nform = "number"\nmeasure = "gap"\nfar = "It is {truth} at {learning_rate}, not {guess}."'
    assert part_of("predict", number).names == {"gap", "learning_rate"}
