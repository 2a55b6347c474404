"""How large the network of some settings is, and whether this server allows it. Free of kernels: known at once."""

from pydantic import ValidationError

from glassbox.data import describe
from glassbox.engine.choices import Normalization
from glassbox.engine.data_choices import Feature
from glassbox.engine.layout import Layout
from glassbox.engine.network import outputs
from glassbox.protocol.messages import Configure
from glassbox.protocol.refusals import Refusal, sentence
from glassbox.run import words
from glassbox.settings import Settings

LEAST_LIMIT = 100  # parameters every server allows, so that there is always a network to fall back to


ALONG_X1 = {Feature.X1, Feature.X1_SQUARED, Feature.SIN_X1}  # all there is to know of a point on a line


def features(settings: Settings) -> tuple[Feature, ...]:
    """What the network is given of each point; (): every input as it is, of data with more than two.

    Data with one input have no x₂: what is chosen of x₁ remains, and x₁ itself if that is nothing.
    """
    inputs = len(describe(settings.dataset).inputs)
    if inputs > 2:
        return ()
    if inputs == 2:
        return settings.features
    return tuple(feature for feature in settings.features if feature in ALONG_X1) or (Feature.X1,)


def input_names(settings: Settings) -> tuple[str, ...]:
    """A name for each input unit, by which it is known again when settings change."""
    return tuple(features(settings)) or tuple(quantity.name for quantity in describe(settings.dataset).inputs)


def sizes(settings: Settings) -> tuple[int, ...]:
    """Units per layer, from the inputs to the output."""
    about = describe(settings.dataset)
    hidden = (layer.units for layer in settings.hidden)
    return (len(input_names(settings)), *hidden, outputs(about.problem, about.classes))


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


def changed_settings(settings: Settings, command: Configure, most_parameters: int) -> Settings:
    """The settings after a `configure`.

    Raises:
        Refusal: a setting is wrong, or the network would be too large.
    """
    try:
        changed = settings.changed(command.changes)
    except ValidationError as error:
        raise Refusal(sentence(error), command.type) from None
    check_size(changed, most_parameters)
    return changed
