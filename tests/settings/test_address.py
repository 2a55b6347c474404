"""Tests of settings as an address: short, and read by the page's own script as what they were."""

import json
from pathlib import Path

import pytest

from glassbox.catalogue import catalogue
from glassbox.settings import Settings
from glassbox.settings.address import address_of
from tests.node import node

ROOT = Path(__file__).parents[2]
CASES = [
    {},
    {"dataset": "spiral", "learning_rate": 0.1, "gain": 2.0, "epsilon": 1e-9},
    {"dataset": "formula:x1^2 + x2^2 < 9 and not x1*x2 > 0.5 or sin(x1) >= 1/2", "noise": 0.5},
    {"hidden": [], "features": ["x1", "sin_x2"], "speed": "full"},
    {"hidden": [{"units": 4, "activation": "relu", "dropout": 0.2, "normalization": "batch"}, {"units": 2}]},
    {"hidden": [{"units": 3, "dropout": 0.0}], "optimizer": "adam", "stop_epochs": 100},
]


def test_defaults_need_no_address():
    assert address_of(Settings()) == {}


def test_it_is_readable_by_people():
    settings = Settings().changed(
        {"dataset": "spiral", "gain": 2.0, "hidden": [{"units": 4, "dropout": 0.25}, {"units": 2}]}
    )
    assert address_of(settings) == {"dataset": "spiral", "hidden": "4-drop0.25,2", "gain": "2", "v": "2"}
    assert address_of(Settings().changed({"hidden": []})) == {"hidden": "none", "v": "2"}


@pytest.mark.parametrize("changes", CASES, ids=str)
def test_the_page_reads_what_is_written(changes):
    settings = Settings().changed(changes)
    script = """
      import { readAddress } from "./static/state/address.js";
      const [catalogue, parts] = JSON.parse(process.argv.at(-1));
      console.log(JSON.stringify(readAddress(new URLSearchParams(parts).toString(), catalogue).settings));
    """
    told = json.dumps([catalogue(), address_of(settings)])
    read = json.loads(node("--input-type=module", "--eval", script, "--", told, cwd=ROOT).stdout.splitlines()[-1])
    assert Settings().changed(read) == settings
