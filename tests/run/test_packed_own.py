"""A person's own data in bytes: the same again, under the name they had; damaged ones are refused in a sentence."""

import numpy as np
import pytest

from glassbox.data import Own, describe
from glassbox.protocol.refusals import Refusal
from glassbox.run import words
from glassbox.run.packed_own import pack_own, unpack_own
from tests.run.own import some_own


def test_they_come_back_as_they_were():
    own = some_own()
    again = unpack_own(own.value, pack_own(own))
    assert again == own and describe(again) == describe(own)
    for name in ("x", "target", "rows"):
        here, there = getattr(own.observations, name), getattr(again.observations, name)
        assert here.dtype == there.dtype and np.array_equal(here, there)


@pytest.mark.parametrize("damage", [b"", b"no zip", pack_own(some_own())[:-9]])
def test_damaged_bytes_are_refused(damage):
    with pytest.raises(Refusal, match=words.KEPT_OTHERWISE[:20]):
        unpack_own("own.a-name", damage)


def test_data_that_do_not_fit_each_other_are_damaged():
    own = some_own()
    observations = own.observations
    odd = type(observations)(observations.x, observations.target[:-1], observations.about, observations.rows)
    with pytest.raises(Refusal):
        unpack_own(own.value, pack_own(Own("a-name", odd)))
