"""Whether a network sleeps: its loss is still that of a constant answer, and level, though it has trained for long."""

from glassbox.run.baseline import constant_loss
from glassbox.run.past.loss_curves import LossCurves
from glassbox.run.run import Run

LONG = (
    300.0  # epochs after which rest is a result; small networks may sleep on a plateau for two hundred and then learn
)
NOTHING_LEARNED = (
    0.97  # of a constant answer's loss: a network that bends and is still there has not begun, whatever its size
)
# Epochs, and the share of a constant answer's loss that their second half must have gained: a plateau from which a
# network wakes within some hundred epochs has a slope, if a slight one.
SOUND = (50.0, 1e-4)
LIGHT = (LONG, 1e-3)


def is_asleep(left: float, curves: LossCurves, constant: float) -> bool:
    """Whether training has gained nothing for long.

    Args:
        left: the share of a constant answer's loss that is left: 1 has learned nothing.
        constant: the loss of a constant answer.
    """
    return left >= NOTHING_LEARNED and any(_is_level(curves, constant, *least) for least in (SOUND, LIGHT))


def sleeps(run: Run, train_loss: float) -> bool:
    """Whether a run does, whose training loss is this; the curves are only read where that is high."""
    constant = constant_loss(run.trainer.recipe, run.data_split.data.t_train)
    if constant <= 0 or not train_loss >= NOTHING_LEARNED * constant:
        return False
    return is_asleep(train_loss / constant, LossCurves.of(run.history.curves.stored(), run.now()), constant)


def _is_level(curves: LossCurves, constant: float, epochs: float, least: float) -> bool:
    return curves.length >= epochs and curves.late_fall < least * constant
