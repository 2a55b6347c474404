"""How long a training takes, before it runs: what is told of an experiment's cost, and what bundles are made by.

The work is counted, and what a piece of it takes was fitted to 600 trainings, of all ready questions too, on one core
of a machine of 2026 (`tests/golden/trial_seconds.json` keeps a part of them). Data are not counted: a worker draws them
once for all trainings of a seed (`drawn.py`). Trainings that stop themselves are told as if they did not. `pace.py`
corrects all of it by what it sees.
"""

from typing import NamedTuple

from glassbox.engine.choices import Normalization, Optimizer
from glassbox.experiments.architectures import parameters_of
from glassbox.experiments.definition import Experiment
from glassbox.experiments.kinds import POLYNOMIAL, RANDOM_FEATURES, TRAINING
from glassbox.experiments.measures import MEASURES
from glassbox.run.shape import normalizations, sizes
from glassbox.settings import Goal, Settings

TRIAL = 0.6e-3  # seconds to make a network, and to tell of it
SOLVED = {POLYNOMIAL: 0.3e-3, RANDOM_FEATURES: 1e-3}  # the same of what is solved at once
STEP = 0.09e-6  # of each mini-batch and layer, whatever its size
UPDATE = {Optimizer.ADAM: 0.8e-9, Optimizer.RMSPROP: 0.7e-9}  # for each parameter and step; the others:
PLAIN_UPDATE = 0.2e-9
SAMPLE, INPUT = 4.2e-9, 0.8e-9  # to fetch a sample, and each of its inputs
PRODUCT = 0.034e-9  # for each parameter and sample, forward and back
UNIT = 0.87e-9  # for each unit and sample: its activation and its slope
NORMALIZED, DROPPED, NOISE = 5.4e-9, 0.57e-9, 28e-9  # on top, for each unit; the last for each input
LOOK, LOOK_UNIT = 35e-6, 1.2e-9  # at the network: of each, and for each unit and point
STUDIES = {"regions": 0.5e-3, "lambda_max": 0.03e-3}  # for each unit, at each moment
LANES = 16  # samples that a vector holds, as `engine/simd.py` has it, which would bring Numba along
SOLUTION = 1e-9  # of least squares, for each point and square of a parameter


class Work(NamedTuple):
    """What a training consists of, if nothing stops it.

    Attributes:
        steps: all of them.
        samples: that go through the network in them; a mini-batch is filled up to whole vectors.
        looks: evaluations, each of all points.
    """

    steps: int
    samples: int
    looks: int


def work_of(settings: Settings, training_points: int, experiment: Experiment, moments: int = 1) -> Work:
    """The counts of one training, which is measured at so many moments."""
    size = min(settings.batch_size, training_points)
    whole, rest = divmod(training_points, size)
    steps = (whole + bool(rest)) * experiment.epochs
    samples = (whole * _filled(size) + _filled(rest)) * experiment.epochs
    return Work(steps, samples, experiment.epochs + 1 if looks_often(settings, experiment.measures) else moments)


def seconds_of(
    settings: Settings, training_points: int, points: int, experiment: Experiment, moments: int = 1, degree: int = 0
) -> float:
    """Of one training on one core, by estimate.

    Args:
        points: of all parts of the data, which a look goes through.
        moments: at which it is measured.
        degree: of a polynomial.
    """
    if experiment.kind != TRAINING:
        columns = degree + 1 if experiment.kind == POLYNOMIAL else sum(layer.units for layer in settings.hidden) + 1
        return SOLVED[experiment.kind] + SOLUTION * training_points * columns * min(columns, training_points)
    parameters, units = parameters_of(settings), sum(layer.units for layer in settings.hidden)
    work = work_of(settings, training_points, experiment, moments)
    step = STEP * (len(settings.hidden) + 1) + UPDATE.get(settings.optimizer, PLAIN_UPDATE) * parameters
    look = LOOK + LOOK_UNIT * units * points
    studied = sum(each for name, each in STUDIES.items() if name in experiment.measures) * units * moments
    return TRIAL + work.steps * step + work.samples * _sample(settings, parameters) + work.looks * look + studied


def looks_often(settings: Settings, names: tuple[str, ...]) -> bool:
    """Whether a training is looked at after every epoch, for what is measured or for what may end it."""
    is_stopped = bool(settings.patience or settings.stop_loss or settings.stop_accuracy)
    is_watched = is_stopped or settings.goal is not Goal.NONE
    return is_watched or any(MEASURES[name].every_epoch for name in names if name in MEASURES)


def _sample(settings: Settings, parameters: int) -> float:
    """Seconds that one takes in a step."""
    inputs = sizes(settings)[0]
    kinds = zip(settings.hidden, normalizations(settings), strict=True)
    return (
        SAMPLE
        + inputs * (INPUT + NOISE * bool(settings.input_noise))
        + parameters * PRODUCT
        + sum(
            layer.units * (UNIT + NORMALIZED * (kind is not Normalization.NONE) + DROPPED * bool(settings.dropout))
            for layer, kind in kinds
        )
    )


def _filled(samples: int) -> int:
    """As many as are computed: whole vectors of them."""
    return -(-samples // LANES) * LANES
