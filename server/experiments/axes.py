"""What can vary in an experiment: the settings themselves, and widths, depths and budgets that are made of them.

Each axis turns settings and one of its values into other settings, or says in one sentence why it cannot.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from annotated_types import Ge, Le
from pydantic import ValidationError

from glassbox.data import Own
from glassbox.engine.data_choices import Feature
from glassbox.engine.vocabulary import Choice
from glassbox.experiments import words
from glassbox.experiments.architectures import fitting_width, parameters_of, read_layers, uniform
from glassbox.experiments.definition import LONGEST_NAME, MOST_EPOCHS, AxisValues, Value
from glassbox.experiments.kinds import DEGREE, EPOCHS
from glassbox.protocol.refusals import Refusal, echo, sentence
from glassbox.settings import MOST_HIDDEN_LAYERS, MOST_UNITS, Settings
from glassbox.settings.meaning import missing
from glassbox.words.joined import one_of
from glassbox.words.sentence import grouped, say

# What decides chance, speed or judgement is no axis: seeds are drawn by number, and the budget ends a training.
NOT_VARIED = {
    "seed", "data_seed", "speed", "hidden", "stop_epochs", "goal", "goal_value", "goal_parameters", "goal_epochs",
    "at_goal",
}  # fmt: skip

Apply = Callable[[Settings, Value, int | None], Settings]
Text = Callable[[Settings, Value], str]


@dataclass(frozen=True)
class AxisKind:
    """Something that can vary.

    Attributes:
        scale: "linear", "log" or "choice".
        least, most: bounds of its numbers; None where it has choices or texts.
        suggested: values to begin with.
        choices: values with their labels, where there are only these.
        is_whole: whether its numbers are whole.
        apply: the settings with this value.
        text: how a value is written on the axis, given the settings that it makes.
    """

    name: str
    label: str
    unit: str
    scale: str
    least: float | None
    most: float | None
    suggested: tuple[Value, ...]
    choices: tuple[tuple[str, str], ...]
    is_whole: bool
    apply: Apply
    text: Text

    def checked(self, value: Value) -> Value:
        """The value, if it may stand on this axis.

        Raises:
            Refusal: it may not.
        """
        if self.choices:
            return self._choice(value)
        return value if self.least is None or self.most is None else self._number(value, self.least, self.most)

    def _choice(self, value: Value) -> Value:
        if value not in [each for each, _ in self.choices]:
            known = ", ".join(each for each, _ in self.choices)
            raise Refusal(words.NO_CHOICE.format(label=self.label, choices=known, value=echo(value)))
        return value

    def _number(self, value: Value, least: float, most: float) -> Value:
        if isinstance(value, str):
            raise Refusal(words.NO_NUMBER.format(label=self.label, value=echo(value)))
        if self.is_whole and value != int(value):
            raise Refusal(words.NO_WHOLE_NUMBER.format(label=self.label, value=echo(value)))
        if not least <= value <= most:
            raise Refusal(words.OUT_OF_BOUNDS.format(label=self.label, least=least, most=most, value=echo(value)))
        return int(value) if self.is_whole else float(value)


def kind_of(axis: AxisValues) -> AxisKind:
    """What it is that this axis varies.

    Raises:
        Refusal: it cannot be varied, or a value is none of its values.
    """
    kind = AXES.get(axis.name)
    if kind is None:
        raise Refusal(words.NO_SUCH_AXIS.format(name=axis.name[:LONGEST_NAME], names=", ".join(AXES)))
    if not axis.values:
        raise Refusal(words.NO_VALUES.format(label=kind.label))
    values = [kind.checked(value) for value in axis.values]
    for at, value in enumerate(values):
        if value in values[:at]:
            raise Refusal(words.TWO_TIMES.format(label=kind.label, value=echo(value)))
    return kind


def changed(settings: Settings, changes: Mapping[str, Any]) -> Settings:
    """Settings with some replaced.

    Raises:
        Refusal: a value is wrong.
    """
    try:
        return settings.changed(changes)
    except ValidationError as error:
        raise Refusal(sentence(error)) from None


def unused(name: str, settings: Settings) -> str:
    """Why what varies by this name has no effect beside the other settings, in one sentence; "" where it has."""
    if name == "samples" and isinstance(settings.dataset, Own):
        return words.ALL_ARE_USED.format(label=_about(name)["label"])
    found = missing(name, settings) if name in Settings.model_fields else None
    if found is None:
        return ""
    (other, values), label = found, _about(name)["label"]
    if not values:
        return words.NO_EFFECT_AT_0.format(label=label, other=_about(other)["label"])
    return words.NO_EFFECT.format(label=label, other=_about(other)["label"], values=_either(other, values))


def _either(name: str, values: Sequence[str]) -> str:
    labels = [label for value, label in AXES[name].choices if value in values]
    return one_of(labels or values)


# ---- axes that are settings


def _about(name: str) -> dict[str, Any]:
    about = Settings.model_fields[name].json_schema_extra
    assert isinstance(about, dict)
    return dict(about)


def _of_setting(name: str) -> AxisKind | None:
    """The axis of this setting; None where it is neither a number nor a choice."""
    info, about = Settings.model_fields[name], _about(name)
    bounds = {type(bound): bound for bound in info.metadata}
    least, most = bounds.get(Ge), bounds.get(Le)
    is_number = info.annotation in (int, float) and isinstance(least, Ge) and isinstance(most, Le)
    is_whole = info.annotation is int
    options = type(info.default) if isinstance(info.default, Choice) else None
    if not (is_number or options):
        return None
    low, high = (float(str(least.ge)), float(str(most.le))) if is_number else (None, None)  # type: ignore[union-attr]
    return AxisKind(
        name=name,
        label=about["label"],
        unit=about["unit"],
        scale="choice" if options else about["scale"],
        least=low,
        most=high,
        suggested=SUGGESTED.get(name) or tuple(each.value for each in options or ()) or _spread(low, high, is_whole),
        choices=tuple((each.value, each.label) for each in options or ()),
        is_whole=is_whole,
        apply=lambda settings, value, _: changed(settings, {name: value}),
        text=_choice_text if options else _number_text,
    )


def _spread(low: float | None, high: float | None, is_whole: bool) -> tuple[Value, ...]:
    """Five numbers from the least to the most."""
    if low is None or high is None:
        return ()
    numbers = [low + (high - low) * part / 4 for part in range(5)]
    return tuple(dict.fromkeys(round(number) if is_whole else number for number in numbers))


def _number_text(settings: Settings, value: Value) -> str:
    return f"{value:g}" if isinstance(value, float) else grouped(value) if isinstance(value, int) else value


def _choice_text(settings: Settings, value: Value) -> str:
    return next((choice.label for choice in vars(settings).values() if _is(choice, value)), str(value))


def _is(choice: object, value: Value) -> bool:
    return isinstance(choice, Choice) and choice.value == value


SUGGESTED: dict[str, tuple[Value, ...]] = {
    "learning_rate": (0.0001, 0.001, 0.01, 0.1, 1.0),
    "batch_size": (1, 5, 10, 50, 250),
    "penalty_rate": (0.0, 0.0001, 0.001, 0.01, 0.1, 1.0),
    "dropout": (0.0, 0.1, 0.3, 0.5, 0.7, 0.9),
    "input_noise": (0.0, 0.1, 0.3, 0.5, 1.0, 2.0),
    "label_noise": (0.0, 0.1, 0.2, 0.3, 0.4, 0.5),
    "noise": (0.0, 0.1, 0.3, 0.5, 1.0, 2.0),
    "samples": (50, 100, 200, 500, 1000, 2000),
    "training_share": (10, 20, 50, 80),
    "training_samples": (10, 20, 50, 100, 200, 500, 1000),
    "test_samples": (100, 500, 1000, 2500),
    "gain": (0.1, 0.5, 1.0, 2.0, 5.0),
    "input_scale": (0.01, 0.1, 1.0, 10.0),
    "momentum": (0.0, 0.5, 0.9, 0.99),
    "patience": (0, 10, 20, 50, 100),
}


# ---- axes that are made of settings


def _with_width(settings: Settings, value: Value, budget: int | None) -> Settings:
    hidden = settings.hidden or uniform(1, 1)
    return changed(settings, {"hidden": tuple(layer.model_copy(update={"units": int(value)}) for layer in hidden)})


def _with_depth(settings: Settings, value: Value, budget: int | None) -> Settings:
    units = settings.hidden[0].units if settings.hidden else 1
    return changed(settings, {"hidden": uniform(int(value), units)})


def _widest(settings: Settings, depth: int, budget: int, label: str) -> Settings:
    units = fitting_width(settings, depth, budget)
    if units is None:
        least = parameters_of(changed(settings, {"hidden": uniform(depth, 1)}))
        raise Refusal(words.NOTHING_FITS.of(depth, label=label, least=least, budget=budget))
    return changed(settings, {"hidden": uniform(depth, units)})


def _at_budget(settings: Settings, value: Value, budget: int | None) -> Settings:
    return _widest(settings, int(value), budget or parameters_of(settings), say("Layers at equal budget"))


def _with_parameters(settings: Settings, value: Value, budget: int | None) -> Settings:
    return _widest(settings, 1, int(value), say("Parameters"))


def _with_layers(settings: Settings, value: Value, budget: int | None) -> Settings:
    return changed(settings, {"hidden": read_layers(say("Hidden layers"), value)})


def _with_features(settings: Settings, value: Value, budget: int | None) -> Settings:
    names = [name.strip() for name in str(value).split(",")]
    if not set(names) <= {feature.value for feature in Feature}:
        raise Refusal(words.NO_FEATURES.format(label=say("Features"), value=echo(value)))
    return changed(settings, {"features": tuple(names)})


def _features_text(settings: Settings, value: Value) -> str:
    return " ".join(feature.label for feature in settings.features)


def _with_dataset(settings: Settings, value: Value, budget: int | None) -> Settings:
    return changed(settings, {"dataset": value})


def _as_it_is(settings: Settings, value: Value, budget: int | None) -> Settings:
    return settings


def _shape_text(settings: Settings, value: Value) -> str:
    """“3 × 9”: so many layers of so many units."""
    return f"{value} × {settings.hidden[0].units}" if settings.hidden else str(value)


def _layers_text(settings: Settings, value: Value) -> str:
    return " · ".join(str(layer.units) for layer in settings.hidden) or say("none")


def _made(
    name: str,
    label: str,
    bounds: tuple[float, float] | None,
    suggested: tuple[Value, ...],
    apply: Apply,
    text: Text = _number_text,
    scale: str = "log",
    choices: tuple[tuple[str, str], ...] = (),
) -> AxisKind:
    least, most = bounds or (None, None)
    is_whole = bounds is not None
    return AxisKind(name, label, "", scale, least, most, suggested, choices, is_whole, apply, text)


SOME_FEATURES = ("x1,x2", "x1_squared,x2_squared", "x1,x2,x1_squared,x2_squared,x1_x2,sin_x1,sin_x2")


def _all() -> dict[str, AxisKind]:
    most_parameters = 1_000_000
    layers = tuple(range(1, 7))
    data = tuple((option.value, option.label) for option in _datasets())
    made = (
        _made("width", say("Units per hidden layer"), (1, MOST_UNITS), (1, 2, 4, 8, 16, 32, 64, 128), _with_width),
        _made("depth", say("Hidden layers"), (0, MOST_HIDDEN_LAYERS), (0, *layers), _with_depth, scale="linear"),
        _made(
            "depth_at_budget", say("Layers at equal budget"), (1, MOST_HIDDEN_LAYERS), layers, _at_budget, _shape_text,
            "linear",
        ),
        _made("parameters", say("Parameters"), (3, most_parameters), (20, 50, 100, 200, 500), _with_parameters),
        _made("layers", say("Architecture"), None, ("none", "8", "16-16"), _with_layers, _layers_text, "choice"),
        _made("features", say("Features"), None, SOME_FEATURES, _with_features, _features_text, "choice"),
        _made("dataset", say("Data"), None, ("circle", "spiral"), _with_dataset, _choice_text, "choice", data),
        _made(DEGREE, say("Degree"), (0, 100), tuple(range(16)), _as_it_is, scale="linear"),
        _made(EPOCHS, say("Epochs"), (0, MOST_EPOCHS), (1, 3, 10, 30, 100, 300, 1000), _as_it_is),
    )  # fmt: skip
    found = (_of_setting(name) for name in Settings.model_fields if name not in NOT_VARIED)
    settings = {kind.name: kind for kind in found if kind is not None}
    return {kind.name: kind for kind in made} | {name: kind for name, kind in settings.items() if name != "dataset"}


def _datasets() -> tuple[Choice, ...]:
    default = Settings.model_fields["dataset"].default
    assert isinstance(default, Choice)
    return tuple(type(default))


AXES = _all()
