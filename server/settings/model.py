"""All settings together: one frozen model, changed and salvaged as a whole, and how two of them differ."""

from collections.abc import Mapping
from typing import Any, Self

from pydantic import ConfigDict, Field, ValidationError

from glassbox.settings.about import Effect, about
from glassbox.settings.choices import Speed
from glassbox.settings.of_data import DataSettings
from glassbox.settings.of_goal import GoalSettings
from glassbox.settings.of_network import NetworkSettings
from glassbox.settings.of_stopping import StoppingSettings
from glassbox.settings.of_training import TrainingSettings
from glassbox.words.sentence import say


# Pydantic lists the fields of the last base first: data, network, training, stopping, goal, as the form does.
class Settings(GoalSettings, StoppingSettings, TrainingSettings, NetworkSettings, DataSettings):
    """Everything that decides a run. Frozen: a change makes a new one (`changed`)."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)

    speed: Speed = Field(
        Speed.EPOCH_FRAME,
        strict=False,
        json_schema_extra=about(
            Effect.LIVE,
            "transport",
            say("Speed"),
            say("How fast training runs while it plays. A frame is one picture of this page: some 30 to 40 a second."),
        ),
    )

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
    before, after = vars(old), vars(new)  # every change is looked at several times: twice as fast as by getattr
    return tuple(name for name in Settings.model_fields if before[name] != after[name])
