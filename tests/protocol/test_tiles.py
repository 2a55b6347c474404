"""A wall as bytes: the golden one is written as before, and read back by any reader of MessagePack."""

import base64
import json

import msgspec

from glassbox.protocol.tiles import WALL, WallTile, encode
from tests.protocol.make_golden_wall import GOLDEN, TILES, golden


def test_the_golden_file_is_what_its_script_writes():
    assert json.loads(json.dumps(golden())) == json.loads(GOLDEN.read_text("utf-8"))


def test_a_wall_is_read_back_in_its_order():
    raw = base64.b64decode(json.loads(GOLDEN.read_text("utf-8"))["bytes"])
    assert raw == encode(TILES) and raw[:1] == WALL
    assert msgspec.msgpack.decode(raw[1:], type=list[WallTile]) == TILES
