"""Tests of what vocabularies are made of, on one made up for it."""

import pytest

from glassbox.engine.vocabulary import ActivationFacts, Choice, Flat, OptimizerFacts


class Fruit(Choice):
    APPLE = ("apple", "apple", "", "Keeps.", ActivationFacts(bounded=True, flat=Flat.ONE_SIDE))
    PEAR = ("pear", "pear")


def test_a_choice_is_its_name_and_knows_its_place():
    assert Fruit("pear") is Fruit.PEAR == "pear" and [fruit.code for fruit in Fruit] == [0, 1]
    assert (Fruit.APPLE.label, Fruit.APPLE.note, Fruit.PEAR.note, Fruit.PEAR.formula) == ("apple", "Keeps.", "", "")


def test_facts_become_attributes():
    assert Fruit.APPLE.bounded and Fruit.APPLE.flat is Flat.ONE_SIDE and Fruit.APPLE.steepest == 1
    with pytest.raises(AttributeError):
        _ = Fruit.PEAR.bounded


def test_an_optimizer_uses_nothing_and_adapts_to_nothing_unless_it_is_said():
    assert OptimizerFacts(large_rate=0.3) == (0.3, False, ())
