"""What followers are sent, as bytes: golden frames are written as before, and few bytes are enough."""

import base64
import json

import msgspec
import pytest

from glassbox.protocol import broadcast
from tests.protocol.make_golden_broadcast import CASES, GOLDEN, golden, plain_frame

GOOD = json.loads(GOLDEN.read_text("utf-8"))


def test_the_golden_file_is_what_its_script_writes():
    assert json.loads(json.dumps(golden())) == GOOD


@pytest.mark.parametrize("name", CASES)
def test_golden_frames_are_written_and_read(name):
    raw = base64.b64decode(GOOD[name]["bytes"])
    assert broadcast.encode_frame(CASES[name]()) == raw and raw[:1] == broadcast.FRAME
    assert msgspec.msgpack.decode(raw[1:], type=broadcast.Frame) == CASES[name]()


def test_what_is_rare_takes_a_byte_where_it_is_missing():
    rare = [field for field in broadcast.Frame.__struct_fields__ if getattr(plain_frame(), field) is None]
    frame = msgspec.structs.replace(plain_frame(), measures=b"", parameters=b"", points=b"")
    assert len(rare) == 10 and len(broadcast.encode_frame(frame)) < 50


def test_the_kinds_of_bytes_differ():
    assert len({broadcast.WHOLE, broadcast.FRAME, broadcast.WALL}) == 3
