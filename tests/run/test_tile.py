"""A tile of the wall: picture and numbers are those that frames and a NumPy twin tell, and asking changes nothing."""

import numpy as np
import pytest

from glassbox.engine.pictures import unpack
from glassbox.engine.surface import grid
from glassbox.protocol.messages import View
from glassbox.run.build import given
from glassbox.run.orders import PutAside
from glassbox.run.tile import SIGNATURE, take_tile
from tests import reference
from tests.run.tools import Desk, bytes_of, configure, run_of, say, tell, train_epochs


def twin_signature(run):
    """What the network computes at few points, by NumPy in float64."""
    trainer, architecture = run.trainer, run.trainer.recipe.architecture
    x = given(run.settings, grid(SIGNATURE))
    shown = reference.shown_outputs(architecture, trainer.parameters, x, trainer.statistics)[-1]
    if len(shown) > 1:
        return shown.argmax(axis=0)
    return np.rint(128 + 127 * np.clip(shown[0] / run.data_split.target_scale, -1, 1))


@pytest.mark.parametrize("dataset", ["circle", "spiral3", "plane"])
def test_the_signature_is_that_of_a_twin(dataset):
    run = run_of(dataset=dataset)
    train_epochs(run, 3)
    told = np.frombuffer(take_tile(run).signature, np.uint8)
    assert np.abs(told - twin_signature(run)).max() <= (0 if dataset == "spiral3" else 1)


@pytest.mark.parametrize("dataset", ["circle", "spiral3", "plane", "sine", "digits"])
def test_picture_and_numbers_are_those_of_a_frame(dataset):
    desk = Desk(view=View(map_size=32, unit_size=8), dataset=dataset)
    train_epochs(desk.run, 2)
    frame, tile = desk.work(), take_tile(desk.run)
    assert (tile.map.size, tile.map.kind, tile.map.pixels) == (
        frame["map"]["size"],
        frame["map"]["kind"],
        frame["map"]["pixels"],
    )
    assert tile.map.values == frame["map"]["values"]
    assert (tile.test_loss, tile.train_loss) == (frame["test"]["loss"], frame["train"]["loss"])
    assert tile.test_score == (frame["test"]["r2"] if frame["test"]["accuracy"] is None else frame["test"]["accuracy"])
    assert (tile.parameters, tile.epochs, tile.classes) == (frame["parameters"], 2.0, frame["classes"])
    if tile.map.kind == "signed":
        assert unpack(tile.map.pixels, 1, 32).shape == (1, 32, 32)


def test_it_is_as_large_as_one_asks():
    assert take_tile(run_of(), size=96).map.size == 96


def test_to_ask_changes_nothing():
    run = run_of()
    train_epochs(run, 1)
    before, curves = bytes_of(run), run.history.curves.stored().columns
    take_tile(run)
    assert bytes_of(run) == before and run.history.curves.stored().columns == curves


def test_a_network_whose_numbers_blew_up_says_so():
    run = run_of(dataset="plane", learning_rate=10.0, activation="relu", gain=5.0)
    tell(run, "play")
    for _ in range(200):
        train_epochs(run, 1)
        if run.stop:
            break
    assert take_tile(run).stopped == "not_finite"


def test_it_tells_when_its_page_last_wanted_anything():
    desk = Desk()
    desk.work()
    assert take_tile(desk.run).touched == 1000.0  # when it was made
    desk.clock.advance(5)
    desk.work(say("play"))
    touched = take_tile(desk.run).touched
    assert touched == 1005.0
    desk.clock.advance(100)
    desk.work(say("view"), PutAside())
    assert take_tile(desk.run).touched == touched


def test_several_inputs_have_a_signature_too():
    run = run_of(dataset="penguins")
    assert len(take_tile(run).signature) == SIGNATURE**2
    configure(run, dataset="circle")
    assert len(take_tile(run).signature) == SIGNATURE**2
