"""A coding stays what it is on its way into a checkpoint and out of it."""

import msgspec

from glassbox.engine.coding import Coding, CodingKind
from glassbox.engine.dataset import Quantity


def test_a_quantity_is_packed_with_its_coding_and_older_ones_have_none():
    quantity = Quantity("sex: male", coding=Coding("sex", CodingKind.VALUE, values=("male", "female")))
    packed = msgspec.msgpack.encode(quantity)
    assert msgspec.msgpack.decode(packed, type=Quantity) == quantity
    older = {name: value for name, value in msgspec.msgpack.decode(packed).items() if name != "coding"}
    assert msgspec.convert(older, Quantity).coding is None
