"""What the user chooses: every setting's name, bounds, default, words and effect, written once.

Validation, the form on the page, the address in the URL bar and the documentation are derived from `Settings`.
"""

from collections.abc import Mapping
from enum import IntEnum
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, PlainValidator, ValidationError, field_validator
from pydantic_core import PydanticCustomError

from glassbox.data import Own, Source, is_own_name
from glassbox.engine.choices import (
    Activation,
    Choice,
    Dataset,
    Feature,
    Initialization,
    Loss,
    Normalization,
    Optimizer,
    Penalty,
    Schedule,
)

MOST_HIDDEN_LAYERS = 8
MOST_UNITS = 128
MOST_SAMPLES = 5000
MOST_INPUTS = 64  # columns that data may have
MOST_TABLE_BYTES = 2 * 1024 * 1024  # of an uploaded file
MOST_SEED = 2**31 - 1
MOST_DROPOUT = 0.9


class Effect(IntEnum):
    """What a changed setting does to the running network, from mildest to strongest."""

    NOTHING = 0
    LIVE = 1  # acts on the running weights at once
    DATA = 2  # makes new data; the weights stay
    RESHAPE = 3  # adds or removes units; the other weights stay
    REBUILD = 4  # starts the network anew from initial weights


class Speed(Choice):
    """How fast training runs while it plays."""

    STEP_1 = ("step_1", "1 step/s")
    STEP_5 = ("step_5", "5 steps/s")
    STEP_20 = ("step_20", "20 steps/s")
    EPOCH_1 = ("epoch_1", "1 epoch/s")
    EPOCH_5 = ("epoch_5", "5 epochs/s")
    EPOCH_FRAME = ("epoch_frame", "1 epoch/frame")
    EPOCHS_10_FRAME = ("epochs_10_frame", "10 epochs/frame")
    FULL = ("full", "full speed")


class Watched(Choice):
    """The loss that early stopping looks at."""

    TEST = (
        "test",
        "test loss",
        "",
        "What the network has not learned from: it rises again when it overfits. But choosing the moment by it is a way of "
        "learning from it: the test data then no longer say how well the network does on data it has never met.",
    )
    VALIDATION = (
        "validation",
        "validation loss",
        "",
        "The honest choice: of points set aside from the training part, for just this decision. The test data stay untouched.",
    )
    TRAIN = ("train", "training loss", "", "Stops at a plateau, when the training itself gets no further.")


class AfterStop(Choice):
    """Which weights early stopping leaves."""

    BEST = ("best", "the best", "", "The weights of the epoch with the lowest watched loss come back.")
    LAST = ("last", "the last", "", "The network stays as it is when training stops.")


def _about(
    effect: Effect,
    group: str,
    label: str,
    help: str,  # noqa: A002 - the word every form library uses
    *,
    unit: str = "",
    scale: str = "linear",
    step: float | None = None,
    when: Mapping[str, list[str]] | None = None,
    zero: str = "",
) -> dict[str, Any]:
    """The words and manners of a field, kept beside its bounds; `catalogue` hands them to the page.

    Args:
        zero: the word that the page shows in place of 0, where 0 switches something off.
    """
    return {
        "effect": effect.name.lower(),
        "group": group,
        "label": label,
        "help": help,
        "unit": unit,
        "scale": scale,
        "step": step,
        "when": dict(when or {}),
        "zero": zero,
    }


def _used_by_optimizers(name: str) -> dict[str, list[str]]:
    """Where a coefficient matters: with the optimizers that read the setting of this name."""
    return {"optimizer": [optimizer.value for optimizer in Optimizer if name in optimizer.uses]}


