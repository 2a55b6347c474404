"""The points on which a challenge is scored: of the same data as the networks learn, and known to the server alone.

Made data give 2,000 from a seed of their own; of a table they are the rows that were held back (`ground.py`).
"""

from dataclasses import dataclass

from glassbox.data import describe, points_from
from glassbox.engine.dataset import Observations, Points, placed_as, points_of
from glassbox.engine.evaluation import Metrics
from glassbox.engine.trainer import Trainer
from glassbox.engine.training_data import TrainingData
from glassbox.run.build import given, split_data
from glassbox.run.moment import Moment
from glassbox.settings import Labels, Settings
from glassbox.study.challenge.ground import Ground

POINTS = 2000


@dataclass(frozen=True, eq=False)
class HiddenPoints:
    """Points that no page has; `unit` is what 1 of a target is in the data's own unit."""

    points: Points
    unit: float

    def measures(self, moment: Moment) -> Metrics:
        """How well the network of this moment does on them; nothing of it is changed."""
        x, t = given(moment.settings, self.points.x), self.points.target
        data = TrainingData(x_train=x, t_train=t, x_test=x[:, :1].copy(), t_test=t[:1], unit=self.unit)
        trainer = Trainer(moment.recipe, data)
        trainer.restore(moment.state)
        return trainer.evaluate().train


def hidden_points(ground: Ground, seed: int) -> HiddenPoints:
    """Points like those that test the network of these settings, from this seed: noisy where those are."""
    settings = ground.start
    wrong = 0.0 if settings.test_labels is Labels.CLEAN else settings.label_noise
    if ground.held is not None:
        return _held_points(ground.held, settings, wrong, seed)
    points = points_from(settings.dataset, POINTS, settings.noise, wrong, seed)
    return HiddenPoints(points, describe(settings.dataset).target.unit_length)


def _held_points(held: Observations, settings: Settings, wrong: float, seed: int) -> HiddenPoints:
    """All settings that decide which rows train are the teacher's, so the rows are measured alike for everybody."""
    about = split_data(settings).about
    placed = placed_as(held, about) if about.standardised else held
    points = points_of(placed, len(held.target), settings.noise, wrong, seed)
    return HiddenPoints(points, about.target.unit_length)
