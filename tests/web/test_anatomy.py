"""Curves, sums and single units over HTTP: of a live network, and refused in one sentence."""

import pytest


def test_curves_are_the_same_for_every_network(session, http):  # which waits for the kernels
    answer = http.get("/api/activations").json()
    assert answer["curves"]["tanh"]["values"][-1] == pytest.approx(1, abs=1e-4)


def test_sums_of_a_live_network(session, http):
    layers = http.get(f"/api/sessions/{session}/sums").json()["layers"]
    assert [(layer["units"], layer["activation"]) for layer in layers] == [(3, "tanh"), (1, "sigmoid")]


def test_a_unit_of_a_live_network(session, http):
    answer = http.post(f"/api/sessions/{session}/neuron", json={"layer": 1, "unit": 2, "place": [1, 2]}).json()
    assert answer["inputs"] == [1, 2] and len(answer["weights"]) == 2


@pytest.mark.parametrize(
    "body, words",
    [
        ({"layer": 1, "unit": -1}, "unit"),
        ({"layer": 0, "unit": 0}, "layer"),
        ({"unit": 0}, "layer"),
        ({"layer": 1, "unit": 0, "place": [1]}, "place"),
    ],
)
def test_what_cannot_be_is_refused(session, http, body, words):
    answer = http.post(f"/api/sessions/{session}/neuron", json=body)
    assert answer.status_code == 422 and words in answer.text and answer.text.count("\n") == 0
