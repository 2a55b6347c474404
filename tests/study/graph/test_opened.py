"""What an answer tells of the graph: pictures of all boxes, and every number of the one that is looked at."""

import numpy as np
import pytest
from msgspec import UNSET

from glassbox.run.answers import take_snapshot
from glassbox.study.graph.answer import graph
from glassbox.study.graph.by_layer import record_by_layer
from glassbox.study.graph.chosen import choose
from glassbox.study.graph.float64_network import float64_network
from glassbox.study.graph.packing import MOST_DOTS
from glassbox.study.questions import GraphQuestion
from glassbox.words.wire import worded_json
from tests.run.tools import run_of, train_epochs
from tests.study.graphs import dots, nodes_of, unpacked, update_at


@pytest.fixture
def snapshot():
    """Of a network with batch normalization, with a memory of its optimizer, before a mini-batch of 20."""
    run = run_of(hidden=[{"units": 5}, {"units": 30}], batch_size=20, normalization="batch", optimizer="adam")
    train_epochs(run, 2)
    return take_snapshot(run)


@pytest.fixture
def tape(snapshot):
    return record_by_layer(float64_network(snapshot), choose(snapshot, None))


def opened(snapshot, name, *place, **more):
    return graph(snapshot, GraphQuestion(open=name, place=place or (0, 0), **more)).opened


def test_a_box_and_all_that_its_formulas_tell_of(snapshot, tape):
    gradients = tape.gradients()
    near = opened(snapshot, "a1").near
    assert set(near) == {"a1", "y1", "s2", "W2"}  # its parent, and the box it goes into with that one's parents
    for name, numbers in near.items():
        shown = slice(None) if name == "W2" else slice(0, 16)
        np.testing.assert_allclose(unpacked(numbers.value), tape.values[name][:, shown], rtol=1e-6)
        np.testing.assert_allclose(unpacked(numbers.gradient), gradients[name][:, shown], rtol=1e-6)
    assert unpacked(near["a1"].details["slope"]).shape == (5, 16)


def test_nothing_near_a_box_is_missing(snapshot, tape):
    for node in tape.nodes.values():
        if node.kind == "target":
            continue  # which nothing comes back to
        near = opened(snapshot, node.name).near
        children = [each for each in tape.nodes.values() if node.name in each.parents]
        assert {node.name, *node.parents, *(parent for child in children for parent in child.parents)} <= set(near)


def test_the_samples_shown_are_those_around_the_one_that_is_looked_at(snapshot, tape):
    answer = graph(snapshot, GraphQuestion(open="z1", of=17))
    assert answer.samples.first == 16 and answer.samples.at == choose(snapshot, None).at[16:].tolist()
    np.testing.assert_allclose(unpacked(answer.opened.near["z1"].value), tape.values["z1"][:, 16:])
    assert "numbers 17 to 20 are shown" in answer.notes[-1]


def test_pictures_are_the_numbers_in_small(snapshot, tape):
    nodes = nodes_of(graph(snapshot, GraphQuestion()))
    for name, part in (("γ1", slice(None)), ("a1", slice(0, 16)), ("W1", slice(None))):
        expected = tape.values[name][:, part]
        np.testing.assert_allclose(dots(nodes[name].value) / 127, expected / np.abs(expected).max(), atol=0.005)
        assert nodes[name].value.length == pytest.approx(np.linalg.norm(expected))
    assert dots(nodes["W2"].gradient).shape == (MOST_DOTS, 5)
    assert unpacked(nodes["L"].value).item() == tape.values["L"].item()


def test_the_update_of_the_number_that_is_looked_at(snapshot):
    update, place = update_at(snapshot), float64_network(snapshot)
    for name, row, column in (("W2", 7, 3), ("b1", 2, 0), ("γ2", 29, 0)):
        told = opened(snapshot, name, row, column).update
        box = {stage: place.parts(flat)[name] for stage, flat in update.stages.items()}
        assert told.stages == {stage: numbers[row, column] for stage, numbers in box.items()}
        np.testing.assert_allclose(unpacked(told.change), box["change"], rtol=1e-6)
        np.testing.assert_allclose(unpacked(told.after), box["after"], rtol=1e-6)
        assert not told.held
    assert opened(snapshot, "a1").update is UNSET


def test_a_place_that_is_not_there_is_the_nearest_that_is(snapshot):
    told = opened(snapshot, "b1", 90, 5).update
    assert (told.row, told.column) == (4, 0)


def test_the_jacobian_of_a_sample_by_another(snapshot, tape):
    own = opened(snapshot, "a2", of=3, by=3).jacobian
    other = opened(snapshot, "a2", of=3, by=8).jacobian
    assert own.before == "y2" and own.starts == ["x", "s1", "z1", "ẑ1", "y1", "a1", "s2", "z2", "ẑ2", "y2"]
    assert own.coupled and unpacked(own.own).shape == (30, 30)
    np.testing.assert_array_equal(unpacked(own.own), unpacked(other.own))  # an activation couples nothing
    assert np.abs(unpacked(own.product) - unpacked(other.product)).max() > 0
    assert [name for name, _ in own.way] == own.starts[::-1]
    norm = opened(snapshot, "ẑ2", of=3, by=8).jacobian
    spread = np.sqrt(tape.values["z2"].var(axis=1) + 1e-5)
    standard = tape.values["ẑ2"]
    np.testing.assert_allclose(
        np.diag(unpacked(norm.own)), -(1 + standard[:, 3] * standard[:, 8]) / 20 / spread, rtol=1e-5
    )


def test_a_path_may_begin_at_any_box_before(snapshot):
    part = opened(snapshot, "a2", start="a1").jacobian
    assert part.start == "a1" and unpacked(part.product).shape == (30, 5)
    assert opened(snapshot, "a2", start="L").jacobian.start == "x"  # which does not come before


def test_the_loss_has_a_row_for_each_sample_and_they_add_up_to_its_gradient(snapshot, tape):
    rows = [unpacked(opened(snapshot, "L", start="p", of=sample).jacobian.product) for sample in range(20)]
    np.testing.assert_allclose(np.hstack(rows), tape.gradients()["p"], rtol=1e-9)


def test_too_many_ways_are_said_in_a_sentence(snapshot, monkeypatch):
    monkeypatch.setattr("glassbox.study.graph.jacobian.MOST_NUMBERS", 10)
    assert "choose a smaller batch size" in opened(snapshot, "a2").jacobian.refused


def test_a_large_network_is_answered_briefly():
    """About as long as a picture of it: 13,000 parameters would take a hundred times as much."""

    run = run_of(hidden=[{"units": 100}, {"units": 99}], optimizer="adam")
    assert len(worded_json(graph(take_snapshot(run), GraphQuestion()))) < 80_000
    assert len(worded_json(graph(take_snapshot(run), GraphQuestion(open="W2")))) < 400_000
