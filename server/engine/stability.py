"""From which learning rate on an optimizer no longer comes down a quadratic: for races, and for runs that blew up."""

from glassbox.engine.choices import Optimizer


def critical_rates(steepness: float, momentum: float) -> dict[Optimizer, float]:
    """The learning rates α from which on a quadratic of largest curvature λ is not descended any more.

    Gradient descent multiplies the distance by 1 − αλ in each step, so it must stay below 2/λ. The other two are the
    rates at which an eigenvalue of the step's matrix on (distance, velocity) becomes −1, in PyTorch's form of both.
    RMSprop and Adam have none: their steps do not grow with the gradient.
    """
    return {
        Optimizer.SGD: 2 / steepness,
        Optimizer.MOMENTUM: 2 * (1 + momentum) / steepness,
        Optimizer.NESTEROV: 2 * (1 + momentum) / (1 + 2 * momentum) / steepness,
    }
