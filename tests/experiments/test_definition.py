"""An experiment as plain data: what it may say, and the key it is known by."""

import json

import pytest
from pydantic import ValidationError

from glassbox.experiments.definition import Experiment
from tests.experiments.an_experiment import an_experiment, axis


def test_it_comes_back_from_json_as_it_was():
    asked = an_experiment()
    assert Experiment.model_validate_json(json.dumps(asked.plain())) == asked


def test_the_key_is_of_what_is_asked_and_not_of_its_title():
    assert an_experiment(title="a").key() == an_experiment(title="b").key()
    assert an_experiment().key() != an_experiment(seeds=3).key()
    assert len(an_experiment().key()) == 64


@pytest.mark.parametrize(
    "wrong",
    [{"seeds": 0}, {"seeds": 101}, {"epochs": -1}, {"measures": []}, {"axes": 4 * [axis("width", 1)]}, {"x": 1}],
)
def test_what_is_out_of_bounds_is_refused(wrong):
    with pytest.raises(ValidationError):
        an_experiment(**wrong)
