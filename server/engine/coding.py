"""How the cells of a table became the numbers of an input, so that further rows can be read in the same way."""

from dataclasses import dataclass
from enum import StrEnum


class CodingKind(StrEnum):
    """What a cell is read as."""

    NUMBER = "number"
    VALUE = "value"  # 1 where the cell is a certain text, 0 where it is another
    DAYS = "days"


@dataclass(frozen=True)
class Coding:
    """What becomes of a cell of the column of this name.

    Attributes:
        mark: NUMBER: what stands before the decimals.
        values: VALUE: the texts a cell may hold; it counts as 1 if it is the first of them.
        alike: VALUE: texts that differ in capitals or spaces only are one; `values` are in small letters then.
        form: DAYS: how a date is written, as `datetime.strptime` has it.
        start: DAYS: the date that is 0, as ISO 8601 has it.
    """

    column: str
    kind: CodingKind = CodingKind.NUMBER
    mark: str = "."
    values: tuple[str, ...] = ()
    alike: bool = False
    form: str = ""
    start: str = ""
