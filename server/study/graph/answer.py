"""The graph of a live network as the page draws it: every node with its numbers, forwards and back, and the update."""

from typing import Any, Literal

import numpy as np

from server.engine.choices import Activation, Normalization, Penalty
from server.protocol.refusals import Refusal
from server.session.specimen import Specimen
from server.study.graph import words
from server.study.graph.by_layer import record_by_layer
from server.study.graph.by_operation import count_operations, record_by_operation
from server.study.graph.check import check_gradients, worst_first
from server.study.graph.chosen import Chosen, choose, count_samples
from server.study.graph.moment import Moment, moment_of
from server.study.graph.single import Single
from server.study.graph.tape import Array, Node, Part, Tape, total
from server.study.graph.update import update_of

Detail = Literal["layer", "operation"]

MOST_UNITS = 200
MOST_OPERATIONS = 160
MOST_SAMPLES_SHOWN = 16
MOST_ROWS = 300  # of the gradient check's table


def graph(specimen: Specimen, sample: int | None, detail: Detail) -> dict[str, Any]:
    """JSON-ready. `sample`: its number, counted from 0, or None for the next mini-batch.

    Raises:
        Refusal: the network is too large, or there is no such sample, or it is a mini-batch of single operations.
    """
    moment, chosen = _looked_at(specimen, sample)
    layers = record_by_layer(moment, chosen)
    tape = layers if detail == "layer" else _by_operation(moment, chosen)
    parts = tape.parts()
    return {
        "run": specimen.run, "revision": specimen.revision, "step": specimen.step, "epoch": specimen.epoch,
        "detail": detail,
        "samples": _about_samples(specimen, chosen),
        "notes": _notes(specimen, moment, chosen),
        "nodes": [_node(tape, node, parts[name]) for name, node in tape.nodes.items()],
        "update": _update(specimen, moment, chosen, layers),
    }  # fmt: skip


def check(specimen: Specimen, sample: int | None) -> dict[str, Any]:
    """The gradient check of every parameter, JSON-ready, the worst first.

    Raises:
        Refusal: as for `graph`.
    """
    moment, chosen = _looked_at(specimen, sample)
    tape = record_by_layer(moment, chosen)
    found = check_gradients(tape, moment, moment.flat(tape.gradients()))
    return {
        "step": specimen.step, "samples": _about_samples(specimen, chosen),
        "notes": _notes(specimen, moment, chosen),
        "count": len(found.errors), "worst": float(found.errors.max()),
        "rows": worst_first(found, moment.names(), MOST_ROWS),
    }  # fmt: skip


def _by_operation(moment: Moment, chosen: Chosen) -> Tape:
    count = count_operations(moment)
    if chosen.is_batch:
        raise Refusal(words.ONE_BY_ONE_ONLY)
    if count > MOST_OPERATIONS:
        raise Refusal(words.TOO_MANY_OPERATIONS.format(count=count, most=MOST_OPERATIONS))
    return record_by_operation(moment, chosen)


def _looked_at(specimen: Specimen, sample: int | None) -> tuple[Moment, Chosen]:
    units = sum(specimen.recipe.architecture.sizes[1:])
    if units > MOST_UNITS:
        raise Refusal(words.TOO_MANY_UNITS.format(units=units, most=MOST_UNITS))
    return moment_of(specimen), choose(specimen, sample)


def _update(specimen: Specimen, moment: Moment, chosen: Chosen, tape: Tape) -> dict[str, Any]:
    """The step these gradients make, and the loss on the same samples before and after it."""
    samples = len(specimen.material.data.t_train)
    state, gradients = specimen.memento.state, moment.flat(tape.gradients())
    update = update_of(moment, state, specimen.held, gradients, chosen.count, samples)
    return {
        "numbers": update.numbers,
        "held": specimen.held.at.tolist(),
        "stages": {name: flat.tolist() for name, flat in update.stages.items()},
        "loss_before": float(tape.values[tape.end.name][0, 0]),
        "loss_after": tape.replay(moment.parts(update.after)),
    }


