"""The parts of a class fit together: a room's sockets are said goodbye to when the server ends."""

from glassbox.config import Config
from tests.web.classroom.people import lesson
from tests.web.conftest import running


def test_pages_are_told_that_the_server_stops():
    with running(Config()) as server, lesson(server, phones=2) as (_, desk, phones):
        server.stop()
        assert [page.farewell() for page in (desk, *phones)] == ["server_stops"] * 3
