"""What a request brings along: exactly what was asked for, or one sentence about what is wrong with it."""

import pytest

POINTS = '{{"classes": 2, "points": [[{0}, 0, 0], [1, 1, 1]], "numbers": [1, 2]}}'

WRONG = {
    "half an object": ("{", "Expected an object in JSON, such as {}; what came is not JSON. Mend it and send it again."),
    "bytes": (b"\xff\xfe", "Expected an object in JSON, such as {}; what came is not JSON. Mend it and send it again."),
    "a list": ("[]", "The message: expected an object, but got a list of 0."),
    "a missing field": ("{}", "The field “classes” is missing; add it."),
    "an unknown field": ('{"classes": 2, "points": [], "numbers": [], "loudly": 1}',
    "There is no field “loudly”; leave it out."),
    "a text for a number": (POINTS.format('"1"'), "“points”: expected a number, but got the text “1”."),
    "true for a number": (POINTS.format("true"), "“points”: expected a number, but got true."),
    "NaN": (POINTS.format("NaN"), "“points”: expected a finite number, but got nan."),
    "a number out of bounds": ('{"classes": 99, "points": [], "numbers": []}',
    "“classes”: expected 10 or less, but got 99."),
    "a text for a count": ('{"classes": "2", "points": [], "numbers": []}',
    "“classes”: expected a whole number, but got the text “2”."),
}  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_body_is_one_sentence(client, wrong):
    body, sentence = WRONG[wrong]
    answer = client.post("/api/own/points", content=body)
    assert (answer.status_code, answer.text) == (422, sentence)


def test_a_proper_body_is_taken(client):
    assert client.post("/api/own/points", content=POINTS.format("0.5")).status_code == 200


def test_a_body_that_is_too_long_is_refused_before_it_is_read(client):
    answer = client.post("/api/sessions/x/graph/formulas", content=b" " * 70_000)
    assert (answer.status_code, answer.text) == (
        422,
        "What this request brings along is longer than 64 kB; send less at once.",
    )
