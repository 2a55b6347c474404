"""Explanations over HTTP: HTML with MathML for everybody, and a sentence where there is none."""

from starlette.testclient import TestClient

from glassbox.app import create_app
from glassbox.config import Config
from glassbox.web import words


def test_an_explanation_and_one_that_is_not_there():
    client = TestClient(create_app(Config(), warm_up=lambda report: None), base_url="http://localhost")
    answer = client.get("/api/explanations/neuron")
    assert answer.json()["title"] == "The artificial neuron" and "<math " in answer.json()["html"]
    for name in ("nothing", "..%2Fneuron"):
        missing = client.get(f"/api/explanations/{name}")
        assert (missing.status_code, missing.text) == (404, words.NO_SUCH_PAGE)
