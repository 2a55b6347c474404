"""The data of a trial, drawn once for all trainings that learn from the same: those of one seed mostly, one after the
other. Nobody writes to them.
"""

from functools import lru_cache

from glassbox.data import Own
from glassbox.run.build import DataSplit, split_data
from glassbox.settings import Effect, Settings, effect_of

AT_ONCE = 16  # data sets that a worker keeps: of one seed, as many as there are values on an axis of data
OF_DATA = {name for name in Settings.model_fields if effect_of(name) is Effect.DATA}
OF_INPUTS = {"features", "input_scale"}  # how they are given to the network


def drawn(settings: Settings) -> DataSplit:
    """The data that these settings describe; a person's own are not kept."""
    if isinstance(settings.dataset, Own):
        return split_data(settings)
    return _drawn(only(settings, OF_DATA | OF_INPUTS))


def only(settings: Settings, names: set[str]) -> Settings:
    """Settings in which nothing but these is chosen: the same for all that differ in nothing else."""
    return Settings().model_copy(update={name: getattr(settings, name) for name in names})


@lru_cache(maxsize=AT_ONCE)
def _drawn(settings: Settings) -> DataSplit:
    return split_data(settings)
