"""A network from outside is made ready for a session: with its own data, on others that fit, or not at all."""

from dataclasses import replace

import numpy as np
import pytest

from glassbox.data import DATA, Own
from glassbox.engine.data_choices import Dataset
from glassbox.protocol.refusals import Refusal
from glassbox.run import words
from glassbox.run.answers import take_snapshot
from glassbox.run.checkpoint import PackedCheckpoint, pack
from glassbox.run.orders import NEW_BORN, OpenNetwork, Resume, flattened
from glassbox.session.own_data_store import draw
from glassbox.study.copying import network_copy
from glassbox.study.opening import from_file, from_link, from_row, where_it_was
from tests.run.tools import run_of, tell, train_epochs

CORNERS = [(-3.0, -3.0, 0), (3.0, 3.0, 1), (-3.0, 3.0, 2), (3.0, -3.0, 3)]
GONE = {DATA: "own.AAAAAAAAAAAAAAAAAAAAAA"}


def own(classes, name="a-name"):
    """Data that someone drew: five points in each corner, in so many classes; 0 stands for numbers."""
    points = [(x, y, each % classes if classes else each) for x, y, each in CORNERS] * 5
    return Own(name, draw(points, classes, list(range(len(points))), 2, None))


def copied(epochs=2, **settings):
    run = run_of(**settings)
    train_epochs(run, epochs)
    return network_copy(take_snapshot(run))


def gone(copy):
    """Its settings as they come where the own data they name are no longer kept."""
    return {**copy.settings, **GONE}


def refused(action):
    with pytest.raises(Refusal) as refusal:
        action()
    return refusal.value.text


# ---- a file


@pytest.mark.parametrize("settings", [{}, {"dataset": "blobs", "normalization": "batch"}, {"dataset": "sine"}], ids=str)
def test_a_file_opens_with_its_settings_and_its_very_weights(settings):
    copy = copied(**settings)
    opened = from_file(copy, copy.settings, Dataset.XOR)
    assert isinstance(opened, OpenNetwork)
    assert opened.settings.model_dump(mode="json") == copy.settings
    assert opened.parameters.tobytes() == copy.parameters.tobytes()
    assert opened.statistics.tobytes() == copy.statistics.tobytes()
    assert (opened.text, opened.note) == (words.OPENED, "")
    assert opened.age == (copy.epochs, copy.samples, copy.steps) and opened.age.epochs == 2 < opened.age.steps
    older = from_file(replace(copy, steps=None), copy.settings, Dataset.XOR)
    assert (older.age, older.note) == (NEW_BORN, words.AGE_NOT_KNOWN)


def test_own_data_that_are_still_here_are_opened_with_it():
    mine = own(2)
    copy = copied(dataset=mine)
    opened = from_file(copy, {**copy.settings, DATA: mine}, Dataset.XOR)
    assert opened.settings.dataset is mine and opened.note == ""


def test_settings_and_weights_of_different_networks_are_refused():
    copy = copied(hidden=[{"units": 3}])
    others = {**copy.settings, "hidden": [{"units": 4, "activation": None}]}
    text = refused(lambda: from_file(copy, others, Dataset.XOR))
    assert text == words.OTHER_NETWORK.format(expected=[2, 4, 1], actual=[2, 3, 1])
    other_kind = {**copy.settings, "activation": "relu"}
    assert "make another network" in refused(lambda: from_file(copy, other_kind, Dataset.XOR))


def test_in_the_place_of_data_that_are_gone_come_those_on_show():
    copy, on_show = copied(dataset=own(2)), own(2, "another-name")
    opened = from_file(copy, gone(copy), on_show)
    assert opened.settings.dataset is on_show
    assert opened.parameters.tobytes() == copy.parameters.tobytes()
    assert opened.note == words.OPENED_ON_OTHER_DATA.format(data="the data that were on show")


@pytest.mark.parametrize(
    ("classes", "on_show", "instead"),
    [
        (2, Dataset.BLOBS, Dataset.CIRCLE),  # of three classes: the first that fits comes in its place
        (3, Dataset.XOR, Dataset.BLOBS),
        (0, Dataset.XOR, Dataset.PLANE),
        (2, Dataset.BALL, Dataset.CIRCLE),  # of two classes, but of other inputs
        (2, Dataset.MOONS, Dataset.MOONS),
    ],
)
def test_or_the_first_that_have_its_inputs_and_outputs(classes, on_show, instead):
    copy = copied(dataset=own(classes))
    opened = from_file(copy, gone(copy), on_show)
    assert opened.settings.dataset is instead
    named = words.DATA_ON_SHOW if instead is on_show else f"“{instead.label}”"
    assert opened.note == words.OPENED_ON_OTHER_DATA.format(data=named)


