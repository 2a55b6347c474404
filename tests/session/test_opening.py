"""Settings of an old link: what is wrong falls back, with a note, and never keeps a page from opening."""

from types import SimpleNamespace

from glassbox.run.orders import Resume
from glassbox.session import words
from glassbox.session.opening import MOST_NOTES, go_on, read_settings
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


def test_a_page_that_came_back_hears_of_no_link_and_of_the_same_settings_only_if_they_are():
    _, notes = read_settings({"learning_rate": 0.1}, 10_000, came_back=True)
    assert notes == [words.LOST] and "same settings." in words.LOST
    settings, notes = read_settings({"dataset": "own.gone", "seed": 7}, 10_000, came_back=True)
    assert settings.seed == 7 and len(notes) == 2 and notes[0] == words.LOST_WITH_SETTINGS
    assert "no longer on the server" in notes[1] and not any("link" in note for note in notes)


def test_a_run_that_was_kept_goes_on_with_what_the_page_has_changed_since():
    order = Resume(SimpleNamespace(settings=Settings(seed=5, dataset="xor")), "It stands at step 3.")
    page = {**Settings(seed=5, learning_rate=0.5).model_dump(mode="json"), "dataset": "own.gone", "gain": 2.0}
    settings, (note,), (first, then) = go_on(page, order)
    assert (settings, first.snapshot, first.comes_back) == (order.snapshot.settings, order.snapshot, True)
    assert then.changes == {"learning_rate": 0.5}  # its data are gone, and initial weights would begin it anew
    assert note.endswith("has the run. It stands at step 3.")
    assert len(go_on(order.snapshot.settings.model_dump(mode="json"), order)[2]) == 1
