"""The settings of stopping: when a run ends by itself, and which weights it leaves."""

from pydantic import BaseModel, Field

from glassbox.settings.about import Effect, about
from glassbox.settings.choices import AfterStop, Watched
from glassbox.words.sentence import say


class StoppingSettings(BaseModel):
    """When training stops by itself."""

    stop_epochs: int = Field(
        0,
        ge=0,
        le=1_000_000,
        json_schema_extra=about(
            Effect.LIVE,
            "stopping",
            say("After epochs"),
            say("Stops when so many epochs are done. 0: never."),
            zero=say("never"),
        ),
    )
    stop_loss: float = Field(
        0.0,
        ge=0.0,
        le=100.0,
        json_schema_extra=about(
            Effect.LIVE,
            "stopping",
            say("Training loss"),
            say("Stops when the training loss is at or below this after an epoch. 0: never."),
            zero=say("never"),
        ),
    )
    stop_accuracy: int = Field(
        0,
        ge=0,
        le=100,
        json_schema_extra=about(
            Effect.LIVE,
            "stopping",
            say("Test accuracy"),
            say(
                "Stops when, after an epoch, at least this share of the test data is right: so the test data help to "
                "choose when. 0: never."
            ),
            unit="%",
            zero=say("never"),
        ),
    )
    patience: int = Field(
        0,
        ge=0,
        le=100_000,
        json_schema_extra=about(
            Effect.LIVE,
            "stopping",
            say("Patience"),
            say("Early stopping: stops when the watched loss has not improved for so many epochs. 0: never."),
            zero=say("off"),
        ),
    )
    min_improvement: float = Field(
        0.0001,
        ge=0.0,
        le=1.0,
        json_schema_extra=about(
            Effect.LIVE,
            "stopping",
            say("Least improvement"),
            say("By how much the watched loss must fall to count as improved."),
        ),
    )
    watched: Watched = Field(
        Watched.TEST,
        strict=False,
        json_schema_extra=about(
            Effect.LIVE,
            "stopping",
            say("Watch"),
            say(
                "The loss that early stopping looks at. Where nothing is set aside for validation, the test loss "
                "stands in for it."
            ),
        ),
    )
    validation_share: int = Field(
        0,
        ge=0,
        le=50,
        json_schema_extra=about(
            Effect.DATA,
            "stopping",
            say("Validation share"),
            say(
                "The part of the training points that is set aside: the network does not learn from it, and early "
                "stopping may "
                "watch its loss. 0: none."
            ),
            unit="%",
            step=5,
            zero=say("none"),
        ),
    )
    after_stop: AfterStop = Field(
        AfterStop.BEST,
        strict=False,
        json_schema_extra=about(
            Effect.LIVE,
            "stopping",
            say("Keep"),
            say("Which weights early stopping leaves: those of the epoch whose watched loss was lowest, or the last."),
        ),
    )
