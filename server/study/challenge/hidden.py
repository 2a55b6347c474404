"""The points on which a challenge is scored: of the same data as the networks learn, and known to the server alone."""

from dataclasses import dataclass

from glassbox.data import describe, is_made, points_from
from glassbox.engine.data_choices import Dataset
from glassbox.engine.dataset import Points
from glassbox.engine.evaluation import Metrics
from glassbox.engine.trainer import Trainer
from glassbox.engine.training_data import TrainingData
from glassbox.run.build import given
from glassbox.run.moment import Moment
from glassbox.settings import Labels, Settings

POINTS = 2000
TAUGHT = {Dataset.TEACHER, Dataset.SMALL_TEACHER, Dataset.TWO_SCALES}  # another seed has another rule, not other points


@dataclass(frozen=True, eq=False)
class HiddenPoints:
    """Points of a seed of their own; `unit` is what 1 of a target is in the data's own unit."""

    points: Points
    unit: float

    def measures(self, moment: Moment) -> Metrics:
        """How well the network of this moment does on them; nothing of it is changed."""
        x, t = given(moment.settings, self.points.x), self.points.target
        data = TrainingData(x_train=x, t_train=t, x_test=x[:, :1].copy(), t_test=t[:1], unit=self.unit)
        trainer = Trainer(moment.recipe, data)
        trainer.restore(moment.state)
        return trainer.evaluate().train


def hidden_points(settings: Settings, seed: int) -> HiddenPoints:
    """Points like those that test these settings' network, from this seed: noisy where those are."""
    source = settings.dataset
    wrong = 0.0 if settings.test_labels is Labels.CLEAN else settings.label_noise
    points = points_from(source, POINTS, settings.noise, wrong, seed)
    return HiddenPoints(points, describe(source).target.unit_length)


def why_not(settings: Settings) -> str:
    """Why no challenge can be held on these data, as an id; "" where one can.

    Points of a table, of a drawing or of a real data set have all been sent to pages: none is left to score on.
    """
    source = settings.dataset
    if not is_made(source):
        return "challenge_needs_made_data"
    return "challenge_needs_one_rule" if source in TAUGHT else ""
