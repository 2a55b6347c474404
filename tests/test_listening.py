"""Opening the door: what is said when it cannot be opened, and which addresses are told."""

import re
import socket

import pytest

from glassbox import listening
from glassbox.listening import CannotListen, class_address, listen, own_address


def test_port_zero_is_any_free_one():
    with listen("127.0.0.1", 0, 30) as first, listen("127.0.0.1", 0, 30) as second:
        assert 0 < first.getsockname()[1] != second.getsockname()[1] > 0


def test_a_taken_port_says_what_to_do():
    with listen("127.0.0.1", 0, 30) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CannotListen, match=rf"Port {port} is already in use.*--port 0"):
            listen("127.0.0.1", port, 30)
        with pytest.raises(CannotListen, match="already in use"):
            listen("0.0.0.0", port, 30)


@pytest.mark.parametrize("host", ["nowhere.invalid", "203.0.113.9", "two words", "ö" * 70])
def test_a_foreign_address_says_what_to_do(host):
    with pytest.raises(CannotListen, match=r"--host 127\.0\.0\.1"):
        listen(host, 0, 30)


@pytest.mark.skipif(not hasattr(socket, "TCP_USER_TIMEOUT"), reason="only Linux knows this option")
def test_accepted_sockets_give_up_those_who_take_nothing():
    with (
        listen("127.0.0.1", 0, 12.5) as listener,
        socket.create_connection(listener.getsockname()),
        listener.accept()[0] as accepted,
    ):
        assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) == 12500


def test_addresses():
    assert own_address("127.0.0.1", 8000) == "http://127.0.0.1:8000"
    assert own_address("0.0.0.0", 8000) == own_address("::", 8000) == "http://127.0.0.1:8000"
    assert own_address("::1", 8000) == "http://[::1]:8000"
    assert class_address("127.0.0.1", 8000) is None


def test_the_address_for_a_class_is_not_this_machines_own():
    address = class_address("0.0.0.0", 8000)
    assert address is None or re.fullmatch(r"http://(?!127\.|0\.)[0-9.]+:8000", address)


def test_without_any_network_there_is_none(monkeypatch):
    monkeypatch.setattr(listening, "_address_towards", lambda goal: None)
    monkeypatch.setattr(listening, "_address_of_name", lambda: None)
    assert class_address("0.0.0.0", 8000) is None


def test_all_addresses_of_both_kinds():
    try:
        listener = listen("::", 0, 30)
    except CannotListen:
        pytest.skip("this machine knows no IPv6")
    with listener, socket.create_connection(("127.0.0.1", listener.getsockname()[1])):
        pass
