"""Where experiments are kept in the lab book: a door for the web room; the database's thread answers."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from glassbox.labbook.experiment_record import ExperimentRecord
from glassbox.labbook.ids import Owner, is_run_key

if TYPE_CHECKING:  # not at run time: it brings SQLAlchemy along, which is slow to import
    from glassbox.labbook.archive import Archive
    from glassbox.labbook.experiments import Results

Answer = TypeVar("Answer")


class Ask(Protocol):
    """What asks the archive something."""

    def __call__(self, question: "Callable[[Archive], Answer]", /) -> Awaitable[Answer]:
        """The answer, once it is there."""


class ExperimentShelf:
    """Every method raises `LabBookUnavailable` where the database cannot be used."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    async def keep(self, record: ExperimentRecord, results: "Results") -> None:
        """Write an experiment as it stands, with the results (by number) that came since."""
        await self._ask(lambda archive: archive.keep_experiment(record, results))

    async def find(self, key: str) -> tuple[ExperimentRecord, dict[int, Any]] | None:
        """An experiment and the results of its trainings, by number."""
        if not is_run_key(key):
            return None
        return await self._ask(lambda archive: archive.experiment(key))

    async def listing(self, owner: Owner) -> list[ExperimentRecord]:
        """The owner's experiments, the newest first."""
        return await self._ask(lambda archive: archive.experiments(owner))

    async def unfinished(self, now: float) -> list[str]:
        """The ids of those that should go on, and that no server goes on with now."""
        return await self._ask(lambda archive: archive.unfinished_experiments(now))

    async def hold(self, key: str, now: float, until: float) -> bool:
        """Take one over until then; whether no other server has it."""
        return await self._ask(lambda archive: archive.hold_experiment(key, now, until))

    async def remove(self, owner: Owner, key: str) -> bool:
        """Delete one for good; whether the owner had it."""
        return is_run_key(key) and await self._ask(lambda archive: archive.remove_experiment(owner, key))
