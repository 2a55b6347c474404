"""What an experiment shows, in computed sentences: each holds for the trainings done so far, whatever they are.

A point without a training says nothing yet; a point whose trainings all diverged counts as infinitely bad.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import inf, isfinite

from glassbox.experiments import finding_words as words
from glassbox.experiments.verdicts import PEAK_FACTOR, has_no_effect, is_u, lowest, peak
from glassbox.words.joined import listed
from glassbox.words.sentence import Sentence

FITTED_SHARE = 0.01  # of the highest training loss: below, the points count as fitted
MOST_LINES = 6  # that are spoken of one by one


@dataclass(frozen=True)
class FoundAxis:
    """An axis as sentences need it; `texts` are its values as they are written."""

    name: str
    label: str
    is_ordered: bool
    texts: tuple[str, ...]

    def place(self, at: int, *, begins: bool = False) -> str:
        """What a value is called in a sentence, or at its beginning."""
        return words.place(self.name, self.label, self.texts[at], begins=begins)


@dataclass(frozen=True)
class FoundPoint:
    """A point of the report.

    Attributes:
        at: its value on each axis, by position.
        done: trainings that ended, diverged ones included.
        median: of each measure, in which trainings that diverged count as infinite; None where it is.
        high: the 90 % quantile, likewise.
    """

    at: tuple[int, ...]
    done: int
    diverged: int
    median: dict[str, float | None]
    high: dict[str, float | None]

    def height(self, measure: str) -> float:
        """The median; infinite where most diverged."""
        value = self.median.get(measure)
        return inf if value is None else value


@dataclass(frozen=True)
class FoundMeasure:
    """A measure: its name, and its label within a sentence."""

    name: str
    label: str


def sentences(
    axes: Sequence[FoundAxis],
    points: Sequence[FoundPoint],
    measure: FoundMeasure,
    train: FoundMeasure | None = None,
) -> list[str]:
    """What is to be seen of `measure`; with `train`, the same measure of the training points, also when these are
    fitted.
    """
    ended = sorted((point for point in points if point.done), key=lambda point: (point.at[1:], point.at))
    if not ended:
        return []
    if not any(isfinite(point.height(measure.name)) for point in ended):
        is_all = all(point.diverged == point.done for point in ended)
        return [words.ALL_DIVERGED] if is_all else _divergence(ended)
    told = list(_of_all(axes, ended, measure, train))
    return told + _divergence(ended)


def _of_all(
    axes: Sequence[FoundAxis], ended: list[FoundPoint], measure: FoundMeasure, train: FoundMeasure | None
) -> Iterator[str]:
    if not axes:
        return
    if all(len(axis.texts) == 1 for axis in axes[1:]):  # there is one curve
        yield from _Line(axes[0], ended, measure).told(train)
        return
    lines = [list(line) for _, line in groupby(ended, key=lambda point: point.at[1:])]
    if len(axes) == 2 and len(lines) <= MOST_LINES:
        for line in lines:
            other = axes[1].place(line[0].at[1], begins=True)
            if first := next(_Line(axes[0], line, measure).told(None), ""):
                yield words.WITH.format(other=other, sentence=first)
    yield from _cells(axes, ended, measure)


def _cells(axes: Sequence[FoundAxis], ended: list[FoundPoint], measure: FoundMeasure) -> Iterator[str]:
    """The lowest and the highest of a table."""
    cells = [point for point in ended if isfinite(point.height(measure.name))]
    heights = [point.height(measure.name) for point in cells]
    if len(cells) < 2 or max(heights) == min(heights):
        return
    for one, many, extreme in (
        (words.BEST_CELL, words.BEST_CELLS, min(heights)),
        (words.WORST_CELL, words.WORST_CELLS, max(heights)),
    ):
        at, equals = cells[heights.index(extreme)].at, heights.count(extreme)
        places = listed(axis.place(each) for axis, each in zip(axes, at, strict=True))
        yield (one if equals == 1 else many).format(
            count=len(cells), equals=equals, measure=measure.label, places=places, value=words.number(extreme)
        )


def _divergence(ended: list[FoundPoint]) -> list[str]:
    done, diverged = sum(point.done for point in ended), sum(point.diverged for point in ended)
    if not diverged:
        return []
    return [(words.ONE_DIVERGED if diverged == 1 else words.SOME_DIVERGED).format(diverged=diverged, done=done)]


class _Line:
    """One curve: the points that ended, along the first axis."""

    def __init__(self, axis: FoundAxis, ended: Sequence[FoundPoint], measure: FoundMeasure) -> None:
        self._axis, self._points, self._measure = axis, sorted(ended, key=lambda point: point.at[0]), measure
        self._heights = [point.height(measure.name) for point in self._points]

    def told(self, train: FoundMeasure | None) -> Iterator[str]:
        finite = [height for height in self._heights if isfinite(height)]
        if not finite:
            return
        if len(self._points) == 1:
            yield self._say(words.ONE_POINT, place=self._place(0), value=words.number(finite[0]))
            return
        if len(finite) == len(self._heights) and has_no_effect(self._heights):
            low, high = words.number(min(finite)), words.number(max(finite))
            yield self._say(words.LEVEL, value=low) if low == high else self._say(words.FLAT, low=low, high=high)
            return
        yield self._lowest()
        yield from self._shape()
        yield from self._fitted(train) if train else ()
        yield from self._all_diverged()

    def _say(self, template: Sentence, **parts: object) -> str:
        return template.format(measure=self._measure.label, **parts)

    def _place(self, at: int) -> str:
        return self._axis.place(self._points[at].at[0])

    def _lowest(self) -> str:
        where = lowest(self._heights)
        template = {1: words.LOWEST, 2: words.LOWEST_OF_TWO}.get(len(where), words.LOWEST_OF_MANY)
        return self._say(
            template,
            place=self._place(where[0]),
            other=self._place(where[-1]),
            count=len(where),
            all=len(self._heights),
            value=words.number(self._heights[where[0]]),
        )

    def _shape(self) -> Iterator[str]:
        top = peak(self._heights, PEAK_FACTOR)
        if self._axis.is_ordered and top is not None and self._heights[-1] < self._heights[top] < inf:
            yield from self._peak(top)
        elif self._axis.is_ordered and self._is_lowest_inside():
            yield from self._ends()
        else:
            yield from self._highest()

    def _is_lowest_inside(self) -> bool:
        where = lowest(self._heights)
        return where[0] > 0 and where[-1] < len(self._heights) - 1

    def _peak(self, top: int) -> Iterator[str]:
        left, right = lowest(self._heights[:top])[0], top + 1 + lowest(self._heights[top + 1 :])[0]
        before, beyond = self._heights[left], self._heights[right]
        yield self._say(
            words.PEAK,
            value=words.number(self._heights[top]),
            place=self._place(top),
            left=words.number(before),
            before=self._place(left),
            right=words.number(beyond),
            after=self._place(right),
        )
        if before != beyond:
            yield words.SECOND_IS_DEEPER if beyond < before else words.FIRST_IS_DEEPER

    def _ends(self) -> Iterator[str]:
        first, last = self._heights[0], self._heights[-1]
        if isfinite(first) and isfinite(last):
            yield self._say(
                words.U if is_u(self._heights) else words.NO_U,
                first=self._place(0),
                last=self._place(-1),
                left=self._times(first),
                right=self._times(last),
            )

    def _highest(self) -> Iterator[str]:
        highest = max(self._heights)
        if isfinite(highest) and self._heights.count(highest) == 1:
            yield self._say(words.HIGHEST, place=self._place(self._heights.index(highest)), ratio=self._times(highest))

    def _times(self, height: float) -> str:
        """How many times the lowest; the value itself where that is 0, or next to it."""
        least = min(self._heights)
        if least > 0 and isfinite(height / least):
            return words.TIMES.format(ratio=words.ratio(height / least))
        return words.number(height)

    def _fitted(self, train: FoundMeasure) -> Iterator[str]:
        """From where on the training points are fitted, if that is so to the end and was not from the beginning."""
        heights = [point.height(train.name) for point in self._points]
        highest = max((height for height in heights if isfinite(height)), default=0.0)
        for bound, many, once in (
            (0.0, words.FITTED, words.FITTED_ONCE),
            (FITTED_SHARE * highest, words.NEARLY_FITTED, words.NEARLY_FITTED_ONCE),
        ):
            at = _suffix([height <= bound for height in heights])
            is_about_classes = train.name.endswith("_error")
            if self._axis.is_ordered and 0 < at < len(heights) and (bound > 0 or is_about_classes):
                template = once if at == len(heights) - 1 else many
                yield template.format(place=self._place(at), measure=train.label)
                return

    def _all_diverged(self) -> Iterator[str]:
        gone = [point.diverged == point.done for point in self._points]
        at = _suffix(gone)
        if self._axis.is_ordered and at < len(gone):
            template = words.DIVERGED_FROM if at < len(gone) - 1 else words.DIVERGED_AT
            yield template.format(place=self._place(at))


def _suffix(flags: list[bool]) -> int:
    """Where the true ones that reach to the end begin; the length if the last is not."""
    at = len(flags)
    while at and flags[at - 1]:
        at -= 1
    return at


def caveats(
    points: Sequence[FoundPoint], measure: FoundMeasure, seeds: int, total: int, is_ordered: bool = True
) -> list[str]:
    """What the sentences do not say: not all is done, each point is one training, the valley is broad."""
    ended = [point for point in points if point.done]
    done = sum(point.done for point in ended)
    told: list[str] = [words.NOT_ALL_DONE.format(done=done, total=total)] if 0 < done < total else []
    if ended and seeds == 1:
        return [*told, words.ONE_SEED]
    best = min(ended, key=lambda point: point.height(measure.name), default=None)
    high = best.high.get(measure.name) if best else None
    within = sum(point.height(measure.name) <= high for point in ended) if high is not None else 0
    return [*told, words.BROAD.format(count=within)] if is_ordered and within > 2 else told
