"""What a room's socket says becomes messages and refusals; see test_room_socket.py for a real one."""

import asyncio

import pytest

from glassbox.classroom import said
from glassbox.classroom.refused import Refused
from glassbox.web.classroom.room_reader import AT_ONCE, RoomReader
from glassbox.web.socket_writer import Gone


class Socket:
    """Says what it was given."""

    def __init__(self, *items):
        self._items = [{"type": "websocket.receive", **item} for item in items]

    async def receive(self):
        return self._items.pop(0) if self._items else {"type": "websocket.disconnect"}


def read(*items, most=None):
    async def play():
        reader, heard = RoomReader(Socket(*items), lambda: 0.0), []
        with pytest.raises(Gone):
            while True:
                heard.append(await reader.next())
        return heard

    return asyncio.run(play())


def test_texts_become_messages_and_what_is_wrong_a_refusal():
    heard = read({"text": '{"type": "take_back"}'}, {"text": "{"}, {"bytes": b"x"}, {"text": " " * 20_000})
    assert heard[0] == said.TakeBack()
    assert [each.id for each in heard[1:]] == ["not_json", "not_understood", "not_understood"]


def test_a_flood_is_complained_about_once():
    heard = read(*[{"text": '{"type": "take_back"}'}] * (AT_ONCE + 10))
    assert heard[:AT_ONCE] == [said.TakeBack()] * AT_ONCE
    assert isinstance(heard[AT_ONCE], Refused) and heard[AT_ONCE].id == "too_fast"
    assert heard[AT_ONCE + 1 :] == [None] * 9
