"""The real data sets that come with the playground, from the files beside this one; SOURCES.md names whose they are."""

from functools import cache
from pathlib import Path

import numpy as np

from glassbox.engine.arrays import Doubles, Floats
from glassbox.engine.data_choices import Dataset
from glassbox.engine.dataset import Description, Observations, Quantity, problem_with, standardised
from glassbox.words.sentence import say

SIDE = 8  # pixels of a digit
INK = 16.0  # of the darkest pixel

_FOLDER = Path(__file__).parent
_PIXEL = say("pixel in row {row}, column {column}")
_SPECIES = ("Adelie", "Chinstrap", "Gentoo")


def is_real(dataset: Dataset) -> bool:
    """Whether a data set is one of these."""
    return dataset in _MAKERS


@cache
def real_data(dataset: Dataset) -> Observations:
    """The observations of a real data set, read once."""
    return _MAKERS[dataset]()


def _penguins() -> Observations:
    values, species = _read("penguins")
    x, inputs = standardised(values, (say("bill length"), say("bill depth")), ("mm", "mm"))
    return _observations(x, species, inputs, Quantity(say("species")), _SPECIES)


def _digits() -> Observations:
    """Pixels from 0 (blank) to 1 (ink), not −1 to 1: so blank paper says nothing, neither to a sum nor to a weight."""
    values, digit = _read("digits")
    places = [(row, column) for row in range(1, SIDE + 1) for column in range(1, SIDE + 1)]
    names = (_PIXEL.format(row=row, column=column) for row, column in places)
    inputs = tuple(Quantity(name, spread=INK, least=0.0, most=1.0) for name in names)
    return _observations(values / INK, digit, inputs, Quantity(say("digit")), tuple(map(str, range(10))), SIDE)


def _read(name: str) -> tuple[Doubles, Floats]:
    with np.load(_FOLDER / f"{name}.npz", allow_pickle=False) as file:
        return file["values"].astype(np.float64), file["target"].astype(np.float32)


def _observations(
    x: Doubles,
    target: Floats,
    inputs: tuple[Quantity, ...],
    about_target: Quantity,
    class_names: tuple[str, ...],
    side: int = 0,
) -> Observations:
    classes = len(class_names)
    about = Description(
        problem_with(classes), classes, inputs, about_target, class_names, available=len(target), side=side
    )
    return Observations(np.ascontiguousarray(x, np.float32), target, about, np.arange(len(target)))


_MAKERS = {Dataset.PENGUINS: _penguins, Dataset.DIGITS: _digits}
