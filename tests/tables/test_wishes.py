"""Wishes are kept by a column's place; who asks for nothing has none."""

from glassbox.tables.wishes import NO_WISH, NO_WISHES, ColumnWish, Odd, Wishes


def test_a_column_has_the_wish_of_its_place_or_none():
    wish = ColumnWish(odd=Odd.NUMBER)
    assert Wishes(columns={2: wish}).of(2) is wish and Wishes(columns={2: wish}).of(1) is NO_WISH
    assert NO_WISHES.of(0) == ColumnWish()
