"""Why a run blew up, in words a student learns from; the likeliest cause first."""

import math

from glassbox.data import describe
from glassbox.engine.choices import Activation, Loss
from glassbox.engine.data_choices import Feature
from glassbox.engine.dataset import EDGE
from glassbox.engine.network import fitting_loss
from glassbox.engine.penalties import power_of
from glassbox.engine.stability import critical_rates
from glassbox.run.shape import features
from glassbox.settings import Settings
from glassbox.words.joined import sentences
from glassbox.words.sentence import say

LARGE_GAIN = 3.0
LARGE_SCALE = 3.0  # of the inputs: the curvature of the loss grows with its square
LARGE_WEIGHT = 10.0  # seldom reached, unless something else has thrown the weights out
EARLY_STEPS = 50
SQUARES = {Feature.X1_SQUARED, Feature.X2_SQUARED, Feature.X1_X2}

OPENING = say(
    "Training stopped at step {step:,} because it diverged: the next numbers were no longer finite (NaN or infinity)."
)
CLOSING = say("You see the last finite state.")
CLOSING_INFINITE = say(
    "You see the state before: its weights are ordinary numbers, but its loss is already beyond the largest there is."
)

PENALTY_OVERSHOOTS = say(
    "Learning rate × penalty rate is {product:.2g}, and from {bound:.3g} on ({optimizer}) the penalty throws each "
    "weight past zero and further out every time. Lower the penalty's rate."
)
PENALTY_GROWS = say(
    "With p = {power:g} the penalty's pull grows with the weight: beyond a size of {size:.2g} a step ({optimizer}) "
    "throws it past zero and further out every time. Lower the penalty's rate, or p."
)
GAIN_TOO_LARGE = say(
    "The initial weights were too large (gain {gain:g}), so the first gradients were huge. Set the gain back to 1."
)
INPUTS_TOO_LARGE = say(
    "The input scale is {scale:g}, so the inputs reach {reach:,.0f}, and the gradients of the first layer grow with "
    "them. Set the input scale back to 1."
)
RATE_TOO_HIGH = say(
    "The learning rate {rate:g} is too high: each update overshot further than the one before. "
    "Lower it about tenfold and reset."
)
SQUARES_TOO_LARGE = say(
    "The squared features reach {reach:g}, so their gradients are large. Lower the learning rate, or leave these "
    "features out."
)
OUTPUTS_UNBOUNDED = say(
    "Outputs of {activation} have no upper limit, and squared error makes their gradients grow with every miss. "
    "Lower the learning rate, or use tanh."
)
LINEAR_UNBOUNDED = say(
    "Linear outputs have no upper limit, and squared error makes their gradients grow with every miss. "
    "Lower the learning rate, or use tanh."
)
UPDATES_GREW = say(
    "The updates grew from step to step at learning rate {rate:g}. Lower the learning rate, or reset with smaller "
    "initial weights."
)
UPDATES_GREW_LOW_GAIN = say(
    "The updates grew from step to step at learning rate {rate:g}. Lower it about tenfold and reset."
)


def explain(settings: Settings, step: int, *, has_finite_losses: bool) -> str:
    """One cause and one remedy for a network of these settings that blew up after `step` steps.

    Args:
        has_finite_losses: whether the state that is left has; squares overflow before the weights do.
    """
    closing = CLOSING if has_finite_losses else CLOSING_INFINITE
    return sentences(OPENING.format(step=step), _cause(settings, step), closing)


def _cause(settings: Settings, step: int) -> str:
    size = _overshooting_size(settings)
    if size == 0:
        product, bound = settings.learning_rate * settings.penalty_rate, _bound(settings)
        return PENALTY_OVERSHOOTS.format(product=product, bound=bound, optimizer=settings.optimizer.label)
    if size <= LARGE_WEIGHT:
        return PENALTY_GROWS.format(power=settings.penalty_power, size=size, optimizer=settings.optimizer.label)
    if settings.gain >= LARGE_GAIN and step <= EARLY_STEPS:
        return GAIN_TOO_LARGE.format(gain=settings.gain)
    if settings.input_scale >= LARGE_SCALE:
        return INPUTS_TOO_LARGE.format(scale=settings.input_scale, reach=EDGE * settings.input_scale)
    if settings.learning_rate >= settings.optimizer.large_rate:
        return RATE_TOO_HIGH.format(rate=settings.learning_rate)
    return _other_cause(settings)


def _other_cause(settings: Settings) -> str:
    if SQUARES & set(features(settings)):
        return SQUARES_TOO_LARGE.format(reach=EDGE**2 * settings.input_scale)
    unbounded = next((each for each in _activations(settings) if not each.bounded), None)
    if unbounded and _has_squared_error(settings):
        is_linear = unbounded is Activation.LINEAR
        return LINEAR_UNBOUNDED if is_linear else OUTPUTS_UNBOUNDED.format(activation=unbounded.label)
    return (UPDATES_GREW if settings.gain >= 1 else UPDATES_GREW_LOW_GAIN).format(rate=settings.learning_rate)


def _activations(settings: Settings) -> list[Activation]:
    return [layer.activation or settings.activation for layer in settings.hidden]


def _has_squared_error(settings: Settings) -> bool:
    return fitting_loss(describe(settings.dataset).problem, settings.loss) is Loss.SQUARED_ERROR


def _bound(settings: Settings) -> float:
    """The αλ from which on a weight under ½λw² is thrown further out in every step."""
    return critical_rates(1.0, settings.momentum)[settings.optimizer]


def _overshooting_size(settings: Settings) -> float:
    """The size from which on the penalty throws a weight further out in every step; 0: any weight, infinite: none.

    Its pull is λ|w|ᵖ⁻¹, as if each weight had its own λ|w|ᵖ⁻². For p below 2 that is the weaker the larger the weight;
    and an adaptive optimizer divides it by its own size.
    """
    power = power_of(settings.penalty.code, settings.penalty_power)
    product = settings.learning_rate * settings.penalty_rate
    if power < 2 or product == 0 or settings.optimizer.adaptive:
        return math.inf
    ratio = _bound(settings) / product
    return float(ratio ** (1 / (power - 2))) if power > 2 else 0.0 if ratio < 1 else math.inf
