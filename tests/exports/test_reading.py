"""A network file from anyone is opened or refused,
in one sentence that says where it is wrong and what was expected.
"""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glassbox.engine.choices import Activation, Normalization
from glassbox.exports.network_json import write_json
from glassbox.exports.reading import read_network
from glassbox.protocol.refusals import Refusal
from tests.exports.copies import HEADS, copy_of

HIDDEN = ((4, Activation.TANH, Normalization.BATCH), (3, Activation.GELU, Normalization.LAYER))
GOOD = write_json(copy_of(HIDDEN, HEADS[3]))
MUCH = 1_500_000
LAST_TWO = " or ".join(repr(each.value) for each in list(Activation)[-2:])


def changed(*path, to):
    """The good file with one thing replaced; `to` may be bytes to put there as they are."""
    plain = json.loads(GOOD)
    *way, last = path
    place = plain
    for step in way:
        place = place[step]
    place[last] = "HERE" if isinstance(to, bytes) else to
    content = json.dumps(plain).encode()
    return content.replace(b'"HERE"', to) if isinstance(to, bytes) else content


def without(*path):
    plain = json.loads(GOOD)
    *way, last = path
    place = plain
    for step in way:
        place = place[step]
    del place[last]
    return json.dumps(plain).encode()


def refusal(content):
    with pytest.raises(Refusal) as caught:
        read_network(content)
    return caught.value.text


