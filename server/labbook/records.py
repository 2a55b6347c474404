"""What goes into the lab book and what comes out of it: plain values, for sessions, routes and the database."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from glassbox.engine.scheme import SCHEME
from glassbox.labbook.ids import is_run_key

FILE = "labbook.sqlite3"  # in the data folder
MOST_PICTURE_BYTES = 8 * 1024
MOST_WEIGHT_BYTES = 1024 * 1024
WEIGHT_BYTES = 4  # float32
MOST_CHECKPOINT_BYTES = (
    4 * 1024 * 1024
)  # of one run's checkpoint: the largest network of the page with Adam's memory takes 3, its best epoch's included
LONGEST_NAME = 200
MOST_PER_PAGE = 100


class Packable(Protocol):
    """A checkpoint on its way to the database: packed only once it is written, in the database's thread."""

    @property
    def nbytes(self) -> int:
        """About the memory it takes."""

    def packed(self) -> bytes:
        """What to write; always the same."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RunRecord:
    """A run as it stands: what is recorded of it, and what the lab book tells of it.

    A later record with the same key replaces an earlier one, but a missing picture keeps the earlier one. Its fields
    that are columns in `tables.py` are stored as they are.

    Attributes:
        key: the run's name, from `ids.new_run_key`.
        created, updated: when its first and its newest record came, in seconds since 1970; the book tells them.
        version: `SCHEME` of the Glassbox that began it: of what its settings and its seed mean.
        name: what its owner calls it, in the book.
        problem: the kind of answer the data asks for, by its name in the engine.
        data: what the data are called.
        began: epochs at which it began: 0, but for one that goes on from where another row ends.
        epochs: trained in all, those before it began included.
        goal_epoch: the epoch at which the goal of its settings was first reached; None where it was not.
        parameters: weights and biases of the network at the end.
        best_epoch: the epoch whose weights the losses are of, where early stopping has brought those back.
        changed: of each setting that was changed while it trained, by name: what it was at `first`, how many `times` it
            was changed, and the `epochs` at which it was for the last time. `settings` has what it is at the end.
        changes: how often settings or weights were changed while it ran; at 0, settings and seed alone repeat it.
        train_score: accuracy, or RMSE where `problem` is regression; so the test score.
        stop: the code of what ended it; empty while nothing has.
        stop_text: the same as a sentence.
        settings: as JSON has them; `Settings.salvaged` makes settings of them in any later version.
        picture: the small map, as a PNG or packed bytes.
        checkpoint: what takes the run up again there, on its way in. A missing one lets go of the earlier one, and so
            does one that is larger than `MOST_CHECKPOINT_BYTES`.
        is_kept: whether the book has a checkpoint of it.
        lanes: the keys of all runs that were compared then, its own among them; the book does not keep these.
    """

    key: str
    created: float = 0.0
    updated: float = 0.0
    version: int = SCHEME
    name: str = ""
    problem: str
    data: str | None = None
    seed: int
    began: float | None = None
    epochs: float
    goal_epoch: int | None = None
    parameters: int | None = None
    best_epoch: int | None = None
    steps: int
    changes: int = 0
    changed: Mapping[str, Any] | None = None
    train_loss: float | None = None
    test_loss: float | None = None
    train_score: float | None = None
    test_score: float | None = None
    stop: str = ""
    stop_text: str = ""
    settings: Mapping[str, Any]
    picture: bytes | None = None
    checkpoint: Packable | None = None
    is_kept: bool = False
    lanes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not is_run_key(self.key):
            raise ValueError("a run's key comes from new_run_key()")
        if self.picture is not None and len(self.picture) > MOST_PICTURE_BYTES:
            raise ValueError(f"a picture of {len(self.picture)} bytes: a row has space for {MOST_PICTURE_BYTES}")


@dataclass(frozen=True, slots=True)
class DamagedRow:
    """A row that cannot be read any more: all that is left of it, and the key to delete it by."""

    key: str
    created: float | None = None
    updated: float | None = None
    name: str = ""


Row = RunRecord | DamagedRow


class SortBy(StrEnum):
    """The columns by which rows can be sorted, beside the settings."""

    CREATED = "created"
    UPDATED = "updated"
    NAME = "name"
    PROBLEM = "problem"
    SEED = "seed"
    EPOCHS = "epochs"
    STEPS = "steps"
    PARAMETERS = "parameters"
    CHANGES = "changes"
    TRAIN_LOSS = "train_loss"
    TEST_LOSS = "test_loss"
    TRAIN_SCORE = "train_score"
    TEST_SCORE = "test_score"
    STOP = "stop"
    GOAL_EPOCH = "goal_epoch"


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of an owner's rows, and how many there are on all pages."""

    rows: tuple[Row, ...]
    total: int


@dataclass(frozen=True, kw_only=True, slots=True)
class SharedNetwork:
    """A network that was handed on by a link.

    Attributes:
        created: seconds since 1970 (Unix time).
        version: `SCHEME` of the Glassbox that kept it.
        weights: little-endian float32, in the engine's order.
        epochs, samples, steps: trained so far: whole epochs, samples of the running one, and mini-batches in all. None
            where an earlier version kept it, which did not say.
    """

    created: float = 0.0
    version: int = SCHEME
    settings: Mapping[str, Any]
    weights: bytes
    epochs: int | None = None
    samples: int | None = None
    steps: int | None = None


class DamagedShare(Exception):
    """What was kept for a link cannot be read any more."""


@dataclass(frozen=True, slots=True)
class Limit:
    """How much is kept: of both, what is reached first. The oldest goes."""

    rows: int
    size: int  # bytes


@dataclass(frozen=True, slots=True)
class Limits:
    """What keeps a public server's disk from filling: all of it together stays below about 1.5 GB.

    A run's checkpoint is let go before its row is.
    """

    runs_of_owner: Limit = Limit(500, 8 * 1024**2)
    runs: Limit = Limit(20_000, 256 * 1024**2)
    checkpoints_of_owner: Limit = Limit(500, 48 * 1024**2)
    checkpoints: Limit = Limit(20_000, 512 * 1024**2)
    shares_of_owner: Limit = Limit(100, 16 * 1024**2)
    shares: Limit = Limit(10_000, 256 * 1024**2)
    experiments_of_owner: Limit = Limit(200, 64 * 1024**2)
    experiments: Limit = Limit(4_000, 256 * 1024**2)
