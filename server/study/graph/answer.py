"""The graph of a live network as the page draws it: every node with its numbers, forwards and back, and the update."""

from msgspec import UNSET, UnsetType

from glassbox.engine.choices import Normalization, Penalty
from glassbox.protocol.refusals import Refusal
from glassbox.run.snapshot import Snapshot
from glassbox.study.answers.of_graph import (
    CheckAnswer,
    GraphAnswer,
    GraphNode,
    GraphPart,
    GraphSamples,
    GraphUpdate,
    PackedMatrix,
)
from glassbox.study.graph import words
from glassbox.study.graph.by_layer import record_by_layer
from glassbox.study.graph.by_operation import count_operations, record_by_operation
from glassbox.study.graph.check import check_gradients, worst_first
from glassbox.study.graph.chosen import Chosen, choose, count_samples
from glassbox.study.graph.float64_network import Float64Network, float64_network
from glassbox.study.graph.opened import open_box, part_shown, samples_shown
from glassbox.study.graph.packing import picture, whole
from glassbox.study.graph.single import Single
from glassbox.study.graph.tape import Array, Node, Part, Tape
from glassbox.study.graph.update import Update, update_of
from glassbox.study.in_bounds import check_overflow, check_weights
from glassbox.study.questions import CheckQuestion, GraphQuestion

MOST_UNITS = 200
MOST_OPERATIONS = 160
MOST_ROWS = 300  # of the gradient check's table


def graph(snapshot: Snapshot, asked: GraphQuestion) -> GraphAnswer:
    """All boxes as the picture shows them, and the one that is looked at with all its numbers.

    Raises:
        Refusal: the network is too large, or there is no such sample, or it is a mini-batch of single operations;
            or numbers are not finite.
    """
    network, chosen = _looked_at(snapshot, asked.sample)
    layers = record_by_layer(network, chosen)
    tape = layers if asked.detail == "layer" else _by_operation(network, chosen)
    parts, shown = tape.parts(), samples_shown(tape, asked.of)
    check_overflow(*tape.values.values(), *(tape.gradient(node, parts[name]) for name, node in tape.nodes.items()))
    update = _update(snapshot, network, chosen, layers)
    return GraphAnswer(
        moment="",
        run=snapshot.run,
        revision=snapshot.revision,
        step=snapshot.step,
        epoch=snapshot.epoch,
        detail=asked.detail,
        samples=_about_samples(snapshot, chosen, shown),
        notes=_notes(snapshot, network, chosen, shown),
        nodes=[_node(tape, node, parts[name], shown) for name, node in tape.nodes.items()],
        update=_about_update(layers, network, update),
        opened=open_box(tape, parts, update, set(snapshot.moment.holds.places.tolist()), asked),
    )


def check(snapshot: Snapshot, asked: CheckQuestion) -> CheckAnswer:
    """The gradient check of every parameter, the worst first.

    Raises:
        Refusal: as for `graph`.
    """
    network, chosen = _looked_at(snapshot, asked.sample)
    tape = record_by_layer(network, chosen)
    found = check_gradients(tape, network, network.flat(tape.gradients()))
    check_overflow(found.pulled, found.measured)
    return CheckAnswer(
        step=snapshot.step,
        notes=_notes(snapshot, network, chosen, slice(0, chosen.count)),
        count=len(found.errors),
        worst=float(found.errors.max()),
        rows=worst_first(found, network.names(), MOST_ROWS),
    )


def _by_operation(network: Float64Network, chosen: Chosen) -> Tape:
    count = count_operations(network)
    if chosen.is_batch:
        raise Refusal(words.ONE_BY_ONE_ONLY)
    if count > MOST_OPERATIONS:
        raise Refusal(words.TOO_MANY_OPERATIONS.format(count=count, most=MOST_OPERATIONS))
    return record_by_operation(network, chosen)


