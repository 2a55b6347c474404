"""What a run tells its page as a whole: the first message to one that comes to watch, its curves, the lane it shows."""

from typing import Any

from glassbox.build_id import build_id
from glassbox.protocol import server_messages
from glassbox.protocol.server_messages import ServerMessage
from glassbox.run.run import Run


def welcome(run: Run, session: str, *, resumed: bool, notes: tuple[str, ...]) -> ServerMessage:
    """The first message to a page that comes to watch."""
    return server_messages.Welcome(
        build=build_id(), session=session, resumed=resumed, notes=notes, ready=True, **_standing(run)
    )


def introduction(run: Run) -> ServerMessage:
    """The message to a page that has this lane in hand from now on."""
    return server_messages.Lane(lane=run.lane, **_standing(run))


def curves(run: Run) -> ServerMessage:
    """All points of the curves, also those of moments that no frame showed."""
    return server_messages.Curves(run.history.curves.plain(run.number))


def _standing(run: Run) -> dict[str, Any]:
    """How it stands, and how it came there."""
    return {
        "settings": run.settings.model_dump(mode="json"),
        "playing": run.is_played,
        "stop": run.stop,
        "best": run.best_epoch(),
        "history": run.history.curves.plain(run.number),
        "branches": run.branches(),
    }
