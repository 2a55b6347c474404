"""How a network and its loss bend: the largest curvature with the edge it sets, and the network's straight pieces."""

from dataclasses import dataclass

import numpy as np

from glassbox.engine.choices import Normalization
from glassbox.engine.curvature import has_curvature, largest_curvature
from glassbox.engine.dataset import EDGE
from glassbox.engine.linear_pieces import is_made_of_pieces, pieces_along
from glassbox.engine.linear_regions import most_regions, regions_at
from glassbox.engine.stability import critical_rates
from glassbox.engine.surface import grid
from glassbox.run.build import given
from glassbox.run.restore import trainer_at
from glassbox.run.shape import features
from glassbox.run.snapshot import Snapshot
from glassbox.study import bends_words as words
from glassbox.study.answers.of_diagnostics import BendsAnswer, Pieces, Steepness
from glassbox.study.in_bounds import check_overflow, check_weights
from glassbox.study.numbers import finite
from glassbox.study.still_wanted import check_wanted

MOST_PRODUCTS = 50_000_000  # samples × parameters in one Hessian–vector product: some tenths of a second
FEWEST_SAMPLES = 64
SIDE = 400  # points a side of the plane


@dataclass(frozen=True)
class _Plane:
    """The part of the inputs that is looked at: a line along x₁, or the plane of the first two inputs."""

    dimensions: int
    is_straight: bool  # whether what the network is given of it is straight in it, too


def bends(snapshot: Snapshot) -> BendsAnswer:
    """At the weights as they are.

    Raises:
        Refusal: the weights are no longer finite, or what is computed from them is not.
    """
    check_weights(snapshot)
    training, samples = len(snapshot.data_split.data.t_train), _samples(snapshot)
    steepness = _steepness(snapshot, samples) if has_curvature(snapshot.recipe) else None
    pieces = _pieces(snapshot) if is_made_of_pieces(snapshot.recipe.architecture) else None
    return BendsAnswer(
        run=snapshot.run,
        step=snapshot.step,
        epochs=snapshot.moment.epochs,
        samples=samples,
        training=training,
        steepness=steepness,
        no_steepness=None if steepness else _why_no_steepness(snapshot),
        pieces=pieces,
        no_pieces=None if pieces else _why_no_pieces(snapshot),
    )


def _samples(snapshot: Snapshot) -> int:
    """How many training samples the curvature is taken over: the first ones, which are a fair part of all."""
    affordable = MOST_PRODUCTS // snapshot.state.parameters.size
    return min(len(snapshot.data_split.data.t_train), max(affordable, FEWEST_SAMPLES))


def _steepness(snapshot: Snapshot, samples: int) -> Steepness:
    recipe, data = snapshot.recipe, snapshot.data_split.data
    x, t = data.x_train[:, :samples], data.t_train[:samples]
    found = largest_curvature(recipe, snapshot.state.parameters, x, t, check_wanted)
    check_overflow(found.value)
    edges = critical_rates(found.value, recipe.momentum) if found.value > 0 else {}
    return Steepness(
        value=found.value,
        is_exact=found.is_exact,
        edge=finite(edges.get(recipe.optimizer)),
        rate=trainer_at(snapshot.moment).learning_rate,
        optimizer=recipe.optimizer.label,
        is_adaptive=recipe.optimizer.adaptive,
    )


def _why_no_steepness(snapshot: Snapshot) -> str:
    kinds = snapshot.recipe.architecture.normalizations
    return words.STEPS if all(kind is Normalization.NONE for kind in kinds) else words.NORMALIZED


def _plane(snapshot: Snapshot) -> _Plane:
    inputs, used = snapshot.data_split.points.inputs, features(snapshot.settings)
    return _Plane(min(inputs, 2), all(feature.value in ("x1", "x2") for feature in used))


def _pieces(snapshot: Snapshot) -> Pieces:
    plane, architecture, state = _plane(snapshot), snapshot.recipe.architecture, snapshot.state
    if plane.dimensions == 1:
        return _on_the_line(snapshot)
    places = grid(SIDE)
    if (more := snapshot.data_split.points.inputs - 2) > 0:
        places = np.hstack([places, np.zeros((len(places), more), np.float32)])
    met = regions_at(architecture, state.parameters, given(snapshot.settings, places), state.statistics)
    return Pieces(2, int(met.max()) + 1, float(most_regions(architecture, 2)) if plane.is_straight else None)


def _on_the_line(snapshot: Snapshot) -> Pieces:
    """Exactly where the network is given x₁ itself; else as many as a fine grid meets."""
    architecture, state = snapshot.recipe.architecture, snapshot.state
    if _plane(snapshot).is_straight:
        start, end = given(snapshot.settings, np.array([[-EDGE, 0], [EDGE, 0]], np.float32)).T
        found = pieces_along(architecture, state.parameters, start, end, state.statistics)
        return Pieces(1, found.count, float(most_regions(architecture, 1)))
    places = np.zeros((SIDE**2, 2), np.float32)
    places[:, 0] = np.linspace(-EDGE, EDGE, SIDE**2)
    met = regions_at(architecture, state.parameters, given(snapshot.settings, places), state.statistics)
    return Pieces(1, int(np.count_nonzero(np.diff(met))) + 1, None)


def _why_no_pieces(snapshot: Snapshot) -> str:
    return words.LAYER_NORM if Normalization.LAYER in snapshot.recipe.architecture.normalizations else words.CURVED
