"""Reads a network file from anyone: nothing in it is trusted, and what is wrong is told in one sentence.

Whoever opens the network builds it from its settings as usual, makes sure that its architecture is the copy's, and
only then puts the parameters in: a file's settings and weights are each valid, but may tell of different networks.
"""

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import numpy as np
from pydantic import ValidationError
from pydantic_core import from_json

from glassbox.data import DATA, is_own_name
from glassbox.engine.choices import Normalization
from glassbox.engine.coding import Coding
from glassbox.engine.network import Architecture
from glassbox.exports import words
from glassbox.exports.fit import check_fit, refusal, told_of
from glassbox.exports.layers import LayerCopy, parameters_of, statistics_of
from glassbox.exports.network_copy import Column, Input, NetworkCopy
from glassbox.exports.network_file import (
    FORMAT,
    LARGEST,
    LARGEST_SETTINGS,
    MOST_FIELDS,
    VERSION,
    ColumnPart,
    HiddenPart,
    NetworkFile,
)
from glassbox.protocol.refusals import Refusal, echo, sentence
from glassbox.settings import Settings
from glassbox.words.joined import sentences


def read_network(content: bytes) -> NetworkCopy:
    """The network in a file that `network_json.write_json` made, exactly as it was.

    Raises:
        Refusal: the file is too large, is no network file, is of another version, or is wrong somewhere.
    """
    file = _file(_object(content))
    _check_settings(file)
    check_fit(file)
    architecture = _architecture(file)
    layers = (*(_hidden(number, part) for number, part in enumerate(file.hidden, 1)), _last(file))
    return NetworkCopy(
        architecture=architecture,
        parameters=parameters_of(architecture, layers),
        statistics=statistics_of(architecture, layers),
        columns=tuple(map(_column, file.columns)),
        inputs=tuple(Input(part.name, part.formula, part.columns, part.factor) for part in file.inputs),
        problem=file.problem,
        loss=file.loss,
        class_names=file.classes,
        settings=file.settings,
        seed=file.seed,
        epochs=file.epochs,
        samples=file.samples,
        steps=file.steps,
        target=_column(file.target),
        scheme=file.scheme,
    )


def _object(content: bytes) -> dict[str, Any]:
    """The JSON object in a file, without format and version, which are right."""
    if len(content) > LARGEST:
        raise Refusal(words.TOO_LARGE.format(most=LARGEST / 1e6, size=len(content) / 1e6))
    try:
        plain = from_json(content)
    except ValueError:
        raise Refusal(words.NOT_JSON) from None
    if not isinstance(plain, dict) or len(plain) > MOST_FIELDS or plain.pop("format", None) != FORMAT:
        raise Refusal(words.NOT_A_NETWORK.format(format=FORMAT))
    version = plain.pop("version", None)
    if version != VERSION or isinstance(version, bool):
        raise Refusal(words.OTHER_VERSION.format(expected=VERSION, actual=echo(version)))
    return plain


def _file(plain: dict[str, Any]) -> NetworkFile:
    try:
        return NetworkFile.model_validate(plain)
    except ValidationError as error:
        place = error.errors(include_url=False, include_context=False, include_input=False)[0]["loc"]
        raise _explained(error, partial(told_of, place)) from None


def _explained(error: ValidationError, within: Callable[[str], str]) -> Refusal:
    text = sentence(error, within)
    remedied = error.errors(include_url=False, include_input=False)[0]["type"] in ("missing", "extra_forbidden")
    return Refusal(text if remedied else sentences(text, words.REMEDY))


def _check_settings(file: NetworkFile) -> None:
    """Looked at only if they are short: each of a million wrong hidden layers would be an error to remember."""
    length = len(json.dumps(file.settings))
    if length > LARGEST_SETTINGS:
        raise refusal(words.LARGE_SETTINGS.format(most=LARGEST_SETTINGS, actual=length))
    try:
        Settings.model_validate(_without_own_data(file.settings))
    except ValidationError as error:
        raise _explained(error, lambda fault: words.IN_SETTINGS.format(fault=fault)) from None


def _without_own_data(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Whether one's own data are still here is for whoever opens the network to find out."""
    named = settings.get(DATA)
    is_own = is_own_name(named)
    return {name: value for name, value in settings.items() if not (is_own and name == DATA)}


def _column(part: ColumnPart) -> Column:
    return Column(part.name, part.mean, part.spread, Coding(**dict(part.coding)) if part.coding else None)


def _architecture(file: NetworkFile) -> Architecture:
    return Architecture(
        sizes=(len(file.inputs), *(len(part.biases) for part in file.hidden), len(file.output.biases)),
        activations=tuple(part.activation for part in file.hidden),
        output=file.output.activation,
        normalizations=tuple(part.normalization for part in file.hidden),
    )


def _hidden(number: int, part: HiddenPart) -> LayerCopy:
    return LayerCopy(
        number=number,
        weights=np.array(part.weights, np.float32),
        biases=np.array(part.biases, np.float32),
        activation=part.activation,
        normalization=part.normalization,
        scale=np.array(part.scale, np.float32),
        shift=np.array(part.shift, np.float32),
        mean=np.array(part.mean, np.float32),
        variance=np.array(part.variance, np.float32),
    )


def _last(file: NetworkFile) -> LayerCopy:
    none = np.empty(0, np.float32)
    return LayerCopy(
        number=len(file.hidden) + 1,
        weights=np.array(file.output.weights, np.float32),
        biases=np.array(file.output.biases, np.float32),
        activation=None,
        normalization=Normalization.NONE,
        scale=none,
        shift=none,
        mean=none,
        variance=none,
    )
