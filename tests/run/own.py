"""A person's own data, small: a table of leaves with a text column, as it was uploaded and read."""

from glassbox.data import Own
from glassbox.session.own_data_store import choose, read
from glassbox.tables.wishes import Wishes


def leaves(rows=40):
    """So many of them, as a file; no two are alike."""
    lines = (
        f"{5 + k % 7}.{k:03},{2 + k % 3}.5,{'ash' if k % 3 else 'oak'},{'wet' if k % 2 else 'dry'}" for k in range(rows)
    )
    return "length,width,tree,soil\n" + "".join(f"{line}\n" for line in lines)


LEAVES = leaves()


def some_own(name="a-name", rows=40, target=3):
    """Which soil, by length, width and kind of tree; or another column by the others."""
    table, _ = read(leaves(rows).encode(), Wishes())
    return Own(name, choose(table, target, [at for at in range(4) if at != target], None, "leaves").observations)
