"""The coding that a client gets is one that it takes, and the smallest of those it likes equally well."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.web.content_coding import chosen_coding

ALL = frozenset({"br", "gzip", "identity"})
CASES = {
    None: "identity",
    "": "identity",
    "gzip, deflate, br, zstd": "br",
    "gzip, deflate": "gzip",
    "GZIP": "gzip",
    "x-gzip": "gzip",
    "br;q=0.5, gzip": "gzip",
    "br;q=0.5,gzip;q=0.5": "br",
    "gzip;q=0": "identity",
    "br;q=0, *": "gzip",
    "*": "br",
    "*;q=0": "identity",
    "identity": "identity",
    "identity;q=0": "identity",
    "identity;q=0, gzip;q=0.1": "gzip",
    "identity, gzip;q=0.5": "identity",
    "gzip;q=much": "identity",
    "gzip ; q=0.8 , identity;q=0.9": "identity",
    "deflate": "identity",
    ",,;;=": "identity",
}


@pytest.mark.parametrize(("asked", "chosen"), CASES.items())
def test_what_a_client_gets(asked, chosen):
    assert chosen_coding(asked, ALL) == chosen


@pytest.mark.parametrize("asked", ["br", "br, gzip;q=0", "*;q=0"])
def test_what_is_not_there_is_not_given(asked):
    assert chosen_coding(asked, frozenset({"gzip", "identity"})) == "identity"


@given(st.text(max_size=1000), st.sets(st.sampled_from(["br", "gzip"])))
def test_whatever_it_says_it_gets_one_of_those_offered(asked, offered):
    offered = frozenset({"identity", *offered})
    assert chosen_coding(asked, offered) in offered
