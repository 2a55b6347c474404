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


def check_size(settings: Settings, most_parameters: int) -> None:
    """Make sure that this server allows the network of these settings.

    Raises:
        Refusal: it has too many parameters.
    """
    normalized = range(1, len(settings.hidden) + 1) if settings.normalization is not Normalization.NONE else ()
    count, most = Layout(sizes(settings), frozenset(normalized)).size, max(most_parameters, LEAST_LIMIT)
    if count > most:
        raise Refusal(words.TOO_MANY_PARAMETERS.format(count=count, most=most))
