"""Programs take the rows of the very table a network was trained on: texts, dates, and numbers as they are written."""

import ast
import csv
import io

import numpy as np
import pytest

from glassbox.engine.coding import Coding, CodingKind
from glassbox.exports.network_copy import Column
from glassbox.exports.network_json import write_json
from glassbox.exports.numpy_code import write_numpy
from glassbox.exports.reading import read_network
from glassbox.exports.table_rows import table_rows
from glassbox.exports.torch_code import write_torch
from tests.exports.copies import copy_of
from tests.exports.tables import HEADER, ROWS, TARGET, trained_on_a_table


@pytest.fixture(scope="module")
def trained():
    return trained_on_a_table()


def run(program):
    names = {"__name__": "a program"}
    exec(compile(program, "program.py", "exec", dont_inherit=True), names)
    return names


@pytest.fixture(scope="module", params=[write_numpy, write_torch], ids=["NumPy", "PyTorch"])
def program(request, trained):
    if request.param is write_torch:
        pytest.importorskip("torch")
    return run(request.param(trained[0]))


def as_dictionaries():
    text = io.StringIO("\n".join("\t".join('"' + c.replace('"', '""') + '"' for c in row) for row in [HEADER, *ROWS]))
    return list(csv.DictReader(text, delimiter="\t"))


def test_the_rows_of_the_file_become_what_the_network_was_given(trained, program):
    copy, observations = trained
    original = [quantity.original(x) for quantity, x in zip(observations.about.inputs, observations.x.T, strict=True)]
    given = (np.stack(original, axis=1) - copy.means) / copy.spreads
    np.testing.assert_allclose(np.asarray(program["inputs"](as_dictionaries())), given, atol=1e-5)


def test_rows_may_be_lists_in_the_order_of_the_columns_and_a_single_row(program):
    assert program["COLUMNS"] == HEADER[:TARGET]
    whole = np.asarray(program["predict"](as_dictionaries()))
    np.testing.assert_array_equal(np.asarray(program["predict"]([row[:TARGET] for row in ROWS])), whole)
    for single in (ROWS[0][:TARGET], as_dictionaries()[0]):
        np.testing.assert_allclose(np.asarray(program["predict"](single)), whole[:1], atol=1e-6)


def test_a_network_knows_the_table_again(program):
    assert program["decide"](as_dictionaries()) == [row[TARGET] for row in ROWS]


def test_its_own_example_is_a_row_of_the_table(program):
    assert list(program["EXAMPLE"][0]) == program["COLUMNS"]
    assert np.isfinite(np.asarray(program["predict"](program["EXAMPLE"]))).all()


WRONG = {
    "another text": ({"Sex": "dog"}, "Expected one of .*, but got 'dog'"),
    "no number": ({"Height": "tall"}, "Expected a number, but got 'tall'"),
    "no date": ({"Born": "yesterday"}, "does not match format"),
}


@pytest.mark.parametrize(("change", "sentence"), WRONG.values(), ids=WRONG)
def test_what_no_cell_may_be_is_refused(program, change, sentence):
    with pytest.raises(ValueError, match=sentence):
        program["predict"](as_dictionaries()[0] | change)


def test_rows_of_other_columns_are_refused(program):
    with pytest.raises(ValueError, match="Expected rows of 5 cells, but got a row of 2"):
        program["predict"]([["male", "S"]])
    with pytest.raises(ValueError, match=r"these are missing: \['Port'\]"):
        program["predict"]({name: cell for name, cell in as_dictionaries()[0].items() if name != "Port"})


def test_both_programs_read_rows_alike(trained):
    """So what is right for the one, which needs NumPy only, is right for the other."""
    programs = [ast.parse(write(trained[0])) for write in (write_numpy, write_torch)]
    read = [[ast.dump(each) for each in program.body if names_of(each) & READERS] for program in programs]
    assert read[0] == read[1] and len(read[0]) == len(READERS)


READERS = {"number", "indicator", "days", "numbers", "row_numbers", "COLUMNS", "EXAMPLE"}


def names_of(statement):
    return {
        getattr(statement, "name", None),
        *(target.id for target in getattr(statement, "targets", ()) if hasattr(target, "id")),
    }


def test_the_codings_come_back_from_a_network_file(trained):
    copy = trained[0]
    again = read_network(write_json(copy))
    assert again.columns == copy.columns and write_numpy(again) == write_numpy(copy)


def test_an_onnx_file_tells_how_cells_become_its_columns(trained):
    onnx = pytest.importorskip("onnx")
    from glassbox.exports.onnx_file import write_onnx

    notes = {note.key: note.value for note in onnx.load_from_string(write_onnx(trained[0])).metadata_props}
    assert '"column": "Sex"' in notes["cells"]


def test_data_of_no_table_have_no_rows():
    assert table_rows(copy_of(())) is None


def test_texts_that_were_taken_as_one_are_one_in_the_program():
    who = Coding("who", CodingKind.VALUE, values=("anna", "ben"), alike=True)
    program = run(write_numpy(copy_of((), columns=(Column("who: Anna", coding=who), Column("b", coding=Coding("b"))))))
    rows = [["Anna", "1,200"], ["ANNA ", 1200], ["Ben", "-3 kg"]]
    np.testing.assert_array_equal(program["inputs"](rows), np.float32([[1, 1200], [1, 1200], [0, -3]]))
