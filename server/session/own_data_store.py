"""People's own data and tables, kept for the sessions of this server: settings name them, and are given them here."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from glassbox.data import DATA, OWN, Own, describe, is_own_name, named
from glassbox.engine.dataset import Description, Observations, problem_with
from glassbox.formula.wrong import WrongFormula
from glassbox.run.checkpoint import PackedCheckpoint
from glassbox.run.snapshot import Snapshot
from glassbox.tables.byte_lru import ByteLRU
from glassbox.tables.chosen import OwnData, make_points
from glassbox.tables.download import points_as_csv
from glassbox.tables.drawn import drawn
from glassbox.tables.preview import TablePreview, preview
from glassbox.tables.reading import Table, read_table
from glassbox.tables.refused import Refused
from glassbox.tables.target_kind import TargetKind
from glassbox.tables.wishes import Wishes


class OwnDataStore:
    """Two stores: tables that were uploaded, to choose columns from, and data ready to train on.

    `keep_…`, `find_…` and `given` are for the event loop's thread, which owns them; what takes its time is a
    function of its own below, for any thread.
    """

    def __init__(self, budget: int) -> None:
        self._tables: ByteLRU[Table] = ByteLRU(budget)
        self._data: ByteLRU[Observations] = ByteLRU(budget)

    def keep_table(self, table: Table) -> str:
        """The name of a table from now on.

        Raises:
            glassbox.tables.refused.Refused: it is too large; so for all here.
        """
        return self._tables.keep(table)

    def find_table(self, name: str) -> Table:
        """The table of that name."""
        return self._tables.find(name)

    def keep_data(self, observations: Observations) -> str:
        """The name of data from now on, as the settings have it."""
        return Own(self._data.keep(observations), observations).value

    def about(self, source: str | None, axes: Sequence[tuple[float, float]] = ()) -> Description | None:
        """What data are about that settings name so, if there are such data, or still are; measured by these axes."""
        if source is None:
            return None
        try:
            made = named(source)
            about = describe(made) if made else self._data.find(source.removeprefix(OWN)).about
        except (Refused, WrongFormula):
            return None
        return about.measured(axes) if len(axes) == len(about.inputs) + 1 else about

    def given(self, settings: Mapping[str, Any]) -> dict[str, Any]:
        """Settings from a page, where the name of own data is replaced by the data, if they are still here."""
        value = settings.get(DATA)
        if not is_own_name(value):
            return dict(settings)
        name = str(value).removeprefix(OWN)
        try:
            return {**settings, DATA: Own(name, self._data.find(name))}
        except Refused:
            return dict(settings)  # reading it will say that it is gone

    def given_to(self, settings: Mapping[str, Any]) -> Own | None:
        """The own data that settings name, if they name such and they are still here."""
        source = self.given(settings).get(DATA)
        return source if isinstance(source, Own) else None

    def come_back(self, own: Own) -> None:
        """Data that somebody has held on to are found again by their name, if there is room."""
        if own.name not in self._data:
            with suppress(Refused):
                self._data.keep_as(own.name, own.observations)

    def returned(self, settings: Mapping[str, Any], packed: PackedCheckpoint | None) -> dict[str, Any]:
        """As `given`; own data that are not here any more are kept anew from what came along with their run,
        if they did.
        """
        found = self.given(settings)
        observations = packed.observations if packed and is_own_name(found.get(DATA)) else None
        return found if observations is None else {**found, DATA: Own(self._data.keep(observations), observations)}


def read(data: bytes, wishes: Wishes) -> tuple[Table, TablePreview]:
    """An uploaded table, read as is asked for, and what its owner is to see of it."""
    table = read_table(data, wishes)
    return table, preview(table)


def choose(table: Table, target: int, inputs: Sequence[int], reading: TargetKind | None, title: str = "") -> OwnData:
    """The data in the chosen columns of a table, called as its file is."""
    return make_points(table, target, inputs, reading, title)


def draw(
    points: Sequence[Sequence[float]], classes: int, numbers: Sequence[int], inputs: int, like: Description | None
) -> Observations:
    """The data of points drawn by hand, in so many classes, or with values where there are none;
    named as what they are like.
    """
    return drawn(points, problem_with(classes), classes, numbers, inputs, like)


def as_csv(snapshot: Snapshot) -> bytes:
    """The data of a run, whatever they are, as a table to take home."""
    return points_as_csv(snapshot.data_split.points, snapshot.data_split.about)
