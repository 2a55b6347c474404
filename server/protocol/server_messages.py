"""What a server tells a page: a struct for each kind of message, whose name in small letters is its `type` in JSON."""

from typing import Any

import msgspec

from glassbox.catalogue import PROTOCOL

Plain = dict[str, Any]  # JSON-ready


class Stop(msgspec.Struct, frozen=True):
    """Why training stopped by itself: a code for the page, and one sentence."""

    code: str
    text: str


class Mark(msgspec.Struct, frozen=True):
    """A change of settings at epoch `x`: the names of what changed, and how to say it."""

    x: float
    changed: tuple[str, ...]
    text: str


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A change that can be taken back, or brought back.

    `kind` is the type of the message that made it, and `details` has what that said, of a weight also its value
    `before`. `before` and `after` are the settings it changed. `run` is the number that the lane's run has by now,
    `since` how many epochs it had trained right after the change, and `ahead` how many more when that was taken back;
    `alone` is whether what it changed can be put back alone.
    """

    number: int
    kind: str
    lane: int
    run: int
    before: Plain
    after: Plain
    details: Plain
    since: float
    ahead: float
    alone: bool


class ServerMessage(msgspec.Struct, frozen=True, tag_field="type", tag=str.lower):
    """Any of those below."""


class Welcome(ServerMessage, frozen=True, kw_only=True):
    """The first message: the build of the page that this server serves, which session this is,
    its settings and curves so far.
    """

    protocol: int = PROTOCOL
    build: str
    session: str
    resumed: bool
    settings: Plain
    notes: tuple[str, ...]
    playing: bool
    stop: Stop | None
    best: int | None
    ready: bool
    history: Plain
    branches: Plain


class Warming(ServerMessage, frozen=True):
    """How far the kernels are compiled."""

    done: int
    total: int
    what: str


class Ready(ServerMessage, frozen=True):
    """The kernels are compiled: the network plays from here on."""


class Configured(ServerMessage, frozen=True):
    """Settings were changed; frames of this `revision` and later carry it; `mark` is its flag on the charts, if any."""

    settings: Plain
    changed: tuple[str, ...]
    mark: Mark | None
    revision: int


class Lane(ServerMessage, frozen=True, kw_only=True):
    """Another lane is in hand, or another branch of it: frames show it, and commands act on it."""

    lane: int
    settings: Plain
    playing: bool
    stop: Stop | None
    best: int | None
    history: Plain
    branches: Plain


class Curves(ServerMessage, frozen=True):
    """The curves so far, for a page that was hidden and got no frames meanwhile."""

    history: Plain


class Branched(ServerMessage, frozen=True):
    """The run goes on from epoch `x` of its past; frames of this `branch` and later belong to it;
    what it can come back to.
    """

    x: float
    branch: int
    branches: Plain


class State(ServerMessage, frozen=True, kw_only=True):
    """Whether it trains, why it stopped if it stopped by itself, and the best epoch whose weights can come back."""

    playing: bool
    stop: Stop | None
    best: int | None


class Changes(ServerMessage, frozen=True):
    """The change that can be taken back next, and the one that can be brought back next; how many there are of each,
    and how many are remembered at most.
    """

    undo: Change | None
    redo: Change | None
    undos: int
    redos: int
    most: int


class Note(ServerMessage, frozen=True):
    """Something that came about by itself, for the person to know: it stays on the page until it is dismissed."""

    text: str


class Kept(ServerMessage, frozen=True):
    """Which row of the lab book has the last trained step of this `run`: by its key the run can be taken up again."""

    run: int
    key: str


class Refused(ServerMessage, frozen=True):
    """Why a message was not obeyed; nothing was changed."""

    text: str
    about: str | None


class Slowed(ServerMessage, frozen=True):
    """Whether too many networks train here for each to be shown as often as it could: all wait equally long then."""

    slowed: bool


class Alive(ServerMessage, frozen=True):
    """Nothing else was to be told for a moment: the server is there. Costs a few bytes, and older pages skip it."""


class Bye(ServerMessage, frozen=True):
    """The last message before the server closes the connection."""

    code: str
    text: str
