"""Tests of the data that settings name: data sets by their name, own data by the data themselves."""

import json

import numpy as np
import pytest
from pydantic import ValidationError

from glassbox.data import Own, describe, named, points_from
from glassbox.engine.choices import Problem
from glassbox.engine.data_choices import Dataset, Feature
from glassbox.engine.generators import generate
from glassbox.protocol.refusals import sentence
from glassbox.run.build import split_data
from glassbox.run.shape import features, input_names, sizes
from glassbox.settings import Settings, difference
from glassbox.tables.drawn import drawn


def own(count=40, name="a-name"):
    points = [(k % 8 - 4, k % 5 - 2, k % 2) for k in range(count)]
    return Own(name, drawn(points, describe(Dataset.CIRCLE).problem, 2))


def test_a_data_set_is_what_the_engine_makes():
    assert points_from(Dataset.XOR, 50, 0.1, 0.0, 3).x.tobytes() == generate(Dataset.XOR, 50, 0.1, 0.0, 3).x.tobytes()


def test_all_of_ones_own_data_are_used_however_few_samples_are_asked_for():
    assert len(points_from(own(40), 10, 0, 0, 1).target) == 40


def test_a_formula_is_named_like_a_data_set():
    settings = Settings().changed({"dataset": "formula:x1*x2", "samples": 60})
    assert describe(settings.dataset).problem is named("formula:x1*x2").about.problem is Problem.REGRESSION
    assert len(split_data(settings).points.target) == 60
    written = json.loads(settings.model_dump_json())
    assert written["dataset"] == "formula:x1*x2" and Settings.model_validate(written) == settings
    assert difference(settings, settings.changed({"dataset": "formula:x1 * x2"})) == ("dataset",)


def test_a_wrong_formula_is_told_in_a_sentence_and_falls_back():
    with pytest.raises(ValidationError) as told:
        Settings().changed({"dataset": "formula:x1 > y"})
    assert sentence(told.value).startswith("“Data” (dataset): sign 6, “y”: this name is not known; there are x1, x2")
    settings, rejected = Settings.salvaged({"dataset": "formula:", "noise": 0.25})
    assert (settings.dataset, settings.noise, list(rejected)) == (Dataset.CIRCLE, 0.25, ["dataset"])


def test_settings_hold_own_data_and_are_written_by_their_name():
    settings = Settings().changed({"dataset": own()}).changed({"noise": 0.5})
    assert settings.dataset.observations is not None
    written = json.loads(settings.model_dump_json())
    assert written["dataset"] == settings.model_dump(mode="json")["dataset"] == "own.a-name"
    assert difference(settings, settings.changed({"dataset": own()})) == ()
    assert difference(settings, settings.changed({"dataset": own(name="other")})) == ("dataset",)


@pytest.mark.parametrize("wrong", ["own.a-name", "own.", "owl", None, 0, ["circle"], {"name": "a"}])
def test_names_alone_are_no_data(wrong):
    with pytest.raises(ValidationError):
        Settings().changed({"dataset": wrong})
    settings, rejected = Settings.salvaged({"dataset": wrong, "noise": 0.25})
    assert (settings.dataset, settings.noise, list(rejected)) == (Dataset.CIRCLE, 0.25, ["dataset"])


def test_the_share_noise_and_wrong_labels_act_on_own_data():
    plain = split_data(Settings().changed({"dataset": own(40)}))
    assert plain.training == 20
    moved = split_data(Settings().changed({"dataset": own(40), "training_share": 75, "noise": 0.3, "label_noise": 0.5}))
    assert moved.training == 30
    assert not np.allclose(moved.points.x, plain.points.x) and (moved.points.target != plain.points.target).any()


@pytest.mark.parametrize(
    ("dataset", "chosen", "given"),
    [
        ("circle", ("x2", "sin_x1"), (Feature.X2, Feature.SIN_X1)),
        ("sine", ("x1", "x2", "x1_x2", "sin_x1"), (Feature.X1, Feature.SIN_X1)),
        ("sine", ("x2",), (Feature.X1,)),
        ("digits", ("x1", "x2"), ()),
    ],
)
def test_the_network_is_given_what_the_data_have(dataset, chosen, given):
    settings = Settings().changed({"dataset": dataset, "features": chosen})
    assert set(features(settings)) == set(given)
    assert sizes(settings)[0] == len(input_names(settings)) == (len(given) or 64)
    assert split_data(settings).data.x_train.shape[0] == sizes(settings)[0]


def test_digits_are_given_pixel_by_pixel():
    stuff = split_data(Settings().changed({"dataset": "digits"}))
    assert np.array_equal(stuff.data.x_train, stuff.points.x[: stuff.training].T)
