"""The class's file is made for a key to the lead, and for nobody else."""

import pytest
from starlette.testclient import TestClient

from glassbox.app import create_app
from glassbox.config import Config
from tests.web.fake_registry import Registry


@pytest.fixture
def here():
    """The browser on the server's own machine."""
    config = Config(data_folder=None)
    app = create_app(config, Registry(config), lambda report: None)
    with TestClient(app, base_url="http://localhost:8000", client=("127.0.0.1", 5000)) as client:
        yield client


@pytest.mark.parametrize(("kind", "media", "end"), [("csv", "text/csv", "csv"), ("page", "text/html", "html")])
def test_whoever_leads_takes_it_home(here, kind, media, end):
    room = here.post("/api/rooms").json()
    here.post(f"/api/rooms/{room['code']}/join")
    asked = {"lead": room["lead"], "kind": kind, "names": {"1": "Amber <b>Otter</b>"}}
    answer = here.post(f"/api/rooms/{room['code'].upper()}/file", json=asked)
    assert answer.status_code == 200 and answer.headers["content-type"].startswith(media)
    assert answer.headers["content-disposition"] == f'attachment; filename="class-{room["code"]}.{end}"'
    assert ("Amber <b>Otter</b>" in answer.text) is (kind == "csv")


@pytest.mark.parametrize("changes", [{"lead": "x" * 22}, {"code": "zzzz"}])
def test_nobody_else_gets_it_and_nobody_learns_which_rooms_there_are(here, changes):
    room = here.post("/api/rooms").json() | changes
    answer = here.post(f"/api/rooms/{room['code']}/file", json={"lead": room["lead"], "kind": "csv"})
    assert answer.json() == {"id": "no_such_room", "values": {}}


def test_a_member_s_token_is_no_key(here):
    room = here.post("/api/rooms").json()
    token = here.post(f"/api/rooms/{room['code']}/join").json()["token"]
    answer = here.post(f"/api/rooms/{room['code']}/file", json={"lead": token, "kind": "csv"})
    assert answer.json()["id"] == "no_such_room"


@pytest.mark.parametrize("wrong", [{"kind": "pdf"}, {"names": {"1": "x" * 61}}, {"names": [1]}])
def test_anything_else_is_refused(here, wrong):
    room = here.post("/api/rooms").json()
    answer = here.post(f"/api/rooms/{room['code']}/file", json={"lead": room["lead"], "kind": "csv"} | wrong)
    assert answer.status_code >= 400 and answer.json()["id"] == "not_understood"
