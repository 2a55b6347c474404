"""What has to be done to set a page up as a whole, as a lesson's step begins, once all that can fail has been tried."""

from dataclasses import dataclass

from glassbox.protocol.messages import Configure, SetBias, SetUp, SetWeight
from glassbox.protocol.refusals import Refusal
from glassbox.run.build import split_data
from glassbox.run.edits import check_unit
from glassbox.run.orders import OpenNetwork
from glassbox.run.shape import changed_settings, sizes
from glassbox.settings import Settings


@dataclass(frozen=True)
class Plan:
    """What to obey, in this order: the network, what of it is set by hand, and what a second lane has otherwise."""

    network: OpenNetwork
    by_hand: tuple[SetWeight | SetBias, ...]
    beside: Configure | None


def plan_of(command: SetUp, most_parameters: int) -> Plan:
    """The plan of a set-up, none of which is refused any more.

    Raises:
        Refusal: a setting is wrong, there is no such weight, or a network would be too large.
    """
    settings = _changed(Settings(), command.settings, most_parameters)
    split_data(settings)  # they may be gone
    shape = sizes(settings)
    for layer, unit, source, _ in command.weights:
        check_unit(shape, layer, unit, first=1)
        if source is not None:
            check_unit(shape, layer - 1, source, first=0)
    if command.beside is not None:
        _changed(settings, command.beside, most_parameters)
    return Plan(
        OpenNetwork(settings, text=""),
        tuple(_by_hand(*each) for each in command.weights),
        _configuring(command.beside) if command.beside is not None else None,
    )


def _changed(settings: Settings, changes: dict[str, object], most_parameters: int) -> Settings:
    try:
        return changed_settings(settings, _configuring(changes), most_parameters)
    except Refusal as refusal:
        raise Refusal(refusal.text, "set_up") from None


def _configuring(changes: dict[str, object]) -> Configure:
    return Configure.model_construct(type="configure", changes=changes, gesture=None)


def _by_hand(layer: int, unit: int, source: int | None, value: float) -> SetWeight | SetBias:
    if source is None:
        return SetBias(type="set_bias", layer=layer, unit=unit, value=value)
    return SetWeight(type="set_weight", layer=layer, unit=unit, source=source, value=value)
