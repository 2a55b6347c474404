"""Other data: what keeps the network and says so, what begins anew, and that every number is then of the new data."""

from dataclasses import replace

import numpy as np
import pytest

from glassbox.data import Own
from glassbox.engine.choices import Problem
from glassbox.engine.dataset import Observations
from glassbox.run.other_data import begins_anew
from glassbox.settings import Settings
from glassbox.tables.drawn import drawn
from tests.run.tools import configure, run_of, train_epochs

POINTS = [(x1, x2, float(x1 * x2 > 0)) for x1 in (-3.0, -1.0, 2.0, 4.0) for x2 in (-4.0, -2.0, 1.0, 3.0)]
SLIDERS = [{"noise": 0.7}, {"label_noise": 0.2}, {"samples": 80}, {"data_seed": 9}, {"training_share": 80},
           {"validation_share": 20}]  # fmt: skip
PATTERNS = [{"dataset": "xor"}, {"dataset": "blobs"}, {"dataset": "formula:x2 > sin(x1)"}]


def drawing(points=POINTS, name="drawn"):
    return Own(name, drawn(points, Problem.BINARY, 2))


def table(name, title):
    """As a table is read: its columns with names and sizes of their own."""
    plain = drawing().observations
    inputs = tuple(
        replace(each, name=f"{title} {at}", mean=40.0, spread=3.0) for at, each in enumerate(plain.about.inputs)
    )
    return Own(name, Observations(plain.x, plain.target, replace(plain.about, inputs=inputs, title=title), plain.rows))


def trained(**settings):
    run = run_of(**settings)
    train_epochs(run, 3)
    run.evaluate()
    return run


def test_another_table_begins_anew():
    """The first one's losses and epochs are not the second one's."""
    run = trained(dataset=table("one", "houses.csv"))
    for other in (table("two", "cars.csv"), table("three", "cars.csv"), "circle"):
        number = run.number
        configure_source(run, other)
        run.evaluate()
        curves = run.history.curves.plain(1)
        assert (run.number, run.trainer.step, curves["x"]) == (number + 1, 0, [0.0])
        assert [mark.x for mark in curves["marks"]] == [0.0] and "kept" not in curves["marks"][0].text
        train_epochs(run, 1)


def configure_source(run, source):
    """As the front desk puts own data in the place of their name."""
    return run.become(run.settings.changed({"dataset": source}))


@pytest.mark.parametrize("change", [*SLIDERS, *PATTERNS, {"dataset": drawing()}], ids=str)
def test_a_kept_network_shows_the_losses_of_the_new_data_and_says_that_it_was_kept(change):
    run = trained()
    parameters = run.trainer.parameters[:8].copy()
    run.become(run.settings.changed(change))
    fresh = run_of(**change)
    fresh.trainer.parameters[:] = run.trainer.parameters
    evaluation, _ = run.evaluate()
    curves = run.history.curves.plain(1)
    assert run.number == 1 and run.trainer.epoch == 3
    np.testing.assert_array_equal(run.trainer.parameters[:8], parameters)
    assert evaluation == fresh.trainer.evaluate()
    assert curves["train_loss"][-1] == pytest.approx(evaluation.train.loss, rel=1e-5) and curves["x"][-1] == 3.0
    (mark,) = curves["marks"]
    assert mark.x == 3.0 and mark.text.endswith(": other data from here, the network is kept")
    assert run.history.curves.lows.lowest["train"].loss == evaluation.train.loss  # no other data's


def test_a_drawing_that_grows_keeps_the_network():
    run = trained(dataset=drawing())
    configure_source(run, drawing([*POINTS, (0.5, 0.5, 1.0)], "drawn more"))
    assert run.number == 1 and run.trainer.epoch == 3


def test_nothing_is_said_of_a_network_that_has_not_trained_or_of_settings_that_leave_the_data_alone():
    run = run_of()
    configure(run, dataset="xor")
    train_epochs(run, 1)
    configure(run, learning_rate=0.3)
    assert not any("kept" in mark.text for mark in run.history.curves.plain(1)["marks"])


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("circle", "plane", True), ("plane", "circle", True), ("circle", "digits", True), ("sine", "plane", True),
        ("plane", "formula:100*x1 + 1000*x2", True), ("circle", "blobs", False), ("plane", "formula:x1*x2/12", False),
    ],
)  # fmt: skip
def test_what_asks_for_something_else_begins_anew(old, new, expected):
    settings = Settings().changed({"dataset": old})
    assert begins_anew(settings, settings.changed({"dataset": new})) is expected
