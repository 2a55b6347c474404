"""The JSON texts on the wire: what the page may ask (commands) and what the server answers (messages).

`static/protocol/messages.js` is the twin of this file; `tests/golden/` holds texts that both must read alike.
"""

import json
import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from glassbox.protocol.refusals import Refusal, sentence
from glassbox.protocol.server_messages import ServerMessage
from glassbox.settings import MOST_HIDDEN_LAYERS, MOST_INPUTS
from glassbox.words.sentence import say
from glassbox.words.wire import plain

EXAMPLE = '{"type": "play"}'
TOO_LONG = say("A message may be {most} kB long; this one has {actual} kB. Send less at once.")
NOT_JSON = say("Expected a message in JSON, such as {example}; this text is not JSON.")
NO_OBJECT = say("Expected a JSON object with a type, such as {example}; got {actual}.")
UNKNOWN_TYPE = say("Unknown message type; expected one of {types}.")
IN_MESSAGE = say("In the message “{kind}”: {fault}")
NOT_FINITE = say("Numbers must be finite; got {number}. Send an ordinary number.")
A_LIST, A_STRING, A_TRUTH, A_NUMBER = say("a list"), say("a string"), say("true or false"), say("a number")

MOST_SHOWN_UNITS = 64  # of one layer, in one frame
MOST_GUESSED = 128  # points whose class is told in each frame
MOST_SET_UP = 1000  # weights that are set in one message
WIDEST_LAYER = 1_000_000  # a bound on indices in messages; the session checks them against its network


class _Command(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


Index = Annotated[int, Field(ge=0, le=WIDEST_LAYER)]
LaneNumber = Annotated[int, Field(ge=1, le=99)]
Value = Annotated[float, Field(ge=-1000, le=1000)]
Gesture = Annotated[int, Field(ge=0, le=2**53)] | None  # the same number for all that comes of one drag


class View(_Command):
    """What the page is looking at, so that frames carry that and no more."""

    type: Literal["view"] = "view"
    windows: Annotated[
        tuple[Annotated[tuple[Index, Annotated[int, Field(ge=1, le=MOST_SHOWN_UNITS)]], Field(strict=False)], ...],
        Field(strict=False, max_length=MOST_HIDDEN_LAYERS + 2),
    ] = ()
    map_size: int = Field(default=100, ge=16, le=128)
    unit_size: int = Field(default=24, ge=8, le=48)
    unit: Annotated[tuple[Index, Index], Field(strict=False)] | None = None
    axes: Annotated[tuple[Index, Index], Field(strict=False)] = (0, 1)  # the inputs that span the plane …
    held: Annotated[tuple[Value, ...], Field(strict=False, max_length=MOST_INPUTS)] = ()  # … and where all are held
    wrong: bool = False  # whether to tell which points are put into a wrong class
    guessed: Annotated[
        tuple[Index, ...], Field(strict=False, max_length=MOST_GUESSED)
    ] = ()  # points whose class to tell
    lanes: bool = False  # whether to show all lanes that are compared
    hidden: bool = False


class Open(_Command):
    """The first message on a socket: a new session, or one that goes on."""

    type: Literal["open"]
    session: Annotated[str, Field(max_length=64)] | None = None
    settings: dict[str, Any] = Field(default_factory=dict)
    view: View | None = None
    owner: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{22}$")] | None = (
        None  # the secret id of the browser's lab book
    )
    kept: Annotated[str, Field(max_length=64)] | None = None  # the row that has the run on show, as the page was told


class Configure(_Command):
    """Change any settings; all of them, or none if one is wrong."""

    type: Literal["configure"]
    changes: dict[str, Any] = Field(min_length=1)
    gesture: Gesture = None


class Play(_Command):
    """Train until told otherwise."""

    type: Literal["play"]


class Pause(_Command):
    """Stop training, keep everything."""

    type: Literal["pause"]


class Step(_Command):
    """Train one mini-batch, or to the end of this epoch."""

    type: Literal["step"]
    unit: Literal["batch", "epoch"]


class Reset(_Command):
    """Back to the same initial weights."""

    type: Literal["reset"]


class RestoreBest(_Command):
    """Bring back the weights of the best epoch that early stopping has found."""

    type: Literal["restore_best"]


class NewSeed(_Command):
    """Draw other initial weights, or other data."""

    type: Literal["new_seed"]
    of: Literal["weights", "data"]


class SetWeight(_Command):
    """Put one weight to a value: into `unit` of `layer` (1 … L) from `source` in the layer before."""

    type: Literal["set_weight"]
    layer: Index
    unit: Index
    source: Index
    value: Value
    gesture: Gesture = None


class SetBias(_Command):
    """Put one bias to a value."""

    type: Literal["set_bias"]
    layer: Index
    unit: Index
    value: Value
    gesture: Gesture = None


class SolveLastLayer(_Command):
    """Put the output's weights and bias to the best there are for the training data while the layers below stay."""

    type: Literal["solve_last_layer"]


class Hold(_Command):
    """Keep a part of the network from learning, or let it learn again.

    `freeze`: `unit` of `layer`, or (None) the whole layer, keeps its weights. `disable`: the connection into `unit`
    from `source`, or (None) the unit itself, counts as 0 and remembers its weights.
    """

    type: Literal["hold"]
    action: Literal["freeze", "disable"]
    layer: Index
    unit: Index | None = None
    source: Index | None = None
    on: bool


