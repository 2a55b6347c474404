"""Tests of the texts on the wire: golden ones are read and written,
and every kind of bad one gets one clear sentence.
"""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.protocol import messages
from glassbox.protocol.refusals import Refusal
from tests.protocol.make_golden_messages import COMMANDS, GOLDEN, golden

LONGEST = 64 * 1024
GOOD = json.loads(GOLDEN.read_text("utf-8"))


def read(text):
    return messages.read(text, LONGEST)


def plain(value):
    """As JSON would have it: whole floats are as good as integers, tuples are lists."""
    return json.loads(json.dumps(value))


def test_the_golden_file_is_what_its_script_writes():
    assert plain(golden()) == GOOD


@pytest.mark.parametrize("entry", GOOD["commands"], ids=lambda entry: f"{entry['call']} {entry['arguments']}"[:120])
def test_golden_commands_are_read_as_they_were_meant(entry):
    command = read(entry["text"])
    assert plain(command.model_dump(exclude_unset=True)) == json.loads(entry["text"])


def test_golden_commands_are_of_every_type():
    assert {message["type"] for _, _, message in COMMANDS} == set(messages.TYPES)


def test_defaults_of_a_view_are_what_a_page_shows_first():
    view = read('{"type": "view"}')
    assert (view.windows, view.map_size, view.unit_size, view.unit, view.wrong, view.hidden) == (
        (),
        100,
        24,
        None,
        False,
        False,
    )


@pytest.mark.parametrize(
    "text", ['{"type":"ack","frame":12}', '{"type": "ack", "frame": 12}', ' {"frame":12,"type":"ack"}']
)
def test_acknowledgements_are_read_however_they_are_written(text):
    assert read(text) == messages.Acknowledge(type="ack", frame=12)


@pytest.mark.parametrize("frame", ["012", "-1", "1.5", "1e3", "", "٣"])
def test_malformed_acknowledgements_are_refused(frame):
    with pytest.raises(Refusal):
        read('{"type":"ack","frame":' + frame + "}")


