"""Who may open a room: by default this machine's browser alone."""

import pytest
from starlette.requests import Request

from glassbox.classroom.refused import Refused
from glassbox.config import Config
from glassbox.web.classroom.opening import AT_ONCE, Opening

KEY = "a key of the operator's"


def request(client="127.0.0.1"):
    return Request({"type": "http", "method": "POST", "headers": [], "client": (client, 5000)})


def test_by_default_only_this_machine_opens_rooms():
    opening = Opening(Config())
    assert opening.way(request()) == "here" and opening.way(request("192.0.2.1")) == "no"
    for _ in range(3 * AT_ONCE):
        opening.check(request(), "")
    with pytest.raises(Refused, match="not_opened_here"):
        opening.check(request("192.0.2.1"), "")


def test_with_a_key_whoever_has_it():
    opening = Opening(Config(rooms="key", room_key=KEY))
    assert opening.way(request("192.0.2.1")) == "key" == opening.way(request())
    opening.check(request("192.0.2.1"), KEY)
    for wrong in ("", KEY[:-1], KEY + "x", "ü"):
        with pytest.raises(Refused, match="wrong_room_key"):
            opening.check(request(), wrong)


def test_where_anyone_may_an_address_opens_not_too_many():
    opening = Opening(Config(rooms="anyone"), lambda: 0.0)
    for _ in range(AT_ONCE):
        opening.check(request("192.0.2.1"), "")
    with pytest.raises(Refused, match="too_many_rooms_of_yours"):
        opening.check(request("192.0.2.1"), "")
    opening.check(request("192.0.2.2"), "")
