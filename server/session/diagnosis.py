"""Why a run blew up, in words a student learns from; the likeliest cause first."""

from server.engine.choices import Activation, Feature, Loss, Optimizer, Penalty
from server.settings import Settings

LARGE_GAIN = 3.0
EARLY_STEPS = 50
LARGE_RATE = {Optimizer.SGD: 0.3, Optimizer.MOMENTUM: 0.1, Optimizer.NESTEROV: 0.1, Optimizer.RMSPROP: 0.1, Optimizer.ADAM: 0.3}
UNBOUNDED = {Activation.LINEAR, Activation.RELU, Activation.LEAKY_RELU, Activation.ELU, Activation.SOFTPLUS, Activation.SILU, Activation.GELU}
SQUARES = {Feature.X1_SQUARED, Feature.X2_SQUARED, Feature.X1_X2}

OPENING = "Training stopped at step {step:,}: the next numbers were no longer finite (NaN or infinity). "
CLOSING = " You see the last finite state."


def explain(settings: Settings, step: int) -> str:
    """One cause and one remedy for a network of these settings that blew up after `step` steps."""
    return OPENING.format(step=step) + _cause(settings, step) + CLOSING


def _cause(settings: Settings, step: int) -> str:
    if _penalty_overshoots(settings):
        return (
            f"Learning rate × penalty rate is {settings.learning_rate * settings.penalty_rate:.2g}, so the penalty throws "
            "each weight past zero and further out every time. Lower the penalty's rate."
        )
    if settings.gain >= LARGE_GAIN and step <= EARLY_STEPS:
        return (
            f"The initial weights were too large (gain {settings.gain:g}), so the first gradients were huge. "
            "Set the gain back to 1."
        )
    if settings.learning_rate >= LARGE_RATE[settings.optimizer]:
        return (
            f"The learning rate {settings.learning_rate:g} is too high: each update overshot further than the one before. "
            "Lower it about tenfold and reset."
        )
    return _other_cause(settings)


def _other_cause(settings: Settings) -> str:
    if SQUARES & set(settings.features):
        return (
            "The squared features reach 36, so their gradients are large. Lower the learning rate, or leave these features out."
        )
    if settings.activation in UNBOUNDED and settings.loss is Loss.SQUARED_ERROR:
        return (
            f"{settings.activation.label} outputs have no upper limit, and squared error makes their gradients grow with "
            "every miss. Lower the learning rate, or use tanh."
        )
    return (
        f"The updates grew from step to step at learning rate {settings.learning_rate:g}. "
        "Lower the learning rate, or reset with smaller initial weights."
    )


def _penalty_overshoots(settings: Settings) -> bool:
    """Gradient descent on ½λw² multiplies w by (1 − αλ) each step, which grows when αλ exceeds 2."""
    return settings.penalty is Penalty.L2 and settings.learning_rate * settings.penalty_rate > 2
