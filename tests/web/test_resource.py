"""A resource goes out in the coding that the client takes, once: who has it already is told so."""

import gzip

import pytest
from starlette.testclient import TestClient

from glassbox.app import create_app
from glassbox.config import Config
from glassbox.web.resource import Resource, compressed
from tests.web.routes import addresses

BY_NAME = {  # of many that are answered alike, one
    "/api/explanations/{name}": "/api/explanations/neuron",
    "/api/lessons/{name}": "/api/lessons/neuron",
    "/lessons/{name}/print": "/lessons/neuron/print",
}
OF_ONE_OR_NOW = {"/api/status", "/api/reach", "/api/experiments", "/api/formula", "/api/class"}
BODY = b"The same for everybody. " * 50


@pytest.fixture
def client():
    return TestClient(Resource("text/plain", compressed(BODY)), headers={"Accept-Encoding": "gzip"})


def test_it_goes_out_compressed_for_those_who_take_it(client):
    answer = client.get("/")
    assert (answer.status_code, answer.content) == (200, BODY)
    assert answer.headers["content-encoding"] == "gzip" and answer.headers["vary"] == "Accept-Encoding, Accept-Language"
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
        assert again.headers["etag"] == tag and again.headers["vary"] == "Accept-Encoding, Accept-Language"
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


@pytest.fixture(scope="module")
def whole():
    app = create_app(Config(), warm_up=lambda report: None)
    with TestClient(app, base_url="http://localhost", headers={"Accept-Encoding": "gzip"}) as client:
        yield client


def read_by_everybody(app):
    """What is asked for without a session, and is not of a moment, or of what is typed."""
    read = {path for method, path in addresses(app.routes) if method == "GET"}
    plain = {path for path in read if path.startswith("/api/") and "{" not in path} - OF_ONE_OR_NOW
    return sorted(plain) + [BY_NAME[path] for path in sorted(read & BY_NAME.keys())]


def test_what_is_the_same_for_everybody_goes_out_compressed_and_once(whole):
    asked = read_by_everybody(whole.app)
    assert {"/api/lessons", "/api/activations", *BY_NAME.values()} <= set(asked)
    for address in asked:
        first = whole.get(address)
        assert (first.status_code, first.headers.get("content-encoding")) == (200, "gzip"), address
        assert first.headers["cache-control"] == "no-cache" and first.headers["content-type"].startswith(
            ("application/json", "text/html; charset=utf-8")
        )
        again = whole.get(address, headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b""), address
        plain = whole.get(address, headers={"Accept-Encoding": "identity"})
        assert plain.content == first.content and plain.headers["etag"] != first.headers["etag"]
