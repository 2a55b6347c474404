"""A resource goes out in the coding that the client takes, once: who has it already is told so."""

import gzip

import pytest
from starlette.testclient import TestClient

from glassbox.web.resource import Resource, compressed

BODY = b"The same for everybody. " * 50


@pytest.fixture
def client():
    return TestClient(Resource("text/plain", compressed(BODY)), headers={"Accept-Encoding": "gzip"})


def test_it_goes_out_compressed_for_those_who_take_it(client):
    answer = client.get("/")
    assert (answer.status_code, answer.content) == (200, BODY)
    assert answer.headers["content-encoding"] == "gzip" and answer.headers["vary"] == "Accept-Encoding"
    assert int(answer.headers["content-length"]) == len(gzip.compress(BODY, 9)) < len(BODY)


def test_it_goes_out_as_it_is_for_others(client):
    answer = client.get("/", headers={"Accept-Encoding": "deflate"})
    assert "content-encoding" not in answer.headers
    assert int(answer.headers["content-length"]) == len(BODY)


def test_who_has_it_is_told_so(client):
    first = client.get("/")
    tag = first.headers["etag"]
    for tags in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = client.get("/", headers={"If-None-Match": tags})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag and again.headers["vary"] == "Accept-Encoding"
        assert "content-length" not in again.headers


def test_who_has_another_one_gets_it(client):
    tag = client.get("/", headers={"Accept-Encoding": "identity"}).headers["etag"]
    for other in (tag, '"other"', ""):
        assert client.get("/", headers={"If-None-Match": other}).status_code == 200


def test_its_headers_alone_can_be_had(client):
    whole, head = client.get("/"), client.head("/")
    assert head.content == b"" and head.headers == whole.headers


def test_what_does_not_get_smaller_stays_as_it_is():
    assert compressed(b"short") == {"identity": b"short"}
