"""Tests of the settings of the network."""

from glassbox.engine.choices import Activation, Initialization
from glassbox.settings import Effect, Layer, Settings, effect_of
from glassbox.settings.of_network import NetworkSettings


def test_a_class_begins_with_two_small_layers_of_tanh():
    begins = Settings()
    assert begins.hidden == (Layer(units=4), Layer(units=2))
    assert (begins.activation, begins.initialization) == (Activation.TANH, Initialization.XAVIER_UNIFORM)


def test_what_decides_the_first_weights_starts_the_network_anew():
    anew = {name for name in NetworkSettings.model_fields if effect_of(name) is Effect.REBUILD}
    assert anew == {"initialization", "gain", "initial_bias", "seed"}
