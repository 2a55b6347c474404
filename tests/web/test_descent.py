"""The loss around a live network over HTTP."""

import pytest

from glassbox.session import words


def test_the_loss_around_a_live_network(session, http):
    answer = http.post(f"/api/sessions/{session}/landscape", json={"kind": "random", "size": 9, "seed": 3}).json()
    assert (answer["step"], answer["size"], len(answer["values"]), answer["finest"]) == (0, 9, 81, 61)
    weights = {"kind": "weights", "size": 9, "weights": [[1, 0, 0], [1, 0, None]]}
    assert len(http.post(f"/api/sessions/{session}/landscape", json=weights).json()["origin"]) == 2


@pytest.mark.parametrize(
    "body, sentence",
    [
        ({"size": 1000}, "size"),
        ({"kind": "north"}, "kind"),
        ({"kind": "path"}, "train for a few more steps"),
        ({"kind": "weights", "weights": [[9, 0, 0], [1, 0, 0]]}, "There is no weight into layer 9"),
        ({"zoom": 0}, "zoom"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_one_sentence(session, http, body, sentence):
    answer = http.post(f"/api/sessions/{session}/landscape", json=body)
    assert answer.status_code == 422 and sentence in answer.text


def test_an_unknown_session(http):
    answer = http.post("/api/sessions/nobody/landscape", json={})
    assert (answer.status_code, answer.text) == (404, words.NO_SUCH_SESSION)


def test_a_race(session, http):
    answer = http.post(
        f"/api/sessions/{session}/race", json={"hill": "ravine", "steps": 20, "starts": {"adam": [1, 2]}}
    ).json()
    assert answer["critical"]["sgd"] == pytest.approx(0.1) and answer["racers"][4]["points"][0] == [1, 2]
    assert len(answer["racers"][0]["points"]) == 21


@pytest.mark.parametrize(
    "body, sentence",
    [
        ({"hill": "everest"}, "hill"),
        ({"steps": 100000}, "steps"),
        ({"rate": 0}, "rate"),
        ({"starts": {"newton": [0, 0]}}, "expected"),
        ({"start": [1e9, 0]}, "start"),
    ],
)
def test_a_race_that_cannot_be_run_is_refused_in_one_sentence(session, http, body, sentence):
    answer = http.post(f"/api/sessions/{session}/race", json=body)
    assert answer.status_code == 422 and sentence in answer.text
