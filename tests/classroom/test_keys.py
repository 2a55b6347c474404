"""Secrets cannot be guessed, and the server remembers them only so that they can be recognised."""

from glassbox.classroom.keys import BYTES, digest, is_same, narrower, new_key


def test_a_key_has_128_random_bits():
    assert BYTES * 8 >= 128
    assert len({new_key() for _ in range(1000)}) == 1000
    assert len(new_key()) == 22


def test_it_is_recognised_by_its_digest_alone():
    key = new_key()
    assert key.encode() not in digest(key)
    assert is_same(digest(key), digest(key)) and not is_same(digest(key), digest(new_key()))


def test_a_narrower_one_is_as_long_is_the_same_each_time_and_tells_neither_key_nor_other_uses():
    known = digest(new_key())
    assert len(narrower(known, "look")) == 22 and narrower(known, "look") == narrower(known, "look")
    assert len({narrower(known, "look"), narrower(known, "lead"), narrower(digest(new_key()), "look")}) == 3
    assert not is_same(digest(narrower(known, "look")), known)
