"""Each file of the page has its test: what runs in Node one of the file's own name, each view one in the browser."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "static"
NODE_TESTS = ROOT / "tests/static"
BROWSER_TESTS = ROOT / "tests/browser"

# Rooms whose files run in Node as they are; of the files beside them, those that do.
IN_NODE = [
    "state",
    "draw",
    "protocol",
    "text",
    "addresses.js",
    "connection.js",
    "front.js",
    "hand_on.js",
    "late.js",
    "leading.js",
    "own_data.js",
    "qr.js",
    "questions.js",
    "room_line.js",
    "room_polling.js",
    "room_questions.js",
]

# Files of these rooms without a Node test of their own. This list may only shrink.
WITHOUT_A_TEST = {
    "protocol/answers.js",  # types only: TypeScript tries them on the golden answers
}

# Which browser test plays which view; a folder's line is about each of its files that has no line of its own.
VIEWS = {
    "after_the_network.js": "test_data_panel.py",
    "animation.js": "test_steady.py",
    "changes.js": "test_undo.py",
    "charts": "test_charts.py",
    "charts.js": "test_charts.py",
    "classroom": "test_class.py",
    "classroom/desk/challenge.js": "test_class_wall.py",
    "classroom/place/saving.js": "test_class_wall.py",
    "classroom/projector/challenge.js": "test_class_wall.py",
    "classroom/projector/wall.js": "test_class_wall.py",
    "classroom/wall": "test_class_wall.py",
    "classroom/wall.js": "test_class_wall.py",
    "classroom/member": "test_class_member.py",
    "classroom/member.js": "test_class_member.py",
    "composing.js": "test_languages.py",
    "controls.js": "test_controls.py",
    "language_note.js": "test_languages.py",
    "data_panel.js": "test_data_panel.py",
    "data_sets.js": "test_data_panel.py",
    "drawer.js": "test_drawer.py",
    "drawer": "test_drawer.py",
    "drawer/edges.js": "test_graph.py",
    "drawer/height.js": "test_drawer_height.py",
    "drawer/words.js": "test_words.py",
    "drawer/axes.js": "test_compare.py",
    "drawer/handle.js": "test_losses.py",
    "drawer/plot.js": "test_activations.py",
    "drawer/inside/activations.js": "test_activations.py",
    "drawer/inside/graph": "test_graph.py",
    "drawer/inside/graph.js": "test_graph.py",
    "drawer/inside/inputs.js": "test_own_data.py",
    "drawer/inside/losses": "test_losses.py",
    "drawer/inside/losses.js": "test_losses.py",
    "drawer/inside/neuron": "test_neuron.py",
    "drawer/inside/neuron.js": "test_neuron.py",
    "drawer/inside/pad.js": "test_own_data.py",
    "drawer/learning/descent": "test_descent.py",
    "drawer/learning/descent.js": "test_descent.py",
    "drawer/learning/diagnostics": "test_diagnostics.py",
    "drawer/learning/diagnostics.js": "test_diagnostics.py",
    "drawer/learning/measures.js": "test_measures.py",
    "drawer/learning/penalty.js": "test_drawer.py",
    "drawer/beside/compare.js": "test_compare.py",
    "drawer/beside/compare_chart.js": "test_compare.py",
    "drawer/beside/compare_map.js": "test_compare.py",
    "drawer/beside/compare_weights.js": "test_compare.py",
    "drawer/beside/seeds.js": "test_seeds.py",
    "drawer/beside/seed_pictures.js": "test_seeds.py",
    "drawer/beside/until_now.js": "test_compare.py",
    "early_presses.js": "test_early_presses.py",
    "features.js": "test_data_panel.py",
    "first_steps": "test_welcome.py",
    "first_steps.js": "test_welcome.py",
    "formula.js": "test_data_panel.py",
    "goal.js": "test_tasks.py",
    "guide/tasks.js": "test_tasks.py",
    "guide": "test_welcome.py",
    "guide.js": "test_welcome.py",
    "help.js": "test_keyboard.py",
    "help_curves.js": "test_losses.py",
    "hidden_controls.js": "test_address.py",
    "keyboard.js": "test_keyboard.py",
    "locked_controls.js": "test_tasks.py",
    "lesson": "test_lesson.py",
    "lesson/opener.js": "test_late.py",
    "lesson.js": "test_lesson.py",
    "look_switches.js": "test_output.py",
    "messages.js": "test_faults.py",
    "messages/banner.js": "test_connection.py",
    "messages/closer.js": "test_faults.py",
    "messages/notes.js": "test_connection.py",
    "messages/refusal.js": "test_controls.py",
    "methods.js": "test_controls.py",
    "network": "test_network.py",
    "network.js": "test_network.py",
    "network/headings.js": "test_layers.py",
    "network/holding.js": "test_layers.py",
    "network/marks.js": "test_layers.py",
    "output": "test_output.py",
    "output.js": "test_output.py",
    "output/mosaic.js": "test_mosaic.py",
    "output/pen.js": "test_own_data.py",
    "output/sample.js": "test_sample.py",
    "output/tools.js": "test_own_data.py",
    "places": "test_places.py",
    "places.js": "test_places.py",
    "places/lab_book.js": "test_lab_book.py",
    "places/lessons": "test_lesson.py",
    "places/lessons.js": "test_lesson.py",
    "places/experiments": "test_experiments.py",
    "places/experiments.js": "test_experiments.py",
    "present": "test_present.py",
    "present.js": "test_present.py",
    "printing.js": "test_take_home.py",
    "readout.js": "test_training.py",
    "regions.js": "test_keyboard.py",
    "saving.js": "test_saving.py",
    "settings_strip.js": "test_controls.py",
    "share.js": "test_address.py",
    "slice.js": "test_own_data.py",
    "sheets.js": "test_phone.py",
    "status.js": "test_access.py",
    "stopping.js": "test_stopping.py",
    "take_home.js": "test_take_home.py",
    "theme.js": "test_access.py",
    "timeline.js": "test_timeline.py",
    "unconfirmed.js": "test_connection.py",
    "transport.js": "test_training.py",
    "upload": "test_late.py",
    "upload.js": "test_own_data.py",
    "url.js": "test_address.py",
    "when_pressed.js": "test_late.py",
}


def files_in(room):
    place = STATIC / room
    files = [place] if place.is_file() else sorted(place.rglob("*.js"))
    return [file.relative_to(STATIC).as_posix() for file in files]


def has_a_test(file):
    return (NODE_TESTS / file).with_suffix(".test.mjs").is_file()


def line_of(view):
    """The most particular line of the table about a view, or None."""
    path = Path(view)
    return next((place.as_posix() for place in [path, *path.parents] if place.as_posix() in VIEWS), None)


def views():
    return [file.removeprefix("views/") for file in files_in("views")]


@pytest.mark.parametrize("file", [file for room in IN_NODE for file in files_in(room)])
def test_what_runs_in_node_has_a_test_of_its_own_name(file):
    assert has_a_test(file) or file in WITHOUT_A_TEST


def test_no_exception_is_longer_than_it_must_be():
    assert [file for file in WITHOUT_A_TEST if has_a_test(file) or not (STATIC / file).is_file()] == []


def test_each_test_in_node_is_about_a_file():
    tests = [file for file in NODE_TESTS.rglob("*.test.mjs") if NODE_TESTS / "node_modules" not in file.parents]
    about = [file.relative_to(NODE_TESTS).as_posix().replace(".test.mjs", ".js") for file in tests]
    assert [file for file in about if not (STATIC / file).is_file()] == []


@pytest.mark.parametrize("view", views())
def test_each_view_is_played_in_the_browser(view):
    assert line_of(view), f"say in VIEWS which browser test plays {view}"


def test_the_table_of_views_names_what_there_is():
    assert {line for line in VIEWS if line not in map(line_of, views())} == set()
    assert {test for test in VIEWS.values() if not (BROWSER_TESTS / test).is_file()} == set()


def test_the_walk_through_the_graph_has_its_test_in_node():
    assert has_a_test("views/drawer/inside/graph/walk.js")
