"""Tests of sizes and their limit, known without the engine's kernels, and of the settings a link brings."""

import pytest

from glassbox.engine.trainer import Trainer
from glassbox.protocol.refusals import Refusal
from glassbox.run.build import recipe, split_data
from glassbox.run.shape import LEAST_LIMIT, check_size, sizes
from glassbox.session import words
from glassbox.session.opening import MOST_NOTES, read_settings
from glassbox.settings import Settings


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, (2, 4, 2, 1)),
        ({"hidden": []}, (2, 1)),
        ({"features": ["x1", "x2", "sin_x2"], "hidden": [{"units": 128}]}, (3, 128, 1)),
        ({"dataset": "blobs"}, (2, 4, 2, 3)),
        ({"dataset": "plane"}, (2, 4, 2, 1)),
    ],
)
def test_sizes_are_those_of_the_network(changes, expected):
    settings = Settings().changed(changes)
    assert sizes(settings) == expected
    stuff = split_data(settings)
    assert Trainer(recipe(settings, stuff.points), stuff.data).recipe.architecture.sizes == expected


def test_a_network_too_large_is_refused():
    large = Settings().changed({"hidden": [{"units": 100}] * 2})
    check_size(large, 10_501)
    with pytest.raises(Refusal, match="10,501 parameters; this server allows 10,500"):
        check_size(large, 10_500)


def test_every_server_allows_the_default_layers():
    seven = ["x1", "x2", "x1_squared", "x2_squared", "x1_x2", "sin_x1", "sin_x2"]
    check_size(Settings().changed({"features": seven, "dataset": "spiral3"}), 1)
    assert LEAST_LIMIT == 100


def test_a_link_is_read_setting_by_setting():
    settings, notes = read_settings({"learning_rate": 0.1, "optimizer": "adamm", "old": 1, "samples": 99999}, 200_000)
    assert settings == Settings().changed({"learning_rate": 0.1})
    assert len(notes) == 3
    assert "“Optimizer” (optimizer): expected 'sgd'" in notes[0]
    assert notes[1] == words.note_on_rejected("old", None)
    assert all(note.endswith(".") for note in notes)


def test_a_good_link_needs_no_note():
    full = Settings().changed({"dataset": "xor", "hidden": [], "speed": "full"})
    assert read_settings(full.model_dump(mode="json"), 200_000) == (full, [])


def test_a_link_to_a_network_too_large_falls_back_to_the_default_layers():
    settings, notes = read_settings({"hidden": [{"units": 128}] * 8, "learning_rate": 0.1}, 1000)
    assert settings == Settings().changed({"learning_rate": 0.1})
    assert len(notes) == 1 and "this server allows 1,000" in notes[0]


def test_notes_on_a_nonsense_link_are_few():
    settings, notes = read_settings({f"nonsense {index}": index for index in range(2000)}, 200_000)
    assert settings == Settings()
    assert len(notes) == MOST_NOTES + 1 and notes[-1].startswith("1990 more")
