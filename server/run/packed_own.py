"""A person's own data as bytes: what was trained on them can be gone on with when they are not here any more."""

import zlib
from dataclasses import replace

import msgspec

from glassbox.data import OWN, Own
from glassbox.engine.dataset import Description, Observations
from glassbox.protocol.refusals import Refusal
from glassbox.run import words
from glassbox.run.packed_numbers import INTEGERS, from_bytes, to_bytes
from glassbox.words.wire import keep, read_kept

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
        return Observations(x, target, _read(self.about), rows)


def _read(about: Description) -> Description:
    """With the names that were sentences as such again."""
    *inputs, target = (
        replace(each, name=read_kept(each.name), unit=read_kept(each.unit)) for each in (*about.inputs, about.target)
    )
    names = tuple(map(read_kept, about.class_names))
    return replace(about, inputs=tuple(inputs), target=target, class_names=names, title=read_kept(about.title))


_decoder = msgspec.msgpack.Decoder(PackedOwn)  # made while one thread imports, as in checkpoint.py


def pack_own(own: Own) -> bytes:
    """The data, without their name."""
    return zlib.compress(msgspec.msgpack.encode(PackedOwn.of(own), enc_hook=keep), QUICKLY)


def unpack_own(value: str, packed: bytes) -> Own:
    """The data that settings call `value`.

    Raises:
        Refusal: the bytes are damaged.
    """
    try:
        return Own(value.removeprefix(OWN), _decoder.decode(zlib.decompress(packed)).observations())
    except (zlib.error, msgspec.MsgspecError, ValueError, TypeError):
        raise Refusal(words.KEPT_OTHERWISE) from None
