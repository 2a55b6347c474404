"""Questions about a live network over HTTP: answered from a frozen copy, refused in one sentence."""

import pytest

from glassbox.session import words


def test_the_weights_of_a_live_network(session, http):
    answer = http.get(f"/api/sessions/{session}/weights").json()
    first, last = answer["layers"]
    assert (first["count"], last["count"], len(answer["pairs"])) == (6, 3, 3)
    assert sum(first["counts"]) == 6 and first["l1"] == pytest.approx(
        sum(abs(w) for pair in answer["pairs"] for w in pair)
    )


def test_the_check_up_of_a_live_network_and_the_menu_of_cases(session, http):
    answer = http.get(f"/api/sessions/{session}/diagnostics").json()
    assert [layer["units"] for layer in answer["layers"]] == [3, 1] and answer["findings"] == []
    assert [sum(layer["pictures"]["weights"]["counts"]) for layer in answer["layers"]] == [6, 3]
    assert all("hidden" in case for case in http.get(f"/api/sessions/{session}/cases").json())


def test_an_unknown_session_is_refused_in_one_sentence(http):
    answer = http.get("/api/sessions/nobody/weights")
    assert (answer.status_code, answer.text) == (404, words.NO_SUCH_SESSION)
