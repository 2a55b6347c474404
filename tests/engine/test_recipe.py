"""Tests of a recipe: what of it kernels are given, in the places they look at, and what is refused."""

from dataclasses import replace

import numpy as np
import pytest

from glassbox.engine.choices import Activation, Optimizer, Penalty, Schedule
from glassbox.engine.kernel_args import Hyper
from glassbox.engine.network import Architecture
from tests.engine.networks import HEADS, recipe_of

OUTPUT, LOSS = HEADS[0]


def recipe(**changes):
    return recipe_of(Architecture((2, 3, 1), (Activation.RELU,), OUTPUT), LOSS, **changes)


def test_choices_are_handed_on_as_their_codes():
    plan = recipe(optimizer=Optimizer.ADAM, penalty=Penalty.L1, schedule=Schedule.COSINE, dropout=(0.25,)).plan()
    assert (plan.optimizer, plan.penalty, plan.schedule, plan.loss, plan.output) == (
        Optimizer.ADAM.code, Penalty.L1.code, Schedule.COSINE.code, LOSS.code, OUTPUT.code,
    )  # fmt: skip
    assert plan.dropout.tolist() == [0.25] and plan.activations.tolist() == [Activation.RELU.code]
    assert recipe().plan().dropout.tolist() == [0]


NUMBERS = {place: place.name.lower() for place in Hyper}


@pytest.mark.parametrize("place", Hyper)
def test_every_number_lies_where_kernels_look_for_it(place):
    changed = replace(recipe(), **{NUMBERS[place]: 0.625})
    assert changed.hyperparameters()[place] == 0.625
    assert changed.hyperparameters().shape == (len(Hyper),) and changed.hyperparameters().dtype == np.float64


@pytest.mark.parametrize("dropout", [(0.5, 0.5), (0.1, 0.2, 0.3)])
def test_dropout_for_other_layers_than_there_are_is_refused(dropout):
    with pytest.raises(ValueError, match="Expected a dropout rate for each of the 1 hidden layers"):
        recipe(dropout=dropout)
