"""Settings of an old link: what is wrong falls back, with a note, and never keeps a page from opening."""

from glassbox.session.opening import MOST_NOTES, read_settings
from glassbox.settings import Settings


def test_what_is_right_is_taken_without_a_note():
    settings, notes = read_settings({"learning_rate": 0.25, "dataset": "xor"}, 10_000)
    assert (settings.learning_rate, settings.dataset.value, notes) == (0.25, "xor", [])


def test_each_wrong_wish_is_told_and_the_others_are_fulfilled():
    settings, notes = read_settings({"learning_rate": -1, "colour": "red", "batch_size": 5}, 10_000)
    assert (settings.learning_rate, settings.batch_size) == (Settings().learning_rate, 5) and len(notes) == 2


def test_a_network_too_large_for_this_server_has_the_default_layers():
    settings, (note,) = read_settings({"hidden": [{"units": 64}, {"units": 64}]}, 1000)
    assert settings.hidden == Settings().hidden and "1,000" in note


def test_of_many_notes_only_a_few_are_told():
    _, notes = read_settings({f"unknown{number}": 1 for number in range(50)}, 10_000)
    assert len(notes) == MOST_NOTES + 1 and notes[-1].startswith("40 more")
