"""What whoever runs the server may ask: whether it is ready, and how busy it is."""

from types import SimpleNamespace

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.applications import Starlette
from starlette.testclient import TestClient

from glassbox.session.registry import Load
from glassbox.web.operating import operating

LOAD = Load(sessions=5, watched=3, playing=2, most=200, frames=1234, oldest_frame=0.25, waiting=7, hosts=2)
COUNTED = {"rooms": 1, "members": 30, "experiments": 2, "trials": 264}


def client_of(who="here", standing="ready", address="127.0.0.1"):
    registry = SimpleNamespace(load=lambda: LOAD)
    app = Starlette(routes=operating(registry, lambda: standing, lambda: COUNTED, who))
    return TestClient(app, client=(address, 5000))


def values(text):
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


@pytest.mark.parametrize(("standing", "status"), [("starting", 503), ("ready", 200), ("ending", 503)])
def test_a_balancer_learns_whether_networks_can_train_here(standing, status):
    answer = client_of(standing=standing).get("/health")
    assert (answer.status_code, answer.json()) == (status, {"status": standing})


def test_prometheus_reads_what_the_server_knows_of_itself():
    answer = client_of().get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    found = values(answer.text)
    assert found["glassbox_sessions", "yes"] == 3 and found["glassbox_sessions", "no"] == 2
    assert found["glassbox_sessions_playing",] == 2 and found["glassbox_sessions_limit",] == 200
    assert found["glassbox_frames_total",] == 1234 and found["glassbox_frame_age_seconds",] == 0.25
    assert found["glassbox_slices_waiting",] == 7 and found["glassbox_ready",] == 1
    assert found["glassbox_rooms",] == 1 and found["glassbox_members",] == 30
    assert found["glassbox_experiments",] == 2 and found["glassbox_trials_total",] == 264


def test_its_figures_are_for_this_machine_unless_the_operator_says_otherwise():
    assert client_of(address="10.0.0.9").get("/metrics").status_code == 404
    assert client_of().get("/metrics", headers={"X-Forwarded-For": "10.0.0.9"}).status_code == 404
    assert client_of("anyone", address="10.0.0.9").get("/metrics").status_code == 200
    assert client_of("nobody").get("/metrics").status_code == 404


def test_the_real_server_is_ready_once_its_kernels_are(client):
    assert client.get("/health").json()["status"] in ("starting", "ready")
