"""The API tells what programs and the page ask, and no input of theirs can upset it."""

import pytest
from pydantic import BaseModel, Field

from glassbox.engine.choices import Dataset
from glassbox.web import words


def test_thumbnails_of_every_data_set(client):
    thumbnails = client.get("/api/thumbnails").json()
    assert list(thumbnails) == [dataset.value for dataset in Dataset]
    pictures = thumbnails.pop("digits")["pictures"]
    assert [len(picture) for picture in pictures] == [64] * 4 and all(
        0 <= ink <= 1 for picture in pictures for ink in picture
    )
    for thumbnail in thumbnails.values():
        assert len(thumbnail["points"]) == 150
        assert all(-6 <= x1 <= 6 and -6 <= x2 <= 6 for x1, x2, _ in thumbnail["points"])
    assert {target for _, _, target in thumbnails["spiral3"]["points"]} == {0, 1, 2}
    assert thumbnails["circle"]["problem"] == "binary" and thumbnails["plane"]["classes"] == 0


def test_status_counts(client):
    assert client.get("/api/status").json()["sessions"] == 0


def test_there_are_no_pages_of_the_framework(client):
    for path in ("/docs", "/redoc", "/openapi.json"):
        assert client.get(path).status_code == 404


class Rate(BaseModel):
    lr: float = Field(le=1, allow_inf_nan=False)


@pytest.mark.parametrize("body", ['{"lr": NaN}', '{"lr": "\\ud800"}', '{"lr": 1e999}', "{", "[1]", ""])
def test_wrong_input_is_answered_in_one_sentence(client, body):
    """Routes of later rooms get this, too; the framework's own answer would repeat a NaN, and fail over it."""

    def take(rate: Rate) -> None:
        """A route as later rooms may have one."""

    client.app.add_api_route("/rate", take, methods=["POST"])
    answer = client.post("/rate", content=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.text) == (422, words.WRONG_REQUEST)


def test_faults_are_answered_in_one_sentence(client):
    client.app.add_api_route("/fault", lambda: 1 / 0)
    answer = client.get("/fault")
    assert (answer.status_code, answer.text) == (500, words.SERVER_FAULT)
