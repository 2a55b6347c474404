"""Makes a trainer what it was at a moment: for the run itself, and for whoever trains on from a copy of it."""

import numpy as np

from glassbox.engine.network import NEW, Origin
from glassbox.engine.trainer import Trainer
from glassbox.run.moment import Moment


def restore(trainer: Trainer, moment: Moment) -> None:
    """Whatever its shape and its data are now."""
    layout = moment.recipe.architecture.layout
    is_other = trainer.recipe.architecture.layout != layout
    origins = tuple(map(_all_new, layout.sizes)) if is_other else None
    trainer.adapt(moment.recipe, moment.data_split.data, origins)
    trainer.restore(moment.state)
    moment.holds.grip(trainer)


def trainer_at(moment: Moment) -> Trainer:
    """A network of one's own that stands at this moment, and from there trains as the run does."""
    trainer = Trainer(moment.recipe, moment.data_split.data)
    trainer.restore(moment.state)
    moment.holds.grip(trainer)
    return trainer


def _all_new(units: int) -> Origin:
    return Origin(NEW, np.full(units, NEW, np.int64))
