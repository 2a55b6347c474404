"""What is refused over plain HTTP is told by an id and values, with a status that suits."""

import pytest

from glassbox.classroom import words
from glassbox.web.classroom.refusing import OTHERWISE, STATUS


def test_only_what_can_be_refused_has_a_status():
    assert set(STATUS) <= set(words.REFUSALS) and all(400 <= status <= 503 for status in STATUS.values())


@pytest.mark.parametrize(
    ("path", "body", "status", "told"),
    [
        ("/api/rooms", None, 403, {"id": "not_opened_here", "values": {}}),
        ("/api/rooms/cccc/join", None, 404, {"id": "no_such_room", "values": {}}),
        ("/api/rooms/cccc/join", "{", OTHERWISE, {"id": "not_json", "values": {}}),
    ],
)
def test_it_is_json_that_the_page_words(client, path, body, status, told):
    answer = client.post(path, content=body)
    assert (answer.status_code, answer.json()) == (status, told)
