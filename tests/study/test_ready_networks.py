"""The networks that are ready by hand: they open, are what they are said to be, and stay so while they train."""

import numpy as np
import pytest

from glassbox.engine.dataset import EDGE
from glassbox.engine.linear_pieces import pieces_along
from glassbox.experiments.ready import questions
from glassbox.protocol.refusals import Refusal
from glassbox.run.commands import obey
from glassbox.study.ready_networks import TENTS, ready_network
from tests.run.tools import run_of, train_epochs


def opened(name):
    run = run_of()
    obey(run, ready_network(name))
    return run


@pytest.mark.parametrize(("name", "layers"), [("tent3", 3), ("tent5", 5)])
def test_a_tent_map_has_two_to_the_power_of_its_layers_pieces_and_no_loss(name, layers):
    run, note = opened(name), ready_network(name).note
    architecture, parameters = run.trainer.recipe.architecture, run.trainer.parameters
    assert pieces_along(architecture, parameters, np.array([-EDGE]), np.array([EDGE])).count == 2**layers
    assert max(run.evaluate()[0].train.loss, run.evaluate()[0].test.loss) < 1e-9
    wide = 3 * (2**layers - 1) + 1  # of one hidden layer: a weight in, a bias and a weight out each
    told = (f"its {layers} layers", f"{6 * layers + 1} parameters", f"{2**layers} straight", f"{wide} parameters")
    assert all(each in note for each in told)


@pytest.mark.parametrize("name", TENTS)
def test_it_stays_where_it_is_while_it_trains(name):
    run = opened(name)
    train_epochs(run, 20)
    assert run.evaluate()[0].train.loss < 1e-3


def test_no_other_name_is_known():
    with pytest.raises(Refusal, match="There is no ready network “tent9”; expected one of tent3, tent5"):
        ready_network("tent9")


def test_the_question_about_depth_links_to_each_of_them():
    for name in TENTS:
        assert f'href="./?start={name}"' in questions()["depth"].why
