"""The graph by layer: each box holds a vector for every sample, or a matrix of weights."""

from glassbox.engine.choices import Activation, Normalization, OutputActivation
from glassbox.study.graph import words
from glassbox.study.graph.chosen import Chosen
from glassbox.study.graph.float64_network import Float64Network
from glassbox.study.graph.losses import MeanLoss, cost_of, wanted
from glassbox.study.graph.operations import Apply, ByBatch, ByLayer, ByRunning, Product, Scale, Shift, Sigmoid, Softmax
from glassbox.study.graph.tape import Node, Operation, Tape
from glassbox.study.graph.words import by, up


def record_by_layer(network: Float64Network, chosen: Chosen) -> Tape:
    """The whole way from the inputs to the loss."""
    tape = Tape()
    below = tape.give(Node("x", "input", "x", "x", "", 0), chosen.x)
    for layer in range(1, network.last + 1):
        for letter, place in network.places(layer):
            symbol = up(letter, layer)
            node = Node(f"{letter}{layer}", "parameter", symbol, symbol, "", layer, start=place.start)
            tape.give(node, network.shaped(network.parameters, layer, letter, place))
        below = _sums(tape, network, chosen, layer, below)
        if layer < network.last:
            below = _activated(tape, network, layer, below)
    _loss(tape, network, chosen, below)
    return tape


def _sums(tape: Tape, network: Float64Network, chosen: Chosen, layer: int, below: str) -> str:
    """W x + b, and what normalization makes of it."""
    x, s, z, w, b = tape.nodes[below].symbol, *(up(letter, layer) for letter in "szWb")
    kind = network.normalization(layer)
    product = Node(
        f"s{layer}", "product", s, f"{w} {x}", f"{s} = {w} {x}", layer, (f"W{layer}", below),
        (f"{by(w)} = {by(s)} · {x}ᵀ", f"{by(x)} = {w}ᵀ · {by(s)}"), through=1, operation=Product(),
    )  # fmt: skip
    is_undone = kind is Normalization.BATCH and chosen.is_batch
    passed = f"{by(b)} = {by(z)}"
    summed = words.SUMMED.format(formula=passed) if chosen.count > 1 else passed
    back = words.UNDONE.format(formula=f"{by(b)} = 0") if is_undone else summed
    shift = Node(
        f"z{layer}", "shift", z, f"+ {b}", f"{z} = {s} + {b}", layer, (tape.compute(product), f"b{layer}"),
        (f"{by(s)} = {by(z)}", back), operation=Shift(is_undone),
    )  # fmt: skip
    sums = tape.compute(shift)
    return _normalized(tape, network, chosen, layer, sums) if kind is not Normalization.NONE else sums


def _normalized(tape: Tape, network: Float64Network, chosen: Chosen, layer: int, sums: str) -> str:
    kind = network.normalization(layer)
    standard, gain, shift, y = (up(letter, layer) for letter in "ẑγβy")
    title, formula, back = words.standardize_formulas(kind, chosen.is_batch, layer)
    operation = _standardize(network, chosen, layer)
    node = Node(f"ẑ{layer}", operation.kind, standard, title, formula, layer, (sums,), (back,), operation=operation)
    scale = Node(
        f"y{layer}", "scale", y, "γ ẑ + β", f"{y} = {gain} ⊙ {standard} + {shift}", layer,
        (tape.compute(node), f"γ{layer}", f"β{layer}"),
        (f"{by(standard)} = {gain} ⊙ {by(y)}", f"{by(gain)} = {by(y)} ⊙ {standard}", f"{by(shift)} = {by(y)}"),
        operation=Scale(),
    )  # fmt: skip
    return tape.compute(scale)


def _standardize(network: Float64Network, chosen: Chosen, layer: int) -> Operation:
    if network.normalization(layer) is Normalization.LAYER:
        return ByLayer()
    return ByBatch() if chosen.is_batch else ByRunning(*network.running(layer))


def _activated(tape: Tape, network: Float64Network, layer: int, sums: str) -> str:
    activation, z, a = network.recipe.architecture.activations[layer - 1], tape.nodes[sums].symbol, up("a", layer)
    formula = words.WITH_MEANING.format(formula=f"{a} = φ({z})", meaning=activation.formula)
    node = Node(
        f"a{layer}", "activation", a, activation.label, formula, layer, (sums,),
        (f"{by(z)} = {by(a)} ⊙ φ′({z})",), operation=Apply(activation),
    )  # fmt: skip
    return tape.compute(node)


def _loss(tape: Tape, network: Float64Network, chosen: Chosen, logits: str) -> None:
    """What the output makes of the last sums, and what that costs."""
    recipe, after = network.recipe, network.last + 1
    output, units = recipe.architecture.output, recipe.architecture.sizes[-1]
    prediction = _predicted(tape, output, logits, after)
    tape.give(Node("t", "target", "t", "t", "", after), wanted(output, chosen.t, units))
    formula, back = words.loss_formulas(output, recipe.loss, tape.nodes[prediction].symbol, units, chosen.count)
    operation = MeanLoss(cost_of(output, recipe.loss, recipe.huber_delta))
    tape.compute(
        Node(
            "L",
            "loss",
            "L",
            words.LOSS_TITLE,
            formula,
            after,
            (prediction, "t"),
            (back,),
            (logits,),
            operation=operation,
        )
    )


def _predicted(tape: Tape, output: OutputActivation, logits: str, layer: int) -> str:
    """Where the sum is the prediction, there is nothing to do."""
    if output not in words.OUTPUTS:
        return logits
    symbol, title, formula, back = words.OUTPUTS[output]
    z = tape.nodes[logits].symbol
    operation = {OutputActivation.SIGMOID: Sigmoid, OutputActivation.SOFTMAX: Softmax}.get(output)
    node = Node(
        symbol, operation.kind if operation else "tanh", symbol, title, formula.format(z=z), layer, (logits,),
        (back.format(to=by(z)),), operation=operation() if operation else Apply(Activation.TANH),
    )  # fmt: skip
    return tape.compute(node)
