"""What large weights cost, on weights and not on biases: L1, L2, or (λ/p) Σ |w|ᵖ for any p from 0.5 to 4.

For p > 1 the gradient λ |w|ᵖ⁻¹ sign w is added to that of the loss; L2 is thus PyTorch's weight decay. For p ≤ 1 the
kink at zero has no gradient: instead each weight is moved by the penalty's proximal operator after the update, which
stops at zero (Daubechies et al., 2004, for p = 1; Zuo et al., 2013, for p < 1). So a weight becomes exactly zero, and
returns when the data pull harder than the penalty; below 1 much harder, since zero is then a valley of its own.
It is moved as far as the optimizer would move it for a steady gradient of the penalty's slope (`updates.steady_reach`),
so that every optimizer comes to rest where loss and penalty balance.
"""

import math

from glassbox.engine._jit import inlined, jit
from glassbox.engine.choices import Penalty

NONE = Penalty.NONE.code
L1 = Penalty.L1.code
L2 = Penalty.L2.code
ROUNDS = 6  # of Newton's method for p < 1: from above, so that it never overshoots, to the last bits


@inlined
def power_of(penalty, power):
    """The p of a penalty's code; 0 for none. `power` is that of Lp."""
    if penalty == NONE:
        return 0.0
    if penalty == L1:
        return 1.0
    return 2.0 if penalty == L2 else power


@inlined
def next_weights(plan, layer, at):
    """Where the weights into `layer` end and where the next layer's begin, if they start at `at`."""
    units = plan.sizes[layer]
    end = at + plan.sizes[layer - 1] * units
    normalized = layer < plan.sizes.size - 1 and plan.normalizations[layer - 1] != 0
    return end, end + (3 * units if normalized else units)


@jit
def add_penalty_gradients(power, rate, plan, parameters, gradients):
    """gradients += rate · |w|ᵖ⁻¹ sign w, for every weight w and p > 1."""
    number = parameters.dtype.type
    at = 0
    for layer in range(1, plan.sizes.size):
        end, following = next_weights(plan, layer, at)
        w, g = parameters[at:end], gradients[at:end]
        if power == 2:
            scale = number(rate)
            for i in range(w.size):
                g[i] += scale * w[i]
        else:
            for i in range(w.size):
                g[i] += number(rate * math.copysign(abs(w[i]) ** (power - 1), w[i]))
        at = following


@jit
def shrink(power, rate, reach, plan, parameters, second):
    """Every weight moves towards zero as the penalty rate · |w|ᵖ / p asks, for p ≤ 1, and not beyond.

    Args:
        reach: an `updates.Reach`, how far a penalty of slope 1 moves a weight in this update.
        second: the optimizer's running mean of squares, which RMSprop and Adam divide by.
    """
    number = parameters.dtype.type
    at = 0
    for layer in range(1, plan.sizes.size):
        end, following = next_weights(plan, layer, at)
        w, squares = parameters[at:end], second[at:end]
        for i in range(w.size):
            divisor = math.sqrt(float(squares[i])) * reach.root_scale + reach.offset
            size = _shrunk(abs(w[i]), rate * reach.far / divisor, power)
            w[i] = math.copysign(number(size), w[i]) if size > 0 else w[i] * number(0)
        at = following


@inlined
def _shrunk(size, amount, power):
    """The x ≥ 0 that makes ½ (x − size)² + amount · xᵖ / p smallest."""
    if power == 1:
        return size - amount
    share = amount / power
    least = (2 * share * (1 - power)) ** (1 / (2 - power))
    if size <= least + amount * least ** (power - 1):
        return 0.0
    x = float(size)
    for _ in range(ROUNDS):
        pull = amount * x ** (power - 1)
        x = (size - (2 - power) * pull) / (1 - (1 - power) * pull / x)
    return x


@jit
def cost(power, rate, plan, parameters):
    """(λ/p) Σ |w|ᵖ, as float64; 0 for p = 0, no penalty."""
    total, at = 0.0, 0
    if power == 0:
        return total
    for layer in range(1, plan.sizes.size):
        end, following = next_weights(plan, layer, at)
        for w in parameters[at:end]:
            total += abs(float(w)) ** power
        at = following
    return rate * total / power
