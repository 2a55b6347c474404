"""The criteria by which a curve is called a U, a second descent, a fall …"""

from math import inf

from hypothesis import given
from hypothesis import strategies as st

from glassbox.experiments import verdicts

heights = st.one_of(st.floats(0, 1e6), st.just(inf), st.sampled_from([0.0, 1.0]))
curves = st.lists(heights, min_size=1, max_size=12)


def test_a_u_has_both_ends_a_fifth_above_its_lowest_point() -> None:
    assert verdicts.is_u([1.2, 1.0, 1.2])
    assert not verdicts.is_u([1.19, 1.0, 2.0])
    assert not verdicts.is_u([2.0, 1.0, 1.19])
    assert not verdicts.is_u([1.0, 2.0, 3.0])


def test_a_curve_of_zeros_is_no_u() -> None:
    assert not verdicts.is_u([0.0, 0.0, 0.0])
    assert verdicts.is_u([0.1, 0.0, 0.1])


def test_a_wall_of_diverged_points_is_a_side_of_a_u() -> None:
    assert verdicts.is_u([2.0, 1.0, inf])


def test_a_second_descent_has_a_lower_point_on_each_side_of_its_peak() -> None:
    curve = [0.27, 0.26, 0.6, 0.3, 0.19]
    assert verdicts.is_double_descent(curve)
    assert verdicts.peak(curve) == 2
    assert not verdicts.is_double_descent([0.27, 0.26, 0.33, 0.3, 0.28])  # 1.18 times what follows


def test_a_u_alone_is_no_second_descent() -> None:
    assert not verdicts.is_double_descent([2.0, 1.0, 1.5, 2.0, 3.0])


def test_of_two_peaks_the_one_that_stands_out_more_is_told() -> None:
    assert verdicts.peak([1.0, 2.0, 1.0, 5.0, 1.0]) == 3


def test_a_fall_and_a_rise_mirror_each_other() -> None:
    assert verdicts.falls([1.5, 9.0, 1.0])
    assert not verdicts.falls([1.4, 1.0])
    assert verdicts.rises([0.0, 0.1])
    assert not verdicts.rises([0.0, 0.0])


def test_without_an_effect_all_points_lie_within_a_fifth() -> None:
    assert verdicts.has_no_effect([1.0, 1.2, 1.1])
    assert not verdicts.has_no_effect([1.0, 1.21])


def test_the_lowest_of_equals_must_all_lie_within_the_bounds() -> None:
    assert verdicts.is_lowest_within([1, 2, 3], [2.0, 1.0, 3.0], (2, 2))
    assert not verdicts.is_lowest_within([1, 2, 3], [2.0, 1.0, 1.0], (2, 2))


def test_a_peak_is_looked_for_between_two_bounds() -> None:
    assert verdicts.is_peak_within([1, 8, 64], [1.0, 2.0, 1.0], (4, 16))
    assert not verdicts.is_peak_within([1, 8, 64], [1.0, 2.0, 1.0], (16, 32))
    assert not verdicts.is_peak_within([1, 8, 64], [1.0, 1.1, 1.0], (4, 16))


@given(curves)
def test_no_curve_contradicts_itself(curve: list[float]) -> None:
    assert not (verdicts.falls(curve) and verdicts.rises(curve))
    if verdicts.has_no_effect(curve):
        assert not verdicts.falls(curve) and not verdicts.is_double_descent(curve)
        assert not verdicts.rises(curve)
    if verdicts.is_u(curve):
        assert verdicts.lowest(curve)[0] > 0 and verdicts.lowest(curve)[-1] < len(curve) - 1


@given(curves)
def test_what_a_curve_shows_is_what_its_mirror_shows(curve: list[float]) -> None:
    assert verdicts.is_u(curve) == verdicts.is_u(curve[::-1])
    assert verdicts.is_double_descent(curve) == verdicts.is_double_descent(curve[::-1])
    assert verdicts.falls(curve) == verdicts.rises(curve[::-1])
