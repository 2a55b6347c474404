"""The computed sentences: right for known curves, and true of every curve there can be, however little is done."""

import re
from math import inf, isfinite

from hypothesis import given
from hypothesis import strategies as st

from glassbox.experiments import finding_words as words
from glassbox.experiments.findings import FoundAxis, FoundMeasure, FoundPoint, caveats, sentences
from glassbox.experiments.verdicts import has_no_effect

TEST, TRAIN = FoundMeasure("test_error", "test error"), FoundMeasure("train_error", "training error")
WIDTHS = FoundAxis("width", "Units per hidden layer", True, ("1", "3", "8", "64", "128"))


def points(test: list[float | None], train: list[float] | None = None, seeds: int = 8) -> list[FoundPoint]:
    """A point for each value; None: nothing is done there; infinite: all trainings diverged."""
    found = []
    for at, height in enumerate(test):
        done = 0 if height is None else seeds
        is_gone = height == inf
        value = None if is_gone else height
        median = {"test_error": value, "train_error": train[at] if train else None}
        found.append(FoundPoint((at,), done, done if is_gone else 0, median, median))
    return found


def told(test: list[float | None], train: list[float] | None = None) -> list[str]:
    return sentences([WIDTHS], points(test, train), TEST, TRAIN if train else None)


def test_a_u_says_where_it_is_lowest_and_how_far_it_rises() -> None:
    assert told([0.4, 0.1, 0.12, 0.2, 0.23], [0.3, 0.2, 0.0, 0.0, 0.0]) == [
        "The test error is lowest for 3 units: 0.1.",
        "From there it rises to both sides: for 1 unit it is 4.0 times as much, and for 128 units 2.3 times as much.",
        words.FITTED.format(place="8 units", measure="training error"),
    ]


def test_one_curve_is_told_as_one_whatever_other_axis_has_a_single_value() -> None:
    one = FoundAxis("activation", "Activation", False, ("tanh",))
    found = [FoundPoint((*each.at, 0), each.done, each.diverged, each.median, each.high) for each in points([3, 1, 2])]
    assert sentences([WIDTHS, one], found, TEST, None) == told([3, 1, 2])


def test_a_low_side_is_no_u() -> None:
    assert told([0.4, 0.1, 0.1001, 0.1002, 0.105])[1] == (
        "There is no clear U: for 1 unit it is 4.0 times as much, and for 128 units 1.05 times as much."
    )


def test_a_second_descent_says_which_valley_is_deeper() -> None:
    assert told([0.3, 0.27, 0.6, 0.3, 0.19]) == [
        "The test error is lowest for 128 units: 0.19.",
        "It has a peak, 0.6, for 8 units. Before it the lowest value is 0.27, for 3 units, and beyond it 0.19, for "
        "128 units.",
        "The second valley is the deeper one.",
    ]


def test_nothing_done_says_nothing() -> None:
    assert told([None] * 5) == []


def test_one_point_is_not_yet_a_curve() -> None:
    assert told([None, 0.25, None, None, None]) == ["There is only one point, for 3 units: the test error is 0.25."]


def test_a_flat_curve_has_no_lowest_point() -> None:
    assert told([0.5, 0.51, 0.5, 0.52, 0.5]) == ["The test error hardly changes: it stays between 0.5 and 0.52."]
    assert told([0.5, 0.50001, 0.5, 0.5, 0.5]) == ["The test error hardly changes: it stays at 0.5."]


def test_equal_lowest_points_are_all_named() -> None:
    assert told([0.4, 0.1, 0.1, 0.2, 0.2])[0] == "The test error is lowest for 3 units and for 8 units: 0.1."
    assert told([0.4, 0.1, 0.1, 0.1, 0.2])[0] == (
        "The test error is lowest, 0.1, for 3 of 5 values, the first of them 3 units."
    )


def test_diverged_ends_are_said_and_not_called_times_as_much() -> None:
    assert told([0.4, 0.1, 0.2, inf, inf]) == [
        "The test error is lowest for 3 units: 0.1.",
        "From 64 units on every training diverged.",
        "16 of the 40 trainings that ended diverged; in the medians they count as infinite.",
    ]


def test_if_all_diverged_that_is_all_there_is_to_say() -> None:
    assert told([inf] * 5) == [words.ALL_DIVERGED]


def test_a_lowest_value_of_zero_is_no_unit_to_count_in() -> None:
    assert (
        told([0.4, 0.0, 0.0, 0.1, 0.2])[1]
        == "From there it rises to both sides: for 1 unit it is 0.4, and for 128 units 0.2."
    )


def test_an_axis_without_an_order_knows_no_sides() -> None:
    axis = FoundAxis("optimizer", "Optimizer", False, ("SGD", "Adam", "momentum"))
    assert sentences([axis], points([0.4, 0.1, 0.3]), TEST) == [
        "The test error is lowest for Adam: 0.1.",
        "It is highest for SGD: 4.0 times as much.",
    ]


