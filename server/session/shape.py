"""How large the network of some settings is, and whether this server allows it. Free of kernels: known at once."""

from server.engine.choices import Normalization
from server.engine.datasets import problem_of
from server.engine.layout import Layout
from server.engine.network import outputs
from server.protocol.refusals import Refusal
from server.session import words
from server.settings import Settings

LEAST_LIMIT = 100  # parameters every server allows, so that there is always a network to fall back to


def sizes(settings: Settings) -> tuple[int, ...]:
    """Units per layer, from the input features to the output."""
    hidden = (layer.units for layer in settings.hidden)
    return (len(settings.features), *hidden, outputs(*problem_of(settings.dataset)))


def normalizations(settings: Settings) -> tuple[Normalization, ...]:
    """Each hidden layer's own normalization, or the network's where it has none."""
    return tuple(layer.normalization or settings.normalization for layer in settings.hidden)


def check_size(settings: Settings, most_parameters: int) -> None:
    """Make sure that this server allows the network of these settings.

    Raises:
        Refusal: it has too many parameters.
    """
    normalized = (at for at, kind in enumerate(normalizations(settings), start=1) if kind is not Normalization.NONE)
    count, most = Layout(sizes(settings), frozenset(normalized)).size, max(most_parameters, LEAST_LIMIT)
    if count > most:
        raise Refusal(words.TOO_MANY_PARAMETERS.format(count=count, most=most))
