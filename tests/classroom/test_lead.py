"""One leads at a time, whoever has the lease; it is handed over once, and taken back."""

import pytest

from glassbox.classroom.keys import digest, new_key
from glassbox.classroom.lead import HAND_OVER_SECONDS, Lead
from glassbox.classroom.refused import Refused

NOW = 1000.0


@pytest.fixture
def key():
    return digest(new_key())


@pytest.fixture
def lead(key):
    return Lead([key], key)


def test_only_the_holder_with_the_counter_of_now_may_command(lead, key):
    lead.check(key, 1)
    for other, counter in ((digest(new_key()), 1), (key, 0), (key, 2)):
        with pytest.raises(Refused, match="not_leading"):
            lead.check(other, counter)


def test_what_looks_with_a_key_is_known_as_its_and_as_no_key(lead, key):
    look = lead.look_token(key)
    assert lead.looks_with(look) == key and not lead.knows(digest(look))
    assert lead.looks_with(new_key()) is None and lead.looks_with("é") is None


def test_whoever_brings_the_secret_leads_and_the_other_does_not_any_more(lead, key):
    lead.hand_over(NOW)
    second = digest(lead.take(lead.offer(NOW).secret, NOW + HAND_OVER_SECONDS - 1))
    assert lead.leads(second) and lead.counter == 2 and lead.knows(key)
    with pytest.raises(Refused, match="not_leading"):
        lead.check(key, 1)
    with pytest.raises(Refused, match="not_leading"):
        lead.check(key, 2)


def test_a_secret_is_good_once_and_for_ten_minutes(lead):
    lead.hand_over(NOW)
    secret = lead.offer(NOW).secret
    lead.take(secret, NOW)
    with pytest.raises(Refused, match="hand_over_is_over"):
        lead.take(secret, NOW)
    lead.hand_over(NOW)
    assert lead.offer(NOW + HAND_OVER_SECONDS) is None
    with pytest.raises(Refused, match="hand_over_is_over"):
        lead.take(secret, NOW + HAND_OVER_SECONDS)


def test_a_newer_offer_ends_an_older_one_and_a_guess_ends_none(lead):
    lead.hand_over(NOW)
    old = lead.offer(NOW).secret
    lead.hand_over(NOW)
    for wrong in (old, "", new_key()):
        with pytest.raises(Refused, match="hand_over_is_over"):
            lead.take(wrong, NOW)
    assert lead.take(lead.offer(NOW).secret, NOW)


def test_the_first_takes_it_back_and_a_stranger_cannot(lead, key):
    lead.hand_over(NOW)
    second = digest(lead.take(lead.offer(NOW).secret, NOW))
    with pytest.raises(Refused, match="only_the_lead"):
        lead.take_back(digest(new_key()))
    lead.take_back(key)
    assert lead.leads(key) and not lead.leads(second) and lead.counter == 3
    lead.take_back(key)
    assert lead.counter == 3  # it had it
