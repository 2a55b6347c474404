"""Tests of frames as bytes: golden ones are written as before, and read back by any reader of MessagePack."""

import base64
import json

import msgspec
import pytest

from glassbox.protocol import frames
from tests.protocol.make_golden_frames import CASES, GOLDEN, golden

GOOD = json.loads(GOLDEN.read_text("utf-8"))


def test_the_golden_file_is_what_its_script_writes():
    assert json.loads(json.dumps(golden())) == GOOD


@pytest.mark.parametrize("name", CASES)
def test_golden_frames_are_written_and_read(name):
    frame, raw = CASES[name](), base64.b64decode(GOOD[name]["bytes"])
    assert frames.encode(frame) == raw
    assert msgspec.msgpack.decode(raw, type=frames.Frame) == frame


@pytest.mark.parametrize("name", CASES)
def test_every_field_is_named_on_the_wire(name):
    read = msgspec.msgpack.decode(base64.b64decode(GOOD[name]["bytes"]))
    assert list(read) == list(frames.Frame.__struct_fields__)
    assert list(read["map"]) == list(frames.Map.__struct_fields__)
    assert list(read["train"]) == list(frames.Measures.__struct_fields__)


def test_a_value_of_every_kind_is_in_the_golden_frames():
    kinds = {(entry["frame"]["problem"], entry["frame"]["map"]["kind"]) for entry in GOOD.values()}
    assert kinds == {("binary", "signed"), ("multiclass", "classes"), ("regression", "signed"), ("regression", "curve")}
    assert any(entry["frame"]["data"] for entry in GOOD.values())
    assert any(entry["frame"]["map"]["unit"] for entry in GOOD.values())
