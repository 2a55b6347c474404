"""Ids: unguessable, of a fixed form, and an owner's known to the database by its hash only."""

import pytest

from glassbox.labbook.errors import NotTaken
from glassbox.labbook.ids import Owner, is_key_like, is_run_key, is_share_id, new_owner_id, new_run_key, new_share_id


def test_ids_are_long_enough_and_never_alike():
    for draw, length in ((new_owner_id, 22), (new_run_key, 22), (new_share_id, 10)):
        drawn = {draw() for _ in range(1000)}
        assert len(drawn) == 1000 and {len(name) for name in drawn} == {length}


def test_an_owner_is_known_by_a_hash():
    name = new_owner_id()
    assert Owner.of(name) == Owner.of(name) != Owner.of(new_owner_id())
    assert name.encode() not in Owner.of(name).digest and len(Owner.of(name).digest) == 32


@pytest.mark.parametrize("name", ["", "me", "x" * 21, "x" * 23, "x" * 21 + "é", "x" * 21 + " ", "x" * 22 + "\n"])
def test_an_id_that_no_server_gave_is_refused(name):
    with pytest.raises(NotTaken, match="expected 22"):
        Owner.of(name)
    assert not is_run_key(name)


@pytest.mark.parametrize("name", ["", "123", "l" * 10, "0" * 10, "2" * 11, "2" * 10 + "\n"])
def test_only_what_a_link_may_contain_is_a_share_id(name):
    assert not is_share_id(name)
    assert all(is_share_id(new_share_id()) for _ in range(100))


def test_a_damaged_key_can_be_named():
    assert all(map(is_key_like, [new_run_key(), "no key", "é"]))
    assert not any(map(is_key_like, ["", "x" * 65, "a\0", "\ud800"]))
