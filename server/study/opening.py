"""Makes a network that comes from outside ready to be put into a session:
from a file or from what was kept for a link.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from glassbox.data import DATA, Source, describe, is_own_name
from glassbox.engine.data_choices import Dataset
from glassbox.engine.scheme import SCHEME
from glassbox.exports.network_copy import NetworkCopy, number_of_classes
from glassbox.protocol.refusals import Refusal
from glassbox.run import words
from glassbox.run.build import recipe, split_data
from glassbox.run.checkpoint import PackedCheckpoint
from glassbox.run.orders import SHARED, Age, LineUp, OpenNetwork, Resume, unflattened
from glassbox.settings import Settings, difference
from glassbox.words.joined import listed, sentences

ToldAge = tuple[int | None, int | None, int | None]


def from_file(copy: NetworkCopy, given: Mapping[str, Any], on_show: Source) -> OpenNetwork:
    """The network in a file from anyone, which `read_network` has read.

    Args:
        given: its settings, with its own data in the place of their name if they are still here.
        on_show: what takes the place of own data that are gone, if it fits; otherwise a data set that does.

    Raises:
        Refusal: its settings and weights are of different networks, or its data are gone and no others fit.
    """
    if is_own_name(given.get(DATA)):
        return _on_other_data(copy, given, on_show)
    return _opened(copy, Settings.model_validate(given))


def _on_other_data(copy: NetworkCopy, given: Mapping[str, Any], on_show: Source) -> OpenNetwork:
    fitting = next((source for source in (on_show, *Dataset) if _fits(copy, source)), None)
    if fitting is None:
        raise Refusal(words.NOTHING_FITS.format(inputs=words.INPUTS.of(len(copy.columns)), outputs=_answers(copy)))
    named = words.DATA_ON_SHOW if fitting is on_show else words.NAMED_DATA.format(data=fitting.label)
    order = _opened(
        copy, Settings.model_validate({**given, DATA: fitting.value if isinstance(fitting, Dataset) else fitting})
    )
    return replace(order, note=sentences(words.OPENED_ON_OTHER_DATA.format(data=named), order.note))


def _fits(copy: NetworkCopy, source: Source) -> bool:
    about = describe(source)
    asked = (copy.problem, number_of_classes(copy.problem, copy.architecture.sizes[-1]), len(copy.columns))
    return (about.problem, about.classes, len(about.inputs)) == asked


def _answers(copy: NetworkCopy) -> str:
    classes = number_of_classes(copy.problem, copy.architecture.sizes[-1])
    return words.CLASSES.of(classes) if classes else words.A_NUMBER


def _opened(copy: NetworkCopy, settings: Settings) -> OpenNetwork:
    made = recipe(settings, split_data(settings).points).architecture
    if made != copy.architecture:
        raise Refusal(words.OTHER_NETWORK.format(expected=list(made.sizes), actual=list(copy.architecture.sizes)))
    order = OpenNetwork(settings, words.OPENED, copy.parameters, copy.statistics)
    return _with_age(order, (copy.epochs, copy.samples, copy.steps), copy.scheme)


def from_link(settings: Mapping[str, Any], weights: bytes, age: ToldAge, scheme: int = SCHEME) -> OpenNetwork:
    """The network that was kept for a link, maybe by an earlier version, of which `scheme` tells.

    Args:
        age: as in `orders.Age`; with None where it was not kept.

    Raises:
        Refusal: its data are gone.
    """
    salvaged = _salvaged(settings)
    units = sum(recipe(salvaged, split_data(salvaged).points).architecture.sizes)
    return _with_age(OpenNetwork(salvaged, words.OPENED, **unflattened(weights, units)), age, scheme)


def _with_age(order: OpenNetwork, told: ToldAge, scheme: int) -> OpenNetwork:
    """It goes on from its age; where that is not known, it says so."""
    known = [each for each in told if each is not None and each >= 0]
    if len(known) == len(told):
        return replace(order, age=Age(*known), note=_noted("", scheme))
    return replace(order, note=_noted(words.AGE_NOT_KNOWN, scheme))


def from_row(settings: Mapping[str, Any], scheme: int = SCHEME) -> OpenNetwork:
    """The run of a lab book's row, which began by this `scheme`, to be run again from its beginning.

    Raises:
        Refusal: its data are gone.
    """
    return OpenNetwork(_salvaged(settings), words.REOPENED, note=_noted("", scheme))


def where_it_was(settings: Mapping[str, Any], packed: PackedCheckpoint, key: str = "") -> Resume:
    """The run of a lab book's row, which has this `key`, to be resumed where the row has it.

    Raises:
        Refusal: its data are gone, or this version of Glassbox makes another network of its settings.
    """
    snapshot = packed.snapshot(_salvaged(settings))
    moment = snapshot.moment
    note = _taken_up(moment.epochs, moment.step)
    is_on_same_data = packed.is_of_data(moment.data_split.data)
    noted = _noted(note if is_on_same_data else sentences(note, words.OTHER_NUMBERS), packed.scheme)
    return Resume(snapshot, noted, key)


def lined_up(runs: Sequence[Resume]) -> LineUp:
    """Several runs, to be compared in lanes.

    Raises:
        Refusal: they differ in what all lanes have in common.
    """
    first, *others = (run.snapshot.moment.settings for run in runs)
    differing = {name for each in others for name in difference(first, each)} & SHARED
    if differing:
        names = listed(words.label(name) for name in Settings.model_fields if name in differing)
        raise Refusal(words.OTHER_LANES.format(names=names))
    return LineUp(tuple(runs), words.LINED_UP.format(count=len(runs)))


def _noted(note: str, scheme: int) -> str:
    """The note, and that the rules have changed since, if they have."""
    return note if scheme == SCHEME else sentences(note, words.OF_OLD_SCHEME)


def _taken_up(epochs: float, step: int) -> str:
    number = f"{epochs:,.2f}".rstrip("0").rstrip(".")
    return words.TAKEN_UP.of(1 if number == "1" else 2, epochs=number, step=step)


def _salvaged(settings: Mapping[str, Any]) -> Settings:
    """In the place of other data than its own, a run would be another one."""
    salvaged, rejected = Settings.salvaged(settings)
    if "dataset" in rejected:
        raise Refusal(words.DATA_GONE)
    return salvaged
