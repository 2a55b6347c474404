"""Makes the data sets one can pick: points in the square [−6, 6]², which noise may leave, with class or number.

For whoever needs points: sessions, thumbnails, notebooks. Everything random comes from the seed, each purpose from a
stream of its own, and each point from its own row of it (`data_rng.py` says what follows from that).

To add a data set: name it in `data_choices.Dataset`, write its shape in `shapes.py` (classes), `curves.py` (numbers) or
`teachers.py` (numbers, of many inputs), and give it a row in `_SHAPES`.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from glassbox.engine import curves, shapes, teachers
from glassbox.engine.arrays import Doubles
from glassbox.engine.data_choices import Dataset
from glassbox.engine.data_rng import DataRng, Part, jittered, mislabelled
from glassbox.engine.dataset import EDGE, Description, Points, Quantity, points_of, problem_with
from glassbox.engine.real_data import is_real, real_data

FEW = 40  # points of a curve: so few that a large network can learn each by heart
X1, X2, Y = Quantity("x₁"), Quantity("x₂"), Quantity("y")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


@dataclass(frozen=True)
class _Shape:
    """How a made data set is made: its places and targets, its number of classes (0 for regression) and of inputs.

    `scales`: of each input, beside the plane's; without them all are 1.
    """

    make: Callable[[DataRng], tuple[Doubles, ...]]
    classes: int
    inputs: int = 2
    scales: tuple[float, ...] = ()

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """Its inputs x₁, x₂, x₃ …"""
        edges = enumerate((EDGE * scale for scale in self.scales or (1.0,) * self.inputs), 1)
        return tuple(Quantity(f"x{number}".translate(_LOWERED), least=-edge, most=edge) for number, edge in edges)


def generate(
    dataset: Dataset, samples: int, noise: float, label_noise: float, seed: int, part: Part = Part.MAIN
) -> Points:
    """The first `samples` points of a data set; a real one may have fewer.

    Args:
        noise: standard deviation of the jitter added to the inputs; it may push some out of the square.
        label_noise: share of points given another class; for regression, standard deviation added to the target.
        seed: the same seed makes the same points.
        part: of a data set that is made; a real one has its own points only.
    """
    if is_real(dataset):
        return points_of(real_data(dataset), samples, noise, label_noise, seed)
    shape, chance = _SHAPES[dataset], DataRng(seed, samples, part=part)
    *columns, target = shape.make(chance)
    return finished(np.stack(columns, axis=1), target, shape.classes, shape.inputs, noise, label_noise, chance)


def finished(
    places: Doubles, target: Doubles, classes: int, inputs: int, noise: float, label_noise: float, chance: DataRng
) -> Points:
    """Points at places float64 [n, 2 or more] with targets float64 [n], moved and mislabelled by chance."""
    moved = jittered(places, inputs, noise, chance)
    return Points(
        x=moved.astype(np.float32),
        target=mislabelled(target, classes, label_noise, chance).astype(np.float32),
        problem=problem_with(classes),
        classes=classes,
        inputs=inputs,
    )


def describe(dataset: Dataset) -> Description:
    """What a data set is about: its problem, its inputs and target with their units, its classes, its size."""
    if is_real(dataset):
        return real_data(dataset).about
    shape = _SHAPES[dataset]
    return Description(
        problem=problem_with(shape.classes),
        classes=shape.classes,
        inputs=shape.quantities,
        target=Y,
        suggested=FEW if shape.inputs == 1 else None,
    )


_SHAPES: dict[Dataset, _Shape] = {
    Dataset.CIRCLE: _Shape(shapes.circle, 2),
    Dataset.XOR: _Shape(shapes.xor, 2),
    Dataset.GAUSS: _Shape(shapes.gauss, 2),
    Dataset.SPIRAL: _Shape(shapes.spiral, 2),
    Dataset.MOONS: _Shape(shapes.moons, 2),
    Dataset.BLOBS: _Shape(shapes.blobs, 3),
    Dataset.SPIRAL3: _Shape(shapes.spiral3, 3),
    Dataset.PLANE: _Shape(curves.plane, 0),
    Dataset.MULTI_GAUSS: _Shape(curves.multi_gauss, 0),
    Dataset.RINGS: _Shape(shapes.rings, 2),
    Dataset.CHECKERBOARD: _Shape(shapes.checkerboard, 2),
    Dataset.UNBALANCED: _Shape(shapes.unbalanced, 2),
    Dataset.SPIRAL5: _Shape(shapes.spiral5, 5),
    Dataset.BALL: _Shape(shapes.ball, 2, inputs=3),
    Dataset.LINE_OUTLIERS: _Shape(curves.line_outliers, 0, inputs=1),
    Dataset.SINE: _Shape(curves.sine, 0, inputs=1),
    Dataset.STEP: _Shape(curves.step, 0, inputs=1),
    Dataset.SAW_TOOTH: _Shape(curves.saw_tooth, 0, inputs=1),
    Dataset.TRIANGLE4: _Shape(curves.triangle4, 0, inputs=1),
    Dataset.TRIANGLE16: _Shape(curves.triangle16, 0, inputs=1),
    Dataset.TEACHER: _Shape(teachers.teacher, 0, inputs=teachers.INPUTS),
    Dataset.SMALL_TEACHER: _Shape(teachers.small_teacher, 0, inputs=teachers.INPUTS),
    Dataset.TWO_SCALES: _Shape(teachers.two_scales, 0, inputs=len(teachers.SCALES), scales=teachers.SCALES),
}
