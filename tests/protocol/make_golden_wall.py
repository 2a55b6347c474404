"""Writes the golden wall, to which both the server's and the page's tests are held."""

import base64
import json
from pathlib import Path

import numpy as np

from glassbox.engine.pictures import pack
from glassbox.protocol.frames import Map
from glassbox.protocol.tiles import Tile, WallTile, encode

GOLDEN = Path(__file__).parents[1] / "golden/wall.json"
SHADES = np.arange(9, dtype=np.uint8).reshape(1, 3, 3) * 20 + 40
CLASSES = (np.arange(9, dtype=np.uint8) % 3).reshape(1, 3, 3)


def tile(**about):
    """One of a network that learns well, but for what is given."""
    usual = {
        "map": Map(3, None, "signed", 1.0, pack(SHADES), None), "signature": bytes(range(1, 5)), "problem": "binary",
        "classes": 2, "test_loss": 0.25, "train_loss": 0.125, "test_score": 0.9, "parameters": 25, "epochs": 10.5,
        "playing": True, "stopped": "", "is_asleep": False, "touched": 100.0,
    }  # fmt: skip
    return Tile(**{**usual, **about})


TILES = [
    WallTile(
        member=7, needs=("diverged", "untouched"), group=2, untouched=200,
        tile=tile(test_loss=None, train_loss=None, test_score=None, playing=False, stopped="not_finite"),
    ),
    WallTile(
        member=2, needs=(), group=2, untouched=3,
        tile=tile(map=Map(3, None, "classes", 1.0, pack(SHADES), pack(CLASSES)), problem="multiclass", classes=3),
    ),
    WallTile(
        member=3, needs=("flat",), group=3, untouched=0,
        tile=tile(
            map=Map(3, None, "curve", 2.0, b"", None, np.array([0.5, -1.0, 2.0], "<f4").tobytes()),
            problem="regression", classes=0, test_score=-0.5, is_asleep=True, touched=None,
        ),
    ),
]  # fmt: skip


def plain(shown):
    """As the page reads it: what it draws in numbers, and the signature left out."""
    tile, picture = shown.tile, shown.tile.map
    values = None if picture.values is None else np.frombuffer(picture.values, "<f4").tolist()
    return {
        "member": shown.member, "needs": list(shown.needs), "group": shown.group, "untouched": shown.untouched,
        "picture": {
            "size": picture.size, "scale": picture.scale, "values": values,
            "pixels": SHADES.ravel().tolist() if values is None else None,
            "classes": CLASSES.ravel().tolist() if picture.classes else None,
        },
        "problem": tile.problem, "classes": tile.classes, "testLoss": tile.test_loss, "trainLoss": tile.train_loss,
        "testScore": tile.test_score, "parameters": tile.parameters, "epochs": tile.epochs, "playing": tile.playing,
        "stopped": tile.stopped,
    }  # fmt: skip


def golden():
    return {"bytes": base64.b64encode(encode(TILES)).decode(), "tiles": [plain(shown) for shown in TILES]}


if __name__ == "__main__":
    GOLDEN.write_text(json.dumps(golden(), indent=1) + "\n", "utf-8")
