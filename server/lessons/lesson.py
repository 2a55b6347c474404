"""What a lesson consists of, read and checked: steps, and in each of them texts, set-ups, questions and goals."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from glassbox.experiments.ready import questions, ready, variants_of
from glassbox.lessons import words
from glassbox.lessons.conditions import Condition, read_condition
from glassbox.lessons.facts import is_of_experiment, of_experiments, of_runs
from glassbox.lessons.holes import check_holes, check_holes_of_guess, holes_of
from glassbox.lessons.markup import check_markup
from glassbox.protocol.refusals import echo, echo_text
from glassbox.settings import Settings

MOST_TEXT = 4000  # signs of one text in a block
MOST_EPOCHS = 1_000_000  # as `stop_epochs`
MOST_CHOICES = 8
MOST_WEIGHTS = 200
CURVES = (
    "train_loss", "test_loss", "validation_loss", "train_accuracy", "test_accuracy", "train_rmse", "test_rmse",
)  # fmt: skip
EPOCH, EXPERIMENT = "epoch ", "experiment "

_Short = Annotated[str, Field(max_length=MOST_TEXT), AfterValidator(check_markup)]
Written = Annotated[_Short, Field(min_length=1)]
Said = Annotated[Written, AfterValidator(check_holes)]
OfGuess = Annotated[Written, AfterValidator(check_holes_of_guess)]
When = Annotated[Condition, BeforeValidator(lambda given: read_condition(given) if isinstance(given, str) else given)]


class Table(BaseModel):
    """What stands between two fences: plain data, checked, and never changed."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, allow_inf_nan=False, arbitrary_types_allowed=True
    )


def _check_experiment_is_named(names: Iterable[str], experiment: str, how: str) -> None:
    """Whoever names facts of an experiment says which one it is, and that one measures them."""
    named = [name for name in sorted(names) if is_of_experiment(name)]
    if named and not experiment:
        raise ValueError(words.HOLE_OF_EXPERIMENT.format(name=named[0], how=how))
    measures = ready(*experiment.split("/")).experiment.measures if named else ()
    for name in named:
        if "." in name and name.partition(".")[2] not in measures:
            raise ValueError(words.NOT_MEASURED.format(name=name, experiment=experiment, measures=", ".join(measures)))


class Text(Table):
    """What is read: HTML of Markdown, and how many words that is."""

    html: str
    words: int


class SetUp(Table):
    """A step's whole start.

    Attributes:
        look: what the address of the page has beside the settings, by its names there.
        own: a gate whose four clouds are the data.
        weights: layer, unit and source (None: the bias), each with its value; as in `protocol.messages.SetWeight`.
        beside: the settings of a second lane.
        experiment: a ready question, and its variant behind a slash.
    """

    settings: Settings = Settings()
    look: dict[str, str] = Field(default_factory=dict)
    own: Literal["and", "or", "xor"] | None = None
    weights: tuple[tuple[int, int, int | None, float], ...] = ()
    beside: Settings | None = None
    experiment: str = ""
    play: bool = False


class Until(Table):
    """When the truth is known: after so many epochs, or when an experiment has ended."""

    epochs: int = Field(0, ge=0, le=MOST_EPOCHS)
    experiment: str = ""


AT_ONCE = Until()


def check_experiment(name: str) -> str:
    """The name of a ready question, with its variant.

    Raises:
        ValueError: there is none.
    """
    question, _, variant = name.partition("/")
    found = questions().get(question)
    if found is None:
        raise ValueError(words.NO_EXPERIMENT.format(name=echo_text(question), names=", ".join(questions())))
    variants = [each.name for each in variants_of(found.settings)]
    if variant and variant not in variants:
        raise ValueError(words.NO_VARIANT.format(name=echo_text(variant), names=", ".join(variants)))
    return name


def _until(given: Any) -> Any:
    if isinstance(given, str) and given.startswith(EXPERIMENT):
        return Until(experiment=check_experiment(given.removeprefix(EXPERIMENT).strip()))
    count = given.removeprefix(EPOCH).strip() if isinstance(given, str) and given.startswith(EPOCH) else ""
    if not count.isascii() or not count.isdigit() or not 1 <= len(count) <= 7 or not 1 <= int(count) <= MOST_EPOCHS:
        raise ValueError(words.NO_UNTIL.format(found=echo(given)))
    return Until(epochs=int(count))


class Asked(Table):
    """What all guesses have; `number` counts the questions and goals of a step from 1."""

    number: int = 0
    ask: Written
    until: Annotated[Until, BeforeValidator(_until)] = AT_ONCE


class Choice(Table):
    """One answer to choose.

    Attributes:
        when: where it is the right one.
        right: told to whoever chose it where it was; `say` where it was not.
    """

    text: Written
    when: When
    say: Annotated[_Short, AfterValidator(check_holes)] = ""
    right: Annotated[_Short, AfterValidator(check_holes)] = ""

    @property
    def names(self) -> frozenset[str]:
        """The facts that it is about."""
        return self.when.names | holes_of(self.say, self.right)

    @model_validator(mode="after")
    def _both_are_answered(self) -> "Choice":
        if not self.say and not self.when.is_always:
            raise ValueError(words.NO_SAY)
        if not self.right and not self.when.is_never:
            raise ValueError(words.NO_RIGHT)
        return self


