"""Tests of the catalogue: everything a control needs, for every setting, as plain data."""

import json

import pytest

from glassbox.catalogue import PROTOCOL, catalogue
from glassbox.engine.choices import Activation
from glassbox.engine.data_choices import Dataset
from glassbox.engine.objectives import Objective
from glassbox.settings import Settings

FIELDS = catalogue()["fields"]


def test_it_is_plain_data():
    assert json.loads(json.dumps(catalogue(), allow_nan=False)) == catalogue()


def test_every_setting_is_in_it_in_the_order_of_the_form():
    assert list(FIELDS) == list(Settings.model_fields)


def test_its_defaults_are_the_settings_defaults():
    defaults = {name: field["default"] for name, field in FIELDS.items()}
    assert Settings.salvaged(defaults) == (Settings(), {})


@pytest.mark.parametrize("field", FIELDS.values(), ids=FIELDS)
def test_every_field_has_its_words_and_its_kind(field):
    assert field["label"] and field["help"].endswith(".")
    assert field["group"] in ("data", "network", "training", "stopping", "goal", "transport")
    assert field["effect"] in ("nothing", "live", "data", "reshape", "rebuild")
    assert field["scale"] in ("linear", "log")
    assert field["kind"] in ("choice", "features", "layers", "integer", "number")


@pytest.mark.parametrize("field", FIELDS.values(), ids=FIELDS)
def test_numbers_have_bounds_around_their_default_and_menus_have_options(field):
    if field["kind"] in ("integer", "number"):
        assert field["minimum"] <= field["default"] <= field["maximum"]
        assert field["options"] == []
    if field["kind"] in ("choice", "features"):
        values = [option["value"] for option in field["options"]]
        default = field["default"] if isinstance(field["default"], list) else [field["default"]]
        assert len(values) > 1 and set(default) <= set(values)
        assert all(option["label"] for option in field["options"])


@pytest.mark.parametrize("field", FIELDS.values(), ids=FIELDS)
def test_conditions_name_settings_and_their_options(field):
    for name, values in field["when"].items():
        assert set(values) <= {option["value"] for option in FIELDS[name]["options"]}


def test_vocabularies_are_the_engines():
    assert [option["value"] for option in FIELDS["activation"]["options"]] == [choice.value for choice in Activation]
    assert len(FIELDS["features"]["options"]) == 7


def test_data_sets_tell_what_they_ask_for():
    options = {option["value"]: option for option in FIELDS["dataset"]["options"]}
    assert list(options) == [dataset.value for dataset in Dataset]
    unpictured = [name for name, option in options.items() if not option["pictured"]]
    assert unpictured == ["teacher", "small_teacher", "two_scales"]
    assert [options[name]["available"] for name in ("circle", "penguins")] == [None, 342]
    assert [options[name]["inputs"] for name in ("circle", "sine", "digits")] == [2, 1, 64]
    assert (options["circle"]["problem"], options["circle"]["classes"]) == ("binary", 2)
    assert (options["blobs"]["problem"], options["blobs"]["classes"]) == ("multiclass", 3)
    assert (options["plane"]["problem"], options["plane"]["classes"]) == ("regression", 0)


def test_losses_tell_which_data_they_fit():
    problems = {option["value"]: option["problems"] for option in FIELDS["loss"]["options"]}
    assert problems == {
        "cross_entropy": ["binary", "multiclass"],
        "squared_error": ["binary", "multiclass", "regression"],
        "absolute": ["regression"],
        "huber": ["regression"],
        "hinge": ["binary", "multiclass"],
    }


def test_limits_and_version():
    assert catalogue()["limits"] == {"hidden_layers": 8, "units": 128, "table_bytes": 2 * 1024 * 1024}
    assert catalogue()["protocol"] == PROTOCOL


def test_it_has_the_functions_that_optimizers_race_on():
    told = catalogue()["objectives"]
    assert [each["value"] for each in told] == list(Objective)
    assert all(each["label"] and each["formula"].startswith("f = ") and each["note"] for each in told)