def _about_samples(specimen: Specimen, chosen: Chosen) -> dict[str, Any]:
    data = specimen.material.data
    return {
        "at": chosen.at[:MOST_SAMPLES_SHOWN].tolist(),
        "count": chosen.count,
        "is_batch": chosen.is_batch,
        "training": len(data.t_train),
        "total": count_samples(specimen),
    }


def _notes(specimen: Specimen, moment: Moment, chosen: Chosen) -> list[str]:
    """What differs from how the network trains, each in a sentence."""
    recipe = moment.recipe
    is_test = not chosen.is_batch and chosen.at[0] >= len(specimen.material.data.t_train)
    told = {
        words.TEST_SAMPLE: is_test,
        words.BATCH_STATISTICS if chosen.is_batch else words.RUNNING_STATISTICS: (
            Normalization.BATCH in recipe.architecture.normalizations
        ),
        words.DROPOUT_OFF: any(recipe.dropout),
        words.NOISE_OFF: recipe.input_noise > 0,
        words.STRAIGHT_THROUGH: Activation.STEP in recipe.architecture.activations,
        words.PENALTY_APART: recipe.penalty is not Penalty.NONE,
        words.FIRST_SAMPLES.format(count=chosen.count, shown=MOST_SAMPLES_SHOWN): chosen.count > MOST_SAMPLES_SHOWN,
    }
    return [sentence for sentence, holds in told.items() if holds]


def _node(tape: Tape, node: Node, parts: list[Part]) -> dict[str, Any]:
    value, given = tape.values[node.name], tape.given(node)
    gradient = np.ones((1, 1)) if node is tape.end else total(parts, value)
    described: dict[str, Any] = {
        "id": node.name, "kind": node.kind, "symbol": node.symbol, "title": node.title, "formula": node.formula,
        "layer": node.layer, "parents": list(node.parents), "shape": list(value.shape),
        "start": node.start,
        "value": _shown(node, value),
        "gradient": None if node.kind == "target" else _shown(node, gradient),
        "back": [_part(tape, part, len(parts) > 1) for part in parts],
    }  # fmt: skip
    if isinstance(node.operation, Single):
        slopes = node.operation.locals(value, *given)
        described["locals"] = [None if slope is None else float(slope[0, 0]) for slope in slopes]
    elif node.operation is not None:
        described["jacobian"] = _packed(node, node.operation.jacobian(0, value, *given), given)
        described["details"] = {
            name: part[:, :MOST_SAMPLES_SHOWN].tolist() for name, part in node.operation.details(value, *given).items()
        }
    return described


def _shown(node: Node, numbers: Array) -> list[list[float]]:
    """All of a parameter; of the rest the first samples."""
    return (numbers if node.kind == "parameter" else numbers[:, :MOST_SAMPLES_SHOWN]).tolist()  # type: ignore[no-any-return]


def _part(tape: Tape, part: Part, is_one_of_several: bool) -> dict[str, Any]:
    """What came back along an edge; its numbers are only told where they are not the whole gradient."""
    child = tape.nodes[part.child]
    told = {"from": part.child, "place": part.place, "formula": child.back[part.place]}
    return told | ({"gradient": part.gradient.tolist()} if is_one_of_several else {})


def _packed(node: Node, jacobian: Array, given: list[Array]) -> dict[str, Any]:
    """A Jacobian for the first sample, without what the page knows already."""
    of = node.parents[node.through]
    if node.kind == "product":
        return {"of": of, "node": node.parents[0]}
    if jacobian.shape[0] == jacobian.shape[1] > 1 and not np.any(jacobian - np.diag(np.diag(jacobian))):
        return {"of": of, "diagonal": np.diag(jacobian).tolist()}
    return {"of": of, "matrix": jacobian.tolist()}
