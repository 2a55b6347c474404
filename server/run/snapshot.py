"""A run as it was at one moment, frozen: what other rooms take apart, write to files or train on, while it goes on."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from glassbox.settings import Settings

if TYPE_CHECKING:  # not at run time: they bring Numba along, which is slow to import
    from glassbox.engine.kernel_args import FrozenParameters
    from glassbox.engine.recipe import Recipe
    from glassbox.engine.trainer import Memento, Trainer
    from glassbox.run.build import DataSplit


@dataclass(frozen=True, eq=False)
class Snapshot:
    """One moment of a run. The arrays of `memento` are its own; `material` is shared and never written to.

    Attributes:
        run, revision, step, epoch, progress: as in a frame of that moment.
        history: the curves so far, JSON-ready (`Curves.plain`).
    """

    settings: Settings
    recipe: "Recipe"
    memento: "Memento"
    material: "DataSplit"
    held: "FrozenParameters"
    run: int
    revision: int
    step: int
    epoch: int
    progress: float
    history: dict[str, Any]

    def trainer(self) -> "Trainer":
        """A network of one's own that stands at this moment, and from there trains as the run does."""
        from glassbox.engine.trainer import Trainer

        trainer = Trainer(self.recipe, self.material.data)
        trainer.restore(self.memento)
        trainer.hold(self.held.at, self.held.values)
        return trainer
