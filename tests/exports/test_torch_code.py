"""The PyTorch program computes what the engine computes, and can be trained further."""

import pytest
from hypothesis import given, settings

from glassbox.engine.choices import Activation, Normalization
from glassbox.engine.data_choices import Feature
from glassbox.exports.network_copy import Column
from glassbox.exports.torch_code import write_torch
from tests.exports.copies import HEADS, answers, assert_same, copies, copy_of

torch = pytest.importorskip("torch")


def run(copy):
    """The names that the program defines."""
    names = {"__name__": "network_torch"}
    exec(compile(write_torch(copy), "network_torch.py", "exec", dont_inherit=True), names)
    return names


def check(copy):
    program, engine = run(copy), answers(copy)
    assert_same(program["network"](engine.x).detach().numpy(), engine.logits)
    assert_same(program["predict"](engine.x).numpy(), engine.predictions)


@pytest.mark.parametrize("normalization", Normalization)
@pytest.mark.parametrize("activation", Activation)
def test_every_activation_and_normalization_with_every_output(activation, normalization):
    for head in HEADS:
        check(copy_of(((5, activation, normalization), (4, activation, normalization)), head, tuple(Feature)))


@settings(max_examples=40)
@given(copies())
def test_any_network(copy):
    check(copy)


@pytest.mark.parametrize("head", [head for head in HEADS if head[0] != "regression"])
def test_it_names_the_class_the_engine_would_choose(head):
    copy = copy_of(((5, Activation.TANH, Normalization.NONE),), head)
    engine = answers(copy)
    best = engine.logits.argmax(axis=1) if head[2] > 1 else (engine.logits[:, 0] > 0).astype(int)
    assert run(copy)["decide"](engine.x) == [copy.class_names[number] for number in best]


def test_columns_are_standardised_inside():
    columns = (Column("year", 2000, 3.5), Column("b"))
    plain, raw = copy_of(()), copy_of((), columns=columns)
    assert_same(
        run(raw)["predict"]([[2007.0, 1.0]]).numpy(), run(plain)["predict"]([[2.0, 1.0]]).numpy()
    )  # fmt: skip


def test_predicted_numbers_are_in_their_original_unit():
    program = run(copy_of((), HEADS[-1], target=Column("price\n", 1000, 50)))
    assert_same(program["predict"]([[1, 2]]).numpy(), 1000 + 50 * program["network"]([[1, 2]]).detach().numpy())


def test_other_columns_are_refused():
    with pytest.raises(ValueError, match="Expected rows of 2 numbers, but got rows of 3"):
        run(copy_of(()))["predict"]([[1, 2, 3]])


def test_it_learns_on():
    """A step of gradient descent moves every weight."""
    hidden = ((5, Activation.TANH, Normalization.BATCH), (4, Activation.GELU, Normalization.LAYER))
    network = run(copy_of(hidden))["network"]
    before = [parameter.detach().clone() for parameter in network.parameters()]
    network.train()
    network(torch.randn(20, 2)).square().mean().backward()
    torch.optim.SGD(network.parameters(), lr=0.1).step()
    kept = {"layer1.bias"}  # which batch normalization takes away again
    for (name, parameter), old in zip(network.named_parameters(), before, strict=True):
        assert name in kept or not torch.equal(parameter, old), name
