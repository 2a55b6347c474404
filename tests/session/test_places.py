"""Whose network makes room, and for whom the last places are: a class behind one address has nearly all of them."""

from dataclasses import dataclass

from glassbox.session.places import RETURNS_WITHIN, Places

PLACES = Places(most=200, pause_after=300.0)


@dataclass
class Session:
    client: str
    unwatched: float = 0.0
    is_used: bool = True

    def seconds_unwatched(self):
        return self.unwatched


def sessions(count, client, **how):
    return [Session(client, **how) for _ in range(count)]


def test_a_class_behind_one_address_finds_room_beside_others():
    assert PLACES.is_free(sessions(30, "class") + sessions(169, "others"), "class")


def test_the_last_tenth_is_for_addresses_that_hold_few():
    taken = sessions(180, "many")
    assert not PLACES.is_free(taken, "many") and PLACES.is_free(taken, "new")
    assert PLACES.is_free(taken + sessions(19, "few"), "few")
    assert not PLACES.is_free(taken + sessions(20, "few"), "new")


def test_on_a_server_with_few_places_none_is_reserved():
    assert Places(2, 300.0).is_free(sessions(1, "a"), "a")


def test_what_is_watched_never_goes():
    assert PLACES.next_to_go(sessions(200, "many")) is None


def test_where_nothing_was_done_goes_first_then_of_the_many_then_who_left_long_ago():
    untouched = Session("a", 0.5, is_used=False)
    of_many = sessions(150, "many", unwatched=RETURNS_WITHIN)
    long_ago, just_left = Session("b", 400.0), Session("c", 200.0)
    taken = [just_left, long_ago, *of_many, untouched]
    assert PLACES.next_to_go(taken) is untouched
    taken.remove(untouched)
    assert PLACES.next_to_go(taken) is of_many[0]
    assert PLACES.next_to_go([just_left, long_ago]) is long_ago
    assert PLACES.next_to_go([just_left]) is None


def test_those_of_many_that_may_just_have_lost_their_line_stay():
    assert PLACES.next_to_go(sessions(150, "many", unwatched=RETURNS_WITHIN - 1)) is None
