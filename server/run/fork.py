"""Makes another run of one: a lane to compare it with, which stands at the same moment and has come the same way."""

from glassbox.protocol.server_messages import ServerMessage
from glassbox.run.goal import GoalJudge
from glassbox.run.restore import restore
from glassbox.run.run import Run
from glassbox.run.stopping import EarlyStopping


def fork(run: Run, lane: int, number: int) -> tuple[list[ServerMessage], Run]:
    """What to tell of the first, and the second, which goes on by itself from here."""
    told = run.go_on()
    twin = Run(run.settings, run.most_parameters, run.draw_seed, run.timeline_bytes, lane)
    restore(twin.trainer, run.now())
    twin.data_split, twin.holds, twin.by_hand = run.data_split, run.holds, run.by_hand
    twin.early_stopping = EarlyStopping(run.early_stopping.seen)
    twin.goal = GoalJudge(run.goal.check, run.goal.earlier)
    run.history.copy_to(twin.history)
    twin.number, twin.revision, twin.data_version = number, run.revision, run.data_version
    twin.changes, twin.steering = run.changes, run.steering
    twin.changed()
    return told, twin