class PredictChoice(Asked):
    """A guess by choosing; the first choice that holds is the right one."""

    form: Literal["choice"]
    choice: tuple[Choice, ...] = Field(max_length=MOST_CHOICES, strict=False)

    @model_validator(mode="after")
    def _one_can_be_right(self) -> "PredictChoice":
        if len(self.choice) < 2:
            raise ValueError(words.FEW_CHOICES)
        if all(choice.when.is_never for choice in self.choice):
            raise ValueError(words.NO_TRUTH)
        _check_experiment_is_named(self.names, self.until.experiment, words.BY_UNTIL)
        return self

    @property
    def names(self) -> frozenset[str]:
        """The facts that it is about."""
        return frozenset().union(*(choice.names for choice in self.choice))


class PredictNumber(Asked):
    """A guess of a number; `within` is the part of the truth by which it may be off."""

    form: Literal["number"]
    measure: str
    within: float = Field(0.2, ge=0, le=10)
    unit: str = Field("", max_length=40)
    near: OfGuess = words.NEAR
    far: OfGuess = words.FAR

    @model_validator(mode="after")
    def _it_is_a_number(self) -> "PredictNumber":
        offered = of_experiments() if self.until.experiment else of_runs()
        names = [fact.name for fact in offered.values() if fact.is_number]
        if self.measure not in names:
            raise ValueError(words.NO_MEASURE.format(names=", ".join(names), name=echo_text(self.measure)))
        _check_experiment_is_named(self.names, self.until.experiment, words.BY_UNTIL)
        return self

    @property
    def names(self) -> frozenset[str]:
        """The facts that it is about."""
        return holes_of(self.near, self.far) | {self.measure}


class PredictCurve(Asked):
    """A guess by drawing how a measure goes from the first epoch to the last."""

    form: Literal["curve"]
    measure: str
    scale: Literal["linear", "log"] = "linear"

    @model_validator(mode="after")
    def _it_ends(self) -> "PredictCurve":
        if self.measure not in CURVES:
            raise ValueError(words.NO_MEASURE.format(names=", ".join(CURVES), name=echo_text(self.measure)))
        if not self.until.epochs:
            raise ValueError(words.NO_EPOCHS)
        return self

    @property
    def names(self) -> frozenset[str]:
        """The facts that it is about."""
        return frozenset()


class Hint(Table):
    """What helps; the weaker at level 1."""

    level: Annotated[int, Field(ge=1, le=2)]
    say: Said
    when: When = read_condition("always")


class Wrong(Table):
    """What is said, unasked, to whoever misses the goal in this way."""

    when: When
    say: Said


class Do(Table):
    """What is to be brought about; `experiment`: the ready question that the goal is about."""

    number: int = 0
    ask: Written
    goal: When
    done: Said = words.REACHED
    experiment: Annotated[str, BeforeValidator(lambda name: check_experiment(name) if name else name)] = ""
    hint: tuple[Hint, ...] = Field((), strict=False)
    wrong: tuple[Wrong, ...] = Field((), strict=False)

    @model_validator(mode="after")
    def _experiment_is_named(self) -> "Do":
        _check_experiment_is_named(self.names, self.experiment, words.BY_EXPERIMENT)
        return self

    @property
    def names(self) -> frozenset[str]:
        """The facts that it is about."""
        told: tuple[Hint | Wrong, ...] = (*self.hint, *self.wrong)
        conditions = (self.goal, *(each.when for each in told))
        return holes_of(self.done, *(each.say for each in told)).union(*(each.names for each in conditions))


class Look(Table):
    """A part of the page to open and point at."""

    at: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]{0,39}$")]
    say: Written


class Why(Table):
    """A question to be thought about, with an answer to compare one's own with."""

    ask: Written
    answer: Written


class Exactly(Table):
    """What is said shortly, and what is so exactly."""

    shortly: Written
    exactly: Written


Predict = PredictChoice | PredictNumber | PredictCurve
Part = Text | SetUp | Predict | Do | Look | Why | Exactly
Question = Predict | Do


class Step(Table):
    """One step, with its parts in their order; `line`: where it begins in the file."""

    title: str
    line: int
    parts: tuple[Part, ...]

    def question(self, number: int) -> Question | None:
        """The guess or goal of this number; None: there is none."""
        asked = (part for part in self.parts if isinstance(part, Question))
        return next((part for part in asked if part.number == number), None)

    @property
    def set_up(self) -> SetUp | None:
        """What the page is to begin it with; None: as it is."""
        return next((part for part in self.parts if isinstance(part, SetUp)), None)


class Front(Table):
    """What stands at the head of the file."""

    title: Annotated[str, Field(min_length=1, max_length=80)]
    idea: Annotated[str, Field(min_length=1, max_length=300)]
    minutes: int = Field(ge=1, le=240)
    group: Literal["lesson", "problem"] = "lesson"
    order: int = Field(1000, ge=0, le=100_000)
    needs: tuple[Annotated[str, Field(max_length=31)], ...] = Field((), max_length=20, strict=False)
    able: str = Field("", max_length=300)


class Lesson(Front):
    """A whole lesson.

    Attributes:
        name: its address. is_own: whether it is of the folder that the operator gave.
    """

    name: str
    is_own: bool
    steps: tuple[Step, ...]
