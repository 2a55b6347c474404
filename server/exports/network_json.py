"""Writes a network as JSON that opens here again: everything, to the last bit, laid out for people to read.

`network_file.py` describes the format, and `reading.py` reads it.
"""

import json
from dataclasses import asdict
from typing import Any

from glassbox.engine.choices import Normalization
from glassbox.engine.coding import Coding
from glassbox.exports.layers import LayerCopy, layers_of
from glassbox.exports.literals import numbers, rows
from glassbox.exports.network_copy import Column, Input, NetworkCopy
from glassbox.exports.network_file import FORMAT, VERSION


def write_json(copy: NetworkCopy) -> bytes:
    """The text of the file, in UTF-8. What it is read as writes the same bytes again."""
    *hidden, last = layers_of(copy)
    plain = {
        "format": FORMAT,
        "version": VERSION,
        "scheme": copy.scheme,
        "problem": copy.problem.value,
        "loss": copy.loss.value,
        "classes": list(copy.class_names),
        "seed": copy.seed,
        "epochs": copy.epochs,
        **({} if copy.steps is None else {"samples": copy.samples, "steps": copy.steps}),
        "settings": dict(copy.settings),
        "target": _column(copy.target),
        "columns": [_column(column) for column in copy.columns],
        "inputs": [_input(given) for given in copy.inputs],
        "hidden": [_hidden(layer) for layer in hidden],
        "output": {"activation": copy.output.value, "weights": rows(last.weights), "biases": numbers(last.biases)},
    }
    return (_laid_out(plain, "") + "\n").encode()


def _column(column: Column) -> dict[str, Any]:
    plain: dict[str, Any] = {"name": column.name, "mean": column.mean, "spread": column.spread}
    return plain | {"coding": _coding(column.coding)} if column.coding else plain


def _coding(coding: Coding) -> dict[str, Any]:
    """Without what its kind has no use for."""
    plain = {name: value for name, value in asdict(coding).items() if value}
    return plain | {"kind": coding.kind.value} | ({"values": list(coding.values)} if coding.values else {})


def _input(given: Input) -> dict[str, Any]:
    plain: dict[str, Any] = {"name": given.name, "formula": given.formula.value, "columns": list(given.columns)}
    return plain if given.factor == 1 else plain | {"factor": given.factor}


def _hidden(layer: LayerCopy) -> dict[str, Any]:
    assert layer.activation is not None
    plain: dict[str, Any] = {"activation": layer.activation.value, "normalization": layer.normalization.value}
    plain |= {"weights": rows(layer.weights), "biases": numbers(layer.biases)}
    if layer.normalization is not Normalization.NONE:
        plain |= {"scale": numbers(layer.scale), "shift": numbers(layer.shift)}
    if layer.normalization is Normalization.BATCH:
        plain |= {"mean": numbers(layer.mean), "variance": numbers(layer.variance)}
    return plain


def _laid_out(value: Any, indent: str) -> str:
    """JSON with every innermost list or object on a line of its own."""
    inner = indent + "  "
    if isinstance(value, dict) and _nested(value.values()):
        lines = [f"{inner}{_text(name)}: {_laid_out(part, inner)}" for name, part in value.items()]
        return "{\n" + ",\n".join(lines) + f"\n{indent}}}"
    if isinstance(value, list) and _nested(value):
        return "[\n" + ",\n".join(inner + _laid_out(part, inner) for part in value) + f"\n{indent}]"
    return _text(value)


def _nested(parts: Any) -> bool:
    return any(isinstance(part, dict | list) for part in parts)


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
