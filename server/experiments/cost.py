"""How long a training takes, before it runs: what is told of an experiment's cost, and what bundles are made by.

The coefficients were fitted to trainings of 1 to 8 layers of 1 to 128 units, on one core of a machine of 2026; a runner
corrects them by what it sees (`runner.py`), so what counts most is that they grow as the trainings do.
"""

from glassbox.engine.choices import Optimizer
from glassbox.experiments.architectures import parameters_of
from glassbox.experiments.definition import Experiment
from glassbox.experiments.measures import MEASURES
from glassbox.settings import Settings

TRIAL = 0.0008  # seconds to make data and network, and to tell of them
STEP = 0.36e-6  # of each mini-batch, whatever the network
UPDATE = {Optimizer.ADAM: 0.9e-9, Optimizer.RMSPROP: 0.7e-9}  # for each parameter and step; the others:
PLAIN_UPDATE = 0.2e-9
PRODUCT = 0.035e-9  # for each parameter and sample, forward and back
UNIT = 1.5e-9  # for each unit and sample: its activation and its slope
LOOK = 0.9  # of what a sample takes while training, a look at it takes


def seconds_of(settings: Settings, training_points: int, points: int, experiment: Experiment) -> float:
    """Of one training on one core, by estimate.

    Args:
        points: of all parts of the data, which a look goes through.
    """
    parameters, units = parameters_of(settings), sum(layer.units for layer in settings.hidden)
    sample = PRODUCT * parameters + UNIT * units
    steps = -(-training_points // settings.batch_size)
    update = UPDATE.get(settings.optimizer, PLAIN_UPDATE) * parameters
    epoch = steps * (STEP + update) + training_points * sample
    looks = experiment.epochs if looks_often(settings, experiment.measures) else 1
    return TRIAL + experiment.epochs * epoch + looks * points * sample * LOOK


def looks_often(settings: Settings, names: tuple[str, ...]) -> bool:
    """Whether a training is looked at after every epoch, for what is measured or for what may end it."""
    is_stopped = bool(settings.patience or settings.stop_loss or settings.stop_accuracy)
    return is_stopped or any(MEASURES[name].every_epoch for name in names if name in MEASURES)
