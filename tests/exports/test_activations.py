"""An activation is written in every language, and what is written computes what the slow twin says."""

import numpy as np
import pytest

from glassbox.engine.choices import Activation, OutputActivation
from glassbox.exports.activations import LEAK, WRITTEN, written
from tests import reference

Z = np.linspace(-4, 4, 161)


def test_every_activation_is_told_in_every_language():
    assert set(WRITTEN) == {kind.value for kind in (*Activation, *OutputActivation)}
    assert all(each.numpy and each.torch and callable(each.onnx) for each in WRITTEN.values())


@pytest.mark.parametrize("activation", Activation)
def test_the_numpy_expression_is_the_slow_twin(activation):
    computed = eval(written(activation).numpy, {"np": np, "z": Z})
    np.testing.assert_allclose(computed, reference.PHI[activation](Z), atol=1e-7)


def test_an_output_is_written_as_the_activation_of_its_name():
    for output in OutputActivation:
        if output.value in {each.value for each in Activation}:
            assert written(output) is written(Activation(output.value))


def test_the_leak_stands_in_the_programs_as_in_the_graph():
    leaky = written(Activation.LEAKY_RELU)
    assert str(LEAK) in leaky.numpy and str(LEAK) in leaky.torch
