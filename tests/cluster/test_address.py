"""A scheduler's address: what is one, and which of them may be used without certificates."""

import pytest

from glassbox.cluster.address import Address, NotUsed


@pytest.mark.parametrize("text", ["tls://scheduler.example:8786", "tls://192.0.2.7:1", "tls://[2001:db8::1]:65535"])
def test_an_address_has_protocol_host_and_port(text):
    address = Address(text)
    assert f"{address.protocol}://{address.host}" in text.replace("[", "").replace("]", "")
    assert text.endswith(f":{address.port}")


@pytest.mark.parametrize(
    "text", ["", "scheduler.example:8786", "tls://scheduler.example", "tls://:8786", "http://a:1", "tls://a:99999",
             "tls://a:8786/x", "tls://a b:1", "tls://a:1\n", "inproc://a:1"],
)  # fmt: skip
def test_what_is_none_is_said(text):
    with pytest.raises(NotUsed, match="such as tls://scheduler") as told:
        Address(text)
    assert repr(text) in str(told.value)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "localhost", "[::1]"])
def test_plain_connections_stay_on_this_machine(host):
    assert not Address(f"tcp://{host}:8786").is_exposed


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "[::]", "box.example", "127.example", "localhost.example"])
def test_beyond_it_they_are_refused_unless_the_network_is_trusted(host):
    with pytest.raises(NotUsed, match="--trust-network"):
        Address(f"tcp://{host}:8786")
    assert Address(f"tcp://{host}:8786", trust_network=True).is_exposed


def test_with_certificates_nothing_is_exposed():
    assert not Address("tls://0.0.0.0:8786").is_exposed
