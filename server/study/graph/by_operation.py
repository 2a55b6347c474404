"""The graph by single operations, for one sample: every box one number, made by one +, ×, φ or the like."""

from itertools import pairwise

import numpy as np

from glassbox.engine.choices import Activation, Normalization, OutputActivation
from glassbox.engine.normalizations import EPSILON
from glassbox.study.graph import words
from glassbox.study.graph.chosen import Chosen
from glassbox.study.graph.float64_network import Float64Network
from glassbox.study.graph.losses import cost_of, wanted
from glassbox.study.graph.operations import Apply, Sigmoid
from glassbox.study.graph.single import (
    ADD,
    DIVIDE,
    MEAN,
    MULTIPLY,
    ROOT,
    SQUARE,
    SUBTRACT,
    Curved,
    Power,
    Single,
    SingleLoss,
)
from glassbox.study.graph.tape import Node, Tape
from glassbox.study.graph.words import at, by, up
from glassbox.words.sentence import Sentence

BACKS = {  # the local derivative by each parent: of the operation's own value v and its parents a, b
    "multiply": ("{b}", "{a}"),
    "subtract": ("1", "(−1)"),
    "square": ("2 {a}",),
    "root": ("1 / (2 {v})",),
    "divide": ("1 / {b}", "(−{v} / {b})"),
    "exp": ("{v}",),
    "activation": ("φ′({a})",),
    "sigmoid": ("{v} (1 − {v})",),
}


def count_operations(network: Float64Network) -> int:
    """About how many boxes it takes."""
    sizes = network.recipe.architecture.sizes
    return sizes[0] + sum((2 * before + 3) * units for before, units in pairwise(sizes))


def record_by_operation(network: Float64Network, chosen: Chosen) -> Tape:
    """The whole way of the one chosen sample from its inputs to its loss."""
    return _Recorder(network, chosen).record()


def _unit(name: str) -> int:
    """2 for z1.2 or W1.2.3: names say it after the layer."""
    _, *places = name.split(".")
    return int(places[0]) if places else 0


