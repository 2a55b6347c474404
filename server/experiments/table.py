"""An experiment as tables to take home: a row a training (and moment of it), or a row a point."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from glassbox.experiments.plan import Place, Plan
from glassbox.experiments.tally import Tally
from glassbox.experiments.trials import TrialResult

FORMULA = ("=", "+", "-", "@")  # a spreadsheet runs a text that begins so


def trial_rows(plan: Plan, tally: Tally) -> list[dict[str, Any]]:
    """Of every training that has ended, in the order of their numbers; with an axis of epochs, of each moment."""
    return [row for number in sorted(tally.results) for row in _rows_of(plan, tally.results[number])]


def point_rows(plan: Plan, tally: Tally) -> list[dict[str, Any]]:
    """Of every point at which a training has ended: median and quantiles over the seeds."""
    return [row for place in plan.points if (row := _row_of_point(plan, tally, place))]


def as_csv(rows: list[dict[str, Any]]) -> bytes:
    """With a line of headings; UTF-8 with a mark, as Excel wants it."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]) if rows else [])
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _rows_of(plan: Plan, result: TrialResult) -> Iterator[dict[str, Any]]:
    trial = plan.trial(result.number)
    for place in plan.points_of(result.number):
        moment = plan.moment_of(place)
        yield {
            "trial": result.number,
            **_axes(plan, place),
            "seed": trial.seed,
            "state": result.state,
            "parameters": result.parameters,
            "epochs_trained": result.epochs,
            **{name: result.told[name][moment] for name in trial.measures},
            "digest": result.digest,
            "machine": result.machine,
        }


def _row_of_point(plan: Plan, tally: Tally, place: Place) -> dict[str, Any]:
    point = tally.point(place)
    if not point.done:
        return {}
    parts = {"median": point.median, "low": point.low, "high": point.high}
    told = {f"{name}_{part}": values[name] for name in plan.experiment.measures for part, values in parts.items()}
    counts = {"parameters": point.parameters, "trainings": point.done, "diverged": point.diverged}
    return {**_axes(plan, place), **counts, **told}


def _axes(plan: Plan, place: Place) -> dict[str, Any]:
    """By names that are not those of other columns: the parameters of an axis are the most that it allows."""
    return {
        f"axis_{kind.name}": plan.values[axis][at]
        for axis, (kind, at) in enumerate(zip(plan.kinds, place, strict=True))
    }


def _cell(value: object) -> object:
    if value is None:
        return ""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
