"""Rows are held back of real and own data: of each class its share, and none of them is in the data that are left."""

import numpy as np
import pytest

from glassbox.engine.data_choices import Dataset
from glassbox.engine.real_data import real_data
from glassbox.run.build import split_data
from glassbox.session.own_data_store import as_csv
from glassbox.settings import Settings
from glassbox.study.challenge.ground import LEAST_HELD, LEAST_ROWS, TAUGHT, ground_of, why_not
from tests.run.own import some_own
from tests.run.tools import run_of

SECRET = 987_654_321


def settings_on(dataset):
    return Settings().changed({"dataset": dataset})


def divided(dataset, seed=SECRET):
    ground = ground_of(settings_on(dataset), seed, "left")
    return ground.start.dataset.observations, ground.held


def rows(observations):
    return sorted(map(tuple, np.column_stack([observations.x, observations.target]).tolist()))


@pytest.mark.parametrize("dataset", Dataset)
def test_a_challenge_can_be_held_where_there_are_hidden_points_or_rows_to_hold_back(dataset):
    assert why_not(settings_on(dataset.value)) == ("challenge_needs_one_rule" if dataset in TAUGHT else "")


def test_too_few_rows_are_refused():
    assert why_not(settings_on(some_own(rows=LEAST_ROWS - 1))) == "challenge_needs_more_rows"
    assert why_not(settings_on(some_own(rows=LEAST_ROWS))) == ""


def test_made_data_stay_as_they_are():
    ground = ground_of(Settings(), SECRET, "left")
    assert (ground.start, ground.held) == (Settings(), None)


@pytest.mark.parametrize("dataset", [Dataset.PENGUINS, Dataset.DIGITS])
def test_a_fifth_is_held_back_of_each_class_and_the_others_keep_what_they_are_about(dataset):
    every, (kept, held) = real_data(dataset), divided(dataset)
    assert rows(every) == sorted(rows(kept) + rows(held))
    assert len(held.target) == round(len(every.target) / 5)
    for label in range(every.about.classes):
        assert abs((held.target == label).sum() - (every.target == label).sum() / 5) <= 1
    about, before = kept.about, every.about
    assert (about.inputs, about.target, about.class_names, about.side) == (
        before.inputs,
        before.target,
        before.class_names,
        before.side,
    )
    assert (about.title, about.available) == (dataset.label, len(kept.target))
    assert kept.rows.tolist() == list(range(len(kept.target)))


def test_of_a_small_table_twenty_rows_are_held_back():
    kept, held = divided(some_own(rows=70))
    assert (len(held.target), len(kept.target)) == (LEAST_HELD, 50)


def test_another_secret_holds_other_rows_back():
    assert rows(divided(Dataset.PENGUINS)[1]) != rows(divided(Dataset.PENGUINS, SECRET + 1)[1])
    assert rows(divided(Dataset.PENGUINS)[1]) == rows(divided(Dataset.PENGUINS)[1])


@pytest.mark.parametrize("dataset", [Dataset.PENGUINS, Dataset.DIGITS, some_own(rows=200)])
def test_a_run_on_what_is_left_has_none_of_the_held_rows(dataset):
    """By the numbers of the table itself, so that no way of measuring a column hides one."""
    ground = ground_of(settings_on(dataset), SECRET, "left")
    left, kept = split_data(ground.start), ground.start.dataset.observations
    assert originals(left.points, left.about) == originals(kept, kept.about)
    assert not set(originals(left.points, left.about)) & set(originals(ground.held, ground.held.about))


def originals(points, about):
    columns = [quantity.original(points.x[:, at]) for at, quantity in enumerate(about.inputs)]
    return sorted(map(tuple, np.round(np.column_stack([*columns, points.target]), 3).tolist()))


def test_the_table_to_take_home_is_that_of_the_rows_that_are_left():
    ground = ground_of(settings_on(Dataset.PENGUINS), SECRET, "left")
    run = run_of(dataset=ground.start.dataset)
    table = as_csv(run)
    assert len(table.decode().strip().splitlines()) == 1 + len(ground.start.dataset.observations.target)
