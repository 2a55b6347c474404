"""What a training costs, by estimate: it grows with what is trained."""

from glassbox.experiments.cost import looks_often, seconds_of
from glassbox.settings import Settings
from tests.experiments.an_experiment import an_experiment


def cost(settings=None, **asked):
    return seconds_of(Settings().changed(settings or {}), 250, 500, an_experiment(**asked))


def test_it_grows_with_epochs_units_and_steps():
    assert cost(epochs=1000) > 5 * cost(epochs=100)
    assert cost({"hidden": [{"units": 128}]}, epochs=100) > 3 * cost(epochs=100)
    assert cost({"batch_size": 1}, epochs=100) > cost({"batch_size": 250}, epochs=100)


def test_looking_after_every_epoch_costs_time():
    assert cost(measures=["best_test_loss"], epochs=100) > 1.2 * cost(epochs=100)
    assert looks_often(Settings().changed({"patience": 5}), ()) and not looks_often(Settings(), ("test_loss",))


def test_it_is_of_the_size_that_was_measured():
    """Seconds of one core that was busy with nothing else, by its own clock: MG-64, and three wide layers."""
    wide = {"hidden": [{"units": 64}], "optimizer": "adam"}
    deep = {"hidden": 3 * [{"units": 128}], "optimizer": "adam"}
    told = {
        0.0346: seconds_of(Settings().changed(wide), 100, 1000, an_experiment(epochs=2000)),
        0.0233: seconds_of(Settings().changed(deep), 100, 1000, an_experiment(epochs=50)),
    }
    for measured, estimated in told.items():
        assert measured / 1.5 < estimated < measured * 1.5
