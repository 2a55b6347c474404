"""The settings of the goal: what a run is to reach. A goal only judges; it changes nothing about the training."""

from pydantic import BaseModel, Field

from glassbox.settings.about import Effect, about
from glassbox.settings.choices import AtGoal, Goal
from glassbox.words.sentence import say

GOAL_SET = [goal.value for goal in Goal if goal is not Goal.NONE]


class GoalSettings(BaseModel):
    """What is to be reached, by a network of which size, by when."""

    goal: Goal = Field(
        Goal.NONE,
        strict=False,
        json_schema_extra=about(
            Effect.NOTHING,
            "goal",
            say("Goal"),
            say(
                "The measure that is to reach a value. It is looked at after every epoch, however fast the run is "
                "played, and whenever something is changed by hand."
            ),
        ),
    )
    goal_value: float = Field(
        0.1,
        ge=0.0,
        le=1e6,
        json_schema_extra=about(
            Effect.NOTHING,
            "goal",
            say("Goal value"),
            say(
                "What the measure must reach: a loss, an error or a gap must be at or below it, an accuracy (in "
                "percent) or R² at or above it."
            ),
            when={"goal": GOAL_SET},
        ),
    )
    goal_parameters: int = Field(
        0,
        ge=0,
        le=1_000_000,
        json_schema_extra=about(
            Effect.NOTHING,
            "goal",
            say("Parameters, at most"),
            say("Only a network with at most so many weights and biases reaches the goal. 0: any network does."),
            when={"goal": GOAL_SET},
            zero=say("any"),
        ),
    )
    goal_epochs: int = Field(
        0,
        ge=0,
        le=1_000_000,
        json_schema_extra=about(
            Effect.NOTHING,
            "goal",
            say("Epochs, at most"),
            say("The goal counts only if it is reached within so many epochs. 0: at any time."),
            when={"goal": GOAL_SET},
            zero=say("any"),
        ),
    )
    at_goal: AtGoal = Field(
        AtGoal.GO_ON,
        strict=False,
        json_schema_extra=about(
            Effect.NOTHING,
            "goal",
            say("When reached"),
            say(
                "Whether training goes on when the goal is reached, or stops there. If the goal is a test measure, the "
                "test data help to choose when to stop."
            ),
            when={"goal": GOAL_SET},
        ),
    )


OF_GOAL = frozenset(GoalSettings.model_fields)
OF_JUDGEMENT = OF_GOAL - {"at_goal"}  # a change of these makes another goal
