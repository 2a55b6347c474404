"""A run as it was at one moment, frozen: what other rooms take apart, write to files or train on, while it goes on."""

from dataclasses import dataclass

from glassbox.engine.kernel_args import Counter, State
from glassbox.engine.recipe import Recipe
from glassbox.protocol.server_messages import Stop
from glassbox.run.build import DataSplit
from glassbox.run.moment import Moment
from glassbox.run.past.curves import StoredCurves
from glassbox.run.past.trajectory import TrajectoryPoint
from glassbox.settings import Settings


@dataclass(frozen=True, eq=False, kw_only=True)
class Snapshot:
    """A moment of a run, and what led to it. Whoever goes on from it copies what it changes.

    Attributes:
        run, revision: as in a frame of that moment.
        curves: so far.
        changes: how often settings or weights were changed until then.
        stop: what ended it, as its page was told.
        is_at_best: whether the weights are those of the best epoch.
        trajectory: the way it has come, where that was asked for; the last point is this moment.
    """

    moment: Moment
    run: int
    revision: int
    curves: StoredCurves
    changes: int
    stop: Stop | None
    is_at_best: bool
    trajectory: tuple[TrajectoryPoint, ...] = ()

    @property
    def settings(self) -> Settings:
        """Those of the moment; so the recipe, the data and the state."""
        return self.moment.settings

    @property
    def recipe(self) -> Recipe:
        """How the network is made and trained."""
        return self.moment.recipe

    @property
    def data_split(self) -> DataSplit:
        """What it learns from and is measured on."""
        return self.moment.data_split

    @property
    def state(self) -> State:
        """What training has made of it."""
        return self.moment.state

    @property
    def step(self) -> int:
        """Mini-batches trained until then."""
        return self.moment.step

    @property
    def epoch(self) -> int:
        """Whole epochs trained until then."""
        return self.moment.epoch

    @property
    def samples(self) -> int:
        """Samples of the running epoch that were trained on until then."""
        return int(self.state.where[Counter.DONE])

    @property
    def progress(self) -> float:
        """The share of the running epoch that was done, from 0 to just under 1."""
        return self.samples / self.data_split.training