class Layer(BaseModel):
    """One hidden layer: how many units, and what it has of its own (None: the network's)."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    units: int = Field(ge=1, le=MOST_UNITS)
    activation: Activation | None = Field(default=None, strict=False)
    dropout: float | None = Field(default=None, ge=0.0, le=MOST_DROPOUT)
    normalization: Normalization | None = Field(default=None, strict=False)


FeatureByName = Annotated[Feature, Field(strict=False)]

OWN_IS_GONE = "this data is no longer on the server (it was let go for others, or the server was restarted); draw it or choose its file again"
_DATASETS = {dataset.value: dataset for dataset in Dataset}


def _read_source(value: Any) -> Source:
    """A data set by its name. One's own data has been put in the place of its name, if it is still there."""
    if isinstance(value, Own):
        return value
    if isinstance(value, str) and value in _DATASETS:
        return _DATASETS[value]
    if is_own_name(value):
        raise ValueError(OWN_IS_GONE)
    *names, last = map(repr, _DATASETS)
    raise PydanticCustomError("enum", "expected {expected}", {"expected": f"{', '.join(names)} or {last}"})


def _write_source(source: Source) -> str:
    return source.value


SourceByName = Annotated[
    Source, PlainValidator(_read_source), PlainSerializer(_write_source, return_type=str, when_used="json")
]


