"""Reads a step's set-up: settings by their names in the page's address, what the page shows, data, weights, lanes."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BeforeValidator, Field, ValidationError

from glassbox.data import describe
from glassbox.engine.choices import Problem
from glassbox.lessons import words
from glassbox.lessons.lesson import MOST_WEIGHTS, SetUp, Table, check_experiment
from glassbox.protocol.refusals import echo, echo_text, faults
from glassbox.run.shape import features
from glassbox.settings import Settings
from glassbox.settings.address import value_of

FLAGS = ("full", "present", "test", "wrong", "discretize", "plane", "contours", "log")
TEXTS = ("tab", "case", "descent", "surface", "race", "pin")
LISTS = ("hide", "lock")
BIAS = "bias"
MOST_WEIGHT = 1000  # as `protocol.messages.Value`

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Model = TypeVar("Model", bound=Table)
Fault = tuple[tuple[int | str, ...], str]  # the way to it, and a sentence


class _Look(Table):
    """What the address has beside the settings, as it is written in a file."""

    full: bool = False
    present: bool = False
    test: bool = False
    wrong: bool = False
    discretize: bool = False
    plane: bool = False
    contours: bool = False
    log: bool = False
    tab: Name | None = None
    case: Name | None = None
    descent: Name | None = None
    surface: Name | None = None
    race: Name | None = None
    pin: Name | None = None
    hide: tuple[Name, ...] = Field((), max_length=60, strict=False)
    lock: tuple[Name, ...] = Field((), max_length=60, strict=False)


class _Beside(Table):
    """What is no setting and no look."""

    own: Literal["and", "or", "xor"] | None = None
    weights: list[Any] = Field(default_factory=list, max_length=MOST_WEIGHTS)
    beside: dict[str, Any] = Field(default_factory=dict)
    experiment: Annotated[str, BeforeValidator(lambda name: check_experiment(name) if name else name)] = ""
    play: bool = False


class NoSetUp(Exception):
    """A set-up that cannot be: each fault with the way to it."""

    def __init__(self, found: list[Fault]) -> None:
        super().__init__(found)
        self.found = found


def read_set_up(table: Mapping[str, Any]) -> SetUp:
    """The set-up that a block of a lesson's file asks for; what it does not name is as usual.

    Raises:
        NoSetUp: it asks for what cannot be.
    """
    found: list[Fault] = [((name,), words.NO_SETTING.format(name=echo_text(name))) for name in _unknown(table)]
    look = _checked(_Look, {name: table[name] for name in _Look.model_fields if name in table}, found)
    more = _checked(_Beside, {name: table[name] for name in _Beside.model_fields if name in table}, found)
    settings = _settings(Settings(), {name: table[name] for name in Settings.model_fields if name in table}, (), found)
    beside = _settings(settings or Settings(), more.beside, ("beside",), found) if more and more.beside else None
    weights = list(_weights(more.weights if more else [], settings or Settings(), found))
    if more and more.own and "dataset" in table:
        found.append((("own",), words.TWO_DATA))
    if found or look is None or more is None or settings is None:
        raise NoSetUp(found)
    return SetUp(
        settings=settings,
        look=dict(_written(look)),
        own=more.own,
        weights=tuple(weights),
        beside=beside,
        experiment=more.experiment,
        play=more.play,
    )


def _unknown(table: Mapping[str, Any]) -> list[str]:
    known = {*Settings.model_fields, *_Look.model_fields, *_Beside.model_fields}
    return [name for name in table if name not in known]


def _checked(model: type[Model], table: Mapping[str, Any], found: list[Fault]) -> Model | None:
    try:
        return model.model_validate(table)
    except ValidationError as error:
        found += faults(error)
        return None


def _settings(base: Settings, table: Mapping[str, Any], way: tuple[str, ...], found: list[Fault]) -> Settings | None:
    unknown = [name for name in table if name not in Settings.model_fields]
    found += [((*way, name), words.NO_SETTING.format(name=echo_text(name))) for name in unknown]
    known = {name: _natural(name, value) for name, value in table.items() if name not in unknown}
    try:
        return base.changed(known)
    except ValidationError as error:
        found += [((*way, *loc), text) for loc, text in faults(error)]
        return None


def _natural(name: str, value: Any) -> Any:
    """As the setting has it: the text of an address, a list of units, or what TOML has already."""
    if isinstance(value, str):
        return value_of(name, value)
    if name == "hidden" and isinstance(value, list):
        return [{"units": each} if isinstance(each, int) else each for each in value]
    is_float = Settings.model_fields[name].annotation is float
    return float(value) if is_float and isinstance(value, int) and not isinstance(value, bool) else value


def _written(look: _Look) -> Iterator[tuple[str, str]]:
    for name in FLAGS:
        if getattr(look, name):
            yield name, "1"
    for name in TEXTS:
        if getattr(look, name):
            yield name, getattr(look, name)
    for name in LISTS:
        if getattr(look, name):
            yield name, ",".join(sorted(getattr(look, name)))


def _weights(given: list[Any], settings: Settings, found: list[Fault]) -> Iterator[tuple[int, int, int | None, float]]:
    sizes = _sizes(settings)
    for each in given:
        weight = _weight(each, sizes)
        if weight is None:
            found.append((("weights",), words.NO_WEIGHT_PLACE.format(found=echo(each))))
        else:
            yield weight


def _weight(given: Any, sizes: list[int]) -> tuple[int, int, int | None, float] | None:
    if not isinstance(given, list) or len(given) != 4:
        return None
    layer, unit, source, value = given
    place = [layer, unit, 0 if source == BIAS else source]
    if not all(isinstance(each, int) and not isinstance(each, bool) and each >= 0 for each in place):
        return None
    if not isinstance(value, int | float) or isinstance(value, bool) or not abs(value) <= MOST_WEIGHT:
        return None
    if not 1 <= layer < len(sizes) or unit >= sizes[layer] or place[2] >= sizes[layer - 1]:
        return None
    return layer, unit, None if source == BIAS else source, float(value)


def _sizes(settings: Settings) -> list[int]:
    """How many numbers the network is given, and how many units each layer has."""
    about = describe(settings.dataset)
    inputs = len(features(settings)) or len(about.inputs)
    outputs = about.classes if about.problem is Problem.MULTICLASS else 1
    return [inputs, *(layer.units for layer in settings.hidden), outputs]
