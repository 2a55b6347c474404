"""Why a run blew up, in words a student learns from; the likeliest cause first."""

from glassbox.data import describe
from glassbox.engine.choices import Activation, Feature, Loss, Penalty, Problem
from glassbox.run.shape import features
from glassbox.settings import Settings

LARGE_GAIN = 3.0
EARLY_STEPS = 50
SQUARES = {Feature.X1_SQUARED, Feature.X2_SQUARED, Feature.X1_X2}

OPENING = (
    "Training stopped at step {step:,} because it diverged: the next numbers were no longer finite (NaN or infinity). "
)
CLOSING = " You see the last finite state."

PENALTY_OVERSHOOTS = (
    "Learning rate × penalty rate is {product:.2g}, so the penalty throws each weight past zero and further out every "
    "time. Lower the penalty's rate."
)
GAIN_TOO_LARGE = (
    "The initial weights were too large (gain {gain:g}), so the first gradients were huge. Set the gain back to 1."
)
RATE_TOO_HIGH = (
    "The learning rate {rate:g} is too high: each update overshot further than the one before. "
    "Lower it about tenfold and reset."
)
SQUARES_TOO_LARGE = (
    "The squared features reach 36, so their gradients are large. Lower the learning rate, or leave these features out."
)
OUTPUTS_UNBOUNDED = (
    "{activation} outputs have no upper limit, and squared error makes their gradients grow with every miss. "
    "Lower the learning rate, or use tanh."
)
UPDATES_GREW = (
    "The updates grew from step to step at learning rate {rate:g}. "
    "Lower the learning rate, or reset with smaller initial weights."
)


def explain(settings: Settings, step: int) -> str:
    """One cause and one remedy for a network of these settings that blew up after `step` steps."""
    return OPENING.format(step=step) + _cause(settings, step) + CLOSING


def _cause(settings: Settings, step: int) -> str:
    if _penalty_overshoots(settings):
        return PENALTY_OVERSHOOTS.format(product=settings.learning_rate * settings.penalty_rate)
    if settings.gain >= LARGE_GAIN and step <= EARLY_STEPS:
        return GAIN_TOO_LARGE.format(gain=settings.gain)
    if settings.learning_rate >= settings.optimizer.large_rate:
        return RATE_TOO_HIGH.format(rate=settings.learning_rate)
    return _other_cause(settings)


def _other_cause(settings: Settings) -> str:
    if SQUARES & set(features(settings)):
        return SQUARES_TOO_LARGE
    unbounded = next((each for each in _activations(settings) if not each.bounded), None)
    if unbounded and _has_squared_error(settings):
        return OUTPUTS_UNBOUNDED.format(activation=unbounded.label[0].upper() + unbounded.label[1:])
    return UPDATES_GREW.format(rate=settings.learning_rate)


def _activations(settings: Settings) -> list[Activation]:
    return [layer.activation or settings.activation for layer in settings.hidden]


def _has_squared_error(settings: Settings) -> bool:
    return describe(settings.dataset).problem is Problem.REGRESSION or settings.loss is Loss.SQUARED_ERROR


def _penalty_overshoots(settings: Settings) -> bool:
    """Gradient descent on ½λw² multiplies w by (1 − αλ) each step, which grows when αλ exceeds 2."""
    is_unscaled = settings.penalty is Penalty.L2 and not settings.optimizer.adaptive
    return is_unscaled and settings.learning_rate * settings.penalty_rate > 2
