"""The socket of the check page: says back what it hears, and not for ever."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from glassbox.web.classroom.check_socket import LONGEST, CheckSockets


def client(**options):
    app = FastAPI()
    app.include_router(CheckSockets(**options).router())
    return TestClient(app)


def test_it_says_back_what_it_hears_and_no_more_than_a_line():
    with client().websocket_connect("/ws/check") as socket:
        for said, heard in (("12.5", "12.5"), ("x" * 99, "x" * LONGEST)):
            socket.send_text(said)
            assert socket.receive_text() == heard
        socket.send_bytes(b"\x00")
        assert socket.receive_text() == ""


def test_one_that_is_silent_is_let_go():
    with client(patience=0.01).websocket_connect("/ws/check") as socket, pytest.raises(WebSocketDisconnect):
        socket.receive_text()


def test_one_device_too_many_is_let_go_and_room_is_made_again():
    few = client(most=1)
    with few.websocket_connect("/ws/check") as first:
        with few.websocket_connect("/ws/check") as second, pytest.raises(WebSocketDisconnect):
            second.receive_text()
        first.send_text("1")
        assert first.receive_text() == "1"
    with few.websocket_connect("/ws/check") as third:
        third.send_text("1")
        assert third.receive_text() == "1"
