"""The settings of the network: its layers, and the weights it begins with."""

from pydantic import BaseModel, Field

from glassbox.engine.choices import Activation, Initialization
from glassbox.settings.about import Effect, about
from glassbox.settings.limits import MOST_HIDDEN_LAYERS, MOST_SEED
from glassbox.settings.values import Layer
from glassbox.words.sentence import say


class NetworkSettings(BaseModel):
    """What the network is before it learns."""

    hidden: tuple[Layer, ...] = Field(
        (Layer(units=4), Layer(units=2)),
        strict=False,
        max_length=MOST_HIDDEN_LAYERS,
        json_schema_extra=about(
            Effect.RESHAPE,
            "network",
            say("Hidden layers"),
            say("Units per hidden layer. Adding or removing keeps the other weights."),
        ),
    )
    activation: Activation = Field(
        Activation.TANH,
        strict=False,
        json_schema_extra=about(
            Effect.LIVE,
            "training",
            say("Activation"),
            say("What each hidden unit does to its weighted sum, in all layers without one of their own."),
        ),
    )
    initialization: Initialization = Field(
        Initialization.XAVIER_UNIFORM,
        strict=False,
        json_schema_extra=about(
            Effect.REBUILD,
            "training",
            say("Initial weights"),
            say("How the weights are drawn before training. A change starts the network anew."),
        ),
    )
    gain: float = Field(
        1.0,
        ge=0.0,
        le=20.0,
        json_schema_extra=about(
            Effect.REBUILD,
            "training",
            say("Gain"),
            say(
                "Multiplies the initial weights, to make them too small or too large on purpose. A change starts the "
                "network anew."
            ),
            unit="×",
            step=0.1,
        ),
    )
    initial_bias: float = Field(
        0.0,
        ge=-100.0,
        le=100.0,
        json_schema_extra=about(
            Effect.REBUILD,
            "training",
            say("Initial bias"),
            say(
                "Where every hidden unit's bias starts: 0 is usual; a large one puts the units out of their working "
                "range on purpose. "
                "A change starts the network anew."
            ),
            step=0.5,
        ),
    )
    seed: int = Field(
        42,
        ge=0,
        le=MOST_SEED,
        json_schema_extra=about(
            Effect.REBUILD,
            "network",
            say("Seed"),
            say(
                "Decides the initial weights and the order of the mini-batches. The same seed repeats the same run. "
                "A change starts the network anew."
            ),
        ),
    )
