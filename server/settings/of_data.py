"""The settings of the data: which points there are, and what the network is given of each."""

from pydantic import BaseModel, Field, field_validator

from glassbox.engine.data_choices import Dataset, Feature
from glassbox.settings.about import Effect, about
from glassbox.settings.choices import Labels, Split
from glassbox.settings.limits import MOST_OF_A_PART, MOST_SAMPLES, MOST_SEED
from glassbox.settings.values import FeatureByName, SourceByName
from glassbox.words.sentence import say

FEATURE_TWICE = say("each feature can be chosen once")

BY_SHARE = {"split": ["share"]}
BY_COUNTS = {"split": ["counts"]}


class DataSettings(BaseModel):
    """What the network learns from."""

    dataset: SourceByName = Field(
        Dataset.CIRCLE,
        json_schema_extra=about(
            Effect.DATA,
            "data",
            say("Data"),
            say(
                "The pattern the network is asked to learn. With another pattern of the same inputs it learns on; with "
                "other inputs, another number to predict or another table it begins anew."
            ),
        ),
    )
    samples: int = Field(
        500,
        ge=10,
        le=MOST_SAMPLES,
        json_schema_extra=about(
            Effect.DATA,
            "data",
            say("Samples"),
            say("How many points there are, for training and testing together."),
            scale="log",
            when=BY_SHARE,
        ),
    )
    training_share: int = Field(
        50,
        ge=10,
        le=90,
        json_schema_extra=about(
            Effect.DATA,
            "data",
            say("Training share"),
            say(
                "The part of the points, drawn by chance whatever their class, that the network learns from; the rest "
                "only tests it. A table's columns are standardised by this part, so each share measures them anew."
            ),
            unit="%",
            step=5,
            when=BY_SHARE,
        ),
    )
    split: Split = Field(
        Split.SHARE,
        strict=False,
        json_schema_extra=about(
            Effect.DATA,
            "data",
            say("Split"),
            say("How to say how many points the network learns from, and how many only test it."),
        ),
    )
    training_samples: int = Field(
        250,
        ge=1,
        le=MOST_OF_A_PART,
        json_schema_extra=about(
            Effect.DATA,
            "data",
            say("Training samples"),
            say(
                "How many points the network learns from; what is set aside for validation is taken from them. More "
                "points keep the earlier ones."
            ),
            scale="log",
            when=BY_COUNTS,
        ),
    )
    test_samples: int = Field(
        250,
        ge=1,
        le=MOST_OF_A_PART,
        json_schema_extra=about(
            Effect.DATA,
            "data",
            say("Test samples"),
            say(
                "How many points only test the network. They are the same however many train, and more keep the "
                "earlier ones."
            ),
            scale="log",
            when=BY_COUNTS,
        ),
    )
    noise: float = Field(
        0.0,
        ge=0.0,
        le=2.0,
        json_schema_extra=about(
            Effect.DATA,
            "data",
            say("Noise"),
            say(
                "Standard deviation of the random jitter added to every input, in the units of the axes (−6 to 6). "
                "It may push points out of the picture, whose key then says how many."
            ),
            unit="σ",
            step=0.05,
        ),
    )
    label_noise: float = Field(
        0.0,
        ge=0.0,
        le=1.0,
        json_schema_extra=about(
            Effect.DATA,
            "data",
            say("Label noise"),
            say(
                "For classes: the share of points given a wrong label. For regression: the standard deviation σ of the "
                "noise added to the target. Test labels says whether it reaches the test too."
            ),
            step=0.01,
        ),
    )
    test_labels: Labels = Field(
        Labels.NOISY,
        strict=False,
        json_schema_extra=about(
            Effect.DATA,
            "data",
            say("Test labels"),
            say("Whether the label noise reaches the test points too."),
            needs="label_noise",
        ),
    )
    data_seed: int = Field(
        1,
        ge=0,
        le=MOST_SEED,
        json_schema_extra=about(
            Effect.DATA, "data", say("Data seed"), say("The same seed always makes the same points.")
        ),
    )
    features: tuple[FeatureByName, ...] = Field(
        (Feature.X1, Feature.X2),
        strict=False,
        min_length=1,
        max_length=len(Feature),
        json_schema_extra=about(
            Effect.RESHAPE,
            "data",
            say("Features"),
            say("What the network is given of each point. The weights of the features that stay are kept."),
        ),
    )

    input_scale: float = Field(
        1.0,
        ge=0.001,
        le=1000.0,
        json_schema_extra=about(
            Effect.LIVE,
            "data",
            say("Input scale"),
            say(
                "Multiplies what the network is given. 1 leaves the inputs at the size of the axes (−6 to 6); other "
                "values show "
                "why inputs are scaled before training."
            ),
            unit="×",
            scale="log",
        ),
    )

    @field_validator("features")
    @classmethod
    def _each_feature_once(cls, chosen: tuple[Feature, ...]) -> tuple[Feature, ...]:
        if len(set(chosen)) != len(chosen):
            raise ValueError(FEATURE_TWICE)
        return tuple(sorted(chosen, key=lambda feature: feature.code))
