"""The order of records: by what counts, then by luck."""

from glassbox.protocol.challenge import Record


def test_less_comes_first_and_among_equals_whose_settings_need_less_luck():
    small, lucky = Record(9, 9, 10, 0.1), Record(17, 17, 10, 0.1)
    sure, steered = lucky.with_luck(9, 10), lucky
    assert sorted([steered, lucky.with_luck(2, 10), sure, small], key=lambda each: each.rank) == [
        small,
        sure,
        lucky.with_luck(2, 10),
        steered,
    ]
