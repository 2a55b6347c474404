"""What a challenge is held on: made data as they are; of real and own data a part, so that there are rows to score on.

There are no more rows of a table than pages have. So the server holds some back, and the class begins anew on the
others, as data of their own. Needs no Numba.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from glassbox.data import DATA, Own, Source, describe, is_made
from glassbox.engine.data_choices import Dataset
from glassbox.engine.dataset import Observations
from glassbox.engine.real_data import real_data
from glassbox.settings import Settings

SHARE = 5  # of so many rows one is held back …
LEAST_HELD = 20  # … but so many at least, or a score would be luck
LEAST_ROWS = 3 * LEAST_HELD  # in all: twice as many are left to learn from and to test with
TAUGHT = {Dataset.TEACHER, Dataset.SMALL_TEACHER, Dataset.TWO_SCALES}  # another seed has another rule, not other points


@dataclass(frozen=True, eq=False)
class Ground:
    """What a challenge is held on.

    Attributes:
        start: the settings that all begin with.
        held: the rows that were held back, which are in no page's data; None: there are as many points as one asks for.
    """

    start: Settings
    held: Observations | None = None


def why_not(settings: Settings) -> str:
    """Why no challenge can be held on these data, as an id; "" where one can."""
    source = settings.dataset
    if not is_made(source):
        return "" if len(_rows_of(source).target) >= LEAST_ROWS else "challenge_needs_more_rows"
    return "challenge_needs_one_rule" if source in TAUGHT else ""


def ground_of(settings: Settings, seed: int, name: str) -> Ground:
    """What a challenge on these settings is held on.

    Args:
        seed: of the choice of rows that are held back, which nobody else may know.
        name: of the data that are left, as own data are named: an unguessable one.
    """
    source = settings.dataset
    if is_made(source):
        return Ground(settings)
    rows = _rows_of(source)
    is_held = _are_held(rows, seed)
    kept = Own(name, _among(rows, ~is_held, _title(source)))
    return Ground(settings.changed({DATA: kept}), _among(rows, is_held, _title(source)))


def _rows_of(source: Source) -> Observations:
    if isinstance(source, Own):
        return source.observations
    assert isinstance(source, Dataset)
    return real_data(source)


def _title(source: Source) -> str:
    return source.label if isinstance(source, Dataset) else describe(source).title


def _are_held(rows: Observations, seed: int) -> NDArray[np.bool_]:
    """Rows at equal distances, once like stands beside like: of each class its share, of numbers small and large."""
    count = len(rows.target)
    size = max(round(count / SHARE), LEAST_HELD)
    chance = np.random.default_rng(seed)
    like_beside_like = np.lexsort((chance.random(count), rows.target))
    places = ((np.arange(size) + chance.random()) * count / size).astype(int)
    is_held = np.zeros(count, np.bool_)
    is_held[like_beside_like[places]] = True
    return is_held


def _among(rows: Observations, chosen: NDArray[np.bool_], title: str) -> Observations:
    """Some of them, numbered anew: their numbers do not tell which are missing."""
    count = int(chosen.sum())
    about = replace(rows.about, available=count, title=title)
    return Observations(rows.x[chosen], rows.target[chosen], about, np.arange(count))
