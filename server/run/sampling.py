"""Draws the points that settings ask for: those to learn from, and after them those that only test.

By share, one draw is divided. By counts, the points that test are drawn apart, so that either part keeps its points
when the size of the other changes: data that are made have random numbers of their own for them, and a table gives
the last rows of its order.
"""

from glassbox.data import Source, is_made, points_from
from glassbox.engine.data_rng import Part
from glassbox.engine.dataset import Points
from glassbox.settings import MOST_SAMPLES, Labels, Settings, Split


def sample(source: Source, settings: Settings) -> tuple[Points, int]:
    """The points, those to learn from first, and how many these are.

    With clean test labels the places and what is learned from stay the same.
    """
    learning, test = _parts(source, settings, settings.label_noise)
    if settings.label_noise and settings.test_labels is Labels.CLEAN:
        _, test = _parts(source, settings, 0.0)
    return learning.and_then(test), len(learning.target)


def learned_from(count: int, settings: Settings) -> int:
    """How many of all the points of a table are learned from."""
    if settings.split is Split.SHARE:
        return _by_share(count, settings.training_share)
    return _by_counts(count, settings)[0]


def _parts(source: Source, settings: Settings, label_noise: float) -> tuple[Points, Points]:
    def draw(samples: int, part: Part = Part.MAIN) -> Points:
        return points_from(source, samples, settings.noise, label_noise, settings.data_seed, part)

    if settings.split is Split.SHARE:
        every = draw(settings.samples)
        learning = _by_share(len(every.target), settings.training_share)
        return every.among(slice(learning)), every.among(slice(learning, None))
    if is_made(source):
        return draw(settings.training_samples), draw(settings.test_samples, Part.TEST)
    every = draw(MOST_SAMPLES)
    learning, test = _by_counts(len(every.target), settings)
    return every.among(slice(learning)), every.among(slice(-test, None))


def _by_share(count: int, share: int) -> int:
    """How many of so many points are learned from; one at least learns, and one tests."""
    return min(max(round(count * share / 100), 1), count - 1)


def _by_counts(count: int, settings: Settings) -> tuple[int, int]:
    """How many of so many points learn and test: as asked or, where there are fewer, all of them in that proportion."""
    learning, test = settings.training_samples, settings.test_samples
    if learning + test <= count:
        return learning, test
    learning = min(max(round(count * learning / (learning + test)), 1), count - 1)
    return learning, count - learning
