"""A person's own data, small: a table of leaves with a text column, as it was uploaded and read."""

from glassbox.data import Own
from glassbox.session.own_data_store import choose, read
from glassbox.tables.wishes import Wishes

ROWS = [(f"{5 + k % 7}", f"{2 + k % 3}.5", "ash" if k % 3 else "oak", "wet" if k % 2 else "dry") for k in range(40)]
LEAVES = "length,width,tree,soil\n" + "".join(",".join(row) + "\n" for row in ROWS)


def some_own(name="a-name"):
    """Which soil, by length, width and kind of tree."""
    table, _ = read(LEAVES.encode(), Wishes())
    return Own(name, choose(table, 3, (0, 1, 2), None, "leaves").observations)
