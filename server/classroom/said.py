"""What pages say to a class's room: a struct for each kind of message. Its twin is static/protocol/classroom.js.

Each change of the lead's carries the counter of its lease, so that one who has lost it is refused.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from glassbox.classroom import limits, told
from glassbox.classroom.refused import Refused
from glassbox.classroom.told import Axis, Kind, Mode, OfLesson, Source, Value, snake

Role = Literal["member", "desk", "projector", "onlooker"]
Count = Annotated[int, Meta(ge=0, le=2**31)]
Key = Annotated[str, Meta(max_length=limits.LONGEST_KEY)]
Sentence = Annotated[str, Meta(max_length=limits.LONGEST_SENTENCE)]


class Said(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag=snake, forbid_unknown_fields=True):
    """Any of those below."""


class Enter(Said, frozen=True):
    """The first message on a socket. `member`: at whose network an onlooker looks; its token is `told.Desk.look`."""

    role: Role
    token: Key
    size: Literal["large", "small"] = "large"
    member: Count | None = None


# ---- a member's


class OfMember(Said, frozen=True):
    """What only members say."""


class Answer(OfMember, frozen=True):
    """An answer, under an id of the page's: it is sent again until it was acknowledged, and counts once."""

    id: Annotated[str, Meta(min_length=1, max_length=limits.LONGEST_KEY)]
    question: Count
    round: Count
    value: Value


class LookAt(OfMember, frozen=True):
    """Whether the page shows the teacher's network or the member's own."""

    source: Source


class ResumeWord(OfMember, frozen=True):
    """A word, please, to go on with on another device."""


class Rename(OfMember, frozen=True):
    """A name of one's own choice, where that is allowed; null draws another one."""

    name: Annotated[str, Meta(max_length=limits.LONGEST_NAME)] | None


class Drawn(OfMember, frozen=True):
    """The page has drawn this broadcast frame."""

    frame: Count


# ---- the lead's


class OfLead(Said, frozen=True):
    """What only the lead says."""

    counter: Count


class Show(OfLead, frozen=True):
    """The network that all look at is that of this session; null: none."""

    session: Key | None


class Pace(OfLead, frozen=True):
    """What members' pages show from now on."""

    mode: Mode
    text: Sentence = ""
    trains: bool = True
    lesson: Annotated[str, Meta(max_length=limits.LONGEST_LESSON)] = ""
    first: Count = 0
    last: Count = 0


class FreeNames(OfLead, frozen=True):
    """Whether members may choose their names."""

    on: bool


class Asked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question of the teacher's or a lesson's, in the teacher's language. What is too long of it,
    `asking.check_asked` refuses in a sentence.
    """

    kind: Kind
    text: Annotated[str, Meta(min_length=1)]
    options: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None
    unit: Annotated[str, Meta(max_length=limits.LONGEST_UNIT)] = ""
    axis: Axis | None = None
    lesson: OfLesson | None = None


class Ask(OfLead, frozen=True):
    """A question to all."""

    question: Asked


class Lock(OfLead, frozen=True):
    """No more answers to the question in hand."""


class Reveal(OfLead, frozen=True):
    """The cloud of answers is shown, and the truth if it is known."""

    truth: Value | None = None


class Again(OfLead, frozen=True):
    """A second round of the question in hand."""


class Done(OfLead, frozen=True):
    """The question in hand is over."""


class Stage(OfLead, frozen=True):
    """What the projector shows."""

    what: Literal["join", "network", "wall", "question", "challenge"]
    names: bool = False
    tiles: Annotated[tuple[Count, ...], Meta(max_length=64)] = ()


class Floor(OfLead, frozen=True):
    """Whose network all look at; null: the lead's."""

    member: Count | None


class Wall(OfLead, frozen=True):
    """Whether the desk looks at the wall, and at which member's network closely."""

    on: bool
    close: Count | None = None


class Challenge(OfLead, frozen=True):
    """A challenge to all, on the settings of the network that is shown; `locked` as links name it.

    `begins_anew`: that network may begin anew, without the rows that are held back where there are no other points.
    """

    goal: told.Goal
    by: told.By
    locked: Annotated[tuple[Key, ...], Meta(max_length=limits.MOST_LOCKED)] = ()
    begins_anew: bool = False


class CloseChallenge(OfLead, frozen=True):
    """Nothing is scored any more."""


class ShowTop(OfLead, frozen=True):
    """Whether the five best of the challenge are told to all."""

    on: bool


class HandOver(OfLead, frozen=True):
    """A secret, please, by which somebody else can take the lead."""


class Remove(OfLead, frozen=True):
    """A member leaves the room."""

    member: Count


class End(OfLead, frozen=True):
    """The room ends, and all that it knew goes with it."""


class TakeBack(Said, frozen=True):
    """The lease is mine again: from whoever has a key to the lead, and has not the lease now."""


Message = (
    Enter | Answer | LookAt | ResumeWord | Rename | Drawn | Show | Pace | FreeNames | Ask | Lock | Reveal | Again | Done
    | Stage | Floor | Wall | Challenge | CloseChallenge | ShowTop | HandOver | Remove | End | TakeBack
)  # fmt: skip

_decoder = msgspec.json.Decoder(Message)


def read(text: str) -> Message:
    """The message of a text.

    Raises:
        Refused: it is none.
    """
    try:
        message: Message = _decoder.decode(text)
    except msgspec.ValidationError:
        raise Refused("not_understood") from None
    except (msgspec.DecodeError, UnicodeEncodeError):
        raise Refused("not_json") from None
    return message
