"""One pass over any number of points, nothing dropped and nothing learned: the values of chosen units."""

import numpy as np

from glassbox.engine._jit import pasted
from glassbox.engine.functions import f
from glassbox.engine.no_refcount import part
from glassbox.engine.passes import forward, padded

_ZERO = f(0)


@pasted
def infer(plan, windows, inputs, parameters, statistics, work, values):
    """Fill `values` [shown units, points], layer by layer; the last layer's are its logits.

    Args:
        plan: a `kernel_args.Plan`.
        windows: int64 [layers + 1, 2], the first of each layer's shown units and how many.
        inputs: [features, points].
    """
    points, tile = inputs.shape[1], work.targets.size
    for done in range(0, points, tile):
        real = min(tile, points - done)
        width = padded(real)
        for feature in range(plan.sizes[0]):
            place, given = part(work.outputs, feature * width, width), inputs[feature, done:]
            for s in range(real):
                place[s] = given[s]
            for s in range(real, width):
                place[s] = _ZERO
        forward(plan, parameters, statistics, work, width, real, np.bool_(False), np.uint64(0), done)
        row = first_unit = 0
        for layer in range(plan.sizes.size):
            for unit in range(windows[layer, 1]):
                source = part(work.outputs, (first_unit + windows[layer, 0] + unit) * width, width)
                target = values[row, done:]
                for s in range(real):
                    target[s] = source[s]
                row += 1
            first_unit += plan.sizes[layer]
