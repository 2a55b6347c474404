"""The letters a server writes to a page: JSON-ready dictionaries, one function for each kind."""

from typing import Any

from server.catalogue import PROTOCOL

Letter = dict[str, Any]


def welcome(
    *,
    session: str,
    resumed: bool,
    settings: Letter,
    notes: list[str],
    playing: bool,
    stop: Letter | None,
    best: int | None,
    ready: bool,
    history: Letter,
    branches: Letter,
) -> Letter:
    """The first letter: which session this is, its settings and its curves so far."""
    return {
        "type": "welcome", "protocol": PROTOCOL, "session": session, "resumed": resumed, "settings": settings,
        "notes": notes, "playing": playing, "stop": stop, "best": best, "ready": ready, "history": history,
        "branches": branches,
    }  # fmt: skip


def warming(done: int, total: int, what: str) -> Letter:
    """How far the kernels are compiled."""
    return {"type": "warming", "done": done, "total": total, "what": what}


def ready() -> Letter:
    """The kernels are compiled: the network plays from here on."""
    return {"type": "ready"}


def configured(settings: Letter, changed: list[str], mark: Letter | None, revision: int) -> Letter:
    """Settings were changed; frames of this `revision` and later carry it; `mark` is its flag on the charts, if any."""
    return {"type": "configured", "settings": settings, "changed": changed, "mark": mark, "revision": revision}


def lane(
    *, lane: int, settings: Letter, playing: bool, stop: Letter | None, best: int | None, history: Letter, branches: Letter
) -> Letter:
    """Another lane is in hand, or another branch of it: frames show it, and commands act on it."""
    return {
        "type": "lane", "lane": lane, "settings": settings, "playing": playing, "stop": stop, "best": best, "history": history,
        "branches": branches,
    }  # fmt: skip


def branched(x: float, branch: int, branches: Letter) -> Letter:
    """The run goes on from epoch `x` of its past; frames of this `branch` and later belong to it; what it can come back to."""
    return {"type": "branched", "x": x, "branch": branch, "branches": branches}


def state(*, playing: bool, stop: Letter | None, best: int | None) -> Letter:
    """Whether it trains, why it stopped if it stopped by itself, and the best epoch whose weights can come back."""
    return {"type": "state", "playing": playing, "stop": stop, "best": best}


def note(text: str) -> Letter:
    """Something that came about by itself, for the person to know: it stays on the page until it is dismissed."""
    return {"type": "note", "text": text}


def refused(text: str, about: str | None) -> Letter:
    """Why a message was not obeyed; nothing was changed."""
    return {"type": "refused", "text": text, "about": about}


def bye(code: str, text: str) -> Letter:
    """The last letter before the server closes the connection."""
    return {"type": "bye", "code": code, "text": text}