WRONG = {
    "too large": (b" " * 5_000_001, "may be 5 MB large"),
    "empty": (b"", "not JSON"),
    "a program": (b"import numpy as np", "not JSON"),
    "no UTF-8": (b'{"format": "\xff"}', "not JSON"),
    "too deep": (b"[" * 100_000, "not JSON"),
    "a list": (b"[1]", "some other JSON"),
    "other JSON": (b"{}", "some other JSON"),
    "other format": (changed("format", to=["glassbox-network"]), "some other JSON"),
    "newer": (changed("version", to=2), "Expected “version”: 1 in this network file, but got 2"),
    "no version": (without("version"), "but got nothing"),
    "true version": (changed("version", to=True), "but got true"),
    "no problem": (without("problem"), "the field “problem” is missing"),
    "more": (changed("evil", to=1), "there is no field “evil”"),
    "NaN": (changed("hidden", 0, "biases", 1, to=b"NaN"), "hidden layer 1: “biases”: expected a finite number"),
    "infinite": (changed("output", "weights", 0, 0, to=b"1e999"), "output layer: “weights”: expected a finite number"),
    "no float32": (changed("hidden", 0, "mean", 0, to=1e39), "“mean”: expected 3.4028235e+38 or less"),
    "very long": (changed("hidden", 0, "biases", 0, to=b"9" * 5000), "not JSON"),
    "true": (changed("hidden", 0, "biases", 0, to=True), "expected a number, but got true"),
    "text": (changed("hidden", 0, "biases", 0, to="1"), "expected a number, but got the text “1”"),
    "no units": (changed("hidden", 0, "biases", to=[]), "expected one unit or more"),
    "too few rows": (
        changed("hidden", 1, "weights", to=[[1, 2, 3, 4]]),
        "hidden layer 2: expected “weights” of 3 rows",
    ),
    "short row": (changed("hidden", 0, "weights", 1, to=[1]), "expected 2 “weights” in row 2"),
    "too many units": (changed("hidden", 0, "biases", to=[0] * 129), "expected at most 128 entries"),
    "too many layers": (
        changed("hidden", to=[json.loads(GOOD)["hidden"][0]] * 9),
        "“hidden”: expected at most 8 entries",
    ),
    "no scale": (without("hidden", 0, "scale"), "expected 4 numbers in “scale”"),
    "mean of a layer norm": (changed("hidden", 1, "mean", to=[0, 0, 0]), "expected 0 numbers in “mean”"),
    "negative variance": (changed("hidden", 0, "variance", 0, to=-1), "“variance”: expected 0 or more"),
    "unknown activation": (changed("hidden", 0, "activation", to="x" * 1000), LAST_TWO),
    "other output": (changed("output", "activation", to="sigmoid"), "to be “softmax”"),
    "other loss": (changed("loss", to="huber"), "such as “cross_entropy”, but got “huber”"),
    "other problem": (changed("problem", to="binary"), "expected 1 output unit"),
    "few classes": (changed("classes", to=["a", "b"]), "expected 3 “classes”"),
    "long name": (changed("classes", 0, to="a" * 101), "at most 100 characters"),
    "many columns of a formula": (
        changed("inputs", 0, "columns", to=[0, 1]),
        "input 1: expected “columns” to name 1 of the 2",
    ),
    "no such column": (changed("inputs", 0, "columns", to=[2]), "but got [2]"),
    "negative column": (changed("inputs", 0, "columns", to=[-1]), "expected 0 or more"),
    "too few inputs": (changed("inputs", to=json.loads(GOOD)["inputs"][:1]), "expected 1 “weights” in row 1"),
    "no spread": (changed("columns", 1, "spread", to=0), "column 2: “spread”: expected 1e-30 or more"),
    "negative seed": (changed("seed", to=-1), "“seed”: expected 0 or more"),
    "half epochs": (changed("epochs", to=1.5), "“epochs”: expected a whole number"),
    "wrong setting": (
        changed("settings", "learning_rate", to=-1),
        "“Learning rate” (learning_rate): expected 0.00001 or more",
    ),
    "unknown setting": (changed("settings", "evil", to=1), "there is no field “evil”"),
    "settings of another kind": (changed("settings", to=[1]), "“settings”: expected an object"),
    "text for layers": (changed("hidden", to="x" * 1000), "“hidden”: expected a list"),
    "list for a layer": (changed("hidden", 0, to=[1]), "hidden layer 1: “hidden”: expected an object"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_said_in_one_sentence_and_what_to_do_in_another(name):
    content, expected = WRONG[name]
    text = refusal(content)
    assert expected in text
    assert text.endswith(".") and text.count(". ") <= 1 and len(text) < 300  # what is wrong, and what to do


def test_several_classes_need_several_outputs():
    one = json.loads(changed("classes", to=["a"]))
    one["output"] |= {"weights": one["output"]["weights"][:1], "biases": one["output"]["biases"][:1]}
    assert "expected two output units or more" in refusal(json.dumps(one).encode())


FLOODS = {
    "nothings": changed("hidden", 0, "weights", to=b"[[" + b"null," * (MUCH // 2) + b"0]]"),
    "rows": changed("hidden", 0, "weights", to=b"[" + b"[]," * MUCH + b"[]]"),
    "layers": changed("hidden", to=b"[" + b"{}," * MUCH + b"{}]"),
    "columns": changed("columns", to=b"[" + b"{}," * MUCH + b"{}]"),
    "classes": changed("classes", to=b"[" + b"1," * MUCH + b"1]"),
    "fields": changed("hidden", 0, to=b"{" + b",".join(b'"%d":1' % at for at in range(300_000)) + b"}"),
    "settings": changed("settings", to=b"{" + b",".join(b'"%d":1' % at for at in range(300_000)) + b"}"),
    "layers in settings": changed("settings", "hidden", to=b"[" + b"{}," * MUCH + b"{}]"),
    "features in settings": changed("settings", "features", to=b"[" + b"1," * MUCH + b"1]"),
}


@pytest.mark.parametrize("name", FLOODS)
def test_a_flood_of_faults_costs_little(name):
    """Each fault would be an object to remember: 23 s and gigabytes, before the first one was made enough."""
    start = time.process_time()
    assert len(refusal(FLOODS[name])) < 300
    assert time.process_time() - start < 10


@settings(max_examples=200)
@given(st.binary(max_size=300))
def test_any_bytes_are_refused(content):
    refusal(content)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=10,
)


def places(plain, way=()):
    """The path of everything in the file."""
    parts = plain.items() if isinstance(plain, dict) else enumerate(plain) if isinstance(plain, list) else ()
    for name, part in parts:
        yield (*way, name)
        yield from places(part, (*way, name))


@settings(max_examples=300)
@given(st.sampled_from(list(places(json.loads(GOOD)))), json_values)
def test_anything_anywhere_is_opened_or_refused(path, value):
    content = changed(*path, to=value)
    try:
        copy = read_network(content)
    except Refusal as refused:
        assert len(refused.text) < 400 and refused.text.isprintable()
    else:
        assert copy.finite
        assert write_json(read_network(write_json(copy))) == write_json(copy)