def test_where_no_data_fit_it_is_said_what_would():
    copy = copied(dataset=own(4))
    text = refused(lambda: from_file(copy, gone(copy), Dataset.XOR))
    assert text == words.NOTHING_FITS.format(inputs="2 inputs", outputs="4 classes")


def test_numbers_are_told_as_such_and_one_input_as_one():
    copy = copied(dataset=own(0))
    three = replace(copy, columns=(*copy.columns, copy.columns[0]))
    text = refused(lambda: from_file(three, gone(three), Dataset.XOR))
    assert text == words.NOTHING_FITS.format(inputs="3 inputs", outputs="a number to predict")
    four = copied(dataset=own(4))
    one = replace(four, columns=four.columns[:1])
    assert "have its 1 input and 4 classes" in refused(lambda: from_file(one, gone(one), Dataset.XOR))


# ---- a link


def test_a_link_opens_with_the_weights_that_were_kept_for_it():
    copy = copied(hidden=[{"units": 3}, {"units": 2}], normalization="layer", dataset="blobs")
    opened = from_link(copy.settings, flattened(copy.parameters, copy.statistics), (7, 30, 178))
    assert (opened.age, opened.note) == ((7, 30, 178), "")
    assert opened.settings.model_dump(mode="json") == copy.settings and opened.text == words.OPENED
    np.testing.assert_array_equal(opened.parameters, copy.parameters)
    np.testing.assert_array_equal(opened.statistics, copy.statistics)


def test_a_link_of_an_earlier_version_opens_without_what_is_no_longer_known():
    copy = copied()
    older = {**copy.settings, "learning_rate": -5, "gone_since": 3}
    opened = from_link(older, flattened(copy.parameters, copy.statistics), (None, None, None))
    assert (opened.age, opened.note) == (NEW_BORN, words.AGE_NOT_KNOWN)
    assert opened.settings.model_dump(mode="json") == {**copy.settings, "learning_rate": 0.03}
    np.testing.assert_array_equal(opened.parameters, copy.parameters)


@pytest.mark.parametrize(
    "opens",
    [
        lambda settings: from_link(settings, b"", (0, 0, 0)),
        from_row,
        lambda settings: where_it_was(settings, PackedCheckpoint(pack(take_snapshot(run_of())))),
    ],
    ids=["link", "row", "resumed"],
)
def test_without_its_data_a_run_would_be_another_one(opens):
    assert refused(lambda: opens({**copied(epochs=0).settings, **GONE})) == words.DATA_GONE


# ---- a row of the lab book


def test_a_row_begins_again_with_its_settings_and_no_weights():
    settings = copied(epochs=0, dataset="moons", learning_rate=0.2).settings
    opened = from_row(settings)
    assert opened.settings.model_dump(mode="json") == settings
    assert (opened.text, opened.parameters, opened.statistics) == (words.REOPENED, None, None)


def kept(batches, **settings):
    """A run after so many mini-batches, and the bytes that were kept of it."""
    run = run_of(**settings)
    for _ in range(batches):
        tell(run, "step", unit="batch")
        run.train(1.0, lambda: 0.0)
    return run, PackedCheckpoint(pack(take_snapshot(run)))


@pytest.mark.parametrize(
    ("batches", "told"),
    [
        (0, "0 epochs, at step 0"),
        (2, "0.5 epochs, at step 2"),
        (4, "1 epoch, at step 4"),
        (1234, "308.5 epochs, at step 1,234"),
    ],
)
def test_a_row_is_resumed_at_its_step(batches, told):
    run, packed = kept(batches, samples=100, batch_size=20, training_share=80)
    opened = where_it_was(run.settings.model_dump(mode="json"), packed)
    assert isinstance(opened, Resume) and opened.snapshot.step == batches
    assert opened.snapshot.state.parameters.tobytes() == run.trainer.parameters.tobytes()
    assert opened.note == f"This is the run as it was after {told}. Press play to go on."


def test_that_it_goes_on_with_other_numbers_is_said():
    run, packed = kept(4)
    others = run.settings.changed({"data_seed": 9}).model_dump(mode="json")
    assert where_it_was(others, packed).note.endswith(words.OTHER_NUMBERS)
    assert words.OTHER_NUMBERS not in where_it_was(run.settings.model_dump(mode="json"), packed).note


def test_a_row_of_another_network_than_its_settings_make_is_refused():
    run, packed = kept(1)
    others = run.settings.changed({"hidden": [{"units": 9}]}).model_dump(mode="json")
    assert refused(lambda: where_it_was(others, packed)) == words.KEPT_OTHERWISE
