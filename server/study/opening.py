"""Makes a network that comes from outside ready to be put into a session: from a file or from what was kept for a link."""

from collections.abc import Mapping
from typing import Any

from server.exports.reading import read_network
from server.protocol.refusals import Refusal
from server.session import words
from server.session.adoption import Adopt, unflattened
from server.session.blueprint import material, recipe
from server.settings import Settings


def from_file(content: bytes) -> Adopt:
    """The network in a file from anyone.

    Raises:
        Refusal: the file is wrong somewhere, or its settings and weights are of different networks.
    """
    copy = read_network(content)
    settings = Settings.model_validate(copy.settings)
    made = recipe(settings, material(settings).points).architecture
    if made != copy.architecture:
        raise Refusal(words.OTHER_NETWORK.format(expected=list(made.sizes), actual=list(copy.architecture.sizes)))
    return Adopt(settings, words.OPENED, copy.parameters, copy.statistics)


def from_link(settings: Mapping[str, Any], weights: bytes) -> Adopt:
    """The network that was kept for a link, maybe by an earlier version.

    Raises:
        Refusal: its data are gone.
    """
    salvaged = _salvaged(settings)
    units = sum(recipe(salvaged, material(salvaged).points).architecture.sizes)
    return Adopt(salvaged, words.OPENED, **unflattened(weights, units))


def from_row(settings: Mapping[str, Any]) -> Adopt:
    """The run of a lab book's row, to be run again from its beginning.

    Raises:
        Refusal: its data are gone.
    """
    return Adopt(_salvaged(settings), words.REOPENED)


def _salvaged(settings: Mapping[str, Any]) -> Settings:
    """In the place of other data than its own, a run would be another one."""
    salvaged, rejected = Settings.salvaged(settings)
    if "dataset" in rejected:
        raise Refusal(words.DATA_GONE)
    return salvaged
