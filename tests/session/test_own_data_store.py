"""People's own data: kept by name, given to settings that name them, and told of when they are gone."""

import pytest

from glassbox.data import DATA, Own, describe
from glassbox.engine.data_choices import Dataset
from glassbox.session.own_data_store import OwnDataStore, draw, read
from glassbox.settings import Settings
from glassbox.tables.refused import Refused
from glassbox.tables.wishes import NO_WISHES

POINTS = [(-3.0, -3.0, 0), (3.0, 3.0, 1), (-3.0, 3.0, 1), (3.0, -3.0, 0)] * 5


def drawn():
    return draw(POINTS, 2, list(range(len(POINTS))), 2, None)


def test_settings_that_name_data_are_given_them():
    store = OwnDataStore(1_000_000)
    name = store.keep_data(drawn())
    given = store.given({DATA: name, "noise": 0.1})
    assert isinstance(given[DATA], Own) and given["noise"] == 0.1
    assert Settings.model_validate(given).dataset.value == name
    assert store.about(name) is not None


def test_what_data_are_about_is_told_as_the_page_has_measured_it():
    store, axes = OwnDataStore(1000), [(40.0, 2.5), (17.0, 0.5), (0.0, 1.0)]
    about = store.about("penguins", axes)
    assert [(each.mean, each.unit_length) for each in (*about.inputs, about.target)] == axes
    assert [each.name for each in about.inputs] == ["bill length", "bill depth"]
    assert store.about("penguins", axes[:2]) == store.about("penguins") == describe(Dataset.PENGUINS)


def test_a_drawing_may_begin_with_what_has_another_name():
    store = OwnDataStore(1000)
    assert store.about("xor") == describe(Dataset.XOR) and store.about("formula:x1*x2").classes == 0
    assert store.about("formula:x1*") is store.about("owl") is store.about(None) is None


def test_other_settings_stay_as_they_are():
    assert OwnDataStore(1000).given({DATA: "xor"}) == {DATA: "xor"}


def test_data_that_are_gone_leave_their_name_for_whoever_reads_it():
    name = OwnDataStore(1_000_000).keep_data(drawn())
    empty = OwnDataStore(1_000_000)
    assert empty.given({DATA: name}) == {DATA: name} and empty.about(name) is None


def test_data_that_somebody_has_held_on_to_come_back_under_their_name():
    store, own = OwnDataStore(1_000_000), Own("a-name", drawn())
    assert store.given_to({DATA: own.value}) is None and store.given_to({DATA: "xor"}) is None
    store.come_back(own)
    assert store.given_to({DATA: own.value}) == own
    OwnDataStore(10).come_back(own)  # where there is no room, they stay away


def test_a_table_is_found_by_its_name_and_by_no_other():
    store = OwnDataStore(1_000_000)
    table, _ = read(b"a,b\n1,2\n3,4\n", NO_WISHES)
    assert store.find_table(store.keep_table(table)) is table
    with pytest.raises(Refused):
        store.find_table("another")
