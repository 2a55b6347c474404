"""The sending half of a socket: everything goes out in order, and who does not take it is let go."""

import asyncio
from types import SimpleNamespace

import pytest
from fastapi import WebSocketDisconnect

from glassbox.session.mailbox import Mailbox
from glassbox.web import socket_writer
from glassbox.web.socket_writer import Gone, SocketWriter
from tests.run.tools import Clock
from tests.sentences import read


class Wire:
    """A socket as its sender sees it. Without room every send waits for ever, unless the server is of another kind."""

    def __init__(self, has_room=True):
        self.sent = []
        self.ended = None
        self.is_gone = False
        self.waits = not has_room
        self.state = SimpleNamespace(abort=self._abort, write_now=self._write_now)

    def _abort(self):
        self.ended = "cut"

    def _write_now(self, item):
        if not self.waits and not self.is_gone:
            self.sent.append(item)
        return not self.waits and not self.is_gone

    async def accept(self):
        self._look()

    async def send(self, message):
        self._look()
        if self.waits:
            await asyncio.Event().wait()
        self.sent.append(message.get("text", message.get("bytes")))

    async def close(self, code, reason):
        self._look()
        self.ended = (code, reason)

    def _look(self):
        if self.is_gone:
            raise WebSocketDisconnect


def run(story):
    return asyncio.run(asyncio.wait_for(story, 60))


def test_messages_and_frames_go_out_until_the_mailbox_closes_and_then_why():
    wire, mailbox = Wire(), Mailbox(Clock())
    mailbox.post("first")
    mailbox.show(1, b"frame")

    async def story():
        delivering = asyncio.create_task(SocketWriter(wire, 60).deliver(mailbox))
        while len(wire.sent) < 2:
            await asyncio.sleep(0)
        mailbox.post("last")
        mailbox.close("taken_over", "Opened elsewhere.")
        await delivering

    run(story())
    *items, goodbye = wire.sent
    assert items == ["first", b"frame", "last"]
    assert read(goodbye) == {"type": "bye", "code": "taken_over", "text": "Opened elsewhere."}
    assert wire.ended == (4001, "taken_over")


@pytest.mark.parametrize(("code", "number"), [("server_stops", 4004), ("never_opened", 4006), ("crashed", 4000)])
def test_the_close_code_tells_why(code, number):
    wire = Wire()
    run(SocketWriter(wire, 60).say_goodbye(code, "Bye."))
    assert wire.ended == (number, code)


def test_a_goodbye_that_nobody_reads_is_cut_soon_after(monkeypatch):
    monkeypatch.setattr(socket_writer, "FAREWELL", 0)
    wire = Wire()

    async def story():
        await SocketWriter(wire, 60).say_goodbye("left", "Bye.")
        assert wire.ended == (4000, "left")
        while wire.ended != "cut":
            await asyncio.sleep(0)

    run(story())


def test_who_takes_nothing_is_cut_when_patience_ends(monkeypatch):
    monkeypatch.setattr(socket_writer, "LOOK_UP_EVERY", 3600)  # never beyond patience
    wire = Wire(has_room=False)
    with pytest.raises(Gone):
        run(SocketWriter(wire, 0).send("never taken"))
    assert (wire.sent, wire.ended) == ([], "cut")


def test_or_sooner_when_there_is_nothing_left_to_wait_for(monkeypatch):
    monkeypatch.setattr(socket_writer, "LOOK_UP_EVERY", 0)
    wire, looks = Wire(has_room=False), iter([False, False, True])
    with pytest.raises(Gone):
        run(SocketWriter(wire, 3600).send("never taken", lambda: next(looks)))
    assert wire.ended == "cut" and next(looks, None) is None


def test_a_page_that_is_only_slow_gets_everything(monkeypatch):
    monkeypatch.setattr(socket_writer, "LOOK_UP_EVERY", 0.01)
    wire, looked = Wire(has_room=False), []

    def look_up():
        looked.append("up")
        wire.waits = len(looked) < 3
        return False

    run(SocketWriter(wire, 3600).send(b"frame", look_up))
    assert (wire.sent, wire.ended, len(looked)) == ([b"frame"], None, 3)


def test_a_server_that_tells_nothing_of_its_room_is_written_to_all_the_same():
    wire = Wire()
    wire.state = SimpleNamespace()
    writer = SocketWriter(wire, 60)
    run(writer.send("text"))
    writer.cut()
    assert (wire.sent, wire.ended) == (["text"], None)


@pytest.mark.parametrize(
    "act",
    [
        lambda writer: writer.accept(),
        lambda writer: writer.send("text"),
        lambda writer: writer.say_goodbye("left", "Bye."),
    ],
    ids=["accept", "send", "say_goodbye"],
)
def test_a_page_that_has_left_is_gone(act):
    wire = Wire()
    wire.is_gone = True
    with pytest.raises(Gone):
        run(act(SocketWriter(wire, 60)))
