"""The box that is looked at: its numbers and those its formulas need, its Jacobian and the path to it, its update."""

from msgspec import UNSET

from glassbox.study.answers.of_graph import BoxJacobian, NodeNumbers, OpenedBox, ParameterUpdate
from glassbox.study.graph import words
from glassbox.study.graph.jacobian import TooCoupled, chain, couples, factors
from glassbox.study.graph.packing import whole
from glassbox.study.graph.single import Single
from glassbox.study.graph.tape import Array, Node, Part, Tape
from glassbox.study.graph.update import Update
from glassbox.study.numbers import finite
from glassbox.study.questions import GraphQuestion

MOST_SAMPLES_SHOWN = 16


def open_box(
    tape: Tape, parts: dict[str, list[Part]], update: Update, held: set[int], asked: GraphQuestion
) -> OpenedBox:
    """Its numbers and those its formulas need."""
    node, shown = _found(tape, asked.open), samples_shown(tape, asked.of)
    near = {name: _numbers(tape, tape.nodes[name], parts, shown) for name in _near(tape, node, parts)}
    is_whole = node.operation is not None and not isinstance(node.operation, Single)
    return OpenedBox(
        id=node.name,
        near=near,
        update=_update(tape, node, update, held, asked) if node.kind == "parameter" else UNSET,
        jacobian=_jacobian(tape, node, asked) if is_whole else UNSET,
    )


def samples_shown(tape: Tape, of: int) -> slice:
    """The sixteen among which the one that is looked at stands."""
    samples = tape.values[next(iter(tape.nodes))].shape[1]
    first = min(of, samples - 1) // MOST_SAMPLES_SHOWN * MOST_SAMPLES_SHOWN
    return slice(first, min(samples, first + MOST_SAMPLES_SHOWN))


def part_shown(tape: Tape, node: Node, numbers: Array, shown: slice) -> Array:
    """All of a parameter and of the loss; of the rest the samples that are shown."""
    return numbers if node.kind == "parameter" or node is tape.end else numbers[:, shown]


def _found(tape: Tape, name: str | None) -> Node:
    """A box by its name; one that another way of drawing has is not missed, but the first is told of."""
    if name in tape.nodes:
        return tape.nodes[str(name)]
    return next(tape.computed)


def _near(tape: Tape, node: Node, parts: dict[str, list[Part]]) -> list[str]:
    """The box and what its formulas, forwards and back, have in them."""
    children = [tape.nodes[part.child] for part in parts[node.name]]
    names = [node.name, *node.parents, *(name for child in children for name in (child.name, *child.parents))]
    return list(dict.fromkeys(names))


def _numbers(tape: Tape, node: Node, parts: dict[str, list[Part]], shown: slice) -> NodeNumbers:
    value, gradient = tape.values[node.name], tape.gradient(node, parts[node.name])
    details = node.operation.details(value, *tape.given(node)) if node.operation is not None else {}
    return NodeNumbers(
        value=whole(part_shown(tape, node, value, shown)),
        gradient=None if node.kind == "target" else whole(part_shown(tape, node, gradient, shown)),
        details={name: whole(part[:, shown]) for name, part in details.items()},
    )


def _update(tape: Tape, node: Node, update: Update, held: set[int], asked: GraphQuestion) -> ParameterUpdate:
    """Every stage of one number, and for all of the box's by how much they change and what they become."""
    rows, columns = tape.values[node.name].shape
    row, column = min(asked.place[0], rows - 1), min(asked.place[1], columns - 1)
    at = node.start + row * columns + column
    place = slice(node.start, node.start + rows * columns)
    return ParameterUpdate(
        row=row,
        column=column,
        held=at in held,
        stages={name: float(flat[at]) for name, flat in update.stages.items()},
        change=whole(update.stages["change"][place].reshape(rows, columns)),
        after=whole(update.after[place].reshape(rows, columns)),
    )


def _jacobian(tape: Tape, node: Node, asked: GraphQuestion) -> BoxJacobian:
    """The box's own, and the product along the path that ends in it, with its stretch at every box on the way."""
    way = chain(tape, node.name)
    before, start = way[-2], asked.start if asked.start in way[:-1] else way[0]
    coupled = node is not tape.end and couples(tape, node.name, start)
    of, by = (min(sample, tape.values[way[0]].shape[1] - 1) for sample in (asked.of, asked.by if coupled else asked.of))
    own_by = by if couples(tape, node.name, before) else of
    try:
        own, found = next(factors(tape, node.name, before, of, own_by)), list(factors(tape, node.name, start, of, by))
    except TooCoupled:
        return BoxJacobian(before, way[:-1], start, coupled, of, by, refused=words.TOO_COUPLED)
    stretches = [(factor.name, finite(factor.stretch)) for factor in found]
    product = whole(found[-1].product)
    return BoxJacobian(before, way[:-1], start, coupled, of, by, own=whole(own.product), product=product, way=stretches)
