"""Tests of choosing columns: standardised inputs, classes or numbers to predict, rows left out, and every refusal."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.engine.choices import Problem
from glassbox.engine.dataset import points_of
from glassbox.tables.chosen import make_points
from glassbox.tables.limits import MOST_INPUTS
from glassbox.tables.reading import read_table
from glassbox.tables.target_kind import TargetKind
from tests.tables.refusals import check_sentence, refusal

SAMPLES = Path(__file__).parent / "samples"
FLOWERS = "length;width;kind;price;one;remark\n" + "".join(
    f"{10 + n % 7};{n * 3 % 11},5;{('rose', 'aster', 'lily')[n % 3]};{n * 100};1;note {n}\n" for n in range(40)
)
LENGTH, WIDTH, KIND, PRICE, ONE, REMARK = range(6)


def flowers():
    return read_table(FLOWERS.encode())


def holed(*holes):
    """Flowers in which some cells (row in the file, column) are empty."""
    lines = [line.split(";") for line in FLOWERS.splitlines()]
    for row, column in holes:
        lines[row - 1][column] = ""
    return read_table("\n".join(";".join(cells) for cells in lines).encode())


def test_inputs_are_standardised_for_the_plane_and_keep_their_names_and_units():
    data = make_points(flowers(), KIND, [LENGTH, WIDTH]).observations
    assert data.x.shape == (40, 2) and data.x.dtype == np.float32 and data.x.flags.c_contiguous
    np.testing.assert_allclose(data.x.mean(axis=0), 0, atol=1e-6)
    np.testing.assert_allclose(data.x.std(axis=0), 2, rtol=1e-6)
    assert [quantity.name for quantity in data.about.inputs] == ["length", "width"]
    np.testing.assert_allclose(data.about.inputs[0].original(data.x[:, 0]), [10 + n % 7 for n in range(40)], rtol=1e-6)


def test_classes_are_in_alphabetical_order_with_their_names():
    data = make_points(flowers(), KIND, [LENGTH, WIDTH]).observations
    assert data.about.problem is Problem.MULTICLASS and data.about.classes == 3
    assert data.about.class_names == ("aster", "lily", "rose")
    assert data.target[:3].tolist() == [2, 0, 1] and data.target.dtype == np.float32


def test_two_classes_are_a_binary_problem_and_numbers_name_classes_too():
    text = "a,b,won\n" + "".join(f"{n},{n * n},{n % 2}\n" for n in range(20))
    about = make_points(read_table(text.encode()), 2, [0, 1]).observations.about
    assert (about.problem, about.class_names) == (Problem.BINARY, ("0", "1"))
    halves = text.replace("\n", ".5\n").replace("won.5", "won")
    about = make_points(read_table(halves.encode()), 2, [0, 1], TargetKind.CLASS).observations.about
    assert about.class_names == ("0.5", "1.5")


def test_a_number_to_predict_is_standardised_and_remembers_its_unit():
    own = make_points(flowers(), PRICE, [LENGTH, WIDTH])
    about, target = own.observations.about, own.observations.target
    assert about.problem is Problem.REGRESSION and about.classes == 0 and about.class_names == ()
    assert abs(target.mean()) < 1e-6 and abs(target.std() - 1) < 1e-6
    np.testing.assert_allclose(about.target.original(target), np.arange(40) * 100, atol=1e-3)
    assert about.standardised and own.notes[2] == (
        "The network learns “price” in standard deviations from the mean of the rows that train; so are its losses."
    )


def test_one_input_makes_a_curve_and_many_inputs_their_own_columns():
    curve = points_of(make_points(flowers(), PRICE, [LENGTH]).observations, 40, 0.1, 0.0, 1)
    assert curve.inputs == 1 and curve.x.shape == (40, 2) and not curve.x[:, 1].any()
    three = make_points(flowers(), KIND, [WIDTH, PRICE, LENGTH]).observations
    assert three.x.shape == (40, 3) and len(three.about.inputs) == 3


def test_rows_that_miss_a_value_are_left_out_and_named():
    own = make_points(holed((5, WIDTH), (9, KIND), (12, PRICE), (9, LENGTH)), KIND, [LENGTH, WIDTH])
    assert own.left_out == (5, 9) and len(own.observations.target) == 38
    assert own.observations.about.available == 38
    assert own.notes[1] == "2 rows were left out because a value is missing: rows 5, 9."
    assert make_points(holed((5, WIDTH)), KIND, [WIDTH]).notes[1].startswith("One row was left out")
    many = make_points(holed(*((row, WIDTH) for row in range(2, 20))), KIND, [WIDTH])
    assert many.notes[1].endswith("rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 8 more.")


def test_points_far_out_are_kept():
    text = "a,b\n" + "".join(f"{n},{n % 2}\n" for n in [*range(40), 10_000])
    own = make_points(read_table(text.encode()), 1, [0])
    assert len(own.observations.x) == 41 and own.observations.x.max() > 6


def test_every_note_is_a_sentence():
    for note in make_points(holed((5, WIDTH)), PRICE, [LENGTH, WIDTH]).notes:
        check_sentence(note)


def test_a_class_that_only_rows_left_out_have_is_no_class():
    text = "a,b,kind\n" + "".join(f"{n},{n * n},{'xy'[n % 2]}\n" for n in range(20)) + ",5,z\n"
    assert make_points(read_table(text.encode()), 2, [0, 1]).observations.about.class_names == ("x", "y")


def refused(table, *chosen):
    return refusal(make_points, table, *chosen)


REFUSALS = {
    "a text as input": (
        (KIND, [LENGTH, REMARK]),
        "Column “remark” cannot be an input, because it holds 40 different texts, such as “note 0” in row 2, and at most 10",
    ),
    "the target as input": ((KIND, [LENGTH, KIND]), "Column “kind” is the target, so it cannot be an input too"),
    "an input twice": ((KIND, [LENGTH, WIDTH, LENGTH]), "Column “length” is chosen as an input twice"),
    "no input": ((KIND, []), "No input is chosen"),
    "no such input": ((KIND, [6]), "There is no column 7; this table has columns 1 to 6."),
    "no such target": ((-1, [LENGTH]), "There is no column 0; this table has columns 1 to 6."),
    "a constant input": ((KIND, [LENGTH, ONE]), "Column “one” has the same value in every row used"),
    "a constant target": (
        (ONE, [LENGTH]),
        "Column “one” has the same value in every row used, so there is nothing to learn",
    ),
    "a constant target as class": ((ONE, [LENGTH], TargetKind.CLASS), "Column “one” has the same value"),
    "a text to predict as number": (
        (KIND, [LENGTH], TargetKind.NUMBER),
        "Column “kind” cannot be a number to predict, because row 2 holds the text “rose”; choose it as a class or correct it.",
    ),
    "too many texts": (
        (REMARK, [LENGTH]),
        "Column “remark” has 40 different texts, but at most 10 classes are taken (row 12 brings one more); choose another target.",
    ),
    "too many numbers": (
        (PRICE, [LENGTH], TargetKind.CLASS),
        "Column “price” has 40 different values, but at most 10 classes are taken (row 12 brings one more); "
        "choose it as a number instead.",
    ),
}


@pytest.mark.parametrize(("chosen", "sentence"), REFUSALS.values(), ids=REFUSALS)
def test_what_cannot_be_chosen_is_refused(chosen, sentence):
    assert refused(flowers(), *chosen).startswith(sentence)


def test_too_few_rows_are_refused():
    assert refused(read_table(b"a,b\n3,1\n"), 1, [0]) == (
        "This table has too few rows of data (1); 2 or more are needed, so add some."
    )


def test_the_four_rows_of_a_truth_table_are_enough():
    table = read_table((SAMPLES / "xor.csv").read_bytes())
    data = make_points(table, 2, [0, 1]).observations
    assert data.about.problem is Problem.BINARY and data.target.tolist() == [0, 1, 1, 0]
    np.testing.assert_allclose(data.x, [[-2, -2], [-2, 2], [2, -2], [2, 2]])


def test_too_few_rows_without_a_hole_are_refused_with_the_column_to_blame():
    table = holed((3, LENGTH), *((row, WIDTH) for row in [2, *range(4, 41)]))
    assert refused(table, KIND, [LENGTH, WIDTH]) == (
        "Only 1 of 40 rows have a value in every chosen column, but 2 are needed; column “width” misses most, the first in row 2."
    )


def test_a_column_without_any_value_is_refused():
    table = read_table(("a,b,c\n" + "".join(f"{n},,{n % 2}\n" for n in range(20))).encode())
    assert refused(table, 2, [0, 1]) == "Column “b” is empty, so it cannot be used."


@pytest.mark.parametrize(("cell", "columns"), [("{n}", MOST_INPUTS + 1), ("abc", MOST_INPUTS // 3 + 1)])
def test_more_inputs_than_a_network_takes_are_refused_also_those_that_texts_become(cell, columns):
    rows = [[str(n % 7) if cell == "{n}" else cell[n % 3]] * columns + [str(n % 2)] for n in range(20)]
    table = read_table("\n".join(map(",".join, [[f"c{n}" for n in range(columns)] + ["kind"], *rows])).encode())
    count = columns if cell == "{n}" else 3 * columns
    sentence = f"{count} inputs are chosen, but a network here takes at most {MOST_INPUTS}; leave some out."
    assert refused(table, columns, range(columns)) == sentence


PEOPLE = "sex,town,since,won\n" + "".join(
    f"{['female', 'male'][n % 2]},{['Bonn', 'Köln', 'Ulm'][n % 3]},2024-01-{n % 20 + 1:02},{n % 2}\n" for n in range(30)
)


def test_texts_and_dates_become_inputs_that_say_what_they_are():
    data = make_points(read_table(PEOPLE.encode()), 3, [0, 1, 2]).observations
    assert [quantity.name for quantity in data.about.inputs] == [
        "sex: male", "town: Bonn", "town: Köln", "town: Ulm", "since",
    ]  # fmt: skip
    original = np.stack([quantity.original(x) for quantity, x in zip(data.about.inputs, data.x.T, strict=True)], 1)
    rows = [[n % 2, n % 3 == 0, n % 3 == 1, n % 3 == 2, n % 20] for n in range(30)]
    np.testing.assert_allclose(original, np.array(rows, float), atol=1e-5)
    assert data.about.inputs[4].unit == "days since 2024-01-01"
    assert [quantity.coding.column for quantity in data.about.inputs] == ["sex", "town", "town", "town", "since"]


def test_a_text_that_only_rows_left_out_have_becomes_no_input():
    text = PEOPLE + "female,Jena,2024-01-01,\nmale,Bonn,,1\n"
    data = make_points(read_table(text.encode()), 3, [1, 2]).observations
    assert [quantity.name for quantity in data.about.inputs] == ["town: Bonn", "town: Köln", "town: Ulm", "since"]
    assert data.about.inputs[0].coding.values == ("Bonn", "Köln", "Ulm")


def test_a_text_that_all_rows_used_share_is_refused():
    table = read_table(b"a,b\nx,1\nx,2\ny,\nx,3\n")
    assert refused(table, 1, [0]).startswith("Column “a: x” has the same value in every row used")


@pytest.mark.parametrize("size", [1e-309, 1e-320])
def test_numbers_too_small_for_a_float64_are_said_to_be_so(size):
    """As an input and as a number to predict; they differ, so “the same value” would be untrue."""
    table = read_table(("a,b\n" + "".join(f"{n * size!r},{n % 2}\n" for n in range(20))).encode())
    sentence = "The numbers in column “a” are too small to be told apart; use another unit for them."
    assert refused(table, 1, [0]) == sentence
    assert refused(table, 0, [1], TargetKind.NUMBER) == sentence


def test_numbers_that_differ_by_rounding_only_are_said_to_be_too_much_alike():
    table = read_table(("a,b\n" + "".join(f"{1 + n % 2 * 2**-52!r},{n % 2}\n" for n in range(20))).encode())
    assert refused(table, 1, [0]).startswith("The numbers in column “a” differ too little, for their size,")


@pytest.mark.parametrize("value", [1e-300, 1e-160, 1e-30])
def test_tiny_numbers_are_standardised_as_any_others(value):
    """Their squares vanish, their differences do not."""
    tiny, usual = (
        make_points(
            read_table(("a,b\n" + "".join(f"{n * size!r},{n % 2}\n" for n in range(20))).encode()),
            1,
            [0],
            TargetKind.CLASS,
        ).observations
        for size in (value, 1.0)
    )
    np.testing.assert_allclose(tiny.x, usual.x, rtol=1e-6)
    assert tiny.about.inputs[0].spread == pytest.approx(usual.about.inputs[0].spread * value, rel=1e-12)
    np.testing.assert_allclose(tiny.about.inputs[0].original(tiny.x[:, 0]), np.arange(20) * value, atol=1e-5 * value)


@given(st.lists(st.tuples(st.floats(-1e100, 1e100), st.integers(0, 3)), min_size=10, max_size=30))
def test_whatever_the_numbers_points_are_finite_or_refused(rows):
    """Also where they are huge, tiny, or differ in the last digit only."""
    table = read_table(("a,b\n" + "".join(f"{value!r},{kind}\n" for value, kind in rows)).encode())
    try:
        data = make_points(table, 1, [0], TargetKind.CLASS).observations
    except Exception as refused:
        assert type(refused).__name__ == "Refused"
        all_alike = any(len(set(column)) == 1 for column in zip(*rows, strict=True))
        assert "to be told apart" in str(refused) or (all_alike and "the same value" in str(refused))
    else:
        assert np.isfinite(data.x).all() and np.abs(data.x).max() <= 2 * np.sqrt(len(rows)) + 0.1


def test_units_at_the_numbers_stay_with_inputs_and_target():
    text = "share;price\n" + "".join(f"{n},5 %;{n * n} €\n" for n in range(20))
    about = make_points(read_table(text.encode()), 1, [0], TargetKind.NUMBER).observations.about
    assert (about.inputs[0].unit, about.target.unit) == ("%", "€")
