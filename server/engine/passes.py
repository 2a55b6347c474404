"""Forward and backward through all layers, for one tile of up to 64 samples; the heart of every other kernel.

A tile's `width` is a multiple of 16. Layers lie units by samples, one after the other, inputs first: row r of a flat
array is columns r·width … of `outputs`, and of `slopes` and `deltas` alike. Sizes and codes are plain arrays, so one
compiled kernel serves every architecture.
"""

from server.engine._jit import inlined, jit, pasted
from server.engine.activations import activate
from server.engine.lanes import LANES, transpose
from server.engine.products import accumulate, add_row_products, add_row_sums, clear, fill_rows, scale_by

# Transposing a layer's outputs, 16 × 16 at a time, makes the weights' gradients another product. For layers of at most
# so many units, adding the lanes up for each weight is quicker.
NARROW = 4


@inlined
def padded(count):
    """The next multiple of 16."""
    return (count + LANES - 1) // LANES * LANES


@jit
def forward(parameters, sizes, codes, outputs, slopes, width):
    """Fill `outputs` from its inputs on: each hidden layer's φ(z), with φ′(z) in `slopes`, and the last layer's z.

    Args:
        sizes: int64 [layers + 1], inputs first. codes: int64 [layers − 1], each hidden layer's activation.
    Returns:
        Where in `outputs` the last layer begins.
    """
    at = source = 0
    for layer in range(1, sizes.size):
        before, units = sizes[layer - 1], sizes[layer]
        target = source + before * width
        fill_rows(parameters, at + before * units, units, outputs, target, width)
        accumulate(parameters, at, before, 1, units, before, outputs, source, width, outputs, target, width, width)
        if layer < sizes.size - 1:
            end = target + units * width
            activate(codes[layer - 1], outputs[target:end], slopes[target:end])
        at += units * (before + 1)
        source = target
    return source


@pasted
def backward(parameters, sizes, outputs, slopes, deltas, transposed, gradients, last, width):
    """Add a tile's gradients of all parameters, from the ∂L/∂z of the last layer, which lie in `deltas` at `last`.

    The chain rule, layer by layer from the back: ∂L/∂W = δ xᵀ, ∂L/∂b = Σ δ, and δ of the layer before = Wᵀ δ · φ′(z).

    Args:
        transposed: scratch, samples by units of one layer.
    """
    at, target = gradients.size, last
    for layer in range(sizes.size - 1, 0, -1):
        before, units = sizes[layer - 1], sizes[layer]
        at -= units * (before + 1)
        source = target - before * width
        _weight_gradients(outputs, source, before, deltas, target, units, transposed, gradients, at, width)
        add_row_sums(deltas, target, units, width, gradients, at + before * units)
        if layer > 1:
            clear(deltas, source, before * width)
            accumulate(parameters, at, 1, before, before, units, deltas, target, width, deltas, source, width, width)
            scale_by(deltas, source, slopes, before * width)
        target = source


@pasted
def _weight_gradients(outputs, source, before, deltas, target, units, transposed, gradients, at, width):
    """gradients += δ xᵀ, a sum over samples for every weight."""
    if before <= NARROW:
        add_row_products(deltas, target, units, outputs, source, before, width, gradients, at)
        return
    stride = padded(before)
    for row in range(0, before, LANES):
        for column in range(0, width, LANES):
            transpose(outputs, source + row * width + column, width, transposed, column * stride + row, stride)
    accumulate(deltas, target, width, 1, units, width, transposed, 0, stride, gradients, at, before, before)