def _looked_at(snapshot: Snapshot, sample: int | None) -> tuple[Float64Network, Chosen]:
    check_weights(snapshot)
    units = sum(snapshot.recipe.architecture.sizes[1:])
    if units > MOST_UNITS:
        raise Refusal(words.TOO_MANY_UNITS.format(units=units, most=MOST_UNITS))
    return float64_network(snapshot), choose(snapshot, sample)


def _update(snapshot: Snapshot, network: Float64Network, chosen: Chosen, tape: Tape) -> Update:
    """The step that these gradients make."""
    samples = len(snapshot.data_split.data.t_train)
    return update_of(
        network, snapshot.state, snapshot.moment.holds.places, network.flat(tape.gradients()), chosen.count, samples
    )


def _about_update(tape: Tape, network: Float64Network, update: Update) -> GraphUpdate:
    """What the rule was given, and the loss on the same samples before and after."""
    return GraphUpdate(
        numbers=update.numbers,
        loss_before=float(tape.values[tape.end.name][0, 0]),
        loss_after=tape.replay(network.parts(update.after)),
    )


def _about_samples(snapshot: Snapshot, chosen: Chosen, shown: slice) -> GraphSamples:
    data = snapshot.data_split.data
    return GraphSamples(
        at=chosen.at[shown].tolist(),
        first=shown.start,
        count=chosen.count,
        is_batch=chosen.is_batch,
        training=len(data.t_train),
        total=count_samples(snapshot),
    )


def _notes(snapshot: Snapshot, network: Float64Network, chosen: Chosen, shown: slice) -> list[str]:
    """What differs from how the network trains, each in a sentence."""
    recipe = network.recipe
    is_test = not chosen.is_batch and chosen.at[0] >= len(snapshot.data_split.data.t_train)
    told = {
        words.TEST_SAMPLE: is_test,
        words.BATCH_STATISTICS if chosen.is_batch else words.RUNNING_STATISTICS: (
            Normalization.BATCH in recipe.architecture.normalizations
        ),
        words.DROPOUT_OFF: any(recipe.dropout),
        words.NOISE_OFF: recipe.input_noise > 0,
        words.STRAIGHT_THROUGH: any(each.straight_through for each in recipe.architecture.activations),
        words.PENALTY_APART: recipe.penalty is not Penalty.NONE,
        words.SOME_SAMPLES.format(count=chosen.count, first=shown.start + 1, last=shown.stop): (
            chosen.count > shown.stop - shown.start
        ),
    }
    return [sentence for sentence, holds in told.items() if holds]


def _node(tape: Tape, node: Node, parts: list[Part], shown: slice) -> GraphNode:
    """What the picture shows of a box; by operation that is all there is to it."""
    value, gradient = tape.values[node.name], tape.gradient(node, parts)
    return GraphNode(
        id=node.name,
        kind=node.kind,
        symbol=node.symbol,
        title=node.title,
        formula=node.formula,
        layer=node.layer,
        unit=node.unit,
        parents=node.parents,
        shape=value.shape,
        start=node.start,
        value=_pictured(part_shown(tape, node, value, shown)),
        gradient=None if node.kind == "target" else _pictured(part_shown(tape, node, gradient, shown)),
        back=[_part(tape, part, len(parts) > 1) for part in parts],
        locals=_slopes(tape, node, value),
    )


def _slopes(tape: Tape, node: Node, value: Array) -> list[float | None] | UnsetType:
    """By each parent, of a single operation; others have none."""
    if not isinstance(node.operation, Single):
        return UNSET
    slopes = node.operation.locals(value, *tape.given(node))
    return [None if slope is None else float(slope[0, 0]) for slope in slopes]


def _part(tape: Tape, part: Part, is_one_of_several: bool) -> GraphPart:
    """What came back along an edge; its numbers are only told where they are not the whole gradient."""
    child = tape.nodes[part.child]
    gradient = _pictured(part.gradient) if is_one_of_several else UNSET
    return GraphPart(part.child, part.place, child.back[part.place], gradient)


def _pictured(numbers: Array) -> PackedMatrix:
    """One number as it is, several as a picture."""
    return whole(numbers) if numbers.size == 1 else picture(numbers)
