"""What of a change is told to the page, for its words."""

import pytest

from glassbox.run.commands import obey
from glassbox.run.described import details_of, settings_changed
from glassbox.run.kept_run import keep
from tests.run.tools import run_of, say, train_epochs


def details(kind, run=None, **fields):
    run = run or run_of()
    _, before = keep(run)
    command = say(kind, **fields)
    obey(run, command)
    return details_of(command, before, run)


def test_settings_are_told_before_and_after_but_for_the_speed():
    old = run_of().settings
    new = old.changed({"learning_rate": 0.3, "optimizer": "adam", "speed": "full"})
    assert settings_changed(old, new) == (
        {"learning_rate": 0.03, "optimizer": "sgd"},
        {"learning_rate": 0.3, "optimizer": "adam"},
    )


def test_a_weight_and_a_bias_are_told_with_what_they_were():
    run = run_of()
    weight = float(run.trainer.recipe.architecture.layout.matrix(run.trainer.parameters, 1)[2, 1])
    assert details("set_weight", run, layer=1, unit=2, source=1, value=3) == {
        "layer": 1, "unit": 2, "source": 1, "value": 3.0, "before": pytest.approx(weight),
    }  # fmt: skip
    assert details("set_bias", layer=1, unit=0, value=-1)["before"] == 0.0


@pytest.mark.parametrize(
    ("kind", "fields", "told"),
    [
        ("edit_network", {"action": "add_unit", "layer": 2}, {"action": "add_unit", "layer": 2, "unit": None}),
        (
            "hold",
            {"action": "freeze", "layer": 1, "unit": 0, "on": True},
            {"action": "freeze", "layer": 1, "unit": 0, "source": None, "on": True},
        ),
        ("reset", {}, {}),
        ("new_seed", {"of": "data"}, {}),
    ],
    ids=["a unit", "a hold", "reset", "a seed"],
)
def test_what_the_page_has_asked_for_is_told_where_it_says_more_than_settings(kind, fields, told):
    assert details(kind, **fields) == told


def test_of_a_look_back_the_epoch_is_told():
    run = run_of()
    train_epochs(run, 3)
    assert details("rewind", run, step=0) == {"epochs": 0.0}


def test_of_a_last_layer_that_was_solved_the_loss_before_and_after_is_told():
    run = run_of(dataset="multi_gauss")
    before = run.evaluate()[0].train.loss
    told = details("solve_last_layer", run)
    assert told == {"before": before, "after": run.evaluate()[0].train.loss, "with_penalty": False}
    run.trainer.parameters[-3:-1] = 1e38
    assert details("solve_last_layer", run)["before"] is None  # infinite, which JSON has no number for
