"""What a class's room tells a page: a struct for each kind of message. Its twin is static/protocol/classroom.js.

Everything is told whole, the newest wins; `version` grows with every change, so that a page can leave older
news unread. Names are two numbers, or a text that a member chose. What is refused, what a curve is drawn over, and a
lesson's question are ids with values, worded on the page: those in one room may read different languages.
"""

import re
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from glassbox.classroom import limits
from glassbox.classroom.names import Name
from glassbox.classroom.words import Value as WordValue

Mode = Literal["with_me", "own", "steps", "eyes_up"]
Source = Literal["shown", "own"]
Kind = Literal["choice", "number", "curve"]
Phase = Literal["open", "locked", "shown"]
Network = Literal["none", "awake", "rests"]
By = Literal["parameters", "epochs", "loss"]
Measure = Literal[
    "train_loss", "test_loss", "validation_loss", "train_accuracy", "test_accuracy", "train_rmse", "test_rmse",
]  # fmt: skip
Value = int | float | tuple[float, ...]  # an option's number, a number, a curve from 0 to 1


def snake(name: str) -> str:
    """A struct's name as the `type` of its message."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Part of a message."""


class Pace(Part, frozen=True):
    """What a member's page shows: the teacher's network, one's own, some steps of a lesson, or the teacher's sentence,
    while training goes on (`trains`) or rests.
    """

    mode: Mode = "with_me"
    text: str = ""
    trains: bool = True
    lesson: str = ""
    first: int = 0
    last: int = 0


class Axis(Part, frozen=True):
    """What a curve is drawn of, over so many epochs, and what the box's lower and upper edge stand for.

    `x` and `y`: the same in words; only rooms that were kept before there were measures have them, and no measure.
    """

    measure: Measure | None = None
    epochs: Annotated[int, Meta(ge=0, le=2**31)] = 0
    low: float = 0.0
    high: float = 1.0
    is_log: bool = False
    x: str = ""
    y: str = ""


class OfLesson(Part, frozen=True):
    """Where a question stands in a lesson that comes along: each page that reads another `language` than that of the
    question's texts has it from there.
    """

    name: Annotated[str, Meta(max_length=limits.LONGEST_LESSON)]
    step: Annotated[int, Meta(ge=1, le=2**31)]
    number: Annotated[int, Meta(ge=1, le=2**31)]
    language: Annotated[str, Meta(max_length=limits.LONGEST_LANGUAGE)]


class Cloud(Part, frozen=True, omit_defaults=True):
    """The answers of one round, without names: how many chose each option, the numbers in order, or the curves."""

    counts: tuple[int, ...] | None = None
    values: tuple[float, ...] | None = None
    curves: tuple[tuple[float, ...], ...] | None = None


class Question(Part, frozen=True):
    """A question as all see it. `clouds` has one for each round, null while it is not shown; `lesson`: whose it is,
    while `text`, `options` and `unit` are as whoever asked it reads them.
    """

    number: int
    kind: Kind
    text: str
    options: tuple[str, ...]
    least: float | None
    most: float | None
    unit: str
    axis: Axis | None
    lesson: OfLesson | None
    round: int
    phase: Phase
    answered: int
    truth: Value | None
    clouds: tuple[Cloud | None, Cloud | None]


class Goal(Part, frozen=True):
    """What a challenge is to reach: `measure` at or beyond `at`."""

    measure: str
    at: float


class Challenge(Part, frozen=True):
    """A challenge as all see it; `top` only while the teacher shows it."""

    number: int
    goal: Goal
    by: By
    locked: tuple[str, ...]
    phase: Literal["open", "closed"]
    reached: int
    of: int
    best: float | None
    top: tuple[tuple[Name, float], ...] | None


class Stage(Part, frozen=True):
    """What the projector shows, and whether with names."""

    what: Literal["join", "network", "wall", "question", "challenge"] = "join"
    names: bool = False
    tiles: tuple[int, ...] = ()


class Answer(Part, frozen=True):
    """One's own answer."""

    question: int
    round: int
    value: Value


class Standing(Part, frozen=True):
    """One's own place in a challenge, which is told to nobody else."""

    place: int
    of: int
    value: float


class ResumeWord(Part, frozen=True):
    """What moves a member to another device, for so many seconds yet."""

    word: str
    seconds: float


class MemberRow(Part, frozen=True):
    """A member as the desk sees it; `seen` is how many seconds ago it did something."""

    number: int
    name: Name
    here: bool
    source: Source
    answered: bool
    seen: float


class AnswerRow(Part, frozen=True):
    """Whose answer to the question in hand, in its round."""

    member: int
    value: Value


class RecordRow(Part, frozen=True):
    """A member's record in the challenge, the best one first: `value` is what makes the order, and of `tried` other
    seeds `reached` reach the goal with the same settings.
    """

    member: int
    value: float
    reached: int
    tried: int


class HandOver(Part, frozen=True):
    """What lets somebody else take the lead, once, for so many seconds yet."""

    secret: str
    seconds: float


class RoomLimits(Part, frozen=True):
    """How much the room takes."""

    members: int


# ---- the messages


class ToPage(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag=snake):
    """Any of those below."""


class Room(ToPage, frozen=True):
    """What everybody in the room may know; `here`: how many of the members are, just now.

    `further`: signs beside the code, for newcomers whom the code alone does not let in.
    """

    version: int
    code: str
    members: int
    here: int
    pace: Pace
    free_names: bool
    floor: Name | None
    is_led: bool
    shown: bool
    question: Question | None
    challenge: Challenge | None
    stage: Stage
    further: str


class Me(ToPage, frozen=True):
    """What only this member may know; `spins` is how often the drawn name may yet be drawn anew.

    `on_trial`: a network of this member reached the challenge's goal, and is trained again before it counts.
    """

    version: int
    number: int
    name: Name
    spins: int
    source: Source
    session: str | None
    owner: str
    answers: tuple[Answer, ...]
    standing: Standing | None
    on_trial: bool
    resume: ResumeWord | None


class Member(ToPage, frozen=True):
    """Of the member at whose network an onlooker looks: `source` is what its page shows, `network` how its own is."""

    number: int
    name: Name
    here: bool
    source: Source
    network: Network


class Desk(ToPage, frozen=True):
    """What only those who may lead know; `leads` says whether this one does, by `counter`.

    `look`: by which a window of its own looks at one member's network.
    """

    version: int
    counter: int
    leads: bool
    members: tuple[MemberRow, ...]
    answers: tuple[AnswerRow, ...]
    records: tuple[RecordRow, ...]
    hand_over: HandOver | None
    projector: str
    look: str
    limits: RoomLimits


class Answered(ToPage, frozen=True):
    """The answer of this id is on the disk: it need not be sent again."""

    id: str


class Refused(ToPage, frozen=True):
    """Why a message (of the type `about`) was not obeyed; nothing was changed."""

    id: str
    values: dict[str, WordValue]
    about: str | None


class Alive(ToPage, frozen=True):
    """Nothing else was to be told for a moment: the server is there."""


class Bye(ToPage, frozen=True, omit_defaults=True):
    """The last message before the server closes the connection; `front`: which one has the room, if known."""

    code: str
    front: int = 0


_encoder = msgspec.json.Encoder()


def write(message: ToPage) -> str:
    """The text of a message."""
    return _encoder.encode(message).decode()