class Settings(BaseModel):
    """Everything that decides a run. Frozen: a change makes a new one (`changed`)."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)

    # data
    dataset: SourceByName = Field(
        Dataset.CIRCLE,
        json_schema_extra=_about(Effect.DATA, "data", "Data", "The pattern the network is asked to learn."),
    )
    samples: int = Field(
        500,
        ge=10,
        le=MOST_SAMPLES,
        json_schema_extra=_about(
            Effect.DATA,
            "data",
            "Samples",
            "How many points there are, for training and testing together.",
            scale="log",
        ),
    )
    training_share: int = Field(
        50,
        ge=10,
        le=90,
        json_schema_extra=_about(
            Effect.DATA,
            "data",
            "Training share",
            "The part of the points the network learns from; the rest only tests it.",
            unit="%",
            step=5,
        ),
    )
    noise: float = Field(
        0.0,
        ge=0.0,
        le=2.0,
        json_schema_extra=_about(
            Effect.DATA,
            "data",
            "Noise",
            "Standard deviation of the random jitter added to both inputs, in the units of the axes (−6 to 6).",
            unit="σ",
            step=0.05,
        ),
    )
    label_noise: float = Field(
        0.0,
        ge=0.0,
        le=0.5,
        json_schema_extra=_about(
            Effect.DATA,
            "data",
            "Label noise",
            "For classes: the share of points given a wrong label. For regression: the standard deviation σ added to the target.",
            step=0.01,
        ),
    )
    data_seed: int = Field(
        1,
        ge=0,
        le=MOST_SEED,
        json_schema_extra=_about(Effect.DATA, "data", "Data seed", "The same seed always makes the same points."),
    )
    features: tuple[FeatureByName, ...] = Field(
        (Feature.X1, Feature.X2),
        strict=False,
        min_length=1,
        max_length=len(Feature),
        json_schema_extra=_about(
            Effect.RESHAPE,
            "data",
            "Features",
            "What the network is given of each point. The other weights stay.",
        ),
    )

    input_scale: float = Field(
        1.0,
        ge=0.001,
        le=1000.0,
        json_schema_extra=_about(
            Effect.LIVE,
            "data",
            "Input scale",
            "Multiplies what the network is given. 1 leaves the inputs at the size of the axes (−6 to 6); other values show "
            "why inputs are scaled before training.",
            unit="×",
            scale="log",
        ),
    )

    # network
    hidden: tuple[Layer, ...] = Field(
        (Layer(units=4), Layer(units=2)),
        strict=False,
        max_length=MOST_HIDDEN_LAYERS,
        json_schema_extra=_about(
            Effect.RESHAPE,
            "network",
            "Hidden layers",
            "Units per hidden layer. Adding or removing keeps the other weights.",
        ),
    )
    activation: Activation = Field(
        Activation.TANH,
        strict=False,
        json_schema_extra=_about(
            Effect.LIVE,
            "training",
            "Activation",
            "What each hidden unit does to its weighted sum, in all layers without one of their own.",
        ),
    )
    initialization: Initialization = Field(
        Initialization.XAVIER_UNIFORM,
        strict=False,
        json_schema_extra=_about(
            Effect.REBUILD,
            "training",
            "Initial weights",
            "How the weights are drawn before training. A change starts the network anew.",
        ),
    )
    gain: float = Field(
        1.0,
        ge=0.0,
        le=20.0,
        json_schema_extra=_about(
            Effect.REBUILD,
            "training",
            "Gain",
            "Multiplies the initial weights, to make them too small or too large on purpose. A change starts the network anew.",
            unit="×",
            step=0.1,
        ),
    )
    initial_bias: float = Field(
        0.0,
        ge=-100.0,
        le=100.0,
        json_schema_extra=_about(
            Effect.REBUILD,
            "training",
            "Initial bias",
            "Where every hidden unit's bias starts: 0 is usual; a large one puts the units out of their working range on purpose. "
            "A change starts the network anew.",
            step=0.5,
        ),
    )
    seed: int = Field(
        42,
        ge=0,
        le=MOST_SEED,
        json_schema_extra=_about(
            Effect.REBUILD,
            "network",
            "Seed",
            "Decides the initial weights and the order of the mini-batches. The same seed repeats the same run. "
            "A change starts the network anew.",
        ),
    )

    # training
    loss: Loss = Field(
        Loss.CROSS_ENTROPY,
        strict=False,
        json_schema_extra=_about(
            Effect.LIVE,
            "training",
            "Loss",
            "What training makes small. One that does not fit the data gives way to the nearest that does.",
        ),
    )
    huber_delta: float = Field(
        1.0,
        ge=0.01,
        le=10.0,
        json_schema_extra=_about(
            Effect.LIVE,
            "training",
            "δ",
            "Where the Huber loss turns from squared to absolute error.",
            step=0.01,
            when={"loss": ["huber"]},
        ),
    )
    optimizer: Optimizer = Field(
        Optimizer.SGD,
        strict=False,
        json_schema_extra=_about(
            Effect.LIVE, "training", "Optimizer", "How each gradient becomes an update of the weights."
        ),
    )
    learning_rate: float = Field(
        0.03,
        ge=0.00001,
        le=10.0,
        json_schema_extra=_about(
            Effect.LIVE,
            "training",
            "Learning rate",
            "α: how far each update moves the weights against the gradient, downhill on the loss.",
            scale="log",
        ),
    )
    momentum: float = Field(
        0.9,
        ge=0.0,
        le=0.999,
        json_schema_extra=_about(
            Effect.LIVE,
            "training",
            "Momentum",
            "μ: how much of the last step carries over into the next.",
            step=0.001,
            when=_used_by_optimizers("momentum"),
        ),
    )
    rmsprop_decay: float = Field(
        0.99,
        ge=0.0,
        le=0.9999,
        json_schema_extra=_about(
            Effect.LIVE,
            "training",
            "Decay",
            "ρ: how slowly the running mean of squared gradients forgets.",
            step=0.001,
            when=_used_by_optimizers("rmsprop_decay"),
        ),
    )
    beta1: float = Field(
        0.9,
        ge=0.0,
        le=0.999,
        json_schema_extra=_about(
            Effect.LIVE,
            "training",
            "β₁",
            "How slowly Adam's running mean of gradients forgets.",
            step=0.001,
            when=_used_by_optimizers("beta1"),
        ),
    )
    beta2: float = Field(
        0.999,
        ge=0.0,
        le=0.9999,
        json_schema_extra=_about(
            Effect.LIVE,
            "training",
            "β₂",
            "How slowly Adam's running mean of squared gradients forgets.",
            step=0.0001,
            when=_used_by_optimizers("beta2"),
        ),
    )
    epsilon: float = Field(
        1e-8,
        ge=1e-10,
        le=1.0,
        json_schema_extra=_about(
            Effect.LIVE,
            "training",
            "ε",
            "A small number that keeps the division safe when gradients are tiny.",
            scale="log",
            when=_used_by_optimizers("epsilon"),
        ),
    )
    penalty: Penalty = Field(
        Penalty.NONE,
        strict=False,
        json_schema_extra=_about(
            Effect.LIVE,
            "training",
            "Regularization",
            "What large weights cost, beside the loss. Biases are free.",
        ),
    )
    penalty_rate: float = Field(
        0.001,
        ge=0.0,
        le=10.0,
        json_schema_extra=_about(
            Effect.LIVE,
            "training",
            "Rate",
            "λ: how much the penalty counts against the loss.",
            scale="log",
            when={"penalty": ["l1", "l2", "lp"]},
        ),
    )
    penalty_power: float = Field(
        2.0,
        ge=0.5,
        le=4.0,
        json_schema_extra=_about(
            Effect.LIVE,
            "training",
            "p",
            "The power of Lp. At 1 and below weights become exactly zero; 2 is L2.",
            step=0.1,
            when={"penalty": ["lp"]},
        ),
    )
    dropout: float = Field(
        0.0,
        ge=0.0,
        le=MOST_DROPOUT,
        json_schema_extra=_about(
            Effect.LIVE,
            "training",
            "Dropout",
            "The chance that a hidden unit is silenced for a sample while training, in all layers without a rate of their own. "
            "Maps, losses and scores are those of the whole network.",
            step=0.05,
        ),
    )
    normalization: Normalization = Field(
        Normalization.NONE,
        strict=False,
        json_schema_extra=_about(
            Effect.RESHAPE,
            "training",
            "Normalization",
            "What is done to each hidden layer's sums before its activation, in all layers without one of their own. "
            "The other weights stay.",
        ),
    )
    input_noise: float = Field(
        0.0,
        ge=0.0,
        le=2.0,
        json_schema_extra=_about(
            Effect.LIVE,
            "training",
            "Input noise",
            "Standard deviation of a jitter on the inputs that is drawn anew for every step, while training only. "
            "The data's own noise moves the points once and for all; label noise makes some of their answers wrong.",
            unit="σ",
            step=0.05,
        ),
    )
    clip_norm: float = Field(
        0.0,
        ge=0.0,
        le=100.0,
        json_schema_extra=_about(
            Effect.LIVE,
            "training",
            "Clip at",
            "Gradients whose norm (length) is larger than this are shortened to it, so that no step is wild. 0: never.",
            step=0.1,
            zero="off",
        ),
    )
    schedule: Schedule = Field(
        Schedule.CONSTANT,
        strict=False,
        json_schema_extra=_about(
            Effect.LIVE,
            "training",
            "Schedule",
            "How the learning rate changes over the epochs e.",
        ),
    )
    schedule_epochs: float = Field(
        100.0,
        ge=1.0,
        le=100000.0,
        json_schema_extra=_about(
            Effect.LIVE,
            "training",
            "T",
            "Epochs of the schedule: until the next step, or the end of the curve.",
            scale="log",
            when={"schedule": ["step", "exponential", "cosine", "warm_up"]},
        ),
    )
    schedule_factor: float = Field(
        0.5,
        ge=0.01,
        le=1.0,
        json_schema_extra=_about(
            Effect.LIVE,
            "training",
            "f",
            "What the learning rate is multiplied by in T epochs.",
            step=0.01,
            when={"schedule": ["step", "exponential"]},
        ),
    )
    batch_size: int = Field(
        10,
        ge=1,
        le=MOST_SAMPLES,
        json_schema_extra=_about(
            Effect.LIVE,
            "training",
            "Batch",
            "Samples per mini-batch: each step uses the mean gradient of so many. At the number of training samples or above: full batch.",
            scale="log",
        ),
    )
    stop_epochs: int = Field(
        0,
        ge=0,
        le=1_000_000,
        json_schema_extra=_about(
            Effect.LIVE,
            "stopping",
            "After epochs",
            "Stops when so many epochs are done. 0: never.",
            zero="never",
        ),
    )
    stop_loss: float = Field(
        0.0,
        ge=0.0,
        le=100.0,
        json_schema_extra=_about(
            Effect.LIVE,
            "stopping",
            "Training loss",
            "Stops when the training loss is at or below this after an epoch. 0: never.",
            zero="never",
        ),
    )
    stop_accuracy: int = Field(
        0,
        ge=0,
        le=100,
        json_schema_extra=_about(
            Effect.LIVE,
            "stopping",
            "Test accuracy",
            "Stops when so much of the test data is right after an epoch. 0: never.",
            unit="%",
            zero="never",
        ),
    )
    patience: int = Field(
        0,
        ge=0,
        le=100_000,
        json_schema_extra=_about(
            Effect.LIVE,
            "stopping",
            "Patience",
            "Early stopping: stops when the watched loss has not improved for so many epochs. 0: never.",
            zero="off",
        ),
    )
    min_improvement: float = Field(
        0.0001,
        ge=0.0,
        le=1.0,
        json_schema_extra=_about(
            Effect.LIVE,
            "stopping",
            "Least improvement",
            "By how much the watched loss must fall to count as improved.",
        ),
    )
    watched: Watched = Field(
        Watched.TEST,
        strict=False,
        json_schema_extra=_about(
            Effect.LIVE,
            "stopping",
            "Watch",
            "The loss that early stopping looks at. Where nothing is set aside for validation, the test loss stands in for it.",
        ),
    )
    validation_share: int = Field(
        0,
        ge=0,
        le=50,
        json_schema_extra=_about(
            Effect.DATA,
            "stopping",
            "Validation share",
            "The part of the training points that is set aside: the network does not learn from it, and early stopping may "
            "watch its loss. 0: none.",
            unit="%",
            step=5,
            zero="none",
        ),
    )
    after_stop: AfterStop = Field(
        AfterStop.BEST,
        strict=False,
        json_schema_extra=_about(Effect.LIVE, "stopping", "Keep", "Which weights early stopping leaves."),
    )
    speed: Speed = Field(
        Speed.EPOCH_FRAME,
        strict=False,
        json_schema_extra=_about(
            Effect.LIVE,
            "transport",
            "Speed",
            "How fast training runs while it plays. A frame is one picture of this page: some 30 to 40 a second.",
        ),
    )

    @field_validator("features")
    @classmethod
    def _each_feature_once(cls, chosen: tuple[Feature, ...]) -> tuple[Feature, ...]:
        if len(set(chosen)) != len(chosen):
            raise ValueError("each feature can be chosen once")
        return tuple(sorted(chosen, key=lambda feature: feature.code))

    def changed(self, changes: Mapping[str, Any]) -> Self:
        """These settings with some replaced, validated as a whole.

        Raises:
            pydantic.ValidationError: a name is unknown or a value out of bounds; nothing is changed.
        """
        return type(self).model_validate({**self.__dict__, **changes})

    @classmethod
    def salvaged(cls, values: Mapping[str, Any]) -> tuple[Self, dict[str, ValidationError | None]]:
        """Settings from a possibly old or damaged set: what is bad falls back to its default, one by one.

        Returns:
            The settings, and for each rejected name its error (None: there is no setting of that name).
        """
        try:
            return cls.model_validate(values), {}
        except ValidationError:
            return cls._salvaged_one_by_one(values)

    @classmethod
    def _salvaged_one_by_one(cls, values: Mapping[str, Any]) -> tuple[Self, dict[str, ValidationError | None]]:
        kept = cls()
        rejected: dict[str, ValidationError | None] = {}
        for name, value in values.items():
            if name not in cls.model_fields:
                rejected[name] = None
                continue
            try:
                kept = kept.changed({name: value})
            except ValidationError as error:
                rejected[name] = error
        return kept, rejected


def effect_of(name: str) -> Effect:
    """What a change of the setting `name` does to the running network."""
    about = Settings.model_fields[name].json_schema_extra
    assert isinstance(about, dict)
    return Effect[str(about["effect"]).upper()]


def difference(old: Settings, new: Settings) -> tuple[str, ...]:
    """The names of the settings in which the two differ, in the order of the form."""
    return tuple(name for name in Settings.model_fields if getattr(old, name) != getattr(new, name))
