"""How long a training takes, before it runs: what is told of an experiment's cost, and what bundles are made by.

The coefficients were fitted to trainings of 1 to 8 layers of 1 to 128 units, on one core of a machine of 2026; a runner
corrects them by what it sees (`runner.py`), so what counts most is that they grow as the trainings do.
"""

from glassbox.engine.choices import Optimizer
from glassbox.experiments.architectures import parameters_of
from glassbox.experiments.definition import Experiment
from glassbox.experiments.measures import MEASURES
from glassbox.settings import Settings

TRIAL = 0.0004  # seconds to make data and network, and to tell of them
STEP = 0.4e-6  # of each mini-batch, whatever the network
UPDATE = {Optimizer.ADAM: 2.0e-9, Optimizer.RMSPROP: 1.5e-9}  # for each parameter and step; the others:
PLAIN_UPDATE = 0.5e-9
PRODUCT = 0.9e-9  # for each parameter and sample, forward and back
UNIT = 5.0e-9  # for each unit and sample: its activation and its slope
LOOK = 0.35  # of what training takes, a look at as many samples takes


def seconds_of(settings: Settings, training_points: int, experiment: Experiment) -> float:
    """Of one training on one core, by estimate."""
    parameters, units = parameters_of(settings), sum(layer.units for layer in settings.hidden)
    sample = PRODUCT * parameters + UNIT * units
    steps = -(-training_points // settings.batch_size)
    update = UPDATE.get(settings.optimizer, PLAIN_UPDATE) * parameters
    epoch = steps * (STEP + update) + training_points * sample
    looks = experiment.epochs if looks_often(settings, experiment.measures) else 1
    points = max(settings.samples, training_points)
    return TRIAL + experiment.epochs * epoch + looks * points * sample * LOOK


def looks_often(settings: Settings, names: tuple[str, ...]) -> bool:
    """Whether a training is looked at after every epoch, for what is measured or for what may end it."""
    is_stopped = bool(settings.patience or settings.stop_loss or settings.stop_accuracy)
    return is_stopped or any(MEASURES[name].every_epoch for name in names if name in MEASURES)
