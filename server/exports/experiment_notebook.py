"""Writes an experiment as a notebook (.ipynb) and as a program (.py) that repeat it: the same cells, written twice.

They need NumPy and Glassbox, and draw where matplotlib is installed. What comes from people enters them only as Python
literals and as lines of text.
"""

import json
from dataclasses import dataclass
from pprint import pformat
from typing import Any

from glassbox.exports import words
from glassbox.exports.formats import Download
from glassbox.exports.program_text import docstring, wrapped
from glassbox.words.current import word

LINE = 100  # columns of a literal, before it is indented
NOT_MARKDOWN = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>()#!|$&~"})


@dataclass(frozen=True)
class Described:
    """An axis or a measure by its column in the table of rows.

    Attributes:
        name: of the column.
        label: for people.
        is_log: whether a logarithmic axis suits it.
    """

    name: str
    label: str
    is_log: bool


@dataclass(frozen=True)
class ExperimentCopy:
    """What to take home of an experiment.

    Attributes:
        title: of one line.
        definition: what `glassbox.experiments.Experiment` is made of, as JSON has it.
        axes: none, one or two; the first is drawn from left to right.
        measures: what was measured.
        shown: the names of those that are drawn.
        trainings: how many there are.
        version: of the Glassbox that wrote this.
        sentences: what was seen.
    """

    title: str
    definition: dict[str, Any]
    axes: tuple[Described, ...]
    measures: tuple[Described, ...]
    shown: tuple[str, ...]
    trainings: int
    version: str
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Cell:
    kind: str  # "markdown" or "code"
    text: str


def write_program(copy: ExperimentCopy) -> Download:
    """A program for the command line, with the marks `# %%` at which editors cut it into cells."""
    text = "\n\n".join(map(_as_program, _cells(copy))) + "\n"
    return Download("experiment.py", "text/x-python; charset=utf-8", text.encode())


def write_notebook(copy: ExperimentCopy) -> Download:
    """A notebook of nbformat 4.5."""
    cells = [_as_json(f"cell-{at}", cell) for at, cell in enumerate(_cells(copy), 1)]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": kernel}, "cells": cells}
    content = json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"
    return Download("experiment.ipynb", "application/x-ipynb+json", content.encode())


def _as_program(cell: _Cell) -> str:
    if cell.kind == "code":
        return f"# %%\n{cell.text}"
    lines = (f"# {line}".rstrip() for line in cell.text.splitlines())
    return "\n".join(["# %% [markdown]", *lines])


def _as_json(name: str, cell: _Cell) -> dict[str, Any]:
    told = {"id": name, "cell_type": cell.kind, "metadata": {}, "source": cell.text.splitlines(keepends=True)}
    return told | ({"execution_count": None, "outputs": []} if cell.kind == "code" else {})


def _cells(copy: ExperimentCopy) -> list[_Cell]:
    filled = {
        "title": _line(word(copy.title or words.EXPERIMENT)).translate(NOT_MARKDOWN),
        "seen": "".join(f"\n- {_line(word(sentence)).translate(NOT_MARKDOWN)}" for sentence in copy.sentences),
        "about": _paragraph(
            words.NOTEBOOK_ABOUT.format(
                version=copy.version, trainings=copy.trainings, install="`pip install glassbox`"
            )
        ),
        "asked": _paragraph(words.NOTEBOOK_EXPERIMENT),
        "sweep": _paragraph(words.NOTEBOOK_SWEEP),
        "table": _paragraph(words.NOTEBOOK_TABLE),
        "points": _paragraph(words.NOTEBOOK_POINTS),
        "picture": _paragraph(words.NOTEBOOK_PICTURE),
        "print_table": docstring(words.PRINT_TABLE),
        "written": docstring(words.WRITTEN),
        "quantile": docstring(words.QUANTILE),
        "point_of": docstring(words.POINT_OF),
        "draw": docstring(words.DRAW),
        "for_a_picture": json.dumps(
            word(words.FOR_A_PICTURE.format(install="pip install matplotlib")), ensure_ascii=False
        ),
        "experiment": _experiment(copy.definition),
        "axes": _literal({axis.name: word(axis.label) for axis in copy.axes}),
        "measures": _literal({measure.name: word(measure.label) for measure in copy.measures}),
        "shown": _literal([name for name in copy.shown if name in {each.name for each in copy.measures}]),
        "log": _literal([each.name for each in (*copy.axes, *copy.measures) if each.is_log]),
    }
    return [_Cell(kind, text.format(**filled)) for kind, text in _TEXTS]


