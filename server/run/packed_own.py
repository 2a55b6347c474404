"""A person's own data as bytes: what was trained on them can be gone on with when they are not here any more."""

import zlib

import msgspec

from glassbox.data import OWN, Own
from glassbox.engine.dataset import Description, Observations
from glassbox.protocol.refusals import Refusal
from glassbox.run import words
from glassbox.run.packed_numbers import INTEGERS, from_bytes, to_bytes

QUICKLY = 1  # zlib's level


class PackedOwn(msgspec.Struct):
    """The observations, as they lie in the bytes."""

    x: bytes
    target: bytes
    rows: bytes
    about: Description

    @classmethod
    def of(cls, own: Own) -> "PackedOwn":
        """Those of a person's own data."""
        observations = own.observations
        rows = to_bytes(observations.rows, INTEGERS)
        return cls(to_bytes(observations.x), to_bytes(observations.target), rows, observations.about)

    def observations(self) -> Observations:
        """As they were.

        Raises:
            ValueError: they do not fit each other.
        """
        target = from_bytes(self.target)
        x, rows = from_bytes(self.x).reshape(len(target), -1), from_bytes(self.rows, INTEGERS)
        return Observations(x, target, self.about, rows)


_decoder = msgspec.msgpack.Decoder(PackedOwn)  # made while one thread imports, as in checkpoint.py


def pack_own(own: Own) -> bytes:
    """The data, without their name."""
    return zlib.compress(msgspec.msgpack.encode(PackedOwn.of(own)), QUICKLY)


def unpack_own(value: str, packed: bytes) -> Own:
    """The data that settings call `value`.

    Raises:
        Refusal: the bytes are damaged.
    """
    try:
        return Own(value.removeprefix(OWN), _decoder.decode(zlib.decompress(packed)).observations())
    except (zlib.error, msgspec.MsgspecError, ValueError, TypeError):
        raise Refusal(words.KEPT_OTHERWISE) from None
