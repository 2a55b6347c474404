"""Tests that a drawn curve and the one that came are compared by what they do, in sentences that hold."""

from itertools import product

import numpy as np
import pytest

from glassbox.lessons import words
from glassbox.lessons.curve import Features, compare, features

FALL = [1.0, 0.6, 0.4, 0.3, 0.25, 0.22, 0.2]
U = [1.0, 0.4, 0.2, 0.3, 0.5, 0.7, 0.8]


def test_three_features_of_a_curve():
    assert features(FALL, 0) == Features("falls", False, "late")
    assert features(FALL[::-1], 0) == Features("rises", False, "early")
    assert features(U, 0) == Features("falls", True, "middle")
    assert features([0.5] * 5, 0.01) == Features("level", False, "late")
    assert features([1.0, 0.1, 0.5, 0.8, 1.0, 1.0, 1.0], 0) == Features("level", True, "early")


def test_curves_that_do_the_same_are_alike_whatever_their_height():
    is_right, sentence = compare([10 * value for value in U], U, is_log=False)
    assert is_right and sentence == " ".join(
        [words.TREND["falls", "falls"], words.END[True, True], words.LOWEST["middle", "middle"]]
    )


def test_a_turn_that_was_not_drawn_is_told():
    is_right, sentence = compare(FALL, U, is_log=False)
    assert not is_right and sentence == f"{words.TREND['falls', 'falls']} {words.END[False, True]}"


def test_on_a_logarithmic_scale_a_small_turn_is_seen():
    small = [1.0, 0.1, 0.001, 0.003, 0.01, 0.02, 0.03]
    assert not compare(small, FALL, is_log=False)[1].startswith("x") and compare(small, FALL, is_log=False)[0]
    assert compare(small, FALL, is_log=True)[1].endswith(words.END[True, False])


@pytest.mark.parametrize("is_log", [False, True])
def test_there_is_a_sentence_for_every_pair_of_curves(is_log):
    curves = [FALL, FALL[::-1], U, [1 - value for value in U], [0.0] * 7, [1.0, 0.1, 0.9, 0.9, 0.9, 0.9, 1.0],
              [1, 0.9, 0.8, 0.7, 0.6, 0.1, 0.9], *np.random.default_rng(1).random((20, 7)).tolist()]  # fmt: skip
    for guess, truth in product(curves, repeat=2):
        is_right, sentence = compare(guess, truth, is_log=is_log)
        assert sentence and (not is_right or " but " not in sentence)
    assert all(text.endswith(".") for text in (*words.TREND.values(), *words.END.values(), *words.LOWEST.values()))
