"""An experiment taken home: a notebook that others can read, and a program that brings the same rows, to the byte."""

import ast
import json
from contextvars import copy_context

import nbformat
import pytest

from glassbox.exports.experiment_notebook import Described, ExperimentCopy, write_notebook, write_program
from glassbox.words.current import speak
from glassbox.words.languages import language_of, languages

DEFINITION = {
    "title": "How wide?", "base": {"dataset": "sine", "samples": 40}, "axes": [
        {"name": "width", "values": [1, 3], "budget": None}, {"name": "optimizer", "values": ["sgd"], "budget": None},
    ],
    "seeds": 2, "first_seed": 5, "epochs": 4, "measures": ["train_loss", "test_loss"], "kind": "training",
    "vary": "both", "line": "",
}  # fmt: skip
HOSTILE = [
    '"""\nimport os\n', "# %%\nraise SystemExit", "{definition}{0}", "a\x00b\x0cc\u2028d\r\ne", "\\", "'); quit(); ('",
    "<script>alert(1)</script>", "%%bash", "![x](http://a.example)", "",
]  # fmt: skip


def copy_of(**changes):
    told = {
        "title": "How wide?", "definition": DEFINITION,
        "axes": (Described("axis_width", "units", True), Described("axis_optimizer", "optimizer", False)),
        "measures": (Described("train_loss", "Training loss", True), Described("test_loss", "Test loss", True)),
        "shown": ("test_loss",), "trainings": 4, "version": "0.1.0", "sentences": ("Lowest at 3 units.",),
    }  # fmt: skip
    return ExperimentCopy(**told | changes)


def program(copy):
    return write_program(copy).content.decode()


def cells(copy):
    return json.loads(write_notebook(copy).content)["cells"]


def arguments(text):
    """Of the experiment that a program makes; axes as the names and values they have."""
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    (made,) = [call for call in calls if getattr(call.func, "id", "") == "Experiment"]
    told = {keyword.arg: keyword.value for keyword in made.keywords}
    axes = [{each.arg: ast.literal_eval(each.value) for each in axis.keywords} for axis in told.pop("axes").elts]
    return {name: ast.literal_eval(value) for name, value in told.items()} | {"axes": axes}


def axes_of(definition):
    """Without what an axis does not need."""
    return [{name: value for name, value in axis.items() if value is not None} for axis in definition["axes"]]


def test_a_notebook_is_valid_and_has_no_answers_yet():
    notebook = nbformat.reads(write_notebook(copy_of()).content.decode(), 4)
    nbformat.validate(notebook)
    assert notebook.nbformat == 4 and all(not cell.get("outputs") for cell in notebook.cells)


def test_program_and_notebook_have_the_same_cells():
    code = ["".join(cell["source"]) for cell in cells(copy_of()) if cell["cell_type"] == "code"]
    text = program(copy_of())
    assert all(f"# %%\n{part}" in text for part in code)
    assert text.count("# %%") == len(cells(copy_of()))
    assert ast.dump(ast.parse("\n".join(code))) == ast.dump(ast.parse(text))


def test_it_says_what_is_asked_and_what_was_seen():
    said = "".join("".join(cell["source"]) for cell in cells(copy_of()) if cell["cell_type"] == "markdown")
    assert "How wide?" in said and "4 trainings" in said and "Glassbox 0.1.0" in said and "Lowest at 3 units" in said


def test_the_program_makes_that_very_experiment():
    assert arguments(program(copy_of())) == DEFINITION | {"axes": axes_of(DEFINITION)}


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_people_write_stays_text(text):
    """The code differs only in the literal that has it."""
    definition = DEFINITION | {"title": text, "base": {"formula": text}}
    copy = copy_of(title=text, definition=definition, sentences=(text,))
    assert arguments(program(copy)) == arguments(program(copy_of())) | {"title": text, "base": {"formula": text}}
    plain = copy_of(definition=DEFINITION | {"title": "t", "base": {"formula": "t"}})
    assert _without_texts(program(copy)) == _without_texts(program(plain))
    assert len(cells(copy)) == len(cells(plain)) and program(copy).count("\n# %%") == program(plain).count("\n# %%")
    said = "".join("".join(cell["source"]) for cell in cells(copy) if cell["cell_type"] == "markdown")
    assert "<script" not in said.replace("\\<", "") and "![" not in said.replace("\\!", "")
    nbformat.validate(nbformat.reads(write_notebook(copy).content.decode(), 4))


def _without_texts(code):
    tree = ast.parse(code)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
    return ast.dump(tree)


LONG = {"axes": [{"name": "learning_rate", "values": [each / 1000 for each in range(1, 129)], "budget": None}]}


@pytest.mark.parametrize("changes", [{}, {"axes": []}, LONG])
def test_lines_are_as_short_as_ours(changes):
    text = program(copy_of(definition=DEFINITION | changes))
    assert max(map(len, text.splitlines())) <= 120
    assert arguments(text)["axes"] == axes_of(DEFINITION | changes)


def test_files_are_named_by_what_they_are():
    assert (write_program(copy_of()).name, write_notebook(copy_of()).name) == ("experiment.py", "experiment.ipynb")


@pytest.mark.parametrize("tag", ["ar-XB", *(language.tag for language in languages()[1:])])
def test_in_any_language_it_is_the_same_program(tag):
    def said():
        speak(language_of(tag))
        return program(copy_of())

    there, here = copy_context().run(said), program(copy_of())
    assert there != here and [type(each) for each in ast.parse(there).body] == [
        type(each) for each in ast.parse(here).body
    ]
    assert arguments(there) == arguments(here)
