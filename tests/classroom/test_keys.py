"""Secrets cannot be guessed, and the server remembers them only so that they can be recognised."""

from glassbox.classroom.keys import BYTES, digest, is_same, new_key


def test_a_key_has_128_random_bits():
    assert BYTES * 8 >= 128
    assert len({new_key() for _ in range(1000)}) == 1000
    assert len(new_key()) == 22


def test_it_is_recognised_by_its_digest_alone():
    key = new_key()
    assert key.encode() not in digest(key)
    assert is_same(digest(key), digest(key)) and not is_same(digest(key), digest(new_key()))