class SetUp(_Command):
    """Begin anew with all of this, as one change: a step of a lesson.

    Attributes:
        settings: those that are not the defaults.
        weights: layer, unit, source (None: the bias) and value of each that is not as the seed has it.
        beside: what a second lane has otherwise; None: there is none.
    """

    type: Literal["set_up"]
    settings: dict[str, Any]
    weights: Annotated[
        tuple[Annotated[tuple[Index, Index, Index | None, Value], Field(strict=False)], ...],
        Field(strict=False, max_length=MOST_SET_UP),
    ] = ()
    beside: dict[str, Any] | None = None


class EditNetwork(_Command):
    """Add or remove one unit or one hidden layer; the other weights stay."""

    type: Literal["edit_network"]
    action: Literal["add_unit", "remove_unit", "add_layer", "remove_layer"]
    layer: Annotated[int, Field(ge=1, le=MOST_HIDDEN_LAYERS + 1)]
    unit: Index | None = None


class Rewind(_Command):
    """Show a moment of the past: the stored one nearest to `step`, or the next one before or after it; None:
    the present.
    """

    type: Literal["rewind"]
    step: Annotated[int, Field(ge=0)] | None = None
    towards: Literal["nearest", "before", "after"] = "nearest"


class SwitchBranch(_Command):
    """Come back to another branch of the run, at its end: one that was left when the run went on from its past."""

    type: Literal["switch_branch"]
    branch: Annotated[int, Field(ge=1)]


class Undo(_Command):
    """Take the last change back, with all that was trained since; or put back only what it changed."""

    type: Literal["undo"]
    only_setting: bool = False


class Redo(_Command):
    """Bring back what was left when a change was taken back."""

    type: Literal["redo"]


class Fork(_Command):
    """Begin a further lane, as a copy of the one in hand; it is in hand from then on."""

    type: Literal["fork"]


class TakeLane(_Command):
    """Take another lane in hand: it is shown, and commands act on it."""

    type: Literal["take_lane"]
    lane: LaneNumber


class RemoveLane(_Command):
    """Let go of a lane."""

    type: Literal["remove_lane"]
    lane: LaneNumber


class Acknowledge(_Command):
    """The page has drawn this frame and can take another."""

    type: Literal["ack"]
    frame: int = Field(ge=0)


Command = (
    Configure
    | Play
    | Pause
    | Step
    | Reset
    | RestoreBest
    | NewSeed
    | SetWeight
    | SetBias
    | SolveLastLayer
    | Hold
    | SetUp
    | EditNetwork
    | Rewind
    | SwitchBranch
    | Undo
    | Redo
    | Fork
    | TakeLane
    | RemoveLane
    | View
    | Acknowledge
    | Open
)
_COMMANDS: TypeAdapter[Command] = TypeAdapter(Annotated[Command, Field(discriminator="type")])
TYPES = tuple(str(kind.model_fields["type"].annotation.__args__[0]) for kind in Command.__args__)


# One comes for every frame, so the way they are usually written is read without further ado.
_ACKNOWLEDGEMENT = re.compile(r'\{"type": ?"ack", ?"frame": ?(0|[1-9][0-9]{0,17})\}')


def acknowledged_in(text: str) -> int | None:
    """The number of the frame that a text acknowledges, if it does so as it is usually written."""
    found = _ACKNOWLEDGEMENT.fullmatch(text)
    return int(found[1]) if found else None


def read(text: str, longest: int) -> Command:
    """The command in a text from the page.

    Raises:
        Refusal: the text is too long, is not JSON, not an object, of unknown type, or has wrong fields.
    """
    if len(text) > longest:
        raise Refusal(TOO_LONG.format(most=longest // 1024, actual=len(text) // 1024))
    frame = acknowledged_in(text)
    if frame is not None:
        return Acknowledge.model_construct(type="ack", frame=frame)
    try:
        data = _JSON.decode(text)
    except (ValueError, RecursionError):
        raise Refusal(NOT_JSON.format(example=EXAMPLE)) from None
    if not isinstance(data, dict):
        raise Refusal(NO_OBJECT.format(example=EXAMPLE, actual=_json_name(data)))
    kind = data.get("type")
    if kind not in TYPES:
        raise Refusal(UNKNOWN_TYPE.format(types=", ".join(TYPES)))
    try:
        return _COMMANDS.validate_python(data)
    except ValidationError as error:
        raise Refusal(
            sentence(error, lambda fault: IN_MESSAGE.format(kind=kind, fault=fault)), about=str(kind)
        ) from None


def _refuse_constant(name: str) -> None:
    raise Refusal(NOT_FINITE.format(number=name))


_JSON = json.JSONDecoder(parse_constant=_refuse_constant)


def _json_name(data: object) -> str:
    if data is None:
        return "null"
    names = {list: A_LIST, str: A_STRING, bool: A_TRUTH, int: A_NUMBER, float: A_NUMBER}
    return names[type(data)]


def write(message: ServerMessage) -> str:
    """A message to the page as JSON text; NaN and infinity, which JSON lacks, must not occur in it."""
    return json.dumps(plain(message), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
