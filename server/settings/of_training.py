"""The settings of training: the loss, the optimizer with its numbers, and every method on top."""

from pydantic import BaseModel, Field

from glassbox.engine.choices import Loss, Normalization, Optimizer, Penalty, Schedule
from glassbox.settings.about import Effect, about, used_by_optimizers
from glassbox.settings.limits import MOST_DROPOUT, MOST_SAMPLES
from glassbox.words.sentence import say


class TrainingSettings(BaseModel):
    """How the network learns."""

    loss: Loss = Field(
        Loss.CROSS_ENTROPY,
        strict=False,
        json_schema_extra=about(
            Effect.LIVE,
            "training",
            say("Loss"),
            say("What training makes small. One that does not fit the data gives way to the nearest that does."),
        ),
    )
    huber_delta: float = Field(
        1.0,
        ge=0.01,
        le=10.0,
        json_schema_extra=about(
            Effect.LIVE,
            "training",
            "δ",
            say("Where the Huber loss turns from squared to absolute error."),
            step=0.01,
            when={"loss": ["huber"]},
        ),
    )
    optimizer: Optimizer = Field(
        Optimizer.SGD,
        strict=False,
        json_schema_extra=about(
            Effect.LIVE, "training", say("Optimizer"), say("How each gradient becomes an update of the weights.")
        ),
    )
    learning_rate: float = Field(
        0.03,
        ge=0.00001,
        le=10.0,
        json_schema_extra=about(
            Effect.LIVE,
            "training",
            say("Learning rate"),
            say("α: how far each update moves the weights against the gradient, downhill on the loss."),
            scale="log",
        ),
    )
    momentum: float = Field(
        0.9,
        ge=0.0,
        le=0.999,
        json_schema_extra=about(
            Effect.LIVE,
            "training",
            say("Momentum"),
            say("μ: how much of the last step carries over into the next."),
            step=0.001,
            when=used_by_optimizers("momentum"),
        ),
    )
    rmsprop_decay: float = Field(
        0.99,
        ge=0.0,
        le=0.9999,
        json_schema_extra=about(
            Effect.LIVE,
            "training",
            say("Decay"),
            say("ρ: how slowly the running mean of squared gradients forgets."),
            step=0.001,
            when=used_by_optimizers("rmsprop_decay"),
        ),
    )
    beta1: float = Field(
        0.9,
        ge=0.0,
        le=0.999,
        json_schema_extra=about(
            Effect.LIVE,
            "training",
            "β₁",
            say("How slowly Adam's running mean of gradients forgets."),
            step=0.001,
            when=used_by_optimizers("beta1"),
        ),
    )
    beta2: float = Field(
        0.999,
        ge=0.0,
        le=0.9999,
        json_schema_extra=about(
            Effect.LIVE,
            "training",
            "β₂",
            say("How slowly Adam's running mean of squared gradients forgets."),
            step=0.0001,
            when=used_by_optimizers("beta2"),
        ),
    )
    epsilon: float = Field(
        1e-8,
        ge=1e-10,
        le=1.0,
        json_schema_extra=about(
            Effect.LIVE,
            "training",
            "ε",
            say("A small number that keeps the division safe when gradients are tiny."),
            scale="log",
            when=used_by_optimizers("epsilon"),
        ),
    )
    penalty: Penalty = Field(
        Penalty.NONE,
        strict=False,
        json_schema_extra=about(
            Effect.LIVE,
            "training",
            say("Regularization"),
            say("What large weights cost, beside the loss. Biases are free."),
        ),
    )
    penalty_rate: float = Field(
        0.001,
        ge=0.0,
        le=10.0,
        json_schema_extra=about(
            Effect.LIVE,
            "training",
            say("Penalty rate"),
            say(
                "λ: how much the penalty chosen under Regularization counts beside the loss. Without one it has no "
                "effect."
            ),
            scale="log",
            when={"penalty": ["l1", "l2", "lp"]},
        ),
    )
    penalty_power: float = Field(
        2.0,
        ge=0.5,
        le=4.0,
        json_schema_extra=about(
            Effect.LIVE,
            "training",
            "p",
            say("The power of Lp. At 1 and below weights become exactly zero; 2 is L2."),
            step=0.1,
            when={"penalty": ["lp"]},
        ),
    )
    dropout: float = Field(
        0.0,
        ge=0.0,
        le=MOST_DROPOUT,
        json_schema_extra=about(
            Effect.LIVE,
            "training",
            say("Dropout"),
            say(
                "p: the probability that a hidden unit is silenced for a sample while training, in all layers without "
                "a rate of their own. The others count 1/(1 − p) times, so that a sum keeps its usual size. Maps, "
                "losses and scores are those of the whole network."
            ),
            step=0.05,
        ),
    )
    normalization: Normalization = Field(
        Normalization.NONE,
        strict=False,
        json_schema_extra=about(
            Effect.RESHAPE,
            "training",
            say("Normalization"),
            say(
                "What is done to each hidden layer's sums before its activation, in all layers without one of their "
                "own. The other weights stay."
            ),
        ),
    )
    input_noise: float = Field(
        0.0,
        ge=0.0,
        le=2.0,
        json_schema_extra=about(
            Effect.LIVE,
            "training",
            say("Input noise"),
            say(
                "Standard deviation of a jitter on the inputs that is drawn anew for every step, while training only. "
                "The data's own noise moves the points once and for all; label noise makes some of their answers wrong."
            ),
            unit="σ",
            step=0.05,
        ),
    )
    clip_norm: float = Field(
        0.0,
        ge=0.0,
        le=100.0,
        json_schema_extra=about(
            Effect.LIVE,
            "training",
            say("Clip at"),
            say(
                "Gradients whose norm (length) is larger than this are shortened to it, so that no step is wild. 0: "
                "never."
            ),
            step=0.1,
            zero=say("off"),
        ),
    )
    schedule: Schedule = Field(
        Schedule.CONSTANT,
        strict=False,
        json_schema_extra=about(
            Effect.LIVE,
            "training",
            say("Schedule"),
            say("How the learning rate changes over the epochs k."),
        ),
    )
    schedule_epochs: float = Field(
        100.0,
        ge=1.0,
        le=100000.0,
        json_schema_extra=about(
            Effect.LIVE,
            "training",
            "T",
            say("Epochs of the schedule: until the next step, or the end of the curve."),
            scale="log",
            when={"schedule": ["step", "exponential", "cosine", "warm_up"]},
        ),
    )
    schedule_factor: float = Field(
        0.5,
        ge=0.01,
        le=1.0,
        json_schema_extra=about(
            Effect.LIVE,
            "training",
            "f",
            say("What the learning rate is multiplied by in T epochs."),
            step=0.01,
            when={"schedule": ["step", "exponential"]},
        ),
    )
    batch_size: int = Field(
        10,
        ge=1,
        le=MOST_SAMPLES,
        json_schema_extra=about(
            Effect.LIVE,
            "training",
            say("Batch"),
            say(
                "Samples per mini-batch: each step uses the mean gradient of so many. At the number of training "
                "samples or above: full batch."
            ),
            scale="log",
        ),
    )