BAD = {
    "not JSON": "play",
    "nothing": "",
    "half": '{"type": "play"',
    "single quotes": "{'type': 'play'}",
    "two messages": '{"type": "play"}{"type": "play"}',
    "a list": "[]",
    "a text": '"play"',
    "a number": "3",
    "true": "true",
    "null": "null",
    "deep": "[" * 50_000 + "]" * 50_000,
    "deep objects": '{"a":' * 10_000 + "1" + "}" * 10_000,
    "no type": '{"unit": "batch"}',
    "unknown type": '{"type": "explode"}',
    "a type of another case": '{"type": "Play"}',
    "a number as type": '{"type": 1}',
    "an object as type": '{"type": {}}',
    "null as type": '{"type": null}',
    "unknown field": '{"type": "pause", "softly": true}',
    "missing field": '{"type": "set_weight", "layer": 1, "unit": 0, "value": 1}',
    "too large": '{"type": "set_bias", "layer": 1, "unit": 0, "value": 1000.5}',
    "too small": '{"type": "set_bias", "layer": 1, "unit": 0, "value": -1e9}',
    "negative index": '{"type": "set_bias", "layer": 1, "unit": -1, "value": 0}',
    "huge index": '{"type": "set_bias", "layer": 1, "unit": 1e300, "value": 0}',
    "fractional index": '{"type": "set_bias", "layer": 1.5, "unit": 0, "value": 0}',
    "NaN": '{"type": "set_bias", "layer": 1, "unit": 0, "value": NaN}',
    "Infinity": '{"type": "set_bias", "layer": 1, "unit": 0, "value": -Infinity}',
    "a number beyond floats": '{"type": "set_bias", "layer": 1, "unit": 0, "value": 1e999}',
    "a whole number beyond floats": '{"type": "set_bias", "layer": 1, "unit": 0, "value": 1' + "0" * 400 + "}",
    "a very long number": '{"type": "ack", "frame": ' + "9" * 5000 + "}",
    "NaN in settings": '{"type": "configure", "changes": {"gain": NaN}}',
    "text for a number": '{"type": "set_bias", "layer": 1, "unit": 0, "value": "1"}',
    "true for a number": '{"type": "ack", "frame": true}',
    "null for a number": '{"type": "ack", "frame": null}',
    "a list for a number": '{"type": "ack", "frame": [1]}',
    "a number for a text": '{"type": "step", "unit": 1}',
    "unknown word": '{"type": "step", "unit": "year"}',
    "unknown seed": '{"type": "new_seed", "of": "luck"}',
    "no changes": '{"type": "configure", "changes": {}}',
    "changes that are a list": '{"type": "configure", "changes": []}',
    "layer 0 edited": '{"type": "edit_network", "action": "add_unit", "layer": 0}',
    "layer 10 edited": '{"type": "edit_network", "action": "add_layer", "layer": 10}',
    "a session that is a number": '{"type": "open", "session": 5}',
    "a long session": '{"type": "open", "session": "' + "x" * 65 + '"}',
    "settings that are null": '{"type": "open", "settings": null}',
    "a view that is a list": '{"type": "open", "view": []}',
    "too many windows": '{"type": "view", "windows": ' + json.dumps([[0, 1]] * 11) + "}",
    "a window too wide": '{"type": "view", "windows": [[0, 65]]}',
    "an empty window": '{"type": "view", "windows": [[0, 0]]}',
    "half a window": '{"type": "view", "windows": [[0]]}',
    "a window that is an object": '{"type": "view", "windows": [{"start": 0}]}',
    "a unit of three": '{"type": "view", "unit": [1, 2, 3]}',
    "a large map": '{"type": "view", "map_size": 1000000}',
    "a lone surrogate": '{"type": "open", "session": "\\ud800"}',
    "a lone surrogate as field": '{"type": "play", "\\udfff": 1}',
    "long": '{"type": "play", "x": "' + "x" * LONGEST + '"}',
    "10 MB": "x" * 10_000_000,
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_bad_texts_get_one_clear_sentence(text):
    with pytest.raises(Refusal) as refusal:
        read(text)
    is_clear(refusal.value.text)
    assert refusal.value.about in (None, *messages.TYPES)


def is_clear(sentence):
    """One line, not too long, with a beginning and an end, that can be sent; no programmer's words."""
    assert 10 < len(sentence) < 300 and "\n" not in sentence
    assert sentence[0].isupper() or sentence[0] == "“"
    assert sentence.endswith(".")
    sentence.encode("utf-8")
    assert not {"tuple", "dict", "instance", "pydantic", "None", "validation"} & set(sentence.split())


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('{"type": "ack"}', "In the message “ack”: the field “frame” is missing; add it."),
        ('{"type": "play", "loudly": 1}', "In the message “play”: there is no field “loudly”; leave it out."),
        ('{"type": "ack", "frame": -3}', "In the message “ack”: “frame”: expected 0 or more, but got -3."),
        (
            '{"type": "step", "unit": "year"}',
            "In the message “step”: “unit”: expected 'batch' or 'epoch', but got the text “year”.",
        ),
        ('{"type": "ack", "frame": NaN}', "Numbers must be finite; got NaN. Send an ordinary number."),
        ("[1]", 'Expected a JSON object with a type, such as {"type": "play"}; got a list.'),
        ("x" * (LONGEST + 1024), "A message may be 64 kB long; this one has 65 kB. Send less at once."),
    ],
)
def test_what_the_sentences_say(text, sentence):
    with pytest.raises(Refusal) as refusal:
        read(text)
    assert refusal.value.text == sentence


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=50),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=10,
)
NAMES = st.sampled_from(
    ["unit", "layer", "value", "source", "frame", "windows", "changes", "session", "settings", "of"]
)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text):
    try:
        read(text)
    except Refusal as refusal:
        is_clear(refusal.text)


@given(st.sampled_from(messages.TYPES), st.dictionaries(NAMES, JSON, max_size=4))
def test_any_message_is_read_or_refused(kind, fields):
    try:
        read(json.dumps({"type": kind, **fields}))
    except Refusal as refusal:
        is_clear(refusal.text)
