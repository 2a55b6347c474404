"""Forward and backward through all layers, for one tile of up to 64 samples; the heart of every other kernel.

A tile's `width` is a multiple of 16. Layers lie units by samples, one after the other, inputs first: row r of a flat
array is columns r·width … of `outputs`, and of `slopes` and `deltas` alike. Sizes and codes are plain arrays, so one
compiled kernel serves every architecture.
"""

import numpy as np

from glassbox.engine._jit import inlined, jit, pasted
from glassbox.engine.activations import activate
from glassbox.engine.dropout import drop
from glassbox.engine.matmul import add_bias, add_row_products, add_row_sums, add_to_target, matmul, times_slope
from glassbox.engine.no_refcount import borrowed, part
from glassbox.engine.normalizations import BATCH, denormalize, normalize
from glassbox.engine.simd import LANES, ROWS, add_products_of_eight, transpose

# Transposing a layer's outputs, 8 × 16 at a time, makes the weights' gradients another product. After layers of at
# most so many units, or for so few weights, adding the lanes up for each weight is quicker.
NARROW = 4
FEW = LANES


@inlined
def padded(count):
    """The next multiple of 16."""
    return (count + LANES - 1) // LANES * LANES


@jit
def forward(plan, parameters, statistics, work, width, count, training, key, done):
    """`pass_forward` as a kernel of its own: once for all that only look at a network."""
    return pass_forward(borrowed(plan), parameters, statistics, borrowed(work), width, count, training, key, done)


@pasted
def pass_forward(plan, parameters, statistics, work, width, count, training, key, done):
    """Fill `work.outputs` after its inputs: each hidden layer's φ(z), with φ′(z) in `work.slopes`; the last layer's z.

    Args:
        plan: a `kernel_args.Plan`. statistics: as in `kernel_args.State`.
        width, count: samples of the tile, and how many of them are real.
        training: whether dropout silences units and batch normalization looks at this batch.
        key, done: of the step's dropout, and the mini-batch's samples before this tile.
    Returns:
        Where in `outputs` the last layer begins.
    """
    sizes, outputs, slopes = plan.sizes, work.outputs, work.slopes
    at = source = first_unit = 0
    one = np.int64(1)  # a literal would have its own copy of the product compiled
    for layer in range(1, sizes.size):
        before, units = sizes[layer - 1], sizes[layer]
        target = source + before * width
        first_unit += before
        bias = at + before * units
        matmul(
            parameters, at, before, one, units, before, outputs, source, width, outputs, target, width, width,
            add_bias, parameters, bias,
        )  # fmt: skip
        at = bias + units
        if layer < sizes.size - 1:
            values, steep = part(outputs, target, units * width), part(slopes, target, units * width)
            if plan.normalizations[layer - 1] != 0:
                normalize(
                    plan.normalizations[layer - 1], values, part(work.normalized, target, units * width),
                    part(work.scales, target, units * width), part(parameters, at, units),
                    part(parameters, at + units, units), statistics[0, first_unit : first_unit + units],
                    statistics[1, first_unit : first_unit + units], width, count, training,
                )  # fmt: skip
                at += 2 * units
            activate(plan.activations[layer - 1], values, steep)
            if training and plan.dropout[layer - 1] > 0:
                drop(plan.dropout[layer - 1], key, first_unit, done, width, values, steep)
        source = target
    return source


@pasted
def backward(plan, parameters, work, last, width, count):
    """Add a tile's gradients of all parameters, from the ∂L/∂z of the last layer, which lie in `work.deltas` at `last`.

    The chain rule, layer by layer from the back: ∂L/∂W = δ xᵀ, ∂L/∂b = Σ δ, and δ of the layer before = Wᵀ δ · φ′(z).
    """
    sizes, outputs, deltas, gradients = plan.sizes, work.outputs, work.deltas, work.gradients
    at, target = gradients.size, last
    one = np.int64(1)
    for layer in range(sizes.size - 1, 0, -1):
        before, units = sizes[layer - 1], sizes[layer]
        kind = plan.normalizations[layer - 1] if layer < sizes.size - 1 else 0
        at -= units * (before + 1)
        if kind != 0:
            at -= 2 * units
            size, gain = units * width, at + (before + 1) * units
            denormalize(
                kind, part(deltas, target, size), part(work.normalized, target, size), part(work.scales, target, size),
                part(parameters, gain, units), part(gradients, gain, units), part(gradients, gain + units, units),
                width, count,
            )  # fmt: skip
        source = target - before * width
        _weight_gradients(outputs, source, before, deltas, target, units, work.transposed, gradients, at, width, count)
        if kind != BATCH:  # which takes a bias away again: all that rounding leaves of its gradient would be noise
            add_row_sums(deltas, target, units, width, gradients, at + before * units)
        if layer > 1:
            matmul(
                parameters, at, one, before, before, units, deltas, target, width, deltas, source, width, width,
                times_slope, work.slopes, one,
            )  # fmt: skip
        target = source


@pasted
def _weight_gradients(outputs, source, before, deltas, target, units, transposed, gradients, at, width, count):
    """gradients += δ xᵀ, a sum over samples for every weight; beyond the real ones δ is 0."""
    if before <= NARROW or before * units <= FEW:
        add_row_products(deltas, target, units, outputs, source, before, width, gradients, at)
        return
    is_eight = before == ROWS and units % ROWS == 0
    stride = ROWS if is_eight else padded(before)
    for row in range(0, before, ROWS):
        for column in range(0, width, LANES):
            transpose(outputs, source + row * width + column, width, transposed, column * stride + row, stride)
    if is_eight:
        add_products_of_eight(deltas, target, width, units, count, transposed, gradients, at)
        return
    matmul(
        deltas, target, width, np.int64(1), units, count, transposed, np.int64(0), stride, gradients, at, before,
        before, add_to_target, gradients, at,
    )  # fmt: skip
