"""Drawn names never clash in a room."""

from itertools import product

from glassbox.classroom.names import ADJECTIVES, ANIMALS, draw, free_name


def test_a_drawn_name_is_one_of_those_the_page_has_words_for():
    names = {draw() for _ in range(1000)}
    assert len(names) > 500
    assert all(0 <= first < ADJECTIVES and 0 <= second < ANIMALS for first, second in names)


def test_a_taken_name_is_drawn_anew():
    draws = iter([(1, 1), (1, 1), (2, 3)])
    assert free_name({(1, 1)}, lambda: next(draws)) == (2, 3)


def test_the_last_free_name_is_found_when_chance_does_not_find_it():
    taken = set(product(range(ADJECTIVES), range(ANIMALS))) - {(63, 62)}
    assert free_name(taken, lambda: (0, 0)) == (63, 62)