def test_two_axes_say_each_curve_and_the_best_cell() -> None:
    other = FoundAxis("label_noise", "Label noise", True, ("0", "0.2"))
    heights = {(0, 0): 0.4, (1, 0): 0.1, (2, 0): 0.05, (0, 1): 0.5, (1, 1): 0.3, (2, 1): 0.6}
    found = [FoundPoint(at, 8, 0, {"test_error": height}, {}) for at, height in heights.items()]
    assert sentences([WIDTHS, other], found, TEST) == [
        "Label noise of 0 – The test error is lowest for 8 units: 0.05.",
        "Label noise of 0.2 – The test error is lowest for 3 units: 0.3.",
        "Of the 6 cells that are done, the test error is lowest for 8 units, label noise of 0: 0.05.",
        "It is highest for 8 units, label noise of 0.2: 0.6.",
    ]


def test_equal_best_cells_are_counted() -> None:
    other = FoundAxis("activation", "Activation", False, ("tanh", "ReLU"))
    third = FoundAxis("dataset", "Data", False, ("circle", "spiral"))
    heights = {(0, 0, 0): 0.0, (1, 0, 0): 0.0, (0, 1, 1): 0.4, (1, 1, 1): 0.2}
    found = [FoundPoint(at, 5, 0, {"test_error": height}, {}) for at, height in heights.items()]
    assert sentences([WIDTHS, other, third], found, TEST) == [
        "In 2 of the 4 cells that are done the test error is lowest, 0; one of them: 1 unit, tanh, circle.",
        "It is highest for 1 unit, ReLU, spiral: 0.4.",
    ]


def test_a_bump_on_the_way_up_is_no_second_descent() -> None:
    assert told([0.5, 0.1, 0.17, 0.07, 9.0])[1].startswith("From there it rises to both sides")


def test_what_is_not_done_is_a_caveat() -> None:
    assert (
        caveats(points([0.4, 0.1, None]), TEST, 8, 24)[0]
        == "16 of 24 trainings are done; what is said here holds for these."
    )
    assert caveats(points([0.4, 0.1, 0.3]), TEST, 8, 24) == []


def test_one_training_a_point_is_a_caveat() -> None:
    assert caveats(points([0.4, 0.1, 0.3], seeds=1), TEST, 1, 3) == [words.ONE_SEED]


def test_a_broad_valley_is_a_caveat() -> None:
    found = [
        FoundPoint((at,), 8, 0, {"test_error": y}, {"test_error": 0.2}) for at, y in enumerate([0.4, 0.1, 0.15, 0.2])
    ]
    assert caveats(found, TEST, 8, 32) == [words.BROAD.format(count=3)]


# ---- whatever the curve


ANY_HEIGHT = st.one_of(st.none(), st.floats(0, 1e7), st.just(inf), st.sampled_from([0.0, 0.1, 1.0]))
ANY_CURVE = st.lists(ANY_HEIGHT, min_size=5, max_size=5)


@given(ANY_CURVE, st.booleans())
def test_every_sentence_is_filled_in_and_ends(curve: list[float | None], is_ordered: bool) -> None:
    axis = FoundAxis("width", "Units", is_ordered, WIDTHS.texts)
    for sentence in sentences([axis], points(curve), TEST):
        assert sentence[0].isupper() or sentence[0].isdigit()
        assert sentence.endswith(".") and not re.search(r"[{}]|\bnan\b|\binf\b|None", sentence), sentence


@given(ANY_CURVE)
def test_the_lowest_point_that_is_named_is_the_lowest_there_is(curve: list[float | None]) -> None:
    ended = [(at, height) for at, height in enumerate(curve) if height is not None and isfinite(height)]
    said = " ".join(told(curve))
    if "lowest for" in said:
        least = min(height for _, height in ended)
        names = {words.place("width", "", WIDTHS.texts[at]) for at, height in ended if height == least}
        assert re.search("lowest for (.+?)(?: and for .+)?: ", said).group(1) in names  # type: ignore[union-attr]
        assert words.number(least) in said
    elif "hardly changes" in said:
        assert has_no_effect([height for _, height in ended])
    else:
        assert len(ended) <= 1 or "lowest, " in said


@given(ANY_CURVE)
def test_a_training_that_diverged_is_never_passed_over(curve: list[float | None]) -> None:
    assert ("diverged" in " ".join(told(curve))) == (inf in curve)


@given(ANY_CURVE)
def test_a_shape_is_named_only_if_the_curve_has_it(curve: list[float | None]) -> None:
    heights = [height for height in curve if height is not None]
    said = " ".join(told(curve))
    if "both sides" in said:
        assert min(heights[0], heights[-1]) >= 1.2 * min(heights)
    if "a peak" in said:
        assert any(
            y >= 1.3 * min(heights[:at]) and y >= 1.3 * min(heights[at + 1 :])
            for at, y in enumerate(heights)
            if 0 < at < len(heights) - 1
        )
