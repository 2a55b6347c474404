"""Tiles made by hand, for the tests of a class's wall."""

from glassbox.protocol.frames import Map
from glassbox.protocol.tiles import Tile


def tile(signature=bytes(64), **about):
    """One of a network that is well, but for what is given."""
    usual = {
        "map": Map(1, None, "signed", 1.0, b"\x60", None),
        "problem": "binary",
        "classes": 2,
        "test_loss": 0.3,
        "train_loss": 0.2,
        "test_score": 0.9,
        "parameters": 25,
        "epochs": 10.0,
        "playing": True,
        "stopped": "",
        "is_asleep": False,
        "touched": 1000.0,
    }
    return Tile(signature=bytes(signature), **{**usual, **about})
