"""A column becomes the numbers of one input or of several, and says how."""

from pathlib import Path

import numpy as np

from glassbox.data import Own
from glassbox.engine.coding import Coding, CodingKind
from glassbox.engine.surface import logits
from glassbox.tables.chosen import make_points
from glassbox.tables.coded import coded
from glassbox.tables.columns import column_of
from glassbox.tables.numbers import Mark
from glassbox.tables.reading import read_table
from glassbox.tables.suggested import suggestion
from tests.run.tools import run_of, train_epochs

SAMPLES = Path(__file__).parent / "samples"


def inputs(*cells, usable=None):
    column = column_of("shown", cells, range(2, 2 + len(cells)), Mark.COMMA)
    return list(coded(column, "in the file", np.array(usable or [True] * len(cells))))


def test_numbers_stay_numbers():
    (found,) = inputs("4,7", "5", "6", usable=[True, False, True])
    assert found.values.tolist() == [4.7, 6] and found.coding == Coding("in the file", mark=",")


def test_two_texts_are_one_input_of_0_and_1():
    (found,) = inputs("nein", "ja", "ja")
    assert (found.name, found.values.tolist()) == ("shown: ja", [0, 1, 1])
    assert found.coding == Coding("in the file", CodingKind.VALUE, values=("ja", "nein"))


def test_a_few_texts_are_an_input_each():
    found = inputs("S", "C", "Q", "S")
    assert [each.name for each in found] == ["shown: C", "shown: Q", "shown: S"]
    assert [each.values.tolist() for each in found] == [[0, 1, 0, 0], [0, 0, 1, 0], [1, 0, 0, 1]]
    assert found[1].coding.values == ("Q", "C", "S")


def test_of_three_texts_two_that_are_used_are_one_input():
    (found,) = inputs("S", "C", "Q", usable=[True, True, False])
    assert (found.name, found.values.tolist()) == ("shown: S", [1, 0])


def test_dates_are_days():
    (found,) = inputs("3.4.2024", "5.4.2024")
    assert found.values.tolist() == [0, 2] and found.unit == "days since 2024-04-03"
    assert found.coding == Coding("in the file", CodingKind.DAYS, form="%d.%m.%Y", start="2024-04-03")


def test_titanic_with_sex_does_better_than_the_majority_also_on_rows_it_has_not_seen():
    table = read_table((SAMPLES / "titanic_small.csv").read_bytes())
    suggested = suggestion(table.columns)
    assert [table.columns[place].name for place in suggested.inputs] == ["Pclass", "Sex", "Age", "Fare", "Embarked"]
    sex = [column.name for column in table.columns].index("Sex")
    observations = make_points(table, suggested.target, [sex]).observations
    run = run_of(dataset=Own("A" * 22, observations), training_share=50)
    train_epochs(run, 60)
    trainer, answers = run.trainer, run.data_split.points.target
    given = np.ascontiguousarray(run.data_split.points.x[:, :1].T)
    sums = logits(trainer.recipe.architecture, trainer.parameters, given, trainer.statistics)[0]
    assert ((sums > 0) == answers).mean() == 31 / 40 > max(answers.mean(), 1 - answers.mean())
