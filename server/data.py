"""The data that settings name: a data set, a formula's or a person's own. For settings, runs and what is taken home."""

from dataclasses import dataclass, field
from functools import cache

from glassbox.engine.data_choices import Dataset
from glassbox.engine.data_rng import Part
from glassbox.engine.dataset import Description, Observations, Points, points_of
from glassbox.engine.generators import describe as describe_dataset
from glassbox.engine.generators import generate
from glassbox.formula.data_set import FORMULA, FromFormula, from_formula
from glassbox.words.sentence import say

DATA = "dataset"  # the setting that names data
YOUR_OWN = say("your own")  # data without a title
OWN = "own."  # how the names of own data begin, in messages and addresses


@dataclass(frozen=True)
class Own:
    """A person's own data, where settings otherwise name a data set: its unguessable name, and the data themselves.

    Whatever holds such settings holds the data, so it does not matter to a run when others forget them.
    """

    name: str
    observations: Observations = field(compare=False, repr=False)

    @property
    def value(self) -> str:
        """As it stands in messages and addresses."""
        return OWN + self.name

    @property
    def label(self) -> str:
        """The name a person reads."""
        return self.observations.about.title or YOUR_OWN


_DATASETS = {dataset.value: dataset for dataset in Dataset}

Source = Dataset | FromFormula | Own


def is_own_name(value: object) -> bool:
    """Whether this, in settings from outside, names someone's own data and not a data set."""
    return isinstance(value, str) and value.startswith(OWN)


def named(name: str) -> Dataset | FromFormula | None:
    """The data of that name: a data set's, or a formula; None: there are none, or they are somebody's own.

    Raises:
        glassbox.formula.wrong.WrongFormula: it is a formula that cannot be used.
    """
    if name.startswith(FORMULA):
        return from_formula(name.removeprefix(FORMULA))
    return _DATASETS.get(name)


def describe(source: Source) -> Description:
    """What the data are about."""
    if isinstance(source, Own):
        return source.observations.about
    return source.about if isinstance(source, FromFormula) else _described(source)


def is_made(source: Source) -> bool:
    """Whether there are as many points as one asks for; otherwise a table or a drawing has its own and no more."""
    return not isinstance(source, Own) and describe(source).available is None


@cache
def _described(dataset: Dataset) -> Description:
    """Asked for with every frame."""
    return describe_dataset(dataset)


def points_from(
    source: Source, samples: int, noise: float, label_noise: float, seed: int, part: Part = Part.MAIN
) -> Points:
    """The points to learn from and to test with; the arguments are those of `generators.generate`.

    Of one's own data all are used: nobody draws a point or chooses a table to have a part of it left out.
    """
    if isinstance(source, Own):
        own = source.observations
        return points_of(own, len(own.target), noise, label_noise, seed)
    if isinstance(source, FromFormula):
        return source.points(samples, noise, label_noise, seed, part)
    return generate(source, samples, noise, label_noise, seed, part)
