"""How a column can be taken as a target: as classes, or as a number."""

from enum import StrEnum

import numpy as np

from glassbox.tables.columns import Column, TextColumn
from glassbox.tables.limits import MOST_CLASSES


class TargetKind(StrEnum):
    """How a target is taken."""

    CLASS = "class"
    NUMBER = "number"


def readings_of(column: Column) -> tuple[TargetKind, ...]:
    """How a column can be taken as a target, the likelier way first."""
    if isinstance(column, TextColumn):
        return (TargetKind.CLASS,) if 2 <= column.different <= MOST_CLASSES else ()
    different = np.unique(column.values[column.present])
    if len(different) < 2:
        return ()
    if len(different) > MOST_CLASSES:
        return (TargetKind.NUMBER,)
    whole = bool((different == np.round(different)).all())
    return (TargetKind.CLASS, TargetKind.NUMBER) if whole else (TargetKind.NUMBER, TargetKind.CLASS)
