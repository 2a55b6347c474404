"""What a person asks for where a table can be read in several ways; what nobody asks for is found out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Odd(StrEnum):
    """How the few cells are taken that are not numbers (or dates) as the others of their column are."""

    MISSING = "missing"
    LEAVE_OUT = "leave_out"
    NUMBER = "number"


class Alike(StrEnum):
    """How texts are taken that differ in capitals or spaces only."""

    APART = "apart"
    TOGETHER = "together"


class Absent(StrEnum):
    """What NA and the like say in a column of texts."""

    MISSING = "missing"
    VALUE = "value"


@dataclass(frozen=True)
class ColumnWish:
    """What is asked for in one column.

    Attributes:
        odd: None: a column with few odd cells is numbers, with them missing, one with more is texts.
        way: the decimal mark, or the form of dates; "": the one that fits best.
    """

    odd: Odd | None = None
    way: str = ""
    alike: Alike = Alike.APART
    absent: Absent = Absent.MISSING


USUAL_SEED = 0  # the same file gives the same rows until others are asked for
NO_WISH = ColumnWish()


@dataclass(frozen=True)
class Wishes:
    """What is asked for in a file.

    Attributes:
        header: whether the first row of the table holds the columns' names.
        delimiter: what separates two cells.
        first: the number of the line in which the table begins, counted from 1.
        encoding: as `encodings.ENCODINGS` has it.
        seed: chooses the rows that are used, where there are too many.
        columns: by the column's place in a row, counted from 0.
    """

    header: bool | None = None
    delimiter: str | None = None
    first: int | None = None
    encoding: str | None = None
    seed: int = USUAL_SEED
    columns: Mapping[int, ColumnWish] = field(default_factory=dict)

    def of(self, place: int) -> ColumnWish:
        """What is asked for in the column at a place."""
        return self.columns.get(place, NO_WISH)


NO_WISHES = Wishes()
