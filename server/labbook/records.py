"""What goes into the lab book and what comes out of it: plain values, for sessions, routes and the database."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from glassbox.labbook.ids import Owner, is_run_key
from glassbox.settings import Settings

FORM_VERSION = 1  # of what a row's settings mean; grows when a setting of the same name comes to mean something else
MOST_PICTURE_BYTES = 8 * 1024
MOST_WEIGHT_BYTES = 1024 * 1024
WEIGHT_BYTES = 4  # float32
MOST_KEPT_BYTES = 4 * 1024 * 1024  # of one run's moment: the largest network of the page with Adam's memory takes 3
LONGEST_NAME = 200
MOST_PER_PAGE = 100


class Keepable(Protocol):
    """All that one needs to take a run up again where its entry has it: packed only once it is written, in the clerk's thread."""

    @property
    def nbytes(self) -> int:
        """About the memory it takes."""

    def packed(self) -> bytes:
        """What to write; always the same."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """How a run stands now. A later entry with the same key replaces it, but a missing picture keeps the earlier one.

    Attributes:
        key: the run's name, from `ids.new_run_key`.
        changes: how often settings or weights were changed while it ran; at 0, settings and seed alone repeat it.
        train_score: accuracy, or RMSE where `problem` is regression; so the test score.
        problem: the kind of answer the data asks for, by its name in the engine.
        stop: the code of what ended it; empty while nothing has.
        stop_text: the same as a sentence.
        picture: the small map, as a PNG or packed bytes.
        kept: what takes the run up again there. It belongs to the other facts: a missing one lets go of the earlier one,
            and so does one that is larger than `MOST_KEPT_BYTES`.
    """

    key: str
    settings: Settings
    epochs: float
    steps: int
    problem: str
    changes: int = 0
    train_loss: float | None = None
    test_loss: float | None = None
    train_score: float | None = None
    test_score: float | None = None
    stop: str = ""
    stop_text: str = ""
    picture: bytes | None = None
    kept: Keepable | None = None

    def __post_init__(self) -> None:
        if not is_run_key(self.key):
            raise ValueError("a run's key comes from new_run_key()")
        if self.picture is not None and len(self.picture) > MOST_PICTURE_BYTES:
            raise ValueError(f"a picture of {len(self.picture)} bytes: a row has space for {MOST_PICTURE_BYTES}")


@dataclass(frozen=True, slots=True)
class Noted:
    """An entry on its way into the database: whose it is, and when its first and its newest form came (Unix time)."""

    owner: Owner
    entry: Entry
    since: float
    at: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A run as the lab book has it.

    Attributes:
        created, updated: seconds since 1970 (Unix time).
        version: `FORM_VERSION` of the Glassbox that wrote it.
        settings: just as they were written; `Settings.salvaged` makes settings of them in any later version.
        is_kept: whether the run can be taken up again where the row has it.
    """

    key: str
    created: float
    updated: float
    version: int
    name: str
    problem: str
    seed: int
    epochs: float
    steps: int
    changes: int
    train_loss: float | None
    test_loss: float | None
    train_score: float | None
    test_score: float | None
    stop: str
    stop_text: str
    settings: Mapping[str, Any]
    picture: bytes | None
    is_kept: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """A row to open: with what takes its run up again, as `Entry.kept` packed it, if that is (still) there."""

    row: Row
    kept: bytes | None


class SortBy(StrEnum):
    """The columns by which rows can be sorted."""

    CREATED = "created"
    UPDATED = "updated"
    NAME = "name"
    PROBLEM = "problem"
    SEED = "seed"
    EPOCHS = "epochs"
    STEPS = "steps"
    CHANGES = "changes"
    TRAIN_LOSS = "train_loss"
    TEST_LOSS = "test_loss"
    TRAIN_SCORE = "train_score"
    TEST_SCORE = "test_score"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of an owner's rows, and how many there are on all pages."""

    rows: tuple[Row, ...]
    total: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Shared:
    """A network that was handed on by a link.

    Attributes:
        created: seconds since 1970 (Unix time).
        weights: little-endian float32, in the engine's order.
    """

    created: float
    version: int
    settings: Mapping[str, Any]
    weights: bytes


@dataclass(frozen=True, slots=True)
class Limit:
    """How much is kept: of both, what is reached first. The oldest goes."""

    rows: int
    size: int  # bytes


@dataclass(frozen=True, slots=True)
class Limits:
    """What keeps a public server's disk from filling: all of it together stays below about 1.2 GB.

    What takes a run up again is let go before its row is.
    """

    runs_of_owner: Limit = Limit(500, 8 * 1024**2)
    runs: Limit = Limit(20_000, 256 * 1024**2)
    kept_of_owner: Limit = Limit(500, 48 * 1024**2)
    kept: Limit = Limit(20_000, 512 * 1024**2)
    shares_of_owner: Limit = Limit(100, 16 * 1024**2)
    shares: Limit = Limit(10_000, 256 * 1024**2)
