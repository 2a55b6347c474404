"""Whatever goes wrong with a request is answered in one sentence, and repeats nothing of what came."""

import pytest
from pydantic import BaseModel, Field

from glassbox.labbook.errors import LabBookUnavailable, NotTaken
from glassbox.protocol.refusals import Refusal
from glassbox.session.questions import NoSuchSession, NotAnswered, TooEarly
from glassbox.tables.refused import Refused
from glassbox.web import words
from glassbox.web.errors import STATUS


class Rate(BaseModel):
    lr: float = Field(le=1, allow_inf_nan=False)


@pytest.mark.parametrize("body", ['{"lr": NaN}', '{"lr": "\\ud800"}', '{"lr": 1e999}', "{", "[1]", ""])
def test_wrong_input_is_answered_in_one_sentence(client, body):
    """Routes of later rooms get this, too; the framework's own answer would repeat a NaN, and fail over it."""

    def take(rate: Rate) -> None:
        """A route as later rooms may have one."""

    client.app.add_api_route("/api/later/rate", take, methods=["POST"])
    answer = client.post("/api/later/rate", content=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.text) == (422, words.WRONG_REQUEST)


def test_faults_are_answered_in_one_sentence(client):
    client.app.add_api_route("/api/later/fault", lambda: 1 / 0)
    answer = client.get("/api/later/fault")
    assert (answer.status_code, answer.text) == (500, words.SERVER_FAULT)


@pytest.mark.parametrize(
    ("error", "status"),
    [(Refusal, 422), (Refused, 422), (NotTaken, 422), (NoSuchSession, 404), (TooEarly, 503), (LabBookUnavailable, 503)],
)
def test_what_an_inner_room_says_no_to_is_told_in_its_words(client, error, status):
    def refuse():
        raise error("Not today; come back tomorrow.")

    client.app.add_api_route("/api/later/refused", refuse)
    answer = client.get("/api/later/refused")
    assert (answer.status_code, answer.text) == (status, "Not today; come back tomorrow.")
    assert answer.headers["content-type"].startswith("text/plain")


def test_a_session_that_is_gone_counts_before_one_that_does_not_answer():
    assert issubclass(NoSuchSession, NotAnswered) and STATUS[NoSuchSession] != STATUS[NotAnswered]


def test_a_wrong_method_is_told_the_right_one(client):
    answer = client.delete("/api/status")
    assert (answer.status_code, answer.text) == (405, words.WRONG_METHOD.format(allowed="GET"))


def test_a_page_that_is_not_there_says_where_the_playground_is(client):
    assert client.get("/nowhere").text == words.NO_SUCH_PAGE