class _Recorder:
    def __init__(self, network: Float64Network, chosen: Chosen) -> None:
        self._network, self._chosen = network, chosen
        self._tape = Tape()

    def record(self) -> Tape:
        below = [self._give(f"x{at_}", "input", at("x", at_), 0, x) for at_, (x,) in enumerate(self._chosen.x, 1)]
        for layer in range(1, self._network.last + 1):
            below = self._layer(layer, below)
        self._loss(below)
        return self._tape

    def _give(self, name: str, kind: str, symbol: str, layer: int, value: float, start: int = 0) -> str:
        return self._tape.give(Node(name, kind, symbol, symbol, "", layer, start=start, unit=_unit(name)), value)

    def _do(
        self, name: str, symbol: str, title: str, formula: str, layer: int, parents: list[str], operation: Single
    ) -> str:
        """One operation; in its formula and those of its derivatives, {a} and {b} are its parents' letters."""
        letters = [self._tape.nodes[parent].symbol for parent in parents]
        known = dict(zip("ab", letters, strict=False)) | {"v": symbol}
        slopes = BACKS.get(operation.kind, ("",) * len(parents))
        back = tuple(
            f"{by(letter)} = {by(symbol)}" + (f" · {slope.format(**known)}" if slope else "")
            for letter, slope in zip(letters, slopes, strict=False)
        )
        is_filled = isinstance(formula, Sentence) and formula.values is not None
        text = words.EQUAL.format(left=symbol, right=formula if is_filled else formula.format(**known))
        node = Node(
            name,
            operation.kind,
            symbol,
            title,
            text,
            layer,
            tuple(parents),
            back,
            operation=operation,
            unit=_unit(name),
        )
        return self._tape.compute(node)

    def _parameter(self, letter: str, layer: int, unit: int, source: int | None = None) -> str:
        place = dict(self._network.places(layer))[letter]
        width = self._network.recipe.architecture.sizes[layer - 1] if source is not None else 1
        start = place.start + (unit - 1) * width + (source - 1 if source is not None else 0)
        name = f"{letter}{layer}.{unit}" + (f".{source}" if source is not None else "")
        symbol = words.parameter(letter, layer, unit, source)
        return self._give(name, "parameter", symbol, layer, self._network.parameters[start], start)

    def _layer(self, layer: int, below: list[str]) -> list[str]:
        units = range(1, self._network.recipe.architecture.sizes[layer] + 1)
        sums = [self._sum(layer, unit, below) for unit in units]
        if self._network.normalization(layer) is not Normalization.NONE:
            sums = self._normalized(layer, sums)
        if layer == self._network.last:
            return sums
        activation = self._network.recipe.architecture.activations[layer - 1]
        return [self._activated(activation, layer, unit, sums[unit - 1]) for unit in units]

    def _sum(self, layer: int, unit: int, below: list[str]) -> str:
        products = []
        for source, parent in enumerate(below, 1):
            weight = self._parameter("W", layer, unit, source)
            symbol = at(up("m", layer), unit, source)
            products.append(
                self._do(f"m{layer}.{unit}.{source}", symbol, "×", "{a} · {b}", layer, [weight, parent], MULTIPLY)
            )
        parents = [*products, self._parameter("b", layer, unit)]
        formula = " + ".join(self._tape.nodes[parent].symbol for parent in parents)
        return self._do(f"z{layer}.{unit}", at(up("z", layer), unit), "+", formula, layer, parents, ADD)

    def _activated(self, activation: Activation, layer: int, unit: int, z: str) -> str:
        symbol = at(up("a", layer), unit)
        return self._do(
            f"a{layer}.{unit}",
            symbol,
            activation.label,
            words.WITH_MEANING.format(formula=f"φ({self._tape.nodes[z].symbol})", meaning=activation.formula),
            layer,
            [z],
            Curved(Apply(activation)),
        )

    # ---- normalization

    def _normalized(self, layer: int, sums: list[str]) -> list[str]:
        of_layer = self._network.normalization(layer) is Normalization.LAYER
        standard = self._over_layer(layer, sums) if of_layer else self._by_running(layer, sums)
        return [self._scaled(layer, unit, each) for unit, each in enumerate(standard, 1)]

    def _over_layer(self, layer: int, sums: list[str]) -> list[str]:
        mean = self._do(f"μ{layer}", up("μ", layer), words.MEAN_TITLE, words.MEAN_OF_SUMS, layer, sums, MEAN)
        gaps = [self._less(layer, unit, z, mean) for unit, z in enumerate(sums, 1)]
        squares = [
            self._do(f"q{layer}.{unit}", at(up("q", layer), unit), "²", "{a}²", layer, [gap], SQUARE)
            for unit, gap in enumerate(gaps, 1)
        ]
        variance = self._do(f"v{layer}", up("v", layer), words.MEAN_TITLE, words.MEAN_OF_SQUARES, layer, squares, MEAN)
        spread = self._do(f"σ{layer}", up("σ", layer), "√", "√({a} + ε)", layer, [variance], ROOT)
        return [self._over(layer, unit, gap, spread) for unit, gap in enumerate(gaps, 1)]

    def _by_running(self, layer: int, sums: list[str]) -> list[str]:
        means, variances = self._network.running(layer)
        found = []
        for unit, z in enumerate(sums, 1):
            mean = self._give(f"μ{layer}.{unit}", "constant", at(up("μ", layer), unit), layer, means[unit - 1, 0])
            spread = float(np.sqrt(variances[unit - 1, 0] + EPSILON))
            root = self._give(f"σ{layer}.{unit}", "constant", at(up("σ", layer), unit), layer, spread)
            found.append(self._over(layer, unit, self._less(layer, unit, z, mean), root))
        return found

    def _less(self, layer: int, unit: int, z: str, mean: str) -> str:
        return self._do(f"d{layer}.{unit}", at(up("d", layer), unit), "−", "{a} − {b}", layer, [z, mean], SUBTRACT)

    def _over(self, layer: int, unit: int, gap: str, spread: str) -> str:
        return self._do(f"ẑ{layer}.{unit}", at(up("ẑ", layer), unit), "÷", "{a} / {b}", layer, [gap, spread], DIVIDE)

    def _scaled(self, layer: int, unit: int, standard: str) -> str:
        gain, shift = (self._parameter(letter, layer, unit) for letter in "γβ")
        product = self._do(
            f"g{layer}.{unit}", at(up("g", layer), unit), "×", "{a} · {b}", layer, [gain, standard], MULTIPLY
        )
        return self._do(f"y{layer}.{unit}", at(up("y", layer), unit), "+", "{a} + {b}", layer, [product, shift], ADD)

    # ---- output and loss

    def _loss(self, logits: list[str]) -> None:
        recipe, after = self._network.recipe, self._network.last + 1
        output, units = recipe.architecture.output, len(logits)
        predictions = self._predicted(output, logits, after)
        self._tape.give(Node("t", "target", "t", "t", "", after), wanted(output, self._chosen.t, units))
        letters = [self._tape.nodes[name].symbol for name in predictions]
        formula, _ = words.loss_formulas(output, recipe.loss, letters[0], units, 1)
        back = tuple(words.loss_formulas(output, recipe.loss, letter, units, 1)[1] for letter in letters)
        operation = SingleLoss(cost_of(output, recipe.loss, recipe.huber_delta), units)
        parents = (*predictions, "t")
        self._tape.compute(
            Node("L", "loss", "L", words.LOSS_TITLE, formula, after, parents, back, tuple(logits), operation=operation)
        )

    def _predicted(self, output: OutputActivation, logits: list[str], layer: int) -> list[str]:
        if output is OutputActivation.SIGMOID:
            return [self._do("p", "p", "σ", "1 / (1 + e⁻ᶻ)", layer, logits, Curved(Sigmoid()))]
        if output is OutputActivation.TANH:
            return [self._do("y", "y", "tanh", "tanh {a}", layer, logits, Curved(Apply(Activation.TANH)))]
        return self._shares(logits, layer) if output is OutputActivation.SOFTMAX else logits

    def _shares(self, logits: list[str], layer: int) -> list[str]:
        largest = max(float(self._tape.values[z][0, 0]) for z in logits)
        powers = [
            self._do(f"e{unit}", at("e", unit), "exp", words.SHIFTED_EXP, layer, [z], Power(largest))
            for unit, z in enumerate(logits, 1)
        ]
        total = self._do("S", "S", "+", " + ".join(self._tape.nodes[e].symbol for e in powers), layer, powers, ADD)
        return [
            self._do(f"p{unit}", at("p", unit), "÷", "{a} / {b}", layer, [e, total], DIVIDE)
            for unit, e in enumerate(powers, 1)
        ]
