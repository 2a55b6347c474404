"""This machine is told from all others, and from those whom a proxy on it speaks for."""

import pytest
from starlette.requests import Request

from glassbox.web.this_machine import is_here


def request(client="127.0.0.1", **headers):
    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "method": "GET", "headers": named, "client": (client, 5000)})


@pytest.mark.parametrize("client", ["127.0.0.1", "127.0.0.9", "::1", "::ffff:127.0.0.1"])
def test_this_machine_is_here(client):
    assert is_here(request(client))


@pytest.mark.parametrize("client", ["192.0.2.1", "::ffff:192.0.2.1", "2001:db8::1", "", "testclient"])
def test_others_are_not(client):
    assert not is_here(request(client))


@pytest.mark.parametrize("header", ["forwarded", "x_forwarded_for", "x_real_ip", "via", "x_forwarded_host"])
def test_who_comes_through_a_proxy_on_this_machine_is_not(header):
    assert not is_here(request(**{header: "anything"}))
