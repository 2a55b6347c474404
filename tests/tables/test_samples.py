"""Tables as people bring them, of every kind that was ever read wrong, and those that teachers use: all read right."""

from pathlib import Path

import numpy as np
import pytest

from glassbox.tables.chosen import make_points
from glassbox.tables.preview import preview
from glassbox.tables.reading import read_table

SAMPLES = Path(__file__).parent / "samples"

LEAVES = (40, "kind", ["length", "width"])
PRICED = (40, "price", ["size", "kind"])
EVERY = {  # rows, target, inputs
    "1e400.csv": LEAVES,
    "auto-mpg.data": (40, "column 1", [f"column {number}" for number in range(2, 9)]),
    "cyrillic.csv": (40, "вид", ["длина", "ширина"]),
    "eu.csv": PRICED,
    "euro.csv": PRICED,
    "excel_sep.csv": LEAVES,
    "form.csv": (28, "I like maths", ["How tall are you (cm)?", "Shoe size", "Do you play sports?"]),
    "housing_small.csv": (60, "median_house_value", [
        "longitude", "latitude", "housing_median_age", "total_rooms", "total_bedrooms", "population", "households",
        "median_income", "ocean_proximity",
    ]),
    "ids.csv": (59, "diagnosis", [
        "mean radius", "mean texture", "mean perimeter", "mean area", "mean smoothness", "mean compactness",
    ]),
    "iris.csv": (150, "Species", ["SepalLengthCm", "SepalWidthCm", "PetalLengthCm", "PetalWidthCm"]),
    "long.csv": LEAVES,
    "nbsp.csv": PRICED,
    "padded.csv": LEAVES,
    "penguins.csv": (344, "species", [
        "island", "bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g", "sex",
    ]),
    "percent.csv": (40, "kind", ["share", "size"]),
    "pipe.csv": LEAVES,
    "plain.csv": LEAVES,
    "price.csv": (40, "price", ["a", "b"]),
    "sum.csv": (41, "kind", ["length", "width"]),
    "thousands.csv": PRICED,
    "titanic_small.csv": (40, "Survived", ["Pclass", "Sex", "Age", "Fare", "Embarked"]),
    "xor.csv": (4, "y", ["x1", "x2"]),
}  # fmt: skip


def read(data):
    """Rows, and the names of the suggested target and inputs; the data are ready to train on."""
    table = read_table(data)
    seen = preview(table)
    own = make_points(table, seen.target, seen.inputs)
    assert np.isfinite(own.observations.x).all() and np.isfinite(own.observations.target).all()
    names = [column.name for column in seen.columns]
    return seen.total, names[seen.target], [names[place] for place in seen.inputs]


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir()))
def test_every_sample_reads_right_at_the_first_try(name):
    data = (SAMPLES / name).read_bytes()
    assert read(data.decode().encode("cp1251") if name == "cyrillic.csv" else data) == EVERY[name]


def lines(header, row, count=60, mark=","):
    made = [*([header] if header else []), *(mark.join(map(str, row(n))) for n in range(count))]
    return ("\n".join(made) + "\n").encode()


KINDS = ("setosa", "versicolor", "virginica")
PARTS = ("sepal_length", "sepal_width", "petal_length", "petal_width")


def iris(n):
    return [
        round(4.3 + n % 13 / 5, 1),
        round(2 + n % 7 / 3, 1),
        round(1 + n % 3 * 2 + n % 5 / 10, 1),
        round(n % 3 + n % 7 / 10, 1),
    ]


ACIDS = (
    '"fixed acidity";"volatile acidity";"citric acid";"residual sugar";"chlorides";"free sulfur dioxide";'
    '"total sulfur dioxide";"density";"pH";"sulphates";"alcohol";"quality"'
)
TEACHERS = {  # made-up numbers under the headers of tables that were right before
    "iris of seaborn": (lines(",".join((*PARTS, "species")), lambda n: [*iris(n), KINDS[n % 3]]), "species", list(PARTS)),
    "iris without names": (
        lines("", lambda n: [*iris(n), f"Iris-{KINDS[n % 3]}"]), "column 5", [f"column {n}" for n in (1, 2, 3, 4)]),
    "wine": (
        lines("Class,Alcohol,Malic acid,Ash", lambda n: [n % 3 + 1, 11 + n % 31 / 10, n % 17 / 4, n % 11 / 5]),
        "Class", ["Alcohol", "Malic acid", "Ash"]),
    "wine without names": (
        lines("", lambda n: [n % 3 + 1, 11 + n % 31 / 10, n % 17 / 4, n % 11 / 5]),
        "column 1", ["column 2", "column 3", "column 4"]),
    "diabetes": (
        lines("Pregnancies,Glucose,BMI,Age,Outcome", lambda n: [n % 11, 80 + n * 7 % 90, 20 + n % 17, 21 + n % 40, n % 2]),
        "Outcome", ["Pregnancies", "Glucose", "BMI", "Age"]),
    "wine quality": (
        lines(ACIDS, lambda n: [*(round(n * k % 23 / 7, 2) for k in range(1, 12)), 3 + n % 6], mark=";"),
        "quality", [name.strip('"') for name in ACIDS.split(";")[:-1]]),
}  # fmt: skip


@pytest.mark.parametrize(("data", "target", "inputs"), TEACHERS.values(), ids=TEACHERS)
def test_a_table_that_was_right_stays_right(data, target, inputs):
    assert read(data) == (60, target, inputs)


@pytest.mark.parametrize("name", ["iris", "wine", "breast_cancer", "diabetes"])
def test_the_tables_of_scikit_learn_read_right(name):
    datasets = pytest.importorskip("sklearn.datasets")
    bunch = getattr(datasets, f"load_{name}")()
    rows = np.column_stack([bunch.data, bunch.target])
    text = "\n".join(
        [",".join([*map(str, bunch.feature_names), "target"]), *(",".join(map(repr, row)) for row in rows.tolist())]
    )
    assert read(text.encode()) == (len(rows), "target", list(map(str, bunch.feature_names)))
