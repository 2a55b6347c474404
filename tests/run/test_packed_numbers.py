"""Arrays in bytes: the same numbers come back, whatever the machine's own order of bytes is."""

import numpy as np
import pytest

from glassbox.run.packed_numbers import DOUBLES, FLOATS, INTEGERS, from_bytes, to_bytes


@pytest.mark.parametrize("kind", [FLOATS, DOUBLES, INTEGERS])
def test_the_same_numbers_come_back_to_be_written_to(kind):
    back = from_bytes(to_bytes(np.array([[1, -2], [3, 4]]), kind), kind)
    assert back.tolist() == [1, -2, 3, 4]
    assert back.dtype.isnative and back.flags.writeable


def test_the_least_byte_comes_first():
    assert to_bytes(np.array([258]), INTEGERS) == b"\x02\x01" + bytes(6)


def test_a_part_of_a_number_is_refused():
    with pytest.raises(ValueError, match="multiple"):
        from_bytes(bytes(5))