def _experiment(definition: dict[str, Any]) -> str:
    """As Python makes it, an argument a line."""
    axes = [_call("AxisValues", {name: _literal(value) for name, value in axis.items() if value is not None})
            for axis in definition["axes"]]  # fmt: skip
    told = {name: _literal(value) for name, value in definition.items()}
    return _call("Experiment", told | {"axes": f"[{', '.join(axes)}]"})


def _call(name: str, arguments: dict[str, str]) -> str:
    lines = (f"    {argument}={text},".replace("\n", "\n    ") for argument, text in arguments.items())
    return "\n".join([f"{name}(", *lines, ")"])


def _literal(value: Any) -> str:
    return pformat(value, width=LINE, compact=True, sort_dicts=False)


def _paragraph(text: str) -> str:
    """In lines that a program can have as comments."""
    return wrapped(word(text), LINE)


def _line(text: str) -> str:
    """Text from anywhere on one line, of signs that can be seen."""
    return "".join(sign for sign in " ".join(text.split()) if sign.isprintable())


_IMPORTS = """\
import math

import numpy as np

from glassbox.experiments import AxisValues, Experiment, sweep"""

_EXPERIMENT = "experiment = {experiment}"

_SWEEP = """\
rows = sweep(experiment)"""

_TABLE = '''\
def print_table(rows):
    """{print_table}"""
    names = list(rows[0])
    texts = [names, *([written(row[name]) for name in names] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*texts)]
    for line in texts:
        print("  ".join(text.rjust(width) for text, width in zip(line, widths)))


def written(value):
    """{written}"""
    return "–" if value is None else f"{{value:.5g}}" if isinstance(value, float) else str(value)


HIDDEN = ("machine", "digest")
print_table([{{name: value for name, value in row.items() if name not in HIDDEN}} for row in rows])'''

_POINTS = '''\
AXES = {axes}
MEASURES = {measures}


def quantile(values, share):
    """{quantile}"""
    ordered = np.sort([math.inf if value is None else value for value in values])
    found = float(ordered[max(math.ceil(share * len(ordered) - 1e-9), 1) - 1])
    return found if math.isfinite(found) else None


def point_of(rows):
    """{point_of}"""
    point = {{name: rows[0][name] for name in AXES}}
    point |= {{"parameters": rows[0]["parameters"], "trainings": len(rows)}}
    for name in MEASURES:
        values = [row[name] for row in rows]
        for part, share in (("median", 0.5), ("low", 0.1), ("high", 0.9)):
            point[f"{{name}}_{{part}}"] = quantile(values, share)
    return point


by_place = {{}}
for row in rows:
    by_place.setdefault(tuple(row[name] for name in AXES), []).append(row)
points = [point_of(found) for found in by_place.values()]
print_table(points)'''

_DRAW = '''\
SHOWN = {shown}
LOGARITHMIC = {log}


def draw(plt):
    """{draw}"""
    across, further = list(AXES)[0], list(AXES)[1:]
    for name in SHOWN:
        for other in dict.fromkeys(tuple(point[each] for each in further) for point in points):
            here = [point for point in points if tuple(point[each] for each in further) == other]
            x = [point[across] for point in here]
            low, middle, high = (
                [np.nan if (value := point[f"{{name}}_{{part}}"]) is None else value for point in here]
                for part in ("low", "median", "high")
            )
            line = plt.plot(x, middle, marker="o", label=" ".join([MEASURES[name], *map(written, other)]))[0]
            plt.fill_between(x, low, high, alpha=0.2, color=line.get_color())
    plt.xlabel(AXES[across])
    if across in LOGARITHMIC:
        plt.xscale("log")
    if SHOWN and all(name in LOGARITHMIC for name in SHOWN):
        plt.yscale("log")
    plt.legend()
    plt.show()


try:
    import matplotlib.pyplot as plt
except ImportError:
    print({for_a_picture})
else:
    if AXES:
        draw(plt)'''

_TEXTS = (
    ("markdown", "# {title}\n\n{about}\n{seen}"),
    ("code", _IMPORTS),
    ("markdown", "{asked}"),
    ("code", _EXPERIMENT),
    ("markdown", "{sweep}"),
    ("code", _SWEEP),
    ("markdown", "{table}"),
    ("code", _TABLE),
    ("markdown", "{points}"),
    ("code", _POINTS),
    ("markdown", "{picture}"),
    ("code", _DRAW),
)
