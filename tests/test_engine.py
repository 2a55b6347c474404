"""The engine's face for notebooks: the names one needs from one place, each from its own file,
and Numba only when needed.
"""

import pytest

from glassbox import engine
from glassbox.engine import choices, trainer
from tests.test_glassbox import loaded_after


@pytest.mark.parametrize("name", engine.__all__)
def test_every_name_is_there(name):
    assert getattr(engine, name).__name__ == name
    assert name in dir(engine)


def test_names_are_those_of_their_files():
    assert engine.Trainer is trainer.Trainer and engine.Activation is choices.Activation


def test_vocabularies_come_without_numba():
    assert loaded_after("import glassbox.engine.choices") == "[]"
    assert loaded_after("from glassbox.engine import Activation, Optimizer") == "[]"
    assert "numba" in loaded_after("from glassbox.engine import Trainer")


def test_other_names_are_refused_as_python_does():
    with pytest.raises(AttributeError, match="no attribute 'Trianer'"):
        _ = engine.Trianer
