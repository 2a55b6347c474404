"""The letters a server writes to a page: JSON-ready dictionaries, one function for each kind."""

from typing import Any

from glassbox.catalogue import PROTOCOL

ServerMessage = dict[str, Any]


def welcome(
    *,
    build: str,
    session: str,
    resumed: bool,
    settings: ServerMessage,
    notes: list[str],
    playing: bool,
    stop: ServerMessage | None,
    best: int | None,
    ready: bool,
    history: ServerMessage,
    branches: ServerMessage,
) -> ServerMessage:
    """The first letter: the build of the page that this server serves, which session this is,
    its settings and curves so far.
    """
    return {
        "type": "welcome", "protocol": PROTOCOL, "build": build, "session": session, "resumed": resumed,
        "settings": settings, "notes": notes, "playing": playing, "stop": stop, "best": best, "ready": ready,
        "history": history,
        "branches": branches,
    }  # fmt: skip


def warming(done: int, total: int, what: str) -> ServerMessage:
    """How far the kernels are compiled."""
    return {"type": "warming", "done": done, "total": total, "what": what}


def ready() -> ServerMessage:
    """The kernels are compiled: the network plays from here on."""
    return {"type": "ready"}


def configured(settings: ServerMessage, changed: list[str], mark: ServerMessage | None, revision: int) -> ServerMessage:
    """Settings were changed; frames of this `revision` and later carry it; `mark` is its flag on the charts, if any."""
    return {"type": "configured", "settings": settings, "changed": changed, "mark": mark, "revision": revision}


def lane(
    *,
    lane: int,
    settings: ServerMessage,
    playing: bool,
    stop: ServerMessage | None,
    best: int | None,
    history: ServerMessage,
    branches: ServerMessage,
) -> ServerMessage:
    """Another lane is in hand, or another branch of it: frames show it, and commands act on it."""
    return {
        "type": "lane", "lane": lane, "settings": settings, "playing": playing, "stop": stop, "best": best,
        "history": history,
        "branches": branches,
    }  # fmt: skip


def curves(history: ServerMessage) -> ServerMessage:
    """The curves so far, for a page that was hidden and got no frames meanwhile."""
    return {"type": "curves", "history": history}


def branched(x: float, branch: int, branches: ServerMessage) -> ServerMessage:
    """The run goes on from epoch `x` of its past; frames of this `branch` and later belong to it;
    what it can come back to.
    """
    return {"type": "branched", "x": x, "branch": branch, "branches": branches}


def state(*, playing: bool, stop: ServerMessage | None, best: int | None) -> ServerMessage:
    """Whether it trains, why it stopped if it stopped by itself, and the best epoch whose weights can come back."""
    return {"type": "state", "playing": playing, "stop": stop, "best": best}


def note(text: str) -> ServerMessage:
    """Something that came about by itself, for the person to know: it stays on the page until it is dismissed."""
    return {"type": "note", "text": text}


def refused(text: str, about: str | None) -> ServerMessage:
    """Why a message was not obeyed; nothing was changed."""
    return {"type": "refused", "text": text, "about": about}


def bye(code: str, text: str) -> ServerMessage:
    """The last letter before the server closes the connection."""
    return {"type": "bye", "code": code, "text": text}
