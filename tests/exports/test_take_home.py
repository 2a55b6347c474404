"""Every format makes one file with a name, the same each time, and none of a network that diverged."""

import numpy as np
import pytest

from glassbox.engine.choices import Activation, Normalization
from glassbox.engine.data_choices import Feature
from glassbox.exports.formats import Format
from glassbox.exports.network_file import LARGEST
from glassbox.exports.reading import read_network
from glassbox.exports.take_home import take_home
from glassbox.protocol.refusals import Refusal
from glassbox.settings import MOST_HIDDEN_LAYERS, MOST_UNITS
from tests.exports.copies import copy_of

HIDDEN = ((4, Activation.TANH, Normalization.BATCH), (3, Activation.SINE, Normalization.LAYER))


@pytest.mark.parametrize("chosen", Format)
def test_the_same_network_makes_the_same_file(chosen):
    first, second = take_home(copy_of(HIDDEN), chosen), take_home(copy_of(HIDDEN), chosen)
    assert first == second and first.content
    assert first.name.isascii() and first.name.startswith("network")


def test_files_have_names_of_their_own():
    assert len({take_home(copy_of(()), chosen).name for chosen in Format}) == len(Format)


@pytest.mark.parametrize("chosen", Format)
@pytest.mark.parametrize("number", [np.nan, np.inf])
def test_a_network_that_diverged_is_refused(chosen, number):
    copy = copy_of(())
    copy.parameters[0] = number
    with pytest.raises(Refusal, match="no ordinary numbers"):
        take_home(copy, chosen)


def test_the_largest_network_opens_again():
    hidden = ((MOST_UNITS, Activation.TANH, Normalization.BATCH),) * MOST_HIDDEN_LAYERS
    copy = copy_of(hidden, features=tuple(Feature))
    file = take_home(copy, Format.JSON)
    assert len(file.content) < LARGEST / 2
    assert read_network(file.content).parameters.tobytes() == copy.parameters.tobytes()
