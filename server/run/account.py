"""How a run stands, for whoever keeps a book of runs: a plain frozen value that sessions hand out."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from glassbox.settings import Settings

if TYPE_CHECKING:  # not at run time: it brings Numba along, which is slow to import
    from glassbox.run.checkpoint import Checkpoint


@dataclass(frozen=True, kw_only=True, slots=True)
class Account:
    """One run at one moment; a later account with the same key replaces it.

    Attributes:
        owner: the id of the browser that runs it. key: the run's own name.
        changes: how often settings or weights were changed since it began.
        train_score, test_score: accuracy, or RMSE where `problem` is regression.
        stop, stop_text: the code of what ended it and its sentence; empty while nothing has.
        picture: the small map as a frame carries it, in MessagePack.
        kept: all that one needs to resume the run just there.
    """

    owner: str
    key: str
    settings: Settings
    epochs: float
    steps: int
    problem: str
    changes: int
    train_loss: float
    test_loss: float
    train_score: float | None
    test_score: float | None
    stop: str
    stop_text: str
    picture: bytes
    kept: "Checkpoint"
